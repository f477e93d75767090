import { z } from 'zod';
import { JOB_STATES, type Job, type JobFilter } from '../../../app/ports/jobStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { jobJson, jobSchema, type ShownJob } from '../jobJson.ts';
import { codeField } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { type Answer, answer, route } from '../route.ts';

export type JobUseCases = {
  readonly listJobs: (filter: JobFilter) => Promise<readonly ShownJob[]>;
  /** Refuses: job-not-found. */
  readonly getJob: (id: string) => Promise<Result<ShownJob>>;
  /** Refuses: job-not-found, job-not-open. */
  readonly retryJob: (id: string) => Promise<Result<Job>>;
  /** Refuses: job-not-found, job-not-open. */
  readonly cancelJob: (id: string) => Promise<Result<Job>>;
  /** Refuses: agreement-not-found. */
  readonly requestCalculation: (agreement: string | undefined) => Promise<Result<Job>>;
};

const define = route<JobUseCases>();

const JOB = { id: idPart('job', 'job-not-found', 'the id of a job') };

const EXAMPLE = {
  id: '0199b5a0-7c00-7000-8000-00000000000a',
  kind: 'calculate',
  subject: 'A-2026',
  state: 'waiting',
  attempts: 0,
  progress: { done: 0, total: null },
  linesRead: null,
  error: null,
  requestedBy: 'person:0199b5a0-7c00-7000-8000-000000000001',
  requestedAt: '2026-11-29T08:00:00.000Z',
  dueAt: '2026-11-29T08:00:00.000Z',
  startedAt: null,
  endedAt: null,
};

const stateParameter = {
  schema: z.enum(JOB_STATES).optional(),
  expected: JOB_STATES.join(', '),
  meaning: 'only jobs in this state',
};

export const jobRoutes = [
  define({
    id: 'listJobs',
    method: 'GET',
    path: '/api/v1/jobs',
    summary: 'What is to be done, is being done and was done in the background: the newest first',
    scope: 'jobs:read',
    query: { state: stateParameter, limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(jobSchema),
    example: { query: { state: 'waiting' }, answer: { rows: [EXAMPLE], next: null } },
    respond: async ({ query: { state, limit, cursor } }, { listJobs }) => {
      const selection = JSON.stringify(['jobs', state ?? null]);
      const after = readCursor(cursor, selection, z.tuple([z.uuid()]));
      if (!after.ok) return after;
      const jobs = await listJobs({
        ...(state && { states: [state] }),
        ...(after.value && { before: after.value[0] }),
        limit: limit + 1,
      });
      const { rows, next } = cutPage(jobs, limit, selection, ({ id }) => [id]);
      return answer({ rows: rows.map(jobJson), next });
    },
  }),
  define({
    id: 'getJob',
    method: 'GET',
    path: '/api/v1/jobs/{id}',
    summary: 'Where a job stands, and how far it is',
    scope: 'jobs:read',
    parts: JOB,
    answer: jobSchema,
    example: { path: { id: EXAMPLE.id }, answer: EXAMPLE },
    respond: async ({ path }, { getJob }) => answerOf(await getJob(path.id as string)),
  }),
  define({
    id: 'retryJob',
    method: 'POST',
    path: '/api/v1/jobs/{id}/retry',
    summary: 'Do a job that failed, or waits for its next attempt, at once',
    scope: 'jobs:write',
    parts: JOB,
    answer: jobSchema,
    example: { path: { id: EXAMPLE.id }, answer: EXAMPLE },
    respond: async ({ path }, { retryJob }) => answerOf(await retryJob(path.id as string)),
  }),
  define({
    id: 'cancelJob',
    method: 'POST',
    path: '/api/v1/jobs/{id}/cancel',
    summary: 'Do not do a job that waits or has failed; a calculation is never cancelled',
    scope: 'jobs:write',
    parts: JOB,
    answer: jobSchema,
    example: { path: { id: EXAMPLE.id }, refused: 'job-not-open' },
    respond: async ({ path }, { cancelJob }) => answerOf(await cancelJob(path.id as string)),
  }),
  define({
    id: 'requestCalculation',
    method: 'POST',
    path: '/api/v1/calculations',
    summary:
      'Ask for the calculation of what is due, of one agreement or of all; the job shows how far it is',
    scope: 'calculation:run',
    status: 202,
    body: z.strictObject({ agreement: z.exactOptional(codeField('agreement')) }),
    answer: jobSchema,
    example: { body: { agreement: 'A-2026' }, answer: EXAMPLE },
    respond: async ({ body }, { requestCalculation }) => {
      const job = await requestCalculation(body.agreement);
      return job.ok ? answer(jobJson(job.value), { location: `/api/v1/jobs/${job.value.id}` }) : job;
    },
  }),
];

function answerOf(job: Result<ShownJob>): Result<Answer> {
  return job.ok ? answer(jobJson(job.value)) : job;
}
