import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { businessDay } from '../businessDay.ts';
import { inputsOf } from '../calculation/inputsAt.ts';
import { linesOf } from '../calculation/linesOf.ts';
import { earnings } from '../calculation/targetLayers.ts';
import type { Ports, TenantId } from '../ports.ts';

export type AsOf = {
  readonly agreement: string;
  /** Facts up to this day; undefined: the business day. */
  readonly effective?: LocalDate;
  /** As it was known at the end of this day; undefined: now. */
  readonly known?: LocalDate;
  /** Only this partner. */
  readonly partner?: string;
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
    const { known, partner } = asOf;
    const batch = known === undefined ? await tx.batches.last() : await tx.batches.knownOn(known);
    const stored = await tx.agreements.knownAt(asOf.agreement, batch);
    if (stored === undefined) {
      return refused(refuse('agreement-not-found', 'agreement', { id: asOf.agreement }));
    }
    const { agreement } = stored;
    const lines = await tx.lines.knownAt(batch, linesOf(agreement));
    const effective = asOf.effective ?? (await businessDay(tx, ports.clock));
    const all = earnings(await inputsOf(tx, agreement, lines, { batch, effective }));
    return accept(all.filter((earning) => partner === undefined || earning.partner === partner));
  });
}
