import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { AppliedMigration, Snapshot, SnapshotHead, TableText } from '../../../app/ports/snapshot.ts';
import { type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { foundSchema } from '../foundSchema.ts';
import { MIGRATE_LOCK } from '../migrate.ts';
import { serverVersion } from '../serverVersion.ts';
import { withClient } from '../withClient.ts';
import { listTenants } from './listTenants.ts';
import { type CarriedTable, copyOut, ONE_FORM, snapshotTables } from './snapshotTables.ts';

export type SnapshotUrls = { readonly ownerUrl: string; readonly appUrl: string };

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
const MIGRATIONS = 'SELECT number, name, sha256 FROM schema_migration ORDER BY number';

/**
 * Gives everything that the database holds at one instant to the work. No wall is opened for it:
 * the rows of each tenant are read as the application, inside that tenant, one after the other; the
 * owner says which tenants there are. Both look at the same snapshot, and no migration comes between.
 * Refuses: database-version-unsupported, database-not-migrated (found, needed).
 */
export function withSnapshot<T>(
  { ownerUrl, appUrl }: SnapshotUrls,
  work: (snapshot: Snapshot) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withClient(ownerUrl, 'snapshot', async (owner) => {
    const version = await serverVersion(owner);
    if (!version.ok) return version;
    const facts = { found: '0', needed: '1' };
    if ((await foundSchema(owner)) === 0) return refused(refuse('database-not-migrated', 'database', facts));
    await owner.query(`SELECT pg_advisory_lock_shared(${MIGRATE_LOCK})`);
    const tenants = await listTenants(owner);
    await owner.query(`${BEGIN}; ${ONE_FORM}`);
    const { rows } = await owner.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const tables = await snapshotTables(owner);
    const migrations = (await owner.query<AppliedMigration>(MIGRATIONS)).rows;
    const head: SnapshotHead = {
      server: version.value.version,
      migrations,
      tables: tables.map(({ name, columns }) => ({ name, columns })),
    };
    return withClient(appUrl, 'snapshot', async (app) => {
      await app.query(`${BEGIN}; SET TRANSACTION SNAPSHOT '${rows[0]?.id}'; ${ONE_FORM};
        SET LOCAL app.tenant_code = ''`);
      return work({ head, tables: texts({ owner, app, tenants, tables }) });
    });
  });
}

type Source = {
  readonly owner: Client;
  readonly app: Client;
  readonly tenants: readonly string[];
  readonly tables: readonly CarriedTable[];
};

async function* texts(source: Source): AsyncGenerator<TableText> {
  for (const table of source.tables) {
    const { name, columns } = table;
    yield { table: { name, columns }, chunks: rowsOf(source, table) };
  }
}

async function* rowsOf({ owner, app, tenants }: Source, table: CarriedTable): AsyncGenerator<Uint8Array> {
  if (!table.hasTenant) yield* owner.query(copyTo(copyOut(owner, table)));
  for (const tenant of table.hasTenant ? tenants : []) {
    await app.query(`SET LOCAL app.tenant = '${tenant}'`);
    yield* app.query(copyTo(copyOut(app, table, tenant)));
  }
}
