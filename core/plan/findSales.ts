import type { Line, OriginalLine } from '../fact/line.ts';
import { lineKey } from '../fact/line.ts';
import { originalOf } from '../fact/originalOf.ts';
import type { Master } from '../master/master.ts';
import { decimalToRational } from '../number/decimal.ts';
import { add, negate, type Rational, ZERO } from '../number/rational.ts';
import { joinKey } from '../text/key.ts';
import { isOwnDocument } from './isOwnDocument.ts';
import { isNegative } from './placeLine.ts';
import type { PlanTerm } from './plan.ts';

/** Whether a term wants returns that name no original to act on a sale all the same. */
export function looksForSales({ term }: PlanTerm): boolean {
  return term.returns.unlinked === 'oldestSale' || term.returns.unlinked === 'newestSale';
}

/**
 * The lines with a sale for each return that names none: the oldest (or newest) sale of the same
 * partner and product, not later than the return, of which quantity is left. The return goes there
 * whole; a return without such a sale stays as it is and acts on its own day. Linked returns take
 * from their sales first; rebate documents of ours are neither sale nor return. Where sales of these
 * goods stand in a total, nobody knows which one it is: the return gets an original without a day.
 * Source: rulings R9, R19.
 */
export function findSales(planned: PlanTerm, lines: Iterable<Line>, master: Master): Line[] {
  const all = [...lines];
  const trade = all.filter((line) => !isOwnDocument(line, master));
  const byGoods = Map.groupBy(trade, ({ source, company, side, partner, product }) =>
    joinKey(source, company, side, partner, product),
  );
  const found = new Map<Line, OriginalLine>();
  const totals = new Map(trade.filter(isTotal).map((total) => [goodsOf(total), total]));
  for (const goods of byGoods.values()) {
    const unlinked = goods.find(isUnlinked);
    if (unlinked === undefined) continue;
    const total = totals.get(goodsOf(unlinked)) ?? totals.get(goodsOf({ ...unlinked, product: '' }));
    if (total === undefined) assign(planned, goods, found);
    else for (const line of goods.filter(isUnlinked)) found.set(line, insideOf(total));
  }
  return all.map((line) => {
    const original = found.get(line);
    return original === undefined ? line : { ...line, original };
  });
}

function isUnlinked(line: Line): boolean {
  return line.returnOf === undefined && !isTotal(line) && isNegative(line);
}

/** A total is of a source of its own, and may be of any product. */
function goodsOf({ company, side, partner, product }: Line): string {
  return joinKey(company, side, partner, product);
}

function isTotal({ takenOverFrom }: Line): boolean {
  return takenOverFrom !== undefined;
}

function insideOf({ document, line, batch }: Line): OriginalLine {
  return { document, line, dates: {}, attributes: {}, batch };
}

function assign(planned: PlanTerm, goods: readonly Line[], found: Map<Line, OriginalLine>): void {
  const { date, returns } = planned.term;
  const left = new Map<string, Rational>();
  for (const line of goods) {
    if (line.returnOf === undefined && !isNegative(line)) left.set(lineKey(line), quantityOf(line));
  }
  for (const line of goods) {
    if (line.returnOf !== undefined)
      take(left, lineKey({ ...line, ...(line.original ?? line.returnOf) }), line);
  }
  const sales = inOrder(
    planned,
    goods.filter((line) => left.has(lineKey(line)) && line.dates[date] !== undefined),
  );
  const candidates = returns.unlinked === 'newestSale' ? sales.toReversed() : sales;
  for (const line of inOrder(planned, goods.filter(isUnlinked))) {
    const day = line.dates[date];
    const sale = candidates.find(
      (candidate) =>
        day !== undefined &&
        (candidate.dates[date] as number) <= day &&
        (left.get(lineKey(candidate)) ?? ZERO).n > 0n,
    );
    if (sale === undefined) continue;
    take(left, lineKey(sale), line);
    found.set(line, originalOf(sale));
  }
}

function take(left: Map<string, Rational>, key: string, line: Line): void {
  const before = left.get(key);
  if (before !== undefined) left.set(key, add(before, negate(abs(quantityOf(line)))));
}

function inOrder({ term }: PlanTerm, lines: readonly Line[]): Line[] {
  const keyOf = (line: Line) => joinKey(line.document, line.line);
  return lines.toSorted((a, b) => {
    const days = (a.dates[term.date] ?? 0) - (b.dates[term.date] ?? 0);
    if (days !== 0) return days;
    return keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0;
  });
}

/** What the line bills or moves: the first quantity that it has. */
function quantityOf({ quantities }: Line): Rational {
  const { invoiced, ordered, received, stocked } = quantities;
  const quantity = invoiced ?? ordered ?? received ?? stocked;
  return quantity === undefined ? ZERO : decimalToRational(quantity);
}

function abs(value: Rational): Rational {
  return value.n < 0n ? negate(value) : value;
}
