import type { Window } from '../calendar/window.ts';
import type { Contribution } from '../cell/contribution.ts';
import { lineKey } from '../fact/line.ts';
import { add, type Rational, sumOf, ZERO } from '../number/rational.ts';
import type { SequenceLine } from '../tier/formula.ts';

/**
 * One partner's lines of a window in business order. A linked return is taken off its own sale, so
 * that the sale shrinks at its place and later lines move down. Source: rulings R9, R21.
 */
export function sequenceLines(stream: readonly Contribution[], window: Window, pool: string): SequenceLine[] {
  const lines = new Map<string, SequenceLine>();
  for (const contribution of stream) {
    const addends = contribution.addends.filter(
      ({ pays, pool: own }) => pays.from === window.from && own === pool,
    );
    if (addends.length === 0) continue;
    const key = saleKey(contribution);
    const known = lines.get(key) ?? { key, qualifier: ZERO, payout: ZERO };
    lines.set(key, {
      key,
      qualifier: add(
        known.qualifier,
        added(addends, (slot) => slot === 'qualifier'),
      ),
      payout: add(
        known.payout,
        added(addends, (slot) => slot.startsWith('payout.')),
      ),
    });
  }
  return [...lines.values()];
}

/** The key of the sale that a line belongs to: its own, or that of the line it takes back. */
export function saleKey({ key, line, isOriginal }: Contribution): string {
  return isOriginal && line.original !== undefined
    ? lineKey({ source: line.source, document: line.original.document, line: line.original.line })
    : key;
}

function added(addends: Contribution['addends'], isWanted: (slot: string) => boolean): Rational {
  return sumOf(addends.filter(({ slot }) => isWanted(slot)).map(({ value }) => value));
}
