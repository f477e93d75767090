import type { Agreement } from '../../core/agreement/agreement.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { type Claim, type ClaimLine, claimedMinor } from '../../core/claim/claim.ts';
import { type ClaimedBefore, claimDelta, claimLinesOf } from '../../core/claim/claimDelta.ts';
import { claimAccountKey } from '../../core/claim/claimKeys.ts';
import { sentPostings } from '../../core/claim/claimPostings.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { accountKey } from '../calculation/accountKey.ts';
import type { ClaimedLine, StoredClaim } from '../ports/claimStore.ts';
import type { TakenOverState } from '../ports/cutOverStore.ts';
import type { Ports, Run, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { type EarnedAccount, earnedAccounts, inputsOfRun } from './earnedAccounts.ts';
import { postClaim } from './postClaim.ts';

export type Raising = {
  readonly agreement: string;
  /** The day on which the claim is sent; without it the business day. */
  readonly day?: LocalDate;
  readonly actor: Actor;
};

/** The claims that were raised, and what was left out for a reason. */
export type RaisedClaims = { readonly claims: readonly StoredClaim[]; readonly skipped: readonly Refusal[] };

/**
 * Claims from a supplier what an agreement has earned and nobody has claimed yet, in the windows that
 * are over: a claim for each partner that it is settled with, a line for each transaction. Run
 * again, it claims nothing.
 * Refuses: agreement-not-found, claim-not-ours (rule), claim-not-calculated. Leaves out:
 * claim-earning-incomplete, claim-deadline-passed.
 */
export function raiseClaims(
  ports: Ports,
  tenant: TenantId,
  { agreement: code, actor, ...asked }: Raising,
): Promise<Result<RaisedClaims>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const stored = await tx.agreements.knownAt(code, await tx.batches.last());
    if (stored === undefined) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
    const { rule } = stored.agreement.settlement.claim;
    if (rule !== 'weClaim')
      return refused(refuse('claim-not-ours', 'agreement', { id: code, claimRule: rule }));
    // Of two at once the second one waits here, and finds what the first one claimed.
    await tx.runs.lock(code);
    const run = await tx.runs.last(code);
    if (run === undefined) return refused(refuse('claim-not-calculated', 'agreement', { id: code }));
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    const { lines, skipped } = await toClaim(tx, stored, run, day);
    const claims: StoredClaim[] = [];
    for (const [key, own] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [partner = '', currency = ''] = JSON.parse(key) as string[];
      claims.push(
        await send(ports, tx, { agreement: stored.agreement, run, day, actor }, partner, currency, own),
      );
    }
    return accept({ claims, skipped });
  });
}

type Unnumbered = Omit<ClaimLine, 'number'>;

/** By partner and currency what is to be claimed. */
async function toClaim(
  tx: Tx,
  { code, agreement }: StoredAgreement,
  run: Run,
  day: LocalDate,
): Promise<{ readonly lines: ReadonlyMap<string, readonly Unnumbered[]>; readonly skipped: Refusal[] }> {
  const inputs = await inputsOfRun(tx, agreement, run);
  const before = Map.groupBy(await tx.claims.claimedOn(code), claimAccountKey);
  const lines = new Map<string, Unnumbered[]>();
  const skipped: Refusal[] = [];
  for (const account of earnedAccounts(inputs)) {
    if (!isOver(agreement, account, day)) continue;
    const claimed = before.get(claimAccountKey(account)) ?? [];
    const delta = claimDelta(account.earned, claimedBefore(account, claimed, inputs.takenOver));
    if (delta === 0n) continue;
    const problem = problemOf(agreement, account, day, delta);
    if (problem !== undefined) {
      skipped.push(problem);
      continue;
    }
    const shares = claimed.flatMap(({ transaction, product, minor }) =>
      transaction === undefined ? [] : [{ transaction, ...(product && { product }), minor }],
    );
    const key = JSON.stringify([partnerOf(agreement, account), account.currency]);
    const found = claimLinesOf(account, delta, account.shares, shares);
    lines.set(key, [...(lines.get(key) ?? []), ...found]);
  }
  return { lines, skipped };
}

