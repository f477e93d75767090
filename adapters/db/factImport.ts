import { hash } from 'node:crypto';
import type { FactStore, StagedFact, StagedKind, TreeRow } from '../../app/ports/factStore.ts';
import { endQuarantined } from './endQuarantined.ts';
import { FACT_TABLES, factColumns, namesOf } from './factColumns.ts';
import { type ControlSums, importSummary } from './importSummary.ts';
import { MASTER_KEPT, masterSaid, TREE_ROWS } from './masterIntake.ts';
import { nameRefused, quarantineRepeated, quarantineUnknown } from './quarantineStaged.ts';
import { dropRefused, firstBatch, receiveStaged } from './receiveStaged.ts';
import type { Session } from './session.ts';
import { analyzeStaging, copyStaged, jsonbText } from './stagedRows.ts';

/**
 * The identity of a fact stands where a line has its document, since no document holds the character
 * that joins its parts.
 */
const STAGED = [
  ...['row_number', 'parent_row', 'texts', 'refusals', 'fields', 'content_sha256', 'content', 'said'],
  ...['source', 'document', 'line', 'company', 'partner_id', 'product'],
];

const lastFact = (table: string) => `
  SELECT f.revision, NOT f.withdrawn AND f.content = s.content AS is_same,
    f.batch > $3 AND NOT f.withdrawn AND NOT EXISTS (
      SELECT FROM source_document d WHERE d.tenant_id = $1 AND d.id = f.document_id AND d.sha256 = $4
    ) AS is_newer
  FROM ${table} f WHERE f.tenant_id = $1 AND f.key = s.document
  ORDER BY f.revision DESC LIMIT 1`;

/** What a kind of facts is: its table, and how its last revision is looked up and the next one written. */
type Kept = {
  readonly last: string;
  readonly insert: string;
  readonly repeated: string;
  readonly sums: ControlSums;
};

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
  quarantineUnknown('company', 'company'),
  `${quarantineUnknown('partner', 'partner_id')} AND s.partner_id <> ''`,
  quarantineUnknown('product', 'product'),
];

const REPEATED = quarantineRepeated(
  'row',
  `'document', coalesce(s.said ->> 'payment', s.partner_id, ''),
   'line', coalesce(s.said ->> 'document', s.product, '')`,
);

function keptOf(kind: StagedKind): Kept {
  if (kind === 'master') return MASTER_KEPT;
  const { table, typed, sums } = FACT_TABLES[kind];
  return { last: lastFact(table), insert: insertFacts(table, typed), repeated: REPEATED, sums };
}

/** Writes refusals to staged rows; another kind of check has found them. */
const REFUSE = `
  UPDATE pg_temp.staged_row s SET refusals = s.refusals || r.refusals
  FROM json_to_recordset($1::json) AS r (row int, refusals jsonb) WHERE s.row_number = r.row`;

export function factImport(
  session: Session,
): Pick<FactStore, 'stage' | 'quarantineUnknown' | 'treeRows' | 'refuse' | 'dropRefused' | 'commit'> {
  return {
    stage: (rows) => copyStaged(session, STAGED, rows, columnsOf),
    quarantineUnknown: async (kind) => {
      await analyzeStaging(session);
      await session.query(keptOf(kind).repeated);
      if (kind !== 'stock') return;
      for (const refuseUnknown of UNKNOWN_IN_STOCK) await session.query(refuseUnknown, [session.tenant]);
    },
    dropRefused: () => dropRefused(session),
    treeRows: () => session.query<TreeRow>(TREE_ROWS),
    refuse: async (rows) => {
      if (rows.length > 0) await session.query(REFUSE, [jsonbText(rows)]);
    },
    commit: async (kind, said, batch, options) => {
      const document = { ...said, kind };
      const { last, insert, sums } = keptOf(kind);
      const first = await firstBatch(session, document, batch);
      await nameRefused(session, document);
      await receiveStaged(session, document, { batch, first, last });
      await session.query(insert, [session.tenant, document.id, batch]);
      await endQuarantined(session, document, { ...options, documents: 'parts' });
      const summary = await importSummary(session, document, batch, sums);
      await session.query('DROP TABLE pg_temp.staged_row');
      return summary;
    },
  };
}

/** One row by its columns. A refused row that is no fact has no identity yet. */
function columnsOf({
  row,
  repairs,
  texts,
  refusals,
  fields,
  fact,
  identity,
}: StagedFact): (string | undefined)[] {
  const said = fact && saidIn(fact.value);
  const known = fact ?? identity;
  return [
    String(row),
    repairs && String(repairs.row),
    JSON.stringify(texts),
    refusals.length === 0 ? '[]' : jsonbText(refusals),
    fields && jsonbText(fields),
    fact && `\\x${hash('sha256', fact.content, 'hex')}`,
    fact?.content,
    said && jsonbText(said),
    ...[known?.source, known?.key, known && ''],
    ...['company', 'partner_id', 'product'].map((name) => textOf(said?.[name])),
  ];
}

function saidIn(value: NonNullable<StagedFact['fact']>['value']): Readonly<Record<string, unknown>> {
  return 'attributes' in value ? masterSaid(value) : factColumns(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
