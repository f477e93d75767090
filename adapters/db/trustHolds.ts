import type { Arrival, Hold, TrustStore } from '../../app/ports/trustStore.ts';
import type { FoundObject } from '../../core/trust/finding.ts';
import type { Session, SqlValue } from './session.ts';

type Holds = 'holds' | 'arrive' | 'arrivals' | 'late' | 'tellLate' | 'scanned';

const WAITING = `SELECT a.id, a.subject, a.subject_id, a.partner, a.arrived_at, a.late_at FROM trust_arrival a
  WHERE a.tenant_id = $1 AND NOT EXISTS (
    SELECT FROM trust_arrival_event e
    WHERE e.tenant_id = $1 AND e.arrival_id = a.id AND e.kind = 'scanned')`;

export function trustHolds({ tenant, query }: Session): Pick<TrustStore, Holds> {
  const waiting = async (sql: string, values: readonly SqlValue[] = []) =>
    (await query<ArrivalRow>(`${WAITING} ${sql} ORDER BY a.arrived_at, a.id`, [tenant, ...values])).map(
      toArrival,
    );
  return {
    holds: async (partners) => {
      const rows = await query<HoldRow>(
        `SELECT c.subject, c.subject_id, c.partner, c.id AS case_id FROM trust_case c
         CROSS JOIN LATERAL (
           SELECT is_held FROM trust_case_event e WHERE e.tenant_id = $1 AND e.case_id = c.id
           ORDER BY number DESC LIMIT 1) e
         WHERE c.tenant_id = $1 AND e.is_held AND ($2::text[] IS NULL OR c.partner IS NULL OR c.partner = ANY ($2))
         UNION ALL
         SELECT w.subject, w.subject_id, w.partner, NULL FROM (${WAITING}) w
         WHERE $2::text[] IS NULL OR w.partner = ANY ($2)`,
        [tenant, partners ?? null],
      );
      return rows.map(toHold);
    },
    arrive: async ({ id, subject, partner, arrivedAt, within }) => {
      await query(
        `INSERT INTO trust_arrival (tenant_id, id, subject, subject_id, partner, arrived_at, late_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6::timestamptz + make_interval(mins => $7)) ON CONFLICT (tenant_id, subject, subject_id) DO NOTHING`,
        [tenant, id, subject.object, subject.id, partner, arrivedAt, within],
      );
    },
    arrivals: () => waiting(''),
    late: (now) =>
      waiting(
        `AND a.late_at < $2 AND NOT EXISTS (
           SELECT FROM trust_arrival_event l WHERE l.tenant_id = $1 AND l.arrival_id = a.id AND l.kind = 'late')`,
        [now],
      ),
    tellLate: async (arrivals, at) => {
      await query(
        `INSERT INTO trust_arrival_event (tenant_id, arrival_id, kind, at)
         SELECT $1, a, 'late', $3 FROM unnest($2::uuid[]) a ON CONFLICT (tenant_id, arrival_id, kind) DO NOTHING`,
        [tenant, arrivals, at],
      );
    },
    scanned: async (arrival, { run, verdict, at }) => {
      await query(
        `INSERT INTO trust_arrival_event (tenant_id, arrival_id, kind, run_id, verdict, at)
         VALUES ($1, $2, 'scanned', $3, $4, $5) ON CONFLICT (tenant_id, arrival_id, kind) DO NOTHING`,
        [tenant, arrival, run, verdict, at],
      );
    },
  };
}

type HoldRow = {
  readonly subject: FoundObject;
  readonly subject_id: string;
  readonly partner: string | null;
  readonly case_id: string | null;
};

function toHold({ subject: object, subject_id: id, partner, case_id: caseId }: HoldRow): Hold {
  return {
    subject: { object, id },
    ...(partner !== null && { partner }),
    ...(caseId !== null && { caseId }),
  };
}

type ArrivalRow = {
  readonly id: string;
  readonly subject: FoundObject;
  readonly subject_id: string;
  readonly partner: string;
  readonly arrived_at: Date;
  readonly late_at: Date;
};

function toArrival({ id, subject: object, subject_id, partner, ...row }: ArrivalRow): Arrival {
  return { id, subject: { object, id: subject_id }, partner, arrivedAt: row.arrived_at, lateAt: row.late_at };
}
