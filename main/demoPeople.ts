import { setPassword } from '../app/accounts/changePassword.ts';
import { madePassword } from '../app/accounts/madePassword.ts';
import type { TenantId } from '../app/ports.ts';
import { letTrialPersonIn } from '../app/trial/letTrialPersonIn.ts';
import { TRIAL_PEOPLE, type TrialPerson } from '../app/trial/trialPeople.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { Composed } from './compose.ts';

export type DemoSignIn = { readonly emails: readonly string[]; readonly password: string };

export function demoEmail({ login }: Pick<TrialPerson, 'login'>): string {
  return `${login}@demo.example`;
}

/**
 * Lets the people of the demo sign in, all with one password that is made anew at each start and said in the terminal: the
 * demo is for whoever sits at this machine, and no password of it is known before or kept. Nobody where it is no sandbox.
 */
export async function letDemoPeopleIn(
  ports: Composed,
  tenant: TenantId,
): Promise<Result<DemoSignIn | undefined>> {
  // Where a company stands on the real day, real people work.
  const isSandbox = await ports.store.inTenant(tenant, ({ access }) => access.isSandbox());
  if (!isSandbox) return accept(undefined);
  const password = madePassword(ports);
  const emails: string[] = [];
  for (const person of TRIAL_PEOPLE) {
    const email = demoEmail(person);
    const account = await letTrialPersonIn(ports, tenant, person, email);
    if (!account.ok) return account;
    const set = await setPassword(ports, { account: account.value, email }, password, []);
    if (!set.ok) return set;
    emails.push(email);
  }
  return accept({ emails, password });
}
