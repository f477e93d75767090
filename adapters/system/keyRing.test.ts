import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyRing, Sealed } from '../../app/ports/keyRing.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { keyRing } from './keyRing.ts';
import { parseKeys } from './ringKey.ts';

const ONE = Buffer.alloc(32, 1).toString('base64');
const TWO = Buffer.alloc(32, 2).toString('base64');

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  now = Date.UTC(2026, 10, 29);
});
afterEach(() => rmSync(folder, { recursive: true }));

const clock = { now: () => new Date(now) };
const inFolder = (): KeyRing => keyRing({ folder: async () => accept(join(folder, 'keys')) }, clock);
function given(text: string): KeyRing {
  const keys = parseKeys(text);
  if (keys === undefined) throw new Error(`${text} are no keys`);
  return keyRing({ given: keys }, clock);
}

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.refusals));
}

async function code(result: Promise<Result<unknown>>): Promise<string> {
  const done = await result;
  return done.ok ? 'ok' : `${done.refusals[0]?.code} ${done.refusals[0]?.facts.reason ?? ''}`.trim();
}

describe('a key ring in a folder', () => {
  it('makes its first key when something is sealed, for its owner alone', async () => {
    expect(value(await inFolder().list())).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    const sealed = value(await inFolder().seal('secret', 'record'));
    expect(value(await inFolder().open(sealed, 'record'))).toBe('secret');
    const [name, ...others] = readdirSync(join(folder, 'keys'));
    expect(others).toEqual([]);
    expect(name).toBe(`${sealed.key}.key`);
    expect(statSync(join(folder, 'keys', name as string)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
  });

  it('shows fingerprints, and nothing of a key', async () => {
    const ring = inFolder();
    const { fingerprint } = value(await ring.add());
    const file = readFileSync(join(folder, 'keys', `${fingerprint}.key`), 'utf8');
    const { key } = JSON.parse(file) as { key: string };
    expect(value(await ring.list())).toEqual([
      { fingerprint, createdAt: '2026-11-29T00:00:00.000Z', isCurrent: true },
    ]);
    expect(JSON.stringify(value(await ring.list()))).not.toContain(key.slice(0, 8));
    expect(Buffer.from(key, 'base64').toString('hex')).not.toContain(fingerprint);
  });

  it('seals with a new key once it is there, whatever the clock says, and opens with the old ones', async () => {
    const ring = inFolder();
    const before = value(await ring.seal('old', 'a'));
    now -= 3_600_000;
    const { fingerprint } = value(await ring.add());
    const after = value(await ring.seal('new', 'a'));
    expect(after.key).toBe(fingerprint);
    expect(before.key).not.toBe(fingerprint);
    expect(value(await ring.open(before, 'a'))).toBe('old');
    expect(value(await ring.list()).map((info) => [info.fingerprint, info.isCurrent])).toEqual([
      [after.key, true],
      [before.key, false],
    ]);
  });

  it('loses no key when two programs start at once', async () => {
    const sealed = await Promise.all([1, 2, 3, 4].map((text) => inFolder().seal(String(text), 'a')));
    const opened = await Promise.all(sealed.map((one) => inFolder().open(value(one), 'a')));
    expect(opened.map(value)).toEqual(['1', '2', '3', '4']);
  });

  it('refuses keys that others may read, and files that were changed', async () => {
    const { key } = value(await inFolder().seal('secret', 'a'));
    const path = join(folder, 'keys', `${key}.key`);
    chmodSync(path, 0o640);
    expect(await code(inFolder().list())).toBe('key-ring-invalid key-readable-by-others');
    chmodSync(path, 0o600);
    const text = readFileSync(path, 'utf8');
    for (const damaged of [
      '',
      '{}',
      text.slice(0, -10),
      JSON.stringify({ key: ONE, createdAt: '2026-01-01' }),
    ]) {
      writeFileSync(path, damaged);
      expect(await code(inFolder().seal('x', 'a'))).toBe('key-ring-invalid key-file-damaged');
    }
    writeFileSync(path, text);
    expect(await code(inFolder().list())).toBe('ok');
  });
});

describe('a key ring of the environment', () => {
  it('opens with all its keys and seals with the first', async () => {
    const old = value(await given(ONE).seal('secret', 'a'));
    const both = given(`${TWO}, ${ONE}`);
    expect(value(await both.open(old, 'a'))).toBe('secret');
    expect(value(await both.seal('more', 'a')).key).not.toBe(old.key);
    expect(await code(given(TWO).open(old, 'a'))).toBe('key-not-in-ring');
    expect(await code(both.add())).toBe('key-ring-fixed');
  });

  it.each(['', ONE.slice(0, 43), `${ONE},`, Buffer.alloc(31).toString('base64'), 'secret', `${ONE} ${TWO}`])(
    'is none of “%s”',
    (text) => {
      expect(parseKeys(text)).toBeUndefined();
    },
  );
});

describe('a sealed text', () => {
  it('opens for its own record alone, and only as it was', async () => {
    const ring = given(ONE);
    const sealed = value(await ring.seal('DE89370400440532013000', 'tenant A, P1'));
    expect(await code(ring.open(sealed, 'tenant B, P1'))).toBe('sealed-text-unreadable');
    const changedAt = (index: number): Sealed => {
      const bytes = Uint8Array.from(sealed.bytes);
      bytes[index] = (bytes[index] as number) ^ 1;
      return { ...sealed, bytes };
    };
    for (const index of sealed.bytes.keys()) {
      expect(await code(ring.open(changedAt(index), 'tenant A, P1'))).toBe('sealed-text-unreadable');
    }
    for (const length of [0, 12, 27, sealed.bytes.length - 1]) {
      const cut = { ...sealed, bytes: sealed.bytes.subarray(0, length) };
      expect(await code(ring.open(cut, 'tenant A, P1'))).toBe('sealed-text-unreadable');
    }
  });

  it('is another one each time, holds nothing of the text, and comes back as it was', async () => {
    const ring = given(ONE);
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 4, unit: 'grapheme' }), fc.string(), async (text, bound) => {
        const [a, b] = [value(await ring.seal(text, bound)), value(await ring.seal(text, bound))];
        expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(false);
        expect(Buffer.from(a.bytes).includes(Buffer.from(text, 'utf8'))).toBe(false);
        expect(value(await ring.open(a, bound))).toBe(text);
      }),
      { numRuns: 100, seed: 20_261_129 },
    );
  });
});
