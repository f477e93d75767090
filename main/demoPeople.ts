import { createPerson } from '../app/access/createPerson.ts';
import type { Role } from '../app/access/role.ts';
import { setRoles } from '../app/access/setRoles.ts';
import { addAccount } from '../app/accounts/addAccount.ts';
import { setPassword } from '../app/accounts/changePassword.ts';
import { madePassword } from '../app/accounts/madePassword.ts';
import { systemActor } from '../app/actor.ts';
import type { TenantId } from '../app/ports.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { Composed } from './compose.ts';

type DemoPerson = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly partners?: readonly string[];
};

/** Who can be played in the demo: one for each part, so that what one has proposed another one approves. */
const PEOPLE: readonly DemoPerson[] = [
  { login: 'anna', name: 'Anna Berg', roles: ['analyst', 'finance'] },
  { login: 'ben', name: 'Ben Castle', roles: ['approver'] },
  { login: 'carla', name: 'Carla Dent', roles: ['payer'] },
  { login: 'dora', name: 'Dora Ek', roles: ['administrator'] },
  { login: 'emil', name: 'Emil Frank', roles: ['auditor'] },
  { login: 'fay', name: 'Fay Grant', roles: ['partnerAdministrator'], partners: ['ALFKI'] },
];

export type DemoSignIn = { readonly emails: readonly string[]; readonly password: string };

/**
 * Lets the people of the demo sign in, all with one password that is made anew at each start and said in the terminal: the
 * demo is for whoever sits at this machine, and no password of it is known before or kept. Nobody where it is no demo.
 */
export async function letDemoPeopleIn(
  ports: Composed,
  tenant: TenantId,
): Promise<Result<DemoSignIn | undefined>> {
  const companies = await ports.store.inTenant(tenant, (tx) => tx.company.all());
  // Where a company stands on the real day, real people work.
  if (companies.some(({ businessDay }) => businessDay === undefined)) return accept(undefined);
  const password = madePassword(ports);
  const emails: string[] = [];
  for (const person of PEOPLE) {
    const email = `${person.login}@demo.example`;
    const account = await accountOf(ports, tenant, person, email);
    if (!account.ok) return account;
    const set = await setPassword(ports, { account: account.value, email }, password, []);
    if (!set.ok) return set;
    emails.push(email);
  }
  return accept({ emails, password });
}

async function accountOf(
  ports: Composed,
  tenant: TenantId,
  { login, name, roles, partners }: DemoPerson,
  email: string,
): Promise<Result<string>> {
  const actor = systemActor('demo');
  const known = await ports.store.inTenant(tenant, async ({ access }) => {
    const person = (await access.persons({ limit: 1000 })).find((one) => one.login === login);
    return person && { id: person.id, account: await access.accountOf(person.id) };
  });
  if (known?.account !== undefined) return accept(known.account);
  const wanted = { login, name, ...(partners && { partners }) };
  const person = known ? accept(known) : await createPerson(ports, tenant, wanted, actor);
  if (!person.ok) return person;
  const { id } = person.value;
  const granted = await setRoles(
    ports,
    tenant,
    { person: id, roles: roles.map((role) => ({ role })) },
    actor,
  );
  return granted.ok ? addAccount(ports, tenant, { person: id, email }, actor) : granted;
}
