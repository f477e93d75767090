import { namesReference } from '../../core/claim/namesReference.ts';
import { moneyText } from '../../core/money/money.ts';
import { legsOf, legTransfers, shareOfLegs } from '../../core/payment/paymentLegs.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { receivePaid } from '../claims/receivePaid.ts';
import { isUuid } from '../isUuid.ts';
import { postTransfers } from '../ledger/postTransfers.ts';
import { bookPaid } from '../payments/paymentBooks.ts';
import type { EntryReceipt, StoredEntry } from '../ports/bankEntryStore.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { isOwed, openRole } from './owedSide.ts';

const TRANSFERS_MAX = 100_000;

/** The document on which a partner owes us that a text names by its number. Refuses: entry-names-several-documents. */
export async function documentNamed(
  tx: Tx,
  { remittance, currency }: Pick<StoredEntry, 'remittance' | 'currency'>,
  company: string,
): Promise<Result<string> | undefined> {
  const found = await tx.settlements.owedToUsIn(remittance, { company, currency });
  const [named, ...others] = found.filter(({ number }) => namesReference(remittance, number));
  if (named === undefined) return undefined;
  return others.length > 0
    ? refused(refuse('entry-names-several-documents', 'remittance'))
    : accept(named.id);
}

/**
 * The document that an entry can be laid against, locked: whoever takes it back meanwhile waits, and sees what came.
 * Refuses: settlement-not-found, entry-of-other-account, reclaim-receipt-beyond (open, asked).
 */
export async function payableDocument(
  tx: Tx,
  id: string,
  { minor, currency }: StoredEntry,
  company: string,
): Promise<Result<StoredSettlement>> {
  await tx.company.lock(company);
  const document = isUuid(id) ? await tx.settlements.lock(id) : undefined;
  if (document === undefined) return refused(refuse('settlement-not-found', 'document', { id }));
  if (document.company !== company || document.currency !== currency)
    return refused(refuse('entry-of-other-account', 'document'));
  const openMinor = await openOf(tx, document);
  if (minor <= openMinor) return accept(document);
  const text = (amount: bigint) => moneyText({ minor: amount, currency });
  return refused(refuse('reclaim-receipt-beyond', 'amount', { open: text(openMinor), asked: text(minor) }));
}

/**
 * Lays what came in at a bank against a document, or takes it back: what the partner owes becomes money at the bank, and what it
 * settles counts as paid. Units: the minor of the receipt, below zero what is taken back.
 */
export async function receiveOnDocument(
  ports: Ports,
  tx: Tx,
  document: StoredSettlement,
  receipt: EntryReceipt,
  actor: Actor,
): Promise<void> {
  const { id, company } = document;
  const { minor, entry = '', day } = receipt;
  const action = minor > 0n ? 'settlement.receive' : 'settlement.takeBackReceipt';
  await auditDeed(ports, tx, { actor, action, object: id, body: { entry, amount: String(minor) } });
  await tx.bankEntries.lay(receipt);
  const deed = { origin: { kind: 'receipt', id }, company, at: receipt.at };
  const booked = await bookPaid(tx, [{ settlement: id, minor }], deed);
  await receivePaid(ports, tx, booked, { by: `receipt ${receipt.id}`, day, actor });
  await post(ports, tx, document, receipt);
}

/** What a document asks for, less what is set off and what has come; of what stands no more, nothing. */
async function openOf(tx: Tx, document: StoredSettlement): Promise<bigint> {
  const { id, state, cancels, kind, method, grossMinor, withheldMinor } = document;
  const stands = state === 'issued' && cancels === undefined && kind !== 'lapse';
  if (!stands || isOwed(document) || method === 'goods' || method === 'deduction') return 0n;
  const asked = grossMinor < 0n ? withheldMinor - grossMinor : grossMinor - withheldMinor;
  const offsets = await tx.settlements.offsetsOf(id);
  const setOff = offsets.reduce((sum, { minor }) => sum + minor, 0n);
  return asked - setOff - (await tx.settlements.receivedOf(id));
}

async function post(
  ports: Ports,
  tx: Tx,
  { id, company, currency, beneficiary: partner, side }: StoredSettlement,
  { id: receipt, minor, day }: EntryReceipt,
): Promise<void> {
  const role = openRole({ side });
  const asked = await tx.ledger.transfers({ origin: { kind: 'settlement', id } }, { limit: TRANSFERS_MAX });
  const legs = shareOfLegs(legsOf(id, asked, role), -minor);
  const origin = { kind: 'receipt', id };
  const about = { event: 'bank', company, partner, currency, day, origin } as const;
  const transfers = legTransfers(
    legs,
    { debit: role, credit: 'bank' },
    { ...about, leg: `receipt ${receipt}` },
  );
  const [today, batch] = [await businessDay(tx, ports.clock), await tx.batches.last()];
  await postTransfers(tx, transfers, { day: today, at: ports.clock.now(), batch });
}
