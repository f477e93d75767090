import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import type { Actor } from '../actor.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import { joinedPorts } from '../joinedStore.ts';
import type { TenantId } from '../ports.ts';
import { createPerson } from './createPerson.ts';
import { type AccessPorts, type IssuedKey, issueKey } from './issueKey.ts';

/**
 * The person who lets in everybody else, with a key for nothing else: made once, by whoever
 * holds the database, and refused as soon as there is somebody.
 * Refuses: administrator-exists, login-taken, key-expiry-invalid.
 */
export function firstAdministrator(
  ports: AccessPorts,
  tenant: TenantId,
  wanted: { readonly login: string; readonly name: string; readonly expiresAt: Date },
  actor: Actor,
): Promise<Result<IssuedKey>> {
  const made = ports.store.inTenant(tenant, async (tx) => {
    // Of two at once the second one waits here and finds the first one's.
    await lockSettings(tx);
    if (await tx.access.isHeld('access:write', ports.clock.now()))
      return refused(refuse('administrator-exists', 'login'));
    const inside = joinedPorts(ports, tenant, tx);
    const person = await createPerson(inside, tenant, { login: wanted.login, name: wanted.name }, actor);
    if (!person.ok) return person;
    const issued = await issueKey(
      inside,
      tenant,
      {
        holder: { kind: 'person', id: person.value.id },
        label: 'first administrator',
        scopes: ['access:read', 'access:write', 'audit:read', 'company:read'],
        expiresAt: wanted.expiresAt,
      },
      actor,
    );
    // A person without the key would be in the way of the next try.
    if (!issued.ok) throw new Abandoned(issued);
    return issued;
  });
  return outcomeOf(made);
}
