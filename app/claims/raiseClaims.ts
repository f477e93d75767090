import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Claim, ClaimLine } from '../../core/claim/claim.ts';
import { type ClaimedBefore, claimDelta, claimLinesOf } from '../../core/claim/claimDelta.ts';
import { claimAccountKey } from '../../core/claim/claimKeys.ts';
import { sentPostings } from '../../core/claim/claimPostings.ts';
import { accountFacts, lateClaim } from '../../core/claim/lateClaim.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { accountKey } from '../calculation/accountKey.ts';
import type { ClaimedLine, StoredClaim } from '../ports/claimStore.ts';
import type { TakenOverState } from '../ports/cutOverStore.ts';
import type { Ports, Run, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { type EarnedAccount, earnedAccounts, inputsOfRun } from './earnedAccounts.ts';
import { keepLeftOut } from './leftOut.ts';
import { postClaim } from './postClaim.ts';
import { claimsAmong, sendClaim } from './sendClaim.ts';

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
 * are over: a claim for each partner that it is settled with, a line for each transaction. What it claims of an
 * account again names the claim that it changes. Run again, it claims nothing. Why something is not claimed is kept, for
 * whoever asks later.
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
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    // Settlements of its company wait meanwhile: they would let lapse what is claimed here.
    await tx.company.lock(stored.agreement.company);
    // Of two at once the second one waits here, and finds what the first one claimed.
    await tx.runs.lock(code);
    if (rule !== 'weClaim') {
      return refused(refuse('claim-not-ours', 'agreement', { id: code, claimRule: rule }));
    }
    const run = await tx.runs.last(code);
    if (run === undefined) return refused(refuse('claim-not-calculated', 'agreement', { id: code }));
    const { lines, skipped, before } = await toClaim(tx, stored, run, day);
    await keepLeftOut(ports, tx, { agreement: code, day, actor }, skipped);
    const claims: StoredClaim[] = [];
    for (const [key, own] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [partner = '', currency = ''] = JSON.parse(key) as string[];
      const number = claimsAmong(before, 'us') + claims.length + 1;
      const sending = { agreement: stored.agreement, run, day, actor, number, before };
      claims.push(await send(ports, tx, sending, { partner, currency, lines: own }));
    }
    return accept({ claims, skipped: [...skipped.values()] });
  });
}

/** A claim that would be raised: what it would claim from whom, on how many lines. */
export type ClaimToRaise = {
  readonly partner: string;
  readonly currency: string;
  readonly minor: bigint;
  readonly lines: number;
};

/**
 * What `raiseClaims` would claim, and what it would leave out; nothing is written.
 * Refuses: agreement-not-found, claim-not-ours (rule), claim-not-calculated.
 */
export function previewRaising(
  ports: Ports,
  tenant: TenantId,
  { agreement: code, ...asked }: Omit<Raising, 'actor'>,
): Promise<Result<{ readonly claims: readonly ClaimToRaise[]; readonly skipped: readonly Refusal[] }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const stored = await tx.agreements.knownAt(code, await tx.batches.last());
    if (stored === undefined) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
    const { rule } = stored.agreement.settlement.claim;
    if (rule !== 'weClaim')
      return refused(refuse('claim-not-ours', 'agreement', { id: code, claimRule: rule }));
    const run = await tx.runs.last(code);
    if (run === undefined) return refused(refuse('claim-not-calculated', 'agreement', { id: code }));
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    const { lines, skipped } = await toClaim(tx, stored, run, day);
    const claims = [...lines].map(([key, own]) => {
      const [partner = '', currency = ''] = JSON.parse(key) as string[];
      return { partner, currency, minor: own.reduce((sum, { minor }) => sum + minor, 0n), lines: own.length };
    });
    return accept({ claims, skipped: [...skipped.values()] });
  });
}

type Unnumbered = Omit<ClaimLine, 'number'>;

type ToClaim = {
  /** By partner and currency. */
  readonly lines: ReadonlyMap<string, readonly Unnumbered[]>;
  /** By account. */
  readonly skipped: ReadonlyMap<string, Refusal>;
  /** What was claimed on the agreement before. */
  readonly before: readonly ClaimedLine[];
};

