import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDate } from '../../core/calendar/localDate.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import { type TestCell, workbookBytes } from '../../test/support/workbook.ts';
import { readLines } from './readLines.ts';
import { decodeLineSource } from './sourceDescription.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-'));
});
afterAll(() => rm(folder, { recursive: true }));

const DESCRIPTION = {
  format: 'openrebate-lines/v1',
  source: 'shop',
  file: 'lines.csv',
  identity: { by: 'occurrence', document: 'Beleg' },
  fields: {
    side: { constant: 'sale' },
    company: { constant: 'DE' },
    partner: { column: 'Kunde' },
    product: { constant: 'TEA' },
    invoiceDate: { column: 'Datum' },
    quantity: { column: 'Menge' },
    unit: { constant: 'EA' },
    netValue: { column: 'Betrag' },
    currency: { constant: 'EUR' },
  },
};

/** Every line as "day quantity value", every row that is none as its refusals, or what refuses the file. */
async function read(bytes: string | Buffer, reading: object = {}) {
  const path = join(folder, 'lines');
  await writeFile(path, bytes);
  const source = decodeLineSource({ ...DESCRIPTION, reading });
  if (!source.ok) throw new Error(JSON.stringify(source.refusals));
  const file = await readLines(path, { source: source.value, name: 'lines.csv' });
  if (!file.ok) return { refusals: file.refusals, codes: file.refusals.map(({ code }) => code) };
  const rows: string[] = [];
  const refusals: Refusal[] = [];
  for await (const batch of file.value.batches) {
    if (!batch.ok) return { refusals: batch.refusals, codes: batch.refusals.map(({ code }) => code) };
    for (const { parsed } of batch.value) {
      if ('refusals' in parsed) {
        rows.push(parsed.refusals.map(({ code }) => code).join(' '));
        refusals.push(...parsed.refusals);
        continue;
      }
      const { dates, quantities, netValue, partner } = parsed.line;
      const numbers = [quantities.invoiced, netValue].map((value) => (value ? formatDecimal(value) : '–'));
      rows.push(
        [dates.invoice === undefined ? '–' : formatDate(dates.invoice), ...numbers, partner].join(' '),
      );
    }
  }
  return { rows, reading: file.value.reading, refusals };
}

const HEADER = ['Beleg', 'Kunde', 'Datum', 'Menge', 'Betrag'];
const csv = (delimiter: string, ...rows: string[][]) =>
  `${[HEADER, ...rows].map((row) => row.join(delimiter)).join('\r\n')}\r\n`;

