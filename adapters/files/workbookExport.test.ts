import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exactText } from './formulaText.ts';
import { openTable } from './openTable.ts';
import { workbookExport } from './workbookExport.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Row = readonly (string | undefined)[];

async function written(fields: readonly string[], pages: readonly (readonly Row[])[], sheetRows?: number) {
  const source = (async function* () {
    yield* pages;
  })();
  return buffer(workbookExport(fields, source, sheetRows));
}

/** The rows of a workbook as our reader has them, their numbers in front. */
async function read(bytes: Buffer) {
  const path = join(folder, 'lines.xlsx');
  await writeFile(path, bytes);
  const opened = await openTable(path);
  if (!opened.ok) return opened.refusals.map(({ code }) => code);
  const rows: string[][] = [];
  for await (const batch of opened.value.batches) {
    if (!batch.ok) return batch.refusals.map(({ code }) => code);
    for (const { row, texts } of batch.value) rows.push([String(row), ...texts]);
  }
  return rows;
}

const numbered = (from: number, to: number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, index) => [`D${from + index}`, String(from + index)]);

it.each([
  ['no row', 0],
  ['one row less than a sheet holds', 2],
  ['as many as a sheet holds', 3],
  ['one more', 4],
  ['several sheets full', 9],
])('a table of %s goes on over sheets and is read as one', async (_, count) => {
  const rows = numbered(1, count);
  const pages = [rows.slice(0, 5), [], rows.slice(5)];
  const bytes = await written(['document', 'netValue'], pages, 4);
  const expected = rows.map(([document, value], index) => [String(index + 1), document, value]);
  expect(await read(bytes)).toEqual(expected);
  expect(bytes.includes('xl/worksheets/sheet2.xml')).toBe(count > 3);
  expect(await written(['document', 'netValue'], pages, 4)).toEqual(bytes);
});

it.each([
  ['netValue', '123456789012345', 'v'],
  ['netValue', '-12.340', 'v'],
  ['netValue', '0.000000012345678', 'v'],
  ['netValue', '1234567890123456', 't'],
  ['netValue', '1234567890.1234567', 't'],
  ['netValue', '9007199254740993.01', 't'],
  ['invoiceDate', '2026-02-28', 'v'],
  ['invoiceDate', '1900-03-01', 'v'],
  ['invoiceDate', '1900-02-28', 't'],
  ['line', '007', 't'],
])('%s %s comes back to its last digit', async (field, text, kind) => {
  const bytes = await written([field, 'source'], [[[text, 'x']]]);
  const [[, found] = []] = (await read(bytes)) as string[][];
  const plain = (value = '') => (field === 'netValue' ? value.replace(/\.?0+$/, '') : value);
  expect(plain(found)).toBe(plain(text));
  const opened = await openTable(join(folder, 'lines.xlsx'));
  if (!opened.ok) throw new Error('not opened');
  for await (const batch of opened.value.batches)
    if (batch.ok) expect(batch.value[0]?.typed?.[0]).toBe(kind === 'v');
});

it('every text is a text and comes back, whatever it begins with', async () => {
  const tricky = fc.constantFrom('=1+1', "'=x", '_x0041_', '<&>"', ' a ', '+SUM(A1)', '@x', '汉字', '1e5');
  const texts = fc.array(fc.tuple(tricky, fc.string({ unit: 'grapheme', maxLength: 5 })), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(texts, async (pairs) => {
      const rows = pairs.map(([a, b]): Row => [a + b.replace(/\p{C}|\ufffd/gu, '').trim()]);
      const found = (await read(await written(['attribute.note'], [rows]))) as string[][];
      expect(found.map(([, text]) => text)).toEqual(rows.map(([text = '']) => exactText(text)));
    }),
    { numRuns: 50, seed: 20_261_129 },
  );
});

it('whoever takes no more of a workbook ends the reading of its rows', async () => {
  let state = 'not begun';
  const endless = async function* () {
    state = 'begun';
    try {
      for (let from = 1; ; from += 500) yield numbered(from, from + 499);
    } finally {
      state = 'ended';
    }
  };
  for await (const chunk of workbookExport(['document', 'netValue'], endless())) {
    if (state === 'begun' && chunk.length > 0) break;
  }
  expect(state).toBe('ended');
});
