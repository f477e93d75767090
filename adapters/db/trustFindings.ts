import type { NewFinding, StoredFinding, TrustRun, TrustStore } from '../../app/ports/trustStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Evidence, FoundObject } from '../../core/trust/finding.ts';
import type { Session } from './session.ts';

type Findings = 'record' | 'runs' | 'run' | 'undecided' | 'findingsOf' | 'judged';

const RUN = `SELECT id, kind, partner, parameters, findings, fresh, outcome, requested_by, ended_at
  FROM trust_run WHERE tenant_id = $1`;

/** A finding with the last run that saw it, and the case that it is in. */
const FINDING = `SELECT f.id, f.detector, f.version, f.about, f.object, f.object_id, f.subject, f.subject_id, f.partner,
    f.agreement, f.day, f.score, f.minor, f.currency, f.evidence, f.found_at, c.case_id,
    (SELECT max(r.ended_at) FROM trust_sighting s JOIN trust_run r ON r.tenant_id = s.tenant_id AND r.id = s.run_id
     WHERE s.tenant_id = $1 AND s.finding_id = f.id) AS seen_at
  FROM trust_finding f
  LEFT JOIN trust_case_finding c ON c.tenant_id = f.tenant_id AND c.finding_id = f.id`;

export function trustFindings(session: Session): Pick<TrustStore, Findings> {
  const { tenant, query } = session;
  return {
    record: (run, findings) => record(session, run, findings),
    runs: async (limit) => {
      const rows = await query<RunRow>(`${RUN} ORDER BY ended_at DESC, id DESC LIMIT $2`, [tenant, limit]);
      return rows.map(toRun);
    },
    run: async (id) => {
      const [row] = await query<RunRow>(`${RUN} AND id = $2`, [tenant, id]);
      return row && toRun(row);
    },
    undecided: async (subjects) => {
      const rows = await query<FindingRow>(
        `${FINDING}
         JOIN unnest($2::text[], $3::text[]) AS w (subject, subject_id)
           ON w.subject = f.subject AND w.subject_id = f.subject_id
         WHERE f.tenant_id = $1 AND NOT EXISTS (
           SELECT FROM trust_case_event e
           WHERE e.tenant_id = $1 AND e.case_id = c.case_id AND e.kind = 'decided')
         ORDER BY f.score DESC, f.id`,
        [tenant, subjects.map(({ object }) => object), subjects.map(({ id }) => id)],
      );
      return rows.map(toFinding);
    },
    findingsOf: async (caseId) => {
      const rows = await query<FindingRow>(
        `${FINDING} WHERE f.tenant_id = $1 AND c.case_id = $2 ORDER BY f.score DESC, f.id`,
        [tenant, caseId],
      );
      return rows.map(toFinding);
    },
    judged: () =>
      query<Awaited<ReturnType<TrustStore['judged']>>[number]>(
        `SELECT f.detector, f.score, f.object, f.object_id AS id, e.decision
         FROM trust_case_event e
         JOIN trust_case_finding c ON c.tenant_id = e.tenant_id AND c.case_id = e.case_id
         JOIN trust_finding f ON f.tenant_id = c.tenant_id AND f.id = c.finding_id
         WHERE e.tenant_id = $1 AND e.kind = 'decided' ORDER BY f.detector, f.score, f.id`,
        [tenant],
      ),
  };
}

