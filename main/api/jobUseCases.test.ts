import { expect, it } from 'vitest';
import { systemActor } from '../../app/actor.ts';
import type { Job } from '../../app/ports/jobStore.ts';
import type { Ports } from '../../app/ports.ts';
import { linesUnderWay } from '../linesUnderWay.ts';
import { jobUseCases } from './jobUseCases.ts';

const AT = new Date('2026-12-01T08:00:00Z');
const ID = '0199b5a0-7c00-7000-8000-00000000000a';

function job(kind: Job['kind'], state: Job['state']): Job {
  const asked = { requestedBy: 'system:test', requestedAt: AT, dueAt: AT };
  return { id: ID, subject: '', attempts: 1, progress: { done: 0 }, kind, state, ...asked };
}

/** A tenant with these jobs, and what of them is waiting for lines. */
async function readOf(jobs: readonly Job[], reading: readonly [string, number | undefined][]) {
  const inTenant = (_: string, work: (tx: unknown) => unknown) =>
    Promise.resolve(work({ jobs: { list: async () => jobs, get: async () => jobs[0] } }));
  const lines = linesUnderWay();
  for (const [tenant, count] of reading) lines.tell(tenant, count);
  const caller = { tenant: 'north', actor: systemActor('demo'), scopes: new Set<never>() };
  const { listJobs, getJob } = jobUseCases({ store: { inTenant } } as unknown as Ports, caller, lines);
  const one = await getJob(ID);
  const listed = await listJobs({ limit: 10 });
  expect(one.ok && one.value.linesRead).toBe(listed[0]?.linesRead);
  return listed.map(({ linesRead }) => linesRead);
}

const JOBS = [job('calculate', 'running'), job('preview', 'running'), job('scanHistory', 'running')];

it('says how many lines are read to whoever waits for them', async () => {
  expect(await readOf(JOBS, [['north', 40_000]])).toEqual([40_000, 40_000, undefined]);
});

it.each<[string, readonly Job[], readonly [string, number | undefined][]]>([
  ['nothing is read', JOBS, []],
  ['those of another tenant are read', JOBS, [['south', 5]]],
  [
    'they have been read',
    JOBS,
    [
      ['north', 5],
      ['north', undefined],
    ],
  ],
  ['nothing runs', [job('calculate', 'waiting'), job('calculate', 'done')], [['north', 5]]],
])('says nothing where %s', async (_, jobs, reading) => {
  expect(await readOf(jobs, reading)).toEqual(jobs.map(() => undefined));
});
