import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, TenantId } from '../ports.ts';
import { type ClaimState, lockedClaim, writeClaimDeed } from './lockedClaim.ts';

/** Writes something beside a claim, for us alone. Refuses: reason-missing, claim-not-found. */
export function commentClaim(
  ports: Ports,
  tenant: TenantId,
  { claim: id, text, actor }: { readonly claim: string; readonly text: string; readonly actor: Actor },
): Promise<Result<ClaimState>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (text.trim() === '') return refused(refuse('reason-missing', 'text'));
    const locked = await lockedClaim(tx, id);
    if (!locked.ok) return locked;
    const day = await businessDay(tx, ports.clock);
    const deed = { kind: 'commented' as const, actor, day, note: text, moves: [] };
    return accept(await writeClaimDeed(ports, tx, locked.value, deed));
  });
}
