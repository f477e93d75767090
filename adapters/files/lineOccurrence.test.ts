import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectLines } from './readLines.ts';
import { decodeLineSource } from './sourceDescription.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'occurrence-'));
});
afterAll(() => rm(folder, { recursive: true }));

const DESCRIPTION = {
  format: 'openrebate-lines/v1',
  source: 'shop',
  file: 'shop.csv',
  identity: { by: 'occurrence', document: 'InvoiceNo' },
  fields: {
    side: { constant: 'sale' },
    company: { constant: 'UK' },
    partner: { column: 'CustomerID' },
    product: { column: 'StockCode' },
    quantity: { column: 'Quantity' },
    unit: { constant: 'EA' },
    unitPrice: { column: 'UnitPrice' },
    currency: { constant: 'GBP' },
    'attribute.kind': {
      when: [
        { if: { column: 'InvoiceNo' }, startsWith: ['C'], give: { constant: 'cancellation' } },
        { if: { column: 'StockCode' }, isOneOf: ['POST', 'BANK CHARGES'], give: { constant: 'fee' } },
        { if: { column: 'CustomerID' }, isEmpty: true, give: { nothing: true } },
      ],
      otherwise: { constant: 'goods' },
    },
  },
};
const HEADER = 'InvoiceNo,StockCode,Quantity,UnitPrice,CustomerID';

async function linesOf(rows: readonly string[]) {
  const path = join(folder, 'shop.csv');
  await writeFile(path, `${[HEADER, ...rows].join('\n')}\n`);
  const source = decodeLineSource(DESCRIPTION);
  if (!source.ok) throw new Error(JSON.stringify(source.refusals));
  const file = await collectLines(path, { source: source.value });
  if (!file.ok) throw new Error(JSON.stringify(file.refusals));
  return file.value.rows.map(({ document, parsed }) => ({
    document,
    line: 'line' in parsed ? parsed.line.line : undefined,
    kind: 'line' in parsed ? (parsed.line.attributes.kind ?? 'none') : undefined,
  }));
}

const ROWS = ['1,A,2,9.5,7', '1,A,2,9.50,7', '1,B,1,1,7', '2,A,2,9.5,7', 'C2,POST,-1,3,7', '3,POST,1,3,8'];

describe('lines told apart by occurrence', () => {
  it('counts what is equal inside a document, whatever its decimals look like', async () => {
    const [first, second, other, nextDocument] = await linesOf(ROWS);
    expect(first?.line).toMatch(/^[0-9a-f]{16}-1$/);
    expect(second?.line).toBe(first?.line?.replace(/1$/, '2'));
    expect(other?.line).toMatch(/-1$/);
    expect(nextDocument?.line).toMatch(/-1$/);
  });

  it('gives the same names in any order of rows', async () => {
    const names = async (rows: readonly string[]) => (await linesOf(rows)).map(({ line }) => line).sort();
    expect(await names([...ROWS].reverse())).toEqual(await names(ROWS));
  });

  it('names the document of every row that says it, also of one that is no line', async () => {
    const found = await linesOf(['1,A,x,1,7', '1,A,1', '4,A,1,1,']);
    expect(found.map(({ document }) => document)).toEqual(['1', '', '4']);
    expect(found.map(({ line }) => line)).toEqual([undefined, undefined, undefined]);
  });

  it('takes the first case that holds', async () => {
    const kinds = (await linesOf(ROWS)).map(({ kind }) => kind);
    expect(kinds).toEqual(['goods', 'goods', 'goods', 'goods', 'cancellation', 'fee']);
  });
});

describe('a description of cases', () => {
  it.each([
    ['a lookup that nobody declares', { lookup: 'x', column: 'a' }, ['x']],
    ['a case of nothing', { column: 'a' }, []],
  ])('refuses %s', (_, asked, startsWith) => {
    const value = {
      when: [{ if: asked, startsWith, give: { constant: 'y' } }],
      otherwise: { nothing: true },
    };
    const source = decodeLineSource({
      ...DESCRIPTION,
      fields: { ...DESCRIPTION.fields, 'attribute.kind': value },
    });
    expect(source.ok ? [] : source.refusals.map(({ code }) => code)).toEqual(['source-invalid']);
  });
});