/** A window is claimed when it is over, and as many days after it as the agreement says. */
function isOver({ settlement: { asOf } }: Agreement, { window }: EarnedAccount, day: LocalDate): boolean {
  const after = asOf === 'windowEnd' ? 0 : asOf.daysAfter;
  return day >= window.until - 1 + after;
}

/** What was claimed here, and what the time before the cut-over had settled or claimed already. */
function claimedBefore(
  account: EarnedAccount,
  lines: readonly ClaimedLine[],
  takenOver: TakenOverState | undefined,
): ClaimedBefore {
  const own = accountKey({ ...account, partner: account.participant });
  const opening = takenOver?.openings.find((entry) => accountKey(entry) === own);
  const earlier = (opening?.balances.settled ?? 0n) + (opening?.balances.openClaims ?? 0n);
  return {
    gross: lines.reduce((sum, { minor }) => sum + minor, earlier),
    refused: lines.reduce((sum, line) => sum + line.refused, 0n),
  };
}

function problemOf(
  { settlement: { claim } }: Agreement,
  account: EarnedAccount,
  day: LocalDate,
  delta: bigint,
): Refusal | undefined {
  const { term, participant, window, currency, blockedLines } = account;
  const facts = {
    term,
    partner: participant,
    window: `${formatDate(window.from)}…${formatDate(window.until - 1)}`,
    amount: moneyText({ minor: delta, currency }),
  };
  if (blockedLines > 0)
    return refuse('claim-earning-incomplete', term, { ...facts, lines: String(blockedLines) });
  if (claim.deadlineDays === 'none' || claim.afterDeadline !== 'lapses') return undefined;
  const deadline = window.until - 1 + claim.deadlineDays;
  if (day <= deadline) return undefined;
  return refuse('claim-deadline-passed', term, { ...facts, deadline: formatDate(deadline) });
}

export function partnerOf(
  { beneficiary }: Agreement,
  { participant }: { readonly participant: string },
): string {
  return beneficiary === 'participant' ? participant : beneficiary.partner;
}

type Sending = {
  readonly agreement: Agreement;
  readonly run: Run;
  readonly day: LocalDate;
  readonly actor: Actor;
};

async function send(
  ports: Ports,
  tx: Tx,
  { agreement, run, day, actor }: Sending,
  partner: string,
  currency: string,
  lines: readonly Unnumbered[],
): Promise<StoredClaim> {
  const { settlement, company } = agreement;
  const { answerDays } = (await tx.claims.rule(company, currency)) ?? {};
  const claim: Claim & { readonly run: number } = {
    id: ports.ids.next(),
    reference: `${agreement.id}/${(await sentBefore(tx, agreement.id)) + 1}`,
    claimant: 'us',
    company,
    partner,
    agreement: agreement.id,
    currency,
    sentOn: day,
    dueOn: day + settlement.paymentDays,
    ...(answerDays !== undefined && { answer: { by: day + answerDays, silence: settlement.claim.silence } }),
    run: run.number,
    lines: lines.map((line, index) => ({ ...line, number: index + 1 })),
  };
  await tx.claims.send(claim, { actor: actorText(actor), at: ports.clock.now() });
  await auditDeed(ports, tx, {
    actor,
    action: 'claim.sent',
    object: claim.id,
    body: {
      reference: claim.reference,
      partner,
      agreement: agreement.id,
      day,
      run: run.number,
      amount: moneyText({ minor: claimedMinor(claim), currency }),
    },
  });
  await postClaim(ports, tx, claim, { step: 'sent', day, postings: sentPostings(claim) });
  return { ...claim, lastEvent: 0 };
}

/** How many claims of ours an agreement has. */
async function sentBefore(tx: Tx, agreement: string): Promise<number> {
  const lines = await tx.claims.claimedOn(agreement);
  return new Set(lines.filter(({ claimant }) => claimant === 'us').map(({ claim }) => claim)).size;
}
