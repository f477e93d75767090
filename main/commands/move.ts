import { anyTable } from '../../adapters/db/backup/anyTable.ts';
import { loadSnapshot } from '../../adapters/db/backup/loadSnapshot.ts';
import { othersAtWork } from '../../adapters/db/backup/othersAtWork.ts';
import { withSnapshot } from '../../adapters/db/backup/withSnapshot.ts';
import { migrate } from '../../adapters/db/migrate.ts';
import { withClient } from '../../adapters/db/withClient.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Config, redactUrl } from '../config.ts';
import { totals } from '../makeBackup.ts';
import { type Database, openDatabase } from '../openDatabase.ts';
import { ownerUrl } from '../ownerUrl.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import type { Restored } from './restore.ts';

/** In the place of an address: the PostgreSQL that comes along. */
const EMBEDDED = 'embedded';

/**
 * `openrebate move --to <owner’s address or "embedded">`: everything of this database into an empty
 * one. The source is only read; the target is filled whole or not at all.
 */
export async function move(terminal: Terminal, config: Config, to: string): Promise<void> {
  const source = await openDatabase(config, terminal.say);
  if (!source.ok) return terminal.refuse(source.refusals);
  try {
    const target = await openTarget(terminal, config, to);
    if (!target.ok) return terminal.refuse(target.refusals);
    try {
      const moved = await moveInto(source.value, target.value.url);
      if (!moved.ok) return terminal.refuse(moved.refusals);
      const said = { schema: moved.value.schema, ...totals(moved.value.tables) };
      if (terminal.isJson) return terminal.json(said);
      terminal.print(text(terminal.language, 'moved', said));
    } finally {
      await target.value.stop();
    }
  } finally {
    await source.value.stop();
  }
}

type Target = { readonly url: string; readonly stop: () => Promise<void> };

async function openTarget(terminal: Terminal, config: Config, to: string): Promise<Result<Target>> {
  if (isAddress(to)) return accept({ url: to, stop: async () => {} });
  if (to !== EMBEDDED) {
    const expected = 'postgresql://USER:PASSWORD@HOST:PORT/DATABASE, embedded';
    return refused(refuse('argument-invalid', '--to', { argument: '--to', value: redactUrl(to), expected }));
  }
  const opened = await openDatabase({ ...config, databaseUrl: undefined }, terminal.say);
  if (!opened.ok) return opened;
  const url = ownerUrl(opened.value);
  return url.ok ? accept({ url: url.value, stop: opened.value.stop }) : url;
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

/** Whoever still writes into the source would write what the target never gets. */
async function moveInto(source: Database, targetUrl: string): Promise<Result<Restored>> {
  const owner = ownerUrl(source);
  if (!owner.ok) return owner;
  const [program] = await othersAtWork(owner.value);
  if (program !== undefined) return refused(refuse('database-in-use', 'database', { program }));
  // Asked before the source is held: moved onto itself, a database would wait for itself without end.
  const table = await withClient(targetUrl, 'move', anyTable);
  if (table !== undefined) return refused(refuse('database-not-empty', 'database', { table }));
  const urls = { ownerUrl: owner.value, appUrl: source.appUrl };
  const loaded = await withSnapshot(urls, (snapshot) => loadSnapshot(targetUrl, snapshot));
  if (!loaded.ok) return loaded;
  const migrated = await migrate(targetUrl);
  return migrated.ok ? accept({ tables: loaded.value, schema: migrated.value.schema }) : migrated;
}
