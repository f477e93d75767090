import {
  ATTEMPTS,
  type Claim,
  type Job,
  type JobError,
  type JobFilter,
  type JobKind,
  type JobState,
  type JobStore,
} from '../../app/ports/jobStore.ts';
import type { Session } from './session.ts';

type JobRow = {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: string;
  readonly attempts: number;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly due_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly progress_done: number;
  readonly progress_total: number | null;
  readonly error: string | null;
};

const COLUMNS = `id, kind, subject, state, attempts, requested_by, requested_at, due_at, started_at, ended_at,
  progress_done, progress_total, error`;

const later = (milliseconds: string) => `clock_timestamp() + ${milliseconds} * interval '1 millisecond'`;

/** Leases and delays go by the database's clock, the one that all workers share. */
export function jobStore(session: Session): JobStore {
  return {
    add: async ({ id, kind, subject, requestedBy, delayMs }) => {
      const [job] = await session.query<{ id: string }>(
        `INSERT INTO job (tenant_id, id, kind, subject, requested_by, due_at)
         VALUES ($1, $2, $3, $4, $5, ${later('$6')})
         ON CONFLICT (tenant_id, kind, subject) WHERE state IN ('waiting', 'failed')
         DO UPDATE SET state = 'waiting', ended_at = NULL,
           attempts = CASE WHEN job.state = 'failed' THEN 0 ELSE job.attempts END,
           requested_by = CASE WHEN job.state = 'failed' THEN EXCLUDED.requested_by ELSE job.requested_by END,
           due_at = CASE
             WHEN job.state = 'failed' THEN EXCLUDED.due_at
             WHEN job.attempts > 0 THEN job.due_at
             ELSE least(job.due_at, EXCLUDED.due_at)
           END
         RETURNING id`,
        [session.tenant, id, kind, subject, requestedBy, delayMs],
      );
      if (job === undefined) throw new Error('Fault: a job was neither added nor joined');
      return job.id;
    },
    claim: (claim, leaseMs, except = []) => take(session, claim, leaseMs, except),
    beat: (held, leaseMs, progress) =>
      onClaim(
        session,
        held,
        `lease_until = ${later('$4')}, progress_done = coalesce($5, progress_done),
         progress_total = coalesce($6, progress_total), attempts = CASE WHEN $5 > progress_done THEN 1 ELSE attempts END`,
        [leaseMs, progress?.done ?? null, progress?.total ?? null],
      ),
    finish: (held) => onClaim(session, held, `state = 'done', ${ENDED}, error = NULL`),
    giveBack: (held, delayMs) =>
      onClaim(session, held, `${reopened('waiting')}, attempts = 0, due_at = ${later('$4')}`, [delayMs]),
    fail: (held, error, delayMs) =>
      delayMs === undefined
        ? onClaim(session, held, `${reopened('failed')}, error = $4`, [error])
        : onClaim(session, held, `${reopened('waiting')}, error = $4, due_at = ${later('$5')}`, [
            error,
            delayMs,
          ]),
    settle: async (kind, subject) => {
      await session.query(
        `UPDATE job SET state = 'done'
         WHERE tenant_id = $1 AND kind = $2 AND subject = $3 AND state = 'failed'`,
        [session.tenant, kind, subject],
      );
    },
    isKnown: async (kind, subject) => {
      const [row] = await session.query<{ known: boolean }>(
        'SELECT EXISTS (SELECT FROM job WHERE tenant_id = $1 AND kind = $2 AND subject = $3) AS known',
        [session.tenant, kind, subject],
      );
      return row?.known === true;
    },
    open: async (kind) => {
      const rows = await session.query<{ subject: string; state: JobState }>(
        `SELECT subject, state FROM job
         WHERE tenant_id = $1 AND kind = $2 AND state IN ('waiting', 'running', 'failed')`,
        [session.tenant, kind],
      );
      return rows;
    },
    ...readers(session),
    ...deeds(session),
  };
}

function readers(session: Session): Pick<JobStore, 'get' | 'list'> {
  return {
    get: async (id) => {
      const [row] = await session.query<JobRow>(
        `SELECT ${COLUMNS} FROM job WHERE tenant_id = $1 AND id = $2`,
        [session.tenant, id],
      );
      return row && toJob(row);
    },
    list: async ({ states, before, limit }: JobFilter) => {
      const rows = await session.query<JobRow>(
        `SELECT ${COLUMNS} FROM job
         WHERE tenant_id = $1 AND ($2::text[] IS NULL OR state = ANY ($2)) 
           AND ($3::uuid IS NULL OR (requested_at, id)
             < (SELECT o.requested_at, o.id FROM job o WHERE o.tenant_id = $1 AND o.id = $3))
         ORDER BY requested_at DESC, id DESC LIMIT $4`,
        [session.tenant, states ?? null, before ?? null, limit],
      );
      return rows.map(toJob);
    },
  };
}

