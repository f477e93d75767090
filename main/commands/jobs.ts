import { cancelJob, retryJob } from '../../app/jobs/changeJob.ts';
import { getJob } from '../../app/jobs/getJob.ts';
import { listJobs } from '../../app/jobs/listJobs.ts';
import { requestCalculation } from '../../app/jobs/requestCalculation.ts';
import { JOB_STATES, type Job, type JobError } from '../../app/ports/jobStore.ts';
import { accept, type Result, refuse } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';

/** How many jobs a list shows. */
const SHOWN = 50;

/** `openrebate jobs`: what there is to do, is being done and was done, the newest first. */
export async function showJobs(
  terminal: Terminal,
  config: Config,
  { state }: { readonly state?: string },
): Promise<void> {
  const states = JOB_STATES.filter((name) => state === undefined || name === state);
  if (states.length === 0) {
    const facts = { argument: '--state', value: state ?? '', expected: JOB_STATES.join(', ') };
    return terminal.refuse([refuse('argument-invalid', '--state', facts)]);
  }
  const jobs = await inTenant(terminal, config, 'jobs:read', async ({ ports }, tenant) =>
    accept(await listJobs(ports, tenant, { states, limit: SHOWN })),
  );
  if (!jobs.ok) return terminal.refuse(jobs.refusals);
  if (terminal.isJson) return terminal.json(jobs.value.map(jobJson));
  for (const job of jobs.value) terminal.print(jobLine(job, terminal));
  if (jobs.value.length === 0) terminal.print(text(terminal.language, 'noJobs'));
}

/** `openrebate jobs retry <id>`, `openrebate jobs cancel <id>`. */
export async function changeJob(
  terminal: Terminal,
  config: Config,
  id: string,
  deed: 'retry' | 'cancel',
): Promise<void> {
  const change = deed === 'retry' ? retryJob : cancelJob;
  printJob(
    terminal,
    await inTenant(terminal, config, 'jobs:write', ({ ports }, tenant, actor) =>
      change(ports, tenant, id, actor),
    ),
  );
}

/** `openrebate jobs show <id>`: one of them, with who asked for it and when. */
export async function showJob(terminal: Terminal, config: Config, id: string): Promise<void> {
  printJob(
    terminal,
    await inTenant(terminal, config, 'jobs:read', ({ ports }, tenant) => getJob(ports, tenant, id)),
  );
}

/** `openrebate jobs calculate [agreement]`: asks a worker for the calculation of what is due. */
export async function addCalculation(terminal: Terminal, config: Config, agreement?: string): Promise<void> {
  const of = agreement === undefined ? {} : { agreement };
  printJob(
    terminal,
    await inTenant(terminal, config, 'calculation:run', ({ ports }, tenant, actor) =>
      requestCalculation(ports, tenant, { actor, ...of }),
    ),
  );
}

function printJob(terminal: Terminal, job: Result<Job>): void {
  if (!job.ok) terminal.refuse(job.refusals);
  else if (terminal.isJson) terminal.json(jobJson(job.value));
  else terminal.print(jobLine(job.value, terminal));
}

function jobJson(job: Job) {
  const { startedAt = null, endedAt = null, error = null } = job;
  return { ...job, startedAt, endedAt, error };
}

function jobLine(job: Job, { language }: Terminal): string {
  const { id, kind, subject, attempts, progress, error, state } = job;
  const since = state === 'waiting' ? job.dueAt : (job.endedAt ?? job.startedAt ?? job.dueAt);
  const far = progress.total === undefined ? '' : `${progress.done}/${progress.total}`;
  const parts = [
    id,
    column(text(language, `job.${state}`), 10),
    since.toISOString(),
    column(text(language, 'attempts', { attempts }), 11),
    far.padStart(9),
    text(language, `job.${kind}`),
    subject,
    error === undefined ? '' : `(${reasonText(error, language)})`,
  ];
  return parts.join('  ').trimEnd();
}

/** Why the last attempt came to nothing; a refusal says it by its code. */
function reasonText(error: JobError, language: Language): string {
  if (error === 'outage' || error === 'fault' || error === 'workerLost')
    return text(language, `job.${error}`);
  return error;
}
