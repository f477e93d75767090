import { stateAfter } from '../../core/lifecycle/proposalState.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { lockedProposal } from './lockedProposal.ts';
import { personOf } from './personOf.ts';
import { writeDeed } from './writeDeed.ts';

export type EndOfReview = {
  readonly actor: Actor;
  readonly proposal: string;
  readonly reason?: string;
};

export type MovedProposal = {
  readonly proposal: string;
  readonly code: string;
  readonly state: 'draft' | 'withdrawn';
};

/**
 * Sends a proposal back to its authors, with a reason; approvals given so far are void.
 * Refuses: person-needed, reason-missing, those of lockedProposal.
 */
export async function rejectProposal(
  ports: Ports,
  tenant: TenantId,
  entry: EndOfReview & { readonly seen: number },
): Promise<Result<MovedProposal>> {
  const person = personOf(entry.actor);
  if (!person.ok) return person;
  if ((entry.reason ?? '').trim() === '') return refused(refuse('reason-missing', 'reason'));
  return ports.store.inTenant(tenant, (tx) => move(ports, tx, 'reject', entry));
}

type Ending = (ports: Ports, tenant: TenantId, entry: EndOfReview) => Promise<Result<MovedProposal>>;

const endsBy =
  (deed: 'recall' | 'withdraw'): Ending =>
  (ports, tenant, entry) =>
    ports.store.inTenant(tenant, (tx) => move(ports, tx, deed, entry));

/**
 * Takes a proposal back from review to go on writing; approvals given so far are void.
 * Refuses: those of lockedProposal.
 */
export const recallProposal = endsBy('recall');

/**
 * Gives a proposal up; it stays to be read.
 * Refuses: those of lockedProposal.
 */
export const withdrawProposal = endsBy('withdraw');

async function move(
  ports: Ports,
  tx: Tx,
  deed: 'reject' | 'recall' | 'withdraw',
  { actor, proposal: id, reason, seen }: EndOfReview & { readonly seen?: number },
): Promise<Result<MovedProposal>> {
  const locked = await lockedProposal(tx, id, deed, seen === undefined ? undefined : { submission: seen });
  if (!locked.ok) return locked;
  const { code, revision, submission, state: before } = locked.value;
  const after = stateAfter(before, deed);
  if (!after.ok) return after;
  const state = after.value as MovedProposal['state'];
  await tx.proposals.move(id, state);
  const place = { proposal: id, revision, ...(submission > 0 && { submission }) };
  await writeDeed(ports, tx, code, { deed, actor, ...place, ...(reason !== undefined && { reason }) });
  return accept({ proposal: id, code, state });
}