function deeds(session: Session): Pick<JobStore, 'retry' | 'cancel' | 'forget'> {
  return {
    retry: async (id, requestedBy) => {
      const rows = await session.query(
        `UPDATE job SET state = 'waiting', attempts = 0, due_at = clock_timestamp(), ended_at = NULL, requested_by = $3
         WHERE tenant_id = $1 AND id = $2 AND state IN ('waiting', 'failed') RETURNING id`,
        [session.tenant, id, requestedBy],
      );
      return rows.length > 0;
    },
    cancel: async (id) => {
      const rows = await session.query(
        `UPDATE job SET state = 'cancelled', ended_at = clock_timestamp()
         WHERE tenant_id = $1 AND id = $2 AND state IN ('waiting', 'failed') RETURNING id`,
        [session.tenant, id],
      );
      return rows.length > 0;
    },
    forget: async (days) => {
      await session.query(
        `DELETE FROM job WHERE tenant_id = $1 AND state IN ('done', 'merged', 'cancelled')
           AND ended_at < clock_timestamp() - $2 * interval '1 day'`,
        [session.tenant, days],
      );
    },
  };
}

const UNCLAIMED = 'claim = NULL, lease_until = NULL';
const ENDED = `${UNCLAIMED}, ended_at = clock_timestamp()`;

/**
 * Back to the open ones, or into one that is open about the same already. A job that is added at
 * this very moment makes the unique key fail, and the transaction is repeated.
 */
function reopened(state: 'waiting' | 'failed'): string {
  const other = `EXISTS (
    SELECT FROM job o WHERE o.tenant_id = job.tenant_id AND o.kind = job.kind AND o.subject = job.subject
      AND o.state IN ('waiting', 'failed'))`;
  const ended = state === 'failed' ? 'clock_timestamp()' : `CASE WHEN ${other} THEN clock_timestamp() END`;
  return `state = CASE WHEN ${other} THEN 'merged' ELSE '${state}' END, ended_at = ${ended}, ${UNCLAIMED}`;
}

async function onClaim(
  session: Session,
  { id, claim }: Claim,
  change: string,
  values: readonly (string | number | null)[] = [],
): Promise<boolean> {
  const rows = await session.query(
    `UPDATE job SET ${change} WHERE tenant_id = $1 AND id = $2 AND claim = $3 RETURNING id`,
    [session.tenant, id, claim, ...values],
  );
  return rows.length > 0;
}

async function take(session: Session, claim: string, leaseMs: number, except: readonly JobKind[]) {
  // Whoever was lost with it each time shall not be followed by all others.
  await session.query(
    `UPDATE job SET ${reopened('failed')}, error = 'workerLost'
     WHERE tenant_id = $1 AND id = (
       SELECT id FROM job
       WHERE tenant_id = $1 AND state = 'running' AND lease_until <= clock_timestamp() AND attempts >= $2
       ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    [session.tenant, ATTEMPTS],
  );
  const [row] = await session.query<JobRow>(
    `WITH next AS MATERIALIZED (
       SELECT id FROM job
       WHERE tenant_id = $1 AND kind <> ALL ($5::text[])
         AND ((state = 'waiting' AND due_at <= clock_timestamp())
           OR (state = 'running' AND lease_until <= clock_timestamp() AND attempts < $4))
       ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     UPDATE job SET state = 'running', attempts = attempts + 1, claim = $2, lease_until = ${later('$3')},
       started_at = clock_timestamp(), progress_done = 0, progress_total = NULL
     WHERE tenant_id = $1 AND id = (SELECT id FROM next)
     RETURNING ${COLUMNS}`,
    [session.tenant, claim, leaseMs, ATTEMPTS, except],
  );
  return row && { ...toJob(row), claim };
}

function toJob(row: JobRow): Job {
  const { id, subject, attempts, requested_by, requested_at, due_at, started_at, ended_at } = row;
  return {
    id,
    kind: row.kind as JobKind,
    subject,
    state: row.state as JobState,
    attempts,
    requestedBy: requested_by,
    requestedAt: requested_at,
    dueAt: due_at,
    ...(started_at !== null && { startedAt: started_at }),
    ...(ended_at !== null && { endedAt: ended_at }),
    progress: { done: row.progress_done, ...(row.progress_total !== null && { total: row.progress_total }) },
    ...(row.error !== null && { error: row.error as JobError }),
  };
}
