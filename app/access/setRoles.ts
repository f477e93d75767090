import type { Money } from '../../core/money/money.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Person, RoleGrant } from '../ports/accessStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { ownScopes } from './issueKey.ts';
import { PARTNER_ROLES, type Role, scopesOf } from './role.ts';

export type WantedRole = {
  readonly role: Role;
  readonly companies?: readonly string[];
  readonly limit?: Money;
};

/**
 * Gives a person these roles and no others. What stays as it was keeps its grant; the others end, and new ones begin.
 * Nobody gives themselves what they may not.
 * Refuses: person-not-found, role-not-for-person (login, role), company-not-found, scope-not-own (scope).
 */
export function setRoles(
  ports: Ports,
  tenant: TenantId,
  { person: id, roles }: { readonly person: string; readonly roles: readonly WantedRole[] },
  actor: Actor,
): Promise<Result<readonly RoleGrant[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const allowed = await mayBeGiven(ports, tx, id, roles, actor);
    if (!allowed.ok) return allowed;
    const before = await tx.access.grants(id);
    const now = ports.clock.now();
    for (const grant of before) {
      if (!roles.some((wanted) => isSame(wanted, grant))) await tx.access.endGrant(grant.id, now);
    }
    for (const wanted of roles) {
      if (before.some((grant) => isSame(wanted, grant))) continue;
      await tx.access.addGrant({ id: ports.ids.next(), person: id, ...wanted, grantedAt: now });
    }
    const after = await tx.access.grants(id);
    const body = { from: before.map(shown), to: after.map(shown) };
    await auditDeed(ports, tx, { actor, action: 'person.roles', object: id, body });
    return accept(after);
  });
}

/** The roles that a person has now. Refuses: person-not-found. */
export function getRoles(ports: Ports, tenant: TenantId, id: string): Promise<Result<readonly RoleGrant[]>> {
  return ports.store.inTenant(tenant, async ({ access }) => {
    const person = await access.person(id);
    if (person === undefined) return refused(refuse('person-not-found', 'id', { id }));
    return accept(await access.grants(id));
  });
}

async function mayBeGiven(
  ports: Ports,
  tx: Tx,
  id: string,
  roles: readonly WantedRole[],
  actor: Actor,
): Promise<Result<undefined>> {
  // Locked, so that two who change them come one after the other, and nobody changes sides meanwhile.
  const person = await tx.access.lockPerson(id);
  if (person === undefined) return refused(refuse('person-not-found', 'id', { id }));
  const could = await mayHave(tx, person, roles);
  if (!could.ok) return could;
  if (actor.kind !== 'person' || actor.id !== id) return accept(undefined);
  const own = await ownScopes(tx, id, ports.clock.now());
  const more = roles.flatMap(({ role }) => scopesOf(role)).find((scope) => !own.has(scope));
  return more === undefined ? accept(undefined) : refused(refuse('scope-not-own', 'roles', { scope: more }));
}

/** Whether somebody of this side can have these roles. Refuses: role-not-for-person (login, role), company-not-found. */
export async function mayHave(
  tx: Pick<Tx, 'company'>,
  { login, partners }: Pick<Person, 'login' | 'partners'>,
  roles: readonly WantedRole[],
): Promise<Result<undefined>> {
  const isPartners = partners !== undefined;
  const wrong = roles.find(({ role }) => PARTNER_ROLES.includes(role) !== isPartners);
  if (wrong !== undefined) {
    return refused(refuse('role-not-for-person', 'roles', { login, role: wrong.role }));
  }
  const ours = new Set((await tx.company.all()).map(({ code }) => code));
  const stranger = roles.flatMap(({ companies }) => companies ?? []).find((code) => !ours.has(code));
  return stranger === undefined
    ? accept(undefined)
    : refused(refuse('company-not-found', 'companies', { company: stranger }));
}

function isSame(wanted: WantedRole, grant: WantedRole): boolean {
  return JSON.stringify(shown(wanted)) === JSON.stringify(shown(grant));
}

function shown({ role, companies, limit }: WantedRole): Json {
  return {
    role,
    companies: companies === undefined ? null : [...companies].sort(),
    limit: limit === undefined ? null : { minor: String(limit.minor), currency: limit.currency },
  };
}
