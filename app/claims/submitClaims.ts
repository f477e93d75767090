import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Claim } from '../../core/claim/claim.ts';
import { answerMoves } from '../../core/claim/claimDeeds.ts';
import type { ClaimRow, SentClaim } from '../../core/claim/claimFile.ts';
import { readClaims } from '../../core/claim/claimFile.ts';
import { lateClaim } from '../../core/claim/lateClaim.ts';
import { standingOf } from '../../core/claim/standing.ts';
import { accept, type Refusal, type Result, refuse } from '../../core/refusal/refusals.ts';
import { type Actor, actorText, systemActor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { claimNotHeld } from '../trust/holdsOn.ts';
import { noteArrival } from '../trust/noteArrival.ts';
import { policyNow } from '../trust/trustPolicy.ts';
import { grantClaim } from './grantClaim.ts';
import { type MatchedClaim, matchSentClaim } from './matchSentClaim.ts';
import { sendClaim } from './sendClaim.ts';

export type Submission = {
  readonly rows: readonly ClaimRow[];
  readonly actor: Actor;
  /** Says what would happen, and writes nothing. */
  readonly isPreview: boolean;
  /** Whose claims these are where a partner sends them: of anybody else there is nothing. */
  readonly partner?: string;
};

/** A claim that was taken in, or would be: how each line compares, and what was decided at once. */
export type SubmittedClaim = {
  readonly claim: Claim;
  readonly rows: readonly number[];
  readonly lines: MatchedClaim['lines'];
  /** Lines that were granted or refused by the rules of the company; the others wait for a person. */
  readonly decided: readonly number[];
};

export type SubmittedClaims = {
  readonly claims: readonly SubmittedClaim[];
  readonly refusals: readonly Refusal[];
  /** Numbers of the rows that became no claim. */
  readonly waiting: readonly number[];
  /** The message in which these rows wait to be repaired. */
  readonly message?: string;
};

/**
 * Takes in claims of partners: each is held against transactions and earnings. With rules of the company
 * what we find, or is within the tolerance, is granted at once, and what was claimed before or is wrong
 * by the sale is refused at once with its reason; all else waits for a person. A claim with a bad row is
 * left out whole; its rows wait in the quarantine, each with what is wrong.
 * Refuses, by row: those of readClaims, agreement-not-found, claim-not-theirs, partner-not-found,
 * claim-repeated (first, sentOn), claim-not-found for a change, claim-deadline-passed, claim-term-unknown.
 */
export function submitClaims(
  ports: Ports,
  tenant: TenantId,
  submission: Submission,
): Promise<Result<SubmittedClaims>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const done = await submitRows(ports, tx, submission);
    if (submission.isPreview || done.waiting.length === 0) return accept(done);
    return accept({ ...done, message: await keepWaiting(ports, tx, submission, done) });
  });
}

/** The same in a transaction that stands, and nothing is kept of what was left out. */
export async function submitRows(
  ports: Ports,
  tx: Tx,
  { rows, actor, isPreview, partner }: Submission,
): Promise<SubmittedClaims> {
  const read = readClaims(rows);
  const refusals: Refusal[] = [...read.refusals];
  const claims: SubmittedClaim[] = [];
  const day = await businessDay(tx, ports.clock);
  for (const sent of read.claims) {
    const checked = await checkedClaim(tx, sent, { day, partner });
    if ('refusals' in checked) {
      refusals.push(...checked.refusals);
      continue;
    }
    claims.push(await takeIn(ports, tx, { sent, ...checked, day, actor, isPreview }));
  }
  const taken = new Set(claims.flatMap((claim) => claim.rows));
  return { claims, refusals, waiting: rows.map(({ row }) => row).filter((row) => !taken.has(row)) };
}

/** Rows that became no claim, so that they can be repaired without the file that they came in. */
async function keepWaiting(
  ports: Ports,
  tx: Tx,
  { rows, actor }: Submission,
  { refusals, waiting }: SubmittedClaims,
): Promise<string> {
  const [id, at] = [ports.ids.next(), ports.clock.now()];
  const left = rows.filter(({ row }) => waiting.includes(row));
  const said = { kind: 'claims' as const, rows: left };
  const message = { id, said, sentBy: actorText(actor), at, isFromPartner: false };
  await tx.messages.add(message);
  await tx.messages.take(message, { claims: [], refusals, waiting }, at);
  const body = { waiting, refused: refusals.map(({ code }) => code) };
  await auditDeed(ports, tx, { actor, action: 'claimMessage.quarantine', object: id, body });
  return id;
}

type Checked = { readonly stored: StoredAgreement; readonly changes?: string };

