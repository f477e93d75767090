import { parseDate } from '../calendar/localDate.ts';
import type { Operand } from '../explanation/explanation.ts';
import { minorDigits } from '../money/currency.ts';
import { CATALOGUES, type Catalogue, type Word } from './catalogue.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { onceEach } from './onceEach.ts';

/** How many places are shown of a fraction that does not end; no currency has more. */
const SHOWN_PLACES = 6;
const ELLIPSIS = '…';
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * An operand as people of a language read it. Numbers are passed on as texts, never as floats, and
 * keep every place; a fraction that does not end is cut, with an ellipsis, and never rounded.
 */
export function operandText(operand: Operand, language: Language): string {
  const catalogue = CATALOGUES[language];
  switch (operand.kind) {
    case 'money': {
      const { currency, value } = operand;
      const style = { style: 'currency', currency, currencyDisplay: 'code' } as const;
      return numberText(value, minorDigits(currency) ?? 0, style, catalogue);
    }
    case 'number':
      return quantityText(operand.value, operand.unit, catalogue);
    case 'percent':
      return numberText(operand.value, 0, { style: 'unit', unit: 'percent' }, catalogue);
    case 'count':
      return numberText(String(operand.value), 0, {}, catalogue);
    case 'window':
      return fillText(catalogue.window, {
        firstDay: dateText(operand.firstDay, catalogue),
        lastDay: dateText(operand.lastDay, catalogue),
      });
    case 'date':
      return dateText(operand.value, catalogue);
    case 'text':
      return operand.value;
    case 'word':
      return catalogue.words[operand.word as Word] ?? operand.word;
  }
}

function quantityText(value: string, unit: string | undefined, catalogue: Catalogue): string {
  const number = numberText(value, 0, {}, catalogue);
  if (unit === undefined) return number;
  const name = Object.hasOwn(catalogue.units, unit) ? (catalogue.units[unit] as string) : unit;
  return `${number} ${fillText(name, { count: value })}`;
}

/** A decimal, or "n/d" for a fraction that does not end, with at least so many places. */
function numberText(
  value: string,
  places: number,
  style: Intl.NumberFormatOptions,
  { locale }: Catalogue,
): string {
  const fraction = cutFraction(value);
  const format = numberFormat(locale, {
    ...style,
    minimumFractionDigits: fraction === undefined ? places : SHOWN_PLACES,
    maximumFractionDigits: 100,
  });
  if (fraction === undefined) return format.format(value as `${number}`);
  const parts = format.formatToParts(fraction as `${number}`);
  const last = parts.findLastIndex(({ type }) => type === 'fraction');
  return parts.map((part, index) => (index === last ? part.value + ELLIPSIS : part.value)).join('');
}

/** The first places of "n/d", cut towards zero; undefined where the text is no fraction. */
function cutFraction(value: string): string | undefined {
  const match = /^(-?)(\d+)\/(\d+)$/.exec(value);
  if (match === null) return undefined;
  const [sign, numerator, denominator] = [match[1], BigInt(match[2] as string), BigInt(match[3] as string)];
  const digits = ((numerator * 10n ** BigInt(SHOWN_PLACES)) / denominator)
    .toString()
    .padStart(SHOWN_PLACES + 1, '0');
  return `${sign}${digits.slice(0, -SHOWN_PLACES)}.${digits.slice(-SHOWN_PLACES)}`;
}

function dateText(value: string, { locale }: Catalogue): string {
  const day = parseDate(value);
  if (day === undefined) return value;
  return dateFormat(locale).format(day * MILLISECONDS_A_DAY);
}

const numberFormat = onceEach(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const dateFormat = onceEach(
  (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
);
