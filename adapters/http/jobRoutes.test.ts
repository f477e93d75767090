import { expect, test } from 'vitest';
import type { JobFilter } from '../../app/ports/jobStore.ts';
import { JOB, served } from '../../test/support/httpAnswers.ts';
import { jobSchema } from './jobJson.ts';
import { buildServer } from './server.ts';
import type { HttpUseCases } from './useCases.ts';

async function get(url: string, others: Partial<HttpUseCases> = {}) {
  const server = await buildServer({
    ...served(others),
    webFolder: import.meta.dirname,
    version: '1.2.3',
    log: false,
  });
  const response = await server.inject({ url });
  await server.close();
  return response;
}

test('a job says where it stands, since when and why', async () => {
  const response = await get(`/api/v1/jobs/${JOB.id}`);
  expect(response.statusCode).toBe(200);
  expect(jobSchema.parse(response.json())).toEqual({
    id: JOB.id,
    kind: 'calculate',
    subject: 'A-001',
    state: 'failed',
    attempts: 8,
    progress: { done: 0, total: null },
    linesRead: null,
    error: 'fault',
    requestedBy: 'service:erp',
    requestedAt: '2026-10-02T09:00:00.000Z',
    dueAt: '2026-10-02T09:00:01.000Z',
    startedAt: '2026-10-02T09:40:00.000Z',
    endedAt: '2026-10-02T09:40:02.000Z',
  });
});

test('a job that there is not is not there', async () => {
  const response = await get('/api/v1/jobs/018f0000-0000-7000-8000-00000000000b');
  expect(response.statusCode).toBe(404);
  expect(response.json().code).toBe('job-not-found');
});

test('the list goes on behind its last row', async () => {
  const asked: JobFilter[] = [];
  const others = Array.from({ length: 3 }, (_, at) => ({
    ...JOB,
    id: `018f0000-0000-7000-8000-00000000001${at}`,
  }));
  const listJobs = async (filter: JobFilter) => {
    asked.push(filter);
    return others.slice(0, filter.limit);
  };
  const page = (await get('/api/v1/jobs?state=failed&limit=2', { listJobs })).json();
  expect(page.rows.map(({ id }: { id: string }) => id)).toEqual([others[0]?.id, others[1]?.id]);
  const last = await get(`/api/v1/jobs?state=failed&limit=5&cursor=${page.next}`, { listJobs });
  expect(last.json().next).toBeNull();
  expect(asked).toEqual([
    { states: ['failed'], limit: 3 },
    { states: ['failed'], limit: 6, before: others[1]?.id },
  ]);
  expect((await get(`/api/v1/jobs?cursor=${page.next}`, { listJobs })).json().code).toBe('cursor-invalid');
  expect((await get('/api/v1/jobs?state=lost')).json().code).toBe('argument-invalid');
});
