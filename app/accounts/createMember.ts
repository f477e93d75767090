import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { createPerson } from '../access/createPerson.ts';
import { setRoles, type WantedRole } from '../access/setRoles.ts';
import type { Actor } from '../actor.ts';
import type { TenantId } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { addAccount } from './addAccount.ts';
import { setPassword } from './changePassword.ts';
import { checkPassword } from './checkPassword.ts';
import { emailOf } from './emailOf.ts';

export type NewMember = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly WantedRole[];
  /** For an account that has none yet; one that has keeps its own. */
  readonly password: string;
};

/** A person who can sign in. `isNew`: the password is the one that was given. */
export type Member = { readonly person: string; readonly account: string; readonly isNew: boolean };

/**
 * A person with roles and an account by an e-mail address, made by whoever holds the database. A person whose login is the
 * address, or its part before the @, and who has no account yet gets it.
 * Refuses: email-invalid, member-exists, password-too-short, password-too-common, and those of setRoles.
 */
export async function createMember(
  ports: AccountPorts,
  tenant: TenantId,
  { email: given, name, roles, password }: NewMember,
  actor: Actor,
): Promise<Result<Member>> {
  const email = emailOf(given);
  if (!email.ok) return email;
  // Before anything is written: what is refused for its password leaves nobody behind.
  const checked = checkPassword(password, email.value);
  if (!checked.ok) return checked;
  const person = await personFor(ports, tenant, { login: email.value, name }, actor);
  if (!person.ok) return person;
  const granted = await setRoles(ports, tenant, { person: person.value, roles }, actor);
  if (!granted.ok) return granted;
  const account = await addAccount(ports, tenant, { person: person.value, email: email.value }, actor);
  if (!account.ok) return account;
  const member = { person: person.value, account: account.value };
  const own = await ports.accounts.of({ account: account.value }, (tx) => tx.account());
  if (own?.password !== undefined) return accept({ ...member, isNew: false });
  const set = await setPassword(ports, { account: account.value, email: email.value }, password, []);
  return set.ok ? accept({ ...member, isNew: true }) : set;
}

async function personFor(
  ports: AccountPorts,
  tenant: TenantId,
  wanted: { readonly login: string; readonly name: string },
  actor: Actor,
): Promise<Result<string>> {
  const known = await ports.store.inTenant(tenant, async ({ access }) => {
    const [found] = await access.personsCalled([wanted.login, wanted.login.split('@')[0] ?? '']);
    return found && { ...found, isTaken: (await access.accountOf(found.id)) !== undefined };
  });
  if (known?.isTaken) return refused(refuse('member-exists', 'email', { login: known.login }));
  if (known !== undefined) return accept(known.id);
  const made = await createPerson(ports, tenant, wanted, actor);
  return made.ok ? accept(made.value.id) : made;
}

/** Sets the password of an account by its address, by whoever holds the database. Refuses: account-not-found (email), and those of setPassword. */
export async function resetPassword(
  ports: AccountPorts,
  given: string,
  password: string,
): Promise<Result<string>> {
  const email = emailOf(given);
  if (!email.ok) return email;
  const own = await ports.accounts.of({ email: email.value }, (tx) => tx.account());
  if (own === undefined) return refused(refuse('account-not-found', 'email', { email: email.value }));
  const set = await setPassword(ports, { account: own.id, email: own.email }, password, []);
  return set.ok ? accept(own.id) : set;
}
