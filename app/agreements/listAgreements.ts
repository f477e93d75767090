import type { Direction, Programme } from '../../core/agreement/agreement.ts';
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

/** Which agreements are wanted. Absent: no restriction. */
export type AgreementFilter = {
  /** A part of the id or of a name, in whichever case. */
  readonly search?: string;
  readonly states?: readonly AgreementState[];
  readonly direction?: Direction;
  readonly programme?: Programme;
  /** Only those with a proposal that is a draft or in review. */
  readonly open?: 'draft' | 'inReview';
};

/** How many are looked at together: some questions to the database, however many of them are wanted. */
const LOOKED_AT = 500;

/**
 * Agreements by their ids, drafts among them. States follow from texts and the day and stand in no
 * column, so a filter looks at page after page until there are enough.
 */
export function listAgreements(
  ports: Ports,
  tenant: TenantId,
  page: AgreementFilter & { readonly after?: string; readonly limit: number },
): Promise<readonly AgreementEntry[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const day = await businessDay(tx, ports.clock);
    const batch = await tx.batches.last();
    const isWanted = wantedBy(page);
    const found: AgreementEntry[] = [];
    let { after } = page;
    const lookedAt = isFiltered(page) ? LOOKED_AT : page.limit;
    for (;;) {
      const codes = await tx.dossiers.codes({ ...(after !== undefined && { after }), limit: lookedAt });
      found.push(...(await entriesOf(tx, codes, batch, day)).filter(isWanted));
      after = codes.at(-1);
      if (found.length >= page.limit || codes.length < lookedAt) return found.slice(0, page.limit);
    }
  });
}

async function entriesOf(
  tx: Tx,
  codes: readonly string[],
  batch: number,
  day: number,
): Promise<AgreementEntry[]> {
  const known = await tx.agreements.someKnownAt(codes, batch);
  const inForce = new Map(known.map((stored) => [stored.code, stored]));
  const proposals = Map.groupBy(await tx.proposals.list({ codes }), ({ code }) => code);
  return codes.map((code) => entryOf(code, inForce.get(code), proposals.get(code) ?? [], day));
}

function isFiltered({ search, states, direction, programme, open }: AgreementFilter): boolean {
  return [search, states, direction, programme, open].some((one) => one !== undefined);
}

function wantedBy({ search, states, direction, programme, open }: AgreementFilter) {
  const part = search?.toLowerCase();
  return (entry: AgreementEntry): boolean => {
    const text = entry.inForce?.agreement;
    const names = [entry.code, ...Object.values(text?.name ?? {})];
    return (
      (part === undefined || names.some((name) => name.toLowerCase().includes(part))) &&
      (states === undefined || states.includes(entry.state)) &&
      (direction === undefined || text?.direction === direction) &&
      (programme === undefined || text?.programme === programme) &&
      (open === undefined || entry.open.some(({ state }) => state === open))
    );
  };
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
