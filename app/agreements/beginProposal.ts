import { draftText } from '../../core/lifecycle/draftText.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Proposal } from '../ports/proposalStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { hashOf } from './hashOf.ts';
import { writeDeed } from './writeDeed.ts';

/** Which proposal was begun, of which agreement. */
export type BegunProposal = { readonly proposal: string; readonly code: string; readonly revision: number };

export type NewProposal = Pick<Proposal, 'kind' | 'baseVersion' | 'madeFrom'> & {
  readonly actor: Actor;
  /** The first text of the draft, parsed. */
  readonly parsed: unknown;
  readonly reason?: string;
};

/**
 * Begins a proposal with its first draft. The dossier of the agreement is locked.
 * Refuses: those of draftText.
 */
export async function beginProposal(
  ports: Ports,
  tx: Tx,
  entry: NewProposal,
): Promise<Result<BegunProposal>> {
  const { actor, kind, baseVersion, madeFrom, reason } = entry;
  const draft = draftText(entry.parsed);
  if (!draft.ok) return draft;
  const { code, text } = draft.value;
  const id = ports.ids.next();
  await tx.proposals.create(
    { id, code, kind, baseVersion, ...(madeFrom && { madeFrom }) },
    { text, sha256: hashOf(ports, text), author: actor, at: ports.clock.now() },
  );
  const place = { proposal: id, revision: 1, ...(reason !== undefined && { reason }) };
  await writeDeed(ports, tx, code, { deed: 'begin', actor, ...place });
  return accept({ proposal: id, code, revision: 1 });
}
