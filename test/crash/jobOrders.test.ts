import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLines } from '../../adapters/files/readLines.ts';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { importLines } from '../../app/intake/importLines.ts';
import { cancelJob, retryJob } from '../../app/jobs/changeJob.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import { claimNext, work } from '../../app/jobs/workNext.ts';
import type { Store, TenantId } from '../../app/ports.ts';
import { requestPreview } from '../../app/preview/requestPreview.ts';
import { importMaster } from '../support/importMaster.ts';
import { ownCases } from '../support/ownCases.ts';
import { taken } from '../support/scenario.ts';
import { testOutside } from '../support/testCourier.ts';
import { testDesk } from '../support/testDesk.ts';
import { agreementText } from '../support/trade.ts';
import { openLedger, portsOn } from './books.ts';
import { everySchedule, type Session, someSchedules } from './schedules.ts';
import { seededRandom } from './seededRandom.ts';
import { inSteps } from './steppedStore.ts';
import { twoSessions } from './twoSessions.ts';

const DEEP = process.env.OPENREBATE_DEEP === '1';
const DAY = '2026-06-30';
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const MASTER = [
  { kind: 'partner' as const, code: 'P1', name: 'One', attributes: {} },
  { kind: 'product' as const, code: 'A', name: 'A', attributes: {} },
];
const AGREEMENT = agreementText({ tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '2' }] } });
const ACTOR = systemActor('demo');

/** What another session can notice of an import, of a worker, of whoever repeats, cancels or looks around. */
const STEPS = [
  'batches.take',
  'jobs.add',
  'jobs.claim',
  'jobs.finish',
  'jobs.giveBack',
  'jobs.retry',
  'jobs.cancel',
  'jobs.open',
  'runs.passUntouched',
  'runs.lockDue',
  'runs.due',
  'previews.finish',
  'runs.finish',
  'jobs.settle',
];
/** Fewer steps, of which all orders can be played. */
const FEW = ['jobs.add', 'jobs.claim'];
/** All orders would be thousands: so many of them are drawn. */
const DRAWN = DEEP ? 252 : 12;
const SEED = Number(process.env.OPENREBATE_SEED ?? 20_261_124);

const { database, stores, admin, owner, waiting, close } = await twoSessions();
const folder = mkdtempSync(join(tmpdir(), 'openrebate-job-orders-'));

afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

type Deed = (store: Store, tenant: TenantId) => Promise<unknown>;

/** Jobs are due at once, so that every order of asking and taking up comes about. */
function promptly(store: Store): Store {
  return {
    ...store,
    inTenant: (tenant, of) =>
      store.inTenant(tenant, (tx) =>
        of({ ...tx, jobs: { ...tx.jobs, add: (job) => tx.jobs.add({ ...job, delayMs: 0 }) } }),
      ),
  };
}

const worker =
  (leaseMs = 60_000): Deed =>
  async (store, tenant) => {
    const ports = portsOn(store, DAY);
    const job = await claimNext(ports, tenant, { leaseMs });
    if (job === undefined) return;
    await work(ports, tenant, job, {
      leaseMs,
      isStopping: () => false,
      calculated: () => undefined,
      failed: (error) => {
        throw error;
      },
      desk: testDesk(),
      outside: testOutside(),
      errorOf: () => 'fault',
    });
  };

let files = 0;
const importing: Deed = async (store, tenant) => {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, `${HEADER}\nerp,D${files},1,sale,EU,P1,A,2026-02-03,1,EA,100.00,EUR\n`);
  const input = { source: 'erp', open: () => readLines(path), actor: ACTOR };
  taken(await importLines(portsOn(store, DAY), tenant, input));
};

const looking: Deed = (store, tenant) => sweep(portsOn(store, DAY), tenant);

/** Plays two deeds in every order, each from a tenant with one import that waits to be calculated. */
async function orders(
  deeds: readonly [Deed, Deed],
  outcome: (tenant: TenantId) => Promise<string>,
  { before = [importing], all = false }: { readonly before?: readonly Deed[]; readonly all?: boolean } = {},
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const begin = async () => {
    const tenant = await openLedger(owner);
    const ports = portsOn(promptly(database.store), DAY);
    taken(await importMaster(ports, tenant, MASTER, ACTOR));
    taken(await recordAgreement(ports, tenant, AGREEMENT, { actor: ACTOR, asNewVersion: false }));
    for (const deed of before) await deed(promptly(database.store), tenant);
    const sessions = stores.map(
      (store, at): Session =>
        (turn) =>
          (deeds[at] as Deed)(promptly(inSteps(store, turn, all ? FEW : STEPS)), tenant),
    );
    return { sessions, waiting, areAlike: false, outcome: () => outcome(tenant) };
  };
  const seeds = ownCases(Array.from({ length: DRAWN }, (_, order) => SEED + order));
  const found = await (all ? everySchedule(begin) : someSchedules(begin, seeds.map(seededRandom)));
  const played = [...found.values()].reduce((sum, list) => sum + list.length, 0);
  process.stdout.write(`${expect.getState().currentTestName}: ${played} orders\n`);
  expect(played).toBeGreaterThan(5);
  return found;
}

