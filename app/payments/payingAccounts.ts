import { masked } from '../../core/bank/bankAccount.ts';
import { decodePayingAccount, type PayingAccount } from '../../core/payment/payingAccount.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { StoredPayingAccount } from '../ports/paymentStore.ts';
import type { TenantId, Tx } from '../ports.ts';
import { openText, sealText } from './sealedText.ts';

/**
 * Says from which account of ours is paid, and which file its bank takes. The same said again changes
 * nothing; anything else is a version of its own, and runs keep the one that they began with.
 * Refuses: those of decodePayingAccount, payment-company-not-found, those of KeyRing.
 */
export function setPayingAccount(
  ports: KeyPorts,
  tenant: TenantId,
  { parsed, actor }: { readonly parsed: unknown; readonly actor: Actor },
): Promise<Result<{ readonly code: string; readonly version: number; readonly isChanged: boolean }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const decoded = decodePayingAccount(parsed);
    if (!decoded.ok) return decoded;
    const { code, company, currency } = decoded.value;
    if (!(await tx.company.all()).some((one) => one.code === company)) {
      return refused(refuse('payment-company-not-found', 'company', { company }));
    }
    const tried = await ports.keys.seal('', '');
    if (!tried.ok) return tried;
    await tx.batches.lock();
    const last = await tx.payments.account(code);
    const text = canonicalJson(parsed as Json);
    const before =
      last && (await openText(ports, tenant, { of: 'payingAccount', id: idOf(last), sealed: last.sealed }));
    if (before?.ok === false) return before;
    if (last !== undefined && before?.value === text) {
      return accept({ code, version: last.version, isChanged: false });
    }
    const version = (last?.version ?? 0) + 1;
    const sealed = await sealText(ports, tenant, { of: 'payingAccount', id: idOf({ code, version }) }, text);
    const at = ports.clock.now();
    await tx.payments.setAccount({ code, version, company, currency, sealed }, actorText(actor), at);
    const body = { version, company, currency, file: decoded.value.file.is };
    await auditDeed(ports, tx, { actor, action: 'payingAccount.set', object: code, body });
    return accept({ code, version, isChanged: true });
  });
}

export type ShownPayingAccount = PayingAccount & { readonly version: number };

/** The accounts of ours, by their ends. Refuses: those of KeyRing.open. */
export function listPayingAccounts(
  ports: KeyPorts,
  tenant: TenantId,
): Promise<Result<readonly ShownPayingAccount[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const shown: ShownPayingAccount[] = [];
    for (const stored of await tx.payments.accounts()) {
      const account = await openPayingAccount(ports, tenant, stored);
      if (!account.ok) return account;
      shown.push({ ...account.value, account: masked(account.value.account), version: stored.version });
    }
    return accept(shown);
  });
}

/** Refuses: those of KeyRing.open. */
export async function openPayingAccount(
  ports: KeyPorts,
  tenant: TenantId,
  stored: StoredPayingAccount,
): Promise<Result<PayingAccount>> {
  const { sealed } = stored;
  const text = await openText(ports, tenant, { of: 'payingAccount', id: idOf(stored), sealed });
  if (!text.ok) return text;
  const account = decodePayingAccount(JSON.parse(text.value));
  if (!account.ok) throw new Error(`Fault: the paying account ${stored.code} is refused`);
  return account;
}

/** The account that a run names, in a version. Refuses: paying-account-not-found, those of KeyRing.open. */
export async function namedPayingAccount(
  ports: KeyPorts,
  tx: Tx,
  tenant: TenantId,
  code: string,
): Promise<Result<ShownPayingAccount>> {
  const stored = await tx.payments.account(code);
  if (stored === undefined) return refused(refuse('paying-account-not-found', 'account', { account: code }));
  const account = await openPayingAccount(ports, tenant, stored);
  return account.ok ? accept({ ...account.value, version: stored.version }) : account;
}

/** The last version of an account, whole. Refuses: paying-account-not-found, those of KeyRing.open. */
export function payingAccountOf(
  ports: KeyPorts,
  tenant: TenantId,
  code: string,
): Promise<Result<ShownPayingAccount>> {
  return ports.store.inTenant(tenant, (tx) => namedPayingAccount(ports, tx, tenant, code));
}

function idOf({ code, version }: Pick<StoredPayingAccount, 'code' | 'version'>): string {
  return `${code} ${version}`;
}
