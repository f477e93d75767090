import type { PaymentStatus } from '../../core/payment/paymentStatus.ts';
import { accept, type Refusal, type Result, refuse } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import type { StoredInstruction } from '../ports/paymentStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { hearNews } from './hearNews.ts';
import { paymentsOfFile } from './paymentsOfFile.ts';

export type StatusFile = {
  readonly name: string;
  readonly sha256: string;
  readonly statuses: readonly PaymentStatus[];
  readonly actor: Actor;
};

/** How many payments were moved, were where they are said to be already, or are on their way. */
export type StatusOutcome = {
  readonly heard: number;
  readonly known: number;
  readonly underWay: number;
  /** What was said of nobody's payment, or does not fit; nothing was moved by it. */
  readonly refusals: readonly Refusal[];
};

/** What lets news out: a state in which they are told again. */
const KNOWN_IN = {
  confirm: ['confirmed'],
  reject: ['rejected'],
  return: ['returned'],
  underWay: [],
} as const;

/**
 * Moves payments by what a status file of the bank says: no money is booked by it, the statement does that. The same
 * file again moves nothing. A rejection and a return open the settlement again; whoever has sent a payment does not bring
 * them in.
 * Refuses, by payment: entry-of-nobody, payment-sender-has-part, those of hearNews.
 */
export function hearStatus(ports: Ports, tenant: TenantId, file: StatusFile): Promise<Result<StatusOutcome>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { name, sha256, statuses, actor } = file;
    const done = { heard: 0, known: 0, underWay: 0 };
    const refusals: Refusal[] = [];
    for (const status of statuses) {
      const payments = await paymentsOf(tx, status);
      if (payments.length === 0) refusals.push(refuse('entry-of-nobody', referenceOf(status)));
      for (const payment of payments) {
        const outcome = await hearOne(ports, tx, payment, status, file);
        if (typeof outcome === 'string') done[outcome] += 1;
        else refusals.push({ ...outcome, at: referenceOf(status) });
      }
    }
    const body = { sha256, ...done, refused: refusals.map(({ code, at }) => ({ code, at })) };
    await auditDeed(ports, tx, { actor, action: 'paymentStatus.import', object: name, body });
    return accept({ ...done, refusals });
  });
}

function referenceOf({ of }: PaymentStatus): string {
  if ('endToEndId' in of) return of.endToEndId;
  return 'nachaId' in of ? of.nachaId : of.messageId;
}

async function paymentsOf(tx: Tx, { of }: PaymentStatus): Promise<readonly StoredInstruction[]> {
  if ('messageId' in of) return paymentsOfFile(tx, of.messageId);
  if ('nachaId' in of) {
    // Fifteen signs by chance are one payment's, or nobody's.
    const found = await tx.payments.findByEnd(of.nachaId.toLowerCase());
    return found.length === 1 && found[0]?.minor === of.minor ? found : [];
  }
  const one = await tx.payments.findByEndToEnd(of.endToEndId.toLowerCase());
  return one === undefined ? [] : [one];
}

async function hearOne(
  ports: Ports,
  tx: Tx,
  payment: StoredInstruction,
  { news, reason }: PaymentStatus,
  { sha256, actor }: StatusFile,
): Promise<'heard' | 'known' | 'underWay' | Refusal> {
  if (news === 'underWay') return 'underWay';
  const known: readonly string[] = KNOWN_IN[news];
  if (known.includes(payment.state)) return 'known';
  const sender = (await tx.payments.run(payment.run))?.sent?.sender;
  if (news !== 'confirm' && sender === actorText(actor)) return refuse('payment-sender-has-part', 'actor');
  const day = await businessDay(tx, ports.clock);
  const { id: instruction, minor } = payment;
  const said = { instruction, minor, source: `statusFile ${sha256}`, isBooked: false, reason, day, actor };
  // What comes back has left, also where nobody has said so.
  if (news === 'return' && (payment.state === 'sent' || payment.state === 'unknown')) {
    const left = await hearNews(ports, tx, { ...said, news: 'confirm' });
    if (!left.ok) return left.refusals[0] as Refusal;
  }
  const told = news === 'return' ? minor - payment.returned : minor;
  const heard = await hearNews(ports, tx, { ...said, news, minor: told });
  return heard.ok ? 'heard' : (heard.refusals[0] as Refusal);
}
