import type { SampledColumn } from '../../core/mapping/readColumn.ts';

/** A file of another system: the names of its columns as they are, values of the kind that stands there. */
export type MappingCase = { readonly name: string; readonly columns: readonly MappingColumn[] };
export type MappingColumn = SampledColumn & {
  /** What the column is; several where several readings are right. */
  readonly fields: readonly string[];
};

const ROWS = 24;
const NAMES = [
  'Müller Tee GmbH',
  'North Star Trading',
  '北京茶叶有限公司',
  'Café Central Ltd',
  'Hansen & Sons',
];
const GOODS = ['Green tea 500 g', 'White mug, large', '绿茶 500克', 'Cable drum 25 m', 'Steel bolt M8'];
const WORDS = ['open', 'closed', 'A1', 'web'];
const COUNTRIES = ['DE', 'United Kingdom', '中国', 'FR'];

type Row = { readonly n: number; readonly quantity: number; readonly cents: number };

/** Values by the word that stands behind a column's name; money is counted in cents. */
const VALUES: Readonly<Record<string, (row: Row) => string>> = {
  doc: ({ n }) => `45${1000 + Math.floor(n / 3)}`,
  code: ({ n }) => `C${100 + (n % 5)}`,
  num: ({ n }) => String(17_000 + ((n * 37) % 7)),
  sku: ({ n }) => `${['TE', 'MU', 'CB'][n % 3]}-${100 + (n % 9)}`,
  mat: ({ n }) => `0000000000001${200 + (n % 9)}`,
  who: ({ n }) => NAMES[n % 5] as string,
  what: ({ n }) => GOODS[n % 5] as string,
  word: ({ n }) => WORDS[n % 4] as string,
  land: ({ n }) => COUNTRIES[n % 4] as string,
  line: ({ n }) => String((n % 3) + 1),
  pos: ({ n }) => String(((n % 3) + 1) * 10).padStart(6, '0'),
  day: ({ n }) => `2026-0${1 + (n % 9)}-${10 + (n % 18)}`,
  tag: ({ n }) => `${String(1 + n).padStart(2, '0')}.0${1 + (n % 9)}.2026`,
  us: ({ n }) => `${1 + (n % 9)}/${1 + n}/2026`,
  sap: ({ n }) => `20260${1 + (n % 9)}${String(1 + n).padStart(2, '0')}`,
  time: ({ n }) => `2026-0${1 + (n % 9)}-${10 + (n % 18)} 08:26:00`,
  qty: ({ quantity }) => String(quantity),
  qty2: ({ quantity, n }) => String(quantity + (n % 4)),
  few: ({ n }) => String(n % 3),
  price: ({ cents }) => money(cents),
  komma: ({ cents }) => money(cents).replace('.', ','),
  list: ({ cents }) => money(cents * 2),
  cost: ({ cents }) => money(Math.floor(cents / 2)),
  sum: ({ quantity, cents }) => money(quantity * cents),
  summe: ({ quantity, cents }) => money(quantity * cents).replace('.', ','),
  less: ({ quantity, cents }) => money(quantity * cents - cents),
  off: ({ cents }) => money(cents),
  tax: ({ quantity, cents }) => money(Math.round((quantity * cents * 19) / 100)),
  gross: ({ quantity, cents }) => money(Math.round((quantity * cents * 119) / 100)),
  pct: ({ n }) => String([0, 5, 10, 2.5][n % 4]),
  frac: ({ n }) => String([0, 0.05, 0.1, 0.25][n % 4]),
  rate: ({ n }) => (n % 5 === 0 ? '7' : '19'),
  cur: ({ n }) => (n % 6 === 0 ? 'USD' : 'EUR'),
  uom: ({ n }) => ['EA', 'CS', 'ST'][n % 3] as string,
  taxcode: ({ n }) => (n % 5 === 0 ? 'V7' : 'V19'),
  ean: ({ n }) => `40012345678${10 + (n % 9)}`,
  kg: ({ n }) => String(0.5 * (n % 9)),
  one: () => '1000',
  none: () => '',
  url: ({ n }) => `user${n}@example.com`,
  phone: ({ n }) => `+49 30 1234${n}`,
  zip: ({ n }) => String(10_115 + n),
  year: () => '2026',
  fx: () => '1.0845',
};

function money(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads cases that are written as text: a line `= name` begins a file, each other line is a column:
 * its name, the kind of its values and what it is, between bars.
 */
export function mappingCases(text: string): readonly MappingCase[] {
  return text
    .split(/^= /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.trim().split('\n');
      return { name, columns: lines.filter((line) => line.trim() !== '').map(columnOf) };
    });
}

function columnOf(line: string): MappingColumn {
  const [name = '', kind = '', fields = ''] = line.split(' | ').map((piece) => piece.trim());
  const value = VALUES[kind];
  if (value === undefined) throw new Error(`No values are called ${kind}: ${line}`);
  const texts = Array.from({ length: ROWS }, (_, n) =>
    value({ n, quantity: [3, 12, 7, 40, 2][n % 5] as number, cents: 199 + ((n * 613) % 4000) }),
  );
  return { name, texts, fields: fields.split(' ') };
}
