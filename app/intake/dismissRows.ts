import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import type { Ports, TenantId } from '../ports.ts';

/**
 * Puts rows of the quarantine aside for good, with a reason: they end excluded. Rows that are not
 * open are passed over; gives how many were.
 * Refuses: reason-missing, import-not-found.
 */
export async function dismissRows(
  ports: Ports,
  tenant: TenantId,
  input: {
    readonly import: string;
    /** All open rows of the import where it is left out. */
    readonly rows?: readonly number[];
    /** Only rows refused by this code. */
    readonly code?: string;
    readonly reason: string;
    readonly actor: Actor;
  },
): Promise<Result<{ readonly dismissed: number }>> {
  const { actor, reason, rows, code } = input;
  if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
  return ports.store.inTenant(tenant, async (tx) => {
    const asked = await tx.received.import(input.import);
    if (asked === undefined) return refused(refuse('import-not-found', 'import', { id: input.import }));
    const at = ports.clock.now();
    const filter = { document: input.import, ...(rows && { rows }), ...(code !== undefined && { code }) };
    const dismissed = await tx.received.dismiss(filter, { reason, actor: actorText(actor), at });
    if (dismissed === 0) return accept({ dismissed });
    await tx.audit.write({
      id: ports.ids.next(),
      at,
      actor,
      action: 'quarantine.dismiss',
      object: input.import,
      batch: await tx.batches.last(),
      body: { reason, dismissed, ...(rows && { rows }), ...(code !== undefined && { code }) },
    });
    return accept({ dismissed });
  });
}
