import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../adapters/db/migrate.ts';
import { provision } from '../../adapters/db/provision.ts';
import { type Cluster, restartCluster, startCluster, stopCluster } from '../support/testServer.ts';
import { killBackend } from './killBackend.ts';
import { processes, signal } from './processes.ts';

/** A PostgreSQL of its own with one migrated database, which a test may kill. */
export type CrashServer = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Of the superuser, in the database of the application. */
  readonly adminUrl: string;
  /** -9 to the postmaster and all its children; returns when none of them is left. */
  readonly kill: () => Promise<void>;
  /** -9 to one process that serves the application; PostgreSQL ends all others and recovers by itself. */
  readonly killOneProcess: () => Promise<void>;
  /** Starts it on the same address; returns when it has recovered. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const DATABASE = 'openrebate';

/** Embedded, or Debian's 15 where OPENREBATE_TEST_SERVER says so; a server given by URL is not ours to kill. */
export async function startCrashServer(): Promise<CrashServer> {
  // The name of other test folders: one that a killed run leaves is removed by the next run.
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-test-crash-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'run'), String(process.pid));
  const kind = process.env.OPENREBATE_TEST_SERVER === 'debian15' ? 'debian15' : 'embedded';
  let cluster: Cluster = await startCluster(folder, kind);
  const secret = () => randomBytes(12).toString('hex');
  const passwords = { owner: secret(), app: secret(), portal: secret() };
  const urls = await provision(cluster.adminUrl, { database: DATABASE, passwords });
  const migrated = await migrate(urls.ownerUrl);
  if (!migrated.ok) throw new Error(`The migration was refused: ${JSON.stringify(migrated.refusals)}`);
  return {
    ownerUrl: urls.ownerUrl,
    appUrl: urls.appUrl,
    adminUrl: Object.assign(new URL(cluster.adminUrl), { pathname: `/${DATABASE}` }).href,
    kill: () => killCluster(cluster),
    killOneProcess: () => killBackend(postmasterOf(cluster)),
    restart: async () => {
      cluster = await restartCluster(cluster);
    },
    stop: async () => {
      await stopCluster(cluster.pid);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postmasterOf({ home }: Cluster): number {
  const [first = ''] = readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  return Number(first);
}

async function killCluster(cluster: Cluster): Promise<void> {
  const postmaster = postmasterOf(cluster);
  // Stopped, it starts no more children; killed last, it would see them die and begin to recover.
  signal(postmaster, 'SIGSTOP');
  const children = processes().filter(({ parent }) => parent === postmaster);
  const family = new Set([postmaster, ...children.map((child) => child.pid)]);
  for (const member of family) signal(member, 'SIGKILL');
  while (processes().some((process) => family.has(process.pid) && !process.state.startsWith('Z'))) {
    await sleep(5);
  }
  // The watchdog still stands over the dead server; it reaps it and ends.
  await stopCluster(cluster.pid);
}
