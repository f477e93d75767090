import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { CaseEvent, StoredCase } from '../ports/trustStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { caseFor, writeCaseEvent } from './lockedCase.ts';

export type CaseComment = {
  readonly id: string;
  readonly text: string;
  /** Something of ours that shows it, beside what was found. */
  readonly evidence?: CaseEvent['evidence'];
  readonly actor: Actor;
};

/**
 * Writes down what somebody knows of a case, and what to look at for it.
 * Refuses: trust-case-not-found, reason-missing.
 */
export function commentCase(
  ports: Ports,
  tenant: TenantId,
  { id, text, evidence, actor }: CaseComment,
): Promise<Result<StoredCase>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const kind = evidence === undefined ? 'commented' : 'evidenceAdded';
    const found = await caseFor(tx, id, kind);
    if (!found.ok) return found;
    const said = text.trim();
    if (said === '') return refused(refuse('reason-missing', 'text'));
    const { case: before, after: stands } = found.value;
    const about = evidence === undefined ? {} : { object: evidence.object, of: evidence.id };
    const event = { kind, actor, said, stands, about, ...(evidence && { evidence }) } as const;
    return accept(await writeCaseEvent(ports, tx, before, event));
  });
}