/** Nothing is due that nobody was asked for; then all is done, and each difference is booked once. */
async function endOf(tenant: TenantId): Promise<string> {
  const asked = await database.store.inTenant(tenant, async (tx) => {
    const due = await tx.runs.due(await tx.batches.last(), 20_634);
    const open = await tx.jobs.open('calculate');
    return due.length === 0 || open.some(({ state }) => state !== 'failed');
  });
  for (let left = 5; left > 0; left -= 1) {
    await admin.query(`UPDATE job SET due_at = now() WHERE tenant_id = $1 AND state = 'waiting'`, [tenant]);
    await worker(0)(database.store, tenant);
  }
  const { rows } = await admin.query<{ text: string }>(
    `SELECT format('booked %s of %s, numbers %s, jobs %s',
       (SELECT sum(delta_minor) FROM booking WHERE tenant_id = $1 AND kind = 'earned'),
       (SELECT sum(earned_minor) FROM earning WHERE tenant_id = $1),
       (SELECT count(*) = max(number) FROM booking WHERE tenant_id = $1 AND kind = 'earned'),
       (SELECT string_agg(DISTINCT CASE state WHEN 'merged' THEN 'done' ELSE state END, ' ') FROM job WHERE tenant_id = $1)) AS text`,
    [tenant],
  );
  return `${asked ? 'asked for' : 'LOST'}; ${rows[0]?.text ?? ''}`;
}

const CLEAN = (booked: number) => [`asked for; booked ${booked} of ${booked}, numbers t, jobs done`];
const TIME = { timeout: DEEP ? 900_000 : 300_000 };

test.each<{ name: string; deeds: readonly [Deed, Deed]; booked: number }>([
  { name: 'a worker and an import', deeds: [worker(), importing], booked: 400 },
  { name: 'two workers and one job', deeds: [worker(), worker()], booked: 200 },
  { name: 'a worker and one that takes its job over', deeds: [worker(0), worker(0)], booked: 200 },
  { name: 'two imports', deeds: [importing, importing], booked: 600 },
  { name: 'a worker and the sweep', deeds: [worker(), looking], booked: 200 },
  { name: 'an import and the sweep', deeds: [importing, looking], booked: 400 },
])('no job is lost and none is done twice: $name', TIME, async ({ deeds, booked }) => {
  expect([...(await orders(deeds, endOf)).keys()]).toEqual(CLEAN(booked));
});

test('a job that is repeated by hand while a worker takes it up is done', TIME, async () => {
  const again: Deed = async (store, tenant) => {
    const ports = portsOn(store, DAY);
    const [job] = await database.store.inTenant(tenant, (tx) => tx.jobs.list({ limit: 1 }));
    await retryJob(ports, tenant, job?.id ?? '', ACTOR);
  };
  expect([...(await orders([worker(), again], endOf)).keys()]).toEqual(CLEAN(200));
});

test('a preview that is cancelled while a worker takes it up is either not done or done', TIME, async () => {
  const asking: Deed = async (store, tenant) => {
    const proposed = { parsed: { ...AGREEMENT, programme: 'growth' } };
    taken(await requestPreview(portsOn(store, DAY), tenant, { proposed, actor: ACTOR }));
  };
  const cancel: Deed = async (store, tenant) => {
    const [job] = await database.store.inTenant(tenant, (tx) => tx.jobs.list({ limit: 1 }));
    await cancelJob(portsOn(store, DAY), tenant, job?.id ?? '', ACTOR);
  };
  const outcome = async (tenant: TenantId) => {
    const { rows } = await admin.query<{ text: string }>(
      `SELECT concat_ws(', ', j.state, CASE WHEN p.result IS NULL THEN 'no result' ELSE 'a result' END) AS text
       FROM preview p JOIN job j ON j.tenant_id = p.tenant_id AND j.id = p.job_id WHERE p.tenant_id = $1`,
      [tenant],
    );
    return rows[0]?.text ?? '';
  };
  const found = await orders([worker(), cancel], outcome, {
    before: [importing, worker(), asking],
  });
  expect(['cancelled, no result', 'done, a result']).toEqual(expect.arrayContaining([...found.keys()]));
});

test(
  'a queue that looks whether the same is asked for already loses it, and the orders show where',
  TIME,
  async () => {
    const naive: Deed = (store, tenant) => {
      const looksFirst: Store = {
        ...store,
        inTenant: (of, run) =>
          store.inTenant(of, (tx) =>
            run({
              ...tx,
              jobs: {
                ...tx.jobs,
                add: async (job) => {
                  const open = await tx.jobs.open(job.kind);
                  return open.some(({ state }) => state === 'waiting') ? '' : tx.jobs.add(job);
                },
              },
            }),
          ),
      };
      return importing(looksFirst, tenant);
    };
    const found = await orders([worker(), naive], endOf, { all: true });
    expect([...found.keys()].some((text) => text.startsWith('LOST'))).toBe(true);
  },
);
