import { type AgreementState, agreementState } from '../../core/lifecycle/agreementState.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { businessDay } from '../businessDay.ts';
import type { Deed } from '../ports/dossierStore.ts';
import type { Part, Proposal, Revision, Submission } from '../ports/proposalStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { proposalOf } from './lockedProposal.ts';
import { versionInForce } from './versionInForce.ts';

/** One version of an agreement: when it became known, and by which proposal, if by one. */
export type VersionEntry = {
  readonly version: number;
  readonly batch: number;
  /** When the deed was done that made it. */
  readonly at?: Date;
  readonly sha256: string;
  /** Undefined: taken over as it stood, without approval. */
  readonly proposal?: string;
};

export type AgreementHistory = {
  readonly code: string;
  readonly state: AgreementState;
  readonly versions: readonly VersionEntry[];
  readonly proposals: readonly Proposal[];
  readonly deeds: readonly Deed[];
  /** Agreements that were cloned or renewed from it. */
  readonly successors: readonly { readonly code: string; readonly kind: Proposal['kind'] }[];
};

/**
 * Everything that was done in the life of an agreement: who, when, why, to which text.
 * Refuses: agreement-not-found.
 */
export function agreementHistory(
  ports: Ports,
  tenant: TenantId,
  code: string,
): Promise<Result<AgreementHistory>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const inForce = await versionInForce(tx, code);
    if (inForce === undefined && !(await tx.dossiers.exists(code))) {
      return refused(refuse('agreement-not-found', 'agreement', { id: code }));
    }
    const proposals = await tx.proposals.list({ codes: [code] });
    const followers = await tx.proposals.list({ madeFrom: code });
    const day = await businessDay(tx, ports.clock);
    const deeds = await tx.dossiers.deeds(code);
    return accept({
      code,
      state: agreementState(inForce?.agreement, proposals.at(-1)?.state ?? 'draft', day),
      versions: await versionsOf(tx, code, { proposals, deeds }),
      proposals,
      deeds,
      successors: followers.map(({ code: successor, kind }) => ({ code: successor, kind })),
    });
  });
}

async function versionsOf(
  tx: Tx,
  code: string,
  { proposals, deeds }: Pick<AgreementHistory, 'proposals' | 'deeds'>,
): Promise<VersionEntry[]> {
  return (await tx.agreements.versions(code)).map(({ version, batch, sha256 }) => {
    const source = proposals.find((proposal) => proposal.version === version);
    const made = deeds.find((deed) => deed.version === version);
    return { version, batch, sha256, ...(made && { at: made.at }), ...(source && { proposal: source.id }) };
  });
}

/** A proposal with its texts, and where its review stands. */
export type ProposalView = {
  readonly proposal: Proposal;
  readonly text: Revision;
  readonly revisions: readonly Omit<Revision, 'text'>[];
  /** The last submission, with its authors and approvals. */
  readonly submission?: Submission & { readonly parts: readonly Part[]; readonly missing: readonly string[] };
};

/**
 * One proposal as it stands.
 * Refuses: proposal-not-found.
 */
export function getProposal(ports: Ports, tenant: TenantId, id: string): Promise<Result<ProposalView>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await proposalOf(tx, id);
    if (!found.ok) return found;
    const proposal = found.value;
    const text = await tx.proposals.revision(id, proposal.revision);
    if (text === undefined) throw new Error(`Fault: proposal ${id} has no text`);
    const submission = await lastSubmission(tx, proposal);
    const revisions = await tx.proposals.revisions(id);
    return accept({ proposal, text, revisions, ...(submission && { submission }) });
  });
}

async function lastSubmission(tx: Tx, proposal: Proposal): Promise<ProposalView['submission']> {
  const submission = await tx.proposals.submissionOf(proposal.id, proposal.submission);
  if (submission === undefined) return undefined;
  const parts = await tx.proposals.parts(proposal.id, proposal.submission);
  const given = new Set(parts.map(({ level }) => level));
  const open = submission.levels.map(({ id }) => id).filter((id) => !given.has(id));
  // What was sent back needs every approval anew.
  const missing = proposal.state === 'draft' ? submission.levels.map(({ id }) => id) : open;
  return { ...submission, parts, missing };
}

/** An agreement as it was known at the end of a day, and where it stood on another. */
export type AgreementAsOf = { readonly stored: StoredAgreement; readonly state: AgreementState };

/**
 * The text that was in force, seen from any day of either axis of time.
 * Refuses: agreement-not-found (also where it was not known yet).
 */
export function agreementAsOf(
  ports: Ports,
  tenant: TenantId,
  asOf: { readonly agreement: string; readonly effective?: number; readonly known?: number },
): Promise<Result<AgreementAsOf>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const today = await businessDay(tx, ports.clock);
    const batch = asOf.known === undefined ? await tx.batches.last() : await tx.batches.knownOn(asOf.known);
    const stored = await tx.agreements.knownAt(asOf.agreement, batch);
    if (stored === undefined) {
      return refused(refuse('agreement-not-found', 'agreement', { id: asOf.agreement }));
    }
    const state = agreementState(stored.agreement, 'approved', asOf.effective ?? today);
    return accept({ stored, state });
  });
}
