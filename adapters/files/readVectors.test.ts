import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runVector } from '../../app/calculation/runVector.ts';
import { agreementText, lineTexts } from '../../test/support/trade.ts';
import { decodeVectors, readVectors, VECTOR_FORMAT } from './readVectors.ts';

const EARNING = {
  term: 'volume',
  partner: 'P1',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  amount: '20.00',
  exact: '20',
  tier: 1,
  lines: { 'D1/1': '20.00' },
  blocked: 0,
};

const VECTOR = {
  id: 'a',
  mechanism: 'wholeVolume',
  source: 'a test',
  agreement: agreementText(),
  lines: [lineTexts({ netValue: '1000' })],
  master: {
    partners: [{ code: 'P1', name: 'One', attributes: {} }],
    products: [{ code: 'A', name: 'A', attributes: {} }],
  },
  effective: '2026-12-31',
  expect: { earnings: [EARNING] },
};

const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

function decoded(differs: object) {
  return decodeVectors({ format: VECTOR_FORMAT, vectors: [{ ...VECTOR, ...differs }] }, 'v.json');
}

function differencesOf(differs: object): readonly string[] {
  const vectors = decoded(differs);
  if (!vectors.ok) throw new Error(JSON.stringify(vectors.refusals));
  return vectors.value.flatMap((vector) => runVector(vector).differences);
}

describe('a vector', () => {
  it('holds where all that it names is so', () => {
    expect(differencesOf({})).toEqual([]);
    expect(differencesOf({ agreement: {}, expect: { refused: ['agreement-field-missing'] } })).toEqual([]);
  });

  it.each([
    [{ amount: '20.01' }, 'amount 20.00 instead of 20.01'],
    [{ exact: '21' }, 'exact 20 instead of 21'],
    [{ tier: 2 }, 'tier 1 instead of 2'],
    [{ blocked: 1 }, 'blocked 0 instead of 1'],
    [{ lines: { 'D1/1': '1.00' } }, 'line D1/1 20.00 instead of 1.00'],
    [{ lines: { 'D2/1': '1.00' } }, 'line D2/1 none instead of 1.00'],
  ])('fails where %j is not what is found', (differs, difference) => {
    const expected = { expect: { earnings: [{ ...EARNING, ...differs }] } };
    expect(differencesOf(expected)).toEqual([`volume P1 2026-01-01 2026-12-31: ${difference}`]);
  });

  it('fails where an earning is missing, or there without being expected', () => {
    expect(differencesOf({ expect: { earnings: [] } })).toEqual([
      'volume P1 2026-01-01 2026-12-31: 20.00 that nothing expects',
    ]);
    expect(differencesOf({ lines: [] })).toEqual([
      'volume P1 2026-01-01 2026-12-31: nothing instead of 20.00',
    ]);
  });

  it('fails where it is refused or accepted against what it says, or a line cannot be read', () => {
    expect(differencesOf({ expect: { refused: ['agreement-field-missing'] } })).toEqual([
      'accepted, not agreement-field-missing',
    ]);
    expect(differencesOf({ agreement: {}, expect: { refused: ['agreement-id-repeated'] } })).toEqual([
      expect.stringMatching(/^not refused with agreement-id-repeated, but with agreement-field-missing/),
    ]);
    expect(differencesOf({ lines: [lineTexts({ netValue: '1,5' })] })).toContainEqual(
      expect.stringContaining('line-decimal-invalid'),
    );
  });
});

describe('a file of vectors', () => {
  it.each([
    ['a vector without source', { source: undefined }, 'vectors[0].source'],
    ['a day that is none', { effective: '2026-02-30' }, 'vectors[0].effective'],
    ['a number in place of a text', { lines: [{ netValue: 5 }] }, 'vectors[0].lines[0]'],
    ['master data that is none', { master: { partners: [] } }, 'vectors[0].master.products'],
    ['both earnings and refusals', { expect: { earnings: [], refused: ['x'] } }, 'vectors[0].expect'],
    ['nothing that is expected', { expect: {} }, 'vectors[0].expect'],
    ['a field that nobody knows', { lins: [] }, 'vectors[0].lins'],
  ])('is refused for %s', (_, differs, at) => {
    const result = decoded(differs);
    expect(result.ok ? [] : result.refusals.map((refusal) => [refusal.code, refusal.at])).toEqual([
      ['vectors-invalid', at],
    ]);
  });

  it('stands alone or in a folder, in order of the names; an id is there once', async () => {
    const write = (name: string, ...ids: string[]) => {
      const vectors = ids.map((id) => ({ ...VECTOR, id }));
      writeFileSync(join(folder, name), JSON.stringify({ format: VECTOR_FORMAT, vectors }));
    };
    write('b.json', 'three');
    write('a.json', 'one', 'two');
    const ids = async (path: string) => {
      const read = await readVectors(path);
      return read.ok ? read.value.map(({ id }) => id) : read.refusals.map(({ code, at }) => `${code} ${at}`);
    };
    expect(await ids(folder)).toEqual(['one', 'two', 'three']);
    expect(await ids(join(folder, 'b.json'))).toEqual(['three']);
    expect(await ids(join(folder, 'nowhere'))).toEqual(['file-not-found nowhere']);
    write('c.json', 'two');
    expect(await ids(folder)).toEqual(['vectors-invalid two']);
  });
});
