/** Fields that hold money. */
const MONEY = [
  'netValue',
  'grossValue',
  'unitPrice',
  'listPrice',
  'contractPrice',
  'unitCost',
  'amount',
  'price',
];
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };

/**
 * The one currency that the headings of columns of money name, as "Netto EUR" does; undefined where they name none, or
 * several. Signs that several currencies have, such as $, name none.
 */
export function currencyIn(
  columns: readonly { readonly column: string; readonly field: string }[],
): string | undefined {
  const known = new Set(Intl.supportedValuesOf('currency'));
  const named = columns
    .filter(({ field }) => MONEY.includes(field))
    .flatMap(({ column }) => column.match(/(?<!\p{L})[A-Z]{3}(?!\p{L})|[€£]/gu) ?? [])
    .map((sign) => SIGNS[sign] ?? sign)
    .filter((code) => known.has(code));
  const [only, ...others] = new Set(named);
  return others.length === 0 ? only : undefined;
}
