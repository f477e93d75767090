import { revokeKey } from '../access/revokeKey.ts';
import type { AccountPorts } from '../accounts/accountPorts.ts';
import { systemActor } from '../actor.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { TRIAL_PEOPLE, type TrialPerson, WHOLE_OFFICE } from './trialPeople.ts';

const MANY = 10_000;

/** Whoever had an account in a sandbox and is nobody of the demo: they find the one that is new. */
export async function ownPeopleOf(
  { store, accounts }: Pick<AccountPorts, 'store' | 'accounts'>,
  tenant: TenantId,
): Promise<readonly { readonly person: TrialPerson; readonly email: string }[]> {
  const played = new Set(TRIAL_PEOPLE.map(({ login }) => login));
  const own = await store.inTenant(tenant, async ({ access }) => {
    const persons = await access.colleagues({ limit: MANY });
    const active = persons.filter(({ login, isActive }) => isActive && !played.has(login));
    return Promise.all(active.map(async (one) => ({ ...one, account: await access.accountOf(one.id) })));
  });
  const found = own.map(async ({ login, name, account }) => {
    const known = account && (await accounts.of({ account }, (tx) => tx.account()));
    return known ? [{ person: { login, name, roles: WHOLE_OFFICE }, email: known.email }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Lets the sessions of an account that work in one sandbox work in the other; those that count in the one alone end with it. */
export function moveSessions(
  { accounts, clock }: Pick<AccountPorts, 'accounts' | 'clock'>,
  account: string,
  { old, fresh }: { readonly old: TenantId; readonly fresh: TenantId },
): Promise<void> {
  return accounts.of({ account }, async (tx) => {
    for (const { id, tenant, onlyIn } of await tx.sessions(clock.now()))
      if (tenant === old && onlyIn === undefined) await tx.workIn(id, fresh);
  });
}

/** Lets nobody in any more where another sandbox stands now: everybody has left, and no key counts. */
export async function closeSandbox(ports: Ports, tenant: TenantId): Promise<void> {
  const [persons, keys] = await ports.store.inTenant(tenant, async ({ access }) => [
    await access.persons({ limit: MANY }),
    await access.keys({ limit: MANY }),
  ]);
  for (const key of keys) await revokeKey(ports, tenant, key.id, systemActor('trial'));
  await ports.store.inTenant(tenant, async ({ access }) => {
    for (const person of persons.filter(({ isActive }) => isActive)) await access.changePerson(gone(person));
  });
}

function gone(person: Person): Person {
  return { ...person, isActive: false, version: person.version + 1 };
}
