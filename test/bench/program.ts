import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { migrate } from '../../adapters/db/migrate.ts';
import { provision } from '../../adapters/db/provision.ts';
import { openStore } from '../../adapters/db/store.ts';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { systemActor } from '../../app/actor.ts';
import type { MasterRow } from '../../app/ports.ts';
import { importMaster } from '../support/importMaster.ts';
import { startServer, stopServer } from '../support/testServer.ts';

const BIN = fileURLToPath(new URL('../../bin/openrebate.mjs', import.meta.url));

/** A database of its own on a server of its own, with the tenant `bench` and its company EU. */
export async function benchDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-bench-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'run'), String(process.pid));
  const server = await startServer(folder);
  const urls = await provision(server.adminUrl, { database: 'bench', passwords: server.passwords });
  await migrate(urls.ownerUrl);
  const companies = [{ code: 'EU', name: 'EU', timeZone: 'UTC' }];
  const tenant = await createTenant(urls.ownerUrl, {
    ...{ id: randomUUID(), code: 'bench', name: 'Bench', companies },
  });
  const adminUrl = Object.assign(new URL(server.adminUrl), { pathname: '/bench' }).href;
  return {
    ...urls,
    ...{ adminUrl, folder, tenant },
    close: async () => {
      await stopServer(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Master data of the tenant, as the use case loads it. */
export async function loadMaster(
  database: { readonly appUrl: string; readonly tenant: string },
  rows: readonly MasterRow[],
): Promise<void> {
  const store = openStore({ url: database.appUrl });
  const sha256 = () => new Uint8Array();
  const ports = { store, clock: systemClock, ids: uuidV7(systemClock), sha256 };
  const loaded = await importMaster(ports, database.tenant, rows, systemActor('cli'));
  await store.close();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusals.slice(0, 3)));
}

export type Measured<T> = { readonly value: T; readonly seconds: number; readonly megabytes: number };

/** A command of the program in a process of its own: what it answers, how long it took, and its memory at most. */
export async function program<T>(
  database: { readonly appUrl: string; readonly folder: string },
  ...args: string[]
): Promise<Measured<T>> {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: database.appUrl, OPENREBATE_TENANT: 'bench' },
    OPENREBATE_HOME: join(database.folder, 'state'),
  };
  const began = performance.now();
  const child = spawn(process.execPath, [BIN, '--json', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [answer, said, megabytes] = ['', '', 0];
  child.stdout.on('data', (chunk) => {
    answer += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid ?? 0));
  }, 50);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${said.slice(-2000)}${answer}`);
  return { value: JSON.parse(answer) as T, seconds: (performance.now() - began) / 1000, megabytes };
}

/** The system's own mark of the highest memory of a process, in MB; 0 where it is gone already. */
function peakOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
