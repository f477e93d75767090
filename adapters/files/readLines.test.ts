import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { formatDecimal } from '../../core/number/decimal.ts';
import { collectLines, readLines } from './readLines.ts';
import { decodeLineSource, type LineSource } from './sourceDescription.ts';

const folders: string[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
  folders.push(folder);
});
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true }))));

const DESCRIPTION = {
  format: 'openrebate-lines/v1',
  source: 'shop',
  file: 'details.csv',
  identity: { by: 'lineNumber', document: 'order', line: 'no' },
  lookups: {
    order: { file: 'orders.csv', key: ['order'], by: [{ column: 'order' }] },
    rep: { file: 'reps.csv', key: ['rep'], by: [{ lookup: 'order', column: 'rep' }] },
  },
  fields: {
    side: { constant: 'sale' },
    company: { constant: 'NW' },
    partner: { lookup: 'order', column: 'customer' },
    product: { column: 'item' },
    orderDate: { lookup: 'order', column: 'date' },
    quantity: { column: 'qty' },
    unit: { constant: 'PACK' },
    netValue: { product: [{ column: 'price' }, { column: 'qty' }, { oneMinus: { column: 'discount' } }] },
    currency: { constant: 'USD' },
    'attribute.rep': { lookup: 'rep', column: 'name' },
  },
};

const DISCOUNT = {
  origin: 'promotion',
  code: { column: 'item' },
  percent: { product: [{ column: 'discount' }, { constant: '100' }] },
};

function sourceOf(json: unknown): LineSource {
  const source = decodeLineSource(json);
  if (!source.ok) throw new Error(JSON.stringify(source.refusals));
  return source.value;
}

async function files(
  details: string | Uint8Array,
  orders = 'order,customer,date,rep\n1,ANNA,2026-01-05,7\n2,BERT,2026-01-06,\n',
) {
  await writeFile(join(folder, 'details.csv'), details);
  await writeFile(join(folder, 'orders.csv'), orders);
  await writeFile(join(folder, 'reps.csv'), 'rep,name\n7,Kim\n');
  return join(folder, 'details.csv');
}

async function rowsOf(details: string | Uint8Array) {
  const result = await collectLines(await files(details), { source: sourceOf(DESCRIPTION) });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value.rows;
}

const HEADER = 'order,no,item,qty,price,discount\n';

