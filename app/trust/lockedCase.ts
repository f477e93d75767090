import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { type CaseDeed, caseAfter } from '../../core/trust/caseState.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { CaseEvent, CaseStands, StoredCase } from '../ports/trustStore.ts';
import type { Ports, Tx } from '../ports.ts';

/** Refuses: trust-case-not-found. */
export async function caseOf(tx: Tx, id: string): Promise<Result<StoredCase>> {
  const found = isUuid(id) ? await tx.trust.case(id) : undefined;
  return found === undefined ? refused(refuse('trust-case-not-found', 'id', { id })) : accept(found);
}

/**
 * A case for a deed, and how it stands after it. Of two deeds at once the second is repeated, and finds what the first has done.
 * Refuses: trust-case-not-found, those of caseAfter.
 */
export async function caseFor(
  tx: Tx,
  id: string,
  deed: CaseDeed,
): Promise<Result<{ readonly case: StoredCase; readonly after: StoredCase }>> {
  const found = await caseOf(tx, id);
  if (!found.ok) return found;
  const after = caseAfter(found.value, deed);
  return after.ok ? accept({ case: found.value, after: { ...found.value, ...after.value } }) : after;
}

export type NewCaseEvent = {
  readonly kind: CaseDeed;
  readonly actor: Actor;
  readonly said: string;
  readonly stands: CaseStands;
  readonly evidence?: CaseEvent['evidence'];
  /** What the trail says of it beside that. */
  readonly about?: { readonly [key: string]: Json };
};

/** Writes what happens to a case, and the entry of the trail; gives the case as it stands then. */
export async function writeCaseEvent(
  ports: Ports,
  tx: Tx,
  { id, lastEvent }: StoredCase,
  { kind, actor, said, stands, evidence, about = {} }: NewCaseEvent,
): Promise<StoredCase> {
  const [number, at] = [lastEvent + 1, ports.clock.now()];
  const event = { ...stands, number, kind, actor: actorText(actor), at, said, ...(evidence && { evidence }) };
  await tx.trust.addEvent(id, event);
  const body = { event: number, state: stands.state, isHeld: stands.isHeld, ...about };
  await auditDeed(ports, tx, { actor, action: `trustCase.${kind}`, object: id, body });
  const written = await caseOf(tx, id);
  if (!written.ok) throw new Error(`Fault: the case ${id} is gone`);
  return written.value;
}
