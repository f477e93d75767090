import { setTimeout as delay } from 'node:timers/promises';
import type { Refusal, Result } from '../../../core/refusal/refusals.ts';
import type { Launched } from './launchServer.ts';
import type { EmbeddedServer } from './runningServer.ts';

export type Keeper = {
  /** Keeps it no longer, and stops the server as whoever started it would. */
  readonly stop: () => Promise<void>;
};

export type KeeperTold = {
  readonly gone: () => void;
  readonly back: () => void;
  /** Why it does not start; it is tried again after a pause, since a full disk gets room again. */
  readonly failed: (refusals: readonly Refusal[]) => void;
  /** Somebody took its port meanwhile: whoever has the old address has to begin anew. */
  readonly moved: () => void;
};

const PAUSE_MS = 2000;

/** Starts a server again whenever it has ended, for a program that goes on for months. */
export function keepRunning(
  first: EmbeddedServer,
  start: (launched: Launched | undefined) => Promise<Result<EmbeddedServer>>,
  told: KeeperTold,
): Keeper {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  let current = first;
  const again = async () => {
    told.gone();
    while (!signal.aborted) {
      const started = await start(current.launched);
      if (started.ok) {
        if (started.value.port !== current.port) told.moved();
        current = started.value;
        return told.back();
      }
      told.failed(started.refusals);
      await delay(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  };
  const keeping = (async () => {
    while (!signal.aborted) {
      await Promise.race([current.lost, stopped]);
      if (!signal.aborted) await again();
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await keeping;
      await current.stop();
    },
  };
}
