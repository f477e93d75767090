import { masked } from '../../core/bank/bankAccount.ts';
import type { PaymentFormat } from '../../core/payment/payingAccount.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { openAccount } from '../bank/sealedAccount.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type {
  PaymentEvent,
  PaymentItem,
  PaymentRun,
  PaymentRunFilter,
  StoredInstruction,
} from '../ports/paymentStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type ItemSelection, openItems, type ShownItem } from './openItems.ts';
import { openPayingAccount } from './payingAccounts.ts';
import { openText } from './sealedText.ts';

export type ShownPayment = StoredInstruction & {
  /** By its end: enough to recognise it by. */
  readonly account: string;
  /** What it pays, by the numbers of the documents. */
  readonly items: readonly (PaymentItem & { readonly document: string })[];
  readonly events: readonly PaymentEvent[];
};

export type ShownRun = PaymentRun & { readonly payments: readonly ShownPayment[] };

/** What is open, by due day. */
export function listOpenItems(
  ports: Ports,
  tenant: TenantId,
  selection: ItemSelection,
): Promise<readonly ShownItem[]> {
  return ports.store.inTenant(tenant, (tx) => openItems(tx, selection));
}

/** The latest first; or the one that a payment is in. */
export function listRuns(
  ports: Ports,
  tenant: TenantId,
  { payment, ...filter }: PaymentRunFilter & { readonly payment?: string },
): Promise<readonly PaymentRun[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (payment === undefined) return tx.payments.runs(filter);
    const id = (await tx.payments.instruction(payment))?.run;
    const run = id === undefined ? undefined : await tx.payments.run(id);
    return run === undefined ? [] : [run];
  });
}

/** A run down to what its payments pay and what was heard of them. Refuses: payment-run-not-found, those of KeyRing.open. */
export function showRun(ports: KeyPorts, tenant: TenantId, id: string): Promise<Result<ShownRun>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const run = await tx.payments.run(id);
    if (run === undefined) return refused(refuse('payment-run-not-found', 'id', { id }));
    const payments: ShownPayment[] = [];
    for (const instruction of await tx.payments.instructionsOf(id)) {
      const { partner, accountBatch } = instruction;
      const known = await tx.bankAccounts.knownAt(partner, accountBatch);
      const version = known.find(({ batch }) => batch === accountBatch);
      const account = version && (await openAccount(ports.keys, tenant, version));
      if (account?.ok === false) return account;
      const { iban, number } = masked(account?.value ?? { holder: '' });
      payments.push({
        ...instruction,
        account: iban ?? number ?? '',
        items: await named(tx, await tx.payments.itemsOf(instruction.id)),
        events: await tx.payments.events(instruction.id),
      });
    }
    return accept({ ...run, payments });
  });
}

async function named(tx: Tx, items: readonly PaymentItem[]): Promise<ShownPayment['items']> {
  const numbers = await tx.settlements.numbersOf(items.map(({ settlement }) => settlement));
  return items.map((item) => ({ ...item, document: numbers.get(item.settlement) ?? '' }));
}

export type SentPaymentFile = { readonly text: string; readonly mediaType: string; readonly name: string };

/**
 * The file of a run that was sent: the bytes that were made then. Who takes it is written into the audit
 * trail, since it holds the accounts of partners.
 * Refuses: payment-run-not-found, payment-not-sent, those of KeyRing.open.
 */
export function takePaymentFile(
  ports: KeyPorts,
  tenant: TenantId,
  { id, actor }: { readonly id: string; readonly actor: Actor },
): Promise<Result<SentPaymentFile>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const run = await tx.payments.run(id);
    if (run === undefined) return refused(refuse('payment-run-not-found', 'id', { id }));
    if (run.sent === undefined) return refused(refuse('payment-not-sent', 'id', { id }));
    const { sealed, sha256 } = run.sent;
    const text = await openText(ports, tenant, { of: 'paymentFile', id, sealed });
    if (!text.ok) return text;
    if (hex(ports.sha256(utf8(text.value))) !== sha256)
      throw new Error(`Fault: the file of run ${id} has changed`);
    const stored = await tx.payments.accountVersion(run.account, run.accountVersion);
    const payer = stored && (await openPayingAccount(ports, tenant, stored));
    if (payer?.ok === false) return payer;
    await auditDeed(ports, tx, { actor, action: 'paymentRun.takeFile', object: id, body: { sha256 } });
    const { mediaType, extension } = kindOf(payer?.value.file ?? { is: 'csv' });
    return accept({ text: text.value, mediaType, name: `payments-${run.sent.messageId}.${extension}` });
  });
}

function kindOf(file: PaymentFormat): { readonly mediaType: string; readonly extension: string } {
  if (file.is === 'csv') return { mediaType: 'text/csv; charset=utf-8', extension: 'csv' };
  if (file.is === 'nacha') return { mediaType: 'text/plain; charset=utf-8', extension: 'ach' };
  return { mediaType: 'application/xml', extension: 'xml' };
}
