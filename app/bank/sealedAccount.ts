import type { BankAccount } from '../../core/bank/bankAccount.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import type { BankAccountVersion } from '../ports/bankAccountStore.ts';
import type { KeyRing, Sealed } from '../ports/keyRing.ts';
import type { TenantId } from '../ports.ts';

type VersionKey = Omit<BankAccountVersion, 'sealed'>;

/** Seals an account for its own record: in the place of another one it cannot be opened. */
export async function sealAccount(
  keys: KeyRing,
  tenant: TenantId,
  record: VersionKey,
  account: BankAccount,
): Promise<Sealed> {
  const sealed = await keys.seal(canonicalJson(account as Json), boundTo(tenant, record));
  if (!sealed.ok) throw new Error(`Fault: the key ring cannot seal any more: ${sealed.refusals[0]?.code}`);
  return sealed.value;
}

/** Undefined: the partner has no account from that day on. Refuses: those of KeyRing.open. */
export async function openAccount(
  keys: KeyRing,
  tenant: TenantId,
  version: BankAccountVersion,
): Promise<Result<BankAccount | undefined>> {
  if (version.sealed === undefined) return accept(undefined);
  const text = await keys.open(version.sealed, boundTo(tenant, version));
  return text.ok ? accept(JSON.parse(text.value) as BankAccount) : text;
}

function boundTo(tenant: TenantId, { partner, validFrom, batch }: VersionKey): string {
  return accountBound(tenant, { partner, day: formatDate(validFrom), batch });
}

/** What an account is sealed for. */
export function accountBound(
  tenant: TenantId,
  { partner, day, batch }: { readonly partner: string; readonly day: string; readonly batch: number },
): string {
  return canonicalJson(['bank_account', tenant, partner, day, batch]);
}
