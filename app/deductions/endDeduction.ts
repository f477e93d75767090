import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { receiptMoves } from '../../core/claim/claimDeeds.ts';
import { latestApproval, openWriteOff } from '../../core/claim/claimEvent.ts';
import { type DeductionEnd, endPart } from '../../core/claim/deduction.ts';
import { receiptReference } from '../../core/claim/receiptReference.ts';
import type { Move } from '../../core/claim/standing.ts';
import { approvedBy, missingLevels, type WriteOffApproval } from '../../core/claim/writeOffApproval.ts';
import { type Transfer, transferred } from '../../core/ledger/transfer.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { moneyText } from '../../core/money/money.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { passedBetween } from '../calculation/companyTransfers.ts';
import { lockedClaim, writeClaimDeed } from '../claims/lockedClaim.ts';
import { partnerOf } from '../claims/raiseClaims.ts';
import { receivePaid } from '../claims/receivePaid.ts';
import { writeOffAsked } from '../claims/writeOffLevels.ts';
import { isUuid } from '../isUuid.ts';
import { postTransfers } from '../ledger/postTransfers.ts';
import type { DeductionEvent } from '../ports/deductionStore.ts';
import type { BookingAccount, NewBooking, Ports, TenantId, Tx } from '../ports.ts';
import { keyOf } from '../settlement/settleableAgreement.ts';
import { wholeOrNothing } from '../wholeOrNothing.ts';
import { type ShownDeduction, shownDeduction } from './registerDeduction.ts';
import { keptBackSettlement, matchTransfers } from './settlementMatch.ts';

/** An account that a part of a deduction is matched to. */
export type MatchedAccount = {
  readonly agreement: string;
  readonly term: string;
  readonly participant: string;
  readonly window: Window;
};

export type EndingPart = {
  readonly deduction: string;
  readonly amount: Decimal;
  readonly day?: LocalDate;
  readonly note?: string;
  readonly actor: Actor;
} & (
  | { readonly end: 'matched'; readonly claim: string }
  | { readonly end: 'matched'; readonly account: MatchedAccount }
  | { readonly end: 'matched'; readonly settlement: string }
  | { readonly end: 'denied' }
);

/**
 * Says what a part of a deduction was: what we owed anyway (a claim of the partner, what an account has earned and
 * nobody has settled yet, or a document of ours that nobody has paid), or nothing that we owe. What is matched is
 * settled and paid at once; what is on a document is settled already, and paid.
 * Refuses: deduction-not-found, claim-amount-invalid, claim-amount-not-positive, deduction-beyond,
 * claim-not-found, deduction-claim-differs, deduction-account-differs, claim-receipt-beyond, agreement-not-found,
 * deduction-beyond-earning (available, asked), those of keptBackSettlement.
 */
export function endDeductionPart(
  ports: Ports,
  tenant: TenantId,
  asked: EndingPart,
): Promise<Result<ShownDeduction>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const opened = await openPart(tx, asked, asked.end);
    if (!opened.ok) return opened;
    const { shown, minor } = opened.value;
    // Runs of its company wait meanwhile: they would count the account as it stood.
    await tx.company.lock(shown.deduction.company);
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    const step = { day, actor: asked.actor, minor, shown };
    const { deduction } = shown;
    if ('settlement' in asked) {
      const document = await keptBackSettlement(tx, deduction, { id: asked.settlement, minor });
      if (!document.ok) return document;
      const event = { kind: asked.end, settlement: asked.settlement } as const;
      const number = await writeEvent(ports, tx, { ...step, note: asked.note }, event);
      const part = { deduction, number, minor, day, actor: asked.actor };
      await postAll(ports, tx, await matchTransfers(ports, tx, document.value, part));
      return accept(await shownDeduction(tx, asked.deduction));
    }
    const settled =
      'claim' in asked
        ? await laidAgainstClaim(ports, tx, asked.claim, step)
        : 'account' in asked
          ? accept([{ account: asked.account, minor }])
          : accept([]);
    if (!settled.ok) return settled;
    const bookings = await bookingsOf(tx, shown, settled.value);
    if (!bookings.ok) return bookings;
    const account = 'account' in asked ? asked.account : undefined;
    const event = {
      kind: asked.end,
      ...('claim' in asked && { claim: asked.claim }),
      ...(account && {
        account: { ...withoutWindow(account), from: account.window.from, until: account.window.until },
      }),
    };
    const number = await writeEvent(ports, tx, { ...step, note: asked.note }, event);
    await post(ports, tx, shown, { number, day, settled: settled.value, bookings: bookings.value });
    const paid = bookings.value.flatMap(({ account: one }) => (one.kind === 'paid' ? [one] : []));
    await receivePaid(ports, tx, paid, { by: `deduction ${asked.deduction}`, day, actor: asked.actor });
    return accept(await shownDeduction(tx, asked.deduction));
  });
}

