import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EQUIVALENT } from './equivalent.ts';
import { type Mutant, mutantsOf, withMutants } from './mutants.ts';
import { filesNamed } from './net.ts';

const ROOT = join(import.meta.dirname, '../..');

function changes(text: string): string[] {
  return mutantsOf('a.ts', text).map(({ before, after }) => `${before} → ${after}`);
}

function keyOf({
  file,
  within,
  before,
  after,
}: Pick<Mutant, 'file' | 'within' | 'before' | 'after'>): string {
  return [file, within, before.replace(/\s+/g, ' '), after.replace(/\s+/g, ' ')].join('\n');
}

describe('small faults', () => {
  it('are made of comparisons, arithmetic, choices, guards, selections, fields and numbers', () => {
    expect(changes('const a = b < 1n;')).toEqual(['b < 1n → b <= 1n', 'b < 1n → b < 0n']);
    expect(changes('const a = add(b, c);')).toEqual(['add(b, c) → b', 'add(b, c) → c']);
    expect(changes('const a = b ? c : d;')).toEqual(['b ? c : d → c', 'b ? c : d → d']);
    expect(changes('if (!a) b();')).toEqual(['!a → false', '!a → true', '!a → a']);
    expect(changes('const a = b.filter(c);')).toEqual(['b.filter(c) → b']);
    expect(changes('const a = b.some(c);')).toEqual(['b.some(c) → b.every(c)']);
    expect(changes('const a = { ...(b && { b }) };')).toEqual(['b && { b } → undefined']);
    expect(changes("type A = 'b' | 1; import { c } from 'd';")).toEqual([]);
  });

  it('sleep side by side, one inside the other, until one is woken', () => {
    const text = 'const a = add(b, c) < 1 ? 2 : 3;';
    const woken = withMutants(text, mutantsOf('a.ts', text), 0);
    const value = (mutant: number | undefined) =>
      new Function('globalThis', 'add', 'b', 'c', `${woken} return a;`)(
        { mutant },
        (x: number, y: number) => x + y,
        0,
        1,
      );
    const values = mutantsOf('a.ts', text).map(({ after }, index) => `${after}: ${value(index)}`);
    expect(value(undefined)).toBe(3);
    expect(values).toContain('add(b, c) <= 1: 2');
    expect(values).toContain('b: 2');
    expect(values).toContain('c: 3');
    expect(values).toContain('add(b, c) < 1 ? 2 : 0: 0');
  });
});

describe('the faults that change no money', () => {
  const all = filesNamed('').flatMap((file) => mutantsOf(file, readFileSync(join(ROOT, file), 'utf8')));

  it('are faults that are tried, each with its reason, and each once', () => {
    const known = new Set(all.map(keyOf));
    expect(EQUIVALENT.filter((entry) => !known.has(keyOf(entry)))).toEqual([]);
    expect(new Set(EQUIVALENT.map(keyOf)).size).toBe(EQUIVALENT.length);
    for (const { reason } of EQUIVALENT) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('are one in ten at most', () => {
    expect(all.length).toBeGreaterThan(1000);
    expect(EQUIVALENT.length).toBeLessThan(all.length / 10);
  });
});

describe('the run', () => {
  it('catches what changes money, names what nothing notices, and fails for it', { timeout: 60_000 }, () => {
    const command = ['test/mutation/run.ts', 'money/money.ts', '--vectors', '--workers=1'];
    const { stdout, status } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
    // No vector adds two amounts: what does is tested next to it.
    expect(stdout).toContain('addMoney: a.minor + b.minor  →  a.minor - b.minor');
    expect(stdout).toMatch(/ faults: [1-9]\d* caught by the vectors, 0 by the tests/);
    expect(status).toBe(1);
  });
});
