import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../app/actor.ts';
import { auditDeed } from '../../app/auditDeed.ts';
import type { CalculatedAgreement } from '../../app/calculation/calculateDue.ts';
import { cancelJob, retryJob } from '../../app/jobs/changeJob.ts';
import { listJobs } from '../../app/jobs/listJobs.ts';
import { requestCalculation } from '../../app/jobs/requestCalculation.ts';
import type { Job } from '../../app/ports/jobStore.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { getPreview } from '../../app/preview/getPreview.ts';
import { requestPreview } from '../../app/preview/requestPreview.ts';
import { openScenario, type Scenario, taken } from '../../test/support/scenario.ts';
import { testOutside } from '../../test/support/testCourier.ts';
import { testDesk } from '../../test/support/testDesk.ts';
import { agreementText } from '../../test/support/trade.ts';
import { runWorker, type WorkerOptions } from './runWorker.ts';

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const MASTER = [
  { kind: 'partner' as const, code: 'P1', name: 'One', attributes: {} },
  { kind: 'product' as const, code: 'A', name: 'A', attributes: {} },
];
const AGREEMENT = { tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '2' }] } };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-06-30');
  await story.master(MASTER);
  await story.agreement(agreementText(AGREEMENT, { id: 'A1' }));
  await story.agreement(agreementText(AGREEMENT, { id: 'A2' }));
});
afterAll(() => story.close());

/** But for what the day brings, which is not what these are about. */
const jobs = async () =>
  (await listJobs(story.ports, story.tenant, { limit: 100 })).filter(({ kind }) => kind !== 'passDay');
const newest = async (): Promise<Job> => (await jobs())[0] as Job;

type Told = { readonly done: CalculatedAgreement[]; readonly failures: unknown[] };

/** Lets a worker do what there is, until nothing is under way any more. */
async function worked(ports: Ports = story.ports, options: Partial<WorkerOptions> = {}): Promise<Told> {
  const told: Told = { done: [], failures: [] };
  const stop = new AbortController();
  // It asks whose jobs are due once it has looked for what nobody asked for.
  let rounds = 0;
  const tenants: Ports['store']['tenants'] = (which) => {
    if (which === 'withJobs') rounds += 1;
    return ports.store.tenants(which);
  };
  const counted = { ...ports, store: { ...ports.store, tenants } };
  const working = runWorker(counted, stop.signal, {
    pollMs: 5,
    sweepMs: 60_000,
    calculated: (done) => told.done.push(done),
    failed: (error) => told.failures.push(error),
    desk: testDesk(),
    outside: testOutside(),
    errorOf: () => 'fault',
    ...options,
  });
  await story.database.store.inTenant(story.tenant, async (tx) => {
    for (const job of await tx.jobs.list({ limit: 100, states: ['waiting'] })) {
      await tx.jobs.retry(job.id, job.requestedBy);
    }
  });
  for (;;) {
    await sleep(20);
    const hadRound = rounds > 0;
    const open = (await jobs()).filter(
      ({ state, error, dueAt }) =>
        state === 'running' || (state === 'waiting' && (!error || dueAt.getTime() <= Date.now())),
    );
    if (hadRound && open.length === 0) break;
  }
  stop.abort();
  await working;
  return told;
}

/** The store of a program that fails at one agreement. */
function failingAt(code: string, error = new Error('a fault')): Ports {
  const { store } = story.ports;
  return {
    ...story.ports,
    store: {
      ...store,
      inTenant: (tenant: TenantId, work) =>
        store.inTenant(tenant, (tx) =>
          work({
            ...tx,
            bookings: {
              ...tx.bookings,
              balances: (agreement) =>
                agreement === code ? Promise.reject(error) : tx.bookings.balances(agreement),
            },
          }),
        ),
    },
  };
}

test('a delivery is calculated by its job, which shows how far it is and that it is done', async () => {
  await story.lines(HEADER, 'erp,D1,1,sale,EU,P1,A,2026-02-03,1,EA,100.00,EUR');
  expect(await newest()).toMatchObject({ kind: 'calculate', subject: '', state: 'waiting', attempts: 0 });
  const { done, failures } = await worked();
  expect(failures).toEqual([]);
  expect(done.map(({ agreement, bookings }) => [agreement, bookings.length])).toEqual([
    ['A1', 1],
    ['A2', 1],
  ]);
  expect(await newest()).toMatchObject({ state: 'done', attempts: 1, progress: { done: 2, total: 2 } });
});

