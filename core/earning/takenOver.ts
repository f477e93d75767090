import type { Window } from '../calendar/window.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { joinSums, type Sum, type Sums } from './sums.ts';

/**
 * What the books before the cut-over say was earned in a window that was over by then, in minor units.
 * It stands: the lines of that time may be missing, and what was agreed on them is not reopened.
 */
export type TakenOver = {
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  readonly minor: bigint;
  /** Lines of the window that became known later: they change nothing, and the amount is incomplete without them. */
  readonly late: Sum;
};

/** The amounts taken over of one term, by partner and window. */
export class TakenOverAmounts {
  private readonly amounts: ReadonlyMap<string, TakenOver>;

  constructor(term: string, all: readonly TakenOver[]) {
    this.amounts = new Map(
      all
        .filter((entry) => entry.term === term)
        .map((entry) => [placeOf(entry.partner, entry.window), entry]),
    );
  }

  of(partner: string, window: Window): TakenOver | undefined {
    return this.amounts.size === 0 ? undefined : this.amounts.get(placeOf(partner, window));
  }

  /** The sums, and empty ones for the accounts that nothing is left of but the amount. */
  withEmpty(sums: readonly Sums[]): readonly Sums[] {
    if (this.amounts.size === 0) return sums;
    const known = new Set(sums.map(({ partner, window }) => placeOf(partner, window)));
    const missing = [...this.amounts].filter(([place]) => !known.has(place));
    return [...sums, ...missing.map(([, { partner, window }]) => joinSums([], partner, '', window))];
  }
}

function placeOf(partner: string, window: Window): string {
  return joinKey(partner, dayKey(window.from), dayKey(window.until));
}
