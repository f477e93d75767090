import {
  addMonths,
  fromYearMonthDay,
  type LocalDate,
  toYearMonthDay,
} from '../../core/calendar/localDate.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import { joinKey } from '../../core/text/key.ts';
import type { HistoryStock } from '../../core/trust/history.ts';
import type { StockPlace } from '../ports/factStore.ts';
import { millionths } from './historyNumbers.ts';
import { allPages, PAGE, type Reading } from './reading.ts';

/** So many months back: what lay somewhere before says nothing of what is sold now. */
const MONTHS = 24;

/**
 * What lay with us or with partners at the ends of months and today, as known at a batch, all locations together: counts of the months
 * in which something was counted.
 */
export async function historyStock(
  read: Reading,
  { today, batch, partner }: { readonly today: LocalDate; readonly batch: number; readonly partner?: string },
): Promise<HistoryStock[]> {
  const { year, month } = toYearMonthDay(today);
  const first = fromYearMonthDay(year, month, 1);
  const ends = Array.from({ length: MONTHS }, (_, back) => addMonths(first, back + 1 - MONTHS) - 1);
  const found: HistoryStock[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const day of [...ends, today]) {
    found.push(
      ...stocksOf(await countsOn(read, { day, batch, ...(partner !== undefined && { partner }) }), before),
    );
    before = day;
  }
  return found;
}

function countsOn(
  read: Reading,
  { day, batch, partner }: { readonly day: LocalDate; readonly batch: number; readonly partner?: string },
): Promise<StockCount[]> {
  return allPages<StockCount>(read, (tx, last) =>
    tx.facts.stockOn(day, batch, {
      limit: PAGE,
      ...(partner !== undefined && { partner }),
      ...(last && { after: placeOf(last) }),
    }),
  );
}

function placeOf({ partner = '', product, location = '', unit, company, source }: StockCount): StockPlace {
  return [partner, product, location, unit, company, source];
}

/** All locations of a product with a partner as one; only where one of them was counted since `before`. */
function stocksOf(counts: readonly StockCount[], before: number): HistoryStock[] {
  const groups = Map.groupBy(counts, ({ partner = '', product, unit }) => joinKey(partner, product, unit));
  return [...groups.values()].flatMap((group): HistoryStock[] => {
    const day = Math.max(...group.map((count) => count.day));
    const [{ partner, product, unit }] = group as [StockCount];
    if (day <= before) return [];
    const quantity = group.reduce((sum, count) => sum + millionths(count.quantity), 0);
    return [{ product, unit, day, quantity, ...(partner !== undefined && { partner }) }];
  });
}
