import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../adapters/db/store.ts';
import { rank } from '../support/rank.ts';
import { auditBooks, openBooks } from './books.ts';
import { type CrashServer, startCrashServer } from './crashServer.ts';
import { deliveries, writeDeliveries } from './deliveries.ts';
import { drawnOrder } from './drawnOrder.ts';
import { type Draw, seededRandom } from './seededRandom.ts';
import { acknowledgements, type WorkerTask } from './worker.ts';
import { killWorkers, startWorker, type WorkerProcess } from './workerProcess.ts';

const DEEP = process.env.OPENREBATE_DEEP === '1';
/** Kills of the program, of PostgreSQL as a whole, and of one of its processes. */
const KILLS = DEEP ? { worker: 25, server: 25, process: 10 } : { worker: 1, server: 2, process: 1 };
/** The same where jobs are done: of whoever imports, of a worker, of PostgreSQL, of one of its processes. */
const OF_JOBS = DEEP
  ? { importer: 20, worker: 60, server: 30, process: 10 }
  : { importer: 1, worker: 2, server: 1, process: 0 };
const ROUNDS = KILLS.worker + KILLS.server + KILLS.process;
const SEED = Number(process.env.OPENREBATE_SEED ?? 20261124);

let server: CrashServer;
let folder: string;

beforeAll(async () => {
  server = await startCrashServer();
  folder = mkdtempSync(join(tmpdir(), 'openrebate-kills-'));
});

afterAll(async () => {
  await killWorkers();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('kill -9 of the program or of PostgreSQL loses nothing acknowledged and books nothing twice', {
  timeout: DEEP ? 900_000 : 120_000,
}, async () => {
  const draw = seededRandom(SEED);
  const files = deliveries(ROUNDS * 4 + 4, SEED);
  writeDeliveries(folder, files);
  const store = openStore({ url: server.appUrl });
  const tenant = await openBooks(server, store);
  await store.close();
  const log = join(folder, 'acknowledged');
  const named = files.map(({ key, day }) => ({ key, day }));
  const task: WorkerTask = {
    url: server.appUrl,
    tenant,
    folder,
    deliveries: named,
    does: 'both',
    log,
    importLog: log,
    waitsFor: [],
  };
  const started = Date.now();
  await killInRounds(task, draw);
  const seconds = Math.round((Date.now() - started) / 1000);
  const story = { tenant, folder, deliveries: files, acknowledged: acknowledgements(log) };
  const { faults, figures } = await auditBooks(server, story);
  const line = JSON.stringify({ seed: SEED, kills: KILLS, ...figures, faults: faults.length, seconds });
  process.stdout.write(`${line}\n`);
  expect(faults).toEqual([]);
  expect(figures.causes).toEqual(['corrections', 'lateLines', 'onTimeLines', 'returns']);
  expect(figures.acknowledgements).toBeGreaterThan(ROUNDS);
  expect(figures.bookings).toBeGreaterThan(ROUNDS);
});

test('kill -9 of workers, importer or PostgreSQL: no job is lost, none is done twice', {
  timeout: DEEP ? 1_800_000 : 120_000,
}, async () => {
  const draw = seededRandom(SEED + 1);
  const victims = drawnOrder(OF_JOBS, draw);
  const files = deliveries(victims.length * 15, SEED + 1);
  const own = join(folder, 'jobs');
  writeDeliveries(own, files);
  const store = openStore({ url: server.appUrl });
  const tenant = await openBooks(server, store);
  await store.close();
  const logs = ['imports', 'worker-1', 'worker-2'].map((name) => join(own, name));
  const [importLog] = logs as [string];
  const deliveriesOf = files.map(({ key, day }) => ({ key, day }));
  const shared = {
    url: server.appUrl,
    tenant,
    folder: own,
    deliveries: deliveriesOf,
    importLog,
    waitsFor: [],
  };
  const tasks = logs.map((log): WorkerTask => {
    return { ...shared, log, ...(log === importLog ? { does: 'imports', paceMs: 50 } : { does: 'jobs' }) };
  });
  const started = Date.now();
  const pauses = await killProcesses(tasks, victims, draw);
  const seconds = Math.round((Date.now() - started) / 1000);
  const jobs = await jobsOf(tenant);
  const acknowledged = logs.flatMap(acknowledgements);
  const { faults, figures } = await auditBooks(server, {
    tenant,
    folder: own,
    deliveries: files,
    acknowledged,
  });
  const longest = rank(pauses, 0.99);
  const line = { seed: SEED + 1, kills: OF_JOBS, ...figures, faults: faults.length, jobs, longest, seconds };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  expect(faults).toEqual([]);
  expect(Object.keys(jobs).filter((state) => state !== 'done' && state !== 'merged')).toEqual([]);
  expect(figures.bookings).toBeGreaterThan(victims.length);
});

/** How many jobs there are in each state. */
async function jobsOf(tenant: string): Promise<Record<string, number>> {
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ state: string; count: number }>(
    'SELECT state, count(*)::int FROM job WHERE tenant_id = $1 GROUP BY state ORDER BY state',
    [tenant],
  );
  await admin.end();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Gives how long after each kill, in milliseconds, the next thing was acknowledged. */
async function killProcesses(
  tasks: readonly WorkerTask[],
  victims: readonly string[],
  draw: Draw,
): Promise<number[]> {
  const processes = tasks.map(startWorker);
  const heard = (of: readonly WorkerTask[]) =>
    of.reduce((sum, { log }) => sum + acknowledgements(log).length, 0);
  const progressBy = async (count: number, of = tasks) => {
    for (const wanted = heard(of) + count; heard(of) < wanted; await sleep(3)) {
      if (processes.every((process) => process.hasEnded())) throw new Error('There was nothing left to kill');
    }
  };
  const pauses: number[] = [];
  for (const victim of victims) {
    // A worker is at its next agreement right after it has said that one is done.
    if (victim === 'worker') await progressBy(1 + draw(3), tasks.slice(1));
    else await progressBy(1 + draw(9));
    await sleep(draw(40));
    const at = Date.now();
    if (victim === 'server') {
      await server.kill();
      await server.restart();
    } else if (victim === 'process') await server.killOneProcess();
    else {
      const number = victim === 'importer' ? 0 : 1 + draw(tasks.length - 1);
      await processes[number]?.kill();
      processes[number] = startWorker(tasks[number] as WorkerTask);
    }
    await progressBy(1);
    pauses.push(Date.now() - at);
  }
  await Promise.all(processes.map(({ ended }) => ended));
  return pauses;
}

/** In an order and at moments that the seed gives. */
async function killInRounds(task: WorkerTask, draw: Draw): Promise<void> {
  let worker = startWorker(task);
  for (const victim of drawnOrder(KILLS, draw)) {
    await progress(task, worker, 1 + draw(9));
    await sleep(draw(60));
    if (worker.hasEnded()) throw new Error('There was nothing left to kill');
    if (victim === 'worker') {
      await worker.kill();
      worker = startWorker(task);
    } else if (victim === 'process') {
      await server.killOneProcess();
    } else {
      await server.kill();
      await server.restart();
    }
  }
  await worker.ended;
}

/** Waits until so many more things are acknowledged. */
async function progress({ log }: WorkerTask, worker: WorkerProcess, count: number): Promise<void> {
  const wanted = acknowledgements(log).length + count;
  while (acknowledgements(log).length < wanted && !worker.hasEnded()) await sleep(3);
}
