import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { stopSignal } from '../stopSignal.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { withDatabase } from '../withDatabase.ts';
import { startWorker } from '../worker.ts';

/** `openrebate worker`: does the jobs of all tenants in a process of its own, until it is told to stop. */
export async function work(terminal: Terminal, config: Config): Promise<void> {
  const ended = await withDatabase(config, terminal.say, async ({ ports, database }) => {
    database.keep(terminal);
    terminal.print(text(terminal.language, 'workerStarted', { place: database.place }));
    await startWorker(ports, stopSignal(terminal), {
      answersKeptDays: config.idempotencyDays,
      origin: config.publicUrl ?? `http://localhost:${config.port}`,
      calculated: ({ agreement, bookings }) => {
        const booked = bookings.length;
        if (booked > 0) terminal.say(text(terminal.language, 'bookedLater', { agreement, booked }));
      },
      loaded: (lines, ms) => terminal.say(text(terminal.language, 'linesLoaded', { lines, ms })),
      failed: (error) => terminal.say(String((error as Error).stack ?? error)),
    });
    return accept(undefined);
  });
  if (!ended.ok) terminal.refuse(ended.refusals);
}