describe('readLines with a source description', () => {
  it('maps constants, columns, lookups of lookups and exact products', async () => {
    const [first, second] = await rowsOf(`${HEADER}1,1,tea,3,9.80,0.15\n2,1,jam,-2,0.1,0\n`);
    expect(first).toMatchObject({
      row: 1,
      texts: ['1', '1', 'tea', '3', '9.80', '0.15'],
      parsed: {
        line: {
          source: 'shop',
          document: '1',
          line: '1',
          partner: 'ANNA',
          netValue: { digits: 2499n, scale: 2 },
          attributes: { rep: 'Kim' },
        },
      },
    });
    // −2 × 0.1 × 1, and an order without a representative has no such attribute.
    expect(second).toMatchObject({
      parsed: { line: { partner: 'BERT', netValue: { digits: -2n, scale: 1 }, attributes: {} } },
    });
  });

  it('names row, field and column of what it refuses, and never drops a row', async () => {
    const rows = await rowsOf(
      Buffer.from(
        `${HEADER}9,1,tea,3,9.80,0\n1,1,tea,3,x,0\n1,2,tea,3\n1,3,t\xe9,3,1,0\n1,4,,3,1,0\n1,5,tea,1,1,0\n`,
        'latin1',
      ),
    );
    expect(rows.map((row) => ('refusals' in row.parsed ? row.parsed.refusals : 'line'))).toEqual([
      [
        {
          code: 'line-lookup-missing',
          at: 'partner',
          facts: { field: 'partner', file: 'orders.csv', key: '9', row: '1' },
        },
        {
          code: 'line-lookup-missing',
          at: 'orderDate',
          facts: { field: 'orderDate', file: 'orders.csv', key: '9', row: '1' },
        },
        expect.objectContaining({ code: 'line-lookup-missing', at: 'attribute.rep' }),
      ],
      [{ code: 'line-decimal-invalid', at: 'netValue', facts: { field: 'netValue', value: 'x', row: '2' } }],
      [{ code: 'line-columns-mismatch', at: 'row', facts: { expected: '6', found: '4', row: '3' } }],
      [
        {
          code: 'line-text-invalid',
          at: 'item',
          facts: { column: 'item', field: 'item', row: '4', value: expect.stringContaining('\ufffd') },
        },
      ],
      [{ code: 'line-field-missing', at: 'product', facts: { field: 'product', row: '5', column: 'item' } }],
      'line',
    ]);
  });

  it('leaves a product empty where a factor is, and quarantines one beyond nine places', async () => {
    const [empty, long] = await rowsOf(`${HEADER}1,1,tea,3,,0\n1,2,tea,0.00001,0.00001,0\n`);
    expect(empty).toMatchObject({
      parsed: { line: expect.not.objectContaining({ netValue: expect.anything() }) },
    });
    expect(long).toMatchObject({
      parsed: { refusals: [{ code: 'line-scale-beyond-nine', at: 'netValue' }] },
    });
  });

  it('seals the file and those that it looked into', async () => {
    const path = await files(`${HEADER}1,1,tea,3,1,0\n`);
    const result = await collectLines(path, { source: sourceOf(DESCRIPTION) });
    expect(result.ok && result.value.document).toMatchObject({
      name: 'details.csv',
      bytes: 47,
      columns: ['order', 'no', 'item', 'qty', 'price', 'discount'],
      lookups: [
        { name: 'orders.csv', bytes: 63 },
        { name: 'reps.csv', bytes: 15 },
      ],
    });
  });

  it('refuses the file where a column, a looked-up file or the uniqueness of its key is missing', async () => {
    const refusalsOf = async (path: string, json: unknown = DESCRIPTION) => {
      const result = await collectLines(path, { source: sourceOf(json) });
      return result.ok
        ? []
        : result.refusals.map(({ code, at, facts }) => [code, at, facts.column ?? facts.file]);
    };
    const path = await files('order,no,item,qty,price\n1,1,tea,3,1\n');
    expect(await refusalsOf(path)).toEqual([['file-column-missing', 'netValue', 'discount']]);
    await files(HEADER, 'order,customer,date\n');
    expect(await refusalsOf(path)).toEqual([['file-column-missing', 'attribute.rep', 'rep']]);
    await files(HEADER, 'order,customer,date,rep\n1,A,,\n1,B,,\n');
    expect(await refusalsOf(path)).toEqual([['file-lookup-repeated', 'orders.csv row 2', 'orders.csv']]);
    await files(HEADER, 'order,customer,date,rep\n1,A\n');
    expect(await refusalsOf(path)).toEqual([['line-columns-mismatch', 'orders.csv row 1', 'orders.csv']]);
    await files(HEADER);
    const other = { ...DESCRIPTION.lookups, rep: { ...DESCRIPTION.lookups.rep, file: 'nobody.csv' } };
    expect(await refusalsOf(path, { ...DESCRIPTION, lookups: other })).toEqual([
      ['file-lookup-missing', 'lookups.rep', 'nobody.csv'],
    ]);
  });

  it('gives a refusal of the file as the last batch, after rows', async () => {
    const path = await files(`${HEADER}1,1,tea,3,1,0\n1,2,"tea,3,1,0\n`);
    const file = await readLines(path, { source: sourceOf(DESCRIPTION), batchSize: 1 });
    if (!file.ok) throw new Error('refused');
    const seen: unknown[] = [];
    for await (const batch of file.value.batches)
      seen.push(batch.ok ? batch.value.length : batch.refusals[0]?.code);
    expect(seen.at(-1)).toBe('file-quotes-broken');
  });
});

describe('readLines without a description', () => {
  const NATIVE =
    'source,document,line,side,company,partner,product,unit,currency,invoiceDate,netValue,attribute.channel\n';

  it('reads columns by the names of our fields', async () => {
    const path = await files(`${NATIVE}erp,R1,1,sale,C,P,A,EA,EUR,2026-01-05,12.50,web\n`);
    const result = await collectLines(path);
    expect(result.ok && result.value.rows[0]).toMatchObject({
      parsed: {
        line: { source: 'erp', netValue: { digits: 1250n, scale: 2 }, attributes: { channel: 'web' } },
      },
    });
  });

  it('says once which column is unknown or missing', async () => {
    const path = await files('source,document,line,side,company,partner,product,unit,curency\n');
    const result = await collectLines(path);
    expect(result.ok ? [] : result.refusals.map(({ code, facts }) => [code, facts.column])).toEqual([
      ['file-column-unknown', 'curency'],
      ['file-column-missing', 'currency'],
    ]);
  });
});

