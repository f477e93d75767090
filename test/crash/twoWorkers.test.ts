import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { auditBooks, openBooks } from './books.ts';
import { deliveries, writeDeliveries } from './deliveries.ts';
import { acknowledgements, type WorkerTask } from './worker.ts';
import { killWorkers, startWorker } from './workerProcess.ts';

const SEED = Number(process.env.OPENREBATE_SEED ?? 20261124);
const DELIVERIES = process.env.OPENREBATE_DEEP === '1' ? 100 : 12;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'openrebate-workers-'));
});

afterAll(async () => {
  await killWorkers();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('processes that calculate one tenant at once while another imports', { timeout: 300_000 }, () => {
  test.each([2, 4])('%i of them book each difference once', async (count) => {
    const own = join(folder, String(count));
    const files = deliveries(DELIVERIES, SEED + count);
    writeDeliveries(own, files);
    const tenant = await openBooks(database, database.store);
    const importLog = join(own, 'imports');
    const logs = [importLog, ...Array.from({ length: count }, (_, at) => join(own, `worker-${at}`))];
    const named = files.map(({ key, day }) => ({ key, day }));
    const shared = { url: database.appUrl, tenant, folder: own, deliveries: named, importLog };
    const workers = logs.map((log) => {
      const part: Pick<WorkerTask, 'does' | 'waitsFor'> =
        log === importLog
          ? { does: 'imports', waitsFor: logs.slice(1) }
          : { does: 'calculates', waitsFor: [] };
      return startWorker({ ...shared, ...part, log });
    });
    await Promise.all(workers.map(({ ended }) => ended));
    const acknowledged = logs.flatMap(acknowledgements);
    const { faults, figures } = await auditBooks(database, {
      tenant,
      folder: own,
      deliveries: files,
      acknowledged,
    });
    process.stdout.write(`${JSON.stringify({ workers: count, seed: SEED + count, ...figures })}\n`);
    expect(faults).toEqual([]);
    const busy = logs.slice(1).filter((log) => acknowledgements(log).some(({ done }) => done === 'run'));
    expect(busy.length).toBeGreaterThan(1);
    expect(figures.bookings).toBeGreaterThan(DELIVERIES);
  });
});
