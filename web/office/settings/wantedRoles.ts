/** The roles of our own people, and those of persons of partners, in the order in which they are offered. */
export const OUR_ROLES = ['administrator', 'analyst', 'finance', 'payer', 'approver', 'auditor'] as const;
export const PARTNER_ROLES = ['partnerAdministrator', 'partnerUser'] as const;
export type Role = (typeof OUR_ROLES)[number] | (typeof PARTNER_ROLES)[number];

/** A role as it is typed: for which companies, and up to which amount. */
export type RoleDraft = {
  readonly role: Role;
  readonly companies: string;
  readonly amount: string;
  readonly currency: string;
};

type Granted = {
  readonly role: Role;
  readonly companies: readonly string[] | null;
  readonly limit: { readonly amount: string; readonly currency: string } | null;
};

export function draftOf({ role, companies, limit }: Granted): RoleDraft {
  return {
    role,
    companies: companies?.join(', ') ?? '',
    amount: limit?.amount ?? '',
    currency: limit?.currency ?? 'EUR',
  };
}

/** What is sent; what was left empty is left out. */
export function wantedOf({ role, companies, amount, currency }: RoleDraft) {
  const codes = codesIn(companies);
  return {
    role,
    ...(codes.length > 0 && { companies: codes }),
    ...(amount.trim() !== '' && { limit: { amount: amount.trim(), currency } }),
  };
}

/** Codes that were typed with commas between them. */
export function codesIn(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}
