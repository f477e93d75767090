import { hash } from 'node:crypto';
import type { FactStore, StagedFact } from '../../app/ports/factStore.ts';
import { endQuarantined } from './endQuarantined.ts';
import { FACT_TABLES, factColumns, namesOf } from './factColumns.ts';
import { importSummary } from './importSummary.ts';
import { nameRefused, quarantineRepeated, quarantineUnknown, UNKNOWN } from './quarantineStaged.ts';
import { dropRefused, firstBatch, receiveStaged } from './receiveStaged.ts';
import type { Session } from './session.ts';
import { analyzeStaging, copyStaged, jsonbText } from './stagedRows.ts';

/**
 * The identity of a fact stands where a line has its document, since no document holds the character
 * that joins its parts.
 */
const STAGED = `row_number, parent_row, texts, refusals, fields, content_sha256, content, said,
  source, document, line, company, partner_id, product`;

const lastFact = (table: string) => `
  SELECT f.revision, NOT f.withdrawn AND f.content = s.content AS is_same,
    f.batch > $3 AND NOT f.withdrawn AND NOT EXISTS (
      SELECT FROM source_document d WHERE d.tenant_id = $1 AND d.id = f.document_id AND d.sha256 = $4
    ) AS is_newer
  FROM ${table} f WHERE f.tenant_id = $1 AND f.key = s.document
  ORDER BY f.revision DESC LIMIT 1`;

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

/** Our own stock has no partner. */
const UNKNOWN_IN_STOCK: readonly string[] = [
  quarantineUnknown('company', 'company', UNKNOWN.company),
  `${quarantineUnknown('partner', 'partner_id', UNKNOWN.partner)} AND s.partner_id <> ''`,
  quarantineUnknown('product', 'product', UNKNOWN.product),
];

const REPEATED = quarantineRepeated(
  'row',
  `'document', coalesce(s.said ->> 'payment', s.partner_id, ''),
   'line', coalesce(s.said ->> 'document', s.product, '')`,
);

export function factImport(
  session: Session,
): Pick<FactStore, 'stage' | 'quarantineUnknown' | 'dropRefused' | 'commit'> {
  return {
    stage: (rows) => copyStaged(session, STAGED, rows, columnsOf),
    quarantineUnknown: async (kind) => {
      await analyzeStaging(session);
      if (kind === 'payments') return;
      for (const refuseUnknown of UNKNOWN_IN_STOCK) await session.query(refuseUnknown, [session.tenant]);
    },
    dropRefused: async () => {
      await session.query(REPEATED);
      return dropRefused(session);
    },
    commit: async (kind, said, batch, options) => {
      const document = { ...said, kind };
      const { table, typed, sums } = FACT_TABLES[kind];
      const first = await firstBatch(session, document, batch);
      await session.query(REPEATED);
      await nameRefused(session, document);
      await receiveStaged(session, document, { batch, first, last: lastFact(table) });
      await session.query(insertFacts(table, typed), [session.tenant, document.id, batch]);
      await endQuarantined(session, document, { ...options, documents: 'parts' });
      const summary = await importSummary(session, document, batch, sums);
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
    fact?.content,
    said && jsonbText(said),
    ...[fact?.source, fact?.key, fact && ''],
    ...[said?.company, said?.partner_id, said?.product],
  ];
}
