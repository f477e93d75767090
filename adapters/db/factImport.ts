import { hash } from 'node:crypto';
import type { FactKind, FactStore, StagedFact } from '../../app/ports/factStore.ts';
import type { ImportSummary, SourceDocument, Tally } from '../../app/ports.ts';
import { DISPOSITIONS, type Disposition } from '../../core/fact/knownLines.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { dropRefused } from './dropRefused.ts';
import { endQuarantined } from './endQuarantined.ts';
import { FACT_TABLES, factColumns, namesOf } from './factColumns.ts';
import { firstBatch, insertDocument, REASONS } from './importStore.ts';
import { nameRefused, quarantineUnknown, refuseStaged, UNKNOWN } from './quarantineStaged.ts';
import type { Session } from './session.ts';
import { copyField, jsonbText } from './stagedRows.ts';

/**
 * The staging table of lines, for facts: their identity stands where a line has its document, since
 * no document holds the character that joins its parts. Temporary; gone with the transaction.
 */
const CREATE_STAGING = `
  CREATE TEMPORARY TABLE IF NOT EXISTS staged_row (
    row_number integer NOT NULL, parent_row integer, texts json NOT NULL, refusals jsonb NOT NULL,
    fields jsonb, content_sha256 bytea, source text COLLATE "C", document text COLLATE "C",
    line text COLLATE "C", content text, size numeric, said jsonb,
    company text COLLATE "C", partner_id text COLLATE "C", product text COLLATE "C"
  ) ON COMMIT DROP`;

const STAGED = [
  ...['row_number', 'parent_row', 'texts', 'refusals', 'fields', 'content_sha256', 'source', 'document'],
  ...['line', 'content', 'size', 'said', 'company', 'partner_id', 'product'],
];

/** Where each row ends, by the rules of lines; $3 is when these bytes came in first, $4 their hash. */
const insertRows = (table: string) => `
  INSERT INTO received_row
    (tenant_id, document_id, row_number, parent_row, texts, disposition, refusals, fields,
     source, document, line, revision)
  SELECT $1, $2, s.row_number, s.parent_row, s.texts,
    CASE
      WHEN s.refusals <> '[]' THEN 'quarantined'
      WHEN last.is_same THEN 'duplicate'
      WHEN last.is_newer THEN 'superseded'
      WHEN s.copy > 1 THEN 'duplicate'
      ELSE 'accepted'
    END,
    s.refusals, CASE WHEN s.refusals <> '[]' THEN s.fields END, s.source, s.document, s.line,
    CASE
      WHEN s.refusals <> '[]' THEN NULL
      WHEN last.is_same OR last.is_newer THEN last.revision
      ELSE coalesce(last.revision, 0) + 1
    END
  FROM (
    SELECT *, row_number() OVER (PARTITION BY document, line, refusals = '[]' ORDER BY row_number) AS copy
    FROM pg_temp.staged_row
  ) s
  LEFT JOIN LATERAL (
    SELECT f.revision, NOT f.withdrawn AND f.content = s.content AS is_same,
      f.batch > $3 AND NOT f.withdrawn AND NOT EXISTS (
        SELECT FROM source_document d WHERE d.tenant_id = $1 AND d.id = f.document_id AND d.sha256 = $4
      ) AS is_newer
    FROM ${table} f WHERE f.tenant_id = $1 AND f.key = s.document
    ORDER BY f.revision DESC LIMIT 1
  ) last ON true`;

const insertFacts = (table: string, typed: string) => `
  INSERT INTO ${table} (tenant_id, key, revision, batch, content, document_id, row_number, ${namesOf(typed).join(', ')})
  SELECT $1, s.document, r.revision, $3, s.content, $2, s.row_number,
    ${namesOf(typed)
      .map((name) => `v.${name}`)
      .join(', ')}
  FROM pg_temp.staged_row s
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = $2 AND r.row_number = s.row_number
  CROSS JOIN LATERAL jsonb_to_record(s.said) AS v (${typed})
  WHERE r.disposition = 'accepted'`;

const TALLIES = `
  SELECT r.disposition, count(*)::int AS rows, coalesce(sum(s.size), 0)::text AS sum,
    grouping(r.disposition) = 1 AS is_total
  FROM pg_temp.staged_row s
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = $2 AND r.row_number = s.row_number
  GROUP BY GROUPING SETS ((), (r.disposition))`;

