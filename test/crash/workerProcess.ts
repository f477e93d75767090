import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { WorkerTask } from './worker.ts';

export type WorkerProcess = {
  /** Resolves when it has ended by itself; fails with what it said where it did not end well. */
  readonly ended: Promise<void>;
  readonly hasEnded: () => boolean;
  /** -9. */
  readonly kill: () => Promise<void>;
};

const started: WorkerProcess[] = [];

/** For the end of a test that failed in the middle. */
export async function killWorkers(): Promise<void> {
  await Promise.all(started.splice(0).map((worker) => worker.kill()));
}

const WORKER = new URL('worker.ts', import.meta.url).pathname;

export function startWorker(task: WorkerTask): WorkerProcess {
  const child = spawn(process.execPath, [WORKER, JSON.stringify(task)], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let wasKilled = false;
  const closed = once(child, 'close');
  const ended = closed.then(([code, signal]) => {
    if (code !== 0 && !wasKilled) throw new Error(`The worker ended with ${code ?? signal}: ${said}`);
  });
  // Whoever waits for it is told; nobody has to.
  ended.catch(() => undefined);
  const worker: WorkerProcess = {
    ended,
    hasEnded: () => child.exitCode !== null,
    kill: async () => {
      wasKilled = true;
      child.kill('SIGKILL');
      await closed;
    },
  };
  started.push(worker);
  return worker;
}
