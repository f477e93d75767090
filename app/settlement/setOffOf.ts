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
import { isOwed, openRole } from './owedSide.ts';

/** Which of two documents is what we owe. */
type Pair = Pick<SettlementOffset, 'settlement' | 'against' | 'minor'>;

type Place = { readonly company: string; readonly partner: string; readonly currency: string };

type Deed = { readonly day: LocalDate; readonly actor: Actor };

const LEGS_MAX = 100_000;

/** What a settlement that is to be issued is set off against; what takes another one back is not. */
export async function setOffOf(tx: Tx, settlement: StoredSettlement): Promise<readonly SetOff[]> {
  const { id, company, beneficiary, currency, method, reclaims } = settlement;
  if (settlement.cancels !== undefined || settlement.reason === 'advance') return [];
  if (settlement.kind === 'lapse' || method === 'goods' || method === 'deduction') return [];
  const place = { company, partner: beneficiary, currency };
  const openMinor = openOf(settlement);
  if (reclaims !== undefined) return restOf(await openPayables(tx, place, true), reclaims, openMinor);
  if (settlement.reason === 'clawBack' && (await isInvoiced(tx, id))) return [];
  const others = isOwed(settlement) ? await openAgainst(tx, place) : await openPayables(tx, place);
  const agreements = await agreementsOf(tx, id);
  const document = { settlement: id, number: '', isAdvance: false, openMinor, agreements };
  const open: OpenDocument[] = [];
  for (const other of others) {
    open.push({ ...other, agreements: await agreementsOf(tx, other.settlement) });
  }
  return setOffs(document, open);
}

function openOf({ grossMinor, withheldMinor }: StoredSettlement): bigint {
  return grossMinor < 0n ? withheldMinor - grossMinor : grossMinor - withheldMinor;
}

/** What of an advance has not been paid is not asked back in money. */
function restOf(
  payables: readonly Omit<OpenDocument, 'agreements'>[],
  advance: string,
  asked: bigint,
): readonly SetOff[] {
  return payables.flatMap(({ settlement: against, number, openMinor }) => {
    const minor = openMinor < asked ? openMinor : asked;
    return against === advance && minor > 0n ? [{ against, number, minor }] : [];
  });
}

/** Whether an agreement on it says that what is taken back is asked for, and not set off. */
async function isInvoiced(tx: Tx, id: string): Promise<boolean> {
  const stored = await tx.agreements.someKnownAt(await codesOn(tx, id), await tx.batches.last());
  return stored.some(({ agreement }) => agreement.settlement.clawBack.by === 'invoice');
}

/** What is invoiced back is asked for, and set off against nothing. */
async function openAgainst(tx: Tx, place: Place): Promise<readonly Omit<OpenDocument, 'agreements'>[]> {
  const open: Omit<OpenDocument, 'agreements'>[] = [];
  for (const { isClawBack, ...document } of await tx.settlements.openAgainst(place)) {
    if (!isClawBack || !(await isInvoiced(tx, document.settlement))) open.push(document);
  }
  return open;
}

async function openPayables(
  tx: Tx,
  place: Place,
  ofAdvances = false,
): Promise<readonly Omit<OpenDocument, 'agreements'>[]> {
  const payables = (await tx.settlements.openPayables(place)).filter(
    ({ isAdvance }) => isAdvance === ofAdvances,
  );
  const paid = await tx.payments.paidOf(payables.map(({ settlement }) => settlement));
  return payables.map(({ settlement, number, minor }) => ({
    ...{ settlement, number, isAdvance: false },
    openMinor: minor - (paid.get(settlement)?.minor ?? 0n),
  }));
}

async function agreementsOf(tx: Tx, settlement: string): Promise<OpenDocument['agreements']> {
  const codes = await codesOn(tx, settlement);
  const stored = await tx.agreements.someKnownAt(codes, await tx.batches.last());
  const named = new Map(stored.map(({ code, agreement }) => [code, nettingOf(agreement)]));
  return new Map(codes.map((code) => [code, named.get(code) ?? 'none']));
}

async function codesOn(tx: Tx, settlement: string): Promise<readonly string[]> {
  const lines = await tx.settlements.linesOf(settlement);
  return [...new Set(lines.map(({ account }) => account.agreement))];
}

function nettingOf({ settlement }: Agreement): 'none' | readonly string[] {
  return settlement.nettingWith;
}

/** Writes, books and gives the transfers of what was found for an issued settlement. */
export async function setOff(
  ports: Ports,
  tx: Tx,
  settlement: Pick<StoredSettlement, 'id' | 'side' | 'grossMinor'>,
  found: readonly SetOff[],
  by: Deed,
): Promise<readonly Transfer[]> {
  const { id } = settlement;
  const pairs = found.map(({ against, minor }) =>
    isOwed(settlement) ? { settlement: id, against, minor } : { settlement: against, against: id, minor },
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
    const items = [owed.id, against.id].map((settlement) => ({ settlement, minor: pair.minor }));
    const booked = await bookPaid(tx, items, deed);
    await receivePaid(ports, tx, booked, { by: `offset ${offset.id}`, day, actor });
    const isAhead = against.isAdvance && against.reclaims === undefined;
    const [from, to] = [openRole(owed), isAhead ? 'advance' : openRole(against)];
    // What asks an advance back clears its item already.
    if (against.reclaims === owed.id) continue;
    transfers.push(
      ...(await transfersOf(tx, owed, from, offset, offset.minor)),
      ...(await transfersOf(tx, against, to, offset, -offset.minor)),
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
  signed: bigint,
): Promise<Transfer[]> {
  const posted = await tx.ledger.transfers({ origin: { kind: 'settlement', id } }, { limit: LEGS_MAX });
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
