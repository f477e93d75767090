import type { Run, RunStore } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Reach } from '../../core/plan/reachOf.ts';
import { dayText } from './knownAt.ts';
import { passUntouched } from './passUntouched.ts';
import type { Session, SqlValue } from './session.ts';

type RunRow = {
  readonly last_number: number;
  readonly batch: bigint;
  readonly effective_on: LocalDate | null;
  readonly calculation: string | null;
};

/** Known at the batch, and neither calculated with everything up to it and up to the day nor passed as untouched. */
const DUE = `
  FROM run_state s
  JOIN agreement a ON a.tenant_id = s.tenant_id AND a.id = s.agreement_id
  WHERE s.tenant_id = $1 AND a.batch <= $2
    AND (s.last_number = 0 OR greatest(s.batch, s.clear_batch) < $2 OR s.effective_on < $3)`;

export function runStore(session: Session): RunStore {
  return {
    passUntouched: (batch, calculation) => passUntouched(session, batch, calculation),
    lockDue: async (batch, effective, passedOver, only) => {
      const [due] = await session.query<{ code: string }>(
        `SELECT a.code ${DUE} AND a.code <> ALL ($4::text[]) AND ($5::text IS NULL OR a.code = $5)
         ORDER BY a.code LIMIT 1 FOR UPDATE OF s SKIP LOCKED`,
        [session.tenant, batch, formatDate(effective), passedOver, only ?? null],
      );
      return due?.code;
    },
    lock: async (code) => {
      await state(session, code, 'FOR UPDATE OF s');
    },
    last: async (code) => toRun(await state(session, code, '')),
    get: (code, number) => oneRun(session, code, number),
    finish: (code, run, at, reach) => finish(session, code, { run, at, reach }),
    dueCount: async (batch, effective) => {
      const [due] = await session.query<{ count: number }>(`SELECT count(*)::int AS count ${DUE}`, [
        session.tenant,
        batch,
        formatDate(effective),
      ]);
      return due?.count ?? 0;
    },
    due: async (batch, effective) => {
      const due = await session.query<{ code: string }>(`SELECT a.code ${DUE} ORDER BY a.code`, [
        session.tenant,
        batch,
        formatDate(effective),
      ]);
      return due.map(({ code }) => code);
    },
  };
}

async function state(session: Session, code: string, lock: '' | 'FOR UPDATE OF s'): Promise<RunRow> {
  const [row] = await session.query<RunRow>(
    `SELECT s.last_number, s.batch, s.effective_on, s.calculation
     FROM run_state s
     JOIN agreement a ON a.tenant_id = s.tenant_id AND a.id = s.agreement_id
     WHERE s.tenant_id = $1 AND a.code = $2 ${lock}`,
    [session.tenant, code],
  );
  if (row === undefined) throw new Error(`Fault: there is no agreement ${code}`);
  return row;
}

function toRun(row: RunRow): Run | undefined {
  if (row.effective_on === null || row.calculation === null) return undefined;
  const { last_number: number, effective_on: effective, calculation } = row;
  return { number, batch: Number(row.batch), effective, calculation };
}

async function oneRun(session: Session, code: string, number: number): Promise<Run | undefined> {
  const [row] = await session.query<RunRow>(
    `SELECT r.number AS last_number, r.batch, r.effective_on, r.calculation
     FROM run r
     JOIN agreement a ON a.tenant_id = r.tenant_id AND a.id = r.agreement_id
     WHERE r.tenant_id = $1 AND a.code = $2 AND r.number = $3`,
    [session.tenant, code, number],
  );
  return row && toRun(row);
}

/** A reach of more partners than these is kept as one of any. */
const PARTNERS_KEPT = 1000;

/** The columns of a reach, from parameter $6 on; all empty where there is none. */
function reachValues(reach: Reach | undefined): readonly SqlValue[] {
  if (reach === undefined) return [false, null, null, null, null, null];
  const { companies, sides, partners = [], days } = reach;
  const isNamed = reach.partners !== undefined && partners.length <= PARTNERS_KEPT;
  const bounds = days === undefined ? [null, null] : [dayText(days.from), dayText(days.until)];
  return [true, companies, sides, isNamed ? partners : null, ...bounds];
}

type Finished = { readonly run: Omit<Run, 'number'>; readonly at: Date; readonly reach: Reach | undefined };

async function finish(session: Session, code: string, { run, at, reach }: Finished): Promise<number> {
  const seen = [run.batch, formatDate(run.effective), run.calculation];
  const [raised] = await session.query<{ agreement_id: string; last_number: number }>(
    `UPDATE run_state s
     SET last_number = s.last_number + 1, batch = $3, effective_on = $4, calculation = $5,
       reach_run = CASE WHEN $6 THEN s.last_number + 1 END, reach_companies = $7, reach_sides = $8,
       reach_partners = $9, reach_from = $10, reach_until = $11
     FROM agreement a
     WHERE s.tenant_id = $1 AND a.tenant_id = s.tenant_id AND a.id = s.agreement_id AND a.code = $2
     RETURNING s.agreement_id, s.last_number`,
    [session.tenant, code, ...seen, ...reachValues(reach)],
  );
  if (raised === undefined) throw new Error(`Fault: there is no agreement ${code}`);
  await session.query(
    `INSERT INTO run (tenant_id, agreement_id, number, batch, effective_on, calculation, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [session.tenant, raised.agreement_id, raised.last_number, ...seen, at],
  );
  return raised.last_number;
}
