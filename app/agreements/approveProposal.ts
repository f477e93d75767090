import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { inMinorUnits, type Money } from '../../core/money/money.ts';
import { decimalToRational } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import type { Actor } from '../actor.ts';
import { keepsAdjusted } from '../adjustments/keepsAdjusted.ts';
import { businessDay } from '../businessDay.ts';
import type { Part, Proposal, Submission } from '../ports/proposalStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { lockedProposal } from './lockedProposal.ts';
import { personOf } from './personOf.ts';
import { recordVersion } from './recordVersion.ts';
import { freshBase } from './submitProposal.ts';
import { versionInForce } from './versionInForce.ts';
import { writeDeed } from './writeDeed.ts';

export type Approval = {
  readonly actor: Actor;
  readonly proposal: string;
  /** The submission that the approver has read: a later one is another text. */
  readonly seen: number;
  readonly reason?: string;
};

/** What an approval came to: a level given, and a version where it was the last one. */
export type GivenApproval = {
  readonly proposal: string;
  readonly code: string;
  readonly level: string;
  /** Levels that are still missing, in order. */
  readonly missing: readonly string[];
  readonly version?: number;
};

/**
 * Gives the next level of approval. With the last one the text becomes a version of its agreement,
 * known from a batch, and from then on it is what is calculated.
 * Refuses: person-needed, those of lockedProposal, approver-is-author, approver-repeated,
 * approver-not-named, those of withinGrant, proposal-base-stale, those of keepsAdjusted, known-day-backwards.
 */
export function approveProposal(
  ports: Ports,
  tenant: TenantId,
  approval: Approval,
): Promise<Result<GivenApproval>> {
  return ports.store.inTenant(tenant, (tx) => approveIn(ports, tx, approval, () => takeBatch(ports, tx)));
}

/** The same inside a transaction that does more; `batch` gives the batch of the versions it makes. */
export async function approveIn(
  ports: Ports,
  tx: Tx,
  { actor, proposal: id, seen, reason }: Approval,
  batch: () => Promise<Result<number>>,
): Promise<Result<GivenApproval>> {
  const person = personOf(actor);
  if (!person.ok) return person;
  const locked = await lockedProposal(tx, id, 'approve', { submission: seen });
  if (!locked.ok) return locked;
  const proposal = locked.value;
  const open = await openLevels(tx, proposal, person.value);
  if (!open.ok) return open;
  const { level, missing, submission } = open.value;
  const reaches = await withinGrant(tx, actor, {
    scope: 'agreements:approve',
    amount: moneyOf(submission.value),
  });
  if (!reaches.ok) return reaches;
  const fresh = freshBase(proposal, await versionInForce(tx, proposal.code));
  if (!fresh.ok) return fresh;
  const kept = missing.length === 0 ? await keepsApproved(tx, proposal, submission) : fresh;
  if (!kept.ok) return kept;
  // The batch is taken before anything is written: it can be refused.
  const known = missing.length === 0 ? await batch() : undefined;
  if (known?.ok === false) return known;
  const at = ports.clock.now();
  await tx.proposals.approve(id, seen, { person: person.value, level, at });
  const version =
    known && (await becomeVersion(ports, tx, proposal, { ...submission, actor, batch: known.value }));
  await writeDeed(ports, tx, proposal.code, {
    deed: 'approve',
    actor,
    proposal: id,
    revision: submission.revision,
    submission: seen,
    level,
    ...(version !== undefined && { version }),
    ...(known && { batch: known.value }),
    ...(reason !== undefined && { reason }),
  });
  return accept({
    proposal: id,
    code: proposal.code,
    level,
    missing,
    ...(version !== undefined && { version }),
  });
}

/** Amounts that are being approved beside a term that goes are waited for at the counter of batches, and seen. */
async function keepsApproved(tx: Tx, { id }: Proposal, { revision }: Submission): Promise<Result<unknown>> {
  await tx.batches.lock();
  const written = await tx.proposals.revision(id, revision);
  const agreement = decodeAgreement(JSON.parse(written?.text ?? 'null'));
  return agreement.ok ? keepsAdjusted(tx, agreement.value) : agreement;
}

/** The next batch of the known axis, for versions. */
export async function takeBatch(ports: Ports, tx: Tx): Promise<Result<number>> {
  return tx.batches.take('agreement', await businessDay(tx, ports.clock), ports.clock.now());
}

type OpenLevel = {
  readonly level: string;
  readonly missing: readonly string[];
  readonly submission: Submission;
};

/** The level that is next, if this person may give it. */
async function openLevels(tx: Tx, proposal: Proposal, person: string): Promise<Result<OpenLevel>> {
  const submission = await tx.proposals.submissionOf(proposal.id, proposal.submission);
  if (submission === undefined) throw new Error(`Fault: proposal ${proposal.id} was not submitted`);
  const parts = await tx.proposals.parts(proposal.id, proposal.submission);
  const open = submission.levels.filter(({ id }) => !parts.some(({ level }) => level === id));
  const [next, ...later] = open;
  if (next === undefined) throw new Error(`Fault: proposal ${proposal.id} has every approval`);
  const part = parts.find((entry) => entry.person === person);
  if (part !== undefined) return refused(refuse(codeOfPart(part), 'actor'));
  if (next.approvers !== 'anyone' && !next.approvers.includes(person)) {
    return refused(refuse('approver-not-named', 'actor', { level: next.id }));
  }
  return accept({ level: next.id, missing: later.map(({ id }) => id), submission });
}

/** A value may be named finer than money is paid; it then counts as the next unit. */
function moneyOf({ amount, currency }: Submission['value']): Money {
  const exact = inMinorUnits(decimalToRational(amount), currency);
  return { minor: (exact.n + exact.d - 1n) / exact.d, currency };
}

function codeOfPart({ level }: Part): 'approver-is-author' | 'approver-repeated' {
  return level === undefined ? 'approver-is-author' : 'approver-repeated';
}

async function becomeVersion(
  ports: Ports,
  tx: Tx,
  proposal: Proposal,
  entry: Pick<Submission, 'revision'> & { readonly actor: Actor; readonly batch: number },
): Promise<number> {
  const { revision, actor, batch } = entry;
  const written = await tx.proposals.revision(proposal.id, revision);
  if (written === undefined) throw new Error(`Fault: proposal ${proposal.id} has no revision ${revision}`);
  const version = await recordVersion(ports, tx, {
    code: proposal.code,
    text: written.text,
    batch,
    actor,
  });
  await tx.proposals.move(proposal.id, 'approved', version);
  return version;
}
