/**
 * Every expected "no" of the program, in order of precedence inside its group.
 * A test holds this list against docs/reference/refusals.md and the texts in both languages.
 */
export const REFUSALS = {
  // Agreement files
  'agreement-field-missing': 'missing',
  'agreement-field-unknown': 'invalid',
  'agreement-field-type': 'invalid',
  'agreement-value-not-allowed': 'invalid',
  'agreement-list-empty': 'missing',
  'agreement-id-repeated': 'conflict',
  'agreement-validity-empty': 'invalid',
  'agreement-currency-unknown': 'invalid',
  'agreement-tiers-not-rising': 'invalid',
  'agreement-tier-pay-mixed': 'invalid',
  'agreement-formula-pay-mismatch': 'conflict',
  'agreement-pay-measure-mismatch': 'conflict',
  'agreement-reaching-unit-missing': 'missing',
  'agreement-reaching-unit-refused': 'conflict',
  'agreement-baseline-missing': 'missing',
  'agreement-baseline-refused': 'conflict',
  'agreement-baseline-tier-unknown': 'invalid',
  'agreement-part-unknown': 'invalid',
  'agreement-measures-differ': 'conflict',
  'agreement-step-valuation-missing': 'missing',
  'agreement-step-valuation-refused': 'conflict',
  'agreement-baseline-policy-refused': 'conflict',
  'agreement-like-for-like-refused': 'conflict',
  'agreement-default-tier-missing': 'missing',
  'agreement-default-tier-refused': 'invalid',
  'agreement-measure-cap-missing': 'missing',
  'agreement-measure-cap-refused': 'conflict',
  'agreement-one-tier-needed': 'invalid',
  'agreement-share-missing': 'missing',
  'agreement-share-refused': 'conflict',
  'agreement-share-kinds-differ': 'conflict',
  'agreement-windows-not-nested': 'conflict',
  'agreement-cumulation-refused': 'conflict',
  'agreement-targets-count': 'invalid',
  'agreement-calendar-gap': 'missing',
  'agreement-calendar-year-misplaced': 'conflict',
  'agreement-gate-need-too-many': 'invalid',
  'agreement-limit-repeated': 'conflict',
  'agreement-limit-group-missing': 'missing',
  'agreement-limit-parts-refused': 'conflict',
  'agreement-exclusive-alone': 'invalid',
  'agreement-exclusive-differs': 'conflict',
  'agreement-exclusive-refused': 'conflict',
  'agreement-netting-unknown': 'invalid',
  'agreement-netting-cycle': 'conflict',
  'agreement-netting-not-value': 'conflict',
  'agreement-shared-cap-unknown': 'invalid',
  'agreement-shared-cap-windows-differ': 'conflict',
  'agreement-supplement-outside': 'invalid',
  'agreement-supplement-order': 'invalid',
  'agreement-termination-outside': 'invalid',
  'agreement-side-mismatch': 'conflict',
  'agreement-settlement-mismatch': 'conflict',
  'agreement-apportionment-refused': 'conflict',
  'agreement-entry-repeated': 'conflict',
  'agreement-qualifier-not-value': 'conflict',
  'agreement-windows-too-many': 'invalid',
  'agreement-fields-clash': 'conflict',
  'agreement-text-changed': 'conflict',
  'agreement-not-found': 'notFound',
  // Lines
  'line-field-missing': 'missing',
  'line-field-unknown': 'invalid',
  'line-text-invalid': 'invalid',
  'line-code-too-long': 'invalid',
  'line-decimal-invalid': 'invalid',
  'line-scale-beyond-nine': 'invalid',
  'line-digits-beyond-hundred': 'invalid',
  'line-discount-invalid': 'invalid',
  'line-date-invalid': 'invalid',
  'line-value-not-allowed': 'invalid',
  'line-currency-unknown': 'invalid',
  'line-return-reference-incomplete': 'missing',
  'line-total-invalid': 'conflict',
  'line-total-elsewhere': 'conflict',
  'line-columns-mismatch': 'invalid',
  'line-lookup-missing': 'missing',
  'line-discount-repeated': 'conflict',
  'line-company-unknown': 'missing',
  'line-partner-unknown': 'missing',
  'line-product-unknown': 'missing',
  'line-identity-repeated': 'conflict',
  // Files and sources
  'file-not-found': 'notFound',
  'file-not-readable': 'invalid',
  'file-not-writable': 'invalid',
  'file-exists': 'conflict',
  'file-too-large': 'invalid',
  'file-text-invalid': 'invalid',
  'file-quotes-broken': 'invalid',
  'file-row-too-large': 'invalid',
  'file-syntax-invalid': 'invalid',
  'file-key-repeated': 'conflict',
  'file-header-missing': 'missing',
  'file-column-missing': 'missing',
  'file-column-repeated': 'conflict',
  'file-column-unknown': 'invalid',
  'file-lookup-missing': 'missing',
  'file-lookup-repeated': 'conflict',
  'source-invalid': 'invalid',
  'master-invalid': 'invalid',
  'master-version-repeated': 'conflict',
  'booked-invalid': 'invalid',
  'idempotency-key-reused': 'conflict',
  'known-day-backwards': 'conflict',
  // Backups
  'backup-invalid': 'invalid',
  'backup-incomplete': 'invalid',
  'backup-changed': 'conflict',
  'backup-schema-newer': 'conflict',
  'database-not-empty': 'conflict',
  'database-in-use': 'conflict',
  // Proofs and vectors
  'proof-invalid': 'invalid',
  'proof-hash-differs': 'conflict',
  'proof-line-changed': 'conflict',
  'proof-line-missing': 'missing',
  'proof-line-unknown': 'conflict',
  'proof-calculation-differs': 'conflict',
  'proof-earning-differs': 'conflict',
  'proof-commitment-differs': 'conflict',
  'proof-signature-missing': 'missing',
  'proof-signature-invalid': 'conflict',
  'proof-key-invalid': 'invalid',
  'proof-internal': 'forbidden',
  'proof-not-for-partner': 'forbidden',
  'proof-partner-unknown': 'notFound',
  'vectors-invalid': 'invalid',
  // Commands and API
  'argument-invalid': 'invalid',
  'earning-not-found': 'notFound',
  'line-not-found': 'notFound',
  'tenant-not-found': 'notFound',
  'job-not-found': 'notFound',
  'job-not-open': 'conflict',
  'address-not-found': 'notFound',
  'company-not-found': 'notFound',
  'company-day-real': 'conflict',
  'body-not-json': 'invalid',
  'body-too-large': 'invalid',
  'body-too-slow': 'invalid',
  'body-field-missing': 'missing',
  'body-field-unknown': 'invalid',
  'body-field-invalid': 'invalid',
  'media-type-not-allowed': 'invalid',
  'cursor-invalid': 'invalid',
  'idempotency-key-missing': 'missing',
  'if-match-missing': 'missing',
  'version-differs': 'conflict',
  'key-missing': 'forbidden',
  'key-invalid': 'forbidden',
  'scope-missing': 'forbidden',
  'partner-not-allowed': 'forbidden',
  'method-not-allowed': 'forbidden',
  'host-not-allowed': 'forbidden',
  'database-not-answering': 'missing',
  // Database and server
  'configuration-invalid': 'invalid',
  'configuration-incomplete': 'missing',
  'configuration-host-not-loopback': 'forbidden',
  'state-folder-not-usable': 'invalid',
  'database-other-major': 'conflict',
  'database-embedded-unavailable': 'missing',
  'database-not-reachable': 'missing',
  'database-role-bypasses-walls': 'forbidden',
  'database-role-missing': 'missing',
  'database-version-unsupported': 'invalid',
  'database-schema-newer': 'conflict',
  'database-not-migrated': 'missing',
} as const satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof REFUSALS;

/** What the outside makes of it: HTTP maps kinds to a status, the CLI to an exit code. */
export type RefusalKind = 'invalid' | 'missing' | 'conflict' | 'forbidden' | 'notFound';

/**
 * One expected "no". `at` names where: a path in a file (`terms[0].tiers`), a field, an option.
 * `facts` fill the text of the code in every language; they never hold another partner's data.
 */
export type Refusal = {
  readonly code: RefusalCode;
  readonly at: string;
  readonly facts: Readonly<Record<string, string>>;
};

/** A value or the reasons why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, at: string, facts: Record<string, string> = {}): Refusal {
  return { code, at, facts };
}

export function refused(...refusals: readonly Refusal[]): { ok: false; refusals: readonly Refusal[] } {
  return { ok: false, refusals };
}
