import { type BankAccount, type BankAccountTexts, parseBankAccount } from '../../core/bank/bankAccount.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { type Actor, actorText } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { TenantId, Tx } from '../ports.ts';
import { bankChangeId } from '../trust/holdsOn.ts';
import { noteArrival } from '../trust/noteArrival.ts';
import { openAccount, sealAccount } from './sealedAccount.ts';

export type BankAccountEntry = {
  readonly partner: string;
  readonly validFrom: LocalDate;
  /** "none": from that day on the partner has no account with us. */
  readonly account: BankAccountTexts | 'none';
  readonly actor: Actor;
};

/** Whether something changed; the batch from which on it is known. */
export type BankAccountSet = { readonly isChanged: boolean; readonly batch?: number };

/**
 * Says where a partner is paid from a day on. The same said again changes nothing; another account
 * for the same day is a correction, known from now on. Nothing is paid to it before another person has
 * approved it and the cooling-off is over. The audit trail holds no account.
 * Refuses: bank-account-invalid, partner-not-found, known-day-backwards, those of KeyRing.
 */
export async function setBankAccount(
  ports: KeyPorts,
  tenant: TenantId,
  entry: BankAccountEntry,
): Promise<Result<BankAccountSet>> {
  const account = entry.account === 'none' ? accept(undefined) : parseBankAccount(entry.account);
  if (!account.ok) return account;
  return ports.store.inTenant(tenant, async (tx) => {
    const { partner } = entry;
    if (!(await tx.bankAccounts.isPartnerKnown(partner)))
      return refused(refuse('partner-not-found', 'partner', { partner }));
    await tx.batches.lock();
    const now = await saidNow(ports, tx, tenant, entry);
    if (!now.ok) return now;
    if (isSame(now.value, account.value)) return accept({ isChanged: false });
    return write(ports, tx, tenant, entry, account.value);
  });
}

/** What is said of just this day and not rejected; undefined where nothing is, null where there is no account. */
async function saidNow(
  { keys }: KeyPorts,
  tx: Tx,
  tenant: TenantId,
  { partner, validFrom }: BankAccountEntry,
): Promise<Result<BankAccount | null | undefined>> {
  const versions = await tx.bankAccounts.knownAt(partner, Number.MAX_SAFE_INTEGER);
  const version = versions.find((candidate) => candidate.validFrom === validFrom);
  if (version === undefined) return accept(undefined);
  const account = await openAccount(keys, tenant, version);
  return account.ok ? accept(account.value ?? null) : account;
}

function isSame(now: BankAccount | null | undefined, wanted: BankAccount | undefined): boolean {
  if (now === undefined) return false;
  return canonicalJson((now ?? null) as Json) === canonicalJson((wanted ?? null) as Json);
}

async function write(
  ports: KeyPorts,
  tx: Tx,
  tenant: TenantId,
  { partner, validFrom, actor }: BankAccountEntry,
  account: BankAccount | undefined,
): Promise<Result<BankAccountSet>> {
  // Tried out first: a ring that cannot seal must not leave a batch without a fact.
  const tried = await ports.keys.seal('', '');
  if (!tried.ok) return tried;
  const at = ports.clock.now();
  const batch = await tx.batches.take('bankAccounts', await businessDay(tx, ports.clock), at);
  if (!batch.ok) return batch;
  const record = { partner, validFrom, batch: batch.value };
  const sealed = account && (await sealAccount(ports.keys, tenant, record, account));
  await tx.bankAccounts.append({ ...record, sealed }, { by: actorText(actor), at });
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor,
    action: account === undefined ? 'bankAccount.end' : 'bankAccount.set',
    object: partner,
    batch: batch.value,
    body: { validFrom: formatDate(validFrom), key: sealed?.key ?? null },
  });
  if (account !== undefined) {
    const subject = { object: 'bankChange', id: bankChangeId(partner, batch.value) } as const;
    await noteArrival(ports, tx, subject, partner);
  }
  return accept({ isChanged: true, batch: batch.value });
}
