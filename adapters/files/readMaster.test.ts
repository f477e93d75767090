import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeMaster, readMasterCsv } from './readMaster.ts';
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

async function read(rows: string) {
  await writeFile(join(folder, 'products.csv'), `number,name,subcategory,color,valid_from\n${rows}`);
  return readMasterCsv(join(folder, 'products.csv'), { source: described() });
}

describe('readMasterCsv', () => {
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
    ['a key that is not found', 'A,B,31,,\nB,B,99,,\n', 'line-lookup-missing', 'row 2, category'],
    ['a row too short', 'A,B\n', 'line-columns-mismatch', 'row 1, row'],
    [
      'two versions from one day',
      'A,B,31,,2011-01-01\nA,C,31,,2011-01-01\n',
      'master-version-repeated',
      'row 2',
    ],
    ['two versions since ever', 'A,B,31,,\nA,C,31,,\n', 'master-version-repeated', 'row 2'],
  ])('refuses the file for %s', async (_, rows, code, at) => {
    expect(await read(rows)).toEqual({ ok: false, refusals: [expect.objectContaining({ code, at })] });
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
      refusals: [{ code: 'master-version-repeated', at: 'partners[1]' }],
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
      'a code twice',
      { partners: [partner, partner], products: [] },
      'master-version-repeated',
      'partners[1]',
    ],
  ])('refuses %s', (_, json, code, at) => {
    expect(decodeMaster(json)).toMatchObject({ ok: false, refusals: [{ code, at }] });
  });
});
