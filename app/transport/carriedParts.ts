import type { Scope } from '../access/scope.ts';

/** What a file carries from one tenant to another. */
export const CARRIED_PARTS = [
  'calendar',
  'mapping',
  'accountRules',
  'approvalRules',
  'paymentRules',
  'agreement',
] as const;
export type CarriedPart = (typeof CARRIED_PARTS)[number];

/** What is asked of whoever looks at a part, and of whoever takes it over: the same as where it is said one by one. */
export const PART_SCOPES: Readonly<Record<CarriedPart, { readonly read: Scope; readonly write: Scope }>> = {
  calendar: { read: 'company:read', write: 'company:write' },
  mapping: { read: 'facts:read', write: 'facts:write' },
  accountRules: { read: 'ledger:read', write: 'ledger:write' },
  approvalRules: { read: 'agreements:read', write: 'agreements:approve' },
  paymentRules: { read: 'bank:read', write: 'bank:approve' },
  agreement: { read: 'agreements:read', write: 'agreements:write' },
};
