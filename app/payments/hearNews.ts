import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { allocate } from '../../core/money/allocate.ts';
import { legTransfers } from '../../core/payment/paymentLegs.ts';
import { type PaymentNews, type PaymentState, stateAfterNews } from '../../core/payment/paymentState.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { receivePaid } from '../claims/receivePaid.ts';
import { postTransfers } from '../ledger/postTransfers.ts';
import type { PaymentItem, PaymentRun, StoredInstruction } from '../ports/paymentStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { bookPaid, legsOfItems } from './paymentBooks.ts';
import { takeBack } from './takeBack.ts';

/** What was heard of a payment. Units: minor, of what is confirmed, rejected or returned this time. */
export type News = {
  readonly instruction: string;
  readonly news: PaymentNews;
  readonly minor: bigint;
  /** The entry of a bank, the status file, or a person. */
  readonly source: string;
  /** Whether the bank has booked it: then it moves the money on its account, too. */
  readonly isBooked: boolean;
  readonly reason: string;
  readonly day: LocalDate;
  readonly actor: Actor;
};

/**
 * Moves a payment by what was heard of it, in the books as well. A rejection and a return open the
 * settlement again. The bank's entry of what was told before moves the money alone.
 * Refuses: payment-not-found, payment-amount-differs, those of stateAfterNews.
 */
export async function hearNews(ports: Ports, tx: Tx, news: News): Promise<Result<PaymentState>> {
  const checked = await checkNews(tx, news);
  if (!checked.ok) return checked;
  const { run, instruction, state, returned, isToldBefore } = checked.value;
  const heard = { run, instruction, news };
  if (isToldBefore) {
    await hear(ports, tx, instruction, news, instruction.state, instruction.returned);
    await postBank(ports, tx, heard, await itemsTold(tx, instruction, news));
    return accept(instruction.state);
  }
  const items = await itemsAfter(tx, instruction, news);
  await hear(ports, tx, instruction, news, state, returned);
  await auditState(ports, tx, instruction, news, state);
  if (news.news === 'confirm' || news.news === 'return') {
    const origin = { kind: 'payment', id: instruction.id };
    const deed = { origin, company: run.company, at: ports.clock.now() };
    const booked = await bookPaid(tx, items, deed);
    const { day, actor } = news;
    await receivePaid(ports, tx, booked, { by: `payment ${instruction.id}`, day, actor });
  }
  await post(ports, tx, heard, items);
  return accept(state);
}

type Checked = {
  readonly run: PaymentRun;
  readonly instruction: StoredInstruction;
  readonly state: PaymentState;
  readonly returned: bigint;
  readonly isToldBefore: boolean;
};

/** Whether news can be heard, and where they would leave the payment, which stays locked; nothing is moved. */
export async function checkNews(tx: Tx, news: News): Promise<Result<Checked>> {
  const found = await tx.payments.instruction(news.instruction);
  if (found === undefined) return refused(refuse('payment-not-found', 'payment', { id: news.instruction }));
  const run = await tx.payments.lockRun(found.run);
  const instruction = await tx.payments.instruction(found.id);
  if (run === undefined || instruction === undefined) throw new Error('Fault: a payment without a run');
  const returned = instruction.returned + (news.news === 'return' ? news.minor : 0n);
  if (news.news !== 'return' && news.news !== 'lapse' && news.minor !== instruction.minor) {
    return refused(refuse('payment-amount-differs', 'amount', { partner: instruction.partner }));
  }
  if (await isToldBefore(tx, instruction, news)) {
    return accept({ run, instruction, state: instruction.state, returned, isToldBefore: true });
  }
  const state = stateAfterNews(instruction, news.news, returned);
  return state.ok ? accept({ run, instruction, state: state.value, returned, isToldBefore: false }) : state;
}

type Heard = { readonly run: PaymentRun; readonly instruction: StoredInstruction; readonly news: News };

/** The source of an entry of a bank: of money that left, and of money that came back. */
export function entrySource(id: string, news: 'confirm' | 'return'): string {
  return news === 'confirm' ? `bankEntry ${id}` : `bankEntryBack ${id}`;
}

