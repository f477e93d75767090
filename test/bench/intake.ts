import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { migrate } from '../../adapters/db/migrate.ts';
import { provision } from '../../adapters/db/provision.ts';
import { openStore } from '../../adapters/db/store.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { systemActor } from '../../app/actor.ts';
import { importLines } from '../../app/intake/importLines.ts';
import { importMaster } from '../../app/intake/importMaster.ts';
import { undoImport } from '../../app/intake/undoImport.ts';
import type { Ports } from '../../app/ports.ts';
import { MESSY_MASTER, writeMessyFile } from '../support/messyFile.ts';
import { startServer, stopServer } from '../support/testServer.ts';

// A messy file of half a million rows into an empty database, and the undo of it; in a process of its
// own, so that its memory is that of the import alone. `npm run bench:intake` prints the figures.

const ROWS = Number(process.env.OPENREBATE_ROWS ?? 500_000);

async function asChild(appUrl: string, tenant: string, path: string): Promise<void> {
  const store = openStore({ url: appUrl });
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const ports: Ports = { store, clock: systemClock, ids: uuidV7(systemClock), sha256 };
  const actor = systemActor('cli');
  const seconds = async <T>(work: () => Promise<T>) => {
    const began = performance.now();
    const value = await work();
    return { value, seconds: ((performance.now() - began) / 1000).toFixed(1) };
  };
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const imported = await seconds(() =>
    importLines(ports, tenant, { source: 'shop', open: () => readLines(path), actor }),
  );
  clearInterval(watch);
  if (!imported.value.ok) throw new Error(JSON.stringify(imported.value.refusals));
  const { document, received, dispositions, reasons } = imported.value.value;
  const undone = await seconds(() =>
    undoImport(ports, tenant, { document: document.id, reason: 'bench', actor }),
  );
  await store.close();
  const memory = `${Math.round(most / 1024 ** 2)} MB`;
  const figures = { rows: received.rows, seconds: imported.seconds, memory, undo: undone.seconds };
  process.stdout.write(`${JSON.stringify({ ...figures, received, dispositions, reasons })}\n`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-bench-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'run'), String(process.pid));
  const server = await startServer(folder);
  const urls = await provision(server.adminUrl, { database: 'intake', passwords: server.passwords });
  await migrate(urls.ownerUrl);
  const companies = [{ code: 'EU', name: 'EU', timeZone: 'UTC' }];
  const tenant = await createTenant(urls.ownerUrl, {
    id: randomUUID(),
    code: 'bench',
    name: 'Bench',
    companies,
  });
  const store = openStore({ url: urls.appUrl });
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const ports: Ports = { store, clock: systemClock, ids: uuidV7(systemClock), sha256 };
  await importMaster(ports, tenant, MESSY_MASTER, systemActor('cli'));
  await store.close();
  const path = join(folder, 'messy.csv');
  const truth = await writeMessyFile(path, ROWS);
  const script = new URL(import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, urls.appUrl, tenant, path]);
  process.stdout.write(stdout);
  const cents = Object.fromEntries(Object.entries(truth.cents).map(([name, sum]) => [name, String(sum)]));
  process.stdout.write(`truth ${JSON.stringify({ ...truth, cents })}\n`);
  await stopServer(server);
  rmSync(folder, { recursive: true, force: true });
}

const [, , appUrl, tenant, path] = process.argv;
if (appUrl !== undefined && tenant !== undefined && path !== undefined) await asChild(appUrl, tenant, path);
else await main();
