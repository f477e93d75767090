import type { LocalDate } from '../../core/calendar/localDate.ts';
import { claimAccountKey } from '../../core/claim/claimKeys.ts';
import { type PaidClaim, paidMoves } from '../../core/claim/paidMoves.ts';
import { receiptReference, receiptSource } from '../../core/claim/receiptReference.ts';
import type { Move } from '../../core/claim/standing.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { joinKey } from '../../core/text/key.ts';
import type { Actor } from '../actor.ts';
import type { RecordedEvent } from '../ports/claimStore.ts';
import type { BookingAccount, Ports, Tx } from '../ports.ts';
import { type LockedClaim, lockedClaim, writeClaimDeed } from './lockedClaim.ts';

/** How many claims of one agreement are read at once. */
const PAGE = 1000;

type Paying = {
  /** What was paid: a payment, a set-off, a deduction; or the claim that was granted after it. */
  readonly by: string;
  readonly day: LocalDate;
  readonly actor: Actor;
};

/**
 * Keeps the claims of partners as the accounts are paid: what is paid of an account is received of what
 * was granted on it, and what is paid no longer is granted and open again. Called after the bookings.
 */
export async function receivePaid(
  ports: Ports,
  tx: Tx,
  accounts: readonly BookingAccount[],
  paying: Paying,
): Promise<void> {
  const byAgreement = Map.groupBy(accounts, ({ agreement }) => agreement);
  for (const [agreement, own] of [...byAgreement].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const claims = await claimsOn(tx, agreement, new Set(own.map(keyOf)));
    if (claims.length === 0) continue;
    const paid = new Map(
      (await tx.bookings.balances(agreement)).flatMap(({ account, minor }) =>
        account.kind === 'paid' ? [[keyOf(account), minor] as const] : [],
      ),
    );
    const moves = new Map<LockedClaim, Move[]>(claims.map((claim) => [claim, []]));
    for (const key of [...new Set(own.map(keyOf))].sort()) {
      const found = paidMoves(
        claims.map((claim) => onAccount(claim, key)),
        paid.get(key) ?? 0n,
      );
      for (const [index, claim] of claims.entries()) moves.get(claim)?.push(...(found[index] ?? []));
    }
    for (const [claim, all] of moves) await write(ports, tx, claim, all, paying);
  }
}

/** The claims of partners on these accounts, locked in the order in which they were recorded; as they were sent. */
async function claimsOn(tx: Tx, agreement: string, keys: ReadonlySet<string>): Promise<LockedClaim[]> {
  const claims: LockedClaim[] = [];
  for (let after: string | undefined; ; ) {
    const filter = { agreement, claimant: 'partner', limit: PAGE, ...(after && { after }) } as const;
    const page = await tx.claims.page(filter);
    for (const claim of page) {
      if (!keysOf(claim).some((key) => keys.has(key))) continue;
      const locked = await lockedClaim(tx, claim.id);
      if (!locked.ok) throw new Error(`Fault: the claim ${claim.id} is gone`);
      claims.push(locked.value);
    }
    after = page.at(-1)?.id;
    if (page.length < PAGE) return claims.sort(bySending);
  }
}

/** By day and reference: whoever came in first on a day is chance. */
function bySending({ claim: a }: LockedClaim, { claim: b }: LockedClaim): number {
  return a.sentOn - b.sentOn || compareTexts(a.reference, b.reference);
}

function keysOf({ lines, company, currency }: LockedClaim['claim']): string[] {
  return lines.map((line) => placeKey(claimAccountKey(line), company, currency));
}

function keyOf({ term, partner: participant, window, company, currency }: BookingAccount): string {
  return placeKey(claimAccountKey({ term, participant, window }), company, currency);
}

function placeKey(account: string, company: string, currency: string): string {
  return joinKey(account, company, currency);
}

function onAccount({ claim, standings, events }: LockedClaim, key: string): PaidClaim {
  const keys = keysOf(claim);
  const own = new Set(claim.lines.flatMap(({ number }, index) => (keys[index] === key ? [number] : [])));
  return {
    standings: standings.filter(({ line }) => own.has(line)),
    byPayment: receivedByPayment(events),
  };
}

function receivedByPayment(events: readonly RecordedEvent[]): ReadonlyMap<number, bigint> {
  const sums = new Map<number, bigint>();
  const own = events.filter(({ reference }) => receiptSource(reference ?? '') === 'payment');
  for (const { kind, moves } of own) {
    for (const { line, minor } of moves) {
      sums.set(line, (sums.get(line) ?? 0n) + (kind === 'received' ? minor : -minor));
    }
  }
  return sums;
}

/** One event for what came and one for what went. */
async function write(
  ports: Ports,
  tx: Tx,
  locked: LockedClaim,
  all: readonly Move[],
  { by, day, actor }: Paying,
): Promise<void> {
  let { claim } = locked;
  for (const kind of ['received', 'returned'] as const) {
    const moves = all.filter(({ to }) => (to.position === 'received') === (kind === 'received'));
    if (moves.length === 0) continue;
    const reference = receiptReference('payment', `${by} ${claim.lastEvent + 1}`);
    ({ claim } = await writeClaimDeed(
      ports,
      tx,
      { ...locked, claim },
      { kind, actor, day, moves, reference },
    ));
  }
}
