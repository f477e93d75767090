import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Ports, TenantId } from '../ports.ts';
import { type EarningExplanation, explainEarnings } from './explainEarnings.ts';

/** An earning with all that it comes from. Refuses: earning-not-found. */
export function explainEarning(
  ports: Ports,
  tenant: TenantId,
  id: string,
): Promise<Result<EarningExplanation>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const row = await tx.earnings.get(id);
    const explained = row && (await explainEarnings(tx, [row])).get(id);
    return explained === undefined ? refused(refuse('earning-not-found', 'id', { id })) : accept(explained);
  });
}
