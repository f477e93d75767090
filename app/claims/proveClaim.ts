import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import type { Actor } from '../actor.ts';
import { DOCUMENT_TYPES, type OpenedDocument, type ReadDocument } from '../agreements/attachDocument.ts';
import { documentName } from '../agreements/documentName.ts';
import { businessDay } from '../businessDay.ts';
import { isUuid } from '../isUuid.ts';
import type { ClaimProof } from '../ports/claimStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { lockedClaim, writeClaimDeed } from './lockedClaim.ts';

const PROOFS_MAX = 100;

export type Proving = {
  readonly claim: string;
  readonly actor: Actor;
  /** As the sender calls it; cleaned before it is kept. */
  readonly name: string;
  readonly open: () => Promise<Result<ReadDocument>>;
};

/**
 * Attaches a document that proves a claim, with its bytes; the same bytes again change nothing.
 * Refuses: what opening refuses, claim-not-found, documents-too-many.
 */
export async function proveClaim(
  ports: Ports,
  tenant: TenantId,
  { claim: id, actor, name: given, open }: Proving,
): Promise<Result<ClaimProof>> {
  const read = await open();
  if (!read.ok) return read;
  const { content, mediaType } = read.value;
  const sha256 = hex(ports.sha256(content));
  return ports.store.inTenant(tenant, async (tx) => {
    const locked = await lockedClaim(tx, id);
    if (!locked.ok) return locked;
    const known = await tx.claims.proofs(id);
    const same = known.find((proof) => proof.sha256 === sha256);
    if (same !== undefined) return accept(same);
    if (known.length >= PROOFS_MAX)
      return refused(refuse('documents-too-many', 'claim', { limit: String(PROOFS_MAX) }));
    const name = documentName(given, DOCUMENT_TYPES[mediaType]);
    const day = await businessDay(tx, ports.clock);
    const deed = { kind: 'attached' as const, actor, day, moves: [], reference: sha256, note: name };
    const { event } = await writeClaimDeed(ports, tx, locked.value, deed);
    const proof = { id: ports.ids.next(), claim: id, event, name, mediaType, sha256 };
    await tx.claims.addProof(proof, content);
    return accept(proof);
  });
}

/** The proofs of a claim. Refuses: claim-not-found. */
export function listProofs(
  ports: Ports,
  tenant: TenantId,
  claim: string,
): Promise<Result<readonly ClaimProof[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = isUuid(claim) ? await tx.claims.find(claim) : undefined;
    if (found === undefined) return refused(refuse('claim-not-found', 'id', { id: claim }));
    return accept(await tx.claims.proofs(claim));
  });
}

/** The bytes of a proof, as they came in. Refuses: document-not-found. */
export function openProofOfClaim(
  ports: Ports,
  tenant: TenantId,
  id: string,
): Promise<Result<OpenedDocument>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = isUuid(id) ? await tx.claims.proof(id) : undefined;
    return found === undefined ? refused(refuse('document-not-found', 'id', { id })) : accept(found);
  });
}
