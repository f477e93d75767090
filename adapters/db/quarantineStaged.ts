import type { CommitOptions } from '../../app/ports/importStore.ts';
import type { SourceDocument } from '../../app/ports.ts';
import { DATE_KINDS } from '../../core/fact/line.ts';
import { lineTexts } from '../../core/fact/lineTexts.ts';
import { LINE_COLUMNS, type LineRow, toLine } from './lineColumns.ts';
import type { Session } from './session.ts';
import { jsonbText } from './stagedRows.ts';

/** Adds a refusal to staged rows; `facts` are pairs of names and SQL values. */
const refuseStaged = (code: string, at: string, facts: string) => `
  UPDATE pg_temp.staged_row s
  SET refusals = s.refusals || jsonb_build_array(jsonb_build_object(
    'code', ${code}, 'at', '${at}',
    'facts', jsonb_build_object('row', s.row_number::text, ${facts})))`;

/** What staged lines name in a column. */
const namedIn = (column: string) =>
  `ARRAY(SELECT DISTINCT n.${column} FROM pg_temp.staged_row n WHERE n.content_sha256 IS NOT NULL)`;

/**
 * The codes among those that are there. A list that is hashed, whatever the planner believes: of partners that came in a moment ago it
 * knows nothing yet, and would look through all of them for each line.
 */
const KNOWN = {
  company: () => 'SELECT m.code FROM company m WHERE m.tenant_id = $1',
  partner: (column: string) => mastersAmong('partner', column),
  product: (column: string) => mastersAmong('product', column),
} as const;

const mastersAmong = (kind: 'partner' | 'product', column: string) => `
  SELECT v.code FROM (
    SELECT DISTINCT ON (m.code, m.valid_from) m.code, m.withdrawn FROM master_version m
    WHERE m.tenant_id = $1 AND m.kind = '${kind}' AND m.code = ANY (${namedIn(column)})
    ORDER BY m.code, m.valid_from, m.batch DESC
  ) v WHERE NOT v.withdrawn`;

/** Refuses staged lines that name something which is not there. */
export const quarantineUnknown = (kind: keyof typeof KNOWN, column: string) => `
  ${refuseStaged(`'line-${kind}-unknown'`, kind, `'value', s.${column}`)}
  WHERE s.content_sha256 IS NOT NULL AND s.${column} NOT IN (${KNOWN[kind](column)})`;

/** A line in a time that was taken over as a total of its partner, by one of the dates of that total. */
const QUARANTINE_TAKEN_OVER = `
  ${refuseStaged(`'line-taken-over'`, 'line', `'document', s.document`)}
  WHERE s.content_sha256 IS NOT NULL AND EXISTS (
    SELECT FROM (
      SELECT DISTINCT ON (cut_over) tenant_id, id, cut_over FROM cut_over_load
      WHERE tenant_id = $1 AND kind = 'history' ORDER BY cut_over, revision DESC
    ) l
    JOIN cut_over c ON c.tenant_id = l.tenant_id AND c.code = l.cut_over AND c.company = s.company
    JOIN historic_total t ON t.tenant_id = l.tenant_id AND t.load_id = l.id
      AND t.partner = s.partner_id AND t.side = s.side
    WHERE coalesce(t.fields ->> 'product', '') IN ('', s.product) AND (${DATE_KINDS.map(
      (kind) => `(t.fields ->> '${kind}Date' <> '' AND s.${kind}_date
        BETWEEN (t.fields ->> 'takenOverFrom')::date AND (t.fields ->> '${kind}Date')::date)`,
    ).join(' OR ')}))`;

export const QUARANTINE_UNKNOWN: readonly string[] = [
  quarantineUnknown('company', 'company'),
  quarantineUnknown('partner', 'partner_id'),
  quarantineUnknown('product', 'product'),
  QUARANTINE_TAKEN_OVER,
];