/** A person or a status file has told of it before its entry came. */
async function isToldBefore(tx: Tx, { id, returned }: StoredInstruction, news: News): Promise<boolean> {
  if (!news.isBooked) return false;
  const events = await tx.payments.events(id);
  if (news.news === 'confirm')
    return (
      events.some(({ state }) => state === 'confirmed') &&
      events.every(({ source }) => !source.startsWith('bankEntry '))
    );
  const booked = events.filter(({ source }) => source.startsWith('bankEntryBack '));
  return news.news === 'return' && booked.reduce((sum, { minor }) => sum + minor, news.minor) <= returned;
}

/** What the payment paid; or what was taken back of it. Units: minor, of the items below zero. */
async function itemsTold(
  tx: Tx,
  { id }: StoredInstruction,
  { news, minor }: News,
): Promise<readonly PaymentItem[]> {
  const items = await tx.payments.itemsOf(id);
  if (news === 'confirm') return items.filter((item) => item.minor > 0n);
  const back = items.filter((item) => item.minor < 0n);
  const shares = allocate(
    -minor,
    back.map((item) => ({ key: `${item.settlement} ${item.number}`, weight: -item.minor })),
  );
  return back.map((item, index) => ({ ...item, minor: shares?.[index] ?? 0n }));
}

async function itemsAfter(
  tx: Tx,
  instruction: StoredInstruction,
  { news, minor }: News,
): Promise<readonly PaymentItem[]> {
  if (news === 'reject' || news === 'return') return takeBack(tx, instruction, minor);
  return news === 'confirm' ? tx.payments.itemsOf(instruction.id) : [];
}

function hear(
  ports: Ports,
  tx: Tx,
  { id }: StoredInstruction,
  { minor, source, reason, actor }: News,
  state: PaymentState,
  returned: bigint,
): Promise<void> {
  const event = { state, minor, source, reason, actor: actorText(actor), at: ports.clock.now() };
  return tx.payments.hear(id, event, returned);
}

/** Whatever brought the news: where the payment is by it. */
function auditState(
  ports: Ports,
  tx: Tx,
  { id: object, run }: StoredInstruction,
  { actor, source }: News,
  state: PaymentState,
): Promise<void> {
  return auditDeed(ports, tx, { actor, action: `payment.${state}`, object, body: { run, source } });
}

/** Posted last: it locks the books of the company. */
async function post(ports: Ports, tx: Tx, heard: Heard, items: readonly PaymentItem[]): Promise<void> {
  const { news } = heard;
  // What is taken back has items below zero, which turn the accounts around.
  const back = news.news === 'confirm' ? [] : await transfersOf(tx, heard, items, 'pay');
  const booked = news.isBooked ? await transfersOf(tx, heard, items, 'bank') : [];
  await write(ports, tx, news, [...back, ...booked]);
}

/** The money alone: what it is for stands in the books already. */
async function postBank(ports: Ports, tx: Tx, heard: Heard, items: readonly PaymentItem[]): Promise<void> {
  await write(ports, tx, heard.news, await transfersOf(tx, heard, items, 'bank'));
}

const SIDES = {
  pay: { debit: 'partnerPayable', credit: 'bankClearing' },
  bank: { debit: 'bankClearing', credit: 'bank' },
} as const;

async function transfersOf(
  tx: Tx,
  { run, instruction, news }: Heard,
  items: readonly PaymentItem[],
  event: 'pay' | 'bank',
): Promise<readonly Transfer[]> {
  const { company, currency } = run;
  const { partner, id } = instruction;
  const origin = { kind: 'payment', id } as const;
  const leg = event === 'pay' ? `${news.news} ${news.source}` : `bank ${news.source}`;
  const about = { company, partner, currency, day: news.day, origin, event, leg };
  return legTransfers(await legsOfItems(tx, items), SIDES[event], about);
}

async function write(ports: Ports, tx: Tx, { day }: News, transfers: readonly Transfer[]): Promise<void> {
  if (transfers.length === 0) return;
  await postTransfers(tx, transfers, { day, at: ports.clock.now(), batch: await tx.batches.last() });
}
