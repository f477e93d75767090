import { draftText } from '../../core/lifecycle/draftText.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Ports, TenantId } from '../ports.ts';
import { hashOf } from './hashOf.ts';
import { lockedProposal } from './lockedProposal.ts';
import { versionInForce } from './versionInForce.ts';
import { writeDeed } from './writeDeed.ts';

export type DraftToSave = {
  readonly actor: Actor;
  readonly proposal: string;
  /** The revision that the text was made from: another one in between is not overwritten. */
  readonly seen: number;
  readonly parsed: unknown;
  /** Whether the text now goes by the version in force, which may be a later one. */
  readonly onVersionInForce: boolean;
  readonly reason?: string;
};

/**
 * Saves the next text of a draft; each one stays. The same text again is no new revision.
 * Refuses: those of draftText and lockedProposal, proposal-id-differs.
 */
export function saveDraft(ports: Ports, tenant: TenantId, entry: DraftToSave): Promise<Result<SavedDraft>> {
  const { actor, proposal: id, seen, reason } = entry;
  return ports.store.inTenant(tenant, async (tx) => {
    const draft = draftText(entry.parsed);
    if (!draft.ok) return draft;
    const locked = await lockedProposal(tx, id, 'save', { revision: seen });
    if (!locked.ok) return locked;
    const proposal = locked.value;
    const { code, text } = draft.value;
    if (code !== proposal.code) {
      return refused(refuse('proposal-id-differs', 'id', { id: code, code: proposal.code }));
    }
    const inForce = (await versionInForce(tx, code))?.version ?? 0;
    const base = entry.onVersionInForce ? inForce : proposal.baseVersion;
    const sha256 = hashOf(ports, text);
    const last = await tx.proposals.revision(id, seen);
    if (last?.sha256 === sha256 && base === proposal.baseVersion) {
      return accept({ proposal: id, code, revision: seen });
    }
    const written = { text, sha256, author: actor, at: ports.clock.now() };
    const revision = await tx.proposals.save(id, written, base);
    const place = { proposal: id, revision, ...(reason !== undefined && { reason }) };
    await writeDeed(ports, tx, code, { deed: 'save', actor, ...place });
    return accept({ proposal: id, code, revision });
  });
}

export type SavedDraft = { readonly proposal: string; readonly code: string; readonly revision: number };
