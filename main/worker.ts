import { isOutage } from '../adapters/http/outage.ts';
import { runWorker } from '../adapters/jobs/runWorker.ts';
import { sweepAccounts } from '../app/accounts/sweepAccounts.ts';
import type { CalculatedAgreement } from '../app/calculation/calculateDue.ts';
import type { Ports } from '../app/ports.ts';
import type { Composed } from './compose.ts';
import { mailDesk } from './mailDesk.ts';

export type WorkerTold = {
  /** Where people reach the pages. */
  readonly origin: string;
  readonly calculated: (done: CalculatedAgreement) => void;
  readonly failed: (error: unknown) => void;
  readonly answersKeptDays: number;
};

/** Works until it is told to stop; resolves when the job at hand has ended or was given back. */
export function startWorker(
  ports: Ports & Pick<Composed, 'accounts' | 'mails' | 'random' | 'addresses' | 'keys' | 'courier'>,
  signal: AbortSignal,
  { origin, ...told }: WorkerTold,
): Promise<void> {
  return runWorker(ports, signal, {
    ...told,
    desk: mailDesk(ports, origin),
    outside: ports,
    sweepBeside: () => sweepAccounts(ports),
    errorOf: (error) => (isOutage(error) ? 'outage' : 'fault'),
  });
}
