import { join } from 'node:path';
import { checkDatabase } from '../adapters/db/checkDatabase.ts';
import { startEmbedded } from '../adapters/db/embedded/embeddedPostgres.ts';
import { type Keeper, type KeeperTold, keepRunning } from '../adapters/db/embedded/keepRunning.ts';
import type { Launched } from '../adapters/db/embedded/launchServer.ts';
import type { Migrated } from '../adapters/db/migrate.ts';
import { provision } from '../adapters/db/provision.ts';
import type { KeyRing } from '../app/ports/keyRing.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { Config } from './config.ts';
import { openKeys } from './openKeys.ts';
import { projectRoot } from './packageRoot.ts';
import { rolePasswords } from './rolePasswords.ts';
import { EXIT, sayRefusals } from './terminal.ts';
import { text } from './texts.ts';
import { type Listener, upgrade } from './upgrade.ts';

/** A database to work on: one's own server, or the embedded one, started where it is not running. */
export type Database = {
  /** Of the application role. */
  readonly appUrl: string;
  /** Of the owner role; undefined where only DATABASE_URL is given. */
  readonly ownerUrl?: string;
  /** Of the portal role, which persons of partners are served as; undefined where nobody named it. */
  readonly portalUrl?: string;
  /** Of the embedded server. */
  readonly stateFolder?: string;
  /** The folder of backups that are made before an upgrade; undefined where nobody named one. */
  readonly backups?: string;
  /** What sealed texts in it are opened with. */
  readonly keys: KeyRing;
  /** Where it is, without secrets. */
  readonly place: string;
  /** Starts the embedded server again whenever it ends, until it is stopped; a server of one's own is others' work. */
  readonly keep: (listener: Listener) => void;
  /** Stops what this process started. */
  readonly stop: () => Promise<void>;
};

const NAME = 'openrebate';

/**
 * Refuses: those of startEmbedded.
 */
export async function openDatabase(config: Config, say: (text: string) => void): Promise<Result<Database>> {
  const keys = openKeys(config);
  if (config.databaseUrl !== undefined) {
    const { databaseUrl: appUrl, migrationDatabaseUrl: ownerUrl, portalDatabaseUrl: portalUrl } = config;
    const { host, pathname } = new URL(appUrl);
    return accept({
      appUrl,
      ...(ownerUrl && { ownerUrl }),
      ...(portalUrl && { portalUrl }),
      ...(config.backups && { backups: config.backups }),
      keys,
      place: `${host}${pathname}`,
      keep: () => undefined,
      stop: async () => {},
    });
  }
  const start = (launched?: Launched) =>
    startEmbedded({ checkout: projectRoot(), env: process.env, say, launched });
  const server = await start();
  if (!server.ok) return server;
  const { adminUrl, stateFolder, port, version } = server.value;
  const roles = await provision(adminUrl, { database: NAME, passwords: await rolePasswords(stateFolder) });
  const place = `PostgreSQL ${version} on 127.0.0.1:${port}, ${stateFolder}`;
  const backups = config.backups ?? join(stateFolder, 'backups');
  let keeper: Keeper | undefined;
  return accept({
    ...roles,
    stateFolder,
    backups,
    keys,
    place,
    keep: (listener) => {
      keeper ??= keepRunning(server.value, start, keeperTold(listener));
    },
    stop: () => (keeper ?? server.value).stop(),
  });
}

function keeperTold({ language, say }: Listener): KeeperTold {
  return {
    gone: () => say(text(language, 'databaseGone')),
    back: () => say(text(language, 'databaseBack')),
    failed: (refusals) => sayRefusals({ say, language }, refusals),
    moved: () => {
      say(text(language, 'databaseMoved'));
      process.exit(EXIT.outage);
    },
  };
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
