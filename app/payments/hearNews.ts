import type { LocalDate } from '../../core/calendar/localDate.ts';
import { legTransfers } from '../../core/payment/paymentLegs.ts';
import { type PaymentNews, type PaymentState, stateAfterNews } from '../../core/payment/paymentState.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
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
 * settlement again. The bank's entry of a payment that a person had confirmed before moves the money alone.
 * Refuses: payment-not-found, payment-amount-differs, those of stateAfterNews.
 */
export async function hearNews(ports: Ports, tx: Tx, news: News): Promise<Result<PaymentState>> {
  const found = await tx.payments.instruction(news.instruction);
  if (found === undefined) return refused(refuse('payment-not-found', 'payment', { id: news.instruction }));
  const run = await tx.payments.lockRun(found.run);
  const instruction = await tx.payments.instruction(found.id);
  if (run === undefined || instruction === undefined) throw new Error('Fault: a payment without a run');
  const returned = instruction.returned + (news.news === 'return' ? news.minor : 0n);
  if (news.news !== 'return' && news.news !== 'lapse' && news.minor !== instruction.minor) {
    return refused(refuse('payment-amount-differs', 'amount', { partner: instruction.partner }));
  }
  if (await isBookedLater(tx, instruction, news)) return bookLater(ports, tx, { run, instruction, news });
  const state = stateAfterNews(instruction, news.news, returned);
  if (!state.ok) return state;
  const items = await itemsAfter(tx, instruction, news);
  await hear(ports, tx, instruction, news, state.value, returned);
  if (news.news === 'confirm' || news.news === 'return') {
    const origin = { kind: 'payment', id: instruction.id };
    const deed = { origin, company: run.company, at: ports.clock.now() };
    await bookPaid(tx, items, deed);
  }
  await post(ports, tx, { run, instruction, news }, items);
  return state;
}

type Heard = { readonly run: PaymentRun; readonly instruction: StoredInstruction; readonly news: News };

/** A person was told of the payment before its entry came. */
async function isBookedLater(tx: Tx, { id, state }: StoredInstruction, news: News): Promise<boolean> {
  if (news.news !== 'confirm' || !news.isBooked || state !== 'confirmed') return false;
  return (await tx.payments.events(id)).every(({ source }) => !source.startsWith('bankEntry'));
}

async function bookLater(ports: Ports, tx: Tx, heard: Heard): Promise<Result<PaymentState>> {
  const { instruction, news } = heard;
  await hear(ports, tx, instruction, news, instruction.state, instruction.returned);
  await post(ports, tx, heard, await tx.payments.itemsOf(instruction.id));
  return accept(instruction.state);
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

/** Posted last: it locks the books of the company. */
async function post(
  ports: Ports,
  tx: Tx,
  { run, instruction, news }: Heard,
  items: readonly PaymentItem[],
): Promise<void> {
  const { company, currency } = run;
  const { partner, id } = instruction;
  const legs = await legsOfItems(tx, items);
  const about = { company, partner, currency, day: news.day, origin: { kind: 'payment', id } } as const;
  // What is taken back has items below zero, which turn the accounts around.
  const back = legTransfers(
    legs,
    { debit: 'partnerPayable', credit: 'bankClearing' },
    {
      ...about,
      event: 'pay',
      leg: `${news.news} ${news.source}`,
    },
  );
  const booked = legTransfers(
    legs,
    { debit: 'bankClearing', credit: 'bank' },
    {
      ...about,
      event: 'bank',
      leg: `bank ${news.source}`,
    },
  );
  const transfers = [...(news.news === 'confirm' ? [] : back), ...(news.isBooked ? booked : [])];
  if (transfers.length === 0) return;
  const at = ports.clock.now();
  await tx.ledger.post(transfers, { day: news.day, at, batch: await tx.batches.last() });
}