describe('a file that says how it is written', () => {
  it('is read as such: semicolons, decimal commas, German days, Windows-1252', async () => {
    const text = csv(
      ';',
      ['1', 'Müller', '31.12.2026', '2', '1.234,56'],
      ['2', 'Größe', '1.2.2026', '1,5', '3'],
    );
    const found = await read(Buffer.from(text, 'latin1'));
    expect(found.rows).toEqual(['2026-12-31 2 1234.56 Müller', '2026-02-01 1.5 3 Größe']);
    expect(found.reading).toEqual({
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ';',
      quote: '"',
      headerRow: 1,
      columns: {
        Betrag: { number: '1.234,56' },
        Datum: { date: 'day-month-year' },
        Menge: { number: '1.234,56' },
      },
    });
    expect(await read(Buffer.from(text, 'latin1'), found.reading)).toMatchObject({ rows: found.rows });
  });

  it.each([
    ['tabs', '\t'],
    ['bars', '|'],
    ['semicolons', ';'],
    ['commas', ','],
  ])('is cut by %s', async (_, delimiter) => {
    expect((await read(csv(delimiter, ['1', 'A', '2026-12-31', '2', '1.50']))).rows).toEqual([
      '2026-12-31 2 1.50 A',
    ]);
  });

  it('has titles above its header, or a line that names the delimiter', async () => {
    const row = ['1', 'A', '2026-12-31', '2', '1.5'];
    expect(await read(`Umsatzliste\r\n\r\n${csv(';', row, row)}`)).toMatchObject({
      rows: ['2026-12-31 2 1.5 A', '2026-12-31 2 1.5 A'],
      reading: { headerRow: 3 },
    });
    expect(await read(`sep=|\n${csv('|', row)}`)).toMatchObject({
      rows: ['2026-12-31 2 1.5 A'],
      reading: { delimiter: '|', headerRow: 2 },
    });
  });

  it('has inches in it, where no quote opens a field', async () => {
    const found = await read(csv(';', ['1', '5" pipe', '2026-12-31', '2', '1.5']));
    expect(found).toMatchObject({ rows: ['2026-12-31 2 1.5 5" pipe'], reading: { quote: 'none' } });
  });

  it('has words for nothing, where they are said', async () => {
    const text = csv(',', ['1', 'A', 'NULL', '2', '1.5'], ['2', 'B', '2026-01-31', 'n/a', '2.5']);
    expect((await read(text, { empty: ['NULL', 'n/a'] })).rows).toEqual(['– 2 1.5 A', '2026-01-31 – 2.5 B']);
    expect((await read(text)).rows).toEqual(['line-date-unread', 'line-number-unread']);
  });

  it('bears the sign of its currency', async () => {
    const text = csv(';', ['1', 'A', '2026-12-31', '2', '€ 1.234,56'], ['2', 'B', '2026-12-31', '2', '-€3']);
    expect(await read(text)).toMatchObject({
      rows: ['2026-12-31 2 1234.56 A', '2026-12-31 2 -3 B'],
      reading: { columns: { Betrag: { number: '1.234,56', affix: '€' } } },
    });
    const guarded = csv(
      ';',
      ['1', 'A', '2026-12-31', '2', "'-€ 1.234,56"],
      ['2', 'B', '2026-12-31', '2', '€ 3.000'],
    );
    expect((await read(guarded)).rows).toEqual(['2026-12-31 2 -1234.56 A', '2026-12-31 2 3000 B']);
    const mixed = csv(';', ['1', 'A', '2026-12-31', '2', '€ 1,5'], ['2', 'B', '2026-12-31', '2', '$ 2,5']);
    expect((await read(mixed)).codes).toEqual(['file-number-contradictory']);
  });
});

