import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { loadSnapshot } from '../../adapters/db/backup/loadSnapshot.ts';
import { withSnapshot } from '../../adapters/db/backup/withSnapshot.ts';
import { saveBackup } from '../../adapters/files/backup/saveBackup.ts';
import { withBackup } from '../../adapters/files/backup/withBackup.ts';
import type { TableSum } from '../../app/ports/snapshot.ts';
import type { Result } from '../../core/refusal/refusals.ts';

export type Urls = { readonly ownerUrl: string; readonly appUrl: string; readonly adminUrl: string };

const LABEL = { program: '0.0.0', takenAt: '2026-11-28T12:00:00.000Z', keys: [] };

/** A backup of the database, as the command makes it. */
export function backUp(urls: Urls, path: string) {
  return withSnapshot(urls, (snapshot) => saveBackup(path, snapshot, LABEL));
}

export function restore(urls: Urls, path: string): Promise<Result<ReadonlyMap<string, TableSum>>> {
  return withBackup(path, (backup) => loadSnapshot(urls.ownerUrl, backup));
}

/** One answer as the superuser, who sees everything. */
export async function ask(url: string, sql: string): Promise<readonly (readonly unknown[])[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** How many rows each table has that is not empty of columns, by a count of its own. */
export async function counts(adminUrl: string): Promise<Readonly<Record<string, number>>> {
  const tables = await ask(
    adminUrl,
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     AND relname <> 'schema_migration' ORDER BY 1`,
  );
  const found: Record<string, number> = {};
  for (const [name] of tables) {
    const [[count] = []] = await ask(adminUrl, `SELECT count(*)::int FROM ${name}`);
    found[String(name)] = Number(count);
  }
  return found;
}

const BALANCES = readFileSync(new URL('../fixtures/balances.sql', import.meta.url), 'utf8');

/** What every account stands at, a line each. */
export async function balances(adminUrl: string): Promise<string> {
  return `${(await ask(adminUrl, BALANCES)).map((row) => row.join(',')).join('\n')}\n`;
}
