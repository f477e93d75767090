import type {
  CaseEvent,
  CaseFilter,
  CaseStands,
  NewCase,
  StoredCase,
  TrustFigures,
  TrustStore,
} from '../../app/ports/trustStore.ts';
import type { CaseState } from '../../core/trust/caseState.ts';
import type { FoundObject } from '../../core/trust/finding.ts';
import type { Session, SqlValue } from './session.ts';

type Cases = 'addCase' | 'caseOf' | 'case' | 'cases' | 'events' | 'addEvent' | 'addFindings' | 'figures';

const STANDS = `e.number, e.state, e.is_held, e.assignee, e.score, e.minor, e.decision, e.reason, e.prevented_minor,
  e.recovered_minor, e.at`;

/** Each case with its last event: how it stands. */
const CASE = `SELECT c.id, c.subject, c.subject_id, c.ordinal, c.partner, c.currency, c.opened_at, ${STANDS}
  FROM trust_case c
  CROSS JOIN LATERAL (
    SELECT * FROM trust_case_event e WHERE e.tenant_id = c.tenant_id AND e.case_id = c.id
    ORDER BY e.number DESC LIMIT 1) e
  WHERE c.tenant_id = $1`;

const ORDERS: Readonly<Record<CaseFilter['order'], string>> = {
  score: 'e.score DESC',
  amount: 'e.minor DESC NULLS LAST',
  age: 'c.opened_at',
};

export function trustCases(session: Session): Pick<TrustStore, Cases> {
  const { tenant, query } = session;
  const found = async (sql: string, values: readonly SqlValue[]) =>
    (await query<CaseRow>(`${CASE} ${sql}`, [tenant, ...values])).map(toCase);
  return {
    addCase: (opened, event) => addCase(session, opened, event),
    caseOf: async ({ object, id }) =>
      (
        await found('AND c.subject = $2 AND c.subject_id = $3 ORDER BY c.ordinal DESC LIMIT 1', [object, id])
      )[0],
    case: async (id) => (await found('AND c.id = $2', [id]))[0],
    cases: ({ state, isHeld, object, partner, assignee, leastScore, order, limit, offset }) =>
      found(
        `AND ($2::text IS NULL OR e.state = $2 OR ($2 = 'undecided' AND e.state <> 'decided'))
         AND ($3::boolean IS NULL OR e.is_held = $3) AND ($4::text IS NULL OR c.subject = $4)
         AND ($5::text IS NULL OR c.partner = $5)
         AND ($6::text IS NULL OR coalesce(e.assignee::text, 'nobody') = $6) AND ($7::int IS NULL OR e.score >= $7)
         ORDER BY ${ORDERS[order]}, c.id LIMIT $8 OFFSET $9`,
        [
          ...[state ?? null, isHeld ?? null, object ?? null, partner ?? null, assignee ?? null],
          ...[leastScore ?? null, limit, offset],
        ],
      ),
    events: async (caseId) => {
      const rows = await query<EventRow>(
        `SELECT e.kind, e.actor, e.said, e.evidence_object, e.evidence_id, ${STANDS} FROM trust_case_event e
         WHERE e.tenant_id = $1 AND e.case_id = $2 ORDER BY e.number`,
        [tenant, caseId],
      );
      return rows.map(toEvent);
    },
    addEvent: (caseId, event) => addEvent(session, caseId, event),
    addFindings: async (caseId, findings) => {
      await query(
        `INSERT INTO trust_case_finding (tenant_id, finding_id, case_id) SELECT $1, f, $2 FROM unnest($3::uuid[]) f`,
        [tenant, caseId, findings],
      );
    },
    figures: () => figures(session),
  };
}

async function addCase(session: Session, opened: NewCase, event: Omit<CaseEvent, 'number'>): Promise<void> {
  const { id, subject, ordinal, partner, currency, openedAt } = opened;
  await session.query(
    `INSERT INTO trust_case (tenant_id, id, subject, subject_id, ordinal, partner, currency, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [session.tenant, id, subject.object, subject.id, ordinal, partner ?? null, currency ?? null, openedAt],
  );
  await addEvent(session, id, { ...event, number: 1 });
}

async function addEvent({ tenant, query }: Session, caseId: string, event: CaseEvent): Promise<void> {
  const { number, kind, actor, at, said, evidence, state, isHeld, assignee, score, minor } = event;
  await query(
    `INSERT INTO trust_case_event (tenant_id, case_id, number, kind, actor, at, said, evidence_object, evidence_id,
       state, is_held, assignee, score, minor, decision, reason, prevented_minor, recovered_minor)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...[tenant, caseId, number, kind, actor, at, said, evidence?.object ?? null, evidence?.id ?? null],
      ...[state, isHeld, assignee ?? null, score, minor ?? null],
      ...[event.decision ?? null, event.reason ?? null, event.prevented, event.recovered],
    ],
  );
}