async function record(
  { tenant, query }: Session,
  run: TrustRun,
  found: readonly NewFinding[],
): Promise<readonly string[]> {
  const { id, kind, partner, parameters, outcome, requestedBy, endedAt } = run;
  const rows = found.map(rowOf);
  const known = await query<{ content: string }>(
    `SELECT w.content FROM ${FOUND}
     JOIN trust_finding f ON f.tenant_id = $1 AND f.detector = w.detector AND f.version = w.version
       AND f.object = w.object AND f.object_id = w.object_id AND f.sha256 = w.sha256`,
    [tenant, JSON.stringify(rows)],
  );
  const before = new Set(known.map(({ content }) => content));
  const fresh = rows.filter(({ content }) => !before.has(content));
  await query(
    `INSERT INTO trust_run (tenant_id, id, kind, partner, parameters, findings, fresh, outcome, requested_by, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tenant, id, kind, partner ?? null, JSON.stringify(parameters), run.findings],
      ...[kind === 'backTest' ? 0 : fresh.length, outcome === undefined ? null : JSON.stringify(outcome)],
      ...[requestedBy, endedAt],
    ],
  );
  await query(
    `INSERT INTO trust_finding (tenant_id, id, detector, version, about, object, object_id, subject, subject_id, partner,
       agreement, day, score, minor, currency, evidence, sha256, run_id, found_at)
     SELECT $1, w.id, w.detector, w.version, w.about, w.object, w.object_id, w.subject, w.subject_id, w.partner,
       w.agreement, w.day, w.score, w.minor, w.currency, w.evidence, w.sha256, $3, $4
     FROM ${FOUND}`,
    [tenant, JSON.stringify(fresh), id, endedAt],
  );
  await query(
    `INSERT INTO trust_sighting (tenant_id, finding_id, run_id)
     SELECT $1, f.id, $3 FROM ${FOUND}
     JOIN trust_finding f ON f.tenant_id = $1 AND f.detector = w.detector AND f.version = w.version
       AND f.object = w.object AND f.object_id = w.object_id AND f.sha256 = w.sha256`,
    [tenant, JSON.stringify(rows), id],
  );
  return fresh.map((row) => row.id);
}

const FOUND = `jsonb_to_recordset($2::jsonb) AS w (id uuid, content text, detector text, version int, about text,
  object text, object_id text, subject text, subject_id text, partner text, agreement text, day date, score int,
  minor numeric, currency text, evidence jsonb, sha256 text)`;

function rowOf({ id, finding, subject, sha256 }: NewFinding) {
  const { detector, version, group, object, partner, agreement, day, score, minor, currency } = finding;
  return {
    ...{ id, detector, version, about: group, object, object_id: finding.id, sha256 },
    content: `${detector} ${version} ${object} ${finding.id} ${sha256}`,
    ...{ subject: subject.object, subject_id: subject.id, partner: partner ?? null },
    ...{ agreement: agreement ?? null, day: day === undefined ? null : formatDate(day), score },
    ...{ minor: minor === undefined ? null : String(minor), currency: currency ?? null },
    evidence: finding.evidence,
  };
}

type RunRow = {
  readonly id: string;
  readonly kind: TrustRun['kind'];
  readonly partner: string | null;
  readonly parameters: TrustRun['parameters'];
  readonly findings: number;
  readonly fresh: number;
  readonly outcome: NonNullable<TrustRun['outcome']> | null;
  readonly requested_by: string;
  readonly ended_at: Date;
};

function toRun({ partner, outcome, requested_by: requestedBy, ended_at: endedAt, ...row }: RunRow): TrustRun {
  return {
    ...{ ...row, requestedBy, endedAt },
    ...(partner !== null && { partner }),
    ...(outcome !== null && { outcome }),
  };
}

type FindingRow = {
  readonly id: string;
  readonly detector: StoredFinding['detector'];
  readonly version: number;
  readonly about: StoredFinding['group'];
  readonly object: FoundObject;
  readonly object_id: string;
  readonly subject: FoundObject;
  readonly subject_id: string;
  readonly partner: string | null;
  readonly agreement: string | null;
  readonly day: LocalDate | null;
  readonly score: number;
  readonly minor: string | null;
  readonly currency: string | null;
  readonly evidence: readonly Evidence[];
  readonly found_at: Date;
  readonly seen_at: Date | null;
  readonly case_id: string | null;
};

function toFinding(row: FindingRow): StoredFinding {
  const { id, detector, version, object, partner, agreement, day, score, minor, currency, evidence } = row;
  return {
    ...{ id, detector, version, group: row.about, object, objectId: row.object_id, score, evidence },
    subject: { object: row.subject, id: row.subject_id },
    ...{ foundAt: row.found_at, seenAt: row.seen_at ?? row.found_at },
    ...(partner !== null && { partner }),
    ...(agreement !== null && { agreement }),
    ...(day !== null && { day }),
    ...(minor !== null && { minor: Number(minor) }),
    ...(currency !== null && { currency }),
    ...(row.case_id !== null && { caseId: row.case_id }),
  };
}
