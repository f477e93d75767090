import type { CommitOptions } from '../../app/ports/importStore.ts';
import type { SourceDocument } from '../../app/ports.ts';
import type { Session } from './session.ts';

/**
 * Whether the quarantined row `q` of tenant $1 still asks for somebody: its import was not undone,
 * and it has not ended, or ended by an import that was undone.
 */
export const IS_OPEN = `
  q.disposition = 'quarantined'
  AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = q.document_id)
  AND NOT EXISTS (
    SELECT FROM quarantine_end e
    WHERE e.tenant_id = $1 AND e.document_id = q.document_id AND e.row_number = q.row_number
      AND (e.by_document_id IS NULL OR NOT EXISTS (
        SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = e.by_document_id))
  )`;

/** The number of the next end of `q`; an end that was undone keeps its own. */
export const NEXT_END = `
  1 + coalesce((
    SELECT max(e.number) FROM quarantine_end e
    WHERE e.tenant_id = $1 AND e.document_id = q.document_id AND e.row_number = q.row_number), 0)`;

const INSERT_ENDS = `
  INSERT INTO quarantine_end (tenant_id, document_id, row_number, number, outcome, by_document_id, by_row_number, ended_at)`;

/** Rows of the parent that are said again here; one that is quarantined once more waits here now. */
const END_OF_PARENT = `
  ${INSERT_ENDS}
  SELECT $1, q.document_id, q.row_number, ${NEXT_END},
    CASE WHEN r.disposition = 'quarantined' THEN 'arrived' ELSE $4 END, r.document_id, r.row_number, $5
  FROM received_row r
  JOIN received_row q ON q.tenant_id = $1 AND q.document_id = $3 AND q.row_number = r.parent_row
  WHERE r.tenant_id = $1 AND r.document_id = $2 AND ${IS_OPEN}`;

/**
 * The rows that wait elsewhere under documents of this file, in a table that the planner knows: they are joined
 * with all rows of a file, and a guess of how many there are can cost minutes. Each document is looked up by itself,
 * so that what waits under others costs nothing, however much it is; rows that name none are known by their line.
 * What one kind of file says is no word on another one.
 */
const KEEP_OPEN = `
  CREATE TEMPORARY TABLE open_row ON COMMIT DROP AS
  WITH named AS MATERIALIZED (
    SELECT DISTINCT source, document FROM pg_temp.staged_row WHERE document <> ''),
  unnamed AS MATERIALIZED (
    SELECT DISTINCT source, document, line FROM pg_temp.staged_row WHERE document = ''),
  found AS MATERIALIZED (
    SELECT q.* FROM named s CROSS JOIN LATERAL (${waiting('')}) q
    UNION ALL
    SELECT q.* FROM unnamed s CROSS JOIN LATERAL (${waiting('AND q.line = s.line')}) q)
  SELECT q.document_id, q.row_number, q.source, q.document, q.line FROM found q
  JOIN source_document d ON d.tenant_id = $1 AND d.id = q.document_id AND d.kind = $3
  WHERE ${IS_OPEN}`;

/**
 * In the order of the index that finds them. Of rows that came in a moment ago the planner knows nothing: without an
 * order it would as soon look through all that waits, for each document.
 */
export function waiting(alsoBy: string): string {
  return `
    SELECT q.document_id, q.row_number, q.source, q.document, q.line, q.disposition FROM received_row q
    WHERE q.tenant_id = $1 AND q.source = s.source AND q.document = s.document ${alsoBy}
      AND q.disposition = 'quarantined' AND q.document_id <> $2
    ORDER BY q.tenant_id, q.source, q.document, q.line OFFSET 0`;
}

/** Rows that wait and that this file says again: whatever becomes of it, it is asked about once. */
const SAID_AGAIN = `
  SELECT q.*, s.row_number AS by_row
  FROM pg_temp.open_row q
  JOIN pg_temp.staged_row s ON s.source = q.source AND s.document = q.document AND s.line = q.line`;

/** Rows that wait and belong to a document which has come again, and not cut. */
const OF_DOCUMENTS = `
  SELECT q.*, s.row_number AS by_row
  FROM pg_temp.open_row q
  JOIN (
    SELECT source, document, min(row_number) AS row_number FROM pg_temp.staged_row
    WHERE refusals = '[]' GROUP BY source, document
  ) s ON s.source = q.source AND s.document = q.document`;

const endOf = (found: string) => `
  ${INSERT_ENDS}
  SELECT DISTINCT ON (q.document_id, q.row_number)
    $1, q.document_id, q.row_number, ${NEXT_END}, 'arrived', $2, q.by_row, $3
  FROM (${found}) q
  ORDER BY q.document_id, q.row_number, q.by_row`;

/** Ends the quarantined rows of other imports that the staged one says again. */
export async function endQuarantined(
  session: Session,
  { id, parent, identity, kind = 'lines' }: SourceDocument,
  { documents, ends, at }: CommitOptions,
): Promise<void> {
  if (parent !== undefined) await session.query(END_OF_PARENT, [session.tenant, id, parent, ends, at]);
  const open = await session.write(KEEP_OPEN, [session.tenant, id, kind]);
  if (open > 0) {
    await session.query('ANALYZE pg_temp.open_row');
    const isWhole = identity === 'occurrence' && documents !== 'parts';
    const found = isWhole ? `${SAID_AGAIN} UNION ALL ${OF_DOCUMENTS}` : SAID_AGAIN;
    await session.query(endOf(found), [session.tenant, id, at]);
  }
  await session.query('DROP TABLE pg_temp.open_row');
}
