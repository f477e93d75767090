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

/** Rows that wait elsewhere and that this file says again: whatever becomes of it, it is asked about once. */
const END_SAID_AGAIN = `
  ${INSERT_ENDS}
  SELECT DISTINCT ON (q.document_id, q.row_number)
    $1, q.document_id, q.row_number, ${NEXT_END}, 'arrived', r.document_id, r.row_number, $3
  FROM received_row r
  JOIN received_row q ON q.tenant_id = $1 AND q.source = r.source AND q.document = r.document
    AND q.line = r.line AND q.document_id <> r.document_id
  WHERE r.tenant_id = $1 AND r.document_id = $2 AND ${IS_OPEN}
  ORDER BY q.document_id, q.row_number, r.row_number`;

/** Rows that wait elsewhere and belong to a document which has come again, and not cut. */
const END_OF_DOCUMENTS = `
  ${INSERT_ENDS}
  SELECT $1, q.document_id, q.row_number, ${NEXT_END}, 'arrived', $2, r.row_number, $3
  FROM (
    SELECT source, document, min(row_number) AS row_number FROM received_row
    WHERE tenant_id = $1 AND document_id = $2 AND disposition <> 'quarantined' GROUP BY source, document
  ) r
  JOIN received_row q ON q.tenant_id = $1 AND q.source = r.source AND q.document = r.document
    AND q.document_id <> $2
  WHERE ${IS_OPEN}`;

const IS_ANY_OPEN = `
  SELECT FROM received_row q WHERE q.tenant_id = $1 AND q.document_id <> $2 AND ${IS_OPEN} LIMIT 1`;

/** Ends the quarantined rows of other imports that this one says again. */
export async function endQuarantined(
  session: Session,
  { id, parent, identity }: SourceDocument,
  { documents, ends, at }: CommitOptions,
): Promise<void> {
  if (parent !== undefined) await session.query(END_OF_PARENT, [session.tenant, id, parent, ends, at]);
  const open = await session.query(IS_ANY_OPEN, [session.tenant, id]);
  if (open.length === 0) return;
  await session.query(END_SAID_AGAIN, [session.tenant, id, at]);
  if (identity === 'occurrence' && documents !== 'parts') {
    await session.query(END_OF_DOCUMENTS, [session.tenant, id, at]);
  }
}
