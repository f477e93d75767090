import type { LineRevision, RevisionStore } from '../../app/ports/revisionStore.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { withCorrections } from '../../core/fact/corrections.ts';
import type { Line } from '../../core/fact/line.ts';
import { correctingLines } from './correctingLines.ts';
import { LINE_COLUMNS, type LineRow, ORIGINAL_COLUMNS, toLine } from './lineColumns.ts';
import type { Session } from './session.ts';

const REVISIONS = `
  SELECT ${LINE_COLUMNS.map(({ name }) => `l.${name}`).join(', ')}, l.revision, l.batch, l.withdrawn,
    l.row_number, l.document_id AS import, d.name AS file, b.known_on, b.recorded_at,
    coalesce(u.actor, d.actor, '') AS actor, u.reason AS undo_reason
  FROM line l
  JOIN batch b ON b.tenant_id = $1 AND b.number = l.batch
  JOIN source_document d ON d.tenant_id = $1 AND d.id = l.document_id
  LEFT JOIN LATERAL (
    SELECT o.actor, o.reason FROM import_undo o WHERE o.tenant_id = $1 AND o.batch = l.batch LIMIT 1
  ) u ON true
  WHERE l.tenant_id = $1 AND l.source = $2 AND l.document = $3 AND l.line = $4
  ORDER BY l.revision`;

/** The lines of which these imports made the last revision. */
const standing = (imports: string) => `
  SELECT ${LINE_COLUMNS.map(({ name }) => `l.${name}`).join(', ')}, l.revision, l.batch, b.known_on,
    ${ORIGINAL_COLUMNS.map(({ name, as }) => `o.${name} AS ${as}`).join(', ')}, ob.known_on AS original_known_on
  FROM line l
  JOIN batch b ON b.tenant_id = $1 AND b.number = l.batch
  LEFT JOIN LATERAL (
    SELECT r.* FROM line r
    WHERE l.return_document IS NOT NULL AND r.tenant_id = $1 AND r.source = l.source
      AND r.document = l.return_document AND r.line = l.return_line
    ORDER BY r.revision DESC LIMIT 1
  ) o ON o.withdrawn IS NULL
  LEFT JOIN batch ob ON ob.tenant_id = $1 AND ob.number = o.batch
  WHERE l.tenant_id = $1 AND l.document_id IN (${imports}) AND l.withdrawn IS NULL
    AND NOT EXISTS (
      SELECT FROM line n
      WHERE n.tenant_id = $1 AND n.source = l.source AND n.document = l.document AND n.line = l.line
        AND n.revision > l.revision AND n.revision > 1
    )
  ORDER BY l.source, l.document, l.line`;

const STANDING = standing('$2');

const REPAIRS_STANDING = standing(
  'SELECT d.id FROM source_document d WHERE d.tenant_id = $1 AND d.parent_id = $2',
);

type Row = LineRow & {
  readonly withdrawn: 'undo' | 'document' | null;
  readonly row_number: number;
  readonly import: string;
  readonly file: string;
  readonly recorded_at: Date;
  readonly actor: string;
  readonly undo_reason: string | null;
};

export function revisionStore(session: Session): RevisionStore {
  return {
    of: async ({ source, document, line }) => {
      const rows = await session.query<Row>(REVISIONS, [session.tenant, source, document, line]);
      return rows.map(toRevision);
    },
    correcting: (batch) => correctingLines(session, batch),
    standingOf: (document) => standingLines(session, STANDING, document),
    repairsStandingOf: (document) => standingLines(session, REPAIRS_STANDING, document),
  };
}

async function standingLines(session: Session, question: string, document: string): Promise<readonly Line[]> {
  const rows = await session.query<LineRow>(question, [session.tenant, document]);
  return withCorrections(rows.map(toLine), await correctingLines(session));
}

function toRevision(row: Row): LineRevision {
  const { withdrawn, undo_reason: undoReason, known_on: knownOn, recorded_at: recordedAt } = row;
  const { import: id, file, actor, revision } = row;
  return {
    revision,
    line: toLine({ ...row, original_revision: null } as LineRow),
    ...(withdrawn !== null && { withdrawn }),
    ...{ batch: Number(row.batch), knownOn: knownOn as LocalDate, recordedAt },
    ...{ import: id, file, row: row.row_number, actor },
    ...(undoReason !== null && { undoReason }),
  };
}
