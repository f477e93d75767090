import type { Scope } from './scope.ts';

/** What somebody is in the course of a rebate, by what their keys may. */
export const DUTIES = ['importer', 'author', 'approver', 'payer', 'administrator'] as const;
export type Duty = (typeof DUTIES)[number];

const SCOPES_OF: Readonly<Record<Duty, readonly Scope[]>> = {
  importer: ['facts:write', 'cutover:write'],
  author: ['agreements:write', 'settlements:write', 'payments:write'],
  approver: [
    'agreements:approve',
    'bank:approve',
    'settlements:approve',
    'claims:approve',
    'ledger:approve',
    'payments:approve',
  ],
  payer: ['bank:write', 'payments:send'],
  administrator: ['access:write'],
};

/**
 * Duties that one person should not have together, and what they could do with both. Single deeds
 * are kept apart whatever the keys say: nobody approves what they have written.
 */
export const CONFLICTS: readonly (readonly [Duty, Duty])[] = [
  ['author', 'approver'],
  ['author', 'payer'],
  ['approver', 'payer'],
  ['importer', 'approver'],
  ['approver', 'administrator'],
  ['payer', 'administrator'],
];

export function dutiesOf(scopes: ReadonlySet<Scope>): Duty[] {
  return DUTIES.filter((duty) => SCOPES_OF[duty].some((scope) => scopes.has(scope)));
}

export function conflictsIn(duties: readonly Duty[]): (readonly [Duty, Duty])[] {
  return CONFLICTS.filter((pair) => pair.every((duty) => duties.includes(duty)));
}
