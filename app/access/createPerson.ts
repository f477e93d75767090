import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Lower case, so that nobody looks like somebody else. */
export const LOGIN = /^[a-z0-9][a-z0-9._@+-]{0,99}$/;

export type NewPerson = Pick<Person, 'login' | 'name' | 'partners'>;

/**
 * A person, without a key yet: one of ours, or one of partners, who are named then.
 * Refuses: argument-invalid (login), login-taken.
 */
export function createPerson(
  ports: Ports,
  tenant: TenantId,
  wanted: NewPerson,
  actor: Actor,
): Promise<Result<Person>> {
  const { login } = wanted;
  if (!LOGIN.test(login)) {
    const facts = { argument: 'login', value: login, expected: 'a-z 0-9 . _ @ + -, 1…100' };
    return Promise.resolve(refused(refuse('argument-invalid', 'login', facts)));
  }
  return ports.store.inTenant(tenant, async (tx) => {
    const person = { ...wanted, id: ports.ids.next(), isActive: true, version: 1 };
    if (!(await tx.access.addPerson(person))) {
      return refused(refuse('login-taken', 'login', { login }));
    }
    const body = { login, partners: person.partners ?? null };
    await auditDeed(ports, tx, { actor, action: 'person.create', object: person.id, body });
    return accept(person);
  });
}
