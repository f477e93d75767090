import { addMonths } from '../../../core/calendar/localDate.ts';
import type { Chance } from '../chance.ts';
import { type Draft, MILLION, worth } from '../draft.ts';
import type { Trade } from '../sets/trade.ts';
import { spanOf } from './agreementsOf.ts';
import type { Codes } from './codes.ts';
import { approve, pay } from './followUp.ts';
import { bankAccountOf } from './partnersOf.ts';
import { CLERKS, workdayAfter } from './people.ts';
import { goodsValueOf, isSold, push, type TradeIndex } from './tradeIndex.ts';

const REASONS = [
  'price difference',
  'freight allowance',
  'damaged goods',
  'rounding of last year',
  'wrong tier booked',
];

/** One in fifty settlements is adjusted by a small part, with a reason and a second person. */
export function adjust(draft: Draft, codes: Codes, chance: Chance): void {
  for (const { partner, agreement, day, minor } of draft.settlements.filter(() => chance.happens(0.03))) {
    const amount = Math.round((minor * chance.whole(-900, 900)) / 10_000);
    const on = workdayAfter(day, 1, 20, chance);
    if (amount === 0 || on > draft.today) continue;
    const adjustment = codes('AJ');
    const approval = approve(draft, 'adjustment', adjustment, { partner, minor: amount }, on, codes, chance);
    draft.adjustments.push({
      adjustment,
      partner,
      day: on,
      minor: amount,
      currency: draft.currency,
      by: approval?.proposedBy ?? chance.pick(CLERKS),
      reason: chance.pick(REASONS),
      ...(agreement === undefined ? {} : { agreement }),
      ...(approval === undefined ? {} : { approvedBy: approval.decidedBy }),
    });
  }
}

/** One partner in thirty moves its account once; somebody else confirms. To be called before anything is paid. */
export function moveAccounts(draft: Draft, codes: Codes, chance: Chance): void {
  const { from } = spanOf(draft.lines);
  for (const partner of draft.partners.filter(({ kind }) => kind === 'customer' && chance.happens(0.03))) {
    const [before] = partner.bankAccounts;
    const [by, confirmedBy] = chance.some(CLERKS, 2);
    const after = bankAccountOf(chance);
    const day = workdayAfter(from, 30, Math.max(60, draft.today - from - 30), chance);
    draft.bankChanges.push({
      change: codes('BC'),
      partner: partner.partner,
      after,
      day,
      by: by ?? '',
      ...(confirmedBy ? { confirmedBy } : {}),
      ...(before ? { before } : {}),
    });
    partner.bankAccounts = [after];
  }
}

/** Real payments of a set, days and amounts as they are. */
export function payReal(draft: Draft, trade: Trade, codes: Codes, chance: Chance): void {
  for (const { partner, day, minor } of trade.payouts ?? []) {
    const account = draft.partners.find((one) => one.partner === partner)?.bankAccounts[0];
    pay(draft, undefined, { partner, day, minor }, account, codes, chance);
  }
}

/** Counts of our stock at the end of each month: what the next month sells and a bit more, for products that sell most. */
export function countStock(draft: Draft, index: TradeIndex, chance: Chance): void {
  if (draft.side !== 'sale') return;
  const { from } = spanOf(draft.lines);
  const products = draft.products
    .map(({ product }) => ({ product, value: goodsValueOf(index.ofProduct(product)) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, 40);
  for (const { product } of products) {
    const lines = index.ofProduct(product).filter(isSold);
    for (let day = addMonths(from, 1); day < draft.today; day = addMonths(day, 1)) {
      const next = addMonths(day, 1);
      const sold = lines.reduce(
        (sum, line) => sum + (line.day >= day && line.day < next ? line.quantity : 0),
        0,
      );
      const quantity = Math.ceil((sold * chance.whole(105, 160)) / 100 / MILLION) * MILLION;
      draft.stock.push({ product, day: day - 1, quantity, unit: draft.unit });
    }
  }
}

const SUPPLIED = { partners: 15, products: 20, months: 24 };

/** What we sold to distributors that report their sales: a month's worth before it, in whole cases of nine litres, and what they still have. */
export function supply(draft: Draft, index: TradeIndex, chance: Chance): void {
  if (draft.side !== 'sellThrough') return;
  const { until } = spanOf(draft.lines);
  const cities = draft.partners
    .map(({ partner }) => partner)
    .sort((a, b) => index.ofPartner(b).length - index.ofPartner(a).length)
    .slice(0, SUPPLIED.partners);
  for (const partner of cities) {
    const products = new Map<string, number[]>();
    for (const { product, quantity } of index.ofPartner(partner)) push(products, product, quantity);
    const most = [...products].sort((a, b) => b[1].length - a[1].length).slice(0, SUPPLIED.products);
    for (const [product] of most)
      supplyProduct(draft, index, partner, product, addMonths(until, -SUPPLIED.months), chance);
  }
}

function supplyProduct(
  draft: Draft,
  index: TradeIndex,
  partner: string,
  product: string,
  start: number,
  chance: Chance,
): void {
  const sold = index
    .ofPartner(partner)
    .filter((line) => line.product === product && line.side === 'sellThrough');
  const price = Math.round((draft.products.find((one) => one.product === product)?.listPrice ?? 0) * 0.8);
  let stock = 18 * MILLION;
  for (let day = start; day < draft.today; day = addMonths(day, 1)) {
    const next = addMonths(day, 1);
    const needed = sold.reduce(
      (sum, line) => sum + (line.day >= day && line.day < next ? line.quantity : 0),
      0,
    );
    const cases = Math.max(0, Math.ceil((needed + 18 * MILLION - stock) / (9 * MILLION)));
    if (cases > 0) {
      const line = {
        source: 'supply',
        document: `S${day}-${partner}`,
        line: product,
        side: 'sale' as const,
        kind: 'goods' as const,
        partner,
        product,
        day: day + chance.whole(0, 3),
        quantity: cases * 9 * MILLION,
        unit: 'L',
        minor: worth(cases * 9 * MILLION, price),
        unitMinor: price,
        currency: draft.currency,
      };
      draft.lines.push(line);
      index.add(line);
    }
    stock += cases * 9 * MILLION - needed;
    if (next <= draft.today)
      draft.stock.push({ product, partner, day: next - 1, quantity: stock, unit: 'L' });
  }
}