export type WriteOffOfDeduction = {
  readonly deduction: string;
  readonly day?: LocalDate;
  readonly note?: string;
  readonly actor: Actor;
} & (
  | { readonly step: 'ask'; readonly amount: Decimal }
  | { readonly step: 'approved' }
  | { readonly step: 'rejected' }
);

/**
 * Gives a part of a deduction up, by who asks and as many other persons as it needs levels, within the limit of the company's rules.
 * Refuses: person-needed, deduction-not-found, claim-amount-invalid, claim-amount-not-positive, deduction-beyond,
 * claim-write-off-asked, claim-write-off-not-asked, claim-write-off-own, claim-write-off-beyond,
 * those of withinGrant and of approvedBy.
 */
export function writeOffDeduction(
  ports: Ports,
  tenant: TenantId,
  asked: WriteOffOfDeduction,
): Promise<Result<ShownDeduction>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { deduction: id, actor, note } = asked;
    const found = await locked(tx, id);
    if (!found.ok) return found;
    const waiting = openWriteOff(found.value.events);
    const { reference, company, currency } = found.value.deduction;
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    if (asked.step === 'ask' && waiting !== undefined)
      return refused(refuse('claim-write-off-asked', 'deduction', { reference }));
    if (asked.step !== 'ask') {
      const person = personOf(actor);
      if (!person.ok) return person;
      if (waiting === undefined)
        return refused(refuse('claim-write-off-not-asked', 'deduction', { reference }));
      if (waiting.actor === actorText(actor)) return refused(refuse('claim-write-off-own', 'actor'));
    }
    const part =
      asked.step === 'ask'
        ? await openPart(tx, { deduction: id, amount: asked.amount }, 'writtenOff')
        : accept({ shown: found.value, minor: waiting?.minor ?? 0n });
    if (!part.ok) return part;
    const { minor, shown } = part.value;
    const step = { day, actor, minor, shown, note };
    if (asked.step === 'rejected') {
      await writeEvent(ports, tx, step, { kind: 'writeOffRejected' });
      return accept(await shownDeduction(tx, id));
    }
    const limit = (await tx.claims.rule(company, currency))?.writeOffMinor ?? 0n;
    const text = (amount: bigint) => moneyText({ minor: amount, currency });
    if (minor > limit)
      return refused(refuse('claim-write-off-beyond', 'amount', { amount: text(minor), limit: text(limit) }));
    const approval = await approvalOf(tx, asked, shown, minor);
    if (!approval.ok) return approval;
    const still = endPart(shown.standing, { end: 'writtenOff', minor }, currency);
    if (!still.ok) return still;
    const isMissing = missingLevels(approval.value).length > 0;
    const kind = asked.step === 'ask' ? 'writeOffAsked' : isMissing ? 'writeOffApproved' : 'writtenOff';
    const number = await writeEvent(ports, tx, step, { kind, approval: approval.value });
    if (kind === 'writtenOff') await postWriteOff(ports, tx, shown, { number, day, minor });
    return accept(await shownDeduction(tx, id));
  });
}

/** What the write-off needs, with what is given now. Refuses: person-needed, those of withinGrant and of approvedBy. */
async function approvalOf(
  tx: Tx,
  { step, actor }: Pick<WriteOffOfDeduction, 'step' | 'actor'>,
  { deduction, events }: ShownDeduction,
  minor: bigint,
): Promise<Result<WriteOffApproval>> {
  const { company, currency } = deduction;
  if (step === 'ask') return accept(await writeOffAsked(tx, { ...deduction, minor }, actor));
  const deed = { scope: 'claims:approve', company, amount: { minor, currency } } as const;
  const reaches = await withinGrant(tx, actor, deed);
  if (!reaches.ok) return reaches;
  const person = personOf(actor);
  if (!person.ok) return person;
  const before = latestApproval(events);
  if (before === undefined)
    throw new Error(`Fault: nothing says who approves a write-off of ${deduction.id}`);
  return approvedBy(before, { actor: actorText(actor), person: person.value });
}

