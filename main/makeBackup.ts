import { recordBackup } from '../adapters/db/backup/recordBackup.ts';
import { withSnapshot } from '../adapters/db/backup/withSnapshot.ts';
import { saveBackup } from '../adapters/files/backup/saveBackup.ts';
import type { Written } from '../adapters/files/backup/writeBackup.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import { uuidV7 } from '../adapters/system/uuidV7.ts';
import type { TableSum } from '../app/ports/snapshot.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { Database } from './openDatabase.ts';
import { ownerUrl } from './ownerUrl.ts';
import { VERSION } from './version.ts';

export type MadeBackup = Written & { readonly schema: number };

/** Writes the backup, and into the database that it was made. Refuses: as withSnapshot, saveBackup and KeyRing.list. */
export async function makeBackup(database: Database, path: string): Promise<Result<MadeBackup>> {
  const owner = ownerUrl(database);
  if (!owner.ok) return owner;
  const infos = await database.keys.list();
  if (!infos.ok) return infos;
  const keys = infos.value.map(({ fingerprint }) => fingerprint);
  const takenAt = systemClock.now().toISOString();
  const urls = { ownerUrl: owner.value, appUrl: database.appUrl };
  const made = await withSnapshot(urls, async (snapshot) => {
    const written = await saveBackup(path, snapshot, { program: VERSION, takenAt, keys });
    if (!written.ok) return written;
    return accept({ ...written.value, schema: snapshot.head.migrations.at(-1)?.number ?? 0 });
  });
  if (!made.ok) return made;
  const { bytes, schema, tables } = made.value;
  const { rows } = totals(tables);
  const id = uuidV7(systemClock).next();
  await recordBackup(owner.value, { id, takenAt, program: VERSION, schema, bytes, rows });
  return made;
}

/** How many tables, and how many rows in all of them. */
export function totals(tables: ReadonlyMap<string, TableSum>): { tables: number; rows: number } {
  return { tables: tables.size, rows: [...tables.values()].reduce((sum, { rows }) => sum + rows, 0) };
}
