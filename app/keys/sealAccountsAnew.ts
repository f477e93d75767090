import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { totpBound } from '../accounts/timedCode.ts';
import type { Accounts } from '../ports/accounts.ts';
import type { KeyRing } from '../ports/keyRing.ts';

type AccountKeyPorts = { readonly accounts: Accounts; readonly keys: KeyRing };

/**
 * The same as sealAnew for what accounts keep outside of tenants: the keys of codes by time; gives how many.
 * Refuses: those of KeyRing.
 */
export async function sealAccountsAnew({ accounts, keys }: AccountKeyPorts): Promise<Result<number>> {
  const ring = await keys.list();
  if (!ring.ok) return ring;
  const [current, ...others] = ring.value.map(({ fingerprint }) => fingerprint);
  let sealed = 0;
  let lost: string | undefined;
  for (const { account, key } of await accounts.sealed()) {
    if (key === current) continue;
    if (!others.includes(key)) {
      lost = key;
      continue;
    }
    const anew = await sealOne({ accounts, keys }, account);
    if (!anew.ok) return anew;
    sealed += anew.value;
  }
  return lost === undefined ? accept(sealed) : refused(refuse('key-not-in-ring', 'key', { key: lost }));
}

function sealOne({ accounts, keys }: AccountKeyPorts, account: string): Promise<Result<number>> {
  return accounts.of({ account }, async (tx) => {
    const row = await tx.totp();
    if (row === undefined) return accept(0);
    const text = await keys.open(row.sealed, totpBound(account));
    if (!text.ok) return text;
    const anew = await keys.seal(text.value, totpBound(account));
    if (!anew.ok) return anew;
    return accept((await tx.resealTotp(row.sealed.key, anew.value)) ? 1 : 0);
  });
}
