import type { Origin } from '../../core/ledger/transfer.ts';
import { allocate } from '../../core/money/allocate.ts';
import { legsOf, type PaymentLeg, shareOfLegs } from '../../core/payment/paymentLegs.ts';
import type { PaymentItem } from '../ports/paymentStore.ts';
import type { SettlementLine } from '../ports/settlementStore.ts';
import type { BookingAccount, NewBooking, Tx } from '../ports.ts';

const LEGS_MAX = 100_000;

/** The booking accounts that items are of, as the settlements stand in the books. Units: minor, with the sign of the items. */
export async function legsOfItems(tx: Tx, items: readonly PaymentItem[]): Promise<readonly PaymentLeg[]> {
  const legs: PaymentLeg[] = [];
  for (const { settlement, minor } of items) {
    const origin = { kind: 'settlement', id: settlement };
    const posted = await tx.ledger.transfers({ origin }, { limit: LEGS_MAX });
    const whole = legsOf(settlement, posted);
    legs.push(
      ...(whole.length === 0
        ? [{ settlement, partner: undefined, subject: undefined, minor }]
        : shareOfLegs(whole, minor)),
    );
  }
  return legs;
}

/**
 * Books what became paid, or is no longer, of the accounts of settlements: of what a settlement states, the
 * share of it that is confirmed now less the share that was. Gives the accounts that changed. Units: minor.
 */
export async function bookPaid(
  tx: Tx,
  items: readonly Pick<PaymentItem, 'settlement' | 'minor'>[],
  deed: { readonly origin: Origin; readonly company: string; readonly at: Date },
): Promise<readonly BookingAccount[]> {
  const changes: Change[] = [];
  for (const { settlement, minor } of items) {
    const stored = await tx.settlements.get(settlement);
    if (stored === undefined) throw new Error(`Fault: the settlement ${settlement} is gone`);
    // What is paid ahead is paid of an account once it is set off.
    if (stored.isAdvance) continue;
    const owed = abs(stored.grossMinor) - abs(stored.withheldMinor);
    const confirmed = await tx.payments.confirmedOf(settlement);
    const lines = await tx.settlements.linesOf(settlement);
    const after = statedShare(lines, confirmed, owed);
    const before = statedShare(lines, confirmed - minor, owed);
    for (const [key, { line, minor: now }] of after) {
      const delta = now - (before.get(key)?.minor ?? 0n);
      if (delta !== 0n) changes.push({ line, delta });
    }
  }
  return book(tx, changes, deed);
}

/**
 * Books that a settlement is given in goods: with its document all of it is paid, with the one that takes it back no
 * longer. Gives the accounts that changed.
 */
export function bookGiven(
  tx: Tx,
  lines: readonly SettlementLine[],
  deed: { readonly origin: Origin; readonly company: string; readonly at: Date },
): Promise<readonly BookingAccount[]> {
  return book(
    tx,
    lines.map((line) => ({ line, delta: line.statedMinor })),
    deed,
  );
}

type Change = { readonly line: SettlementLine; readonly delta: bigint };
type Stated = ReadonlyMap<string, { readonly line: SettlementLine; readonly minor: bigint }>;

/** What of each account of a settlement is paid when so much of what it owes is. */
function statedShare(lines: readonly SettlementLine[], paid: bigint, owed: bigint): Stated {
  const byAccount = [
    ...Map.groupBy(
      lines.filter(({ lapse }) => lapse === undefined),
      keyOf,
    ),
  ];
  const sums = byAccount.map(([key, own]) => ({
    key,
    weight: own.reduce((sum, { statedMinor }) => sum + statedMinor, 0n),
  }));
  const stated = sums.reduce((sum, { weight }) => sum + weight, 0n);
  const shares = allocate(paid === owed ? stated : (stated * paid) / owed, sums) ?? sums.map(() => 0n);
  return new Map(
    byAccount.map(([key, own], index) => [
      key,
      { line: own[0] as SettlementLine, minor: shares[index] ?? 0n },
    ]),
  );
}

function keyOf({ account }: SettlementLine): string {
  const { agreement, term, participant, window, currency } = account;
  return JSON.stringify([agreement, term, participant, window.from, window.until, currency]);
}

async function book(
  tx: Tx,
  changes: readonly Change[],
  { origin, company, at }: { readonly origin: Origin; readonly company: string; readonly at: Date },
): Promise<readonly BookingAccount[]> {
  const booked: BookingAccount[] = [];
  const byAgreement = Map.groupBy(changes, ({ line }) => line.account.agreement);
  for (const [agreement, own] of [...byAgreement].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const balances = await tx.bookings.balances(agreement);
    const byAccount = Map.groupBy(own, ({ line }) => keyOf(line));
    const bookings = [...byAccount.values()].flatMap((parts): NewBooking[] => {
      const { term, participant, window, currency } = (parts[0] as Change).line.account;
      const account = {
        agreement,
        term,
        partner: participant,
        window,
        currency,
        kind: 'paid',
        company,
      } as const;
      const deltaMinor = parts.reduce((sum, { delta }) => sum + delta, 0n);
      const last = balances.find(
        ({ account: one }) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(account)),
      );
      return deltaMinor === 0n
        ? []
        : [{ account, number: (last?.lastNumber ?? 0) + 1, deltaMinor, causes: [] }];
    });
    await tx.bookings.post(bookings, { deed: origin }, at);
    booked.push(...bookings.map(({ account }) => account));
  }
  return booked;
}

function sorted(account: NewBooking['account']): readonly (string | number)[] {
  const { agreement, term, partner, window, currency, kind, company } = account;
  return [agreement, term, partner, window.from, window.until, currency, kind, company];
}

function abs(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}
