import { constants } from 'node:os';
import { EXIT, type Terminal } from './terminal.ts';
import { text } from './texts.ts';

/** How long an end in order may take: shorter than what service managers wait before they kill. */
export const GRACE_MS = 25_000;

/**
 * One Ctrl-C comes twice, from the terminal and from the launcher that passes it on; a person who
 * means it comes later.
 */
const ECHO_MS = 1000;

/**
 * Aborted when somebody asks the process to end. From then on it has so long to end in order;
 * after that, or when it is asked once more, it ends at once. What was not committed has not happened.
 */
export function stopSignal(terminal: Pick<Terminal, 'language' | 'say'>): AbortSignal {
  const stop = new AbortController();
  let askedAt: number | undefined;
  const end = (code: number) => {
    terminal.say(text(terminal.language, 'endedAtOnce'));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        setTimeout(() => end(EXIT.outage), GRACE_MS).unref();
        stop.abort();
      } else if (performance.now() - askedAt > ECHO_MS) {
        end(128 + constants.signals[signal]);
      }
    });
  }
  return stop.signal;
}
