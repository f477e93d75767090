import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../adapters/db/store.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { isOutage } from '../../adapters/http/outage.ts';
import { runWorker } from '../../adapters/jobs/runWorker.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { systemActor } from '../../app/actor.ts';
import { businessDay } from '../../app/businessDay.ts';
import { calculateNext } from '../../app/calculation/calculateDue.ts';
import { LineSnapshots } from '../../app/calculation/lineSnapshots.ts';
import { importLines } from '../../app/intake/importLines.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { testOutside } from '../support/testCourier.ts';
import { testDesk } from '../support/testDesk.ts';
import { type Delivery, pathOf } from './deliveries.ts';

/** What a worker process is started with, as JSON in its first argument. */
export type WorkerTask = {
  readonly url: string;
  readonly tenant: TenantId;
  readonly folder: string;
  readonly deliveries: readonly Pick<Delivery, 'key' | 'day'>[];
  /** Both in turn, or one of them until every delivery is in; or the jobs that the imports ask for. */
  readonly does: 'both' | 'imports' | 'calculates' | 'jobs';
  /** Where it writes what was acknowledged to it, a JSON line each. */
  readonly log: string;
  /** Where the importer writes: what a worker that only calculates goes by. */
  readonly importLog: string;
  /** Logs of others, who must have started before this one begins. */
  readonly waitsFor: readonly string[];
  /** How long an importer waits after each file. */
  readonly paceMs?: number;
};

/** Something that the program said was done. */
export type Acknowledgement =
  | { readonly done: 'start' }
  | { readonly done: 'import'; readonly key: string; readonly batch: number; readonly rows: number }
  | { readonly done: 'run'; readonly agreement: string; readonly number: number; readonly bookings: number };

/** What a process that was killed has left behind stays readable: each line was written at once. */
export function acknowledgements(log: string): Acknowledgement[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Acknowledgement);
}

const parent = process.ppid;

/** A test run that was killed leaves nobody to work for. */
function endWithParent(): void {
  if (process.ppid !== parent) process.exit(1);
}

/** Asks again while the database is away, as a client with a key would. */
async function untilServed<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isOutage(error)) throw error;
      endWithParent();
      await sleep(20);
    }
  }
}

/** Does a task to its end, in this process or in one of its own. */
export async function work(task: WorkerTask): Promise<void> {
  let today = '2026-01-01';
  const clock = { now: () => new Date(`${today}T12:00:00Z`) };
  const store = openStore({ url: task.url });
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const ports: Ports = { store, clock, ids: uuidV7(clock), sha256 };
  acknowledge(task, { done: 'start' });
  while (!task.waitsFor.every(existsSync)) await sleep(5);
  const known = new Set(importsIn(task.importLog));
  if (task.does === 'jobs') {
    await doJobs(ports, task, (day) => {
      today = day;
    });
  } else if (task.does === 'calculates') {
    for (let last = ''; last !== task.deliveries.at(-1)?.key; ) {
      endWithParent();
      last = importsIn(task.importLog).at(-1) ?? '';
      today = task.deliveries.find(({ key }) => key === last)?.day ?? today;
      await calculateAll(ports, task);
    }
  } else {
    for (const delivery of task.deliveries.filter(({ key }) => !known.has(key))) {
      today = delivery.day;
      await importOne(ports, task, delivery);
      if (task.paceMs !== undefined) await sleep(task.paceMs);
      if (task.does === 'both') await calculateAll(ports, task);
    }
  }
  await store.close();
}

/** A worker as in production, with shorter patience, until everything is in, calculated and at an end. */
async function doJobs(ports: Ports, task: WorkerTask, move: (day: string) => void): Promise<void> {
  const stop = new AbortController();
  const faults: unknown[] = [];
  const working = runWorker(ports, stop.signal, {
    leaseMs: 1000,
    pollMs: 10,
    sweepMs: 500,
    // The deliveries of a year go by in seconds, and each answer is audited at the end.
    answersKeptDays: 3660,
    desk: testDesk(),
    outside: testOutside(),
    errorOf: (error) => (isOutage(error) ? 'outage' : 'fault'),
    failed: (error) => {
      if (!isOutage(error)) faults.push(error);
    },
    calculated: ({ agreement, run, bookings }) =>
      acknowledge(task, { done: 'run', agreement, number: run.number, bookings: bookings.length }),
  });
  for (let last = ''; ; ) {
    endWithParent();
    if (faults.length > 0) throw faults[0];
    last = importsIn(task.importLog).at(-1) ?? '';
    move(task.deliveries.find(({ key }) => key === last)?.day ?? '2026-01-01');
    if (last === task.deliveries.at(-1)?.key && (await untilServed(() => isAllDone(ports, task.tenant))))
      break;
    await sleep(20);
  }
  stop.abort();
  await working;
}

function isAllDone(ports: Ports, tenant: TenantId): Promise<boolean> {
  return ports.store.inTenant(tenant, async (tx) => {
    const day = await businessDay(tx, ports.clock);
    const due = await tx.runs.due(await tx.batches.last(), day);
    const open = [...(await tx.jobs.open('calculate')), ...(await tx.jobs.open('passDay'))];
    return due.length === 0 && open.length === 0 && (await tx.jobs.isKnown('passDay', formatDate(day)));
  });
}

async function importOne(ports: Ports, task: WorkerTask, delivery: Pick<Delivery, 'key'>): Promise<void> {
  const open = () => readLines(pathOf(task.folder, delivery));
  const input = { source: 'erp', open, key: delivery.key, actor: systemActor('demo') };
  const result = await untilServed(() => importLines(ports, task.tenant, input));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusals)}`);
  const { batch, received } = result.value;
  acknowledge(task, { done: 'import', key: delivery.key, batch, rows: received.rows });
}

async function calculateAll(ports: Ports, task: WorkerTask): Promise<void> {
  const snapshots = new LineSnapshots();
  for (;;) {
    const next = await untilServed(() => calculateNext(ports, task.tenant, snapshots));
    if (next === undefined) return;
    const { agreement, run, bookings } = next;
    acknowledge(task, { done: 'run', agreement, number: run.number, bookings: bookings.length });
  }
}

function acknowledge({ log }: WorkerTask, acknowledgement: Acknowledgement): void {
  appendFileSync(log, `${JSON.stringify(acknowledgement)}\n`);
}

function importsIn(log: string): string[] {
  return acknowledgements(log).flatMap((entry) => (entry.done === 'import' ? [entry.key] : []));
}

const [, , argument] = process.argv;
if (import.meta.main && argument !== undefined) await work(JSON.parse(argument) as WorkerTask);
