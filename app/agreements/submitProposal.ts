import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { outsideOfKind } from '../../core/lifecycle/amendedText.ts';
import type { ApprovalLevel } from '../../core/lifecycle/approvalRules.ts';
import { cappedValue } from '../../core/lifecycle/cappedValue.ts';
import { neededLevels } from '../../core/lifecycle/neededLevels.ts';
import { type Decimal, decimalToRational, rationalToDecimal } from '../../core/number/decimal.ts';
import { type MemberDays, memberDays } from '../../core/plan/memberDays.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';
import { keepsAdjusted } from '../adjustments/keepsAdjusted.ts';
import type { NamedValue, Proposal, Submission } from '../ports/proposalStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { lockedProposal } from './lockedProposal.ts';
import { personOf } from './personOf.ts';
import { rulesInForce } from './rulesInForce.ts';
import { versionInForce } from './versionInForce.ts';
import { writeDeed } from './writeDeed.ts';

/** By which value the levels go: an expected one, named, or what the caps of the text allow. */
export type ValueToName = { readonly of: 'expected'; readonly amount: Decimal } | { readonly of: 'capped' };

export type SubmissionToMake = {
  readonly actor: Actor;
  readonly proposal: string;
  /** The revision that is handed in. */
  readonly seen: number;
  readonly value: ValueToName;
  readonly reason?: string;
};

/** What was handed in, and whose approval is needed, in order. */
export type MadeSubmission = {
  readonly proposal: string;
  readonly code: string;
  readonly submission: number;
  readonly value: NamedValue;
  readonly levels: readonly ApprovalLevel[];
};

/**
 * Hands a draft in: from here on its text is frozen. A person stands behind it, even where a program
 * wrote it. The levels are those of the rules in force at this moment.
 * Refuses: person-needed, those of lockedProposal and decodeAgreement, proposal-base-stale,
 * proposal-outside-kind, proposal-not-capped, those of keepsAdjusted.
 */
export function submitProposal(
  ports: Ports,
  tenant: TenantId,
  entry: SubmissionToMake,
): Promise<Result<MadeSubmission>> {
  return ports.store.inTenant(tenant, (tx) => submitIn(ports, tx, entry));
}

/** The same inside a transaction that does more. */
export async function submitIn(
  ports: Ports,
  tx: Tx,
  entry: SubmissionToMake,
): Promise<Result<MadeSubmission>> {
  const { actor, proposal: id, seen, reason } = entry;
  const person = personOf(actor);
  if (!person.ok) return person;
  const locked = await lockedProposal(tx, id, 'submit', { revision: seen });
  if (!locked.ok) return locked;
  const proposal = locked.value;
  const agreement = await fitText(tx, proposal);
  if (!agreement.ok) return agreement;
  const kept = await keepsAdjusted(tx, agreement.value);
  if (!kept.ok) return kept;
  const value = namedValue(agreement.value, entry.value);
  if (!value.ok) return value;
  const submission: Submission = {
    submission: proposal.submission + 1,
    revision: seen,
    value: value.value,
    ...(await levelsOf(tx, agreement.value, value.value)),
    at: ports.clock.now(),
  };
  await tx.proposals.submit(id, submission, await authorsOf(tx, id, person.value));
  const { submission: number, levels } = submission;
  const place = { proposal: id, revision: seen, submission: number, ...(reason !== undefined && { reason }) };
  await writeDeed(ports, tx, proposal.code, { deed: 'submit', actor, ...place });
  return accept({ proposal: id, code: proposal.code, submission: number, value: value.value, levels });
}

/** The agreement of a draft that may be handed in. */
async function fitText(tx: Tx, proposal: Proposal): Promise<Result<Agreement>> {
  const inForce = await versionInForce(tx, proposal.code);
  const base = freshBase(proposal, inForce);
  if (!base.ok) return base;
  const written = await tx.proposals.revision(proposal.id, proposal.revision);
  if (written === undefined) throw new Error(`Fault: proposal ${proposal.id} has no text`);
  const json = JSON.parse(written.text) as Json;
  const decoded = decodeAgreement(json);
  if (!decoded.ok || inForce === undefined) return decoded;
  const outside = outsideOfKind(proposal.kind, JSON.parse(inForce.text) as Json, json);
  if (outside.length === 0) return decoded;
  const facts = { proposalKind: proposal.kind, paths: outside.join(', ') };
  return refused(refuse('proposal-outside-kind', outside[0] ?? '', facts));
}

/** Whether the text goes by the version that is in force. Refuses: proposal-base-stale. */
export function freshBase(proposal: Proposal, inForce: StoredAgreement | undefined): Result<number> {
  const current = inForce?.version ?? 0;
  if (proposal.baseVersion === current) return accept(current);
  const facts = { base: String(proposal.baseVersion), current: String(current) };
  return refused(refuse('proposal-base-stale', 'base', facts));
}

function namedValue(agreement: Agreement, value: ValueToName): Result<NamedValue> {
  const { currency } = agreement;
  if (value.of === 'expected') return accept({ of: 'expected', amount: value.amount, currency });
  const capped = cappedValue(agreement);
  const amount = capped && rationalToDecimal(capped);
  return amount === undefined
    ? refused(refuse('proposal-not-capped', 'value'))
    : accept({ of: 'capped', amount, currency });
}

async function levelsOf(
  tx: Tx,
  agreement: Agreement,
  value: NamedValue,
): Promise<Pick<Submission, 'rulesVersion' | 'levels'>> {
  const batch = await tx.batches.last();
  const { version, rules } = await rulesInForce(tx, batch);
  const conditions = { include: agreement.participants, exclude: [] };
  const master = await tx.master.knownAt(batch);
  // Worked out where a rule asks for partners: most do not.
  let members: MemberDays | undefined;
  const membersOf = () => {
    members ??= memberDays('partner', conditions, master);
    return members;
  };
  const { beneficiary } = agreement;
  const question = {
    subject: 'agreement' as const,
    agreement,
    value: decimalToRational(value.amount),
    concerns: (partner: string) =>
      (membersOf().days.get(partner)?.length ?? Number(membersOf().others)) > 0 ||
      (beneficiary !== 'participant' && beneficiary.partner === partner),
  };
  const levels = neededLevels(rules, question);
  if (levels.length === 0) throw new Error('Fault: rules of approval without a rule for everything');
  return { rulesVersion: version, levels };
}

/** Every person who wrote any of its texts, and the one who stands behind it. */
async function authorsOf(tx: Tx, id: string, submitter: string): Promise<string[]> {
  const revisions = await tx.proposals.revisions(id);
  const writers = revisions.flatMap(({ author }) => (author.kind === 'person' ? [author.id] : []));
  return [...new Set([...writers, submitter])].sort();
}