/** In GB18030 the characters of a client's name and of ours. */
const gb = (text: string) =>
  Buffer.from(
    GB18030.reduce(
      (rest, [zh, hex]) => rest.replaceAll(zh, `\\x${hex.match(/../g)?.join('\\x')}`),
      text,
    ).replace(/\\x(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
/** Source: the table of GB 18030-2022, looked up one by one. */
const GB18030: readonly (readonly [string, string])[] = [
  ['北', 'b1b1'],
  ['京', 'bea9'],
  ['公', 'b9ab'],
  ['司', 'cbbe'],
  ['上', 'c9cf'],
  ['海', 'baa3'],
];

describe('the encoding', () => {
  const rows = (name: string) => csv(',', ['1', name, '2026-12-31', '2', '1.5']);

  it.each([
    ['UTF-8', Buffer.from(rows('北京公司')), 'utf-8', '北京公司'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${rows('Zoë')}`), 'utf-8', 'Zoë'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${rows('北京')}`, 'utf16le'), 'utf-16le', '北京'],
    ['UTF-16 without one', Buffer.from(rows('Zoë'), 'utf16le'), 'utf-16le', 'Zoë'],
    [
      'UTF-16, the higher byte first',
      Buffer.from(`\ufeff${rows('Zoë')}`, 'utf16le').swap16(),
      'utf-16be',
      'Zoë',
    ],
    ['GB18030', gb(rows('北京公司')), 'gb18030', '北京公司'],
    ['Windows-1252', Buffer.from(rows('Müller'), 'latin1'), 'windows-1252', 'Müller'],
    ['French', Buffer.from(rows('Café Crème'), 'latin1'), 'windows-1252', 'Café Crème'],
    ['nothing but ASCII', Buffer.from(rows('Miller')), 'utf-8', 'Miller'],
  ])('is found: %s', async (_, bytes, encoding, name) => {
    const found = await read(bytes);
    expect(found).toMatchObject({ rows: [`2026-12-31 2 1.5 ${name}`], reading: { encoding } });
  });

  it.each([
    ['two bytes that are both', Buffer.from(rows('\xb1\xb1'), 'latin1')],
    ['Polish in Windows-1250', Buffer.from(rows('Pa\xb3ka'), 'latin1')],
    ['Czech in Windows-1250', Buffer.from(rows('Dvo\xf8\xe1k Ji\xf8\xed'), 'latin1')],
    ['Cyrillic in Windows-1251', Buffer.from(rows('\xcf\xf0\xe8\xe2\xe5\xf2'), 'latin1')],
    ['Korean in EUC-KR', Buffer.from(rows('\xc7\xd1\xb1\xb9\xb0\xfa\xc7\xd0'), 'latin1')],
    ['Japanese in Shift-JIS', Buffer.from(rows('\x93\xfa\x96\x7b\x8c\xea'), 'latin1')],
    ['Traditional Chinese in Big5', Buffer.from(rows('\xa5\x78\xa5\x5f\xb7\x7e\xb0\xc8'), 'latin1')],
  ])('is asked: %s', async (_, bytes) => {
    const found = await read(bytes);
    expect(found.codes).toEqual(['file-encoding-ambiguous']);
    const text = found.refusals[0] && refusalText(found.refusals[0], 'en').what;
    expect(text).toMatch(/gb18030 “.*”, windows-1252 “.*”/);
  });

  it('holds where it is said', async () => {
    const polish = Buffer.from(rows('Pa\xb3ka'), 'latin1');
    expect((await read(polish, { encoding: 'windows-1250' })).rows).toEqual(['2026-12-31 2 1.5 Pałka']);
  });

  it('is not shaken by a damaged row of a file that is UTF-8', async () => {
    const good = ['1', 'Mère', '2026-12-31', '2', '1.5'];
    const bytes = Buffer.concat([
      Buffer.from(csv(',', ...Array.from({ length: 30 }, () => good))),
      Buffer.from('2,M\xe8re,2026-12-31,2,1.5\r\n', 'latin1'),
    ]);
    const found = await read(bytes);
    expect(found.reading).toMatchObject({ encoding: 'utf-8' });
    expect(found.rows?.at(-1)).toBe('line-text-invalid');
  });
});

describe('what could be read in two ways', () => {
  const row = (date: string, amount: string) => ['1', 'A', date, '2', amount];

  it.each([
    [
      'a thousand or one and a bit',
      csv(';', row('2026-12-31', '1,234'), row('2026-12-31', '2,000')),
      'file-number-ambiguous',
    ],
    ['the same with points', csv(';', row('2026-12-31', '-3.000')), 'file-number-ambiguous'],
    ['day or month', csv(';', row('01/02/2026', '1'), row('03/04/2026', '1')), 'file-date-ambiguous'],
    ['day, month or year', csv(';', row('01.02.26', '1')), 'file-date-ambiguous'],
    ['days by number', csv(';', row('46387', '1')), 'file-date-ambiguous'],
    [
      'points and commas',
      csv(';', row('2026-12-31', '1.5'), row('2026-12-31', '1,5')),
      'file-number-contradictory',
    ],
    [
      'two orders of days',
      csv(';', row('13/02/2026', '1'), row('02/13/2026', '1')),
      'file-date-contradictory',
    ],
  ])('is asked, naming column, example and readings: %s', async (_, text, code) => {
    const { codes, refusals } = await read(text);
    expect(codes).toEqual([code]);
    const { what, fix } = refusalText(refusals[0] as never, 'en');
    expect(`${what} ${fix}`).toMatch(/“(Betrag|Datum)”.*“.*”.*“reading”/);
  });

  it('is decided by any row of the file, wherever it stands', async () => {
    const many = Array.from({ length: 3000 }, () => row('01/02/2026', '1,234'));
    const found = await read(csv(';', ...many, row('12/31/2026', '1,234.50')));
    expect(found.rows?.[0]).toBe('2026-01-02 2 1234 A');
    expect(found.rows?.at(-1)).toBe('2026-12-31 2 1234.50 A');
  });

  it('is asked once: the answer is kept, and rows that contradict it are quarantined', async () => {
    const text = csv(';', row('01/02/2026', '1,234'), row('13/02/2026', '1.5'));
    const columns = { Datum: { date: 'month-day-year' }, Betrag: { number: '1.234,56' } };
    const found = await read(text, { columns });
    expect(found.rows).toEqual(['2026-01-02 2 1.234 A', 'line-date-unread line-number-unread']);
    expect(found.reading).toMatchObject({ columns });
    expect(found.refusals?.[0]).toEqual({
      code: 'line-date-unread',
      at: 'invoiceDate',
      facts: {
        field: 'invoiceDate',
        column: 'Datum',
        value: '13/02/2026',
        expected: 'month-day-year',
        row: '2',
      },
    });
  });

  it('is the delimiter, where header and rows agree on two', async () => {
    const { codes } = await read('Beleg, Kunde;Datum, Menge;Betrag\r\n1, A;2, B;3\r\n');
    expect(codes).toEqual(['file-delimiter-ambiguous']);
  });
});

describe('cells of a workbook', () => {
  const workbook = (...rows: TestCell[][]) =>
    workbookBytes({ sheets: [{ name: 'S', rows: [HEADER, ...rows] }], formats: ['dd.mm.yyyy'] });
  const day = (serial: number): TestCell => ({ xml: `<c s="1"><v>${serial}</v></c>` });

  it('are numbers and days without being asked, and texts like those of any file', async () => {
    const bytes = await workbook(['1', 'A', day(46387), 2, 1.234], ['2', 'B', day(46387.5), 1, '1.234,5']);
    expect((await read(bytes)).rows).toEqual(['2026-12-31 2 1.234 A', '2026-12-31 1 1234.5 B']);
  });

  it('are asked about where texts stand among numbers and say two things', async () => {
    const bytes = await workbook(['1', 'A', day(46387), 2, 1.5], ['2', 'B', day(46387), 1, '1.234']);
    expect((await read(bytes)).codes).toEqual(['file-number-ambiguous']);
  });

  it('name their error', async () => {
    const error: TestCell = { xml: '<c t="e"><v>#N/A</v></c>' };
    const found = await read(await workbook(['1', 'A', day(46387), 2, error]));
    expect(found.rows).toEqual(['line-cell-error']);
    expect(found.refusals?.[0]?.facts).toMatchObject({ column: 'Betrag', value: '#N/A', row: '1' });
  });
});

describe('without a reading', () => {
  it('a file is in our own form, and nothing is made of other forms', async () => {
    const path = join(folder, 'own.csv');
    await writeFile(
      path,
      csv(',', ['1', 'A', '2026-12-31', '2', '"1,234"'], ['2', "'=B", '31.12.2026', '2', '1.5']),
    );
    const source = decodeLineSource(DESCRIPTION);
    const file = source.ok ? await readLines(path, { source: source.value }) : source;
    if (!file.ok) throw new Error('refused');
    for await (const batch of file.value.batches) {
      const codes = batch.ok
        ? batch.value.map(({ parsed }) => 'refusals' in parsed && parsed.refusals[0]?.code)
        : [];
      expect(codes).toEqual(['line-decimal-invalid', 'line-date-invalid']);
    }
  });
});
