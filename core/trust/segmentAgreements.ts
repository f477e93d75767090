import { type AgreementScope, scopesOf } from './agreementScopes.ts';
import { byKey } from './byKey.ts';
import type { History, HistoryAgreement } from './history.ts';
import { onceOf } from './onceOf.ts';
import { tablesOf } from './tables.ts';

/** Fewer than this are a choice of some, and nobody is left out of it. */
const NAMED_MIN = 5;

/** Customer agreements that name partners, all of one segment; by that segment. */
export const segmentAgreements = onceOf(
  (history: History): ReadonlyMap<string, readonly AgreementScope[]> => {
    const named = scopesOf(history).flatMap((scope) => {
      const segment = segmentOf(history, scope.agreement);
      return segment === undefined ? [] : [{ scope, segment }];
    });
    const groups = byKey(named, ({ segment }) => segment);
    return new Map([...groups].map(([segment, list]) => [segment, list.map(({ scope }) => scope)]));
  },
);

function segmentOf(history: History, { side, partners, segment }: HistoryAgreement): string | undefined {
  if (side !== 'customer' || partners.length < NAMED_MIN) return undefined;
  const known = tablesOf(history).partners;
  const segments = new Set(partners.map((code) => known.get(code)?.segment));
  return segment ?? (segments.size === 1 ? [...segments][0] : undefined);
}
