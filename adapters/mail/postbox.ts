import { setTimeout as wait } from 'node:timers/promises';
import type { Mail, Mails } from '../../app/ports/mails.ts';

/** What brings a mail away. */
export type Carrier = { readonly carry: (mail: Mail) => Promise<void>; readonly close: () => void };

export type Postbox = Mails & {
  /** Resolves when it is away; does not try again. */
  readonly send: Carrier['carry'];
  /** Resolves when everything that was posted is away, or was given up. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type PostboxOptions = {
  /** Told what cannot be sent, by the code of its cause: what servers say may hold addresses. */
  readonly failed: (code: string) => void;
  /** How long to wait before each further try. */
  readonly pausesMs?: readonly number[];
};

const PAUSES_MS = [2000, 20_000];
/** Whoever posts more at once has lost a loop. */
const WAITING_MAX = 1000;

/** Mails one after the other, each tried a few times. What waits is in memory: whoever misses a mail asks again. */
export function postbox(carrier: Carrier, { failed, pausesMs = PAUSES_MS }: PostboxOptions): Postbox {
  const stop = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  const send = async (write: () => Promise<Mail | undefined>) => {
    try {
      const mail = await write();
      if (mail !== undefined) await tried(() => carrier.carry(mail), pausesMs, stop.signal);
    } catch (error) {
      failed(codeOf(error));
    } finally {
      waiting -= 1;
    }
  };
  const settled = () => last;
  return {
    post: (write) => {
      if (waiting >= WAITING_MAX) return failed('EFULL');
      waiting += 1;
      // Not before whoever asks has their answer on the way.
      last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve))).then(() => send(write));
    },
    send: carrier.carry,
    settled,
    close: async () => {
      stop.abort();
      await settled();
      carrier.close();
    },
  };
}

async function tried(
  work: () => Promise<void>,
  pausesMs: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  for (const pause of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) throw error;
      await wait(pause, undefined, { signal, ref: false });
    }
  }
  return work();
}

function codeOf(error: unknown): string {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  return [code ?? 'fault', responseCode].filter((one) => one !== undefined).join(' ');
}
