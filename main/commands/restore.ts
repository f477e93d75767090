import type { Loaded } from '../../adapters/db/backup/loadSnapshot.ts';
import { type PausedWebhooks, restoreSnapshot } from '../../adapters/db/backup/restoreSnapshot.ts';
import { checkBackup } from '../../adapters/files/backup/checkBackup.ts';
import { withBackup } from '../../adapters/files/backup/withBackup.ts';
import { systemActor } from '../../app/actor.ts';
import { recordMailingPaused } from '../../app/mails/setMailing.ts';
import { recordPaused } from '../../app/webhooks/recordPaused.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { compose } from '../compose.ts';
import type { Config } from '../config.ts';
import { totals } from '../makeBackup.ts';
import { type Database, openDatabase } from '../openDatabase.ts';
import { openPostbox } from '../openPostbox.ts';
import { ownerUrl } from '../ownerUrl.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** `openrebate restore <file>`: fills an empty database with a backup, and migrates it. */
export async function restore(terminal: Terminal, config: Config, path: string): Promise<void> {
  const database = await openDatabase(config, terminal.say);
  if (!database.ok) return terminal.refuse(database.refusals);
  try {
    const restored = await restoreInto(database.value, path);
    if (!restored.ok) return terminal.refuse(restored.refusals);
    const { paused } = restored.value;
    await writeDownPaused(database.value, config, paused);
    const missing = await missingKeys(database.value, restored.value.keys);
    if (missing.length > 0)
      terminal.say(text(terminal.language, 'keysMissing', { keys: missing.join(', ') }));
    const webhooksPaused = paused.reduce((sum, { webhooks }) => sum + webhooks.length, 0);
    const said = { file: path, schema: restored.value.schema, ...totals(restored.value.tables) };
    if (terminal.isJson) return terminal.json({ ...said, webhooksPaused, mailsPaused: true });
    terminal.print(text(terminal.language, 'restored', said));
    if (webhooksPaused > 0) terminal.print(text(terminal.language, 'webhooksPaused', { webhooksPaused }));
    terminal.print(text(terminal.language, 'restoredMailsPaused'));
  } finally {
    await database.value.stop();
  }
}

/** `openrebate restore --check <file>`: whether a backup is whole, without a database. */
export async function checkOnly(terminal: Terminal, path: string): Promise<void> {
  const checked = await checkBackup(path);
  if (!checked.ok) return terminal.refuse(checked.refusals);
  const { head, tables } = checked.value;
  const { takenAt, program, server, keys } = head;
  const schema = head.migrations.at(-1)?.number ?? 0;
  const said = { file: path, takenAt, program, server, schema, keys: keys.join(', '), ...totals(tables) };
  if (terminal.isJson) return terminal.json({ ...said, keys, sums: Object.fromEntries(tables) });
  terminal.print(text(terminal.language, 'backupWhole', said));
}

/** Those of a backup that this installation does not have. */
async function missingKeys({ keys }: Database, needed: readonly string[]): Promise<readonly string[]> {
  const ring = await keys.list();
  const there = new Set(ring.ok ? ring.value.map(({ fingerprint }) => fingerprint) : []);
  return needed.filter((key) => !there.has(key));
}

export type Restored = { readonly tables: Loaded; readonly schema: number };
type RestoredCopy = Restored & {
  readonly keys: readonly string[];
  readonly paused: readonly PausedWebhooks[];
};

/** Loads, migrates and pauses in one transaction. Refuses: as withBackup and loadSnapshot. */
async function restoreInto(database: Database, path: string): Promise<Result<RestoredCopy>> {
  const owner = ownerUrl(database);
  if (!owner.ok) return owner;
  return withBackup(path, async (backup) => {
    const filled = await restoreSnapshot(owner.value, backup);
    return filled.ok ? accept({ ...filled.value, keys: backup.head.keys }) : filled;
  });
}

/** They are paused already: whoever is stopped before this has written nothing that has not happened. */
async function writeDownPaused(
  database: Database,
  config: Config,
  paused: readonly PausedWebhooks[],
): Promise<void> {
  const ports = compose(
    database,
    openPostbox(config, () => undefined),
    config,
  );
  try {
    for (const { tenant, webhooks } of paused)
      await recordPaused(ports, tenant, webhooks, systemActor('cli'));
    for (const tenant of await ports.store.tenants('all'))
      await recordMailingPaused(ports, tenant, systemActor('cli'));
  } finally {
    await ports.close();
  }
}
