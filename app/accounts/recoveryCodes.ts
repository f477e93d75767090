import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { AccountTx } from '../ports/accounts.ts';
import type { AccountPorts } from './accountPorts.ts';
import { secretSha256 } from './beginSession.ts';
import { provenAgain } from './factors.ts';
import { madeSigns } from './madePassword.ts';
import type { OwnSession } from './sessions.ts';

const COUNT = 10;

/** Codes of ten signs, 49 bits each: used once, and tried a few times an hour at most. */
export async function freshRecoveryCodes(
  ports: Pick<AccountPorts, 'random' | 'sha256'>,
  tx: AccountTx,
): Promise<readonly string[]> {
  const codes = Array.from({ length: COUNT }, () => madeSigns(ports, 10));
  await tx.setRecoveryCodes(codes.map((code) => secretSha256(ports, code)));
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** A code as it is hashed, however it was typed. */
export function recoveryCodeOf(typed: string): string {
  return typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Makes the codes anew, by whoever knows the password; those before work no more. Refuses: password-wrong, too-many-requests, factor-missing. */
export async function renewRecoveryCodes(
  ports: AccountPorts,
  own: OwnSession,
  present: string,
): Promise<Result<readonly string[]>> {
  const proven = await provenAgain(ports, own, present);
  if (!proven.ok) return proven;
  return ports.accounts.of({ account: own.account }, async (tx) => {
    const has = (await tx.totp())?.confirmedAt !== undefined || (await tx.passkeys()).length > 0;
    if (!has) return refused(refuse('factor-missing', ''));
    return accept(await freshRecoveryCodes(ports, tx));
  });
}

/** The first factor brings codes with it; who has some keeps them. */
export async function codesWithFirst(
  ports: AccountPorts,
  tx: AccountTx,
): Promise<readonly string[] | undefined> {
  return (await tx.recoveryCodesLeft()) > 0 ? undefined : freshRecoveryCodes(ports, tx);
}

/** Without a factor there is nothing to recover. */
export async function withoutFactors(tx: AccountTx): Promise<void> {
  const has = (await tx.totp())?.confirmedAt !== undefined || (await tx.passkeys()).length > 0;
  if (!has) await tx.setRecoveryCodes([]);
}
