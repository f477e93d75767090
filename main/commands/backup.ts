import { STREAM } from '../../adapters/files/backup/withBackup.ts';
import type { Config } from '../config.ts';
import { makeBackup, totals } from '../makeBackup.ts';
import { openDatabase } from '../openDatabase.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** `openrebate backup <file>`: everything that the database holds at one instant, in one file. */
export async function backUp(terminal: Terminal, config: Config, path: string): Promise<void> {
  const database = await openDatabase(config, terminal.say);
  if (!database.ok) return terminal.refuse(database.refusals);
  try {
    const made = await makeBackup(database.value, path);
    if (!made.ok) return terminal.refuse(made.refusals);
    const { schema, bytes } = made.value;
    const said = { file: path, schema, bytes, ...totals(made.value.tables) };
    // A backup on standard output leaves no room there for words.
    if (path === STREAM) return terminal.say(text(terminal.language, 'backedUp', said));
    if (terminal.isJson) return terminal.json(said);
    terminal.print(text(terminal.language, 'backedUp', said));
  } finally {
    await database.value.stop();
  }
}
