import { type ProposalDeed, stateAfter } from '../../core/lifecycle/proposalState.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isUuid } from '../isUuid.ts';
import type { Proposal } from '../ports/proposalStore.ts';
import type { Tx } from '../ports.ts';

/** A proposal by its id. Refuses: proposal-not-found. */
export async function proposalOf(tx: Tx, id: string): Promise<Result<Proposal>> {
  const found = isUuid(id) ? await tx.proposals.get(id) : undefined;
  return found === undefined ? refused(refuse('proposal-not-found', 'proposal', { id })) : accept(found);
}

/** What a deed was meant for: the text or submission that its doer has seen. */
export type Seen = { readonly revision: number } | { readonly submission: number };

/**
 * A proposal under the lock of its dossier, ready for a deed: as it stands once all who came before
 * have committed, and still as its doer has seen it.
 * Refuses: proposal-not-found, those of stateAfter, proposal-stale.
 */
export async function lockedProposal(
  tx: Tx,
  id: string,
  deed: ProposalDeed,
  seen?: Seen,
): Promise<Result<Proposal>> {
  const found = await proposalOf(tx, id);
  if (!found.ok) return found;
  await tx.dossiers.lock(found.value.code);
  const now = await proposalOf(tx, id);
  if (!now.ok) return now;
  const proposal = now.value;
  const after = stateAfter(proposal.state, deed);
  if (!after.ok) return after;
  return seen === undefined ? now : unchanged(proposal, seen);
}

function unchanged(proposal: Proposal, seen: Seen): Result<Proposal> {
  const [now, expected] =
    'revision' in seen ? [proposal.revision, seen.revision] : [proposal.submission, seen.submission];
  if (now === expected) return accept(proposal);
  const facts = { now: String(now), expected: String(expected) };
  return refused(refuse('proposal-stale', 'proposal', facts));
}
