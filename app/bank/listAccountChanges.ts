import { type BankAccount, masked } from '../../core/bank/bankAccount.ts';
import { accept, type RefusalCode, type Result } from '../../core/refusal/refusals.ts';
import { businessDay } from '../businessDay.ts';
import type { BankAccountChange } from '../ports/bankAccountStore.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { TenantId, Tx } from '../ports.ts';
import { accountToPay } from './accountToPay.ts';
import { openAccount } from './sealedAccount.ts';

export type ShownAccountChange = Omit<BankAccountChange, 'sealed'> & {
  /** By its end; undefined: no account from that day on. */
  readonly account: BankAccount | undefined;
  /** Why its partner is not paid today; undefined: is paid. */
  readonly blocked: RefusalCode | undefined;
};

export type AccountChangeFilter = {
  readonly partner?: string;
  readonly waiting: boolean;
  readonly before?: number;
  readonly limit: number;
};

/**
 * The alerts of bank details: who said of whom where they are to be paid, the latest first, who decided, and
 * whether the partner is paid today. Refuses: those of KeyRing.open.
 */
export function listAccountChanges(
  ports: KeyPorts,
  tenant: TenantId,
  filter: AccountChangeFilter,
): Promise<Result<readonly ShownAccountChange[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const shown: ShownAccountChange[] = [];
    for (const { sealed, ...change } of await tx.bankAccounts.changes(filter)) {
      const account = await openAccount(ports.keys, tenant, { ...change, sealed });
      if (!account.ok) return account;
      shown.push({
        ...change,
        account: account.value && masked(account.value),
        blocked: await blockedNow(ports, tx, change.partner),
      });
    }
    return accept(shown);
  });
}

async function blockedNow(ports: KeyPorts, tx: Tx, partner: string): Promise<RefusalCode | undefined> {
  const today = await businessDay(tx, ports.clock);
  const payable = await accountToPay(tx, { partner, day: today, today });
  return payable.ok ? undefined : payable.refusals[0]?.code;
}
