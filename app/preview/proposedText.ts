import { accept, type Result } from '../../core/refusal/refusals.ts';
import { proposalOf } from '../agreements/lockedProposal.ts';
import type { Ports, TenantId } from '../ports.ts';

/** The text that a proposal has now, as it was saved. Refuses: proposal-not-found. */
export function proposedText(ports: Ports, tenant: TenantId, id: string): Promise<Result<unknown>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const proposal = await proposalOf(tx, id);
    if (!proposal.ok) return proposal;
    const revision = await tx.proposals.revision(id, proposal.value.revision);
    if (revision === undefined) throw new Error(`Fault: proposal ${id} has no text`);
    return accept(JSON.parse(revision.text) as unknown);
  });
}
