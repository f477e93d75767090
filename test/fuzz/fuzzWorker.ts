import { ftruncateSync, openSync, writeSync } from 'node:fs';
import { type FuzzReport, type FuzzRun, fuzz } from './fuzz.ts';
import type { Parser } from './fuzzTargets.ts';

export type FuzzOrder = FuzzRun & { readonly parser: Parser };
export type FuzzResult = Omit<FuzzReport, 'failure'> & {
  readonly peakMb: number;
  readonly failure: { readonly number: number; readonly text: string; readonly bytes: string } | undefined;
};

/** So often is told that it goes on. */
const EVERY = 100;
/**
 * So often what was let go of is taken away: without it, it waits for gigabytes, and a bound of the heap makes the
 * program look for room without an end once a single case has filled it.
 */
const TIDIED_EVERY = 1000;

const { now, parser, cases, seed } = JSON.parse(process.argv[2] ?? '{}') as FuzzOrder & {
  readonly now: string;
};
const file = openSync(now, 'w');
const peakMb = () => process.resourceUsage().maxRSS / 1024;

const { failure, ...report } = await fuzz(parser, { cases, seed }, (number, bytes) => {
  // What is being read stands outside of this process when it does not come back.
  ftruncateSync(file, writeSync(file, bytes, 0, bytes.length, 0));
  if (number % TIDIED_EVERY === 0) globalThis.gc?.();
  if (number % EVERY !== 0) return;
  const cpu = process.cpuUsage();
  process.send?.({
    cases: number,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakMb: peakMb(),
    slowestMs: 0,
    kinds: 0,
  });
});
const text = failure?.error instanceof Error ? (failure.error.stack ?? '') : String(failure?.error);
process.send?.({
  ...report,
  peakMb: peakMb(),
  ...(failure && {
    failure: { number: failure.number, text: text.slice(0, 3000), bytes: failure.bytes.toString('base64') },
  }),
});
process.disconnect?.();
