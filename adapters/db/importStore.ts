import { hash } from 'node:crypto';
import type { ImportStore, ImportSummary, ReceivedRow, SourceDocument, Tally } from '../../app/ports.ts';
import type { Disposition } from '../../core/fact/knownLines.ts';
import { lineContent } from '../../core/fact/lineContent.ts';
import { CONTROL_QUANTITY, LINE_COLUMNS } from './lineColumns.ts';
import type { Session } from './session.ts';

const COLUMNS = LINE_COLUMNS.map(({ name }) => name).join(', ');
const STAGED = `row_number, texts, refusals, content_sha256, ${COLUMNS}`;

/** Temporary, so that COPY is allowed; gone with the transaction. */
const CREATE_STAGING = `
  CREATE TEMPORARY TABLE IF NOT EXISTS staged_row (
    row_number integer NOT NULL, texts json NOT NULL, refusals jsonb NOT NULL, content_sha256 bytea,
    ${LINE_COLUMNS.map(({ name, type }) => `${name} ${type}${type === 'text' ? ' COLLATE "C"' : ''}`).join(', ')}
  ) ON COMMIT DROP`;

/** What the planner joins by; the texts as received would take most of the time. */
const ANALYZE_STAGING =
  'ANALYZE pg_temp.staged_row (row_number, source, document, line, company, partner_id, product)';

/** Refuses staged lines that name something which is not there. */
const quarantineUnknown = (kind: 'company' | 'partner' | 'product', column: string, known: string) => `
  UPDATE pg_temp.staged_row s
  SET refusals = s.refusals || jsonb_build_array(jsonb_build_object(
    'code', 'line-${kind}-unknown', 'at', '${kind}',
    'facts', jsonb_build_object('row', s.row_number::text, 'value', s.${column})))
  WHERE s.content_sha256 IS NOT NULL AND NOT EXISTS (${known} AND m.code = s.${column})`;

const COMPANIES = 'SELECT FROM company m WHERE m.tenant_id = $1';
const mastersOf = (kind: 'partner' | 'product') =>
  `SELECT FROM master_version m WHERE m.tenant_id = $1 AND m.kind = '${kind}'`;

const QUARANTINE_UNKNOWN = [
  quarantineUnknown('company', 'company', COMPANIES),
  quarantineUnknown('partner', 'partner_id', mastersOf('partner')),
  quarantineUnknown('product', 'product', mastersOf('product')),
];

/** Which of two different rows is meant, nobody can say: neither becomes a line. */
const QUARANTINE_REPEATED = `
  UPDATE pg_temp.staged_row s
  SET refusals = s.refusals || jsonb_build_array(jsonb_build_object(
    'code', 'line-identity-repeated', 'at', 'line',
    'facts', jsonb_build_object('row', s.row_number::text, 'document', s.document, 'line', s.line)))
  FROM (
    SELECT source, document, line FROM pg_temp.staged_row WHERE content_sha256 IS NOT NULL
    GROUP BY source, document, line HAVING count(DISTINCT content_sha256) > 1
  ) r
  WHERE s.source = r.source AND s.document = r.document AND s.line = r.line`;