async function locked(tx: Tx, id: string): Promise<Result<ShownDeduction>> {
  const deduction = isUuid(id) ? await tx.deductions.lock(id) : undefined;
  if (deduction === undefined) return refused(refuse('deduction-not-found', 'id', { id }));
  return accept(await shownDeduction(tx, id));
}

type OpenPart = { readonly shown: ShownDeduction; readonly minor: bigint };

async function openPart(
  tx: Tx,
  { deduction: id, amount }: { readonly deduction: string; readonly amount: Decimal },
  end: DeductionEnd,
): Promise<Result<OpenPart>> {
  const found = await locked(tx, id);
  if (!found.ok) return found;
  const { currency } = found.value.deduction;
  const minor = minorOf(amount, currency);
  if (minor === undefined)
    return refused(refuse('claim-amount-invalid', 'amount', { amount: formatDecimal(amount), currency }));
  const part = endPart(found.value.standing, { end, minor }, currency);
  return part.ok ? accept({ shown: found.value, minor }) : part;
}

type Step = OpenPart & { readonly day: LocalDate; readonly actor: Actor; readonly note?: string | undefined };
type Settled = { readonly account: MatchedAccount; readonly minor: bigint };

/** The partner has taken what it claimed: the claim is received, line by line, and so are its accounts. */
async function laidAgainstClaim(
  ports: Ports,
  tx: Tx,
  id: string,
  { shown: { deduction, events }, minor, day, actor }: Step,
): Promise<Result<readonly Settled[]>> {
  const found = await lockedClaim(tx, id);
  if (!found.ok) return found;
  const { claim, standings } = found.value;
  const isSame =
    claim.claimant === 'partner' &&
    claim.partner === deduction.partner &&
    claim.company === deduction.company &&
    claim.currency === deduction.currency;
  if (!isSame) return refused(refuse('deduction-claim-differs', 'claim', { reference: claim.reference }));
  const moves = receiptMoves(claim, standings, minor);
  if (!moves.ok) return moves;
  const reference = receiptReference('deduction', `${deduction.reference} ${events.length + 1}`);
  await writeClaimDeed(ports, tx, found.value, {
    kind: 'received',
    actor,
    day,
    moves: moves.value,
    reference,
  });
  return accept(
    claim.lines.flatMap(({ number, term, participant, window }) => {
      const came = received(moves.value, number);
      const account = { agreement: claim.agreement, term, participant, window };
      return came === 0n ? [] : [{ account, minor: came }];
    }),
  );
}

function received(moves: readonly Move[], line: number): bigint {
  return moves.reduce((sum, move) => (move.line === line ? sum + move.minor : sum), 0n);
}

/** Settled and paid on each account, and never more than it has earned and nobody has settled or is about to. */
async function bookingsOf(
  tx: Tx,
  { deduction }: ShownDeduction,
  settled: readonly Settled[],
): Promise<Result<readonly NewBooking[]>> {
  const bookings: NewBooking[] = [];
  const { company, currency } = deduction;
  for (const [agreement, own] of Map.groupBy(settled, ({ account }) => account.agreement)) {
    const stored = await tx.agreements.knownAt(agreement, await tx.batches.last());
    if (stored?.agreement.direction !== 'customerRebate')
      return refused(refuse('agreement-not-found', 'account.agreement', { id: agreement }));
    const other = own.find(({ account }) => partnerOf(stored.agreement, account) !== deduction.partner);
    if (other !== undefined || stored.agreement.company !== company) {
      const facts = { id: agreement, participant: (other ?? own[0])?.account.participant ?? '' };
      return refused(refuse('deduction-account-differs', 'account', facts));
    }
    const documented = await documentedOf(tx, agreement);
    const balances = await tx.bookings.balances(agreement);
    const bookingKey = (account: BookingAccount) =>
      `${account.kind} ${account.company} ${accountKey(account)}`;
    const known = new Map(balances.map((balance) => [bookingKey(balance.account), balance]));
    for (const { account, minor } of summed(own)) {
      const { term, participant: partner, window } = account;
      const about = { agreement, term, partner, window, currency };
      const earned = known.get(bookingKey({ ...about, kind: 'earned', company: '' }))?.minor ?? 0n;
      const settledBefore = known.get(bookingKey({ ...about, kind: 'settled', company }))?.minor ?? 0n;
      const onRecord = documented.get(keyOf({ ...account, currency })) ?? 0n;
      const before = settledBefore > onRecord ? settledBefore : onRecord;
      const text = (amount: bigint) => moneyText({ minor: amount, currency });
      if (minor > earned - before) {
        const facts = { available: text(earned - before), asked: text(minor), term };
        return refused(refuse('deduction-beyond-earning', 'amount', facts));
      }
      for (const kind of ['settled', 'paid'] as const) {
        const to: BookingAccount = { ...about, kind, company };
        const number = (known.get(bookingKey(to))?.lastNumber ?? 0) + 1;
        bookings.push({ account: to, number, deltaMinor: minor, causes: [] });
      }
    }
  }
  return accept(bookings);
}

