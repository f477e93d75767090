import type { UndoStore } from '../../app/ports/undoStore.ts';
import { LINE_COLUMNS } from './lineColumns.ts';
import type { Session } from './session.ts';
import { WITHDRAWN_COLUMNS } from './withdrawMissing.ts';

/** The import itself, and those that repaired or replayed its rows. */
const INSERT_UNDO = `
  INSERT INTO import_undo (tenant_id, document_id, batch, reason, actor)
  SELECT $1, d.id, $3, $4, $5 FROM source_document d
  WHERE d.tenant_id = $1 AND (d.id = $2 OR d.parent_id = $2)
    AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = d.id)`;

/** Every identity that the imports undone by batch $2 said something of. */
const AFFECTED = `
  SELECT l.source, l.document, l.line FROM line l JOIN gone g ON g.id = l.document_id WHERE l.tenant_id = $1
  UNION
  SELECT r.source, r.document, r.line FROM received_row r JOIN gone g ON g.id = r.document_id
  WHERE r.tenant_id = $1 AND r.disposition = 'duplicate'
  UNION
  SELECT l.source, l.document, l.line FROM line l JOIN gone g ON g.batch = l.batch
  WHERE l.tenant_id = $1 AND l.withdrawn = 'document'`;

/** What imports that stand say of them: a content, by its revision, or that the line is no more. */
const SAID = `
  SELECT a.*, l.batch, l.revision, l.withdrawn
  FROM affected a
  JOIN line l ON l.tenant_id = $1 AND l.source = a.source AND l.document = a.document AND l.line = a.line
  JOIN alive d ON d.batch = l.batch AND (l.withdrawn = 'document' OR l.withdrawn IS NULL AND d.id = l.document_id)
  UNION ALL
  SELECT a.*, d.batch, r.revision, NULL
  FROM affected a
  JOIN received_row r ON r.tenant_id = $1 AND r.source = a.source AND r.document = a.document AND r.line = a.line
    AND r.disposition = 'duplicate'
  JOIN alive d ON d.id = r.document_id`;

const columnsOf = (alias: string) => LINE_COLUMNS.map(({ name }) => `${alias}.${name}`).join(', ');

/** The next revision wherever the last one is not what the last of the others said. */
const TAKE_BACK = `
  WITH gone AS (
    SELECT d.id, d.batch FROM import_undo u
    JOIN source_document d ON d.tenant_id = $1 AND d.id = u.document_id
    WHERE u.tenant_id = $1 AND u.batch = $2
  ), alive AS (
    SELECT d.id, d.batch FROM source_document d
    WHERE d.tenant_id = $1
      AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = d.id)
  ), affected AS (${AFFECTED}
  ), said AS (
    SELECT DISTINCT ON (source, document, line) * FROM (${SAID}) s
    ORDER BY source, document, line, batch DESC, revision DESC
  ), current AS (
    SELECT DISTINCT ON (l.source, l.document, l.line) l.*
    FROM affected a
    JOIN line l ON l.tenant_id = $1 AND l.source = a.source AND l.document = a.document AND l.line = a.line
    ORDER BY l.source, l.document, l.line, l.revision DESC
  ), written AS (
    INSERT INTO line (${WITHDRAWN_COLUMNS})
    SELECT $1, c.revision + 1, $2, w.content_sha256, w.document_id, w.row_number,
      CASE WHEN o.revision IS NULL THEN 'undo' END, ${columnsOf('w')}
    FROM current c
    LEFT JOIN said s ON s.source = c.source AND s.document = c.document AND s.line = c.line
      AND s.withdrawn IS NULL
    LEFT JOIN line o ON o.tenant_id = $1 AND o.source = s.source AND o.document = s.document
      AND o.line = s.line AND o.revision = s.revision
    JOIN LATERAL (SELECT o.* WHERE o.revision IS NOT NULL UNION ALL SELECT c.* WHERE o.revision IS NULL) w ON true
    WHERE CASE
      WHEN o.revision IS NULL THEN c.withdrawn IS NULL
      ELSE c.withdrawn IS NOT NULL OR c.content_sha256 <> o.content_sha256
    END
    RETURNING withdrawn
  )
  SELECT count(withdrawn)::int AS withdrawn, (count(*) - count(withdrawn))::int AS restored FROM written`;

export function undoStore(session: Session): UndoStore {
  return {
    undo: async ({ document, batch, reason, actor }) => {
      await session.query(INSERT_UNDO, [session.tenant, document, batch, reason, actor]);
      const [undone] = await session.query<{ withdrawn: number; restored: number }>(TAKE_BACK, [
        session.tenant,
        batch,
      ]);
      return undone ?? { withdrawn: 0, restored: 0 };
    },
  };
}
