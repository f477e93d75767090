import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { summed } from '../../../app/operations/summed.ts';
import type { AppliedMigration, Snapshot, TableSum } from '../../../app/ports/snapshot.ts';
import { accept, type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { applyMigration, asOwner, CREATE_TABLE } from '../migrate.ts';
import { type Migration, migrations } from '../migrations.ts';
import { anyTable } from './anyTable.ts';
import { type CarriedTable, copyOut, ONE_FORM, snapshotTables } from './snapshotTables.ts';
import { withoutKeys } from './withoutKeys.ts';

/** What lies in each table now, by its name: read back after everything was written. */
export type Loaded = ReadonlyMap<string, TableSum>;

/** What is done in the same transaction, once the rows were read back and the walls stand again. */
type WhenFilled = (client: Client) => Promise<void>;

/**
 * Fills an empty database with a snapshot, as the owner: the schema that the snapshot was taken at,
 * then all rows, then keys and walls, then every table is read back and compared. All of it is one
 * transaction: whatever ends it in between, the database is empty as before. It is not migrated
 * to the schema of this program, unless `whenFilled` does it.
 * Refuses: database-version-unsupported, database-role-missing (role), database-not-empty (table),
 * backup-schema-newer (found, known), backup-changed (table).
 */
export async function loadSnapshot(
  ownerUrl: string,
  snapshot: Snapshot,
  whenFilled: WhenFilled = async () => undefined,
): Promise<Result<Loaded>> {
  return asOwner(ownerUrl, 'restore', async (client) => {
    const table = await anyTable(client);
    if (table !== undefined) return refused(refuse('database-not-empty', 'database', { table }));
    const steps = stepsTo(snapshot.head.migrations, migrations());
    if (!steps.ok) return steps;
    await client.query('BEGIN');
    // Whatever is thrown, or refused, ends the connection and with it the transaction.
    const loaded = await loadInside(client, snapshot, { steps: steps.value, whenFilled });
    if (loaded.ok) await client.query('COMMIT');
    return loaded;
  });
}

async function loadInside(
  client: Client,
  snapshot: Snapshot,
  { steps, whenFilled }: { readonly steps: readonly Migration[]; readonly whenFilled: WhenFilled },
): Promise<Result<Loaded>> {
  await client.query(CREATE_TABLE);
  for (const step of steps) await applyMigration(client, step);
  await client.query(ONE_FORM);
  const tables = await snapshotTables(client);
  const ours = tables.map(({ name, columns }) => ({ name, columns }));
  const odd = oddTable(ours, snapshot.head.tables);
  if (odd !== undefined) return refused(refuse('backup-changed', 'database', { table: odd }));
  const walled = tables.filter(({ hasTenant }) => hasTenant);
  for (const { name } of walled) await client.query(wall(client, name, 'NO FORCE'));
  await client.query(`TRUNCATE ${tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')}`);
  const given = new Map<string, TableSum>();
  await withoutKeys(client, async () => {
    for await (const { table, chunks } of snapshot.tables) {
      const counted = summed(chunks, createHash('sha256'), (sum) => given.set(table.name, sum));
      const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(', ');
      const copy = `COPY public.${client.escapeIdentifier(table.name)} (${columns}) FROM STDIN`;
      await pipeline(Readable.from(counted), client.query(copyFrom(copy)));
    }
  });
  const found = await readBack(client, tables);
  const differs = tables.find(({ name }) => !isDeepStrictEqual(found.get(name), given.get(name)));
  if (differs !== undefined) return refused(refuse('backup-changed', 'database', { table: differs.name }));
  for (const { name } of walled) await client.query(wall(client, name, 'FORCE'));
  await whenFilled(client);
  return accept(found);
}

/** The owner of a table passes its wall unless it is forced; until the commit nobody else sees it. */
export function wall(client: Client, table: string, force: 'FORCE' | 'NO FORCE'): string {
  return `ALTER TABLE public.${client.escapeIdentifier(table)} ${force} ROW LEVEL SECURITY`;
}

async function readBack(client: Client, tables: readonly CarriedTable[]): Promise<Map<string, TableSum>> {
  const found = new Map<string, TableSum>();
  for (const table of tables) {
    const chunks = client.query(copyTo(copyOut(client, table)));
    const counted = summed(chunks, createHash('sha256'), (sum) => found.set(table.name, sum));
    for await (const _ of counted);
  }
  return found;
}

/** The migrations that the snapshot has behind it, which must be ours. */
function stepsTo(applied: readonly AppliedMigration[], known: readonly Migration[]): Result<Migration[]> {
  const found = applied.at(-1)?.number ?? 0;
  const last = known.at(-1)?.number ?? 0;
  if (found > last) {
    const facts = { found: String(found), known: String(last) };
    return refused(refuse('backup-schema-newer', 'database', facts));
  }
  const steps = known.slice(0, applied.length);
  const differs = applied.some(({ sha256 }, at) => steps[at]?.sha256 !== sha256);
  return differs
    ? refused(refuse('backup-changed', 'database', { table: 'schema_migration' }))
    : accept(steps);
}

function oddTable(
  ours: readonly { name: string; columns: readonly string[] }[],
  theirs: readonly { name: string; columns: readonly string[] }[],
): string | undefined {
  const longest = Math.max(ours.length, theirs.length);
  for (let at = 0; at < longest; at += 1) {
    if (!isDeepStrictEqual(ours[at], theirs[at])) return theirs[at]?.name ?? ours[at]?.name;
  }
  return undefined;
}
