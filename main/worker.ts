import { isOutage } from '../adapters/http/outage.ts';
import { runWorker } from '../adapters/jobs/runWorker.ts';
import { sweepAccounts } from '../app/accounts/sweepAccounts.ts';
import type { CalculatedAgreement } from '../app/calculation/calculateDue.ts';
import { type Loading, StandingLines } from '../app/calculation/standingLines.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import type { Composed } from './compose.ts';
import { mailDesk } from './mailDesk.ts';

export type WorkerTold = {
  /** Where people reach the pages. */
  readonly origin: string;
  readonly calculated: (done: CalculatedAgreement) => void;
  readonly failed: (error: unknown) => void;
  /** All lines of a tenant were read, which calculations had to wait for. */
  readonly loaded?: (lines: number, ms: number) => void;
  /** How many of them have been read so far, about twice a second; undefined: nothing of the tenant is read any more. */
  readonly loading?: (tenant: TenantId, lines: number | undefined) => void;
  readonly answersKeptDays: number;
};

type Told = { readonly [told in 'loaded' | 'loading']: WorkerTold[told] | undefined };

/** Works until it is told to stop; resolves when the job at hand has ended or was given back. */
export function startWorker(
  ports: Ports & Pick<Composed, 'accounts' | 'mails' | 'random' | 'addresses' | 'keys' | 'courier'>,
  signal: AbortSignal,
  { origin, loaded, loading: tell, ...told }: WorkerTold,
): Promise<void> {
  const loading = toldInTime({ loaded, loading: tell });
  return runWorker({ ...ports, keeper: new StandingLines({ loading }) }, signal, {
    ...told,
    desk: mailDesk(ports, origin),
    outside: ports,
    sweepBeside: () => sweepAccounts(ports),
    errorOf: (error) => (isOutage(error) ? 'outage' : 'fault'),
  });
}

const TOLD_MS = 500;

/** Reading that says by itself how far it is, for as long as it goes on. */
export function toldInTime({ loaded, loading }: Told): Loading {
  return (tenant, read) => {
    const began = performance.now();
    loading?.(tenant, 0);
    const telling = setInterval(() => loading?.(tenant, read()), TOLD_MS);
    return (lines) => {
      clearInterval(telling);
      loading?.(tenant, undefined);
      if (lines !== undefined) loaded?.(lines, Math.round(performance.now() - began));
    };
  };
}
