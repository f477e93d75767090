import { z } from 'zod';
import { JOB_KINDS, JOB_STATES, type Job } from '../../app/ports/jobStore.ts';

export const jobSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(JOB_KINDS),
  subject: z.string().describe('the id of what it is about; empty: the whole tenant'),
  state: z.enum(JOB_STATES),
  attempts: z.int().describe('how often it was begun since it was last asked for'),
  progress: z.strictObject({
    done: z.int(),
    total: z.int().nullable().describe('null where that is not known yet'),
  }),
  linesRead: z
    .int()
    .nullable()
    .describe('of the lines that it waits for before it calculates; null where it waits for none'),
  error: z
    .string()
    .nullable()
    .describe('why the last attempt came to nothing: outage, fault, workerLost, or the code of a refusal'),
  requestedBy: z.string().describe('kind and id of the actor, as in the audit trail'),
  requestedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().describe('when it is tried at the earliest'),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});

/** How a job stands, and what it waits for where that is known. */
export type ShownJob = Job & { readonly linesRead?: number };

export function jobJson(job: ShownJob): z.input<typeof jobSchema> {
  const { progress, linesRead = null, error = null, requestedAt, dueAt, startedAt, endedAt, ...rest } = job;
  return {
    ...rest,
    progress: { done: progress.done, total: progress.total ?? null },
    ...{ linesRead, error },
    requestedAt: requestedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}