/** What stands on documents of each account, those that are only proposed among them, has lapsed or was kept back. */
async function documentedOf(tx: Tx, agreement: string): Promise<ReadonlyMap<string, bigint>> {
  const records = await tx.settlements.recordsOf(agreement);
  return new Map(
    records.map(({ account, documented, lapsed, keptBack }) => [
      keyOf(account),
      [...documented.values(), ...Object.values(lapsed)].reduce((sum, minor) => sum + minor, keptBack),
    ]),
  );
}

function summed(settled: readonly Settled[]): Settled[] {
  const sums = new Map<string, Settled>();
  for (const { account, minor } of settled) {
    const key = JSON.stringify(account);
    sums.set(key, { account, minor: (sums.get(key)?.minor ?? 0n) + minor });
  }
  return [...sums.values()].filter(({ minor }) => minor !== 0n);
}

async function writeEvent(
  ports: Ports,
  tx: Tx,
  { shown: { deduction }, day, actor, minor, note }: Step,
  event: Pick<DeductionEvent, 'kind' | 'claim' | 'settlement' | 'account' | 'approval'>,
): Promise<number> {
  const number = await tx.deductions.write(deduction.id, {
    ...event,
    day,
    minor,
    actor: actorText(actor),
    at: ports.clock.now(),
    ...(note !== undefined && { note }),
  });
  const body = {
    number,
    day,
    amount: String(minor),
    claim: event.claim ?? null,
    settlement: event.settlement ?? null,
    account: event.account ?? null,
    ...(event.approval && { missing: [...missingLevels(event.approval)] }),
  };
  await auditDeed(ports, tx, { actor, action: `deduction.${event.kind}`, object: deduction.id, body });
  return number;
}

type Posting = {
  readonly number: number;
  readonly day: LocalDate;
  readonly settled: readonly Settled[];
  readonly bookings: readonly NewBooking[];
};

/** What the partner kept back was owed: the liability is gone, and so is what the partner owed. */
async function post(
  ports: Ports,
  tx: Tx,
  { deduction }: ShownDeduction,
  { number, day, settled, bookings }: Posting,
): Promise<void> {
  const at = ports.clock.now();
  const origin = { kind: 'deduction', id: deduction.id };
  await tx.bookings.post(bookings, { deed: origin }, at);
  const transfers = summed(settled).flatMap(({ account, minor }): Transfer[] => {
    const { agreement, term, participant, window } = account;
    return transferred(
      minor,
      { debit: 'accruedLiability', credit: 'partnerReceivable' },
      {
        company: deduction.company,
        currency: deduction.currency,
        event: 'deduct',
        effectiveOn: day,
        partner: participant,
        subject: { agreement, term, window },
        origin,
        leg: `${number} ${agreement} ${term} ${participant} ${formatDate(window.from)}`,
      },
    );
  });
  const about = { effectiveOn: day, origin, leg: `between ${number}` };
  await postAll(ports, tx, [...transfers, ...(await passedBetween(tx, transfers, about))]);
}

async function postWriteOff(
  ports: Ports,
  tx: Tx,
  { deduction }: ShownDeduction,
  { number, day, minor }: { readonly number: number; readonly day: LocalDate; readonly minor: bigint },
): Promise<void> {
  const { company, currency, partner, id } = deduction;
  const sides = { debit: 'writtenOff', credit: 'partnerReceivable' } as const;
  const about = { company, currency, partner, event: 'writeOff', effectiveOn: day } as const;
  const transfers = transferred(minor, sides, {
    ...about,
    origin: { kind: 'deduction', id },
    leg: String(number),
  });
  await postAll(ports, tx, transfers);
}

async function postAll(ports: Ports, tx: Tx, transfers: readonly Transfer[]): Promise<void> {
  if (transfers.length === 0) return;
  const [day, batch] = [await businessDay(tx, ports.clock), await tx.batches.last()];
  await postTransfers(tx, transfers, { day, at: ports.clock.now(), batch });
}

function withoutWindow({ agreement, term, participant }: MatchedAccount) {
  return { agreement, term, participant };
}
