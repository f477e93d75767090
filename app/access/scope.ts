/**
 * What a key may do, each word once. The list is closed: a key names what it may, and nothing is
 * implied, so a scope to write does not read. docs/reference/api.md says what each of them opens.
 */
export const SCOPES = [
  'facts:read',
  'facts:write',
  'bank:read',
  'bank:write',
  'bank:approve',
  'payments:read',
  'payments:write',
  'payments:approve',
  'payments:send',
  'agreements:read',
  'agreements:write',
  'agreements:approve',
  'agreements:accept',
  'earnings:read',
  'calculation:run',
  'claims:read',
  'claims:write',
  'claims:send',
  'claims:approve',
  'ledger:read',
  'ledger:write',
  'ledger:approve',
  'settlements:read',
  'settlements:write',
  'settlements:approve',
  'cutover:read',
  'cutover:write',
  'jobs:read',
  'jobs:write',
  'exports:read',
  'audit:read',
  'trust:read',
  'trust:write',
  'trust:decide',
  'company:read',
  'company:write',
  'access:read',
  'access:write',
  'users:write',
] as const;

export type Scope = (typeof SCOPES)[number];

/** What a person of a partner may hold: see their own agreements, earnings, claims and documents, accept, and send something about claims. */
export const PORTAL_SCOPES: readonly Scope[] = [
  'agreements:read',
  'agreements:accept',
  'earnings:read',
  'claims:read',
  'claims:send',
  'settlements:read',
  'users:write',
];

/** What only persons may hold: a program never approves. */
export const PERSON_SCOPES: readonly Scope[] = [
  'agreements:approve',
  'agreements:accept',
  'users:write',
  'bank:approve',
  'claims:approve',
  'settlements:approve',
  'ledger:approve',
  'payments:approve',
  'trust:decide',
];
