import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestCell, type TestWorkbook, workbookBytes } from '../../test/support/workbook.ts';
import { openTable } from './openTable.ts';
import type { TableReading } from './readingFormat.ts';
import { holdTable } from './tableFile.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(workbook: TestWorkbook | Buffer, reading?: TableReading) {
  const path = join(folder, 'a.xlsx');
  const bytes = Buffer.isBuffer(workbook) ? workbook : await workbookBytes(workbook);
  await writeFile(path, bytes);
  const held = await holdTable(await openTable(path, reading === undefined ? {} : { reading }));
  if (!held.ok) return { refusals: held.refusals.map(({ code }) => code) };
  const { columns, detection, rows, seal } = held.value;
  expect(seal.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  return { columns, detection, rows: rows.map(({ texts }) => texts), whole: rows };
}

const one = (...rows: TestCell[][]): TestWorkbook => ({ sheets: [{ name: 'Sheet1', rows }] });
const cell = (attributes: string, value: string): TestCell => ({
  xml: `<c ${attributes}><v>${value}</v></c>`,
});

describe('a workbook', () => {
  it('gives texts, numbers and empty cells, and counts rows from the header', async () => {
    const read1 = await read(one(['a', 'b', 'c'], ['x', 1.5, undefined], [undefined, undefined, 'y']));
    expect(read1).toMatchObject({
      detection: { format: 'xlsx', sheet: 'Sheet1', headerRow: 1 },
      columns: ['a', 'b', 'c'],
      whole: [
        { row: 1, texts: ['x', '1.5', ''], typed: [false, true, false] },
        { row: 2, texts: ['', '', 'y'] },
      ],
    });
  });

  it.each([
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['1E-3', '0.001'],
    ['1.5E+20', '150000000000000000000'],
    ['1234567890123456', '1234567890123456'],
    ['-0.0', '0'],
    ['100', '100'],
  ])('means %s as %s', async (stored, text) => {
    expect((await read(one(['a'], [cell('', stored)]))).rows).toEqual([[text]]);
  });

  it.each([
    ['m/d/yyyy', '46387', '2026-12-31'],
    ['dd\\.mm\\.yy', '46387.351388888889', '2026-12-31T08:26:00'],
    ['yyyy"年"m"月"d"日"', '46387', '2026-12-31'],
    ['[$-409]d-mmm-yy;@', '1', '1900-01-01'],
    ['d.m.yyyy', '60', '60'],
    ['d.m.yyyy', '0.5', '0.5'],
    ['0.00', '46387', '46387'],
    ['[h]:mm', '1.5', '1.5'],
    ['#,##0 "days"', '7', '7'],
    ['General', '46387', '46387'],
  ])('shows days where the format %s does: %s', async (format, stored, text) => {
    const { rows } = await read({ ...one(['a'], [cell('s="1"', stored)]), formats: [format] });
    expect(rows).toEqual([[text]]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const workbook = { ...one(['a'], [cell('s="1"', '44925')]), formats: ['yyyy-mm-dd'], is1904: true };
    expect((await read(workbook)).rows).toEqual([['2026-12-31']]);
  });

  it('reads shared texts, rich texts, formulas, truth values and errors', async () => {
    const workbook = one(
      ['a', 'b', 'c', 'd', 'e', 'f'],
      [
        cell('t="s"', '1'),
        { xml: '<c t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></is></c>' },
        { xml: '<c t="str"><f>A1&amp;B1</f><v>cached_x000A_</v></c>' },
        { xml: '<c><f>1+1</f><v>2</v></c>' },
        cell('t="b"', '1'),
        cell('t="e"', '#REF!'),
      ],
    );
    const { whole } = await read({ ...workbook, sharedTexts: ['x', 'shared & so'] });
    expect(whole).toEqual([
      {
        row: 1,
        texts: ['shared & so', 'rich', 'cached\n', '2', 'true', '#REF!'],
        typed: [false, false, false, true, true, false],
        damaged: [],
        errors: [5],
      },
    ]);
  });

  it('finds the header below titles, or where it is said to be', async () => {
    const rows: TestCell[][] = [['Sales report'], ['printed', 46387], ['a', 'b', 'c'], ['x', 1, 2]];
    expect(await read(one(...rows))).toMatchObject({ columns: ['a', 'b', 'c'], rows: [['x', '1', '2']] });
    expect(await read(one(...rows), { headerRow: 4 })).toMatchObject({ columns: ['x', '1', '2'], rows: [] });
  });

  it('reads the one sheet that is shown, and asks where there are several', async () => {
    const sheet = (name: string, state?: string) => ({
      name,
      rows: [['a'], [name]],
      ...(state && { state }),
    });
    const hidden = { sheets: [sheet('Old', 'hidden'), sheet('Now')] };
    expect((await read(hidden)).rows).toEqual([['Now']]);
    expect((await read(hidden, { sheet: 'Old' })).rows).toEqual([['Old']]);
    const two = { sheets: [sheet('A'), sheet('B')] };
    expect(await read(two)).toEqual({ refusals: ['file-sheet-ambiguous'] });
    // Named as ours are, but no table of ours goes on here.
    expect(await read({ sheets: [sheet('lines'), sheet('about')] })).toEqual({
      refusals: ['file-sheet-ambiguous'],
    });
    expect((await read(two, { sheet: 'B' })).rows).toEqual([['B']]);
    expect(await read(two, { sheet: 'C' })).toEqual({ refusals: ['file-sheet-missing'] });
  });

  it('keeps cells beyond the header, which quarantine their row', async () => {
    expect((await read(one(['a'], ['x', 'y']))).rows).toEqual([['x', 'y']]);
  });

  it.each([
    ['no workbook', { parts: { 'xl/workbook.xml': '<x/>' } }, 'file-sheet-missing'],
    ['a sheet that is not there', { parts: { 'xl/worksheets/sheet1.xml': '' } }, 'file-xml-invalid'],
    ['broken XML', { parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' } }, 'file-xml-invalid'],
    [
      'a document type',
      { parts: { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY x "y">]><sst>&x;</sst>' } },
      'file-xml-invalid',
    ],
    ['no UTF-8', { parts: { 'xl/styles.xml': Buffer.from('<a b="\xff"/>', 'latin1') } }, 'file-xml-invalid'],
  ])('refuses %s', async (_, changes, code) => {
    expect(await read({ ...one(['a'], ['x']), ...changes })).toEqual({ refusals: [code] });
  });

  it('refuses a shared text that is not there, rows out of order and a repeated header', async () => {
    expect(await read(one(['a'], [cell('t="s"', '7')]))).toEqual({ refusals: ['file-xml-invalid'] });
    const order = '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>';
    expect(await read({ ...one(['a']), parts: { 'xl/worksheets/sheet1.xml': order } })).toEqual({
      refusals: ['file-xml-invalid'],
    });
    expect(await read(one(['a', 'a'], ['x', 'y']))).toEqual({ refusals: ['file-column-repeated'] });
  });

  it('refuses what only begins like a workbook, and other files of offices', async () => {
    const whole = await workbookBytes(one(['a'], ['x']));
    expect(await read(whole.subarray(0, 200))).toEqual({ refusals: ['file-archive-invalid'] });
    expect(await read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({ refusals: ['file-format-unknown'] });
    expect(await read(Buffer.from('%PDF-1.7'))).toEqual({ refusals: ['file-format-unknown'] });
  });
});
