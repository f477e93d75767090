import { formatDate, type LocalDate, parseDate } from '../calendar/localDate.ts';
import { minorOf } from '../money/minorOf.ts';
import { moneyText } from '../money/money.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Adjustment, AdjustmentKind } from './adjustment.ts';

/** An approved amount beside the terms, as files and proofs hold it: all that an amount is calculated from, in texts. */
export type AdjustmentTexts = {
  readonly id: string;
  readonly term: string;
  readonly partner: string;
  readonly kind: AdjustmentKind;
  readonly wording?: string;
  readonly expiresOn?: string;
  readonly withdraws?: string;
  readonly parts: readonly {
    readonly firstDay: string;
    readonly lastDay: string;
    readonly countsFrom: string;
    readonly amount: string;
  }[];
};

/** Adjustments in texts, by id. Our own reason and the document behind them are nobody else's. */
export function adjustmentTexts(adjustments: readonly Adjustment[], currency: string): AdjustmentTexts[] {
  return [...adjustments]
    .sort((a, b) => compareTexts(a.id, b.id))
    .map(({ id, term, partner, kind, wording, expiresOn, withdraws, parts }) => ({
      ...{ id, term, partner, kind },
      ...(wording !== undefined && { wording }),
      ...(expiresOn !== undefined && { expiresOn: formatDate(expiresOn) }),
      ...(withdraws !== undefined && { withdraws }),
      parts: parts.map(({ window, countsFrom, minor }) => ({
        firstDay: formatDate(window.from),
        lastDay: formatDate(window.until - 1),
        countsFrom: formatDate(countsFrom),
        amount: moneyText({ minor, currency }),
      })),
    }));
}

/** The same read back; undefined where a day or an amount in the currency is none. */
export function adjustmentOfTexts(
  { id, term, partner, kind, wording, expiresOn, withdraws, parts }: AdjustmentTexts,
  currency: string,
): Adjustment | undefined {
  const last = expiresOn === undefined ? undefined : parseDate(expiresOn);
  if (expiresOn !== undefined && last === undefined) return undefined;
  const found = parts.flatMap((part) => {
    const [from, until, countsFrom] = [part.firstDay, part.lastDay, part.countsFrom].map((day) =>
      parseDate(day),
    );
    const amount = parseDecimal(part.amount);
    const minor = amount && minorOf(amount, currency);
    if (from === undefined || until === undefined || countsFrom === undefined || minor === undefined)
      return [];
    return until < from ? [] : [{ window: { from, until: until + 1 }, countsFrom, minor }];
  });
  if (found.length < parts.length || found.length === 0) return undefined;
  return {
    ...{ id, term, partner, kind, parts: found },
    ...(wording !== undefined && { wording }),
    ...(last !== undefined && { expiresOn: last satisfies LocalDate }),
    ...(withdraws !== undefined && { withdraws }),
  };
}
