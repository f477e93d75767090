import { Worker } from 'node:worker_threads';
import type { TenantId } from '../../app/ports.ts';
import { threadFile } from '../threadFile.ts';
import type { AnswerOf, AsideAnswer, AsideQuestion, AsideWork, AskedOf } from './asideWorks.ts';

/** Calculates beside the thread that answers everybody: whoever waits for a long answer keeps nobody else waiting. */
export type Aside = {
  readonly ask: <W extends AsideWork>(work: W, tenant: TenantId, asked: AskedOf<W>) => Promise<AnswerOf<W>>;
  /** Ends the thread; what is asked then is answered with an error. */
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };

/** So long a thread with nothing to do stays: whoever asks next need not wait until it has begun. */
const IDLE_MS = 60_000;

/** One thread, begun when somebody asks: one long answer is worked out at a time, the others wait for it. */
export function openAside(appUrl: string, idleMs = IDLE_MS): Aside {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  const end = async () => {
    clearTimeout(idle);
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    thread = undefined;
  };
  const begun = (): Worker => {
    const worker = new Worker(threadFile(import.meta.url, 'asideThread'), { workerData: { appUrl } });
    worker.on('message', (said: AsideAnswer) => {
      const asker = waiting.get(said.id);
      waiting.delete(said.id);
      if ('error' in said) {
        const { message, code } = said.error;
        asker?.reject(Object.assign(new Error(message), { code }));
      } else asker?.resolve(said.answer as never);
      if (waiting.size === 0) idle = setTimeout(end, idleMs).unref();
    });
    worker.on('error', failAll);
    worker.on('exit', () => {
      if (thread === worker) failAll(new Error('Fault: the thread beside has ended'));
    });
    // It alone keeps no program running.
    worker.unref();
    return worker;
  };
  return {
    ask: (work, tenant, asked) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        thread ??= begun();
        last += 1;
        waiting.set(last, { resolve: resolve as Waiting['resolve'], reject });
        thread.postMessage({ id: last, work, tenant, asked } satisfies AsideQuestion);
      }),
    close: async () => {
      const asked = [...waiting.values()];
      waiting.clear();
      await end();
      for (const { reject } of asked) reject(new Error('the server is closing'));
    },
  };
}
