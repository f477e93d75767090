import type { Role } from '../../app/access/role.ts';
import type { WantedRole } from '../../app/access/setRoles.ts';
import { actorOf, actorText } from '../../app/actor.ts';
import type { Invitation, InvitationStore } from '../../app/ports/invitationStore.ts';
import type { Session } from './session.ts';

const INVITATION = `
  SELECT id, email, name, partners, roles, invited_by, invited_at, expires_at, accepted_at, person_id, revoked_at
  FROM invitation WHERE tenant_id = $1`;

export function invitationStore({ tenant, query }: Session): InvitationStore {
  const one = async (where: string, value: string) => {
    const [row] = await query<InvitationRow>(`${INVITATION} AND ${where} FOR UPDATE`, [tenant, value]);
    return row && toInvitation(row);
  };
  return {
    add: async (invitation, { secretSha256, lifeMs }) => {
      const { id, email, name, partners, roles, invitedBy, invitedAt } = invitation;
      const expiresAt = new Date(invitedAt.getTime() + lifeMs);
      await query(
        `INSERT INTO invitation
           (tenant_id, id, email, name, partners, roles, secret_sha256, invited_by, invited_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[tenant, id, email, name, partners ?? null, JSON.stringify(roles.map(keptRole)), secretSha256],
          ...[actorText(invitedBy), invitedAt, expiresAt],
        ],
      );
      return expiresAt;
    },
    list: async ({ after, limit, within }) => {
      const rows = await query<InvitationRow>(
        `${INVITATION}
           AND ($2::uuid IS NULL OR (invited_at, id) < (SELECT invited_at, id FROM invitation WHERE tenant_id = $1 AND id = $2))
           AND ($4::text[] IS NULL OR (partners <@ $4::text[]))
         ORDER BY invited_at DESC, id DESC LIMIT $3`,
        [tenant, after ?? null, limit, within ?? null],
      );
      return rows.map(toInvitation);
    },
    lock: (id) => one('id = $2', id),
    lockBySecret: (secretSha256) => one('secret_sha256 = $2', secretSha256),
    lockWaiting: (email) => one('email = $2 AND accepted_at IS NULL AND revoked_at IS NULL', email),
    accept: async (id, person, at) => {
      await query('UPDATE invitation SET accepted_at = $3, person_id = $4 WHERE tenant_id = $1 AND id = $2', [
        tenant,
        id,
        at,
        person,
      ]);
    },
    revoke: async (id, at) => {
      await query('UPDATE invitation SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2', [tenant, id, at]);
    },
  };
}

type KeptRole = {
  readonly role: Role;
  readonly companies?: readonly string[];
  readonly limit?: { readonly minor: string; readonly currency: string };
};

type InvitationRow = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly partners: readonly string[] | null;
  readonly roles: readonly KeptRole[];
  readonly invited_by: string;
  readonly invited_at: Date;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
  readonly person_id: string | null;
  readonly revoked_at: Date | null;
};

function keptRole({ limit, ...role }: WantedRole): KeptRole {
  return { ...role, ...(limit && { limit: { ...limit, minor: String(limit.minor) } }) };
}

function toInvitation(row: InvitationRow): Invitation {
  const roles = row.roles.map(({ limit, ...role }) => ({
    ...role,
    ...(limit && { limit: { ...limit, minor: BigInt(limit.minor) } }),
  }));
  return {
    ...{ id: row.id, email: row.email, name: row.name, roles, invitedBy: actorOf(row.invited_by) },
    ...{ invitedAt: row.invited_at, expiresAt: row.expires_at },
    ...(row.partners !== null && { partners: row.partners }),
    ...(row.accepted_at !== null && { acceptedAt: row.accepted_at }),
    ...(row.person_id !== null && { person: row.person_id }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
  };
}
