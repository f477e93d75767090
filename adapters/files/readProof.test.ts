import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { calculateKnownLines } from '../../app/calculation/calculateLines.ts';
import { makeProof } from '../../app/proofs/makeProof.ts';
import type { Figure } from '../../core/earning/otherFigures.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { type Proof, signedBytes } from '../../core/proof/proof.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { agreementOf, agreementText, dayOf, lineOf } from '../../test/support/trade.ts';
import { readOpening, readProof } from './readProof.ts';

const folder = mkdtempSync(join(tmpdir(), 'proofs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function madeProof(): Proof {
  const frame = { effective: dayOf('2026-12-31'), master: NO_MASTER };
  const lines = [lineOf({ netValue: '2000', knownOn: '2026-03-01' })];
  const { earnings } = calculateKnownLines({ ...frame, agreement: agreementOf() }, lines);
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const made = makeProof(
    { ...frame, agreement: agreementText() },
    { lines, earnings },
    'withoutInternal',
    sha256,
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  return made.value;
}

const PROOF = madeProof();
const TEXT = canonicalJson(PROOF as unknown as Json);

async function read(text: string): Promise<unknown> {
  const path = join(folder, 'p.json');
  writeFileSync(path, text);
  const result = await readProof(path);
  return result.ok ? result.value : result.refusals.map(({ code, at }) => `${code} ${at}`.trim());
}

describe('a proof file', () => {
  it('is read as it was written', async () => {
    expect(await read(TEXT)).toEqual(PROOF);
    expect(await read(`${TEXT}\n`)).toEqual(PROOF);
  });

  it('may hold figures of every kind', async () => {
    const place = { id: 'a', group: '', firstDay: '2026-01-01' };
    const sum = { value: '1/3', lines: 2 };
    const figures: Figure[] = [
      { ...place, of: 'payoutLimit', asked: ['0', '1/3'] },
      { ...place, of: 'amountLimit', asked: ['0'] },
      { ...place, of: 'group', qualifier: sum, payouts: { payout: sum }, slots: { qualifier: sum } },
      { ...place, of: 'rounding', exact: '2.008', signs: 'one', floored: '-200', ahead: '1' },
      { ...place, of: 'cap', positive: ['1'], negative: '-0.5' },
    ];
    const commitment = '0'.repeat(64);
    const whole = { ...PROOF, scope: { partner: 'P1' }, others: { figures, commitment } };
    expect(await read(canonicalJson(whole as unknown as Json))).toEqual(whole);
    for (const [from, to] of [
      ['"asked":["0","1/3"]', '"asked":["0","a third"]'],
      ['"asked":["0","1/3"]', '"asked":["0","1/0"]'],
      ['"lines":2,"value":"1/3"', '"lines":-2,"value":"1/3"'],
      ['"of":"cap"', '"of":"cup"'],
      ['"ahead":"1"', '"ahead":"1.5"'],
    ] as const) {
      const text = canonicalJson(whole as unknown as Json);
      expect(text).toContain(from);
      expect(await read(text.replace(from, to))).toEqual([
        expect.stringMatching(/^proof-invalid others\.figures\[\d\]/),
      ]);
    }
  });

  it.each<readonly [string, string, string, string]>([
    ['a space', '{"agreement"', '{ "agreement"', 'proof-invalid'],
    ['a member that nobody knows', '{"agreement"', '{"a":1,"agreement"', 'proof-invalid a'],
    ['a member of somebody’s own', '"scope"', '"x-a":1,"scope"', 'proof-invalid'],
    ['a member named twice', '"known":null', '"known":null,"known":null', 'file-key-repeated line 1'],
    ['a day that is none', '"effective":"2026-12-31"', '"effective":"2026-02-30"', 'proof-invalid effective'],
    ['a hash that is none', '"root":"', '"root":"g', 'proof-invalid lines.root'],
    ['another format', 'openrebate-proof/v1', 'openrebate-proof/v2', 'proof-invalid format'],
    ['another scope', '"withoutInternal"', '"something"', 'proof-invalid scope'],
    ['a number that is not whole', '"batch":0', '"batch":0.5', 'proof-invalid lines.leaves[0].batch'],
    [
      'a step without steps',
      '"kind":"rounding"',
      '"kund":"rounding"',
      'proof-invalid earnings[0].explanation',
    ],
    ['terms that are not canonical', '{\\"beneficiary', '{ \\"beneficiary', 'proof-invalid'],
    ['master data that are no JSON', '"{\\"categories', '"\\"categories', 'proof-invalid'],
    ['a comma too many', '"effective"', ',"effective"', 'file-syntax-invalid p.json'],
  ])('is refused with %s', async (_, from, to, refusal) => {
    expect(TEXT).toContain(from);
    expect(await read(TEXT.replace(from, to))).toEqual([refusal]);
  });

  it('that is none is refused, whatever it is', async () => {
    for (const text of ['', 'null', '[]', '{}', '"x"', '1e999', '\ufeff{}']) {
      expect(await read(text)).toEqual([expect.stringMatching(/^(proof-invalid|file-syntax-invalid)/)]);
    }
  });
});

it('an opening file holds a proof and a salt', async () => {
  const path = join(folder, 'o.json');
  const opening = { format: 'openrebate-opening/v1', salt: '0'.repeat(64), proof: PROOF };
  writeFileSync(path, canonicalJson(opening as unknown as Json));
  expect(await readOpening(path)).toEqual({ ok: true, value: opening });
  writeFileSync(path, canonicalJson({ ...opening, salt: 'pepper' } as unknown as Json));
  expect(await readOpening(path)).toMatchObject({
    ok: false,
    refusals: [{ code: 'proof-invalid', at: 'salt' }],
  });
});

it('a signed proof is refused whatever single character of it is another one', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const value = sign(null, signedBytes(PROOF), privateKey).toString('hex');
  const text = canonicalJson({ ...PROOF, signature: { algorithm: 'Ed25519', value } } as unknown as Json);
  const isAccepted = async (given: string) => {
    const proof = (await read(given)) as Proof;
    if (Array.isArray(proof) || proof.signature === null) return false;
    return verify(null, signedBytes(proof), publicKey, Buffer.from(proof.signature.value, 'hex'));
  };
  expect(await isAccepted(text)).toBe(true);
  const place = fc.integer({ min: 0, max: text.length - 1 });
  const character = fc.constantFrom(...'0123456789abcdefxyz-." {}[],:\\');
  await fc.assert(
    fc.asyncProperty(place, character, async (at, other) => {
      fc.pre(text[at] !== other);
      expect(await isAccepted(text.slice(0, at) + other + text.slice(at + 1))).toBe(false);
    }),
    { numRuns: 300, seed: 20_261_124 },
  );
});
