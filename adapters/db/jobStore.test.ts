import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JobStore } from '../../app/ports/jobStore.ts';
import type { TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { gate } from '../../test/support/gate.ts';

const LEASE = 60_000;

let database: TestDatabase;
let admin: Client;
beforeAll(async () => {
  database = await testDatabase();
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const on = <T>(tenant: TenantId, work: (jobs: JobStore) => Promise<T>): Promise<T> =>
  database.store.inTenant(tenant, ({ jobs }) => work(jobs));
const add = (tenant: TenantId, subject = '', delayMs = 0) =>
  on(tenant, (jobs) =>
    jobs.add({ id: randomUUID(), kind: 'calculate', subject, requestedBy: 'person:1', delayMs }),
  );
const claim = (tenant: TenantId, leaseMs = LEASE) => on(tenant, (jobs) => jobs.claim(randomUUID(), leaseMs));
const stateOf = async (tenant: TenantId, id: string) => (await on(tenant, (jobs) => jobs.get(id)))?.state;

/** A claim that was there; a test fails where there is none. */
async function claimed(tenant: TenantId, leaseMs = LEASE) {
  const job = await claim(tenant, leaseMs);
  if (job === undefined) throw new Error('no job was due');
  return job;
}

test('a hundred requests that nobody has taken up are one job', async () => {
  const tenant = await database.tenant();
  const ids = new Set<string>();
  for (let count = 0; count < 100; count += 1) ids.add(await add(tenant));
  expect(ids.size).toBe(1);
  expect(ids).not.toContain(await add(tenant, 'A1'));
});

test('what is asked for while it is being done is another job', async () => {
  const tenant = await database.tenant();
  const first = await add(tenant);
  expect((await claimed(tenant)).id).toBe(first);
  expect(await add(tenant)).not.toBe(first);
});

test('a job that is being asked for again is not taken up before that is committed', async () => {
  const tenant = await database.tenant();
  await add(tenant);
  const held = gate();
  const asking = on(tenant, async (jobs) => {
    await jobs.add({ id: randomUUID(), kind: 'calculate', subject: '', requestedBy: 'person:1', delayMs: 0 });
    await held.wait('asked');
  });
  await held.arrived(1);
  expect(await claim(tenant)).toBeUndefined();
  held.open();
  await asking;
  expect(await claim(tenant)).toMatchObject({ attempts: 1, state: 'running' });
});

test('of two workers one gets the job', async () => {
  const tenant = await database.tenant();
  await add(tenant);
  const both = await Promise.all([claim(tenant), claim(tenant)]);
  expect(both.filter((job) => job !== undefined)).toHaveLength(1);
});

test('a job is due when its delay is over', async () => {
  const tenant = await database.tenant();
  await add(tenant, '', 60_000);
  expect(await claim(tenant)).toBeUndefined();
  expect(await database.store.tenants('withJobs')).not.toContain(tenant);
  await add(tenant, '', 0);
  expect(await database.store.tenants('withJobs')).toContain(tenant);
  expect(await claim(tenant)).toBeDefined();
});

test('a lease that lapsed lets another worker take the job over, and the first one end nothing', async () => {
  const tenant = await database.tenant();
  await add(tenant);
  const first = await claimed(tenant, 0);
  const second = await claimed(tenant);
  expect(second).toMatchObject({ id: first.id, attempts: 2 });
  expect(await on(tenant, (jobs) => jobs.beat(first, LEASE))).toBe(false);
  expect(await on(tenant, (jobs) => jobs.finish(first))).toBe(false);
  expect(await on(tenant, (jobs) => jobs.fail(first, 'fault'))).toBe(false);
  expect(await stateOf(tenant, first.id)).toBe('running');
  expect(await on(tenant, (jobs) => jobs.finish(second))).toBe(true);
  expect(await stateOf(tenant, first.id)).toBe('done');
});

test('a sign of life keeps the job; progress is shown, and begins to count attempts anew', async () => {
  const tenant = await database.tenant();
  const id = await add(tenant);
  await claimed(tenant, 0);
  const job = await claimed(tenant, 1000);
  expect(job.attempts).toBe(2);
  expect(await on(tenant, (jobs) => jobs.beat(job, LEASE))).toBe(true);
  expect(await on(tenant, (jobs) => jobs.get(id))).toMatchObject({ attempts: 2, progress: { done: 0 } });
  await on(tenant, (jobs) => jobs.beat(job, LEASE, { done: 3, total: 25 }));
  expect(await on(tenant, (jobs) => jobs.get(id))).toMatchObject({
    attempts: 1,
    progress: { done: 3, total: 25 },
  });
  expect(await claim(tenant)).toBeUndefined();
});

test('workers that die over a job are followed by seven others, then it is given up', async () => {
  const tenant = await database.tenant();
  const id = await add(tenant);
  for (let count = 1; count <= 8; count += 1) expect((await claimed(tenant, 0)).attempts).toBe(count);
  expect(await claim(tenant)).toBeUndefined();
  expect(await on(tenant, (jobs) => jobs.get(id))).toMatchObject({ state: 'failed', error: 'workerLost' });
});

test('two lost jobs about the same do not stand in the way of each other', async () => {
  const tenant = await database.tenant();
  const [one, other] = [await add(tenant), (await claimed(tenant, 0)) && (await add(tenant))];
  await claimed(tenant, 0);
  await claimed(tenant, 0);
  await admin.query(`UPDATE job SET attempts = 8, lease_until = now() WHERE tenant_id = $1`, [tenant]);
  await admin.query(`UPDATE job SET state = 'running', claim = id WHERE tenant_id = $1`, [tenant]);
  await claim(tenant);
  await claim(tenant);
  const states = [await stateOf(tenant, one), await stateOf(tenant, other)];
  expect(states.sort()).toEqual(['failed', 'merged']);
});

test('a failure waits for its delay, the last one for somebody', async () => {
  const tenant = await database.tenant();
  const id = await add(tenant, 'A1');
  const first = await claimed(tenant);
  expect(await on(tenant, (jobs) => jobs.fail(first, 'outage', 60_000))).toBe(true);
  expect(await on(tenant, (jobs) => jobs.get(id))).toMatchObject({
    state: 'waiting',
    error: 'outage',
    attempts: 1,
  });
  // Who asks for it again does not make it come earlier; who asks for the job itself does.
  expect(await add(tenant, 'A1')).toBe(id);
  expect(await claim(tenant)).toBeUndefined();
  expect(await on(tenant, (jobs) => jobs.retry(id, 'person:2'))).toBe(true);
  const second = await claimed(tenant);
  expect(second).toMatchObject({ id, attempts: 1, requestedBy: 'person:2' });
  await on(tenant, (jobs) => jobs.fail(second, 'fault'));
  expect(await on(tenant, (jobs) => jobs.get(id))).toMatchObject({ state: 'failed', error: 'fault' });
  expect(await claim(tenant)).toBeUndefined();
  expect(await add(tenant, 'A1')).toBe(id);
  expect(await claimed(tenant)).toMatchObject({ id, attempts: 1 });
});

test('a job that is put back goes over into one that was asked for meanwhile', async () => {
  const tenant = await database.tenant();
  const first = await add(tenant);
  const job = await claimed(tenant);
  const second = await add(tenant, '', 60_000);
  await on(tenant, (jobs) => jobs.fail(job, 'outage', 0));
  expect([await stateOf(tenant, first), await stateOf(tenant, second)]).toEqual(['merged', 'waiting']);
  expect(await claim(tenant)).toBeUndefined();
});

test('it is put back at the very moment at which the same is asked for', async () => {
  const tenant = await database.tenant();
  const first = await add(tenant);
  const job = await claimed(tenant);
  const held = gate();
  let second = '';
  const asking = on(tenant, async (jobs) => {
    const more = { kind: 'calculate', subject: '', requestedBy: 'person:1', delayMs: 0 } as const;
    second = await jobs.add({ id: randomUUID(), ...more });
    await held.wait('asked');
  });
  await held.arrived(1);
  const putBack = on(tenant, (jobs) => jobs.giveBack(job, 0));
  await new Promise((resolve) => setTimeout(resolve, 50));
  held.open();
  await asking;
  expect(await putBack).toBe(true);
  expect([await stateOf(tenant, first), await stateOf(tenant, second)]).toEqual(['merged', 'waiting']);
});

test('what failed and was done by another is settled, what was asked for since is not', async () => {
  const tenant = await database.tenant();
  const failed = await add(tenant, 'A1');
  await on(tenant, async (jobs) => jobs.fail(await claimed(tenant), 'fault'));
  const waiting = await add(tenant, 'A2');
  await on(tenant, (jobs) => jobs.settle('calculate', 'A1'));
  await on(tenant, (jobs) => jobs.settle('calculate', 'A2'));
  expect([await stateOf(tenant, failed), await stateOf(tenant, waiting)]).toEqual(['done', 'waiting']);
});

test('a job that waits can be cancelled, one that is being done cannot', async () => {
  const tenant = await database.tenant();
  const id = await add(tenant);
  await claimed(tenant);
  expect(await on(tenant, (jobs) => jobs.cancel(id))).toBe(false);
  const other = await add(tenant);
  expect(await on(tenant, (jobs) => jobs.cancel(other))).toBe(true);
  expect(await stateOf(tenant, other)).toBe('cancelled');
  expect(await on(tenant, (jobs) => jobs.retry(other, 'person:1'))).toBe(false);
});

test('jobs that ended well are forgotten after a while, those that failed are not', async () => {
  const tenant = await database.tenant();
  const done = await add(tenant, 'A1');
  await on(tenant, async (jobs) => jobs.finish(await claimed(tenant)));
  const failed = await add(tenant, 'A2');
  await on(tenant, async (jobs) => jobs.fail(await claimed(tenant), 'fault'));
  await on(tenant, (jobs) => jobs.forget(1));
  expect(await stateOf(tenant, done)).toBe('done');
  await admin.query(`UPDATE job SET ended_at = ended_at - interval '2 days' WHERE tenant_id = $1`, [tenant]);
  await on(tenant, (jobs) => jobs.forget(1));
  expect([await stateOf(tenant, done), await stateOf(tenant, failed)]).toEqual([undefined, 'failed']);
});

test('the list shows the newest first, by state and in pages', async () => {
  const tenant = await database.tenant();
  const ids = [1, 2, 3].map((number) => `00000000-0000-7000-8000-00000000000${number}`);
  for (const id of ids) {
    const job = { id, kind: 'calculate', subject: id, requestedBy: 'person:1', delayMs: 0 } as const;
    await on(tenant, (jobs) => jobs.add(job));
  }
  const list = async (filter: Parameters<JobStore['list']>[0]) =>
    (await on(tenant, (jobs) => jobs.list(filter))).map(({ id }) => id);
  expect(await list({ limit: 2 })).toEqual([ids[2], ids[1]]);
  expect(await list({ limit: 2, before: ids[1] as string })).toEqual([ids[0]]);
  expect(await list({ limit: 9, states: ['running', 'done'] })).toEqual([]);
  expect(await list({ limit: 9, states: ['waiting'] })).toHaveLength(3);
});

test('the worker learns of all tenants, and of those with jobs, the longest due first', async () => {
  const [late, early] = [await database.tenant(), await database.tenant()];
  await add(early);
  await add(late);
  const withJobs = await database.store.tenants('withJobs');
  expect(withJobs.indexOf(early)).toBeGreaterThanOrEqual(0);
  expect(withJobs.indexOf(early)).toBeLessThan(withJobs.indexOf(late));
  expect(await database.store.tenants('all')).toEqual(expect.arrayContaining([early, late]));
});
