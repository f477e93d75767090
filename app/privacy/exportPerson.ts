import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Accounts } from '../ports/accounts.ts';
import type { PersonalRows } from '../ports/privacyStore.ts';
import type { Ports, TenantId } from '../ports.ts';

export type PrivacyPorts = Ports & { readonly accounts: Accounts };

/** What is known of a person. `places` in the order in which they would be forgotten. */
export type PersonalData = { readonly person: Person; readonly places: readonly PersonalRows[] };

/**
 * Everything that names a person of the tenant: to be given to whoever asks what is kept of them. No secret is in it.
 * Refuses: person-not-found.
 */
export async function exportPerson(
  ports: PrivacyPorts,
  tenant: TenantId,
  id: string,
): Promise<Result<PersonalData>> {
  const found = await ports.store.inTenant(tenant, async (tx) => {
    const person = await tx.access.person(id);
    return person && { person, account: await tx.access.accountOf(id) };
  });
  if (found === undefined) return refused(refuse('person-not-found', 'id', { id }));
  const { person, account } = found;
  const own = await accountRows(ports, account);
  const names = [person.login, ...(own.email === undefined ? [] : [own.email])];
  const rows = await ports.store.inTenant(tenant, (tx) => tx.privacy.about({ person: id, names }));
  return accept({ person, places: [...own.places, ...rows] });
}

type AccountRows = { readonly email?: string; readonly places: readonly PersonalRows[] };

/** What lies outside of tenants: how the person signs in. */
function accountRows(ports: PrivacyPorts, account: string | undefined): Promise<AccountRows> {
  if (account === undefined) return Promise.resolve({ places: [] });
  return ports.accounts.of({ account }, async (tx): Promise<AccountRows> => {
    const own = await tx.account();
    if (own === undefined) return { places: [] };
    const sessions = await tx.sessions(ports.clock.now());
    const passkeys = await tx.passkeys();
    return {
      email: own.email,
      places: [
        { place: 'account', fate: 'deleted', rows: [{ id: own.id, email: own.email }] },
        {
          place: 'account_session',
          fate: 'deleted',
          rows: sessions.map(({ device, method, begunAt, seenAt }) => ({
            ...{ device, method },
            ...{ begunAt: begunAt.toISOString(), seenAt: seenAt.toISOString() },
          })),
        },
        {
          place: 'account_passkey',
          fate: 'deleted',
          rows: passkeys.map(({ name, madeAt }) => ({ name, madeAt: madeAt.toISOString() })),
        },
      ],
    };
  });
}