/** Which of two different rows of one identity is meant, nobody can say: both are refused. */
export const quarantineRepeated = (at: string, facts: string, code = 'line-identity-repeated') => `
  ${refuseStaged(`'${code}'`, at, facts)}
  FROM (
    SELECT source, document, line, min(row_number) AS first FROM pg_temp.staged_row
    WHERE content_sha256 IS NOT NULL GROUP BY source, document, line HAVING count(DISTINCT content_sha256) > 1
  ) r
  WHERE s.source = r.source AND s.document = r.document AND s.line = r.line`;

/**
 * The lines that were known of a document when these bytes came in first ($2), or now ($2 is null),
 * and that the staged document lacks. A line that was undone since is nobody's word any more.
 */
export const MISSING = `
  SELECT k.source, k.document, k.line
  FROM (SELECT DISTINCT source, document FROM pg_temp.staged_row WHERE content_sha256 IS NOT NULL) d
  JOIN LATERAL (
    SELECT DISTINCT ON (l.line) l.source, l.document, l.line, l.withdrawn
    FROM line l
    WHERE l.tenant_id = $1 AND l.source = d.source AND l.document = d.document
      AND ($2::bigint IS NULL OR l.batch <= $2)
    ORDER BY l.line, l.revision DESC
  ) k ON k.withdrawn IS NULL
  WHERE NOT EXISTS (
    SELECT FROM pg_temp.staged_row s
    WHERE s.source = k.source AND s.document = k.document AND s.line = k.line
  ) AND NOT EXISTS (
    SELECT FROM line u
    WHERE u.tenant_id = $1 AND u.source = k.source AND u.document = k.document AND u.line = k.line
      AND u.withdrawn = 'undo'
      AND NOT EXISTS (
        SELECT FROM line n
        WHERE n.tenant_id = $1 AND n.source = u.source AND n.document = u.document AND n.line = u.line
          AND n.revision > u.revision
      )
  )`;

/** A document that lacks lines which are known: cut where it says nothing new, else cut or corrected. */
const QUARANTINE_CUT = `
  ${refuseStaged(
    `CASE WHEN r.fresh = 0 THEN 'line-document-cut' ELSE 'line-document-differs' END`,
    'document',
    `'document', s.document, 'missing', r.missing::text, 'fresh', r.fresh::text`,
  )}
  FROM (
    SELECT m.source, m.document, count(*) AS missing, (
      SELECT count(*) FROM pg_temp.staged_row f
      WHERE f.content_sha256 IS NOT NULL AND f.source = m.source AND f.document = m.document
        AND NOT EXISTS (
          SELECT FROM line l
          WHERE l.tenant_id = $1 AND l.source = f.source AND l.document = f.document AND l.line = f.line
            AND ($2::bigint IS NULL OR l.batch <= $2)
        )
    ) AS fresh
    FROM (${MISSING}) m GROUP BY m.source, m.document
  ) r
  WHERE s.content_sha256 IS NOT NULL AND s.source = r.source AND s.document = r.document
    AND ($3 = 'mayBeCut' OR EXISTS (
      SELECT FROM pg_temp.staged_row b
      WHERE b.source = r.source AND b.document = r.document AND b.refusals <> '[]'
    ))`;

/**
 * Quarantines documents without line numbers that lack lines known at a batch, or now. Where they
 * are promised to be whole, only those with a row that is refused: it may be what is missed.
 */
export async function quarantineCut(
  session: Session,
  first: bigint | null,
  documents: CommitOptions['documents'],
): Promise<void> {
  await session.query(QUARANTINE_CUT, [session.tenant, first, documents]);
}

/** Whether somebody has ever said a line that the staged row \`c\` corrects, or says it in this file. */
const IS_KNOWN = (staged: string) => `
  EXISTS (
    SELECT FROM line l WHERE l.tenant_id = $1 AND l.source = c.source
      AND l.document = c.correction_document AND l.line = c.correction_line
  ) OR EXISTS (
    SELECT FROM ${staged} o WHERE o.source = c.source
      AND o.document = c.correction_document AND o.line = c.correction_line
  )`;

/**
 * Refuses staged lines that correct a line which nobody has said. Corrections of corrections in one
 * file hang on the line at their beginning: what a circle alone says is nobody's word.
 */
