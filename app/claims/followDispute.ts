import { disputedByReason } from '../../core/claim/standing.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { isUuid } from '../isUuid.ts';
import type { Ports, TenantId } from '../ports.ts';
import { type ClaimState, lockedClaim, writeClaimDeed } from './lockedClaim.ts';

export type Following = { readonly claim: string; readonly actor: Actor } & (
  | { readonly step: 'assigned'; readonly person: string; readonly note?: string }
  | { readonly step: 'replied'; readonly note: string }
);

/**
 * Says who looks after what is in dispute, or what was said to it; the dispute goes on.
 * Refuses: claim-not-found, claim-nothing-disputed (reference), person-not-found, reason-missing.
 */
export function followDispute(ports: Ports, tenant: TenantId, asked: Following): Promise<Result<ClaimState>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const locked = await lockedClaim(tx, asked.claim);
    if (!locked.ok) return locked;
    const { claim, standings } = locked.value;
    if (disputedByReason(standings).size === 0)
      return refused(refuse('claim-nothing-disputed', 'claim', { reference: claim.reference }));
    if (asked.step === 'replied' && asked.note.trim() === '')
      return refused(refuse('reason-missing', 'note'));
    const isKnown = async (id: string) => isUuid(id) && (await tx.access.person(id)) !== undefined;
    if (asked.step === 'assigned' && !(await isKnown(asked.person)))
      return refused(refuse('person-not-found', 'person', { id: asked.person }));
    const { actor, note } = asked;
    const day = await businessDay(tx, ports.clock);
    const reference = asked.step === 'assigned' ? asked.person : undefined;
    const deed = { kind: asked.step, actor, day, moves: [], note, reference };
    return accept(await writeClaimDeed(ports, tx, locked.value, deed));
  });
}
