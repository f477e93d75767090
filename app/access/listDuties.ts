import type { Person } from '../ports/accessStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { conflictsIn, type Duty, dutiesOf } from './duty.ts';

/** What a person could be by all of their valid keys together, and which of it does not go together. */
export type PersonDuties = {
  readonly person: Person;
  readonly duties: readonly Duty[];
  readonly conflicts: readonly (readonly [Duty, Duty])[];
};

const AT_ONCE = 500;

/** The conflict matrix: every active person of ours who holds a duty, by login. */
export function listDuties(ports: Ports, tenant: TenantId): Promise<readonly PersonDuties[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const now = ports.clock.now();
    const all: PersonDuties[] = [];
    for (const person of await activePersons(tx)) {
      const keys = await tx.access.validKeys(person.id, now);
      const duties = dutiesOf(new Set(keys.flatMap(({ scopes }) => scopes)));
      if (duties.length > 0) all.push({ person, duties, conflicts: conflictsIn(duties) });
    }
    return all;
  });
}

async function activePersons(tx: Tx): Promise<Person[]> {
  const all: Person[] = [];
  for (;;) {
    const after = all.at(-1)?.login;
    const rows = await tx.access.persons({ limit: AT_ONCE, ...(after !== undefined && { after }) });
    all.push(...rows);
    if (rows.length < AT_ONCE) return all.filter(({ isActive }) => isActive);
  }
}
