import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepInCorpus } from './fuzz.ts';
import { FUZZ_TARGETS, PARSERS, type Parser } from './fuzzTargets.ts';
import type { FuzzOrder, FuzzResult } from './fuzzWorker.ts';

// `npm run fuzz -- --parser csv --cases 1000000 --seed 7`: a process of its own for each parser, which is
// ended when a case does not end; what broke a parser goes to the corpus.

/** A hundred cases take a second of work at most; on a machine that does other things, more time passes. */
const HANG_WORK_MS = 5000;
const HANG_MS = 120_000;
const WORK_MS = 1000;
const MEMORY_MB = 300;

const { values } = parseArgs({
  options: {
    parser: { type: 'string', default: 'all' },
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261129' },
  },
});
const chosen = values.parser === 'all' ? PARSERS : [values.parser as Parser];
const unknown = chosen.find((parser) => !Object.hasOwn(FUZZ_TARGETS, parser));
if (unknown !== undefined) throw new Error(`--parser: ${Object.keys(FUZZ_TARGETS).join(', ')}, all`);

process.stdout.write(
  '| parser | cases | a core and second | peak memory (MB) | slowest case (ms) | ends | failed |\n',
);
process.stdout.write('| --- | ---: | ---: | ---: | ---: | ---: | --- |\n');
for (const parser of chosen) {
  const order = { parser, cases: Number(values.cases), seed: Number(values.seed) };
  const { result, failed } = await inProcess(order);
  if (failed !== '') process.exitCode = 1;
  const { cases, cpuSeconds, peakMb, slowestMs, kinds } = result;
  const figures = [cases, Math.round(cases / cpuSeconds), Math.round(peakMb), Math.round(slowestMs), kinds];
  process.stdout.write(`| ${parser} | ${figures.join(' | ')} | ${failed || 'none'} |\n`);
}

type Ended = { readonly result: FuzzResult; readonly failed: string };

function inProcess(order: FuzzOrder): Promise<Ended> {
  const now = join(tmpdir(), `openrebate-fuzz-now-${process.pid}-${order.parser}`);
  const child = fork(join(import.meta.dirname, 'fuzzWorker.ts'), [JSON.stringify({ ...order, now })], {
    // What is let go of is taken away in time: without a bound it waits for gigabytes.
    execArgv: ['--max-old-space-size=112'],
  });
  let result: FuzzResult = { cases: 0, cpuSeconds: 0, peakMb: 0, slowestMs: 0, kinds: 0, failure: undefined };
  let heard = performance.now();
  let worked = 0;
  let isHanging = false;
  const watch = setInterval(() => {
    const isQuiet = performance.now() - heard > HANG_MS;
    if (!isQuiet && workOf(child.pid) - worked < HANG_WORK_MS) return;
    isHanging = true;
    child.kill('SIGKILL');
  }, 1000);
  child.on('message', (message) => {
    heard = performance.now();
    worked = workOf(child.pid);
    result = message as FuzzResult;
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearInterval(watch);
      resolve({
        result,
        failed: verdict(
          order.parser,
          result,
          isHanging ? 'hangs' : code === 0 ? '' : `ended with ${code}`,
          now,
        ),
      });
    });
  });
}

/** What a process has worked, in milliseconds; nothing where the system does not say it. */
function workOf(pid: number | undefined): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return 0;
  const [, , ...rest] = (readFileSync(path, 'utf8').split(')').pop() ?? '').split(' ');
  // Ticks of a hundredth of a second, as user and as system: fields 14 and 15.
  return 10 * (Number(rest[10]) + Number(rest[11]));
}

function verdict(
  parser: Parser,
  { failure, slowestMs, peakMb }: FuzzResult,
  ended: string,
  now: string,
): string {
  if (failure !== undefined)
    return `case ${failure.number}: ${failure.text}; ${kept(parser, Buffer.from(failure.bytes, 'base64'))}`;
  if (ended !== '') return `${ended}; ${kept(parser, readFileSync(now))}`;
  if (slowestMs > WORK_MS) return `a case of ${Math.round(slowestMs)} ms`;
  return peakMb > MEMORY_MB ? `${Math.round(peakMb)} MB` : '';
}

function kept(parser: Parser, bytes: Buffer): string {
  return parser.includes('canary') ? 'not kept' : keepInCorpus(parser, bytes);
}
