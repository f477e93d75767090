import { PORTAL_SCOPES, SCOPES, type Scope } from './scope.ts';

/**
 * What people are at screens. A role is a set of scopes, and nothing is implied beside them; no role holds two duties that do
 * not go together, and whoever is given several of them shows in the matrix of conflicts as with keys.
 */
export const ROLES = [
  'administrator',
  'analyst',
  'finance',
  'payer',
  'approver',
  'auditor',
  'partnerAdministrator',
  'partnerUser',
] as const;
export type Role = (typeof ROLES)[number];

const READING = SCOPES.filter((scope) => scope.endsWith(':read'));
/** Of people and keys only administrators and auditors read. */
const OFFICE = READING.filter((scope) => scope !== 'access:read' && scope !== 'audit:read');

/** What everybody reads in a sandbox that is there for looking around: everything of the office, and of no person. */
export const DEMO_SCOPES: readonly Scope[] = OFFICE;

const SCOPES_OF: Readonly<Record<Role, readonly Scope[]>> = {
  administrator: [...READING, 'access:write', 'company:write', 'jobs:write', 'trust:write', 'trust:decide'],
  analyst: [
    ...OFFICE,
    'facts:write',
    'agreements:write',
    'calculation:run',
    'claims:write',
    'cutover:write',
    'jobs:write',
    'trust:write',
  ],
  finance: [
    ...OFFICE,
    'audit:read',
    'claims:write',
    'ledger:write',
    'settlements:write',
    'payments:write',
    'jobs:write',
    'trust:write',
    'trust:decide',
  ],
  payer: [...OFFICE, 'bank:write', 'payments:send'],
  approver: [...OFFICE, 'audit:read', ...SCOPES.filter((scope) => scope.endsWith(':approve'))],
  auditor: READING,
  partnerAdministrator: PORTAL_SCOPES,
  partnerUser: PORTAL_SCOPES.filter((scope) => scope !== 'users:write'),
};

/** Roles of persons of a partner; all others are of our own people. */
export const PARTNER_ROLES: readonly Role[] = ['partnerAdministrator', 'partnerUser'];

export function scopesOf(role: Role): readonly Scope[] {
  return SCOPES_OF[role];
}
