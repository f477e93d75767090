import { fromYearMonthDay, type LocalDate, toYearMonthDay } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { DateKind, Line, LineQuantities, QuantityKind } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import { atScale, type Decimal, FACT_SCALE_MAX } from '../../core/number/decimal.ts';
import { isOwnDocument } from '../../core/plan/isOwnDocument.ts';
import { isReturn } from '../../core/plan/placeLine.ts';

export type Totalling = {
  /** How many months of the calendar a total is of: 1, 3, 6 or 12. */
  readonly months: number;
  /** The date of a line that places it in a period. */
  readonly date: DateKind;
  /** Lines up to this day become totals; the others stay as they are. */
  readonly lastDay: LocalDate;
  /** Knows the rebate documents of ours: no total holds them. */
  readonly master: Master;
};

/**
 * What a company has that kept no lines: those up to a day, summed by period and by whatever else
 * distinguishes them. Returns stay lines: a total cannot say what they take back.
 */
export function totalsOf(lines: readonly Line[], { months, date, lastDay, master }: Totalling): Line[] {
  const isOld = (line: Line) =>
    (line.dates[date] ?? Infinity) <= lastDay && !isReturn(line) && !isOwnDocument(line, master);
  const groups = Map.groupBy(lines.filter(isOld), (line) => {
    const { from } = periodOf(line.dates[date] as LocalDate, months);
    const { side, company, partner, product, unit, currency, kind, attributes } = line;
    return JSON.stringify([
      side,
      company,
      partner,
      product,
      unit,
      currency,
      kind,
      attributes.promotion,
      from,
    ]);
  });
  const totals = [...groups.values()].map((group, index) => total(group, index, months, date, lastDay));
  return [...totals, ...lines.filter((line) => !isOld(line))];
}

function total(
  group: readonly Line[],
  index: number,
  months: number,
  date: DateKind,
  lastDay: LocalDate,
): Line {
  const [first] = group as [Line];
  const { from, until } = periodOf(first.dates[date] as LocalDate, months);
  const { source, side, company, partner, product, unit, currency, kind = 'goods', attributes } = first;
  const netValue = sumOf(group.map((line) => line.netValue));
  const grossValue = sumOf(group.map((line) => line.grossValue));
  return {
    source: `${source}-totals`,
    document: 'totals',
    line: String(index),
    revision: 1,
    side,
    company,
    partner,
    product,
    dates: { [date]: Math.min(until - 1, lastDay) },
    quantities: quantitiesOf(group),
    unit,
    currency,
    kind,
    ...(netValue && { netValue }),
    ...(grossValue && { grossValue }),
    attributes: attributes.promotion === undefined ? {} : { promotion: attributes.promotion },
    takenOverFrom: from,
    batch: 0,
  };
}

/** The period of the calendar that a day lies in. */
export function periodOf(day: LocalDate, months: number): Window {
  const { year, month } = toYearMonthDay(day);
  const first = Math.floor((month - 1) / months) * months + 1;
  const isNextYear = first + months > 12;
  return {
    from: fromYearMonthDay(year, first, 1),
    until: isNextYear ? fromYearMonthDay(year + 1, 1, 1) : fromYearMonthDay(year, first + months, 1),
  };
}

function quantitiesOf(group: readonly Line[]): LineQuantities {
  const kinds = Object.keys(group[0]?.quantities ?? {}) as QuantityKind[];
  const sums = kinds.map((kind) => [kind, sumOf(group.map(({ quantities }) => quantities[kind]))] as const);
  return Object.fromEntries(sums.filter(([, sum]) => sum !== undefined));
}

/** A field that one of the lines does not have is not there in their sum, either. */
function sumOf(values: readonly (Decimal | undefined)[]): Decimal | undefined {
  let digits = 0n;
  for (const value of values) {
    if (value === undefined) return undefined;
    digits += atScale(value, FACT_SCALE_MAX);
  }
  return { digits, scale: FACT_SCALE_MAX };
}
