import { byKey } from './byKey.ts';
import { liveClaims } from './claimedSales.ts';
import type { FoundObject } from './finding.ts';
import type { History } from './history.ts';
import { onceOf } from './onceOf.ts';

/** Amounts that one partner claimed, or one person adjusted, in minor units, without sign and without zeros. */
export type AmountGroup = {
  readonly of: 'claimLines' | 'claims' | 'adjustments';
  readonly object: FoundObject;
  readonly id: string;
  readonly partner?: string;
  readonly currency: string;
  readonly amounts: readonly number[];
  /** A record for each amount. */
  readonly records: readonly string[];
};

type Amount = {
  readonly of: AmountGroup['of'];
  readonly owner: string;
  readonly minor: number;
  readonly currency: string;
  readonly record: string;
};

export const amountGroups = onceOf((history: History): readonly AmountGroup[] => {
  const claims = liveClaims(history);
  const amounts: Amount[] = [
    ...claims.map((claim) => ({
      of: 'claims' as const,
      owner: claim.partner,
      minor: claim.minor,
      currency: claim.currency,
      record: claim.claim,
    })),
    ...claims.flatMap((claim) =>
      claim.lines.map((line) => ({
        of: 'claimLines' as const,
        owner: claim.partner,
        minor: line.minor,
        currency: claim.currency,
        record: `${claim.claim}/${line.number}`,
      })),
    ),
    ...history.adjustments.map((one) => ({
      of: 'adjustments' as const,
      owner: one.by,
      minor: one.minor,
      currency: one.currency,
      record: one.adjustment,
    })),
  ].map((one) => ({ ...one, minor: Math.abs(one.minor) }));
  const groups = byKey(amounts, (one) =>
    one.minor === 0 ? undefined : `${one.of}\u001f${one.owner}\u001f${one.currency}`,
  );
  return [...groups.values()].map((group) => groupFrom(group));
});

function groupFrom(group: readonly Amount[]): AmountGroup {
  const { of, owner, currency, record } = group[0] as Amount;
  const about =
    of === 'adjustments'
      ? { object: 'adjustment' as const, id: record }
      : { object: 'partner' as const, id: owner, partner: owner };
  return {
    of,
    ...about,
    currency,
    amounts: group.map(({ minor }) => minor),
    records: group.map((one) => one.record),
  };
}

/** The other groups of the same kind and currency, as one: what is usual here. */
export function othersThan(group: AmountGroup, groups: readonly AmountGroup[]): number[] {
  return groups.flatMap((other) =>
    other !== group && other.of === group.of && other.currency === group.currency ? other.amounts : [],
  );
}

/** Few different amounts are prices, and prices have digits of their own. */
export function isFixed(amounts: readonly number[]): boolean {
  return new Set(amounts).size * 2 < amounts.length;
}

export function spansOrders(amounts: readonly number[], orders: number): boolean {
  const least = amounts.reduce((low, one) => Math.min(low, one), Number.MAX_SAFE_INTEGER);
  const most = amounts.reduce((high, one) => Math.max(high, one), 0);
  return most >= least * 10 ** orders;
}
