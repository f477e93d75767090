import { allocate } from '../money/allocate.ts';
import type { ClaimReason } from './claimReason.ts';
import { amountAt, type LineStanding, type Move, type Place } from './standing.ts';

/**
 * Takes an amount from places, one place after the other, and puts it somewhere: at each place all
 * that is there where it is needed, else the lines' parts by largest remainder of what they have
 * there. `to` gives the place for each place that it is taken from.
 * Shape: the moves sum to what could be taken, which is `minor` or less.
 */
export function takeInOrder(
  standings: readonly LineStanding[],
  minor: bigint,
  places: readonly Place[],
  to: (from: Place) => Place,
): { readonly moves: readonly Move[]; readonly left: bigint } {
  const moves: Move[] = [];
  let left = minor;
  for (const from of places) {
    const amounts = standings.map((standing) => amountAt(standing, from));
    const there = amounts.reduce((sum, amount) => sum + amount, 0n);
    if (there <= 0n || left <= 0n) continue;
    const isAll = left >= there;
    const take = isAll ? there : left;
    const shares = standings.map(({ line }, index) => ({
      key: String(line).padStart(9, '0'),
      weight: amounts[index] ?? 0n,
    }));
    const parts = isAll ? amounts : (allocate(take, shares) ?? []);
    for (const [index, part] of parts.entries()) {
      if (part !== 0n) moves.push({ line: standings[index]?.line ?? 0, from, to: to(from), minor: part });
    }
    left -= take;
  }
  return { moves, left };
}

/** Every open place in the order in which money is laid against it: granted, undecided, disputed. */
export function openPlaces(reasons: readonly ClaimReason[]): Place[] {
  return [
    { position: 'accepted' },
    { position: 'undecided' },
    ...reasons.map((reason) => ({ position: 'disputed' as const, reason })),
  ];
}
