import type { Client } from 'pg';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Migration, migrations } from './migrations.ts';
import { OWNER, ROLES } from './roles.ts';
import { serverVersion } from './serverVersion.ts';
import { withClient } from './withClient.ts';

export type Migrated = {
  /** Names of the migrations that this call applied; none where there was nothing to do. */
  readonly applied: readonly string[];
  readonly schema: number;
  readonly version: string;
  /** The server is newer than any that the program was tested on. */
  readonly isUntested: boolean;
};

type AppliedRow = { readonly number: number; readonly sha256: string };

/** Any number that no other program takes in this database. */
const MIGRATE_LOCK = 7_306_172_419n;

const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
  )`;

/**
 * Brings the schema to that of this program, each migration in a transaction of its own. Twenty
 * at once wait for each other; what a first one has done, the others find done.
 * Refuses: database-version-unsupported, database-role-missing (role), database-schema-newer
 * (found, known). A migration whose text changed after it was applied is a fault.
 */
export async function migrate(
  ownerUrl: string,
  known: readonly Migration[] = migrations(),
): Promise<Result<Migrated>> {
  return withClient(ownerUrl, 'migrate', async (client) => {
    const version = await serverVersion(client);
    if (!version.ok) return version;
    const missing = await missingRoles(client);
    if (missing.length > 0) return refused(...missing);
    // An administrator may migrate too; the tables are the owner's in any case.
    await client.query(`SET ROLE ${OWNER}`);
    await client.query(`SELECT pg_advisory_lock(${MIGRATE_LOCK})`);
    const applied = await applyAll(client, known);
    return applied.ok ? accept({ ...applied.value, ...version.value }) : applied;
  });
}

async function missingRoles(client: Client): Promise<Refusal[]> {
  const { rows } = await client.query<{ rolname: string }>(
    `SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)
     AND (rolname <> $2 OR pg_has_role(current_user, oid, 'MEMBER'))`,
    [ROLES, OWNER],
  );
  const present = new Set(rows.map((row) => row.rolname));
  return ROLES.filter((role) => !present.has(role)).map((role) =>
    refuse('database-role-missing', 'database', { role }),
  );
}

async function applyAll(
  client: Client,
  known: readonly Migration[],
): Promise<Result<Pick<Migrated, 'applied' | 'schema'>>> {
  await client.query(CREATE_TABLE);
  const { rows } = await client.query<AppliedRow>(
    'SELECT number, sha256 FROM schema_migration ORDER BY number',
  );
  const last = rows.at(-1)?.number ?? 0;
  const schema = known.at(-1)?.number ?? 0;
  if (last > schema) {
    const facts = { found: String(last), known: String(schema) };
    return refused(refuse('database-schema-newer', 'database', facts));
  }
  for (const { number, sha256 } of rows) {
    const ours = known.find((migration) => migration.number === number);
    if (ours?.sha256 !== sha256)
      throw new Error(`Fault: migration ${number} is not the one that was applied`);
  }
  const open = known.filter((migration) => migration.number > last);
  for (const migration of open) await apply(client, migration);
  return accept({ applied: open.map(({ name }) => name), schema });
}

async function apply(client: Client, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO schema_migration (number, name, sha256) VALUES ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${name} failed`, { cause: error });
  }
}
