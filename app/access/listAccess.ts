import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { ApiKey, Person, Service } from '../ports/accessStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

export type Page = { readonly after?: string; readonly limit: number };
export type Paged<T> = { readonly rows: readonly T[]; readonly hasMore: boolean };

/** Persons by login. */
export const listPersons = (ports: Ports, tenant: TenantId, page: Page): Promise<Paged<Person>> =>
  paged(ports, tenant, page, (tx, wanted) => tx.access.persons(wanted));

/** Our own people by login: whose names stand beside deeds, and who can be given work. */
export const listColleagues = (ports: Ports, tenant: TenantId, page: Page): Promise<Paged<Person>> =>
  paged(ports, tenant, page, (tx, wanted) => tx.access.colleagues(wanted));

/** Services by code. */
export const listServices = (ports: Ports, tenant: TenantId, page: Page): Promise<Paged<Service>> =>
  paged(ports, tenant, page, (tx, wanted) => tx.access.services(wanted));

/** Keys by id, never their secrets. */
export const listKeys = (ports: Ports, tenant: TenantId, page: Page): Promise<Paged<ApiKey>> =>
  paged(ports, tenant, page, (tx, wanted) => tx.access.keys(wanted));

/** Refuses: person-not-found. */
export function getPerson(ports: Ports, tenant: TenantId, id: string): Promise<Result<Person>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = await tx.access.person(id);
    return person === undefined ? refused(refuse('person-not-found', 'id', { id })) : accept(person);
  });
}

/** One row more than asked for tells whether there are more. */
async function paged<T>(
  ports: Ports,
  tenant: TenantId,
  page: Page,
  read: (tx: Tx, wanted: Page) => Promise<readonly T[]>,
): Promise<Paged<T>> {
  const rows = await ports.store.inTenant(tenant, (tx) => read(tx, { ...page, limit: page.limit + 1 }));
  return { rows: rows.slice(0, page.limit), hasMore: rows.length > page.limit };
}
