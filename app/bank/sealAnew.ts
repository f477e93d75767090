import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { openText, sealText } from '../payments/sealedText.ts';
import type { BankAccountVersion } from '../ports/bankAccountStore.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { SealedPayment } from '../ports/paymentStore.ts';
import type { TenantId, Tx } from '../ports.ts';
import { openAccount, sealAccount } from './sealedAccount.ts';

/** How many versions one transaction takes: a start that is killed loses no more than these. */
const AT_ONCE = 100;

/**
 * Seals anew, under the current key, what other keys have sealed; gives how many texts. What cannot be
 * opened stays as it is and is told. Running it again, or two at once, changes nothing more.
 * Refuses: those of KeyRing.
 */
export async function sealAnew(ports: KeyPorts, tenant: TenantId, actor: Actor): Promise<Result<number>> {
  let sealed = 0;
  for (;;) {
    const some = await sealSome(ports, tenant, actor);
    if (!some.ok || some.value === 0) return some.ok ? accept(sealed) : some;
    sealed += some.value;
  }
}

async function sealSome(ports: KeyPorts, tenant: TenantId, actor: Actor): Promise<Result<number>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const keys = await ports.keys.list();
    if (!keys.ok) return keys;
    const [current] = keys.value;
    if (current === undefined) return accept(0);
    const versions = await tx.bankAccounts.lockOthers(current.fingerprint, AT_ONCE);
    const fresh: BankAccountVersion[] = [];
    for (const version of versions) {
      const account = await openAccount(ports.keys, tenant, version);
      if (!account.ok) return account;
      if (account.value !== undefined) {
        fresh.push({ ...version, sealed: await sealAccount(ports.keys, tenant, version, account.value) });
      }
    }
    for (const version of fresh) await tx.bankAccounts.reseal(version);
    const payments = await sealPayments(ports, tenant, tx, current.fingerprint);
    if (!payments.ok) return payments;
    const count = fresh.length + payments.value.length;
    if (count > 0) {
      await tx.audit.write({
        id: ports.ids.next(),
        at: ports.clock.now(),
        actor,
        action: 'bankAccount.sealAnew',
        object: current.fingerprint,
        batch: await tx.batches.last(),
        body: {
          versions: count,
          before: [
            ...new Set([...versions, ...payments.value].map(({ sealed }) => sealed?.key ?? '')),
          ].sort(),
        },
      });
    }
    return accept(count);
  });
}

/** The same of our own accounts and of payment files; gives them as they were. */
async function sealPayments(
  ports: KeyPorts,
  tenant: TenantId,
  tx: Tx,
  key: string,
): Promise<Result<readonly SealedPayment[]>> {
  const texts = await tx.payments.lockOthers(key, AT_ONCE);
  for (const text of texts) {
    const opened = await openText(ports, tenant, text);
    if (!opened.ok) return opened;
    await tx.payments.reseal({ ...text, sealed: await sealText(ports, tenant, text, opened.value) });
  }
  return accept(texts);
}
