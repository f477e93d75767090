import { type MessageState, messageState } from '../../core/claim/claimMessage.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { ClaimMessage, ClaimMessageFilter } from '../ports/claimMessageStore.ts';
import type { Ports, TenantId } from '../ports.ts';

export function stateOfMessage({ taken, repairedBy, dismissed }: ClaimMessage): MessageState {
  return messageState({
    taken: taken && { refused: taken.refusals.length, waitingRows: taken.waiting.length },
    isRepaired: repairedBy !== undefined,
    isDismissed: dismissed !== undefined,
  });
}

export type ClaimMessagePage = { readonly rows: readonly ClaimMessage[]; readonly hasMore: boolean };

/** What was sent about claims, in the order in which it came; or only that of which rows wait. */
export function listMessages(
  ports: Ports,
  tenant: TenantId,
  filter: ClaimMessageFilter,
): Promise<ClaimMessagePage> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.messages.page({ ...filter, limit: filter.limit + 1 });
    return { rows: found.slice(0, filter.limit), hasMore: found.length > filter.limit };
  });
}

/** Refuses: claim-message-not-found. */
export function showMessage(ports: Ports, tenant: TenantId, id: string): Promise<Result<ClaimMessage>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const message = isUuid(id) ? await tx.messages.find(id) : undefined;
    return message === undefined ? refused(refuse('claim-message-not-found', 'id', { id })) : accept(message);
  });
}

/**
 * Decides that the rows of a message that wait stay out, for a reason that its sender reads.
 * Refuses: reason-missing, claim-message-not-found, claim-message-not-waiting.
 */
export function dismissMessage(
  ports: Ports,
  tenant: TenantId,
  {
    message: id,
    reason,
    actor,
  }: { readonly message: string; readonly reason: string; readonly actor: Actor },
): Promise<Result<ClaimMessage>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const message = isUuid(id) ? await tx.messages.find(id) : undefined;
    if (message === undefined) return refused(refuse('claim-message-not-found', 'id', { id }));
    const state = stateOfMessage(message);
    if (state !== 'quarantined') return refused(refuse('claim-message-not-waiting', 'id', { id, state }));
    await tx.messages.dismiss(message, reason, ports.clock.now());
    const body = { reason, rows: message.taken?.waiting ?? [] };
    await auditDeed(ports, tx, { actor, action: 'claimMessage.dismiss', object: id, body });
    return accept({ ...message, dismissed: { reason } });
  });
}
