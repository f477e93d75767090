import type { Client } from 'pg';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { distribute } from './distribute.ts';
import { foundSchema } from './foundSchema.ts';
import { type Migration, migrations } from './migrations.ts';
import { OWNER, ROLES } from './roles.ts';
import { type ServerVersion, serverVersion } from './serverVersion.ts';
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
export const MIGRATE_LOCK = 7_306_172_419n;

export const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
  )`;

/**
 * Brings the schema to that of this program, each migration in a transaction of its own. Twenty
 * at once wait for each other; what a first one has done, the others find done. A newer schema is
 * left as it is where its migrations only add. On a server with Citus the tables are spread over its nodes.
 * Refuses: database-version-unsupported, database-role-missing (role), database-schema-newer
 * (found, known). A migration whose text changed after it was applied is a fault.
 */
export async function migrate(
  ownerUrl: string,
  known: readonly Migration[] = migrations(),
): Promise<Result<Migrated>> {
  return asOwner(ownerUrl, 'migrate', async (client, version) => {
    const applied = await applyAll(client, known);
    if (applied.ok) await distribute(client);
    return applied.ok ? accept({ ...applied.value, ...version }) : applied;
  });
}

/** The schema that a database is at and the one that `migrate` would bring it to. */
export function schemaStep(ownerUrl: string): Promise<{ readonly from: number; readonly to: number }> {
  return withClient(ownerUrl, 'look', async (client) => {
    const from = await foundSchema(client);
    return { from, to: Math.max(from, migrations().at(-1)?.number ?? 0) };
  });
}

/**
 * Changes the schema as the owner, and alone: whoever else wants to waits until this is done.
 * Refuses: database-version-unsupported, database-role-missing (role).
 */
export async function asOwner<T>(
  ownerUrl: string,
  name: string,
  work: (client: Client, version: ServerVersion) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withClient(ownerUrl, name, async (client) => {
    const version = await serverVersion(client);
    if (!version.ok) return version;
    const missing = await missingRoles(client);
    if (missing.length > 0) return refused(...missing);
    // An administrator may migrate too; the tables are the owner's in any case.
    await client.query(`SET ROLE ${OWNER}`);
    await client.query(`SELECT pg_advisory_lock(${MIGRATE_LOCK})`);
    return work(client, version.value);
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
  if (await isTooNew(client, last, schema)) {
    const facts = { found: String(last), known: String(schema) };
    return refused(refuse('database-schema-newer', 'database', facts));
  }
  for (const { number, sha256 } of rows.filter((row) => row.number <= schema)) {
    const ours = known.find((migration) => migration.number === number);
    if (ours?.sha256 !== sha256)
      throw new Error(`Fault: migration ${number} is not the one that was applied`);
  }
  const open = known.filter((migration) => migration.number > last);
  for (const migration of open) await apply(client, migration);
  return accept({ applied: open.map(({ name }) => name), schema: Math.max(last, schema) });
}

/**
 * Whether a migration that this program does not know says that it must stop. Found is never above
 * known in a schema that is too old to say so.
 */
export async function isTooNew(client: Client, found: number, known: number): Promise<boolean> {
  if (found <= known) return false;
  const { rows } = await client.query<{ breaks: boolean }>(
    'SELECT bool_or(breaking) AS breaks FROM schema_migration WHERE number > $1',
    [known],
  );
  return rows[0]?.breaks !== false;
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await applyMigration(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed`, { cause: error });
  }
}

/** Applies one inside the transaction that stands, and writes down that it was. */
export async function applyMigration(client: Client, migration: Migration): Promise<void> {
  const { number, name, sql, sha256, breaking } = migration;
  await client.query(sql);
  await client.query('INSERT INTO schema_migration (number, name, sha256) VALUES ($1, $2, $3)', [
    number,
    name,
    sha256,
  ]);
  if (breaking) return;
  await client.query('UPDATE schema_migration SET breaking = false WHERE number = $1', [number]);
}
