import type { InvoiceHead } from './invoiceHeads.ts';

/** An invoice whose goods an earlier one bills as well, nearly all of them for nearly the same amounts. */
export type Covered = {
  readonly later: InvoiceHead;
  /** The nearest one before it. */
  readonly earlier: InvoiceHead;
  /** How many invoices before it bill the same: more than one is a habit. */
  readonly times: number;
};

/** One line in so many may be missing, and amounts may be so many percent apart. */
const MISSING_IN = 10;
const APART_PERCENT = 2;

/** Of one partner's invoices in the order of days; `days` is how far one looks back. Those that bill just the same are among them. */
export function coveredInvoices(heads: readonly InvoiceHead[], days: number): Covered[] {
  const places = new Map<number, number[]>();
  return heads.flatMap((later, index) => {
    const covering = candidates(later, heads, places, days).filter((place) =>
      covers(heads[place] as InvoiceHead, later),
    );
    for (const mark of new Set(later.goods)) {
      const known = places.get(mark);
      if (known === undefined) places.set(mark, [index]);
      else known.push(index);
    }
    const earlier = heads[Math.max(...covering)];
    return earlier === undefined ? [] : [{ later, earlier, times: covering.length }];
  });
}

/** Whoever covers it has one of its rarest marks: they are one more than may be missing. */
function candidates(
  later: InvoiceHead,
  heads: readonly InvoiceHead[],
  places: ReadonlyMap<number, readonly number[]>,
  days: number,
): number[] {
  const known = [...new Set(later.goods)].map((mark) => places.get(mark) ?? []);
  const rarest = known.sort((a, b) => a.length - b.length).slice(0, Math.floor(later.lines / MISSING_IN) + 1);
  const near = rarest.flatMap((list) => list.slice(firstNear(list, heads, later.day - days)));
  return [...new Set(near)];
}

function firstNear(list: readonly number[], heads: readonly InvoiceHead[], from: number): number {
  let at = list.length;
  while (at > 0 && (heads[list[at - 1] as number] as InvoiceHead).day >= from) at -= 1;
  return at;
}

function covers(earlier: InvoiceHead, later: InvoiceHead): boolean {
  if (earlier.side !== later.side || earlier.currency !== later.currency) return false;
  if (earlier.document === later.document && earlier.source === later.source) return false;
  const left = new Map<number, number[]>();
  for (const [at, mark] of earlier.goods.entries())
    left.set(mark, [...(left.get(mark) ?? []), earlier.amounts[at] as number]);
  let [missing, one, other] = [0, 0, 0];
  for (const [at, mark] of later.goods.entries()) {
    const amount = left.get(mark)?.shift();
    if (amount === undefined) missing += 1;
    else [one, other] = [one + amount, other + (later.amounts[at] as number)];
  }
  const isNear = Math.abs(one - other) * 100 <= one * APART_PERCENT;
  return missing * MISSING_IN <= later.lines && isNear;
}
