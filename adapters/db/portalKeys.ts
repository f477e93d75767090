import type { ClaimMessageStore } from '../../app/ports/claimMessageStore.ts';
import type { IdempotencyStore } from '../../app/ports.ts';
import { claimMessageStore, type SentKey } from './claimMessageStore.ts';
import type { Session } from './session.ts';

/** Keys of requests by the portal, and messages that are sent under them. */
export type PortalKeys = { readonly idempotency: IdempotencyStore; readonly messages: ClaimMessageStore };

/**
 * The portal may not look into the answers that are kept for everybody. What it writes is one message for
 * each key, and the answer is the message's id: so the message itself says that a request was sent before.
 */
export function portalKeys(session: Session, actor: string): PortalKeys {
  let taken: SentKey | undefined;
  const messages = claimMessageStore(session, () => {
    if (taken === undefined) throw new Error('Fault: a message of the portal without a key');
    return taken;
  });
  const claim: IdempotencyStore['claim'] = async (key, requestHash) => {
    const earlier = await messages.sentUnder(actor, key);
    if (earlier === undefined) {
      taken = { key, requestHash };
      return undefined;
    }
    const answer = { value: { id: earlier.id }, location: `/api/v1/claim-messages/${earlier.id}` };
    return { requestHash: earlier.requestHash, answer: JSON.stringify(answer) };
  };
  const nothing = async () => undefined;
  return { idempotency: { claim, answer: nothing, forget: nothing }, messages };
}
