import { addMonths, fromYearMonthDay, toYearMonthDay } from '../../../core/calendar/localDate.ts';
import type { HistoryTier } from '../../../core/trust/history.ts';
import type { Chance } from '../chance.ts';
import { type Draft, type DraftLine, type DraftOf, MILLION } from '../draft.ts';
import type { Trade } from '../sets/trade.ts';
import type { Codes } from './codes.ts';
import { goodsValueOf, isSold, push, type TradeIndex } from './tradeIndex.ts';

/** How many of each are written; price support is what partners (or we) claim for line by line. */
export type Extent = { readonly rebates: number; readonly support: number };

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
type Agreement = DraftOf<'agreements'>;

/** From the first day of the quarter of the first line to the first day after the last one's. */
export function spanOf(lines: readonly DraftLine[]): { from: number; until: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { day } of lines) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return { from: quarterOf(first), until: addMonths(quarterOf(last), 3) };
}

function quarterOf(day: number): number {
  const { year, month } = toYearMonthDay(day);
  return fromYearMonthDay(year, month - ((month - 1) % 3), 1);
}

/** Honest agreements on top of a real trade: yearly and quarterly tiers, one for everybody of a segment, price support. */
export function agreementsOf(
  draft: Draft,
  trade: Trade,
  index: TradeIndex,
  extent: Extent,
  codes: Codes,
  chance: Chance,
): Agreement[] {
  const span = spanOf(draft.lines);
  const traded = draft.partners
    .filter(({ segment }) => segment !== 'counter')
    .map(({ partner }) => ({ partner, value: goodsValueOf(index.ofPartner(partner)) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const some = traded.slice(0, Math.min(extent.rebates, Math.ceil(traded.length * 0.5)));
  const rebates = some.map(({ partner, value }) =>
    rebateOf(draft, index, { partner, value, ...span }, codes, chance),
  );
  const segment = extent.rebates === 0 ? undefined : segmentRebate(draft, span, codes);
  const support = supportOf(
    draft,
    trade,
    index,
    traded.slice(0, extent.support * 2).map(({ partner }) => partner),
    extent.support,
    span,
    codes,
    chance,
  );
  const all = [...rebates, ...(segment === undefined ? [] : [segment]), ...support];
  allowTogether(draft, all);
  return all;
}

type Buyer = {
  readonly partner: string;
  readonly value: number;
  readonly from: number;
  readonly until: number;
};

function rebateOf(draft: Draft, index: TradeIndex, buyer: Buyer, codes: Codes, chance: Chance): Agreement {
  const { partner, from, until } = buyer;
  const windows = chance.pick(
    until - from > 500 ? (['quarter', 'year'] as const) : (['quarter', 'quarter', 'month'] as const),
  );
  const count = Math.max(1, Math.round((until - from) / (MONTHS[windows] * 30.44)));
  const kind = draft.partners.find((one) => one.partner === partner)?.kind ?? 'customer';
  const byQuantity = chance.happens(0.25);
  const mean = (byQuantity ? quantityOf(index.ofPartner(partner)) : buyer.value) / count;
  const guaranteed = chance.happens(0.08) && kind === 'supplier' ? round2(buyer.value / count / 200) : 0;
  return {
    agreement: codes('AG'),
    side: kind,
    name: `${kind === 'supplier' ? 'Purchase' : 'Volume'} bonus ${partner}`,
    state: 'active',
    partners: [partner],
    products: [],
    categories: [],
    from,
    until,
    basis: byQuantity ? 'quantity' : 'value',
    ...(byQuantity ? { unit: draft.unit } : {}),
    currency: draft.currency,
    retroactive: chance.happens(0.6),
    tiers: tiersOf(mean, byQuantity ? buyer.value / count / (mean / MILLION) : undefined, chance),
    windows,
    ...(guaranteed > 0 ? { guaranteed } : {}),
    ...(kind === 'supplier' ? { claimWithin: chance.pick([60, 90]) } : {}),
  };
}

function quantityOf(lines: readonly DraftLine[]): number {
  return lines.reduce((sum, { kind, quantity }) => sum + (kind === 'goods' ? quantity : 0), 0);
}

/** Thresholds are round numbers around what is usual; at a price, so much for each unit. */
function tiersOf(mean: number, price: number | undefined, chance: Chance): HistoryTier[] {
  const base = chance.pick([50, 100, 150]);
  return [0.4, 0.85, 1.3].map((share, step) => {
    const from = round2(mean * share);
    const rate = base * (step + 1);
    return price === undefined
      ? { from, rate }
      : { from, perUnit: Math.max(1, Math.round((price * rate) / 10_000)) };
  });
}

/** To two digits. */
function round2(value: number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / scale) * scale;
}

function segmentRebate(
  draft: Draft,
  span: { from: number; until: number },
  codes: Codes,
): Agreement | undefined {
  const sizes = new Map<string, string[]>();
  for (const { partner, segment, kind } of draft.partners) {
    if (segment !== undefined && segment !== 'counter' && kind === 'customer') push(sizes, segment, partner);
  }
  const [segment] =
    [...sizes].filter(([, { length }]) => length < 400).sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  if (segment === undefined) return undefined;
  return {
    agreement: codes('AG'),
    side: 'customer',
    name: `Segment bonus ${segment}`,
    state: 'active',
    partners: [],
    products: [],
    categories: [],
    segment,
    ...span,
    basis: 'value',
    currency: draft.currency,
    retroactive: true,
    tiers: [{ from: 0, rate: 50 }],
    windows: 'quarter',
  };
}

function supportOf(
  draft: Draft,
  trade: Trade,
  index: TradeIndex,
  partners: readonly string[],
  count: number,
  span: { from: number; until: number },
  codes: Codes,
  chance: Chance,
): Agreement[] {
  const suppliers = new Map(
    trade.products.flatMap(({ product, supplier }) => (supplier ? [[product, supplier] as const] : [])),
  );
  const pairs =
    suppliers.size > 0
      ? [...suppliers].map(([product, partner]) => ({ partner, product, lines: index.ofProduct(product) }))
      : partners.flatMap((partner) =>
          usualProducts(index.ofPartner(partner)).map(([product, lines]) => ({ partner, product, lines })),
        );
  const prices = new Map(draft.products.map(({ product, listPrice }) => [product, listPrice ?? 0]));
  const worthIt = pairs.filter(
    ({ product, lines }) => (prices.get(product) ?? 0) >= 20 && lines.filter(isSold).length >= 3,
  );
  return chance.some(worthIt, count).map(({ partner, product }) => {
    const list = prices.get(product) ?? 0;
    const contractPrice = Math.round((list * chance.whole(82, 94)) / 100);
    return {
      agreement: codes('AG'),
      side:
        suppliers.size > 0
          ? 'supplier'
          : (draft.partners.find((one) => one.partner === partner)?.kind ?? 'customer'),
      name: `Price support ${product}`,
      state: 'active',
      partners: [partner],
      products: [product],
      categories: [],
      from: span.from + chance.pick([0, 0, 31, 90]),
      until: span.until,
      basis: 'quantity',
      unit: draft.unit,
      currency: draft.currency,
      retroactive: false,
      tiers: [{ from: 0, perUnit: list - contractPrice }],
      windows: 'month',
      contractPrice,
      claimWithin: 60,
      ...(chance.happens(0.4) ? { endCustomer: `EC-${chance.whole(100, 999)}` } : {}),
    };
  });
}

function usualProducts(lines: readonly DraftLine[]): [string, DraftLine[]][] {
  const products = new Map<string, DraftLine[]>();
  for (const line of lines.filter(isSold)) push(products, line.product, line);
  return [...products].sort((a, b) => b[1].length - a[1].length).slice(0, 4);
}

/** All honest agreements that meet on a partner say of each other that they pay beside it. */
function allowTogether(draft: Draft, agreements: Agreement[]): void {
  const segments = new Map(draft.partners.map(({ partner, segment }) => [partner, segment]));
  for (const one of agreements) {
    const others = agreements.filter((other) => other !== one && meets(one, other, segments));
    if (others.length > 0) one.together = others.map(({ agreement }) => agreement);
  }
}

function meets(a: Agreement, b: Agreement, segments: ReadonlyMap<string, string | undefined>): boolean {
  const covers = (x: Agreement, partner: string) =>
    x.partners.includes(partner) || (x.partners.length === 0 && x.segment === segments.get(partner));
  return a.partners.some((partner) => covers(b, partner)) || b.partners.some((partner) => covers(a, partner));
}
