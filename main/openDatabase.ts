import { join } from 'node:path';
import { checkDatabase } from '../adapters/db/checkDatabase.ts';
import { startEmbedded } from '../adapters/db/embedded/embeddedPostgres.ts';
import type { Migrated } from '../adapters/db/migrate.ts';
import { provision } from '../adapters/db/provision.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { Config } from './config.ts';
import { projectRoot } from './packageRoot.ts';
import { rolePasswords } from './rolePasswords.ts';
import { type Listener, upgrade } from './upgrade.ts';

/** A database to work on: one's own server, or the embedded one, started where it is not running. */
export type Database = {
  /** Of the application role. */
  readonly appUrl: string;
  /** Of the owner role; undefined where only DATABASE_URL is given. */
  readonly ownerUrl?: string;
  /** The folder of backups that are made before an upgrade; undefined where nobody named one. */
  readonly backups?: string;
  /** Where it is, without secrets. */
  readonly place: string;
  /** Stops what this process started. */
  readonly stop: () => Promise<void>;
};

const NAME = 'openrebate';

/**
 * Refuses: those of startEmbedded.
 */
export async function openDatabase(config: Config, say: (text: string) => void): Promise<Result<Database>> {
  if (config.databaseUrl !== undefined) {
    const { databaseUrl: appUrl, migrationDatabaseUrl: ownerUrl } = config;
    const { host, pathname } = new URL(appUrl);
    return accept({
      appUrl,
      ...(ownerUrl && { ownerUrl }),
      ...(config.backups && { backups: config.backups }),
      place: `${host}${pathname}`,
      stop: async () => {},
    });
  }
  const server = await startEmbedded({ checkout: projectRoot(), env: process.env, say });
  if (!server.ok) return server;
  const { adminUrl, stateFolder, port, version, stop } = server.value;
  const roles = await provision(adminUrl, { database: NAME, passwords: await rolePasswords(stateFolder) });
  const place = `PostgreSQL ${version} on 127.0.0.1:${port}, ${stateFolder}`;
  const backups = config.backups ?? join(stateFolder, 'backups');
  return accept({ appUrl: roles.appUrl, ownerUrl: roles.ownerUrl, backups, place, stop });
}

/** Upgrades where the owner's role is at hand, then asks whether the database is fit to serve from. */
export async function prepareDatabase(
  database: Database,
  listener: Listener,
): Promise<Result<Migrated | undefined>> {
  const migrated = database.ownerUrl === undefined ? undefined : await upgrade(database, listener);
  if (migrated !== undefined && !migrated.ok) return migrated;
  const checked = await checkDatabase(database.appUrl);
  return checked.ok ? accept(migrated?.value) : checked;
}