async function figures({ tenant, query }: Session): Promise<TrustFigures> {
  const standing = `SELECT x.currency, x.state, x.is_held, x.assignee, x.minor, x.prevented_minor, x.recovered_minor
    FROM (${CASE}) x`;
  const [counts] = await query<Readonly<Record<CaseState | 'held' | 'unassigned', number>>>(
    `SELECT count(*) FILTER (WHERE state = 'open')::int AS open,
       count(*) FILTER (WHERE state = 'underWay')::int AS "underWay",
       count(*) FILTER (WHERE state = 'decided')::int AS decided,
       count(*) FILTER (WHERE is_held)::int AS held,
       count(*) FILTER (WHERE assignee IS NULL AND state <> 'decided')::int AS unassigned
     FROM (${standing}) s`,
    [tenant],
  );
  const rows = await query<{ currency: string; at_risk: string; prevented: string; recovered: string }>(
    `SELECT currency, coalesce(sum(minor) FILTER (WHERE state <> 'decided'), 0)::text AS at_risk,
       sum(prevented_minor)::text AS prevented, sum(recovered_minor)::text AS recovered
     FROM (${standing}) s WHERE currency IS NOT NULL GROUP BY currency ORDER BY currency`,
    [tenant],
  );
  if (counts === undefined) throw new Error('Fault: a count gives a row');
  const { held, unassigned, ...cases } = counts;
  const amounts = rows.map(({ currency, at_risk: atRisk, prevented, recovered }) => ({
    ...{ currency, atRisk: BigInt(atRisk), prevented: BigInt(prevented), recovered: BigInt(recovered) },
  }));
  return { cases, held, unassigned, amounts };
}

type StandsRow = {
  readonly number: number;
  readonly state: CaseState;
  readonly is_held: boolean;
  readonly assignee: string | null;
  readonly score: number;
  readonly minor: string | null;
  readonly decision: CaseStands['decision'] | null;
  readonly reason: CaseStands['reason'] | null;
  readonly prevented_minor: string;
  readonly recovered_minor: string;
  readonly at: Date;
};

function standsOf(row: StandsRow): CaseStands {
  const { state, is_held: isHeld, assignee, score, minor, decision, reason } = row;
  return {
    ...{ state, isHeld, score },
    ...{ prevented: BigInt(row.prevented_minor), recovered: BigInt(row.recovered_minor) },
    ...(assignee !== null && { assignee }),
    ...(minor !== null && { minor: BigInt(minor) }),
    ...(decision && { decision }),
    ...(reason && { reason }),
  };
}

type CaseRow = StandsRow & {
  readonly id: string;
  readonly subject: FoundObject;
  readonly subject_id: string;
  readonly ordinal: number;
  readonly partner: string | null;
  readonly currency: string | null;
  readonly opened_at: Date;
};

function toCase(row: CaseRow): StoredCase {
  const { id, subject, subject_id, ordinal, partner, currency, opened_at: openedAt } = row;
  return {
    ...{ id, subject: { object: subject, id: subject_id }, ordinal, openedAt, ...standsOf(row) },
    ...{ lastEvent: row.number, changedAt: row.at },
    ...(partner !== null && { partner }),
    ...(currency !== null && { currency }),
  };
}

type EventRow = StandsRow & {
  readonly kind: CaseEvent['kind'];
  readonly actor: string;
  readonly said: string;
  readonly evidence_object: FoundObject | null;
  readonly evidence_id: string | null;
};

function toEvent(row: EventRow): CaseEvent {
  const { number, kind, actor, at, said, evidence_object: object, evidence_id: id } = row;
  return {
    ...{ number, kind, actor, at, said, ...standsOf(row) },
    ...(object !== null && id !== null && { evidence: { object, id } }),
  };
}
