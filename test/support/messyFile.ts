import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MasterRow } from '../../app/ports.ts';
import { seededRandom } from '../crash/seededRandom.ts';

// A file as senders write them: most rows are good, and every so many rows one has one of 25 kinds of
// dirt whose end is known before anything is read.

export const MESSY_HEADER = [
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,listPrice,netValue,currency',
  'returnOfDocument,returnOfLine,discount.promotion.SPRING,attribute.region',
].join(',');

export const MESSY_MASTER: readonly MasterRow[] = [
  ...Array.from({ length: 200 }, (_, index) => named('partner', `P${index}`)),
  ...Array.from({ length: 500 }, (_, index) => named('product', `A${index}`)),
];

function named(kind: 'partner' | 'product', code: string): MasterRow {
  return { kind, code, name: `${kind} ${code}`, attributes: {} };
}

type Texts = string[];
/** Column places of the header. */
const at = Object.fromEntries(MESSY_HEADER.split(',').map((name, index) => [name, index])) as Record<
  string,
  number
>;

export type Ending = 'accepted' | 'duplicate' | 'quarantined';
export type Dirt = {
  readonly name: string;
  readonly ends: Ending;
  /** Of a quarantined row; of another one its own. */
  readonly code?: string;
  /** Whether the row is a line all the same, whose value is in the totals. */
  readonly isLine: boolean;
  readonly change: (row: Texts, previous: Texts) => Texts;
};

const set = (field: string, text: string) => (row: Texts) => row.with(at[field] as number, text);
const refused = (name: string, code: string, change: Dirt['change'], isLine = false): Dirt => ({
  ...{ name, ends: 'quarantined', code, isLine, change },
});
const taken = (name: string, change: Dirt['change'], ends: Ending = 'accepted'): Dirt => ({
  ...{ name, ends, isLine: true, change },
});

/** The 25 kinds, each with the end that it must have. */
export const DIRT: readonly Dirt[] = [
  refused('no partner', 'line-field-missing', set('partner', '')),
  refused('no document', 'line-field-missing', set('document', '')),
  refused('no unit', 'line-field-missing', set('unit', '')),
  refused('a partner that nobody knows', 'line-partner-unknown', set('partner', 'P999'), true),
  refused('a partner in another case', 'line-partner-unknown', set('partner', 'p1'), true),
  refused('a partner with a space', 'line-partner-unknown', set('partner', ' P1'), true),
  refused('a product that nobody knows', 'line-product-unknown', set('product', 'A-1'), true),
  refused('another company', 'line-company-unknown', set('company', 'XX'), true),
  refused('letters in a number', 'line-decimal-invalid', set('netValue', '12x3')),
  refused('a thousands separator', 'line-decimal-invalid', set('netValue', '"1,234.50"')),
  refused('ten decimal places', 'line-scale-beyond-nine', set('netValue', '1.0000000001')),
  refused('a hundred and one digits', 'line-digits-beyond-hundred', set('netValue', '9'.repeat(101))),
  refused('a day that there is not', 'line-date-invalid', set('invoiceDate', '2026-02-30')),
  refused('another currency', 'line-currency-unknown', set('currency', 'EURO')),
  refused('another side', 'line-value-not-allowed', set('side', 'SALE')),
  refused('half a return', 'line-return-reference-incomplete', set('returnOfDocument', 'D1')),
  refused('a discount of two kinds', 'line-discount-invalid', set('discount.promotion.SPRING', '=5%')),
  refused('a code that is too long', 'line-code-too-long', set('product', 'A'.repeat(201))),
  refused('a line break in a text', 'line-text-invalid', set('attribute.region', '"North\nSouth"')),
  refused('bytes that are no text', 'line-text-invalid', set('attribute.region', 'S\xfcd')),
  refused('a text too few', 'line-columns-mismatch', (row) => row.slice(0, -1)),
  refused('a text too many', 'line-columns-mismatch', (row) => [...row, 'more']),
  taken('the row before once more', (_, previous) => previous, 'duplicate'),
  taken('a comma and quotes in a text', set('attribute.region', '"North, ""upper"""')),
  taken('a negative value with a discount', (row) =>
    set('discount.promotion.SPRING', '7.5%')(set('netValue', '-0.01')(row)),
  ),
];

/** What has to come out of a messy file. */
export type MessyTruth = {
  readonly rows: Readonly<Record<Ending, number>>;
  /** In hundredths, of rows that are lines. */
  readonly cents: Readonly<Record<Ending, bigint>>;
  readonly codes: Readonly<Record<string, number>>;
};

/** Writes a messy file of so many rows, one in `every` with dirt; gives what has to come out of it. */
export async function writeMessyFile(path: string, rows: number, every = 20): Promise<MessyTruth> {
  const truth = {
    rows: { accepted: 0, duplicate: 0, quarantined: 0 },
    cents: { accepted: 0n, duplicate: 0n, quarantined: 0n },
    codes: {} as Record<string, number>,
  };
  const draw = seededRandom(20_261_129);
  const texts = function* () {
    yield `\ufeff${MESSY_HEADER}\r\n`;
    let previous: Texts = [];
    for (let index = 0; index < rows; index += 1) {
      const clean = cleanRow(index, draw);
      const dirt = index % every === every - 1 ? DIRT[Math.floor(index / every) % DIRT.length] : undefined;
      const row = dirt === undefined ? clean : dirt.change(clean, previous);
      count(truth, dirt, row);
      // Only a row that was taken can come once more.
      if (dirt === undefined) previous = clean;
      yield `${row.join(',')}\r\n`;
    }
  };
  const bytes = function* () {
    for (const text of texts()) yield bytesOf(text);
  };
  await pipeline(Readable.from(bytes()), createWriteStream(path));
  return truth;
}

/** The one text that is no UTF-8 goes as the byte that it is. */
function bytesOf(text: string): Buffer {
  const damaged = text.indexOf('\xfc');
  if (damaged < 0) return Buffer.from(text);
  return Buffer.concat([
    Buffer.from(text.slice(0, damaged)),
    Buffer.of(0xfc),
    Buffer.from(text.slice(damaged + 1)),
  ]);
}

function count(
  truth: { rows: Record<Ending, number>; cents: Record<Ending, bigint>; codes: Record<string, number> },
  dirt: Dirt | undefined,
  row: Texts,
): void {
  const ends = dirt?.ends ?? 'accepted';
  truth.rows[ends] += 1;
  if (dirt?.code !== undefined) truth.codes[dirt.code] = (truth.codes[dirt.code] ?? 0) + 1;
  if (dirt?.isLine ?? true) truth.cents[ends] += BigInt((row[at.netValue as number] ?? '').replace('.', ''));
}

/** A row that every check lets pass. */
export function cleanRow(index: number, draw: (below: number) => number): Texts {
  const day = String(1 + draw(28)).padStart(2, '0');
  const month = String(1 + draw(12)).padStart(2, '0');
  const cents = String(1 + draw(999_999)).padStart(3, '0');
  const value = `${cents.slice(0, -2)}.${cents.slice(-2)}`;
  const [document, line] = [`D${Math.floor(index / 8)}`, String((index % 8) + 1)];
  const what = ['shop', document, line, 'sale', 'EU', `P${draw(200)}`, `A${draw(500)}`];
  return [
    ...what,
    `2026-${month}-${day}`,
    String(1 + draw(50)),
    'EA',
    '9.99',
    value,
    'EUR',
    '',
    '',
    '',
    'North',
  ];
}
