import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { changePerson } from '../access/changePerson.ts';
import { PARTNER_ROLES, type Role } from '../access/role.ts';
import { setRoles } from '../access/setRoles.ts';
import type { AccountPorts } from '../accounts/accountPorts.ts';
import { inviteMember, type NewInvitation } from '../accounts/inviteMember.ts';
import type { Actor } from '../actor.ts';
import { allOf } from '../allOf.ts';
import { joinedPorts } from '../joinedStore.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Invitation } from '../ports/invitationStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** Who administers the persons of their partners: partners and name of whoever asks. */
export type UserAdministrator = { readonly actor: Actor; readonly partners: readonly string[] };

export type PartnerUser = { readonly person: Person; readonly role?: Role; readonly isSelf: boolean };

export type PartnerUsers = {
  readonly users: readonly PartnerUser[];
  readonly invitations: readonly Invitation[];
};

/** The persons who see nothing but these partners, by login, and who is invited to become one. */
export function listPartnerUsers(
  ports: Ports,
  tenant: TenantId,
  by: UserAdministrator,
): Promise<PartnerUsers> {
  return ports.store.inTenant(tenant, async ({ access, invitations }) => {
    const persons = (await allOf(access.persons, ({ login }) => login)).filter((person) =>
      isWithin(person, by),
    );
    const users: PartnerUser[] = [];
    for (const person of persons) users.push(await userOf({ access }, person, by));
    const invited = await allOf(
      (page) => invitations.list({ ...page, within: by.partners }),
      ({ id }) => id,
    );
    const isOpen = ({ acceptedAt, revokedAt, expiresAt }: Invitation) =>
      acceptedAt === undefined && revokedAt === undefined && expiresAt > ports.clock.now();
    return { users, invitations: invited.filter(isOpen) };
  });
}

/**
 * Invites somebody to become a person of the same partners. An invitation of somebody else at the address stands.
 * Refuses: member-exists, and those of inviteMember.
 */
export function invitePartnerUser(
  ports: AccountPorts,
  tenant: TenantId,
  wanted: Pick<NewInvitation, 'email' | 'name' | 'language' | 'origin'> & { readonly role: Role },
  { actor, partners }: UserAdministrator,
): Promise<Result<Invitation>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { role, ...told } = wanted;
    if (!PARTNER_ROLES.includes(role))
      return refused(refuse('role-not-for-person', 'role', { login: told.email, role }));
    const waiting = await tx.invitations.lockWaiting(told.email.normalize('NFC').trim().toLowerCase());
    if (waiting !== undefined && !isWithin(waiting, { partners })) {
      return refused(refuse('member-exists', 'email', { login: told.email }));
    }
    const invitation = { ...told, partners, roles: [{ role }] };
    return inviteMember(joinedPorts(ports, tenant, tx), tenant, invitation, actor);
  });
}

/**
 * Lets a person of the same partners have another role, leave or come back; nobody changes their own access.
 * Refuses: person-not-found, own-access-fixed, and those of changePerson and setRoles.
 */
export function changePartnerUser(
  ports: Ports,
  tenant: TenantId,
  { id, role, isActive }: { readonly id: string; readonly role: Role; readonly isActive: boolean },
  by: UserAdministrator,
): Promise<Result<PartnerUser>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const own = joinedPorts(ports, tenant, tx);
    const before = await tx.access.lockPerson(id);
    if (before === undefined || !isWithin(before, by)) {
      return refused(refuse('person-not-found', 'id', { id }));
    }
    if (by.actor.id === id) return refused(refuse('own-access-fixed', 'id'));
    const { name, partners = [], version } = before;
    const change = { id, name, partners, isActive, seen: String(version) };
    const person = await changePerson(own, tenant, change, by.actor);
    if (!person.ok) return person;
    const roles = await setRoles(own, tenant, { person: id, roles: [{ role }] }, by.actor);
    if (!roles.ok) return roles;
    return accept(await userOf(tx, person.value, by));
  });
}

async function userOf(
  { access }: Pick<Tx, 'access'>,
  person: Person,
  { actor }: UserAdministrator,
): Promise<PartnerUser> {
  const roles = (await access.grants(person.id)).map(({ role }) => role);
  const role = PARTNER_ROLES.find((one) => roles.includes(one));
  return { person, ...(role !== undefined && { role }), isSelf: actor.id === person.id };
}

/** Of partners, and of none but these: who sees others, too, is not theirs to change. */
function isWithin(
  { partners }: { readonly partners?: readonly string[] },
  by: Pick<UserAdministrator, 'partners'>,
): boolean {
  return partners?.every((partner) => by.partners.includes(partner)) === true;
}
