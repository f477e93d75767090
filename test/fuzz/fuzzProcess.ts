import { fork } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FuzzOrder, FuzzResult } from './fuzzWorker.ts';

/** A hundred cases take a second of work at most; on a machine that does other things, more time passes. */
const HANG_WORK_MS = 5000;
const HANG_MS = 120_000;

export type Ended = {
  /** What it said last. */
  readonly result: FuzzResult;
  /** How it ended, where it did not end by itself. */
  readonly ended: string;
  /** The case that it was at. */
  readonly now: Buffer;
};

/** Fuzzes in a process of its own, which is ended when a case does not end. */
export function fuzzProcess(order: FuzzOrder, hangWorkMs = HANG_WORK_MS): Promise<Ended> {
  const now = join(tmpdir(), `openrebate-fuzz-now-${process.pid}-${order.parser}`);
  const child = fork(join(import.meta.dirname, 'fuzzWorker.ts'), [JSON.stringify({ ...order, now })], {
    execArgv: ['--expose-gc'],
  });
  let result: FuzzResult = { cases: 0, cpuSeconds: 0, peakMb: 0, slowestMs: 0, kinds: 0, failure: undefined };
  let heard = performance.now();
  // Loading takes work as well; it is counted from the first case on.
  let worked = Number.POSITIVE_INFINITY;
  let isHanging = false;
  const look = () => {
    const isQuiet = performance.now() - heard > HANG_MS;
    if (!isQuiet && workOf(child.pid) - worked < hangWorkMs) return;
    isHanging = true;
    child.kill('SIGKILL');
  };
  // What came while this process had to wait itself is heard first.
  const watch = setInterval(() => setImmediate(look), 1000);
  child.on('message', (message) => {
    heard = performance.now();
    worked = workOf(child.pid);
    result = message as FuzzResult;
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearInterval(watch);
      const ended = isHanging ? 'hangs' : code === 0 ? '' : `ended with ${code}`;
      const at = existsSync(now) ? readFileSync(now) : Buffer.alloc(0);
      rmSync(now, { force: true });
      resolve({ result, ended, now: at });
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