async function checkedClaim(
  tx: Tx,
  sent: SentClaim,
  { day: today, partner }: { readonly day: LocalDate; readonly partner: string | undefined },
): Promise<Checked | { readonly refusals: Refusal[] }> {
  const row = String(sent.rows[0] ?? '');
  const no = (refusal: Refusal) => ({ refusals: [{ ...refusal, facts: { row, ...refusal.facts } }] });
  if (partner !== undefined && sent.partner !== partner)
    return no(refuse('partner-not-found', 'partner', { partner: sent.partner }));
  const stored = await tx.agreements.knownAt(sent.agreement, await tx.batches.last());
  if (stored === undefined || (partner !== undefined && !(await isOf(tx, stored, partner))))
    return no(refuse('agreement-not-found', 'agreement', { id: sent.agreement }));
  const { company, settlement, terms } = stored.agreement;
  if (settlement.claim.rule !== 'partnerClaims')
    return no(
      refuse('claim-not-theirs', 'agreement', { id: sent.agreement, claimRule: settlement.claim.rule }),
    );
  if (!(await tx.bankAccounts.isPartnerKnown(sent.partner)))
    return no(refuse('partner-not-found', 'partner', { partner: sent.partner }));
  // Of two at once the second one waits here, and finds what the first one claimed.
  await tx.runs.lock(sent.agreement);
  const place = { company, claimant: 'partner' as const, partner: sent.partner };
  const first = await tx.claims.byReference({ ...place, reference: sent.reference });
  if (first !== undefined)
    return no(refuse('claim-repeated', 'reference', { reference: sent.reference, first }));
  const unknown = sent.lines.filter(({ term }) => !terms.some(({ id }) => id === term));
  if (unknown.length > 0)
    return no(refuse('claim-term-unknown', 'term', { term: unknown[0]?.term ?? '', id: sent.agreement }));
  const late = lateLine(stored, sent, today);
  if (late !== undefined) return no(late);
  if (sent.changes === undefined) return { stored };
  const changes = await tx.claims.byReference({ ...place, reference: sent.changes });
  return changes === undefined
    ? no(refuse('claim-not-found', 'changes', { id: sent.changes }))
    : { stored, changes };
}

/** Whether a partner is shown an agreement: it has earned something under it, or what others earn is theirs. */
async function isOf(tx: Tx, { code, agreement }: StoredAgreement, partner: string): Promise<boolean> {
  const { beneficiary } = agreement;
  if (beneficiary !== 'participant') return beneficiary.partner === partner;
  return (await tx.earnings.list({ agreement: code, partner, limit: 1 })).rows.length > 0;
}

/** The first line whose deadline has passed, where the agreement lets it lapse. */
function lateLine({ agreement }: StoredAgreement, sent: SentClaim, today: LocalDate): Refusal | undefined {
  const { currency, sentOn: day = today } = sent;
  for (const line of sent.lines) {
    const late = lateClaim(agreement.settlement.claim, { ...line, currency }, { day, at: 'lastDay' });
    if (late !== undefined) return late;
  }
  return undefined;
}

type TakingIn = Checked & {
  readonly sent: SentClaim;
  readonly day: LocalDate;
  readonly actor: Actor;
  readonly isPreview: boolean;
};

async function takeIn(
  ports: Ports,
  tx: Tx,
  { sent, stored, changes, day, actor, isPreview }: TakingIn,
): Promise<SubmittedClaim> {
  const { agreement } = stored;
  const rule = await tx.claims.rule(agreement.company, sent.currency);
  const sentOn = sent.sentOn ?? day;
  const { silence } = agreement.settlement.claim;
  const claim: Claim = {
    id: ports.ids.next(),
    reference: sent.reference,
    claimant: 'partner',
    company: agreement.company,
    partner: sent.partner,
    agreement: agreement.id,
    currency: sent.currency,
    sentOn,
    dueOn: sentOn + agreement.settlement.paymentDays,
    ...(rule?.answerDays !== undefined && { answer: { by: day + rule.answerDays, silence } }),
    ...(changes !== undefined && { changes }),
    lines: sent.lines,
  };
  const matched = await matchSentClaim(tx, stored, claim, rule);
  const isAtOnce = rule !== undefined && !(await isLookedAtFirst(tx, claim));
  const decided = isAtOnce ? matched.decisions : [];
  const numbers = decided.map(({ line }) => line);
  const shown = { claim, rows: sent.rows, lines: matched.lines, decided: numbers };
  if (isPreview) return shown;
  const number = matched.sentBefore + 1;
  const stood = await sendClaim(ports, tx, claim, { number, actor });
  await noteArrival(ports, tx, { object: 'claim', id: claim.id }, claim.partner);
  if (decided.length > 0) await decideAtOnce(ports, tx, stood, matched, day);
  return shown;
}

/** What is to be looked at, or comes from a partner on hold, is not decided without that. */
async function isLookedAtFirst(tx: Tx, claim: Claim): Promise<boolean> {
  return (await policyNow(tx)).policy.awaitsScan || !(await claimNotHeld(tx, claim)).ok;
}

/** By the rules of the company, and nobody's hand. */
async function decideAtOnce(
  ports: Ports,
  tx: Tx,
  claim: StoredClaim,
  { decisions, note }: MatchedClaim,
  day: LocalDate,
): Promise<void> {
  const standings = standingOf(claim.lines, []);
  const moves = answerMoves(claim, standings, decisions);
  if (!moves.ok) throw new Error(`Fault: a decision of ours does not fit: ${moves.refusals[0]?.code}`);
  const deed = { kind: 'answered' as const, actor: systemActor('claims'), day, moves: moves.value, note };
  await grantClaim(ports, tx, { claim, events: [], standings }, deed);
}
