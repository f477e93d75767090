import type { Person } from '../ports/accessStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { conflictsIn, type Duty, dutiesOf } from './duty.ts';

/** What a person could be by all of their valid keys together, and which of it does not go together. */
export type PersonDuties = {
  readonly person: Person;
  readonly duties: readonly Duty[];
  readonly conflicts: readonly (readonly [Duty, Duty])[];
};

/** The conflict matrix: every active person of ours who holds a duty, by login. */
export function listDuties(ports: Ports, tenant: TenantId): Promise<readonly PersonDuties[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const holders = await tx.access.holders(ports.clock.now());
    return holders
      .map(({ person, scopes }) => ({ person, duties: dutiesOf(new Set(scopes)) }))
      .filter(({ duties }) => duties.length > 0)
      .map(({ person, duties }) => ({ person, duties, conflicts: conflictsIn(duties) }));
  });
}
