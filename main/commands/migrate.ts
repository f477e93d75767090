import type { Config } from '../config.ts';
import { openDatabase } from '../openDatabase.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { upgrade } from '../upgrade.ts';

/** `openrebate migrate`: brings the schema to that of this program, as the owner role. */
export async function migrateDatabase(terminal: Terminal, config: Config): Promise<void> {
  const database = await openDatabase(config, terminal.say);
  if (!database.ok) return terminal.refuse(database.refusals);
  try {
    const migrated = await upgrade(database.value, terminal);
    if (!migrated.ok) return terminal.refuse(migrated.refusals);
    const { applied, schema, version } = migrated.value;
    if (terminal.isJson) return terminal.json({ applied, schema, version });
    terminal.print(text(terminal.language, 'migrated', { version, schema, applied: applied.length }));
  } finally {
    await database.value.stop();
  }
}
