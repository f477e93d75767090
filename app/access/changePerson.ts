import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { isForgotten } from '../privacy/pseudonym.ts';
import { sameVersion } from '../sameVersion.ts';

export type PersonChange = Pick<Person, 'id' | 'name' | 'partners' | 'isActive'> & {
  /** The version that the changer has seen. */
  readonly seen: string;
};

/**
 * Changes a person; one who has left comes in with no key any more. One of ours does not become a
 * partner's, nor the other way: their keys were given for what they were.
 * Refuses: person-not-found, person-forgotten, version-differs, person-side-fixed.
 */
export function changePerson(
  ports: Ports,
  tenant: TenantId,
  change: PersonChange,
  actor: Actor,
): Promise<Result<Person>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { seen, id, ...wanted } = change;
    const before = await tx.access.lockPerson(id);
    if (before === undefined) return refused(refuse('person-not-found', 'id', { id }));
    if (isForgotten(before)) return refused(refuse('person-forgotten', 'id', { name: before.name }));
    const same = sameVersion(seen, String(before.version));
    if (!same.ok) return same;
    if ((before.partners === undefined) !== (wanted.partners === undefined)) {
      return refused(refuse('person-side-fixed', 'partners', { login: before.login }));
    }
    const person = { id, login: before.login, ...wanted, version: before.version + 1 };
    await tx.access.changePerson(person);
    const body = { from: shown(before), to: shown(person) };
    await auditDeed(ports, tx, { actor, action: 'person.change', object: id, body });
    return accept(person);
  });
}

function shown({ name, partners, isActive }: Omit<PersonChange, 'seen' | 'id'>) {
  return { name, partners: partners ?? null, isActive };
}
