import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookBytes } from '../../test/support/workbook.ts';
import { inspectTable } from './inspectTable.ts';
import { readLines } from './readLines.ts';
import { decodeLineSource, decodeMasterSource } from './sourceDescription.ts';
import { suggestedSource } from './suggestedSource.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function inspect(bytes: string | Buffer, subject: 'lines' | 'partner' | 'product' = 'lines') {
  const path = join(folder, 'sales.csv');
  await writeFile(path, bytes);
  const result = await inspectTable(path, { subject });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

const HEADER = 'Belegnr;Pos;Kundennr;Datum;Artikelnr;Menge;ME;EP;Betrag;Währung;Notiz';
const ROWS = [
  '1001;1;K1;01.02.2026;A-1;2;ST;1.234,50;2.469,00;EUR;x',
  '1001;2;K1;01.02.2026;A-2;3;ST;5,00;15,00;EUR;',
  '1002;1;K2;13.02.2026;A-2;4;ST;5,00;20,00;EUR;y',
  '1003;1;K2;03.02.2026;A-1;2;ST;5,10;10,20;EUR;y',
];

describe('inspectTable', () => {
  it('says how a file is written, what its columns hold, and which may be which field', async () => {
    const found = await inspect(Buffer.from([HEADER, ...ROWS].join('\r\n'), 'latin1'));
    expect(found).toMatchObject({
      detection: { format: 'csv', encoding: 'windows-1252', delimiter: ';' },
      rows: 4,
      isWhole: true,
    });
    expect(found.columns.map(({ column, field, holds }) => `${column} ${field} ${holds}`)).toEqual([
      'Belegnr document texts',
      'Pos line texts',
      'Kundennr partner texts',
      'Datum invoiceDate days',
      'Artikelnr product texts',
      'Menge quantity numbers',
      'ME unit texts',
      'EP unitPrice numbers',
      'Betrag netValue numbers',
      'Währung currency texts',
      'Notiz aside texts',
    ]);
    expect(found.columns[8]).toMatchObject({ reading: { number: '1.234,56' }, isSure: true });
    expect(found.columns[3]).toMatchObject({ reading: { date: 'day-month-year' }, isSure: false });
  });

  it('asks what could be read in two ways', async () => {
    const found = await inspect(`${HEADER}\n1001;1;K1;01.02.2026;A-1;1.000;ST;5;5;EUR;x\n`);
    expect(found.columns[5]?.asked).toEqual({
      example: '1.000',
      readings: ['1.000 (1,234.56)', '1000 (1.234,56)'],
    });
    expect(found.columns[3]?.asked?.readings).toHaveLength(2);
  });

  it.each([
    [1999, 1999, true],
    [2000, 2000, true],
    [2001, 2000, false],
    [3000, 2000, false],
  ])('looks at the beginning of a file of %i rows, and lets go of it', async (count, rows, isWhole) => {
    const found = await inspect(`${HEADER}\n${`${ROWS[0]}\n`.repeat(count)}`);
    expect([found.rows, found.isWhole]).toEqual([rows, isWhole]);
  });

  it('refuses a file that breaks among its first rows', async () => {
    await writeFile(join(folder, 'broken.csv'), 'a;b\n1;2\n3;"4\n');
    const result = await inspectTable(join(folder, 'broken.csv'));
    expect(result.ok ? [] : result.refusals.map(({ code }) => code)).toEqual(['file-quotes-broken']);
  });

  it('looks into workbooks', async () => {
    const bytes = await workbookBytes({
      sheets: [
        {
          name: 'S',
          rows: [
            ['Invoice No', 'Qty', 'Note'],
            ['1', 2, undefined],
          ],
        },
      ],
    });
    const found = await inspect(bytes);
    expect(found.columns.map(({ holds }) => holds)).toEqual(['texts', 'numbers', 'nothing']);
  });
});

describe('a suggested description', () => {
  it('reads the file that it was made of, once what no column says is said', async () => {
    const found = await inspect(Buffer.from([HEADER, ...ROWS].join('\r\n'), 'latin1'));
    const description = suggestedSource(found, 'erp');
    expect(description['x-check']).toEqual(['side = ???', 'company = ???', 'Datum → invoiceDate ?']);
    expect(description['x-leftOut']).toEqual(['Notiz']);
    const fields = {
      ...(description.fields as object),
      side: { constant: 'sale' },
      company: { constant: 'DE' },
    };
    const source = decodeLineSource({ ...description, fields });
    const file = source.ok ? await readLines(join(folder, 'sales.csv'), { source: source.value }) : source;
    if (!file.ok) throw new Error(JSON.stringify(file.refusals));
    for await (const batch of file.value.batches) {
      expect(batch.ok && batch.value.every(({ parsed }) => 'line' in parsed)).toBe(true);
    }
  });

  it('is refused for every line where nothing was said', async () => {
    const found = await inspect('A;B\n1;2\n');
    const source = decodeLineSource(suggestedSource(found, 'erp'));
    const file = source.ok ? await readLines(join(folder, 'sales.csv'), { source: source.value }) : source;
    expect(file.ok ? [] : file.refusals.map(({ code }) => code)).toEqual(['file-column-missing']);
  });

  it('has discounts by their kind', async () => {
    const found = await inspect('Order ID,Product ID,Quantity,Price,Discount %\n1,A,2,5,10\n2,B,3,4,12.5\n');
    expect(suggestedSource(found, 'shop').discounts).toEqual([
      { origin: 'rule', code: { constant: 'LINE' }, percent: { column: 'Discount %' } },
    ]);
  });

  it('is there for partners and products, too', async () => {
    const found = await inspect('Kundennummer;Name;Land\nK1;Tea House;DE\nK2;Café;FR\n', 'partner');
    const source = decodeMasterSource(suggestedSource(found, 'erp'));
    expect(source.ok && source.value).toMatchObject({
      kind: 'partner',
      code: { column: 'Kundennummer' },
      name: { column: 'Name' },
      attributes: { country: { column: 'Land' } },
    });
  });
});
