import type { Undone, UndoStore } from '../../app/ports/undoStore.ts';
import { LINE_COLUMNS } from './lineColumns.ts';
import type { Session } from './session.ts';
import { WITHDRAWN_COLUMNS, withdrawnOf } from './withdrawMissing.ts';

/** The import itself, and those that repaired or replayed its rows, or theirs: a repair may need one, too. */
export const INSERT_UNDO = `
  WITH RECURSIVE family AS (
    SELECT id FROM source_document WHERE tenant_id = $1 AND id = $2
    UNION
    SELECT d.id FROM family f JOIN source_document d ON d.tenant_id = $1 AND d.parent_id = f.id
  )
  INSERT INTO import_undo (tenant_id, document_id, batch, reason, actor)
  SELECT $1, f.id, $3, $4, $5 FROM family f
  WHERE NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = f.id)`;

/** The imports that batch $2 undoes. */
const GONE = `
  SELECT d.id, d.batch FROM import_undo u
  JOIN source_document d ON d.tenant_id = $1 AND d.id = u.document_id
  WHERE u.tenant_id = $1 AND u.batch = $2`;

/** The imports that stand. */
const ALIVE = `
  SELECT d.id, d.batch FROM source_document d
  WHERE d.tenant_id = $1
    AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = d.id)`;

/** The lines that an import wrote are those of its batch; restored ones have the same identities. */
const LINES_OF_GONE = 'JOIN line l ON l.tenant_id = $1 AND l.batch = g.batch AND l.document_id = g.id';

const sameIdentity = (a: string, b: string) =>
  `${a}.source = ${b}.source AND ${a}.document = ${b}.document AND ${a}.line = ${b}.line`;

/**
 * The identities of which anybody else may have said something as well: they have a second
 * revision, or were a duplicate somewhere. In a table that the planner knows, since they are
 * anything between none and all of the lines.
 */
const FIND_SHARED = `
  WITH gone AS (${GONE})
  INSERT INTO pg_temp.shared_line (source, document, line)
  SELECT l.source, l.document, l.line FROM gone g ${LINES_OF_GONE}
  JOIN line n ON n.tenant_id = $1 AND ${sameIdentity('n', 'l')} AND n.revision > 1
  UNION
  SELECT l.source, l.document, l.line FROM gone g ${LINES_OF_GONE}
  JOIN received_row r ON r.tenant_id = $1 AND ${sameIdentity('r', 'l')} AND r.disposition = 'duplicate'
  UNION
  SELECT l.source, l.document, l.line FROM gone g
  JOIN line l ON l.tenant_id = $1 AND l.batch = g.batch AND l.withdrawn = 'document'
  UNION
  SELECT r.source, r.document, r.line FROM gone g
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = g.id AND r.disposition = 'duplicate'`;

/** What imports that stand say of them: a content, by its revision, or that the line is no more. */
const SAID = `
  SELECT a.*, l.batch, l.revision, l.withdrawn
  FROM pg_temp.shared_line a
  JOIN line l ON l.tenant_id = $1 AND ${sameIdentity('l', 'a')}
  JOIN alive d ON d.batch = l.batch AND (l.withdrawn = 'document' OR l.withdrawn IS NULL AND d.id = l.document_id)
  UNION ALL
  SELECT a.*, d.batch, r.revision, NULL
  FROM pg_temp.shared_line a
  JOIN received_row r ON r.tenant_id = $1 AND ${sameIdentity('r', 'a')} AND r.disposition = 'duplicate'
  JOIN alive d ON d.id = r.document_id`;

/** The last of these words is what stands; where it takes the line back, nothing does. */
const FIND_STANDING = `
  WITH alive AS (${ALIVE})
  INSERT INTO pg_temp.standing_line (source, document, line, revision)
  SELECT source, document, line, revision FROM (
    SELECT DISTINCT ON (source, document, line) * FROM (${SAID}) s
    ORDER BY source, document, line, batch DESC, revision DESC
  ) s WHERE withdrawn IS NULL`;

/** The last revision of the identity `a`, one look into the key for each. */
const lastOf = (a: string) => `
  JOIN LATERAL (
    SELECT * FROM line l WHERE l.tenant_id = $1 AND ${sameIdentity('l', a)}
    ORDER BY l.source, l.document, l.line, l.revision DESC LIMIT 1
  ) c ON true`;

const said = (alias: string) => LINE_COLUMNS.map(({ name }) => `${alias}.${name}`).join(', ');

/** The next revision wherever the last one is not what stands. */
const RESTORE = `
  INSERT INTO line (${WITHDRAWN_COLUMNS})
  SELECT $1, c.revision + 1, $2, o.content_sha256, o.document_id, o.row_number, NULL, ${said('o')}
  FROM pg_temp.standing_line s
  JOIN line o ON o.tenant_id = $1 AND ${sameIdentity('o', 's')} AND o.revision = s.revision
  ${lastOf('s')}
  WHERE c.withdrawn IS NOT NULL OR c.content_sha256 <> o.content_sha256`;

/**
 * Lines that only the undone imports spoke of are no more. `OFFSET 0` keeps the question one look into
 * the key for each line: the planner does not know yet how many lines an import of today has, and
 * would go through all shared ones for each.
 */
const WITHDRAW_OWN = `
  WITH gone AS (${GONE})
  INSERT INTO line (${WITHDRAWN_COLUMNS})
  SELECT ${withdrawnOf('l', '$2', 'undo')}
  FROM gone g ${LINES_OF_GONE}
  WHERE NOT EXISTS (SELECT FROM pg_temp.shared_line a WHERE ${sameIdentity('a', 'l')} OFFSET 0)
  ORDER BY l.source, l.document, l.line`;

/** So are the others of which nothing stands. */
const WITHDRAW_SHARED = `
  INSERT INTO line (${WITHDRAWN_COLUMNS})
  SELECT ${withdrawnOf('c', '$2', 'undo')}
  FROM pg_temp.shared_line a
  ${lastOf('a')}
  WHERE c.withdrawn IS NULL
    AND NOT EXISTS (SELECT FROM pg_temp.standing_line s WHERE ${sameIdentity('s', 'a')} OFFSET 0)`;

const IDENTITY = 'source text COLLATE "C", document text COLLATE "C", line text COLLATE "C"';
const CREATE_TABLES = `
  CREATE TEMPORARY TABLE shared_line (${IDENTITY}, PRIMARY KEY (source, document, line)) ON COMMIT DROP;
  CREATE TEMPORARY TABLE standing_line (${IDENTITY}, revision integer, PRIMARY KEY (source, document, line))
    ON COMMIT DROP`;
const DROP_TABLES = 'DROP TABLE pg_temp.shared_line, pg_temp.standing_line';

export function undoStore(session: Session): UndoStore {
  return {
    undo: async ({ document, batch, reason, actor }) => {
      await session.query(INSERT_UNDO, [session.tenant, document, batch, reason, actor]);
      return takeBack(session, batch);
    },
  };
}

async function takeBack(session: Session, batch: number): Promise<Undone> {
  const key = [session.tenant, batch];
  await session.query(CREATE_TABLES);
  await session.query(FIND_SHARED, key);
  await session.query('ANALYZE pg_temp.shared_line');
  await session.query(FIND_STANDING, [session.tenant]);
  await session.query('ANALYZE pg_temp.standing_line');
  const own = await session.write(WITHDRAW_OWN, key);
  const restored = await session.write(RESTORE, key);
  const withdrawn = own + (await session.write(WITHDRAW_SHARED, key));
  await session.query(DROP_TABLES);
  return { withdrawn, restored };
}