describe('discounts of a source description', () => {
  async function discountsOf(discounts: unknown, row: string) {
    const path = await files(`${HEADER}${row}\n`);
    const result = await collectLines(path, { source: sourceOf({ ...DESCRIPTION, discounts }) });
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    const [first] = result.value.rows;
    if (first === undefined) return [];
    if ('refusals' in first.parsed) return first.parsed.refusals;
    return first.parsed.line.discounts?.map(({ origin, code, kind, value }) => {
      return `${origin} ${code} ${kind} ${formatDecimal(value)}`;
    });
  }

  it.each([
    ['a percentage', DISCOUNT, '1,1,green tea,3,9.80,0.15', ['promotion green tea percent 15']],
    ['nothing in the column', DISCOUNT, '1,1,tea,3,9.80,', undefined],
    ['nothing off', DISCOUNT, '1,1,tea,3,9.80,0.00', undefined],
    [
      'an amount',
      {
        origin: 'coupon',
        code: { joined: [{ constant: 'C-' }, { column: 'no' }] },
        amount: { column: 'price' },
      },
      '1,1,tea,3,9.80,0',
      ['coupon C-1 amount 9.80'],
    ],
    [
      'a price of nothing',
      { origin: 'rule', code: { constant: 'FREE' }, price: { column: 'discount' } },
      '1,1,tea,3,9.80,0.00',
      ['rule FREE price 0.00'],
    ],
  ])('%s', async (_, discount, row, expected) => {
    expect(await discountsOf([discount], row)).toEqual(expected);
  });

  it.each([
    ['the same code twice', [DISCOUNT, DISCOUNT], '1,1,tea,3,9.80,0.15', 'line-discount-repeated'],
    [
      'no code',
      [{ ...DISCOUNT, code: { joined: [{ column: 'item' }] } }],
      '1,1,,3,9.80,0.15',
      'line-field-unknown',
    ],
    ['more than everything', [DISCOUNT], '1,1,tea,3,9.80,1.01', 'line-discount-invalid'],
    ['no decimal', [DISCOUNT], '1,1,tea,3,9.80,15%', 'line-decimal-invalid'],
  ])('refuse a row with %s', async (_, discounts, row, code) => {
    expect(await discountsOf(discounts, row)).toContainEqual(expect.objectContaining({ code }));
  });

  it('name a column that is not there', async () => {
    const path = await files(`${HEADER}1,1,tea,3,9.80,0\n`);
    const source = sourceOf({ ...DESCRIPTION, discounts: [{ ...DISCOUNT, code: { column: 'promo' } }] });
    expect(await collectLines(path, { source })).toMatchObject({
      refusals: [{ code: 'file-column-missing', at: 'discounts[0].code', facts: { column: 'promo' } }],
    });
  });
});

describe('decodeLineSource', () => {
  const { fields, lookups } = DESCRIPTION;
  it.each([
    ['an unknown field', { fields: { ...fields, price: { column: 'x' } } }, 'fields.price', 'field-unknown'],
    [
      'a field of the identity',
      { fields: { ...fields, line: { column: 'x' } } },
      'fields.line',
      'field-unknown',
    ],
    [
      'a needed field left out',
      { fields: { ...fields, unit: undefined } },
      'fields.unit',
      'agreement-field-type',
    ],
    [
      'a value of no kind',
      { fields: { ...fields, unit: { text: 'EA' } } },
      'fields.unit',
      'agreement-field-missing',
    ],
    [
      'a value with a member too much',
      { fields: { ...fields, unit: { column: 'a', as: 'b' } } },
      'fields.unit.as',
      'agreement-field-unknown',
    ],
    [
      'an undeclared lookup',
      { fields: { ...fields, unit: { lookup: 'u', column: 'a' } } },
      'unit',
      'lookup-not-declared',
    ],
    [
      'lookups in a circle',
      { lookups: { ...lookups, order: { ...lookups.order, by: [{ lookup: 'rep', column: 'x' }] } } },
      'lookups.order.by',
      'lookup-not-declared',
    ],
    [
      'a key of two parts for one',
      { lookups: { ...lookups, order: { ...lookups.order, key: ['a', 'b'] } } },
      'lookups.order',
      'lookup-parts-differ',
    ],
    ['a path instead of a file name', { file: '../etc/passwd' }, 'file', 'agreement-value-not-allowed'],
    ['another format', { format: 'openrebate-lines/v9' }, 'format', 'agreement-value-not-allowed'],
    [
      'an identity of another kind',
      { identity: { by: 'luck', document: 'a', line: 'b' } },
      'identity.by',
      'agreement-value-not-allowed',
    ],
    [
      'a discount of two kinds',
      { discounts: [{ ...DISCOUNT, amount: { column: 'price' } }] },
      'discounts[0].amount',
      'agreement-field-unknown',
    ],
    [
      'a discount of no kind',
      { discounts: [{ origin: 'coupon', code: { constant: 'A' } }] },
      'discounts[0]',
      'agreement-field-missing',
    ],
    [
      'a discount from nowhere',
      { discounts: [{ ...DISCOUNT, origin: 'luck' }] },
      'discounts[0].origin',
      'agreement-value-not-allowed',
    ],
    [
      'a discount by an undeclared lookup',
      { discounts: [{ ...DISCOUNT, code: { joined: [{ lookup: 'u', column: 'a' }] } }] },
      'discounts[0].code',
      'lookup-not-declared',
    ],
    ['an unknown member', { remark: 'x' }, 'remark', 'agreement-field-unknown'],
  ])('refuses %s', (_, change, at, reason) => {
    const result = decodeLineSource({ ...DESCRIPTION, ...change });
    expect(result).toMatchObject({
      ok: false,
      refusals: [{ code: 'source-invalid', at, facts: { reason } }],
    });
  });

  it('refuses a needed field that is not there', () => {
    const { unit: _, ...rest } = fields;
    expect(decodeLineSource({ ...DESCRIPTION, fields: rest })).toMatchObject({
      refusals: [{ code: 'source-invalid', at: 'fields.unit', facts: { reason: 'field-missing' } }],
    });
  });
});
