import { formatDate } from '../calendar/localDate.ts';
import { add, type Rational } from '../number/rational.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { LineShare } from './apportion.ts';

/** What the lines of one calendar month added; of several payouts, their sum. */
export type MonthMeasure = {
  /** "2026-03". */
  readonly month: string;
  readonly qualifier: Rational;
  readonly payout: Rational;
  readonly lines: number;
};

/** The measure of an amount by period: what its lines added, month by month, in order. */
export function byMonth(shares: readonly LineShare[]): MonthMeasure[] {
  const months = new Map<string, MonthMeasure>();
  for (const { placedOn, qualifier, payout } of shares) {
    const month = formatDate(placedOn).slice(0, 7);
    const known = months.get(month);
    months.set(month, {
      month,
      qualifier: known ? add(known.qualifier, qualifier) : qualifier,
      payout: known ? add(known.payout, payout) : payout,
      lines: (known?.lines ?? 0) + 1,
    });
  }
  return [...months.values()].sort((a, b) => compareTexts(a.month, b.month));
}
