import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import type { AccountPorts } from './accountPorts.ts';
import { checkPassword } from './checkPassword.ts';
import { provenByPassword } from './provenByPassword.ts';
import type { OwnSession } from './sessions.ts';
import { tellOwner } from './tellOwner.ts';
import { tellTenants } from './tellTenants.ts';

export type PasswordChange = {
  readonly present: string;
  readonly password: string;
  /** In which the mail about it is written. */
  readonly language: Language;
};

/**
 * Takes another password, by whoever knows the present one; every other session of the account ends.
 * Refuses: password-wrong, too-many-requests, password-too-short, password-too-common.
 */
export async function changePassword(
  ports: AccountPorts,
  { id, account }: OwnSession,
  { present, password, language }: PasswordChange,
): Promise<Result<undefined>> {
  const own = await ports.accounts.of({ account }, (tx) => tx.account());
  if (own === undefined) throw new Error('Fault: a session of nobody');
  const proven = await provenByPassword(ports, { email: own.email, password: present });
  if (!proven.ok) {
    const isWrong = proven.refusals[0]?.code === 'sign-in-failed';
    return isWrong ? refused(refuse('password-wrong', 'present')) : proven;
  }
  const set = await setPassword(ports, { account, email: own.email }, password, [id]);
  if (set.ok) tellOwner(ports, own.email, language);
  return set;
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
    await tx.endTickets();
    return tx.memberships();
  });
  await ports.accounts.of({ email }, (tx) => tx.forgetTries());
  await tellTenants(ports, memberships, 'account.password', {});
  return accept(undefined);
}