const INSERT_DOCUMENT = `
  INSERT INTO source_document (tenant_id, id, source, name, sha256, bytes, columns, batch)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** When these bytes came in first, if they came before: a file that is sent again says nothing new. */
const FIRST_BATCH = `
  SELECT min(batch) AS batch FROM source_document WHERE tenant_id = $1 AND sha256 = $2 AND batch < $3`;

/**
 * The disposition of each row, in this order: refused; the current content, or a second copy in
 * this file; of a file sent again, what another file has replaced since ($3 is the batch of its
 * first arrival); new. A content that was replaced comes back as a new revision when another file
 * says it. `last` is the last revision of the row's identity.
 */
const INSERT_ROWS = `
  INSERT INTO received_row
    (tenant_id, document_id, row_number, texts, disposition, refusals, source, document, line, revision)
  SELECT $1, $2, s.row_number, s.texts,
    CASE
      WHEN s.refusals <> '[]' THEN 'quarantined'
      WHEN last.is_same THEN 'duplicate'
      WHEN last.is_newer THEN 'superseded'
      WHEN s.copy > 1 THEN 'duplicate'
      ELSE 'accepted'
    END,
    s.refusals, s.source, s.document, s.line,
    CASE
      WHEN s.refusals <> '[]' THEN NULL
      WHEN last.is_same OR last.is_newer THEN last.revision
      ELSE coalesce(last.revision, 0) + 1
    END
  FROM (
    SELECT *, row_number() OVER (PARTITION BY source, document, line ORDER BY row_number) AS copy
    FROM pg_temp.staged_row
  ) s
  LEFT JOIN LATERAL (
    SELECT l.revision, l.content_sha256 = s.content_sha256 AS is_same,
      l.batch > $3 AND NOT EXISTS (
        SELECT FROM source_document d
        WHERE d.tenant_id = $1 AND d.id = l.document_id AND d.sha256 = $4
      ) AS is_newer
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

const REASONS = `
  SELECT reason.code, count(*)::int AS rows
  FROM (
    SELECT DISTINCT s.row_number, refusal ->> 'code' AS code
    FROM pg_temp.staged_row s, jsonb_array_elements(s.refusals) AS refusal
  ) reason
  GROUP BY reason.code ORDER BY reason.code`;

export function importStore(session: Session): ImportStore {
  return {
    stage: async (rows) => {
      await session.query(CREATE_STAGING);
      await session.copyIn(`COPY pg_temp.staged_row (${STAGED}) FROM STDIN`, copyTexts(rows));
    },
    quarantineUnknown: async () => {
      await session.query(CREATE_STAGING);
      await session.query(ANALYZE_STAGING);
      for (const refuseUnknown of QUARANTINE_UNKNOWN) await session.query(refuseUnknown, [session.tenant]);
    },
    commit: (document, batch) => commit(session, document, batch),
  };
}

async function commit(session: Session, document: SourceDocument, batch: number): Promise<ImportSummary> {
  const key = [session.tenant, document.id];
  await session.query(CREATE_STAGING);
  await session.query(ANALYZE_STAGING);
  await session.query(QUARANTINE_REPEATED);
  const { source, name, sha256, bytes, columns } = document;
  await session.query(INSERT_DOCUMENT, [...key, source, name, sha256, bytes, JSON.stringify(columns), batch]);
  const [first] = await session.query<{ batch: bigint | null }>(FIRST_BATCH, [session.tenant, sha256, batch]);
  await session.query(INSERT_ROWS, [...key, first?.batch ?? null, sha256]);
  await session.query(INSERT_LINES, [...key, batch]);
  const tallies = await session.query<TallyRow>(TALLIES, key);
  const reasons = await session.query<{ code: string; rows: number }>(REASONS);
  await session.query('DROP TABLE pg_temp.staged_row');
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

/** Large enough to fill packets, small enough never to hold a second copy of the file. */
const ROWS_PER_CHUNK = 500;

function* copyTexts(rows: readonly ReceivedRow[]): Generator<string> {
  for (let start = 0; start < rows.length; start += ROWS_PER_CHUNK) {
    yield rows
      .slice(start, start + ROWS_PER_CHUNK)
      .map(copyText)
      .join('');
  }
}

/** One row in the text format of COPY. A refused row has no columns of a line. */
function copyText({ row, texts, parsed }: ReceivedRow): string {
  const line = 'line' in parsed ? parsed.line : undefined;
  // A refusal may quote a damaged text, and jsonb cannot hold a zero character.
  const refusals =
    'refusals' in parsed ? JSON.stringify(parsed.refusals).replaceAll('\\u0000', '\u2400') : '[]';
  const fields = [
    String(row),
    JSON.stringify(texts),
    refusals,
    line && `\\x${hash('sha256', lineContent(line), 'hex')}`,
    ...LINE_COLUMNS.map(({ textOf }) => line && textOf(line)),
  ];
  return `${fields.map(copyField).join('\t')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyField(text: string | undefined): string {
  return text === undefined
    ? '\\N'
    : text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string);
}
