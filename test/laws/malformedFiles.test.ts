import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../adapters/files/inspectTable.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { decodeLineSource, type LineSource } from '../../adapters/files/sourceDescription.ts';
import { REFUSALS, type Refusal } from '../../core/refusal/refusals.ts';
import { LANGUAGES } from '../../core/wording/language.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import { demoPath } from '../facts/demo/demoFiles.ts';
import { IS_DEEP } from '../support/tradeCases.ts';
import { sheetXml, workbookBytes, workbookParts } from '../support/workbook.ts';

// Files that are harmed, and files that are made up: each is read to its end, or refused with a code, a
// place and a remedy in both languages. Never an error of the program, never a row without an answer.
const SEED = Number(process.env.OPENREBATE_SEED ?? 20261129);
const RUNS = IS_DEEP ? 20_000 : 150;

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  path = join(folder, 'file');
});
afterAll(() => rm(folder, { recursive: true }));

function sourceOf(): LineSource {
  const column = (name: string) => ({ column: name });
  const source = decodeLineSource({
    format: 'openrebate-lines/v1',
    source: 'fuzz',
    file: 'file',
    identity: { by: 'occurrence', document: 'orderID' },
    reading: {},
    fields: {
      side: { constant: 'sale' },
      company: { constant: 'C' },
      partner: column('orderID'),
      product: column('productID'),
      quantity: column('quantity'),
      unit: { constant: 'EA' },
      unitPrice: column('unitPrice'),
      netValue: { product: [column('unitPrice'), column('quantity')] },
      currency: { constant: 'USD' },
    },
  });
  if (!source.ok) throw new Error(JSON.stringify(source.refusals));
  return source.value;
}
const SOURCE = sourceOf();

function expectReadable(refusals: readonly Refusal[]): void {
  expect(refusals.length).toBeGreaterThan(0);
  for (const refusal of refusals) {
    expect(REFUSALS).toHaveProperty(refusal.code);
    for (const language of LANGUAGES) {
      const { what, fix } = refusalText(refusal, language);
      expect(what.length * fix.length).toBeGreaterThan(0);
    }
  }
}

const seen = { files: 0, read: 0, refused: new Map<string, number>(), rows: 0, quarantined: 0 };

async function readToEnd(bytes: Buffer): Promise<void> {
  await writeFile(path, bytes);
  seen.files += 1;
  if (seen.files % 4 === 0) await inspectToo();

  const file = await readLines(path, { source: SOURCE, name: 'file' });
  if (!file.ok) return refusedBy(file.refusals);
  let row = 0;
  for await (const batch of file.value.batches) {
    if (!batch.ok) return refusedBy(batch.refusals);
    for (const received of batch.value) {
      expect(received.row).toBeGreaterThan(row);
      row = received.row;
      seen.rows += 1;
      if (!('refusals' in received.parsed)) continue;
      seen.quarantined += 1;
      expectReadable(received.parsed.refusals);
      expect(received.parsed.refusals.every(({ facts }) => facts.row === String(received.row))).toBe(true);
    }
  }
  expect(file.value.document().bytes).toBe(bytes.length);
  seen.read += 1;
}

async function inspectToo(): Promise<void> {
  const inspected = await inspectTable(path);
  if (!inspected.ok) expectReadable(inspected.refusals);
}

function refusedBy(refusals: readonly Refusal[]): void {
  expectReadable(refusals);
  for (const { code } of refusals) seen.refused.set(code, (seen.refused.get(code) ?? 0) + 1);
}

async function fuzz(name: string, files: fc.Arbitrary<Buffer | Promise<Buffer>>): Promise<void> {
  Object.assign(seen, { files: 0, read: 0, refused: new Map(), rows: 0, quarantined: 0 });
  const began = performance.now();
  await fc.assert(
    fc.asyncProperty(files, async (bytes) => readToEnd(await bytes)),
    { seed: SEED, numRuns: RUNS },
  );
  const seconds = (performance.now() - began) / 1000;
  const codes = [...seen.refused].map(([code, count]) => `${code} ${count}`).join(', ');
  process.stdout.write(
    `${name}: ${seen.files} files, ${Math.round(seen.files / seconds)} a second, ${seen.read} read to the end, ${seen.rows} rows, ${seen.quarantined} quarantined; ${codes}\n`,
  );
}

