import type { AccountDecision } from '../../core/bank/accountChange.ts';
import { type BankAccount, masked } from '../../core/bank/bankAccount.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { BankAccountChange } from '../ports/bankAccountStore.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { TenantId, Tx } from '../ports.ts';
import { openAccount } from './sealedAccount.ts';

/** Where a partner is paid on a day, else today, as known at a batch; without one, as known now. */
export type BankAccountQuestion = {
  readonly partner: string;
  readonly effective?: LocalDate;
  readonly batch?: number;
};

export type ShownBankAccount = {
  readonly validFrom: LocalDate;
  /** The batch from which on it is known. */
  readonly batch: number;
  readonly account: BankAccount;
  /** What a second person made of it. */
  readonly decision: AccountDecision;
};

/** Enough to recognise the account by. Refuses: bank-account-not-found, those of KeyRing.open. */
export function readBankAccount(
  ports: KeyPorts,
  tenant: TenantId,
  question: BankAccountQuestion,
): Promise<Result<ShownBankAccount>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const effective = question.effective ?? (await businessDay(tx, ports.clock));
    const found = await find(ports, tx, tenant, { ...question, effective });
    return found.ok ? accept({ ...found.value, account: masked(found.value.account) }) : found;
  });
}

/**
 * The whole account: a deed, written into the audit trail in the same transaction with the reason
 * for it. Refuses: bank-account-reason-missing, bank-account-not-found, those of KeyRing.open.
 */
export async function revealBankAccount(
  ports: KeyPorts,
  tenant: TenantId,
  question: BankAccountQuestion & { readonly actor: Actor; readonly reason: string },
): Promise<Result<ShownBankAccount>> {
  const { partner, actor } = question;
  const reason = question.reason.trim();
  if (reason === '') return refused(refuse('bank-account-reason-missing', 'reason'));
  return ports.store.inTenant(tenant, async (tx) => {
    const effective = question.effective ?? (await businessDay(tx, ports.clock));
    const found = await find(ports, tx, tenant, { ...question, effective });
    if (!found.ok) return found;
    await tx.audit.write({
      id: ports.ids.next(),
      at: ports.clock.now(),
      actor,
      action: 'bankAccount.reveal',
      object: partner,
      batch: await tx.batches.last(),
      body: { effective: formatDate(effective), version: found.value.batch, reason },
    });
    return found;
  });
}

async function find(
  { keys }: KeyPorts,
  tx: Tx,
  tenant: TenantId,
  { partner, effective, batch }: BankAccountQuestion & { readonly effective: LocalDate },
): Promise<Result<ShownBankAccount>> {
  const versions = await tx.bankAccounts.knownAt(partner, batch ?? (await tx.batches.last()));
  const version = inForce(versions, effective);
  const account = version && (await openAccount(keys, tenant, version));
  if (account?.ok === false) return account;
  if (version === undefined || account?.value === undefined) {
    const facts = { partner, day: formatDate(effective) };
    return refused(refuse('bank-account-not-found', 'partner', facts));
  }
  const { validFrom, batch: known, decision } = version;
  return accept({ validFrom, batch: known, account: account.value, decision });
}

/** An account is none before its day, unlike master data, which then goes by its first version. */
function inForce(versions: readonly BankAccountChange[], day: LocalDate): BankAccountChange | undefined {
  return versions.findLast(({ validFrom }) => validFrom <= day);
}
