import { type AgreementState, agreementState } from '../../core/lifecycle/agreementState.ts';
import { businessDay } from '../businessDay.ts';
import type { Proposal } from '../ports/proposalStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { versionInForce } from './versionInForce.ts';

/** An agreement of the list: where it stands, its text in force, and what is under way. */
export type AgreementEntry = {
  readonly code: string;
  readonly state: AgreementState;
  readonly inForce?: StoredAgreement;
  readonly open: readonly Proposal[];
};

/** Agreements by their ids, drafts among them. */
export function listAgreements(
  ports: Ports,
  tenant: TenantId,
  page: { readonly after?: string; readonly limit: number },
): Promise<readonly AgreementEntry[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const day = await businessDay(tx, ports.clock);
    const entries: AgreementEntry[] = [];
    for (const code of await tx.dossiers.codes(page)) entries.push(await entryOf(tx, code, day));
    return entries;
  });
}

async function entryOf(tx: Tx, code: string, day: number): Promise<AgreementEntry> {
  const inForce = await versionInForce(tx, code);
  const proposals = await tx.proposals.list({ code });
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