/** Our own stock has no partner. */
const UNKNOWN_IN_STOCK: readonly string[] = [
  quarantineUnknown('company', 'company', UNKNOWN.company),
  `${quarantineUnknown('partner', 'partner_id', UNKNOWN.partner)} AND s.partner_id <> ''`,
  quarantineUnknown('product', 'product', UNKNOWN.product),
];

/** Which of two different rows is meant, nobody can say: neither becomes a fact. */
const REPEATED = `
  ${refuseStaged(
    `'line-identity-repeated'`,
    'row',
    `'document', coalesce(s.said ->> 'payment', s.partner_id, ''),
     'line', coalesce(s.said ->> 'document', s.product, '')`,
  )}
  FROM (
    SELECT document FROM pg_temp.staged_row WHERE content_sha256 IS NOT NULL
    GROUP BY document HAVING count(DISTINCT content_sha256) > 1
  ) r
  WHERE s.document = r.document AND s.content_sha256 IS NOT NULL
    AND NOT s.refusals @> '[{"code": "line-identity-repeated"}]'`;

export function factImport(
  session: Session,
): Pick<FactStore, 'stage' | 'quarantineUnknown' | 'dropRefused' | 'commit'> {
  return {
    stage: async (_, rows) => {
      await session.query(CREATE_STAGING);
      const copy = `COPY pg_temp.staged_row (${STAGED.join(', ')}) FROM STDIN`;
      await session.copyIn(
        copy,
        rows.map((row) => `${columnsOf(row).map(copyField).join('\t')}\n`),
      );
    },
    quarantineUnknown: async (kind) => {
      await session.query(CREATE_STAGING);
      await session.query('ANALYZE pg_temp.staged_row (row_number, source, document, line)');
      if (kind === 'payments') return;
      for (const refuseUnknown of UNKNOWN_IN_STOCK) await session.query(refuseUnknown, [session.tenant]);
    },
    dropRefused: async () => {
      await session.query(REPEATED);
      return dropRefused(session);
    },
    commit: async (kind, document, batch, options) => {
      const { table, typed } = FACT_TABLES[kind];
      const key = [session.tenant, document.id];
      const first = await firstBatch(session, document, batch);
      await session.query(REPEATED);
      await nameRefused(session, document);
      await insertDocument(session, { ...document, kind }, batch);
      await session.query(insertRows(table), [...key, first, document.sha256]);
      await session.query(insertFacts(table, typed), [...key, batch]);
      await endQuarantined(session, { ...document, kind }, { ...options, documents: 'parts' });
      const summary = await summaryOf(session, kind, { ...document, kind }, batch);
      await session.query('DROP TABLE pg_temp.staged_row');
      return summary;
    },
  };
}

/** One row by its columns. A refused row that is no fact has no identity yet. */
function columnsOf({ row, repairs, texts, refusals, fields, fact }: StagedFact): (string | undefined)[] {
  const said = fact && factColumns(fact.value);
  return [
    String(row),
    repairs && String(repairs.row),
    JSON.stringify(texts),
    refusals.length === 0 ? '[]' : jsonbText(refusals),
    fields && jsonbText(fields),
    fact && `\\x${hash('sha256', fact.content, 'hex')}`,
    ...[fact?.source, fact?.key, fact && ''],
    fact?.content,
    fact && formatDecimal(fact.size),
    said && jsonbText(said),
    ...[said?.company, said?.partner_id, said?.product],
  ];
}

type TallyRow = {
  readonly disposition: Disposition | null;
  readonly rows: number;
  readonly sum: string;
  readonly is_total: boolean;
};

/** Payments are added up as values, counts as quantities. */
async function summaryOf(
  session: Session,
  kind: FactKind,
  document: SourceDocument,
  batch: number,
): Promise<ImportSummary> {
  const rows = await session.query<TallyRow>(TALLIES, [session.tenant, document.id]);
  const reasons = await session.query<{ code: string; rows: number }>(REASONS);
  const tallyOf = (row: TallyRow | undefined): Tally => {
    const sum = row?.sum ?? '0';
    return {
      rows: row?.rows ?? 0,
      quantity: kind === 'stock' ? sum : '0',
      netValue: kind === 'stock' ? '0' : sum,
    };
  };
  const ends = DISPOSITIONS.map(
    (name) => [name, tallyOf(rows.find((row) => row.disposition === name))] as const,
  );
  return {
    document,
    batch,
    received: tallyOf(rows.find((row) => row.is_total)),
    dispositions: Object.fromEntries(ends) as ImportSummary['dispositions'],
    reasons: Object.fromEntries(reasons.map((row) => [row.code, row.rows])),
  };
}
