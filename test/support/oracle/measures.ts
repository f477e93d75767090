import type {
  Bucket,
  CountedQuantity,
  Measure,
  Share,
  ValueBasis,
} from '../../../core/agreement/agreement.ts';
import type { Line } from '../../../core/fact/line.ts';
import type { Decimal } from '../../../core/number/decimal.ts';
import { meets } from './attributes.ts';
import { type At, moneyOf, priceOf, unitsOfLine } from './convert.ts';
import { Fraction, HUNDRED, NOTHING, ONE } from './fraction.ts';
import { isReturn } from './places.ts';
import { type Entry, keyOf, type TermQuestion } from './question.ts';
import type { PaidWindow } from './windows.ts';

/** What a measure is taken for: other terms may have lowered the value of a line for it. */
export type Use = 'qualifier' | 'payout' | 'other';

export type Measuring = {
  readonly question: TermQuestion;
  readonly window: PaidWindow;
  readonly use: Use;
  /** At most so much of each sale counts. */
  readonly perLine?: Fraction;
};

/** The number that some lines give; those that the measure's own conditions leave out are left out. */
export function measured(measuring: Measuring, measure: Measure, entries: readonly Entry[]): Fraction {
  const own = entries.filter((entry) => isIncluded(measuring, measure, entry));
  const sum = (some: readonly Entry[], of: Measure) =>
    Fraction.sum(some.map((entry) => worth(measuring, of, entry)));
  switch (measure.of) {
    case 'count': {
      const net = { of: 'value', basis: 'net' } as const;
      const bought = gathered(own, [measure.what]).filter((some) => sum(some, net).isPositive);
      return new Fraction(BigInt(bought.length));
    }
    case 'pallets':
      return Fraction.sum(
        gathered(own, measure.mixed ? [measure.level] : [measure.level, 'product']).map((some) => {
          const packed = sum(some, quantity(measure.basis, measure.unit));
          const full = packed.isPositive ? packed.whole() : NOTHING;
          if (measure.counts === 'pallets' || packed.isZero) return full;
          return full.times(sum(some, quantity(measure.basis, measure.counts.units))).over(packed);
        }),
      );
    case 'bundles':
      return Fraction.least(
        measure.components.map((component) => {
          const some = own.filter((entry) =>
            component.where.every((one) => meets(one, look(measuring, entry))),
          );
          const pieces = sum(some, quantity(measure.basis, measure.unit));
          return pieces.isPositive ? pieces.over(Fraction.of(component.quantity)).whole() : NOTHING;
        }),
      );
    default: {
      const { perLine } = measuring;
      if (perLine === undefined) return sum(own, measure);
      return Fraction.sum(gathered(own, ['line']).map((some) => sum(some, measure).atMost(perLine)));
    }
  }
}

/** One measure in percent of another; nothing where there is nothing to compare with. */
export function measuredShare(
  measuring: Measuring,
  { part, whole }: Pick<Share, 'part' | 'whole'>,
  entries: readonly Entry[],
): Fraction | undefined {
  const all = measured(measuring, whole, entries);
  return all.isPositive ? measured(measuring, part, entries).times(HUNDRED).over(all) : undefined;
}

/** Whether a line has all that a measure asks of it, where it is asked at all. */
export function isMeasurable(measuring: Measuring, measure: Measure, entry: Entry): boolean {
  if (!isIncluded(measuring, measure, entry)) return true;
  return asked(measure)
    .filter((one) => isAsked(measuring, one, entry))
    .every((one) => valueOfLine(atOf(measuring, entry), one) !== undefined);
}

/** The plain measures behind one that counts or floors. */
function asked(measure: Measure): Measure[] {
  switch (measure.of) {
    case 'count':
      return [{ of: 'value', basis: 'net' }];
    case 'pallets': {
      const packed = quantity(measure.basis, measure.unit);
      return measure.counts === 'pallets'
        ? [packed]
        : [packed, quantity(measure.basis, measure.counts.units)];
    }
    case 'bundles':
      return measure.components.map(({ where }) => ({ ...quantity(measure.basis, measure.unit), where }));
    default:
      return [measure];
  }
}

function isAsked(measuring: Measuring, measure: Measure, entry: Entry): boolean {
  return (measure.where ?? []).every((one) => meets(one, look(measuring, entry)));
}

/** Whether a measure looks at a line at all. */
export function isIncluded(measuring: Measuring, measure: Measure, entry: Entry): boolean {
  if (measure.of === 'pallets' && measure.returns === 'doNotBreak' && isReturn(entry.line)) return false;
  return isAsked(measuring, measure, entry);
}

/** Whether a measure takes a line in; complete sets take in those of their components. */
export function isLookedAt(measuring: Measuring, measure: Measure, entry: Entry): boolean {
  if (!isIncluded(measuring, measure, entry)) return false;
  return measure.of !== 'bundles' || asked(measure).some((one) => isAsked(measuring, one, entry));
}

function quantity(basis: CountedQuantity, unit: string): Measure {
  return { of: 'quantity', basis, unit };
}

