import { isOutage } from '../adapters/http/outage.ts';
import { runWorker } from '../adapters/jobs/runWorker.ts';
import { sweepAccounts } from '../app/accounts/sweepAccounts.ts';
import type { CalculatedAgreement } from '../app/calculation/calculateDue.ts';
import { StandingLines } from '../app/calculation/standingLines.ts';
import type { Ports } from '../app/ports.ts';
import type { Composed } from './compose.ts';
import { mailDesk } from './mailDesk.ts';

export type WorkerTold = {
  /** Where people reach the pages. */
  readonly origin: string;
  readonly calculated: (done: CalculatedAgreement) => void;
  readonly failed: (error: unknown) => void;
  /** All lines of a tenant were read, which calculations had to wait for. */
  readonly loaded?: (lines: number, ms: number) => void;
  readonly answersKeptDays: number;
};

/** Works until it is told to stop; resolves when the job at hand has ended or was given back. */
export function startWorker(
  ports: Ports & Pick<Composed, 'accounts' | 'mails' | 'random' | 'addresses' | 'keys' | 'courier'>,
  signal: AbortSignal,
  { origin, loaded, ...told }: WorkerTold,
): Promise<void> {
  const loading = () => {
    const began = performance.now();
    return (lines: number) => loaded?.(lines, Math.round(performance.now() - began));
  };
  return runWorker({ ...ports, keeper: new StandingLines({ loading }) }, signal, {
    ...told,
    desk: mailDesk(ports, origin),
    outside: ports,
    sweepBeside: () => sweepAccounts(ports),
    errorOf: (error) => (isOutage(error) ? 'outage' : 'fault'),
  });
}
