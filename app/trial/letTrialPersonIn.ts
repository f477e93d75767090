import { accept, type Result } from '../../core/refusal/refusals.ts';
import { createPerson } from '../access/createPerson.ts';
import { setRoles } from '../access/setRoles.ts';
import type { AccountPorts } from '../accounts/accountPorts.ts';
import { addAccount } from '../accounts/addAccount.ts';
import { systemActor } from '../actor.ts';
import type { TenantId } from '../ports.ts';
import type { TrialPerson } from './trialPeople.ts';

/**
 * Makes somebody a person with these roles and an account at an address; what is there of it already stays. Gives the id of
 * the account.
 * Refuses: what createPerson, setRoles and addAccount refuse.
 */
export async function letTrialPersonIn(
  ports: AccountPorts,
  tenant: TenantId,
  { login, name, roles, partners }: TrialPerson,
  email: string,
): Promise<Result<string>> {
  const actor = systemActor('trial');
  const known = await ports.store.inTenant(tenant, async ({ access }) => {
    const [person] = await access.personsCalled([login]);
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
