import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Draw, seededRandom } from '../crash/seededRandom.ts';
import type { FuzzCase, FuzzTarget, Sample } from './fuzzTarget.ts';
import { FUZZ_TARGETS, type Parser } from './fuzzTargets.ts';
import { harmedCase } from './harm.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
/** Memory is a disk that takes no time, where the system has one. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const POOL_MAX = 1500;
const SAMPLE_MAX = 16 * 1024;

export type FuzzRun = { readonly cases: number; readonly seed: number };
export type Failure = { readonly number: number; readonly bytes: Buffer; readonly error: unknown };
export type FuzzReport = {
  readonly cases: number;
  /** Of the thread, without what it waited for. */
  readonly cpuSeconds: number;
  readonly kinds: number;
  readonly slowestMs: number;
  readonly failure: Failure | undefined;
};

/** Is told of every case before it begins, so that somebody outside can end one that does not end. */
export type Watch = (number: number, bytes: Buffer) => void;

/**
 * Sends so many cases to a parser: harmed samples, and files made by the grammar. A case that ends as
 * none before it did becomes a sample itself. Ends at the first failure.
 */
export async function fuzz(parser: Parser, { cases, seed }: FuzzRun, watch?: Watch): Promise<FuzzReport> {
  const path = join(FOLDER, `openrebate-fuzz-${process.pid}-${parser}`);
  const target: FuzzTarget = FUZZ_TARGETS[parser](path);
  const pool = [...(await target.samples()), ...corpusOf(parser).map(([, bytes]) => ({ bytes }))];
  const ends = new Set<string>();
  const began = process.cpuUsage();
  let slowestMs = 0;
  let failure: Failure | undefined;
  let number = 0;
  for (; number < cases && failure === undefined; number += 1) {
    const draw = seededRandom(seed ^ Math.imul(number + 1, 0x9e3779b1));
    const sent = nextCase(target, pool, draw);
    watch?.(number, sent.bytes);
    const from = process.threadCpuUsage();
    try {
      const end = await target.run(sent, draw);
      if (!ends.has(end)) keep(pool, sent);
      ends.add(end);
    } catch (error) {
      failure = { number, bytes: sent.bytes, error };
    }
    const { user, system } = process.threadCpuUsage(from);
    slowestMs = Math.max(slowestMs, (user + system) / 1000);
  }
  rmSync(path, { force: true });
  const { user, system } = process.cpuUsage(began);
  return { cases: number, cpuSeconds: (user + system) / 1e6, kinds: ends.size, slowestMs, failure };
}

function nextCase(target: FuzzTarget, pool: readonly Sample[], draw: Draw): FuzzCase {
  if (draw(10) < 3) return target.made(draw);
  const sample = pool[draw(pool.length)] as Sample;
  return harmedCase(sample, pool[draw(pool.length)] as Sample, target.tokens, draw);
}

function keep(pool: Sample[], { sample, bytes }: FuzzCase): void {
  if (pool.length < POOL_MAX && bytes.length <= SAMPLE_MAX) pool.push(sample ?? { bytes });
}

/** What was found before, by its name; what once broke a parser stays here. */
export function corpusOf(parser: Parser): readonly (readonly [name: string, bytes: Buffer])[] {
  const folder = join(CORPUS, parser);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name))] as const);
}

/** Puts a file that broke a parser where the next run begins with it. */
export function keepInCorpus(parser: Parser, bytes: Buffer): string {
  const folder = join(CORPUS, parser);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 12));
  writeFileSync(path, bytes);
  return path;
}

/** Sends one file, as a test of what was found does. */
export async function sendOne(parser: Parser, bytes: Buffer, seed: number): Promise<string> {
  const path = join(FOLDER, `openrebate-fuzz-${process.pid}-${parser}-one`);
  try {
    return await FUZZ_TARGETS[parser](path).run({ bytes }, seededRandom(seed));
  } finally {
    rmSync(path, { force: true });
  }
}
