import type { FieldKind } from '../../core/fact/fieldKind.ts';
import { parseDecimal } from '../../core/number/decimal.ts';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import type { DiscountSource } from './sourceDescription.ts';
import type { TableRow } from './tableFile.ts';
import type { Value } from './valueFormat.ts';
import type { ReadValue } from './valueReader.ts';

/** How a number in a column is written as the text of a discount. */
const TEXT_OF = {
  percent: (text: string) => `${text}%`,
  amount: (text: string) => text,
  price: (text: string) => `=${text}`,
};
const KINDS = ['percent', 'amount', 'price'] as const;
type Kind = (typeof KINDS)[number];

/** A discount of a description, ready to be read. */
export type DiscountReader = {
  readonly origin: DiscountSource['origin'];
  readonly kind: Kind;
  readonly code: ReadValue;
  readonly value: ReadValue;
};

/** The values that the discounts of a description are read from, by the place in it. */
export function discountValues(sources: readonly DiscountSource[]): Record<string, Value> {
  return Object.fromEntries(
    sources.flatMap((source, index) =>
      [['code', source.code] as const, [kindOf(source), readFrom(source)] as const].map(
        ([name, value]) => [`discounts[${index}].${name}`, value] as const,
      ),
    ),
  );
}

/** What kind of text a value of `discountValues` is. */
export function discountKind(name: string): FieldKind {
  return name.endsWith('.code') ? 'text' : 'number';
}

export function discountReaders(
  sources: readonly DiscountSource[],
  readers: ReadonlyMap<string, ReadValue>,
): DiscountReader[] {
  const reader = (name: string) => {
    const read = readers.get(name);
    if (read === undefined) throw new Error(`Fault: no reader of ${name}`);
    return read;
  };
  return sources.map((source, index) => {
    const kind = kindOf(source);
    const at = `discounts[${index}]`;
    return { origin: source.origin, kind, code: reader(`${at}.code`), value: reader(`${at}.${kind}`) };
  });
}

/**
 * Adds the discounts of a row to the texts of its fields. Nothing in the column, or nothing off, is
 * no discount; a price of nothing is one.
 * Refuses: line-discount-repeated (which of two would count?), and those of the values.
 */
export function addDiscounts(
  texts: Record<string, string>,
  readers: readonly DiscountReader[],
  row: TableRow,
  refusals: Refusal[],
): void {
  for (const { origin, kind, code, value } of readers) {
    const text = value(row, refusals);
    if (text === '' || (kind !== 'price' && parseDecimal(text)?.digits === 0n)) continue;
    const field = `discount.${origin}.${code(row, refusals).normalize('NFC')}`;
    if (texts[field]) refusals.push(refuse('line-discount-repeated', field, { field }));
    texts[field] = TEXT_OF[kind](text);
  }
}

function kindOf(source: DiscountSource): Kind {
  const kind = KINDS.find((candidate) => candidate in source);
  if (kind === undefined) throw new Error('Fault: a discount without value');
  return kind;
}

function readFrom(source: DiscountSource): Value {
  if ('percent' in source) return source.percent;
  return 'amount' in source ? source.amount : source.price;
}
