import { isOutage } from '../adapters/http/outage.ts';
import { runWorker } from '../adapters/jobs/runWorker.ts';
import { sweepAccounts } from '../app/accounts/sweepAccounts.ts';
import type { CalculatedAgreement } from '../app/calculation/calculateDue.ts';
import type { Accounts } from '../app/ports/accounts.ts';
import type { Ports } from '../app/ports.ts';

export type WorkerTold = {
  readonly calculated: (done: CalculatedAgreement) => void;
  readonly failed: (error: unknown) => void;
  readonly answersKeptDays: number;
};

/** Works until it is told to stop; resolves when the job at hand has ended or was given back. */
export function startWorker(
  ports: Ports & { readonly accounts: Accounts },
  signal: AbortSignal,
  told: WorkerTold,
): Promise<void> {
  return runWorker(ports, signal, {
    ...told,
    sweepBeside: () => sweepAccounts(ports),
    errorOf: (error) => (isOutage(error) ? 'outage' : 'fault'),
  });
}
