import type { Role } from '../../app/access/role.ts';
import type { SsoStore } from '../../app/ports/signOn.ts';
import type { Session } from './session.ts';

export function ssoStore({ tenant, query }: Session): SsoStore {
  return {
    provider: async () => {
      const [row] = await query<ProviderRow>(
        `SELECT version, is_on, issuer, client_id, key, sealed, domains, role FROM sso_provider
         WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1`,
        [tenant],
      );
      if (row === undefined) return undefined;
      const { version, is_on: isOn, issuer, client_id: clientId, domains, role } = row;
      const secret = { key: row.key, bytes: row.sealed };
      return { version, isOn, issuer, clientId, domains, secret, ...(role !== null && { role }) };
    },
    setProvider: async ({ version, isOn, issuer, clientId, domains, role, secret }, by, at) => {
      await query(
        `INSERT INTO sso_provider
           (tenant_id, version, is_on, issuer, client_id, key, sealed, domains, role, set_by, set_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[tenant, version, isOn, issuer, clientId, secret.key, secret.bytes, domains],
          ...[role ?? null, by, at],
        ],
      );
    },
    person: async (issuer, subject) => {
      const [row] = await query<{ person: string }>(
        `SELECT person_id AS person FROM sso_subject WHERE tenant_id = $1 AND issuer = $2 AND subject = $3`,
        [tenant, issuer, subject],
      );
      return row?.person;
    },
    link: async ({ issuer, subject, person, at }) => {
      await query(
        `INSERT INTO sso_subject (tenant_id, issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [tenant, issuer, subject, person, at],
      );
    },
  };
}

type ProviderRow = {
  readonly version: number;
  readonly is_on: boolean;
  readonly issuer: string;
  readonly client_id: string;
  readonly key: string;
  readonly sealed: Uint8Array;
  readonly domains: readonly string[];
  readonly role: Role | null;
};
