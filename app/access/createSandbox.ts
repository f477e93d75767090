import type { LocalDate } from '../../core/calendar/localDate.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Person, PersonWithKey } from '../ports/accessStore.ts';
import type { TenantId } from '../ports.ts';
import { type AccessPorts, freshKey, type IssuedKey, isLifeAllowed } from './issueKey.ts';
import { SCOPES, type Scope } from './scope.ts';

export type NewSandbox = {
  readonly name: string;
  /** The code of its company. */
  readonly company: string;
  readonly timeZone: string;
  /** The day that it stands on; it can be moved. */
  readonly day: LocalDate;
  readonly keyExpiresAt: Date;
};

export type Sandbox = {
  readonly id: TenantId;
  readonly code: string;
  readonly issued: IssuedKey;
  /** Of a second person, since nobody approves what they handed in. */
  readonly approver: IssuedKey;
};

/** What the second person may: what the first one cannot do alone. */
const APPROVER_SCOPES: readonly Scope[] = ['agreements:read', 'agreements:approve', 'company:read'];

/**
 * A tenant for trying out, whose company stands on a day of its own, with a person who may
 * everything in it, one who approves, and a key of each.
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
    const within = { code, expiresAt: wanted.keyExpiresAt };
    const owner = somebody(ports, within, { login: 'owner', name: 'Owner', scopes: SCOPES });
    const second = { login: 'approver', name: 'Approver', scopes: APPROVER_SCOPES };
    const approver = somebody(ports, within, second);
    const { name, company, timeZone, day } = wanted;
    const sandbox = { id, code, name, company, timeZone, day: formatDate(day) };
    if (!(await tx.access.makeSandbox(sandbox, [owner.row, approver.row]))) {
      return refused(refuse('sandbox-too-many', ''));
    }
    await auditDeed(ports, tx, { actor, action: 'sandbox.create', object: id, body: { code } });
    return accept({ id, code, issued: owner.issued, approver: approver.issued });
  });
}

/** A new person of a sandbox with a key. */
function somebody(
  ports: AccessPorts,
  within: { readonly code: string; readonly expiresAt: Date },
  {
    login,
    name,
    scopes,
  }: { readonly login: string; readonly name: string; readonly scopes: readonly Scope[] },
): { readonly row: PersonWithKey; readonly issued: IssuedKey } {
  const person: Person = { id: ports.ids.next(), login, name, isActive: true, version: 1 };
  const holder = { kind: 'person', id: person.id } as const;
  const wanted = { holder, label: 'sandbox', scopes, expiresAt: within.expiresAt };
  const { issued, secretSha256 } = freshKey(ports, within.code, wanted);
  return { row: { person, key: issued.key, secretSha256 }, issued };
}