function atOf({ question, window }: Measuring, entry: Entry): At {
  return { question, window, line: entry.line, place: entry };
}

function look({ question, window }: Measuring, { line, on, isOriginal }: Entry) {
  return { line, master: question.master, day: attributeDay(question, window, on), isOriginal };
}

/** The day as of which master data is read. */
export function attributeDay(
  { term, effective }: TermQuestion,
  { days }: PaidWindow,
  on: number,
): number | undefined {
  switch (term.eligibility.attributesAsOf) {
    case 'transaction':
      return on;
    case 'windowEnd':
      return Math.min(days.last, effective);
    case 'current':
      return undefined;
  }
}

/** What a line is worth for one use, less what other terms have paid on it. */
function worth(measuring: Measuring, measure: Measure, entry: Entry): Fraction {
  const value = valueOfLine(atOf(measuring, entry), measure);
  if (value === undefined) throw new Error('a line that cannot be measured has not been blocked');
  if (measure.of !== 'value' || measuring.use === 'other') return value;
  return value.minus(entry.lowered[measuring.use]);
}

function valueOfLine(at: At, measure: Measure): Fraction | undefined {
  const { line } = at;
  switch (measure.of) {
    case 'quantity': {
      const [pieces, units] = [read(line.quantities[measure.basis]), unitsOfLine(at, measure.unit)];
      return pieces && units && pieces.times(units);
    }
    case 'value': {
      const [value, money] = [baseValue(line, measure.basis), moneyOf(at, line.currency)];
      return value && money && value.times(money);
    }
    case 'atPrice': {
      const [pieces, price] = [
        read(line.quantities[measure.basis]),
        priceOf(at, measure.price, measure.unit),
      ];
      return pieces && price && pieces.times(price);
    }
    case 'priceDifference': {
      const pieces = read(line.quantities[measure.basis]);
      const higher = priceOf(at, measure.higher, measure.unit);
      const lower = priceOf(at, measure.lower, measure.unit);
      if (pieces === undefined || higher === undefined || lower === undefined) return undefined;
      const difference = higher.minus(lower);
      return pieces.times(measure.whenNegative === 'zero' ? difference.atLeast(NOTHING) : difference);
    }
    default:
      throw new Error(`${measure.of} is no measure of one line`);
  }
}

function read(decimal: Decimal | undefined): Fraction | undefined {
  return decimal && Fraction.of(decimal);
}

/** In the currency of the line. */
function baseValue(line: Line, basis: ValueBasis): Fraction | undefined {
  const { invoiced, ordered, received, stocked } = line.quantities;
  const product = (pieces: Decimal | undefined, price: Decimal | undefined) =>
    pieces && price && Fraction.of(pieces).times(Fraction.of(price));
  switch (basis) {
    case 'net':
      return read(line.netValue);
    case 'gross':
      return read(line.grossValue);
    case 'margin': {
      const cost = product(invoiced, line.unitCost);
      return line.netValue && cost && Fraction.of(line.netValue).minus(cost);
    }
    case 'list':
      return product(invoiced, line.listPrice);
    case 'invoice':
      return invoiceValue(line);
    case 'orderedAtPrice':
      return product(ordered, line.unitPrice);
    case 'receivedAtPrice':
      return product(received, line.unitPrice);
    case 'stockedAtPrice':
      return product(stocked, line.unitPrice);
  }
}

/** List value, or the lowest fixed price; less all percentages, one after the other; less all amounts. */
function invoiceValue(line: Line): Fraction | undefined {
  const of = (kind: string) =>
    (line.discounts ?? []).filter((one) => one.kind === kind).map(({ value }) => Fraction.of(value));
  const pieces = read(line.quantities.invoiced);
  const price = of('price').length > 0 ? Fraction.least(of('price')) : read(line.listPrice);
  if (pieces === undefined || price === undefined) return undefined;
  const left = of('percent').reduce((rest, percent) => rest.times(ONE.minus(percent.percent())), ONE);
  return pieces
    .times(price)
    .times(left)
    .minus(Fraction.sum(of('amount')));
}

/** Lines that stand in one bucket together, bucket by bucket. */
export function gathered(entries: readonly Entry[], buckets: readonly Bucket[]): Entry[][] {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = JSON.stringify(buckets.map((bucket) => bucketOf(entry, bucket)));
    found.set(key, [...(found.get(key) ?? []), entry]);
  }
  return [...found.values()];
}

/** A return that stands at its original's place stands in its original's bucket. */
export function bucketOf({ line, on, isOriginal }: Entry, bucket: Bucket): string {
  const original = isOriginal ? line.original : undefined;
  const document = original?.document ?? line.document;
  switch (bucket) {
    case 'line':
      return keyOf({ source: line.source, document, line: original?.line ?? line.line });
    case 'document':
      return JSON.stringify([line.source, document]);
    case 'delivery':
    case 'order':
      return JSON.stringify([line.source, (original?.attributes ?? line.attributes)[bucket] ?? document]);
    case 'day':
      return String(on);
    case 'product':
      return line.product;
  }
}
