import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import type { Language } from '../../core/wording/language.ts';
import { LOGIN } from '../access/createPerson.ts';
import { mayHave, type WantedRole } from '../access/setRoles.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { letterheadOf } from '../brand/letterhead.ts';
import type { Invitation } from '../ports/invitationStore.ts';
import type { Mail } from '../ports/mails.ts';
import type { TenantId, Tx } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { secretSha256 } from './beginSession.ts';
import { emailOf, loginOf } from './emailOf.ts';
import { invitationText } from './invitationText.ts';
import { letterOf, untilText } from './letters.ts';

export type NewInvitation = {
  readonly email: string;
  readonly name: string;
  readonly partners?: readonly string[];
  readonly roles: readonly WantedRole[];
  /** In which the mail is written. */
  readonly language: Language;
  /** The address of the pages: scheme, name and port. */
  readonly origin: string;
};

const LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Invites somebody by mail to become a person with these roles; the link in it works once, and of it there is only a hash. An
 * earlier one that waits at the address is revoked. Whether the address has an account, here or elsewhere, nobody learns who invites;
 * who is a person here already is told when they accept.
 * Refuses: email-invalid, role-not-for-person (login, role), company-not-found (company).
 */
export async function inviteMember(
  ports: AccountPorts,
  tenant: TenantId,
  { email: given, name, partners, roles, language, origin }: NewInvitation,
  actor: Actor,
): Promise<Result<Invitation>> {
  const email = emailOf(given);
  if (!email.ok) return email;
  // An address that cannot be a login is refused now, and not to whoever accepts.
  if (!LOGIN.test(loginOf(email.value))) return refused(refuse('email-invalid', 'email', { email: given }));
  return ports.store.inTenant(tenant, async (tx) => {
    const allowed = await mayHave(tx, { login: email.value, ...(partners && { partners }) }, roles);
    if (!allowed.ok) return allowed;
    const now = ports.clock.now();
    const before = await tx.invitations.lockWaiting(email.value);
    if (before !== undefined) await tx.invitations.revoke(before.id, now);
    const written = {
      id: ports.ids.next(),
      email: email.value,
      name,
      roles,
      invitedBy: actor,
      invitedAt: now,
    };
    const wanted = { ...written, ...(partners && { partners }) };
    const secret = hex(ports.random(32));
    const kept = { secretSha256: secretSha256(ports, secret), lifeMs: LIFE_MS };
    const invitation = { ...wanted, expiresAt: await tx.invitations.add(wanted, kept) };
    const body = { email: email.value, partners: partners ?? null, roles: roles.map(({ role }) => role) };
    await auditDeed(ports, tx, { actor, action: 'invitation.send', object: invitation.id, body });
    const mail = await invitationMail(ports, tx, invitation, { secret, language, origin });
    ports.mails.post(async () => mail);
    return accept(invitation);
  });
}

/**
 * Writes an invitation again, with another link; the one before works no more.
 * Refuses: invitation-not-found, and as inviteMember.
 */
export async function inviteAgain(
  ports: AccountPorts,
  tenant: TenantId,
  { id, ...told }: { readonly id: string } & Pick<NewInvitation, 'language' | 'origin'>,
  actor: Actor,
): Promise<Result<Invitation>> {
  const found = await ports.store.inTenant(tenant, ({ invitations }) => invitations.lock(id));
  if (found === undefined || found.acceptedAt !== undefined || found.revokedAt !== undefined) {
    return refused(refuse('invitation-not-found', 'id', { id }));
  }
  const { email, name, partners, roles } = found;
  return inviteMember(ports, tenant, { email, name, roles, ...(partners && { partners }), ...told }, actor);
}

/** Partners are led to the address of the tenant’s own, under its name. */
async function invitationMail(
  { addresses }: Pick<AccountPorts, 'addresses'>,
  tx: Pick<Tx, 'access' | 'brand'>,
  { email, name, partners, invitedBy, expiresAt }: Invitation,
  { secret, language, origin }: { readonly secret: string } & Pick<NewInvitation, 'language' | 'origin'>,
): Promise<Mail> {
  const { access } = tx;
  const tenant = await access.tenantName();
  const inviter = invitedBy.kind === 'person' ? (await access.person(invitedBy.id))?.name : undefined;
  const tenantCode = await access.tenantCode();
  const code = invitationText({ tenant: tenantCode, secret });
  const facts = { tenant, name, inviter: inviter ?? tenant, until: untilText(expiresAt) };
  if (partners === undefined) {
    const address = `${origin}/invitation#${code}`;
    return { to: email, language, letter: letterOf('invitation', language, facts, { address }) };
  }
  const head = await letterheadOf(tx, language);
  const address = `${addresses(tenantCode)[0] ?? origin}/portal/invitation#${code}`;
  return { to: email, language, letter: letterOf('partnerInvitation', language, facts, { address, head }) };
}

/** Takes an invitation back that nobody has accepted. Refuses: invitation-not-found. */
export function revokeInvitation(
  ports: AccountPorts,
  tenant: TenantId,
  id: string,
  actor: Actor,
): Promise<Result<undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.invitations.lock(id);
    if (found === undefined || found.acceptedAt !== undefined || found.revokedAt !== undefined) {
      return refused(refuse('invitation-not-found', 'id', { id }));
    }
    await tx.invitations.revoke(id, ports.clock.now());
    await auditDeed(ports, tx, {
      actor,
      action: 'invitation.revoke',
      object: id,
      body: { by: actorText(actor) },
    });
    return accept(undefined);
  });
}