test('a job that is done twice books nothing more', async () => {
  taken(await requestCalculation(story.ports, story.tenant, { actor: systemActor('cli') }));
  expect((await worked()).done).toEqual([]);
  expect(await newest()).toMatchObject({ state: 'done', requestedBy: 'system:cli' });
});

test('a failure keeps no other agreement waiting, is visible with its reason, and can be tried again', async () => {
  await story.lines(HEADER, 'erp,D2,1,sale,EU,P1,A,2026-02-04,1,EA,50.00,EUR');
  const { done, failures } = await worked(failingAt('A1'));
  expect(done.map(({ agreement }) => agreement)).toEqual(['A2']);
  expect(failures.map(String)).toEqual(['Error: a fault', 'Error: a fault']);
  const [own, all] = await jobs();
  expect(all).toMatchObject({ subject: '', state: 'done' });
  expect(own).toMatchObject({ subject: 'A1', state: 'waiting', attempts: 1, error: 'fault' });
  taken(await retryJob(story.ports, story.tenant, (own as Job).id, systemActor('cli')));
  expect((await worked()).done.map(({ agreement, bookings }) => [agreement, bookings.length])).toEqual([
    ['A1', 1],
  ]);
  expect(await newest()).toMatchObject({ subject: 'A1', state: 'done' });
});

test('a day that begins is noticed, and an agreement that failed for good is left until it is asked for', async () => {
  story.on('2026-07-01');
  expect((await worked()).done.map(({ agreement }) => agreement)).toEqual(['A1', 'A2']);
  story.on('2026-07-02');
  await story.database.store.inTenant(story.tenant, async (tx) => {
    const job = { id: story.ports.ids.next(), kind: 'calculate', subject: 'A1' } as const;
    await tx.jobs.add({ ...job, requestedBy: 'system:worker', delayMs: 0 });
    const claimed = await tx.jobs.claim(story.ports.ids.next(), 1000);
    if (claimed === undefined) throw new Error('not claimed');
    await tx.jobs.fail(claimed, 'fault');
  });
  const swept = await worked(failingAt('A1'));
  expect(swept.done.map(({ agreement }) => agreement)).toEqual(['A2']);
  const again = await worked();
  expect(again.done.map(({ agreement }) => agreement)).toEqual(['A1']);
});

test('a tenant that cannot be looked after keeps no other from its new day', async () => {
  story.on('2026-07-03');
  const { ports } = story;
  // Nothing that belongs to a tenant is there for it.
  const broken = ports.ids.next();
  const tenants: Ports['store']['tenants'] = async (which) => {
    const all = await ports.store.tenants(which);
    return which === 'all' ? [broken, ...all] : all;
  };
  const { done, failures } = await worked({ ...ports, store: { ...ports.store, tenants } });
  // Swept and told side by side.
  expect(failures.map(String).sort()).toEqual([
    'Error: Fault: the tenant has no batch counter',
    expect.stringContaining('notice_place_of_tenant'),
  ]);
  expect(done.map(({ agreement }) => agreement)).toEqual(['A1', 'A2']);
});

test('a deed is bound and told as soon as it is done, though the whole trail is looked at seldom', async () => {
  const { ports, tenant } = story;
  const stop = new AbortController();
  const failures: unknown[] = [];
  const working = runWorker(ports, stop.signal, {
    ...{ pollMs: 5, sweepMs: 60_000, linkMs: 60_000, errorOf: () => 'fault' as const },
    ...{ calculated: () => undefined, failed: (error) => failures.push(error) },
    ...{ desk: testDesk(), outside: testOutside() },
  });
  const waiting = () => story.database.store.inTenant(tenant, (tx) => tx.audit.unlinkedCount());
  await expect.poll(waiting).toBe(0);
  for (const object of ['one', 'two']) {
    await story.database.store.inTenant(tenant, (tx) =>
      auditDeed(ports, tx, { actor: systemActor('cli'), action: 'test', object, body: {} }),
    );
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
    await expect.poll(() => story.database.store.tenants('withDeeds')).not.toContain(tenant);
  }
  stop.abort();
  await working;
  expect(failures).toEqual([]);
});