/** Bytes, tokens and cuts that have broken readers before. */
const TOKENS = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  'sep=;\n',
  "'",
  '=1+1',
  '-',
  '1e5',
  '1,234',
  '1.234,5',
  '{',
  '}',
  '[',
  ']',
  ':',
  'null',
  '\\u0000',
  '\\ud800',
  '<',
  '>',
  '</c>',
  '<row r="1">',
  '&',
  '&x;',
  ']]>',
  '<!DOCTYPE a>',
  '<c r="XFD1"><v>1</v></c>',
  '<c t="s"><v>99</v></c>',
  't="e"',
  'é',
  '中',
  '😀',
  '２',
].map((text) => Buffer.from(text));
const BYTES = [0x00, 0x7f, 0x80, 0xb1, 0xc3, 0xe4, 0xff, 0xfe, 0x1f, 0x8b];

type Harm = { readonly at: number; readonly kind: number; readonly what: number; readonly length: number };
const harm: fc.Arbitrary<Harm> = fc.record({
  at: fc.nat(10_000),
  kind: fc.nat(5),
  what: fc.nat(1000),
  length: fc.integer({ min: 1, max: 40 }),
});
const harms = fc.array(harm, { minLength: 1, maxLength: 5 });

function harmed(bytes: Buffer, list: readonly Harm[]): Buffer {
  return list.reduce((before, { at, kind, what, length }) => {
    const place = before.length === 0 ? 0 : Math.floor((at / 10_000) * before.length);
    const [head, tail] = [before.subarray(0, place), before.subarray(place)];
    if (kind === 0) return Buffer.concat([head, TOKENS[what % TOKENS.length] as Buffer, tail]);
    if (kind === 1)
      return Buffer.concat([head, Buffer.from([BYTES[what % BYTES.length] as number]), tail.subarray(1)]);
    if (kind === 2) return Buffer.concat([head, tail.subarray(length)]);
    if (kind === 3) return head;
    if (kind === 4) return Buffer.concat([head, tail.subarray(0, length), tail]);
    return Buffer.concat([head, Buffer.from([(before[place] ?? 0) ^ (1 << (what % 8))]), tail.subarray(1)]);
  }, bytes);
}

type Cells = readonly (readonly string[])[];

