import type { Result } from '../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from './abandoned.ts';
import type { Ports, TenantId, Tx } from './ports.ts';

/** One transaction that a refusal leaves without a trace: what was written before it is not there either. */
export function wholeOrNothing<T>(
  { store }: Ports,
  tenant: TenantId,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const done = store.inTenant(tenant, async (tx) => {
    const result = await work(tx);
    if (!result.ok) throw new Abandoned(result);
    return result;
  });
  return outcomeOf(done);
}
