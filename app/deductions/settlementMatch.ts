import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { moneyText } from '../../core/money/money.ts';
import { legsOf, legTransfers, shareOfLegs } from '../../core/payment/paymentLegs.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { receivePaid } from '../claims/receivePaid.ts';
import { isUuid } from '../isUuid.ts';
import { bookPaid } from '../payments/paymentBooks.ts';
import type { Deduction } from '../ports/deductionStore.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { notInPayment } from '../settlement/notInPayment.ts';

const LEGS_MAX = 100_000;

/** A part of a deduction on a document: below zero it is open again. Units: minor. */
type MatchedPart = {
  readonly deduction: Deduction;
  readonly number: number;
  readonly minor: bigint;
  readonly day: LocalDate;
  readonly actor: Actor;
};

/**
 * The document of ours that a partner has kept the money of back, locked; runs and payments of it wait.
 * Refuses: settlement-not-found, deduction-settlement-differs, deduction-settlement-not-open, settlement-in-payment,
 * deduction-beyond-settlement (open, asked).
 */
export async function keptBackSettlement(
  tx: Tx,
  deduction: Deduction,
  { id, minor }: { readonly id: string; readonly minor: bigint },
): Promise<Result<StoredSettlement>> {
  const settlement = isUuid(id) ? await tx.settlements.lock(id) : undefined;
  if (settlement === undefined) return refused(refuse('settlement-not-found', 'id', { id }));
  const { company, partner, currency } = deduction;
  const isSame =
    settlement.company === company && settlement.beneficiary === partner && settlement.currency === currency;
  if (!isSame) return refused(refuse('deduction-settlement-differs', 'settlement', { settlement: id }));
  const isTakenBack = await tx.settlements.isBeingCancelled(id);
  if (!isOwed(settlement) || isTakenBack) {
    const facts = { settlement: id, state: settlement.state };
    return refused(refuse('deduction-settlement-not-open', 'settlement', facts));
  }
  const free = await notInPayment(tx, id);
  if (!free.ok) return free;
  const open = owedOf(settlement) - (await tx.payments.confirmedOf(id));
  if (minor <= open) return accept(settlement);
  const text = (amount: bigint) => moneyText({ minor: amount, currency });
  return refused(refuse('deduction-beyond-settlement', 'amount', { open: text(open), asked: text(minor) }));
}

/** What we owe money for by a document that was issued; an advance was never owed before it was asked for. */
function isOwed({ state, side, kind, method, cancels, isAdvance, grossMinor }: StoredSettlement): boolean {
  const isMoney = method !== 'goods' && kind !== 'lapse' && !isAdvance && cancels === undefined;
  return state === 'issued' && isMoney && (side === 'payable') === grossMinor > 0n;
}

function owedOf({ grossMinor, withheldMinor }: StoredSettlement): bigint {
  const abs = (minor: bigint) => (minor < 0n ? -minor : minor);
  return abs(grossMinor) - abs(withheldMinor);
}

/**
 * What was matched to a document is paid of its accounts without money: the payable goes against what the partner
 * owes. Called after the event of the match is written; the transfers are posted by the caller.
 */
export async function matchTransfers(
  ports: Ports,
  tx: Tx,
  { id, company, currency }: Pick<StoredSettlement, 'id' | 'company' | 'currency'>,
  { deduction, number, minor, day, actor }: MatchedPart,
): Promise<readonly Transfer[]> {
  const origin = { kind: 'deduction', id: deduction.id };
  const booked = await bookPaid(tx, [{ settlement: id, minor }], {
    ...{ origin, company, at: ports.clock.now() },
  });
  await receivePaid(ports, tx, booked, { by: `deduction ${deduction.id}`, day, actor });
  const posted = await tx.ledger.transfers({ origin: { kind: 'settlement', id } }, { limit: LEGS_MAX });
  const sides = { debit: 'partnerPayable', credit: 'partnerReceivable' } as const;
  const about = { event: 'deduct', company, partner: deduction.partner, currency, day, origin } as const;
  return legTransfers(shareOfLegs(legsOf(id, posted), minor), sides, { ...about, leg: String(number) });
}

/** What was matched to a document that is taken back is open on its deductions again. */
export async function takeBackMatches(
  ports: Ports,
  tx: Tx,
  settlement: StoredSettlement,
  { day, actor }: { readonly day: LocalDate; readonly actor: Actor },
): Promise<readonly Transfer[]> {
  const transfers: Transfer[] = [];
  for (const { deduction: id, minor } of await tx.deductions.matchedTo(settlement.id)) {
    const deduction = await tx.deductions.lock(id);
    if (deduction === undefined) throw new Error(`Fault: the deduction ${id} is gone`);
    const event = { kind: 'matched', settlement: settlement.id, day, minor: -minor } as const;
    const said = { ...event, actor: actorText(actor), at: ports.clock.now() };
    const number = await tx.deductions.write(id, said);
    const body = { number, day, amount: String(-minor), settlement: settlement.id };
    await auditDeed(ports, tx, { actor, action: 'deduction.matched', object: id, body });
    const part = { deduction, number, minor: -minor, day, actor };
    transfers.push(...(await matchTransfers(ports, tx, settlement, part)));
  }
  return transfers;
}
