import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Account } from '../ports/accounts.ts';
import type { AccountPorts } from './accountPorts.ts';
import { emailOf } from './emailOf.ts';

export type Credentials = { readonly email: string; readonly password: string };

/** So many tries at one address within so long: forty an hour at most, whoever tries and from wherever. */
const TRIES_MAX = 10;
const TRIES_MS = 15 * 60 * 1000;

/** The account whose password it is. Each try is counted before it is looked at, so that many at once are no way around. */
export async function provenByPassword(
  ports: AccountPorts,
  { email: given, password }: Credentials,
): Promise<Result<Account>> {
  const failed = refused(refuse('sign-in-failed', ''));
  const email = emailOf(given);
  if (!email.ok) return failed;
  const now = ports.clock.now();
  const found = await ports.accounts.of({ email: email.value }, async (tx) => ({
    tries: await tx.countTry(now, TRIES_MS),
    account: await tx.account(),
  }));
  if (found.tries.count > TRIES_MAX) return refused(refuse('too-many-requests', ''));
  const { account } = found;
  if (!(await ports.passwords.isRight(password, account?.password)) || account === undefined) return failed;
  await ports.accounts.of({ email: email.value }, (tx) => tx.forgetTries());
  return accept(account);
}
