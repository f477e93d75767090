import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDate } from '../../../core/calendar/localDate.ts';
import { readHistory } from './readHistory.ts';
import { scaledNumber } from './rowFields.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(files: Readonly<Record<string, string>>) {
  const own = await mkdtemp(join(folder, 'one-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(own, name), text);
  return readHistory(own, parseDate('2026-01-01') as number);
}

async function refusals(files: Readonly<Record<string, string>>) {
  const found = await read(files);
  return found.ok ? [] : found.refusals;
}

const HEAD = 'document,line,partner,product,day,quantity,amount,currency';

describe('a history in a folder', () => {
  test('is read exactly, from several files and by partner and day', async () => {
    const found = await read({
      'products.csv': 'product,unit,unit-cost,currency,per-pack\nA,KG,0.125,EUR,12\nB,KG,1.25,EUR,\n',
      'lines-1.csv': `${HEAD},returnOfDocument,return_of_line\nI2,1,P,A,2025-02-01,-0.000001,-1.10,EUR,I1,1\n`,
      'lines-2.csv': `${HEAD},unit-amount\nI1,1,Q,A,2025-03-01,2,20,JPY,10\nI1,1,P,A,2025-01-01,1.5,"3.30",EUR,2.2\n`,
      'notes.txt': 'left aside',
    });
    expect(found.ok && found.value.history.products).toEqual([
      { product: 'A', unit: 'KG', currency: 'EUR', perPack: 12 },
      { product: 'B', unit: 'KG', unitCost: 125, currency: 'EUR' },
    ]);
    const lines = found.ok ? [...found.value.lines] : [];
    expect(lines.map(({ partner, document, source }) => `${partner} ${document} ${source}`)).toEqual(['P I1 lines-2', 'P I2 lines-1', 'Q I1 lines-2']);
    expect(lines[0]).toEqual({
      source: 'lines-2',
      document: 'I1',
      line: '1',
      side: 'sale',
      kind: 'goods',
      partner: 'P',
      product: 'A',
      day: parseDate('2025-01-01'),
      quantity: 1_500_000,
      unit: 'KG',
      minor: 330,
      unitMinor: 220,
      currency: 'EUR',
    });
    expect(lines[1]).toMatchObject({ quantity: -1, minor: -110, returnOf: { document: 'I1', line: '1' } });
    expect(lines[2]).toMatchObject({ minor: 20, unitMinor: 10 });
  });

  test('puts tiers to agreements and lines to claims', async () => {
    const found = await read({
      'agreements.csv': 'agreement,side,from,currency,basis,partners\nG,customer,2025-01-01,EUR,quantity,P; Q\n',
      'tiers.csv': 'agreement,from,rate\nG,100.5,2.5\nG,0,1\n',
      'claims.csv': 'claim,partner,sent-on,amount,currency\nC,P,2025-02-01,5,EUR\n',
      'claim-lines.csv': 'claim,number,document,line,amount\nC,1,I1,1,5\n',
    });
    expect(found.ok && found.value.history.agreements).toMatchObject([
      { partners: ['P', 'Q'], tiers: [{ from: 0, rate: 100 }, { from: 100_500_000, rate: 250 }] },
    ]);
    expect(found.ok && found.value.history.claims[0]?.lines).toEqual([{ number: 1, document: 'I1', line: '1', minor: 500 }]);
  });

  test.each([
    ['too fine an amount', 'I1,1,P,A,2025-01-01,1,1.001,EUR', 'amount', '1.001'],
    ['no day', 'I1,1,P,A,2025-02-30,1,1,EUR', 'day', '2025-02-30'],
    ['no currency', 'I1,1,P,A,2025-02-01,1,1,EURO', 'currency', 'EURO'],
    ['a comma in a number', 'I1,1,P,A,2025-02-01,"1,5",1,EUR', 'quantity', '1,5'],
    ['beyond what is exact', 'I1,1,P,A,2025-02-01,9999999999999,1,EUR', 'quantity', '9999999999999'],
    ['nothing where something is needed', 'I1,1,,A,2025-02-01,1,1,EUR', 'partner', ''],
  ])('refuses %s, and says where', async (_, row, column, value) => {
    expect(await refusals({ 'lines.csv': `${HEAD}\nI0,1,P,A,2025-01-01,1,1,EUR\n${row}\n` })).toMatchObject([
      { code: 'history-field-invalid', facts: { file: 'lines.csv', row: '3', column, value } },
    ]);
  });

  test('refuses a tier of nobody, an empty folder, and tells at most twenty', async () => {
    expect(await refusals({ 'tiers.csv': 'agreement,from\nG,0\n' })).toMatchObject([{ code: 'history-field-invalid' }]);
    expect(await refusals({ 'notes.txt': '' })).toMatchObject([{ code: 'history-empty' }]);
    expect(await refusals({ 'lines.csv': `${HEAD}\n${'I,1,P,A,x,1,1,EUR\n'.repeat(99)}` })).toHaveLength(20);
  });

  test.each([
    ['12.50', 2, 1250],
    ['-0.1', 2, -10],
    ['-0', 2, 0],
    ['1.500', 1, 15],
    ['1.55', 1, undefined],
    ['1e3', 2, undefined],
    ['', 2, undefined],
    ['9007199254740993', 0, undefined],
  ])('%s by %d digits is %s', (text, digits, expected) => expect(scaledNumber(text, digits)).toBe(expected));
});
