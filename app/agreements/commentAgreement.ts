import { prose } from '../../core/agreement/decoder.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { proposalOf } from './lockedProposal.ts';
import { versionInForce } from './versionInForce.ts';
import { writeDeed } from './writeDeed.ts';

export const COMMENT_LENGTH_MAX = 4000;

export type Comment = {
  readonly actor: Actor;
  readonly agreement: string;
  readonly text: string;
  /** The place that it is about, such as `terms[volume].tiers`. */
  readonly path?: string;
  /** The proposal that it is about. */
  readonly proposal?: string;
};

/**
 * Says something of an agreement, or of one place in it. A comment is never changed nor taken away.
 * Refuses: comment-invalid, agreement-not-found, proposal-not-found.
 */
export function commentAgreement(
  ports: Ports,
  tenant: TenantId,
  { actor, agreement: code, text, path, proposal }: Comment,
): Promise<Result<{ readonly code: string; readonly number: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (!isComment(text)) {
      return refused(refuse('comment-invalid', 'text', { limit: String(COMMENT_LENGTH_MAX) }));
    }
    const opened = await openDossier(tx, code);
    if (!opened.ok) return opened;
    if (proposal !== undefined) {
      const found = await proposalOf(tx, proposal);
      if (!found.ok) return found;
      if (found.value.code !== code) {
        return refused(refuse('proposal-not-found', 'proposal', { id: proposal }));
      }
    }
    const place = { ...(path !== undefined && { path }), ...(proposal !== undefined && { proposal }) };
    const number = await writeDeed(ports, tx, code, { deed: 'comment', actor, reason: text, ...place });
    return accept({ code, number });
  });
}

function isComment(text: string): boolean {
  return (
    prose.decode(text, '', []) !== undefined && text.trim() !== '' && [...text].length <= COMMENT_LENGTH_MAX
  );
}

/**
 * Locks the dossier of an agreement that is there, be it as a draft.
 * Refuses: agreement-not-found.
 */
export async function openDossier(tx: Tx, code: string): Promise<Result<string>> {
  const isKnown = (await tx.dossiers.exists(code)) || (await versionInForce(tx, code)) !== undefined;
  if (!isKnown) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
  await tx.dossiers.lock(code);
  return accept(code);
}
