import type { Conversion, CurrencyConversion } from '../agreement/agreement.ts';
import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { exchangeRate } from '../conversion/exchangeRate.ts';
import { unitFactor } from '../conversion/unitFactor.ts';
import type { DateKind, Line } from '../fact/line.ts';
import type { Master } from '../master/master.ts';
import { type Rational, rational } from '../number/rational.ts';
import { block, type MeasureBlocked } from './measureBlocks.ts';

/** Where a line is measured: for which agreement, as of which days. */
export type MeasureContext = {
  /** That of the agreement. */
  readonly currency: string;
  readonly conversion: Conversion;
  readonly master: Master;
  /** The day on which the line acts; prices of master data are of this day. */
  readonly placedOn: LocalDate;
  /** The line acts at the place of the line that it takes back: its dates are read. */
  readonly isOriginal: boolean;
  readonly payoutWindow: Window;
  readonly validityStart: LocalDate;
};

export type Converted = { readonly factor: Rational } | MeasureBlocked;

const ONE = rational(1n);

/** How many `unit` one unit of the line is. Source: rulings R13. */
export function convertUnit(line: Line, unit: string, context: MeasureContext): Converted {
  if (line.unit === unit) return { factor: ONE };
  const { units } = context.conversion;
  const { product, unit: from } = line;
  if (units === 'none') return block('noUnitPath', { product, from, to: unit });
  const isCurrent = units.factorsAsOf === 'current';
  const day = isCurrent ? undefined : dateOf(line, units.factorsAsOf, context);
  if (day === undefined && !isCurrent) return missingDate(units.factorsAsOf);
  const found = unitFactor(context.master.products.get(product), from, unit, day);
  if ('factor' in found) return found;
  if (found.reason === 'noUnitPath') return block(found.reason, { product, from, to: unit });
  return block(found.reason, { product, attribute: found.attribute, value: found.text });
}

/** How much of the agreement's currency one unit of another is worth for a line. Source: rulings R15. */
export function convertCurrency(line: Line, from: string, context: MeasureContext): Converted {
  const { currency: to, conversion, master } = context;
  if (from === to) return { factor: ONE };
  if (conversion.currency === 'none') return block('noExchangeRate', { from, to });
  const { rateOn } = conversion.currency;
  const day = rateDay(line, rateOn, context);
  if (day === undefined) return missingDate(rateOn);
  const found = exchangeRate(master.rates, from, to, day, conversion.currency);
  if ('rate' in found) return { factor: found.rate };
  if (found.reason === 'noExchangeRate') return block(found.reason, { from, to, day: formatDate(day) });
  return block(found.reason, { rate: found.code, day: formatDate(found.day), value: found.text });
}

function rateDay(
  line: Line,
  rateOn: CurrencyConversion['rateOn'],
  context: MeasureContext,
): LocalDate | undefined {
  if (rateOn === 'windowEnd') return context.payoutWindow.until - 1;
  if (rateOn === 'agreementStart') return context.validityStart;
  return dateOf(line, rateOn, context);
}

/** A return that acts in the place of its original is converted as that was: together they are nothing. */
function dateOf(line: Line, kind: DateKind, { isOriginal }: MeasureContext): LocalDate | undefined {
  const { dates } = (isOriginal ? line.original : undefined) ?? line;
  return dates[kind];
}

function missingDate(kind: string): MeasureBlocked {
  return block('measureMissing', { field: `${kind}Date` });
}
