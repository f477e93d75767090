import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactRow } from '../../app/facts/factKinds.ts';
import { decodeMaster } from '../../app/intake/decodeMaster.ts';
import { wholeMaster } from '../../app/intake/wholeMaster.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import { taken } from '../../test/support/scenario.ts';
import { readMasterTable } from './readMasterTable.ts';
import { decodeMasterSource, type MasterSource } from './sourceDescription.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'master-'));
  await writeFile(join(folder, 'subcategories.csv'), 'key,name,category\n31,Helmets,4\n');
  await writeFile(join(folder, 'categories.csv'), 'key,name\n4,Accessories\n');
});
afterAll(() => rm(folder, { recursive: true }));

function described(): MasterSource {
  const source = decodeMasterSource({
    format: 'openrebate-master/v1',
    kind: 'product',
    file: 'products.csv',
    lookups: {
      subcategory: { file: 'subcategories.csv', key: ['key'], by: [{ column: 'subcategory' }] },
      category: { file: 'categories.csv', key: ['key'], by: [{ lookup: 'subcategory', column: 'category' }] },
    },
    code: { column: 'number' },
    name: { column: 'name' },
    validFrom: { column: 'valid_from' },
    attributes: { category: { lookup: 'category', column: 'name' }, color: { column: 'color' } },
  });
  if (!source.ok) throw new Error(JSON.stringify(source.refusals));
  return source.value;
}

/** Where a person finds it: the row, and the field where there is one. */
function placed(refusal: Refusal): Refusal {
  const { row } = refusal.facts;
  return row === undefined ? refusal : { ...refusal, at: `row ${row}, ${refusal.at}` };
}

async function read(rows: string) {
  await writeFile(join(folder, 'products.csv'), `number,name,subcategory,color,valid_from\n${rows}`);
  const feed = taken(await readMasterTable(join(folder, 'products.csv'), { source: described() }));
  const found: FactRow[] = [];
  for await (const batch of feed.batches) found.push(...taken(batch));
  const whole = wholeMaster(found);
  if (whole.ok) return whole;
  return { ok: false, refusals: whole.refusals.map(placed) };
}

describe('readMasterTable', () => {
  it('reads versions; an empty value is no attribute, an empty key looks nothing up', async () => {
    expect(await read('HL-1,Helmet,31,Red,1970-01-11\nHL-1,Helmet 2,31,,1970-01-21\nNUT,Nut,,,\n')).toEqual({
      ok: true,
      value: [
        {
          kind: 'product',
          code: 'HL-1',
          name: 'Helmet',
          validFrom: 10,
          attributes: { category: 'Accessories', color: 'Red' },
        },
        {
          kind: 'product',
          code: 'HL-1',
          name: 'Helmet 2',
          validFrom: 20,
          attributes: { category: 'Accessories' },
        },
        { kind: 'product', code: 'NUT', name: 'Nut', attributes: {} },
      ],
    });
  });

  it.each([
    ['a code that is empty', ',Helmet,31,,\n', 'master-invalid', 'row 1, code'],
    ['a name that is empty', 'A,,31,,\n', 'master-invalid', 'row 1, name'],
    ['a day that does not exist', 'A,B,31,,2011-02-30\n', 'master-invalid', 'row 1, validFrom'],
    ['a key that is not found', 'A,B,31,,\nB,B,99,,\n', 'line-lookup-missing', 'row 2, attributes.category'],
    ['a row too short', 'A,B\n', 'line-columns-mismatch', 'row 1, row'],
    [
      'two versions from one day',
      'A,B,31,,2011-01-01\nA,C,31,,2011-01-01\n',
      'master-version-repeated',
      'row 1; row 2',
    ],
    ['two versions since ever', 'A,B,31,,\nA,C,31,,\n', 'master-version-repeated', 'row 1; row 2'],
  ])('refuses the file for %s', async (_, rows, code, at) => {
    const refusals = at.split('; ').map((one) => expect.objectContaining({ code, at: one }));
    expect(await read(rows)).toEqual({ ok: false, refusals });
  });
});

