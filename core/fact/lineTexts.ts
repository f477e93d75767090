import { formatDate } from '../calendar/localDate.ts';
import { type Decimal, formatDecimal } from '../number/decimal.ts';
import { DATE_KINDS, type Discount, type Line } from './line.ts';
import { type LineTexts, PRICES_AND_VALUES, QUANTITY_FIELDS } from './parseLine.ts';

/**
 * The text of each field of a line, as `parseLine` reads it: the way back, without a loss. An
 * absent field has no text.
 */
export function lineTexts(line: Line): LineTexts {
  const texts: Record<string, string | undefined> = {
    source: line.source,
    document: line.document,
    line: line.line,
    side: line.side,
    company: line.company,
    partner: line.partner,
    ...(line.product !== '' && { product: line.product }),
    ...dateTexts(line),
    ...numberTexts(line),
    ...quantityTexts(line),
    unit: line.unit,
    ...Object.fromEntries(PRICES_AND_VALUES.map((field) => [field, decimalText(line[field])])),
    currency: line.currency,
    lineKind: line.kind,
    endCustomer: line.endCustomer,
    taxCode: line.taxCode,
    taxRate: decimalText(line.taxRate),
    ...discountTexts(line),
    returnOfDocument: line.returnOf?.document,
    returnOfLine: line.returnOf?.line,
    correctionOfDocument: line.correctionOf?.document,
    correctionOfLine: line.correctionOf?.line,
    takenOverFrom: line.takenOverFrom === undefined ? undefined : formatDate(line.takenOverFrom),
    ...named('attribute', line.attributes),
  };
  const present = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(present);
}

function decimalText(value: Decimal | undefined): string | undefined {
  return value && formatDecimal(value);
}

function dateTexts({ dates }: Line): Record<string, string> {
  return Object.fromEntries(
    DATE_KINDS.flatMap((kind) => {
      const day = dates[kind];
      return day === undefined ? [] : [[`${kind}Date`, formatDate(day)]];
    }),
  );
}

function numberTexts({ numbers = {} }: Line): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([kind, number]) => [`${kind}Number`, number]));
}

function quantityTexts({ quantities }: Line): Record<string, string> {
  return Object.fromEntries(
    Object.entries(quantities).map(([kind, value]) => [
      QUANTITY_FIELDS[kind as keyof typeof quantities],
      formatDecimal(value),
    ]),
  );
}

function discountTexts({ discounts = [] }: Line): Record<string, string> {
  return Object.fromEntries(
    discounts.map((discount) => [`discount.${discount.origin}.${discount.code}`, discountText(discount)]),
  );
}

/** The text of a discount in a line file: "5%", "=9.99" a unit, or an amount. */
export function discountText({ kind, value }: Discount): string {
  const text = formatDecimal(value);
  if (kind === 'percent') return `${text}%`;
  return kind === 'price' ? `=${text}` : text;
}

function named(prefix: string, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${prefix}.${name}`, text]));
}
