import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { AccountPorts } from './accountPorts.ts';
import { type Begun, beginSession, type SignInPlace } from './beginSession.ts';
import { type Credentials, provenByPassword } from './provenByPassword.ts';
import { askFactor, type FactorAsked } from './secondFactor.ts';

/** A session has begun, or a second factor is asked for. */
export type SignedIn = { readonly begun: Begun } | { readonly asked: FactorAsked };

/**
 * Signs in with a password; who has a second factor shows it then. An address that has no account is answered like a wrong password, in the same time, and locked
 * after as many tries.
 * Refuses: sign-in-failed, too-many-requests.
 */
export async function signIn(
  ports: AccountPorts,
  credentials: Credentials,
  place: SignInPlace,
): Promise<Result<SignedIn>> {
  const account = await provenByPassword(ports, credentials);
  if (!account.ok) return account;
  const asked = await askFactor(ports, account.value);
  if (asked !== undefined) return accept({ asked });
  const begun = await beginSession(ports, account.value.id, { method: 'password', isStrong: false }, place);
  return accept({ begun });
}
