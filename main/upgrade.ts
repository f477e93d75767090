import { join } from 'node:path';
import { type Migrated, migrate, schemaStep } from '../adapters/db/migrate.ts';
import { backupFolder } from '../adapters/files/backup/saveBackup.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { Language } from '../core/wording/language.ts';
import { makeBackup } from './makeBackup.ts';
import type { Database } from './openDatabase.ts';
import { ownerUrl } from './ownerUrl.ts';
import { text } from './texts.ts';

/** Who is told what happens meanwhile, and in which language. */
export type Listener = { readonly language: Language; readonly say: (text: string) => void };

/**
 * Brings the schema to that of this program. A database that holds something already is backed up
 * first, where there is a folder for that: the way back is to restore the file with the old program.
 * Refuses: as makeBackup and migrate; a backup that fails stops the upgrade.
 */
export async function upgrade(database: Database, { language, say }: Listener): Promise<Result<Migrated>> {
  const owner = ownerUrl(database);
  if (!owner.ok) return owner;
  const { from, to } = await schemaStep(owner.value);
  if (from > 0 && from < to) {
    const saved = await backUpFirst(database, from);
    if (!saved.ok) return saved;
    say(
      text(language, saved.value === undefined ? 'noUpgradeBackup' : 'upgradeBackup', {
        from,
        to,
        file: saved.value ?? '',
      }),
    );
  }
  return migrate(owner.value);
}

async function backUpFirst(database: Database, from: number): Promise<Result<string | undefined>> {
  if (database.backups === undefined) return accept(undefined);
  const folder = await backupFolder(database.backups);
  if (!folder.ok) return folder;
  const instant = systemClock.now().toISOString().replaceAll(/[:.]/g, '-');
  const path = join(folder.value, `schema-${from}-${instant}.backup`);
  const made = await makeBackup(database, path);
  return made.ok ? accept(path) : made;
}
