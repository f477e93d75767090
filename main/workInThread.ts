import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { TenantId } from '../app/ports.ts';
import type { Config } from './config.ts';
import type { Database } from './openDatabase.ts';
import { threadFile } from './threadFile.ts';

/** What the thread works with: what was opened cannot be handed to it, where it lies can. */
export type WorkerThreadData = Pick<Database, 'appUrl' | 'portalUrl'> & {
  readonly config: Config;
  /** Where people reach the pages. */
  readonly origin: string;
};

export type WorkerThreadTold =
  | { readonly is: 'said'; readonly line: string }
  | { readonly is: 'calculated'; readonly agreement: string; readonly bookings: number }
  | { readonly is: 'loading'; readonly tenant: TenantId; readonly lines: number | undefined }
  | { readonly is: 'loaded'; readonly lines: number; readonly ms: number }
  | { readonly is: 'failed'; readonly text: string };

export type WorkerListener = {
  readonly said: (line: string) => void;
  readonly calculated: (agreement: string, bookings: number) => void;
  readonly loaded: (lines: number, ms: number) => void;
  /** As of `startWorker`. */
  readonly loading: (tenant: TenantId, lines: number | undefined) => void;
  /** The thread ended: what was under way in it is no more. */
  readonly ended: () => void;
  readonly failed: (text: string) => void;
};

/** A thread that ended by itself, out of memory say, is begun again after so long. */
const AGAIN_MS = 5000;

/**
 * Does the jobs of all tenants in a thread beside the one that answers: however long a calculation takes, nobody who asks
 * something waits for it. Resolves when it was told to stop, and the job at hand has ended or was given back.
 */
export async function workInThread(
  data: WorkerThreadData,
  signal: AbortSignal,
  listener: WorkerListener,
): Promise<void> {
  while (!signal.aborted) {
    await oneThread(data, signal, listener);
    await delay(AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
}

function oneThread(data: WorkerThreadData, signal: AbortSignal, listener: WorkerListener): Promise<void> {
  const thread = new Worker(threadFile(import.meta.url, 'workerThread'), { workerData: data });
  const stop = () => thread.postMessage('stop');
  signal.addEventListener('abort', stop);
  thread.on('message', (told: WorkerThreadTold) => {
    if (told.is === 'said') listener.said(told.line);
    else if (told.is === 'failed') listener.failed(told.text);
    else if (told.is === 'loading') listener.loading(told.tenant, told.lines);
    else if (told.is === 'loaded') listener.loaded(told.lines, told.ms);
    else listener.calculated(told.agreement, told.bookings);
  });
  thread.on('error', (error) => listener.failed(String(error.stack ?? error)));
  return new Promise((resolve) => {
    thread.on('exit', () => {
      signal.removeEventListener('abort', stop);
      listener.ended();
      resolve();
    });
  });
}
