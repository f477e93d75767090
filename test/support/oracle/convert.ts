import type { Price } from '../../../core/agreement/agreement.ts';
import type { DateKind, Line } from '../../../core/fact/line.ts';
import type { MasterRecord } from '../../../core/master/master.ts';
import { attributeAt, versionAt } from './attributes.ts';
import { Fraction, ONE } from './fraction.ts';
import type { Place, TermQuestion } from './question.ts';
import type { PaidWindow } from './windows.ts';

/** One line in one window; undefined answers mean that the line is blocked. */
export type At = {
  readonly question: TermQuestion;
  readonly window: PaidWindow;
  readonly line: Line;
  readonly place: Place;
};

function dateOf({ line, place }: At, kind: DateKind): number | undefined {
  return place.isOriginal ? line.original?.dates[kind] : line.dates[kind];
}

/** How many of a unit one unit of the line is: follows factors until nothing new comes up. */
export function unitsOfLine(at: At, unit: string): Fraction | undefined {
  const { line, question } = at;
  if (line.unit === unit) return ONE;
  const { units } = question.term.conversion;
  if (units === 'none') return undefined;
  const isCurrent = units.factorsAsOf === 'current';
  const day = isCurrent ? undefined : dateOf(at, units.factorsAsOf as DateKind);
  if (day === undefined && !isCurrent) return undefined;
  const factors = factorsOf(question.master.products.get(line.product), day);
  const reached = new Map([[line.unit, ONE]]);
  for (let round = 0; round < factors.length; round += 1) {
    for (const { one, many, other } of factors) {
      const [fromOne, fromOther] = [reached.get(one), reached.get(other)];
      if (fromOne !== undefined && fromOther === undefined) reached.set(other, fromOne.times(many));
      if (fromOther !== undefined && fromOne === undefined) reached.set(one, fromOther.over(many));
    }
  }
  return reached.get(unit);
}

/** "unit.CS": "12 EA": one case is twelve pieces. */
function factorsOf(product: MasterRecord | undefined, day: number | undefined) {
  return Object.entries(versionAt(product, day)?.attributes ?? {}).flatMap(([name, text]) => {
    const [many = '', other = ''] = text.split(' ');
    const number = Fraction.read(many);
    if (!name.startsWith('unit.') || number === undefined) return [];
    return [{ one: name.replace('unit.', ''), many: number, other }];
  });
}

/** How much of the agreement's currency one of another is. */
export function moneyOf(at: At, currency: string): Fraction | undefined {
  const { question, window } = at;
  const { agreement, term, master } = question;
  if (currency === agreement.currency) return ONE;
  const terms = term.conversion.currency;
  if (terms === 'none') return undefined;
  const day =
    terms.rateOn === 'windowEnd'
      ? window.days.last
      : terms.rateOn === 'agreementStart'
        ? agreement.validity.from
        : dateOf(at, terms.rateOn);
  if (day === undefined) return undefined;
  const daysBack = terms.fallback === 'blocked' ? 0 : terms.fallback.previousDays;
  const recorded = (from: string, to: string, on: number) => {
    const version = master.rates.get(`${from}/${to}`)?.versions.find(({ validFrom }) => validFrom === on);
    const text = version?.attributes[terms.rateType];
    return text === undefined ? undefined : Fraction.read(text);
  };
  const inverse = (from: string, to: string, on: number) => {
    const rate = recorded(to, from, on);
    return rate && ONE.over(rate);
  };
  const leg = (from: string, to: string, on: number) =>
    from === to ? ONE : (recorded(from, to, on) ?? inverse(from, to, on));
  for (let on = day; on >= day - daysBack; on -= 1) {
    const to = agreement.currency;
    let rate: Fraction | undefined;
    if (terms.path === 'direct') rate = recorded(currency, to, on);
    else if (terms.path === 'inverse') rate = inverse(currency, to, on);
    else {
      const first = leg(currency, terms.path.through, on);
      const second = leg(terms.path.through, to, on);
      rate = first && second && first.times(second);
    }
    if (rate !== undefined) return rate;
  }
  return undefined;
}

/** What one unit of the line costs in the agreement's currency. */
export function priceOf(at: At, price: Price, unit: string): Fraction | undefined {
  const { line, question, place } = at;
  const times = Fraction.of(price.times);
  if (price.source === 'agreed') {
    const agreed = price.prices.find(({ product }) => product === line.product);
    const units = unitsOfLine(at, unit);
    return agreed && units && Fraction.of(agreed.price).times(units).times(times);
  }
  if (price.source === 'product') {
    const text =
      attributeAt(question.master.products.get(line.product), `price.${price.name}`, place.on) ??
      listed(question.master.prices.get(`${price.name}/${line.product}`), place.on);
    const [digits = '', currency = ''] = (text ?? '').split(' ');
    const [number, units, money] = [Fraction.read(digits), unitsOfLine(at, unit), moneyOf(at, currency)];
    return number && units && money && number.times(units).times(money).times(times);
  }
  const own = ownPrice(line, price.source);
  const money = moneyOf(at, line.currency);
  return own && money && own.times(money).times(times);
}

/** A price list has begun by the day that it is asked for. */
function listed(record: MasterRecord | undefined, day: number): string | undefined {
  const start = versionAt(record, day)?.validFrom ?? Number.NEGATIVE_INFINITY;
  return start <= day ? attributeAt(record, 'price', day) : undefined;
}

function ownPrice(line: Line, source: 'list' | 'unit' | 'contract' | 'net' | 'cost'): Fraction | undefined {
  if (source === 'net') {
    const { invoiced } = line.quantities;
    if (line.netValue === undefined || invoiced === undefined || invoiced.digits === 0n) return undefined;
    return Fraction.of(line.netValue).over(Fraction.of(invoiced));
  }
  const price = {
    list: line.listPrice,
    unit: line.unitPrice,
    contract: line.contractPrice,
    cost: line.unitCost,
  }[source];
  return price && Fraction.of(price);
}