describe('decodeMaster', () => {
  it('brings texts to NFC, as lines and agreements are; two spellings of one code are one code', () => {
    const partner = {
      code: 'Mu\u0308ller',
      name: 'Cafe\u0301',
      attributes: { 'gro\u0308\u00dfe': 'Ko\u0308ln' },
    };
    expect(decodeMaster({ partners: [partner], products: [] })).toMatchObject({
      ok: true,
      value: [{ code: 'Müller', name: 'Café', attributes: { größe: 'Köln' } }],
    });
    const twice = [partner, { ...partner, code: 'Müller' }];
    expect(decodeMaster({ partners: twice, products: [] })).toMatchObject({
      ok: false,
      refusals: ['partners[0]', 'partners[1]'].map((at) => ({ code: 'master-version-repeated', at })),
    });
  });

  const partner = { code: 'P1', name: 'One', attributes: { group: 'A' } };

  it('reads our own format', () => {
    const product = { code: 'A', name: 'Tea', validFrom: '1970-01-02', attributes: {} };
    expect(decodeMaster({ partners: [partner], products: [product] })).toEqual({
      ok: true,
      value: [
        { kind: 'partner', ...partner },
        { kind: 'product', ...product, validFrom: 1 },
      ],
    });
  });

  const rate = {
    code: 'USD/EUR',
    validFrom: '1970-01-31',
    attributes: { closing: '0.9204', average: '0.91' },
  };

  it('reads categories and rates, which may be left out; a rate is called what its code says', () => {
    const category = { code: 'Assam', name: 'Assam', attributes: { parent: 'Tea' } };
    const named = { ...rate, code: 'EUR/CHF', name: 'Franken' };
    const file = { partners: [], products: [], categories: [category], rates: [rate, named] };
    expect(decodeMaster(file)).toEqual({
      ok: true,
      value: [
        { kind: 'category', ...category },
        { kind: 'rate', ...rate, name: 'USD/EUR', validFrom: 30 },
        { kind: 'rate', ...named, validFrom: 30 },
      ],
    });
  });

  it.each([
    ['one currency', { code: 'USD' }, 'code', 'rate-code-invalid'],
    ['three currencies', { code: 'USD/EUR/CHF' }, 'code', 'rate-code-invalid'],
    ['a currency that does not exist', { code: 'USD/EUX' }, 'code', 'rate-code-invalid'],
    ['a currency to itself', { code: 'USD/USD' }, 'code', 'rate-code-invalid'],
    ['no day', { validFrom: undefined }, 'validFrom', 'rate-day-missing'],
    ['no value', { attributes: {} }, 'attributes', 'rate-kind-missing'],
    ['zero', { attributes: { closing: '0.00' } }, 'attributes.closing', 'rate-value-invalid'],
    ['less than zero', { attributes: { closing: '-1' } }, 'attributes.closing', 'rate-value-invalid'],
    ['no decimal', { attributes: { closing: '0,92' } }, 'attributes.closing', 'rate-value-invalid'],
  ])('refuses a rate with %s', (_, differs, field, reason) => {
    const { validFrom, ...odd } = { ...rate, ...differs };
    const json = { partners: [], products: [], rates: [{ ...odd, ...(validFrom && { validFrom }) }] };
    const facts = expect.objectContaining({ field, reason });
    expect(decodeMaster(json)).toEqual({
      ok: false,
      refusals: [{ code: 'master-invalid', at: `rates[0].${field}`, facts }],
    });
  });

  it.each([
    ['no list', { partners: [] }, 'master-invalid', 'products'],
    [
      'an attribute that is a number',
      { partners: [{ ...partner, attributes: { a: 1 } }], products: [] },
      'master-invalid',
      'partners[0].attributes.a',
    ],
    [
      'an unknown member',
      { partners: [{ ...partner, group: 'A' }], products: [] },
      'master-invalid',
      'partners[0].group',
    ],
    [
      'a code beyond all length',
      { partners: [{ ...partner, code: 'P'.repeat(201) }], products: [] },
      'master-invalid',
      'partners[0].code',
    ],
    [
      'a code twice',
      { partners: [partner, partner], products: [] },
      'master-version-repeated',
      'partners[0]; partners[1]',
    ],
  ])('refuses %s', (_, json, code, at) => {
    const refusals = at.split('; ').map((one) => ({ code, at: one }));
    expect(decodeMaster(json)).toMatchObject({ ok: false, refusals });
  });
});
