import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { StoredEntry } from '../ports/bankEntryStore.ts';
import type { StoredInstruction } from '../ports/paymentStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { checkNews, entrySource, hearNews, type News } from './hearNews.ts';

/**
 * What an entry of a bank says of payments that it is one amount of: what left is theirs to the cent, and what came in is
 * all of each of them, or a part of one. Each of them can be heard, or none of it is.
 * Refuses: entry-of-nobody, entry-of-other-account, payment-amount-differs, those of checkNews.
 */
export async function newsOfEntry(
  tx: Tx,
  entry: StoredEntry,
  payments: readonly StoredInstruction[],
  actor: Actor,
): Promise<Result<readonly News[]>> {
  if (payments.length === 0) return refused(refuse('entry-of-nobody', 'payments'));
  const { minor, currency, bookedOn: day, returnReason: reason } = entry;
  const news = minor < 0n ? 'confirm' : 'return';
  const isPart = news === 'return' && payments.length === 1;
  const told: News[] = [];
  for (const payment of payments) {
    const run = await tx.payments.run(payment.run);
    if (run?.account !== entry.account || payment.currency !== currency)
      return refused(refuse('entry-of-other-account', 'payments'));
    const own = isPart ? minor : payment.minor;
    const source = entrySource(entry.id, news);
    told.push({ instruction: payment.id, news, minor: own, source, isBooked: true, reason, day, actor });
  }
  const sum = told.reduce((total, one) => total + one.minor, 0n);
  if (sum !== (minor < 0n ? -minor : minor)) {
    const partner = payments[0]?.partner ?? '';
    return refused(refuse('payment-amount-differs', 'amount', { partner }));
  }
  for (const one of told) {
    const checked = await checkNews(tx, one);
    if (!checked.ok) return checked;
  }
  return accept(told);
}

/** Moves the payments that an entry is of. Refuses: those of newsOfEntry. */
export async function applyEntry(
  ports: Ports,
  tx: Tx,
  entry: StoredEntry,
  payments: readonly StoredInstruction[],
  actor: Actor,
): Promise<Result<true>> {
  const told = await newsOfEntry(tx, entry, payments, actor);
  if (!told.ok) return told;
  for (const news of told.value) {
    const heard = await hearNews(ports, tx, news);
    if (!heard.ok) throw new Error(`Fault: news were checked and not heard: ${heard.refusals[0]?.code}`);
  }
  return accept(true);
}

/** What an entry that is one amount of many payments can be of: what the bank has rejected was never booked. */
export function bookable(payments: readonly StoredInstruction[]): StoredInstruction[] {
  return payments.filter(({ state }) => state !== 'rejected');
}
