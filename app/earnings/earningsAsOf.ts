import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { earnings } from '../calculation/targetLayers.ts';
import type { Ports, TenantId } from '../ports.ts';

export type AsOf = {
  readonly agreement: string;
  /** Facts up to this day. */
  readonly effective: LocalDate;
  /** As it was known at the end of this day. */
  readonly known: LocalDate;
};

/**
 * What an agreement gave, seen from any day of either axis of time; nothing is booked.
 * Refuses: agreement-not-found (also where it was not known yet).
 */
export function earningsAsOf(
  ports: Ports,
  tenant: TenantId,
  asOf: AsOf,
): Promise<Result<readonly Earning[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.knownOn(asOf.known);
    const stored = await tx.agreements.knownAt(asOf.agreement, batch);
    if (stored === undefined) {
      return refused(refuse('agreement-not-found', 'agreement', { id: asOf.agreement }));
    }
    const { agreement } = stored;
    const lines = await tx.lines.knownAt(batch, { company: agreement.company });
    const master = await tx.master.knownAt(batch);
    const takenOver = await tx.cutOvers.stateOf(asOf.agreement, batch);
    const inputs = { agreement, master, lines, effective: asOf.effective, ...(takenOver && { takenOver }) };
    return accept(earnings(inputs));
  });
}