export const QUARANTINE_UNKNOWN_ORIGINAL = `
  WITH RECURSIVE correcting AS MATERIALIZED (
    SELECT row_number, source, document, line, correction_document, correction_line, refusals = '[]' AS is_good
    FROM pg_temp.staged_row WHERE correction_document IS NOT NULL
  ), plain AS (
    SELECT s.source, s.document, s.line FROM pg_temp.staged_row s
    WHERE s.correction_document IS NULL AND s.refusals = '[]'
      AND EXISTS (SELECT FROM correcting)
  ), grounded AS (
    SELECT c.row_number, c.source, c.document, c.line FROM correcting c WHERE c.is_good AND (${IS_KNOWN('plain')})
    UNION
    SELECT c.row_number, c.source, c.document, c.line FROM correcting c
    JOIN grounded g ON g.source = c.source AND g.document = c.correction_document AND g.line = c.correction_line
    WHERE c.is_good
  ), unknown AS (
    SELECT c.row_number FROM correcting c
    WHERE NOT (${IS_KNOWN('plain')})
      AND NOT EXISTS (
        SELECT FROM grounded g
        WHERE g.source = c.source AND g.document = c.correction_document AND g.line = c.correction_line
      )
  )
  ${refuseStaged(
    `'line-correction-unknown'`,
    'correctionOf',
    `'document', s.correction_document, 'line', s.correction_line`,
  )}
  FROM unknown u
  WHERE s.row_number = u.row_number AND NOT s.refusals @> '[{"code": "line-correction-unknown"}]'`;

const FIELDS_AT_ONCE = 5000;

/** The columns of a line as texts and typed by our reader, so that a repair can begin with them. */
const TYPED_REFUSED = `
  SELECT row_number, ${LINE_COLUMNS.map(({ name }) => name).join(', ')}
  FROM pg_temp.staged_row
  WHERE content_sha256 IS NOT NULL AND refusals <> '[]' AND fields IS NULL AND row_number > $1
  ORDER BY row_number LIMIT ${FIELDS_AT_ONCE}`;

const SET_FIELDS = `
  UPDATE pg_temp.staged_row s SET fields = f.fields
  FROM json_to_recordset($1::json) AS f (row_number int, fields jsonb)
  WHERE s.row_number = f.row_number`;

/** Writes down, of quarantined lines that our reader could type, the text of each field. */
export async function keepFields(session: Session): Promise<void> {
  for (let last = 0; ; ) {
    const rows = await session.query<LineRow & { row_number: number }>(TYPED_REFUSED, [last]);
    const end = rows.at(-1);
    if (end === undefined) return;
    const fields = rows.map((row) => ({
      row_number: row.row_number,
      fields: lineTexts(toLine({ ...row, revision: 1, batch: 0n, original_revision: null })),
    }));
    await session.query(SET_FIELDS, [jsonbText(fields)]);
    if (rows.length < FIELDS_AT_ONCE) return;
    last = end.row_number;
  }
}

/**
 * Gives every row that is no line the identity that it says, or else one made of its texts, so that
 * the same row in another file is known again.
 */
export async function nameRefused(session: Session, { source }: SourceDocument): Promise<void> {
  await session.query(
    `UPDATE pg_temp.staged_row s
     SET source = n.source, document = n.document,
       line = coalesce(n.line, concat('?', n.hash, '-', n.copy))
     FROM (
       SELECT *, row_number() OVER (PARTITION BY source, document, hash ORDER BY row_number) AS copy
       FROM (
         SELECT row_number, left(md5(texts::text), 16) AS hash,
           coalesce(nullif(fields ->> 'source', ''), $1) AS source,
           coalesce(fields ->> 'document', '') AS document, nullif(fields ->> 'line', '') AS line
         FROM pg_temp.staged_row WHERE content_sha256 IS NULL AND document IS NULL
       ) t
     ) n
     WHERE s.row_number = n.row_number`,
    [source],
  );
}
