import type { FactKind } from '../../app/ports/factStore.ts';
import type { Undone, UndoStore } from '../../app/ports/undoStore.ts';
import { FACT_TABLES, namesOf } from './factColumns.ts';
import type { Session } from './session.ts';
import { INSERT_UNDO } from './undoStore.ts';

/**
 * The next revision wherever the last one is not what the last of the imports that stand said: its
 * content once more, or, where none of them says anything, that the fact is no more. Rows that came in
 * before facts had the intake of lines have the source "file" (migration 0036).
 */
const takeBack = (table: string, said: readonly string[]) => `
  WITH gone AS (
    SELECT u.document_id AS id FROM import_undo u WHERE u.tenant_id = $1 AND u.batch = $2
  ), alive AS (
    SELECT d.id, d.batch FROM source_document d
    WHERE d.tenant_id = $1
      AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = d.id)
  ), affected AS (
    SELECT f.key FROM ${table} f JOIN gone g ON g.id = f.document_id WHERE f.tenant_id = $1
    UNION
    SELECT r.document FROM received_row r JOIN gone g ON g.id = r.document_id
    WHERE r.tenant_id = $1 AND r.disposition = 'duplicate'
  ), current AS (
    SELECT DISTINCT ON (f.key) f.* FROM affected a
    JOIN ${table} f ON f.tenant_id = $1 AND f.key = a.key ORDER BY f.key, f.revision DESC
  ), word AS (
    SELECT DISTINCT ON (key) key, revision FROM (
      SELECT f.key, f.revision, f.batch FROM current c
      JOIN ${table} f ON f.tenant_id = $1 AND f.key = c.key AND NOT f.withdrawn
      JOIN alive d ON d.id = f.document_id AND d.batch = f.batch
      UNION ALL
      SELECT c.key, r.revision, d.batch FROM current c
      JOIN received_row r ON r.tenant_id = $1 AND r.source IN (c.source, 'file') AND r.document = c.key
        AND r.line = '' AND r.disposition = 'duplicate'
      JOIN alive d ON d.id = r.document_id
    ) s ORDER BY key, batch DESC, revision DESC
  ), written AS (
    INSERT INTO ${table} (tenant_id, key, revision, batch, withdrawn, content, document_id, row_number, ${said.join(', ')})
    SELECT $1, c.key, c.revision + 1, $2, o.key IS NULL, w.content, w.document_id, w.row_number,
      ${said.map((name) => `w.${name}`).join(', ')}
    FROM current c
    LEFT JOIN word s ON s.key = c.key
    LEFT JOIN ${table} o ON o.tenant_id = $1 AND o.key = s.key AND o.revision = s.revision
    JOIN LATERAL (SELECT o.* WHERE o.key IS NOT NULL UNION ALL SELECT c.* WHERE o.key IS NULL) w ON true
    WHERE CASE WHEN o.key IS NULL THEN NOT c.withdrawn ELSE c.withdrawn OR c.content <> o.content END
    RETURNING withdrawn
  )
  SELECT count(*) FILTER (WHERE withdrawn)::int AS withdrawn,
    count(*) FILTER (WHERE NOT withdrawn)::int AS restored
  FROM written`;

/** Takes back what an import of facts, and the repairs of its rows, said. */
export async function undoFacts(
  session: Session,
  kind: FactKind,
  { document, batch, reason, actor }: Parameters<UndoStore['undo']>[0],
): Promise<Undone> {
  const { table, typed } = FACT_TABLES[kind];
  await session.query(INSERT_UNDO, [session.tenant, document, batch, reason, actor]);
  const [undone] = await session.query<Undone>(takeBack(table, namesOf(typed)), [session.tenant, batch]);
  return undone ?? { withdrawn: 0, restored: 0 };
}
