import type { LocalDate } from '../../core/calendar/localDate.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Person } from '../ports/accessStore.ts';
import type { TenantId } from '../ports.ts';
import { type AccessPorts, freshKey, type IssuedKey, isLifeAllowed } from './issueKey.ts';
import { SCOPES } from './scope.ts';

export type NewSandbox = {
  readonly name: string;
  /** The code of its company. */
  readonly company: string;
  readonly timeZone: string;
  /** The day that it stands on; it can be moved. */
  readonly day: LocalDate;
  readonly keyExpiresAt: Date;
};

export type Sandbox = { readonly id: TenantId; readonly code: string; readonly issued: IssuedKey };

/**
 * A tenant for trying out, whose company stands on a day of its own, with a person who may
 * everything in it and their key.
 * Refuses: sandbox-too-many, key-expiry-invalid.
 */
export function createSandbox(
  ports: AccessPorts,
  tenant: TenantId,
  wanted: NewSandbox,
  actor: Actor,
): Promise<Result<Sandbox>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (!isLifeAllowed(wanted.keyExpiresAt, ports.clock.now()))
      return refused(refuse('key-expiry-invalid', 'keyExpiresAt'));
    const id = ports.ids.next();
    const code = `sandbox-${hex(ports.random(6))}`;
    const person: Person = {
      id: ports.ids.next(),
      login: 'owner',
      name: 'Owner',
      isActive: true,
      version: 1,
    };
    const { issued, secretSha256 } = freshKey(ports, code, {
      holder: { kind: 'person', id: person.id },
      label: 'sandbox',
      scopes: SCOPES,
      expiresAt: wanted.keyExpiresAt,
    });
    const { name, company, timeZone, day } = wanted;
    const sandbox = { id, code, name, company, timeZone, day: formatDate(day) };
    if (!(await tx.access.makeSandbox(sandbox, { person, key: issued.key, secretSha256 }))) {
      return refused(refuse('sandbox-too-many', ''));
    }
    await auditDeed(ports, tx, { actor, action: 'sandbox.create', object: id, body: { code } });
    return accept({ id, code, issued });
  });
}