test('after attempts that came to nothing each agreement has a job of its own', async () => {
  await story.lines(HEADER, 'erp,D3,1,sale,EU,P1,A,2026-02-05,1,EA,50.00,EUR');
  await story.database.store.inTenant(story.tenant, async (tx) => {
    const [job] = await tx.jobs.list({ limit: 1 });
    await tx.jobs.retry((job as Job).id, 'system:cli');
  });
  for (const _ of [1, 2])
    await story.database.store.inTenant(story.tenant, (tx) => tx.jobs.claim(story.ports.ids.next(), 0));
  const { done } = await worked();
  expect(done.map(({ agreement }) => agreement)).toEqual(['A1', 'A2']);
  expect((await jobs()).slice(0, 3).map(({ subject, state }) => `${subject} ${state}`)).toEqual([
    'A2 done',
    'A1 done',
    ' done',
  ]);
});

test('a worker that is told to stop gives its job back after the agreement at hand', async () => {
  await story.lines(HEADER, 'erp,D4,1,sale,EU,P1,A,2026-02-06,1,EA,50.00,EUR');
  const stop = new AbortController();
  const done: string[] = [];
  await story.database.store.inTenant(story.tenant, async (tx) => {
    const [job] = await tx.jobs.list({ limit: 1 });
    await tx.jobs.retry((job as Job).id, 'system:cli');
  });
  await runWorker(story.ports, stop.signal, {
    pollMs: 5,
    failed: (error) => expect.fail(String(error)),
    desk: testDesk(),
    outside: testOutside(),
    errorOf: () => 'fault',
    calculated: ({ agreement }) => {
      done.push(agreement);
      stop.abort();
    },
  });
  expect(done).toEqual(['A1']);
  expect(await newest()).toMatchObject({ state: 'waiting', attempts: 0 });
  expect((await worked()).done.map(({ agreement }) => agreement)).toEqual(['A2']);
});

test('a preview is worked out by its job and kept; nothing is booked, and nothing is due by it', async () => {
  const { ports, tenant } = story;
  const text = agreementText(
    { tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '3' }] } },
    { id: 'A1' },
  );
  const asked = taken(
    await requestPreview(ports, tenant, { proposed: { parsed: text }, actor: systemActor('cli') }),
  );
  expect(taken(await getPreview(ports, tenant, asked.id))).toMatchObject({ state: 'waiting' });
  expect((await worked()).done).toEqual([]);
  const kept = taken(await getPreview(ports, tenant, asked.id));
  expect(kept).toMatchObject({ state: 'done', agreement: 'A1', requestedBy: 'system:cli' });
  const sum = {
    direction: 'customerRebate',
    currency: 'EUR',
    before: '5.00',
    after: '7.50',
    difference: '2.50',
  };
  expect(kept.result).toMatchObject({
    version: 1,
    isSame: false,
    totals: [sum],
    partners: [{ partner: 'P1', partnerName: 'One', ...sum }],
    months: [{ month: '2026-02', ...sum }],
    rows: [{ booking: { booked: '5.00', delta: '2.50', causes: [{ cause: 'terms', delta: '2.50' }] } }],
  });
  expect(await newest()).toMatchObject({ kind: 'preview', progress: { done: 5, total: 5 } });
});

test('a preview that waits can be cancelled, a calculation cannot', async () => {
  const { ports, tenant } = story;
  const actor = systemActor('cli');
  const proposed = { parsed: agreementText(AGREEMENT, { id: 'NEW' }) };
  const { id, jobId } = taken(await requestPreview(ports, tenant, { proposed, actor }));
  expect(taken(await cancelJob(ports, tenant, jobId, actor)).state).toBe('cancelled');
  expect(taken(await getPreview(ports, tenant, id)).state).toBe('cancelled');
  const job = taken(await requestCalculation(ports, tenant, { actor }));
  expect(await cancelJob(ports, tenant, job.id, actor)).toMatchObject({
    refusals: [{ code: 'job-not-open', facts: { state: 'waiting' } }],
  });
  await worked();
  expect(await retryJob(ports, tenant, job.id, actor)).toMatchObject({
    refusals: [{ code: 'job-not-open' }],
  });
});