/** Orders of the demo's real data, as one table. */
async function realRows(): Promise<Cells> {
  const text = await readFile(`${demoPath('data/northwind')}/order_details.csv`, 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(0, 25)
    .map((line) => line.trim().split(','));
}

const asCsv = (rows: Cells, delimiter = ',') =>
  Buffer.from(rows.map((row) => row.join(delimiter)).join('\r\n'));
const asJson = (rows: Cells, isLines: boolean) => {
  const [header = [], ...rest] = rows;
  const records = rest.map((row) =>
    JSON.stringify(Object.fromEntries(header.map((name, at) => [name, row[at]]))),
  );
  return Buffer.from(isLines ? records.join('\n') : `{"data":[${records.join(',')}]}`);
};
const cellsOf = (rows: Cells) =>
  rows.map((row) =>
    row.map((text) => (/^\d+(\.\d+)?$/.test(text) ? { xml: `<c><v>${text}</v></c>` } : text)),
  );

describe('harmed files', () => {
  it('of delimited text', async () => {
    const rows = await realRows();
    const originals = fc.constantFrom(asCsv(rows), asCsv(rows, ';'), asCsv(rows, '\t'));
    await fuzz(
      'CSV',
      fc.tuple(originals, harms).map(([bytes, list]) => harmed(bytes, list)),
    );
  });

  it('packed as .gz', async () => {
    const packed = gzipSync(asCsv(await realRows()));
    await fuzz(
      '.gz',
      harms.map((list) => harmed(packed, list)),
    );
  });

  it('of JSON', async () => {
    const rows = await realRows();
    const originals = fc.constantFrom(asJson(rows, true), asJson(rows, false));
    await fuzz(
      'JSON',
      fc.tuple(originals, harms).map(([bytes, list]) => harmed(bytes, list)),
    );
  });

  it('of workbooks, in their archive', async () => {
    const whole = await workbookBytes({ sheets: [{ name: 'S', rows: cellsOf(await realRows()) }] });
    await fuzz(
      'XLSX, archive',
      harms.map((list) => harmed(whole, list)),
    );
  });

  it('of workbooks, in their parts', async () => {
    const workbook = { sheets: [{ name: 'S', rows: cellsOf(await realRows()) }], sharedTexts: ['x'] };
    const parts = Object.entries(workbookParts(workbook));
    const changed = fc.tuple(fc.nat(parts.length - 1), harms).map(([index, list]) => {
      const [name, text] = parts[index] as [string, string];
      return workbookBytes({ ...workbook, parts: { [name]: harmed(Buffer.from(text), list) } });
    });
    await fuzz('XLSX, parts', changed);
  });
}, 600_000);

const anyText = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    '1',
    '1.5',
    '1,5',
    '-2',
    '31.12.2026',
    '2026-12-31',
    '"',
    'a\nb',
    '中',
    "'=x",
    'NULL',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyRows = fc.array(fc.array(anyText, { maxLength: 6 }), { maxLength: 8 });

describe('made-up files', () => {
  const withHeader = anyRows.map((rows) => [['orderID', 'productID', 'quantity', 'unitPrice', 'x'], ...rows]);

  it('of delimited text', async () => {
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    await fuzz(
      'CSV, made up',
      fc.tuple(withHeader, delimiter).map(([rows, sign]) => asCsv(rows, sign)),
    );
  });

  it('of JSON', async () => {
    await fuzz(
      'JSON, made up',
      fc.json({ maxDepth: 5 }).map((text) => Buffer.from(text)),
    );
  });

  it('of sheets', async () => {
    const sheets = withHeader.map((rows) =>
      sheetXml(rows.map((row) => row.map((text) => text.toWellFormed()))),
    );
    await fuzz(
      'XLSX, made up',
      sheets.map((xml) =>
        workbookBytes({ sheets: [{ name: 'S', rows: [] }], parts: { 'xl/worksheets/sheet1.xml': xml } }),
      ),
    );
  });
}, 600_000);

describe('one table in three formats', () => {
  const cell = fc.oneof(
    fc.constantFrom('1', '12.5', '-3', 'tea', 'Größe', '茶', 'a;b', '2026-12-31'),
    fc.string({ unit: fc.constantFrom('a', 'é', '中', ' ', '-', '"', '&', '<'), minLength: 1, maxLength: 5 }),
  );
  const tables = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 });

  it('gives the same texts', async () => {
    const textsOf = async (bytes: Buffer) => {
      await writeFile(path, bytes);
      const found = await inspectTable(path, {
        reading: { encoding: 'utf-8', delimiter: ',', quote: '"', headerRow: 1 },
      });
      return found.ok ? found.value.first : found.refusals;
    };
    const quoted = (row: readonly string[]) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const table = [['p', 'q', 'r'], ...rows.slice(0, 3)];
        const csv = await textsOf(Buffer.from(table.map(quoted).join('\n')));
        expect(await textsOf(asJson(table, true))).toEqual(csv);
        expect(await textsOf(await workbookBytes({ sheets: [{ name: 'S', rows: cellsOf(table) }] }))).toEqual(
          csv,
        );
      }),
      { seed: SEED, numRuns: IS_DEEP ? 2000 : 150 },
    );
  });
});
