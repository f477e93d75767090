import type { Client } from 'pg';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { foundSchema } from './foundSchema.ts';
import { isTooNew } from './migrate.ts';
import { migrations } from './migrations.ts';
import { OWNER } from './roles.ts';
import { type ServerVersion, serverVersion } from './serverVersion.ts';
import { withClient } from './withClient.ts';

export type CheckedDatabase = ServerVersion & { readonly schema: number; readonly role: string };

/**
 * What the server asks of a database before it serves from it, as the role that it will use.
 * Refuses: database-version-unsupported, database-role-bypasses-walls (role, reason),
 * database-not-migrated (found, needed), database-schema-newer (found, known).
 */
export async function checkDatabase(appUrl: string): Promise<Result<CheckedDatabase>> {
  return withClient(appUrl, 'check', async (client) => {
    const version = await serverVersion(client);
    if (!version.ok) return version;
    const role = await checkRole(client);
    if (!role.ok) return role;
    const schema = await checkSchema(client);
    return schema.ok ? accept({ ...version.value, role: role.value, schema: schema.value }) : schema;
  });
}

type RoleRow = {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly creates_roles: boolean;
  readonly owns_tables: boolean;
  readonly is_owner: boolean;
  readonly reaches_server: boolean;
};

/**
 * Row-level security does not bind superusers and roles with BYPASSRLS; the owner of a table
 * can switch it off, and whoever is a member of such a role can become it. Both the role of the
 * session and that of the login are looked at: SET ROLE goes back to the login.
 */
const ROLE = `
  SELECT session_user AS role,
    bool_or(r.rolsuper) AS superuser,
    bool_or(r.rolbypassrls) AS bypasses,
    bool_or(r.rolcreaterole) AS creates_roles,
    bool_or(EXISTS (
      SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p') AND n.nspname = 'public'
    )) AS owns_tables,
    bool_or(r.rolname = $1) AS is_owner,
    bool_or(r.rolname IN
      ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')) AS reaches_server
  FROM pg_roles r
  WHERE pg_has_role(session_user, r.oid, 'MEMBER')`;

async function checkRole(client: Client): Promise<Result<string>> {
  const { rows } = await client.query<RoleRow>(ROLE, [OWNER]);
  const found = rows[0];
  if (found === undefined) throw new Error('Fault: the database does not know the role of the session');
  const reasons: [boolean, string][] = [
    [found.superuser, 'superuser'],
    [found.bypasses, 'bypassrls'],
    [found.is_owner, 'owner'],
    [found.owns_tables, 'ownsTables'],
    [found.creates_roles, 'createrole'],
    [found.reaches_server, 'serverFiles'],
  ];
  const reason = reasons.find(([applies]) => applies)?.[1];
  if (reason === undefined) return accept(found.role);
  return refused(refuse('database-role-bypasses-walls', 'database', { role: found.role, reason }));
}

async function checkSchema(client: Client): Promise<Result<number>> {
  const needed = migrations().at(-1)?.number ?? 0;
  const found = await foundSchema(client);
  if (await isTooNew(client, found, needed)) {
    const facts = { found: String(found), known: String(needed) };
    return refused(refuse('database-schema-newer', 'database', facts));
  }
  if (found >= needed) return accept(found);
  const facts = { found: String(found), needed: String(needed) };
  return refused(refuse('database-not-migrated', 'database', facts));
}
