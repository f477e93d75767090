import type { CommitOptions, ImportStore } from '../../app/ports/importStore.ts';
import type { ImportSummary, SourceDocument, Tally } from '../../app/ports.ts';
import type { Disposition } from '../../core/fact/knownLines.ts';
import { dropRefused } from './dropRefused.ts';
import { endQuarantined } from './endQuarantined.ts';
import { CONTROL_QUANTITY, LINE_COLUMNS } from './lineColumns.ts';
import {
  keepFields,
  nameRefused,
  QUARANTINE_REPEATED,
  QUARANTINE_UNKNOWN,
  QUARANTINE_UNKNOWN_ORIGINAL,
  quarantineCut,
} from './quarantineStaged.ts';
import type { Session } from './session.ts';
import { analyzeStaging, stage } from './stagedRows.ts';
import { withdrawMissing } from './withdrawMissing.ts';

const COLUMNS = LINE_COLUMNS.map(({ name }) => name).join(', ');

const INSERT_DOCUMENT = `
  INSERT INTO source_document (tenant_id, id, source, name, sha256, bytes, columns, batch,
    identity, parent_id, mapping_name, mapping_version, actor, kind)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/**
 * When these bytes came in first, if they came before and stayed: a file that is sent again says
 * nothing new. One that was undone never came.
 */
const FIRST_BATCH = `
  SELECT min(d.batch) AS batch FROM source_document d
  WHERE d.tenant_id = $1 AND d.sha256 = $2 AND d.batch < $3
    AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = d.id)`;

/**
 * The disposition of each row, in this order: refused; the current content, or a second copy in
 * this file; of a file sent again, what another file has replaced since ($3 is the batch of its
 * first arrival); new. A content that was replaced comes back as a new revision when another file
 * says it. `last` is the last revision of the row's identity; what was undone says nothing.
 */
const INSERT_ROWS = `
  INSERT INTO received_row
    (tenant_id, document_id, row_number, parent_row, texts, disposition, refusals, fields, aliases,
     source, document, line, revision)
  SELECT $1, $2, s.row_number, s.parent_row, s.texts,
    CASE
      WHEN s.refusals <> '[]' THEN 'quarantined'
      WHEN last.is_same THEN 'duplicate'
      WHEN last.is_newer THEN 'superseded'
      WHEN s.copy > 1 THEN 'duplicate'
      ELSE 'accepted'
    END,
    s.refusals, s.fields, s.aliases, s.source, s.document, s.line,
    CASE
      WHEN s.refusals <> '[]' THEN NULL
      WHEN last.is_same OR last.is_newer THEN last.revision
      ELSE coalesce(last.revision, 0) + 1
    END
  FROM (
    SELECT *, row_number() OVER (
      PARTITION BY source, document, line, refusals = '[]' ORDER BY row_number) AS copy
    FROM pg_temp.staged_row
  ) s
  LEFT JOIN LATERAL (
    SELECT l.revision, l.withdrawn IS NULL AND l.content_sha256 = s.content_sha256 AS is_same,
      l.batch > $3 AND (l.withdrawn = 'document' OR l.withdrawn IS NULL AND NOT EXISTS (
        SELECT FROM source_document d
        WHERE d.tenant_id = $1 AND d.id = l.document_id AND d.sha256 = $4
      )) AS is_newer
    FROM line l
    WHERE l.tenant_id = $1 AND l.source = s.source AND l.document = s.document AND l.line = s.line
    ORDER BY l.revision DESC LIMIT 1
  ) last ON true`;

const INSERT_LINES = `
  INSERT INTO line (tenant_id, revision, batch, content_sha256, document_id, row_number, ${COLUMNS})
  SELECT $1, r.revision, $3, s.content_sha256, $2, s.row_number,
    ${LINE_COLUMNS.map(({ name }) => `s.${name}`).join(', ')}
  FROM pg_temp.staged_row s
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = $2 AND r.row_number = s.row_number
  WHERE r.disposition = 'accepted'`;

const TALLIES = `
  SELECT r.disposition, count(*)::int AS rows, sum(${CONTROL_QUANTITY}) AS quantity,
    sum(coalesce(s.net_value, 0)) AS net_value, grouping(r.disposition) = 1 AS is_total
  FROM pg_temp.staged_row s
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = $2 AND r.row_number = s.row_number
  GROUP BY GROUPING SETS ((), (r.disposition))`;

/** How many staged rows are refused, by code. */
export const REASONS = `
  SELECT reason.code, count(*)::int AS rows
  FROM (
    SELECT DISTINCT s.row_number, refusal ->> 'code' AS code
    FROM pg_temp.staged_row s, jsonb_array_elements(s.refusals) AS refusal
  ) reason
  GROUP BY reason.code ORDER BY reason.code`;

export function importStore(session: Session): ImportStore {
  return {
    stage: (rows) => stage(session, rows),
    quarantineUnknown: async () => {
      await analyzeStaging(session);
      for (const refuseUnknown of QUARANTINE_UNKNOWN) await session.query(refuseUnknown, [session.tenant]);
    },
    dropRefused: async () => {
      await session.query(QUARANTINE_REPEATED);
      await session.query(QUARANTINE_UNKNOWN_ORIGINAL, [session.tenant]);
      return dropRefused(session);
    },
    commit: (document, batch, options) => commit(session, document, batch, options),
  };
}

async function commit(
  session: Session,
  document: SourceDocument,
  batch: number,
  options: CommitOptions,
): Promise<ImportSummary> {
  const key = [session.tenant, document.id];
  await analyzeStaging(session);
  const first = await firstBatch(session, document, batch);
  const isByOccurrence = document.identity === 'occurrence';
  await session.query(QUARANTINE_REPEATED);
  await nameRefused(session, document);
  if (isByOccurrence && options.documents !== 'parts') await quarantineCut(session, first, options.documents);
  await session.query(QUARANTINE_UNKNOWN_ORIGINAL, [session.tenant]);
  await keepFields(session);
  await insertDocument(session, document, batch);
  await session.query(INSERT_ROWS, [...key, first, document.sha256]);
  await session.query(INSERT_LINES, [...key, batch]);
  if (isByOccurrence && options.documents === 'whole') await withdrawMissing(session, first, batch);
  await endQuarantined(session, document, options);
  const summary = await summaryOf(session, document, batch);
  await session.query('DROP TABLE pg_temp.staged_row');
  return summary;
}

/** When these bytes came in first. */
export async function firstBatch(session: Session, { sha256 }: SourceDocument, batch: number) {
  const [first] = await session.query<{ batch: bigint | null }>(FIRST_BATCH, [session.tenant, sha256, batch]);
  return first?.batch ?? null;
}

export async function insertDocument(
  session: Session,
  document: SourceDocument,
  batch: number,
): Promise<void> {
  const { id, source, name, sha256, bytes, columns, identity, parent, mapping, actor } = document;
  const { kind = 'lines' } = document;
  await session.query(INSERT_DOCUMENT, [
    session.tenant,
    ...[id, source, name, sha256, bytes, JSON.stringify(columns), batch],
    ...[identity, parent ?? null, mapping?.name ?? null, mapping?.version ?? null, actor, kind],
  ]);
}

async function summaryOf(session: Session, document: SourceDocument, batch: number): Promise<ImportSummary> {
  const tallies = await session.query<TallyRow>(TALLIES, [session.tenant, document.id]);
  const reasons = await session.query<{ code: string; rows: number }>(REASONS);
  return {
    document,
    batch,
    received: tallyOf(tallies.find((row) => row.is_total)),
    dispositions: {
      accepted: tallyOf(tallies.find((row) => row.disposition === 'accepted')),
      duplicate: tallyOf(tallies.find((row) => row.disposition === 'duplicate')),
      superseded: tallyOf(tallies.find((row) => row.disposition === 'superseded')),
      quarantined: tallyOf(tallies.find((row) => row.disposition === 'quarantined')),
    },
    reasons: Object.fromEntries(reasons.map((row) => [row.code, row.rows])),
  };
}

type TallyRow = {
  readonly disposition: Disposition | null;
  readonly rows: number;
  readonly quantity: string | null;
  readonly net_value: string | null;
  readonly is_total: boolean;
};

function tallyOf(row: TallyRow | undefined): Tally {
  return { rows: row?.rows ?? 0, quantity: row?.quantity ?? '0', netValue: row?.net_value ?? '0' };
}
