import type { Transfer } from '../../core/ledger/transfer.ts';
import { batchContent, paymentFile } from '../../core/payment/paymentFile.ts';
import type { PaymentBatch, PaymentInstruction } from '../../core/payment/paymentInstruction.ts';
import { legTransfers } from '../../core/payment/paymentLegs.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { accountToPay } from '../bank/accountToPay.ts';
import { openAccount } from '../bank/sealedAccount.ts';
import { postTransfers } from '../ledger/postTransfers.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { PaymentRun, StoredInstruction } from '../ports/paymentStore.ts';
import type { TenantId, Tx } from '../ports.ts';
import { lockedRun } from './lockedRun.ts';
import { openPayingAccount } from './payingAccounts.ts';
import { legsOfItems } from './paymentBooks.ts';
import { todayOf } from './proposeRun.ts';
import { runNotHeld } from './runNotHeld.ts';
import { sealText } from './sealedText.ts';

/**
 * Makes the file of an approved run, once: its bytes are kept, and the books say that the money has left us.
 * Whoever has proposed or approved the run does not send it.
 * Refuses: payment-run-not-found, payment-run-out-of-place, payment-sender-has-part, payment-day-past,
 * payment-settlement-gone, those of runNotHeld and accountToPay, bank-account-changed, those of KeyRing.
 */
export function sendRun(
  ports: KeyPorts,
  tenant: TenantId,
  { id, actor }: { readonly id: string; readonly actor: Actor },
): Promise<Result<{ readonly id: string; readonly messageId: string; readonly sha256: string }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const run = await lockedRun(tx, id, ['approved']);
    if (!run.ok) return run;
    const sender = actorText(actor);
    const { author, approvers } = run.value;
    if ([author, ...approvers.map(({ person }) => person)].includes(sender)) {
      return refused(refuse('payment-sender-has-part', 'actor'));
    }
    // Whoever takes a settlement back meanwhile waits, and sees that it is paid; or this sees that it is gone.
    await tx.company.lock(run.value.company);
    const stored = await tx.payments.instructionsOf(id);
    const gone = await settlementGone(tx, run.value, stored);
    if (gone !== undefined) return gone;
    const free = await runNotHeld(tx, id);
    if (!free.ok) return free;
    const batch = await batchOf(ports, tx, tenant, run.value, stored);
    if (!batch.ok) return batch;
    const { messageId } = batch.value;
    const text = paymentFile(batch.value);
    const sha256 = hex(ports.sha256(utf8(text)));
    const at = ports.clock.now();
    const sealed = await sealText(ports, tenant, { of: 'paymentFile', id }, text);
    await tx.payments.send(id, { sender, at, messageId, sha256, sealed });
    const body = { messageId, sha256, payments: stored.length };
    await auditDeed(ports, tx, { actor, action: 'paymentRun.send', object: id, body });
    await postSent(ports, tx, run.value, stored);
    return accept({ id, messageId, sha256 });
  });
}

/** A settlement that was taken back after it was proposed is not paid. Refuses: payment-settlement-gone. */
async function settlementGone(
  tx: Tx,
  { company, currency }: PaymentRun,
  instructions: readonly StoredInstruction[],
): Promise<Result<never> | undefined> {
  const payables = await tx.settlements.openPayables({ company, currency });
  const owed = new Map(payables.map(({ settlement, minor }) => [settlement, minor]));
  const items = (await Promise.all(instructions.map(({ id }) => tx.payments.itemsOf(id)))).flat();
  const paid = await tx.payments.paidOf(items.map(({ settlement }) => settlement));
  const gone = [...paid].filter(([settlement, { minor }]) => minor > (owed.get(settlement) ?? 0n));
  if (gone.length === 0) return undefined;
  return refused(...gone.map(([settlement]) => refuse('payment-settlement-gone', 'id', { settlement })));
}

async function batchOf(
  ports: KeyPorts,
  tx: Tx,
  tenant: TenantId,
  run: PaymentRun,
  stored: readonly StoredInstruction[],
): Promise<Result<PaymentBatch>> {
  const account = await tx.payments.accountVersion(run.account, run.accountVersion);
  if (account === undefined) throw new Error(`Fault: the paying account ${run.account} is gone`);
  const payer = await openPayingAccount(ports, tenant, account);
  if (!payer.ok) return payer;
  const { executionDay } = run;
  const today = await todayOf(ports, tx, run.company);
  if (executionDay < today) return refused(refuse('payment-day-past', 'executionDay'));
  const instructions: PaymentInstruction[] = [];
  for (const one of stored) {
    const { id, endToEndId, partner, minor, currency, remittance } = one;
    const version = await accountToPay(tx, { partner, day: executionDay, today });
    if (!version.ok) return version;
    if (version.value.batch !== one.accountBatch) {
      return refused(refuse('bank-account-changed', 'partner', { partner }));
    }
    const opened = await openAccount(ports.keys, tenant, version.value);
    if (!opened.ok) return opened;
    if (opened.value === undefined) throw new Error('Fault: an end of an account is paid to');
    const beneficiary = opened.value;
    instructions.push({ id, endToEndId, partner, beneficiary, minor, currency, remittance });
  }
  const createdAt = `${ports.clock.now().toISOString().slice(0, 19)}Z`;
  const batch = { createdAt, executionDay, payer: payer.value, instructions };
  const hash = hex(ports.sha256(utf8(canonicalJson([run.id, batchContent(batch)]))));
  return accept({ ...batch, messageId: hash.slice(0, 32) });
}

/** The partner's payable becomes money on its way, account by account as the settlement has put it there. */
async function postSent(
  ports: KeyPorts,
  tx: Tx,
  run: PaymentRun,
  instructions: readonly StoredInstruction[],
): Promise<void> {
  const { company, currency } = run;
  const day = await todayOf(ports, tx, company);
  const transfers: Transfer[] = [];
  for (const { id, partner } of instructions) {
    const legs = await legsOfItems(tx, await tx.payments.itemsOf(id));
    const about = { event: 'pay', company, partner, currency, day, origin: { kind: 'payment', id } } as const;
    const sides = { debit: 'partnerPayable', credit: 'bankClearing' } as const;
    transfers.push(...legTransfers(legs, sides, { ...about, leg: 'sent' }));
  }
  await postTransfers(tx, transfers, { day, at: ports.clock.now(), batch: await tx.batches.last() });
}
