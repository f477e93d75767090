import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { AccountPorts } from './accountPorts.ts';
import { checkPassword } from './checkPassword.ts';
import type { OwnSession } from './sessions.ts';
import { provenByPassword } from './signIn.ts';
import { tellTenants } from './tellTenants.ts';

/**
 * Takes another password, by whoever knows the present one; every other session of the account ends.
 * Refuses: password-wrong, too-many-requests, password-too-short, password-too-common.
 */
export async function changePassword(
  ports: AccountPorts,
  { id, account }: OwnSession,
  { present, password }: { readonly present: string; readonly password: string },
): Promise<Result<undefined>> {
  const own = await ports.accounts.of({ account }, (tx) => tx.account());
  if (own === undefined) throw new Error('Fault: a session of nobody');
  const proven = await provenByPassword(ports, { email: own.email, password: present });
  if (!proven.ok) {
    const isWrong = proven.refusals[0]?.code === 'sign-in-failed';
    return isWrong ? refused(refuse('password-wrong', 'present')) : proven;
  }
  return setPassword(ports, { account, email: own.email }, password, [id]);
}

/** Sets a password and ends all sessions but those named. Refuses: password-too-short, password-too-common. */
export async function setPassword(
  ports: AccountPorts,
  { account, email }: { readonly account: string; readonly email: string },
  password: string,
  butNot: readonly string[],
): Promise<Result<undefined>> {
  const checked = checkPassword(password, email);
  if (!checked.ok) return checked;
  const kept = await ports.passwords.hash(password);
  const memberships = await ports.accounts.of({ account }, async (tx) => {
    await tx.setPassword(account, kept);
    await tx.endSessions({ butNot }, ports.clock.now());
    return tx.memberships();
  });
  await ports.accounts.of({ email }, (tx) => tx.forgetTries());
  await tellTenants(ports, memberships, 'account.password', {});
  return accept(undefined);
}