async function toClaim(
  tx: Tx,
  { code, agreement }: StoredAgreement,
  run: Run,
  day: LocalDate,
): Promise<ToClaim> {
  const inputs = await inputsOfRun(tx, agreement, run);
  const before = await tx.claims.claimedOn(code);
  const byAccount = Map.groupBy(before, claimAccountKey);
  const elsewhere = await settledElsewhere(tx, code, inputs.takenOver);
  const lines = new Map<string, Unnumbered[]>();
  const skipped = new Map<string, Refusal>();
  for (const account of earnedAccounts(inputs)) {
    if (!isOver(agreement, account, day)) continue;
    const claimed = byAccount.get(claimAccountKey(account)) ?? [];
    const place = accountKey({ ...account, partner: account.participant });
    const settled = elsewhere.get(place) ?? 0n;
    const delta = claimDelta(account.earned, claimedBefore(claimed, settled));
    if (delta === 0n) continue;
    const problem = problemOf(agreement, account, day, delta);
    if (problem !== undefined) {
      skipped.set(place, problem);
      continue;
    }
    const shares = claimed.flatMap(({ transaction, product, minor }) =>
      transaction === undefined ? [] : [{ transaction, ...(product && { product }), minor }],
    );
    const key = JSON.stringify([partnerOf(agreement, account), account.currency]);
    const found = claimLinesOf(account, delta, account.shares, shares);
    lines.set(key, [...(lines.get(key) ?? []), ...found]);
  }
  return { lines, skipped, before };
}

/** A window is claimed when it is over, and as many days after it as the agreement says. */
function isOver({ settlement: { asOf } }: Agreement, { window }: EarnedAccount, day: LocalDate): boolean {
  const after = asOf === 'windowEnd' ? 0 : asOf.daysAfter;
  return day >= window.until - 1 + after;
}

/**
 * What of each account is settled by no claim of ours: on documents under earlier terms, lapsed, or settled or
 * claimed before the cut-over.
 */
async function settledElsewhere(
  tx: Tx,
  code: string,
  takenOver: TakenOverState | undefined,
): Promise<ReadonlyMap<string, bigint>> {
  const opened = (takenOver?.openings ?? []).map(
    ({ balances, ...account }) => [accountKey(account), balances.settled + balances.openClaims] as const,
  );
  const records = await tx.settlements.recordsOf(code);
  const recorded = records.map(({ account, documented, lapsed }) => {
    const amounts = [...documented.values(), ...Object.values(lapsed)];
    const minor = amounts.reduce((sum, amount) => sum + amount, 0n);
    return [accountKey({ ...account, partner: account.participant }), minor] as const;
  });
  const sums = new Map<string, bigint>();
  for (const [key, minor] of [...opened, ...recorded]) sums.set(key, (sums.get(key) ?? 0n) + minor);
  return sums;
}

function claimedBefore(lines: readonly ClaimedLine[], settled: bigint): ClaimedBefore {
  return {
    gross: lines.reduce((sum, { minor }) => sum + minor, settled),
    refused: lines.reduce((sum, line) => sum + line.refused, 0n),
  };
}

function problemOf(
  { settlement: { claim } }: Agreement,
  account: EarnedAccount,
  day: LocalDate,
  minor: bigint,
): Refusal | undefined {
  const { term, currency, blockedLines } = account;
  if (blockedLines === 0) return lateClaim(claim, { ...account, minor }, { day, at: term });
  const facts = { ...accountFacts(account), amount: moneyText({ minor, currency }) };
  return refuse('claim-earning-incomplete', term, { ...facts, lines: String(blockedLines) });
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
  readonly number: number;
  readonly before: readonly ClaimedLine[];
};

async function send(
  ports: Ports,
  tx: Tx,
  { agreement, run, day, actor, number, before }: Sending,
  {
    partner,
    currency,
    lines,
  }: Pick<Claim, 'partner' | 'currency'> & { readonly lines: readonly Unnumbered[] },
): Promise<StoredClaim> {
  const { settlement, company } = agreement;
  const { answerDays } = (await tx.claims.rule(company, currency)) ?? {};
  const changes = changedBy(lines, before);
  const claim = await sendClaim(
    ports,
    tx,
    {
      id: ports.ids.next(),
      reference: `${agreement.id}/${number}`,
      claimant: 'us',
      company,
      partner,
      agreement: agreement.id,
      currency,
      sentOn: day,
      dueOn: day + settlement.paymentDays,
      ...(answerDays !== undefined && {
        answer: { by: day + answerDays, silence: settlement.claim.silence },
      }),
      ...(changes !== undefined && { changes }),
      run: run.number,
      lines: lines.map((line, index) => ({ ...line, number: index + 1 })),
    },
    { number, actor },
  );
  await postClaim(ports, tx, claim, { step: 'sent', day, postings: sentPostings(claim) });
  return claim;
}

/** The last claim of ours on one of the accounts; claims come in the order in which they were sent. */
function changedBy(lines: readonly Unnumbered[], before: readonly ClaimedLine[]): string | undefined {
  const accounts = new Set(lines.map(claimAccountKey));
  return before.findLast((line) => line.claimant === 'us' && accounts.has(claimAccountKey(line)))?.claim;
}
