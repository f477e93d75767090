import { draftText } from '../../core/lifecycle/draftText.ts';
import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type BegunProposal, beginProposal, type NewProposal } from './beginProposal.ts';
import { versionInForce } from './versionInForce.ts';

/**
 * Begins a new agreement as a draft. It need not be whole yet.
 * Refuses: those of draftText, agreement-id-taken.
 */
export function draftAgreement(
  ports: Ports,
  tenant: TenantId,
  entry: { readonly actor: Actor; readonly parsed: unknown; readonly reason?: string },
): Promise<Result<BegunProposal>> {
  return ports.store.inTenant(tenant, (tx) => beginNew(ports, tx, { ...entry, kind: 'new' }));
}

/** Begins an agreement that has no version yet: a new one, a clone, a renewal. */
export async function beginNew(
  ports: Ports,
  tx: Tx,
  entry: Omit<NewProposal, 'baseVersion'>,
): Promise<Result<BegunProposal>> {
  const draft = draftText(entry.parsed);
  if (!draft.ok) return draft;
  const { code } = draft.value;
  await tx.dossiers.lock(code);
  if ((await versionInForce(tx, code)) !== undefined) {
    return refused(refuse('agreement-id-taken', 'id', { id: code }));
  }
  return beginProposal(ports, tx, { ...entry, baseVersion: 0 });
}
