import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { legsOf, legTransfers, shareOfLegs } from '../../core/payment/paymentLegs.ts';
import { type OpenDocument, type SetOff, setOffs } from '../../core/settlement/setOff.ts';
import type { Actor } from '../actor.ts';
import { receivePaid } from '../claims/receivePaid.ts';
import { bookPaid } from '../payments/paymentBooks.ts';
import type { SettlementOffset, StoredSettlement } from '../ports/settlementStore.ts';
import type { Ports, Tx } from '../ports.ts';

/** Which of two documents is what we owe. */
type Pair = Pick<SettlementOffset, 'settlement' | 'against' | 'minor'>;

type Deed = { readonly day: LocalDate; readonly actor: Actor };

const LEGS_MAX = 100_000;

/** What a settlement that is to be issued is set off against; what takes another one back is not. */
export async function setOffOf(tx: Tx, settlement: StoredSettlement): Promise<readonly SetOff[]> {
  const { id, company, beneficiary, currency, side, method, grossMinor, withheldMinor } = settlement;
  if (settlement.cancels !== undefined || settlement.reason === 'clawBack') return [];
  if (settlement.kind === 'lapse' || method === 'goods' || method === 'deduction') return [];
  const place = { company, partner: beneficiary, currency };
  const isOwed = side === 'payable' && settlement.reason !== 'advance';
  if (side === 'payable' && !isOwed) return [];
  const others = isOwed ? await tx.settlements.openAgainst(place) : await openPayables(tx, place);
  const document = {
    ...{ settlement: id, number: '', isAdvance: false },
    openMinor: grossMinor - withheldMinor,
    agreements: await agreementsOf(tx, id),
  };
  const open: OpenDocument[] = [];
  for (const other of others) {
    open.push({ ...other, agreements: await agreementsOf(tx, other.settlement) });
  }
  return setOffs(document, open);
}

async function openPayables(
  tx: Tx,
  place: { readonly company: string; readonly partner: string; readonly currency: string },
): Promise<readonly Omit<OpenDocument, 'agreements'>[]> {
  const payables = (await tx.settlements.openPayables(place)).filter(({ isAdvance }) => !isAdvance);
  const paid = await tx.payments.paidOf(payables.map(({ settlement }) => settlement));
  return payables.map(({ settlement, number, minor }) => ({
    ...{ settlement, number, isAdvance: false },
    openMinor: minor - (paid.get(settlement)?.minor ?? 0n),
  }));
}

async function agreementsOf(tx: Tx, settlement: string): Promise<OpenDocument['agreements']> {
  const lines = await tx.settlements.linesOf(settlement);
  const codes = [...new Set(lines.map(({ account }) => account.agreement))];
  const stored = await tx.agreements.someKnownAt(codes, await tx.batches.last());
  const named = new Map(stored.map(({ code, agreement }) => [code, nettingOf(agreement)]));
  return new Map(codes.map((code) => [code, named.get(code) ?? 'none']));
}

function nettingOf({ settlement }: Agreement): 'none' | readonly string[] {
  return settlement.nettingWith;
}

/** Writes, books and gives the transfers of what was found for an issued settlement. */
export async function setOff(
  ports: Ports,
  tx: Tx,
  { id, side }: Pick<StoredSettlement, 'id' | 'side'>,
  found: readonly SetOff[],
  by: Deed,
): Promise<readonly Transfer[]> {
  const pairs = found.map(({ against, minor }) =>
    side === 'payable' ? { settlement: id, against, minor } : { settlement: against, against: id, minor },
  );
  return write(ports, tx, pairs, by);
}

/** What a settlement that is taken back was set off against is open again, and so is what was set off against it. */
export async function takeBackSetOff(
  ports: Ports,
  tx: Tx,
  settlement: string,
  by: Deed,
): Promise<readonly Transfer[]> {
  const pairs = (await tx.settlements.offsetsOf(settlement)).map((pair) => ({ ...pair, minor: -pair.minor }));
  return write(ports, tx, pairs, by);
}

async function write(
  ports: Ports,
  tx: Tx,
  pairs: readonly Pair[],
  { day, actor }: Deed,
): Promise<readonly Transfer[]> {
  const transfers: Transfer[] = [];
  for (const pair of pairs) {
    const offset = { ...pair, id: ports.ids.next(), day, at: ports.clock.now() };
    await tx.settlements.offset(offset);
    const [owed, against] = [await stored(tx, pair.settlement), await stored(tx, pair.against)];
    const deed = { origin: { kind: 'offset', id: offset.id }, company: owed.company, at: offset.at };
    const items = [owed, ...(against.isAdvance ? [] : [against])].map(({ id: settlement }) => ({
      settlement,
      minor: pair.minor,
    }));
    const booked = await bookPaid(tx, items, deed);
    await receivePaid(ports, tx, booked, { by: `offset ${offset.id}`, day, actor });
    transfers.push(
      ...(await transfersOf(tx, owed, 'partnerPayable', offset)),
      ...(await transfersOf(tx, against, against.isAdvance ? 'advance' : 'partnerReceivable', offset)),
    );
  }
  return transfers;
}

async function stored(tx: Tx, id: string): Promise<StoredSettlement> {
  const found = await tx.settlements.get(id);
  if (found === undefined) throw new Error(`Fault: the settlement ${id} is gone`);
  return found;
}

/** The part of a document's open items that is set off, by the accounts that it stands on. */
async function transfersOf(
  tx: Tx,
  { id, company, beneficiary: partner, currency }: StoredSettlement,
  role: LedgerRole,
  offset: SettlementOffset,
): Promise<Transfer[]> {
  const posted = await tx.ledger.transfers({ origin: { kind: 'settlement', id } }, { limit: LEGS_MAX });
  const signed = role === 'partnerPayable' ? offset.minor : -offset.minor;
  const legs = shareOfLegs(legsOf(id, posted, role), signed);
  return legTransfers(
    legs,
    { debit: role, credit: 'offset' },
    {
      ...{ event: 'offset', company, partner, currency, day: offset.day },
      ...{ origin: { kind: 'offset', id: offset.id }, leg: role },
    },
  );
}
