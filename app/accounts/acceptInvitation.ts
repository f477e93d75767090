import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import { createPerson, type NewPerson } from '../access/createPerson.ts';
import { setRoles } from '../access/setRoles.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { joinedPorts } from '../joinedStore.ts';
import type { Invitation } from '../ports/invitationStore.ts';
import type { TenantId, Tx } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { accountAt } from './addAccount.ts';
import { secretSha256 } from './beginSession.ts';
import { setPassword } from './changePassword.ts';
import { checkPassword } from './checkPassword.ts';
import { loginOf } from './emailOf.ts';
import { parseInvitation } from './invitationText.ts';

/** What whoever holds the link is shown before they accept. */
export type ShownInvitation = {
  readonly tenant: string;
  readonly email: string;
  readonly name: string;
  readonly isForPartner: boolean;
  readonly expiresAt: Date;
  /** The address signs in with a password already, which stays. */
  readonly hasPassword: boolean;
};

/** Refuses: invitation-invalid, alike for a text that is none, and one that is unknown, over, used or revoked. */
export async function showInvitation(ports: AccountPorts, text: string): Promise<Result<ShownInvitation>> {
  const found = await openInvitation(ports, text);
  if (!found.ok) return found;
  const { email, name, partners, expiresAt } = found.value.invitation;
  const account = await ports.accounts.of({ email }, (tx) => tx.account());
  return accept({
    ...{ tenant: found.value.tenantName, email, name, expiresAt },
    isForPartner: partners !== undefined,
    hasPassword: account?.password !== undefined,
  });
}

/**
 * Becomes the person that one is invited to be: the link shows that the address is theirs. Who has no password yet sets it here;
 * a password that is there stays as it is, and is needed to sign in.
 * Refuses: invitation-invalid, member-exists, password-too-short, password-too-common, and those of setRoles.
 */
export async function acceptInvitation(
  ports: AccountPorts,
  { text, password }: { readonly text: string; readonly password?: string },
): Promise<Result<{ readonly account: string; readonly isNew: boolean }>> {
  const found = await openInvitation(ports, text);
  if (!found.ok) return found;
  const { tenant, secret, invitation } = found.value;
  const { email } = invitation;
  const known = await ports.accounts.of({ email }, (tx) => tx.account());
  const isNew = known?.password === undefined;
  if (isNew) {
    const checked = checkPassword(password ?? '', email);
    if (!checked.ok) return checked;
  }
  // Accounts have transactions of their own: what is left of one that goes no further is an account of nobody.
  const account = await accountAt(ports, email);
  const joined = await join(ports, tenant, { secret, account });
  if (!joined.ok) return joined;
  if (!isNew) return accept({ account, isNew });
  const set = await setPassword(ports, { account, email }, password ?? '', []);
  return set.ok ? accept({ account, isNew }) : set;
}

type Open = {
  readonly tenant: TenantId;
  readonly tenantName: string;
  readonly secret: string;
  readonly invitation: Invitation;
};

async function openInvitation(ports: AccountPorts, text: string): Promise<Result<Open>> {
  const invalid = refused(refuse('invitation-invalid', ''));
  const parsed = parseInvitation(text);
  const tenant = parsed && (await ports.store.findTenant(parsed.tenant));
  if (parsed === undefined || tenant === undefined) return invalid;
  const secret = secretSha256(ports, parsed.secret);
  const found = await ports.store.inTenant(tenant, async (tx) => ({
    invitation: await validBySecret(ports, tx, secret),
    tenantName: await tx.access.tenantName(),
  }));
  const { invitation, tenantName } = found;
  return invitation === undefined ? invalid : accept({ tenant, tenantName, secret, invitation });
}

/** It neither ended nor is over, and whoever has invited is still there. */
async function validBySecret(ports: AccountPorts, tx: Tx, secret: string): Promise<Invitation | undefined> {
  const found = await tx.invitations.lockBySecret(secret);
  if (found === undefined || found.acceptedAt !== undefined || found.revokedAt !== undefined)
    return undefined;
  if (found.expiresAt <= ports.clock.now()) return undefined;
  const { kind, id } = found.invitedBy;
  const isGone = kind === 'person' && (await tx.access.person(id))?.isActive !== true;
  return isGone ? undefined : found;
}

/** In one transaction, behind the lock of the invitation: of two who come with one link the second finds it used. */
function join(
  ports: AccountPorts,
  tenant: TenantId,
  { secret, account }: { readonly secret: string; readonly account: string },
): Promise<Result<undefined>> {
  const done = ports.store.inTenant(tenant, async (tx) => {
    const invitation = await validBySecret(ports, tx, secret);
    if (invitation === undefined) return refused(refuse('invitation-invalid', ''));
    const inside = joinedPorts(ports, tenant, tx);
    const { id, email, name, partners, roles, invitedBy } = invitation;
    const wanted = { login: loginOf(email), name, ...(partners && { partners }) };
    const person = await personOf(inside, tenant, tx, wanted, invitedBy);
    if (!person.ok) throw new Abandoned(person);
    const now = ports.clock.now();
    if (!(await tx.access.addMember(person.value, account, now))) {
      throw new Abandoned(refused(refuse('member-exists', 'email', { login: email })));
    }
    const granted = await setRoles(inside, tenant, { person: person.value, roles }, invitedBy);
    if (!granted.ok) throw new Abandoned(granted);
    await tx.invitations.accept(id, person.value, now);
    const actor = { kind: 'person', id: person.value } as const;
    await auditDeed(ports, tx, { actor, action: 'invitation.accept', object: id, body: { account } });
    return accept(undefined);
  });
  return outcomeOf(done);
}

/** The person of this very login, where it is one of the same side without an account; else a new one. */
async function personOf(
  ports: AccountPorts,
  tenant: TenantId,
  { access }: Tx,
  wanted: NewPerson,
  actor: Actor,
): Promise<Result<string>> {
  const [known] = await access.personsCalled([wanted.login]);
  if (known === undefined) {
    const made = await createPerson(ports, tenant, wanted, actor);
    return made.ok ? accept(made.value.id) : made;
  }
  const isSameSide = JSON.stringify(known.partners) === JSON.stringify(wanted.partners);
  const isFree = known.isActive && isSameSide && (await access.accountOf(known.id)) === undefined;
  return isFree ? accept(known.id) : refused(refuse('member-exists', 'email', { login: known.login }));
}
