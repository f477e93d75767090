import { setTimeout as sleep } from 'node:timers/promises';
import { processes, signal } from './processes.ts';

/** -9 to one process that serves the application; waits for one, as it may have to connect again. */
export async function killBackend(postmaster: number): Promise<void> {
  for (;;) {
    const serving = processes().find(
      ({ parent, command }) => parent === postmaster && command.includes('openrebate_app'),
    );
    if (serving !== undefined) return signal(serving.pid, 'SIGKILL');
    await sleep(5);
  }
}
