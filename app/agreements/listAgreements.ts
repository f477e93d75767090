import { type AgreementState, agreementState } from '../../core/lifecycle/agreementState.ts';
import { businessDay } from '../businessDay.ts';
import type { Proposal } from '../ports/proposalStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';

/** An agreement of the list: where it stands, its text in force, and what is under way. */
export type AgreementEntry = {
  readonly code: string;
  readonly state: AgreementState;
  readonly inForce?: StoredAgreement;
  readonly open: readonly Proposal[];
};

/** Agreements by their ids, drafts among them: a page is three questions to the database, however long it is. */
export function listAgreements(
  ports: Ports,
  tenant: TenantId,
  page: { readonly after?: string; readonly limit: number },
): Promise<readonly AgreementEntry[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const day = await businessDay(tx, ports.clock);
    const codes = await tx.dossiers.codes(page);
    const known = await tx.agreements.someKnownAt(codes, await tx.batches.last());
    const inForce = new Map(known.map((stored) => [stored.code, stored]));
    const proposals = Map.groupBy(await tx.proposals.list({ codes }), ({ code }) => code);
    return codes.map((code) => entryOf(code, inForce.get(code), proposals.get(code) ?? [], day));
  });
}

function entryOf(
  code: string,
  inForce: StoredAgreement | undefined,
  proposals: readonly Proposal[],
  day: number,
): AgreementEntry {
  const state = agreementState(inForce?.agreement, proposals.at(-1)?.state ?? 'draft', day);
  const open = proposals.filter((proposal) => proposal.state === 'draft' || proposal.state === 'inReview');
  return { code, state, ...(inForce && { inForce }), open };
}

/** Proposals of one agreement or all, in one state or any. */
export function listProposals(
  ports: Ports,
  tenant: TenantId,
  filter: Parameters<Tx['proposals']['list']>[0],
): Promise<readonly Proposal[]> {
  return ports.store.inTenant(tenant, (tx) => tx.proposals.list(filter));
}
