import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimal } from '../../core/agreement/decoder.ts';
import { parseYaml, readAgreement } from './readAgreement.ts';
import { decodeBooked } from './readBooked.ts';
import { parseJson } from './readJson.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agreement-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('readAgreement', () => {
  it('gives the text as it stands and the parsed form, of JSON and YAML alike', async () => {
    await writeFile(join(folder, 'a.json'), '{"id": "A", "from": "1.50", "day": "2012-01-01", "no": false}');
    await writeFile(join(folder, 'a.yaml'), 'id: A\nfrom: "1.50"\nday: 2012-01-01\n"no": false\n');
    const json = await readAgreement(join(folder, 'a.json'));
    const yaml = await readAgreement(join(folder, 'a.yaml'));
    expect(json.ok && yaml.ok && yaml.value.parsed).toEqual(json.ok && json.value.parsed);
    expect(yaml.ok && yaml.value.text).toBe('id: A\nfrom: "1.50"\nday: 2012-01-01\n"no": false\n');
  });

  it('leaves a bare decimal a number, which the decoder refuses', () => {
    const parsed = parseYaml('from: 1.50', 'a.yaml');
    const refusals: never[] = [];
    expect(
      parsed.ok && decimal.decode((parsed.value as { from: unknown }).from, 'from', refusals),
    ).toBeUndefined();
    expect(refusals).toMatchObject([{ code: 'agreement-field-type', facts: { expected: 'decimal' } }]);
  });

  it('refuses a file beyond its limit and bytes that are no text', async () => {
    await writeFile(join(folder, 'big.json'), ' '.repeat(1024 ** 2 + 1));
    expect(await readAgreement(join(folder, 'big.json'))).toMatchObject({
      refusals: [{ code: 'file-too-large' }],
    });
    await writeFile(join(folder, 'latin.json'), Buffer.from('{"name": "M\xe8re"}', 'latin1'));
    expect(await readAgreement(join(folder, 'latin.json'))).toMatchObject({
      refusals: [{ code: 'file-text-invalid' }],
    });
  });

  it.each([
    ['a broken text', 'a: [1', 'file-syntax-invalid'],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 'file-key-repeated'],
    ['an alias', 'a: &x [1]\nb: *x\n', 'file-syntax-invalid'],
    ['an unknown tag', 'a: !secret 1\n', 'file-syntax-invalid'],
  ])('refuses YAML with %s', (_, text, code) => {
    expect(parseYaml(text, 'a.yaml')).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});

describe('parseJson', () => {
  it.each([
    ['{"a": 1, "b": {"a": 2}, "c": [{"a": 1}, {"a": 1}]}', true],
    ['{"a": "x\\"y", "b": "{\\"a\\": 1}"}', true],
    ['{"a": 1,\n "b": 2,\n "a": 3}', false],
    ['{"a": [{"b": 1, "\\u0062": 2}]}', false],
  ])('%s', (text, isAccepted) => {
    const result = parseJson(text, 'a.json');
    expect(result.ok).toBe(isAccepted);
    if (!result.ok) expect(result.refusals[0]?.code).toBe('file-key-repeated');
  });

  it('names the line of the repeated member', () => {
    expect(parseJson('{"a": 1,\n "b": 2,\n "a": 3}', 'a.json')).toMatchObject({
      refusals: [{ at: 'line 3', facts: { key: 'a' } }],
    });
  });
});

describe('decodeBooked', () => {
  const entry = {
    term: 't',
    partner: 'P',
    window: { firstDay: '1970-01-01', lastDay: '1970-01-31' },
    booked: '248.27',
  };

  it('reads days as a half-open window and the amount exactly', () => {
    expect(decodeBooked([entry])).toEqual({
      ok: true,
      value: [
        { term: 't', partner: 'P', window: { from: 0, until: 31 }, booked: { digits: 24827n, scale: 2 } },
      ],
    });
  });

  it.each([
    ['a number', [{ ...entry, booked: 248.27 }], '[0].booked'],
    ['no list', entry, ''],
    ['a field too much', [{ ...entry, note: 'x' }], '[0].note'],
    [
      'an empty window',
      [{ ...entry, window: { firstDay: '1970-02-01', lastDay: '1970-01-31' } }],
      '[0].window',
    ],
    ['an account twice', [entry, entry], '[1]'],
  ])('refuses %s', (_, json, at) => {
    expect(decodeBooked(json)).toMatchObject({ ok: false, refusals: [{ code: 'booked-invalid', at }] });
  });
});
