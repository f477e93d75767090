import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../adapters/db/store.ts';
import { auditBooks, openBooks } from './books.ts';
import { type CrashServer, startCrashServer } from './crashServer.ts';
import { deliveries, writeDeliveries } from './deliveries.ts';
import { type Draw, seededRandom } from './seededRandom.ts';
import { acknowledgements, type WorkerTask } from './worker.ts';
import { killWorkers, startWorker, type WorkerProcess } from './workerProcess.ts';

const DEEP = process.env.OPENREBATE_DEEP === '1';
/** Kills of the program, of PostgreSQL as a whole, and of one of its processes. */
const KILLS = DEEP ? { worker: 25, server: 25, process: 10 } : { worker: 1, server: 2, process: 1 };
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

/** In an order and at moments that the seed gives. */
async function killInRounds(task: WorkerTask, draw: Draw): Promise<void> {
  const victims = Object.entries(KILLS).flatMap(([name, count]) => Array<string>(count).fill(name));
  let worker = startWorker(task);
  for (const victim of shuffled(victims, draw)) {
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

function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
