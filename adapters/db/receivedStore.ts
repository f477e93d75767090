import { isUuid } from '../../app/isUuid.ts';
import type { AppliedAlias } from '../../app/ports/aliasStore.ts';
import type {
  LastImport,
  QuarantinedRow,
  QuarantineFilter,
  QuarantineOutcome,
  ReceivedStore,
  StoredImport,
  UnknownName,
} from '../../app/ports/receivedStore.ts';
import type { ImportKind, SourceDocument } from '../../app/ports.ts';
import type { Disposition } from '../../core/fact/knownLines.ts';
import { IS_OPEN, NEXT_END } from './endQuarantined.ts';
import type { Session } from './session.ts';

const countOf = (condition: string) => `count(*) FILTER (WHERE ${condition})::int`;

/** Of the ends of a row the last one counts, unless the import that ended it was undone. */
const LAST_END = `
  SELECT e.outcome FROM quarantine_end e
  WHERE e.tenant_id = $1 AND e.document_id = q.document_id AND e.row_number = q.row_number
    AND (e.by_document_id IS NULL OR NOT EXISTS (
      SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = e.by_document_id))
  ORDER BY e.number DESC LIMIT 1`;

const IMPORTS = `
  SELECT d.id, d.source, d.name, d.sha256, d.bytes, d.columns, d.identity, d.parent_id, d.mapping_name,
    d.mapping_version, d.actor, d.kind, d.batch, b.recorded_at, u.batch AS undo_batch, u.reason AS undo_reason,
    u.actor AS undo_actor, c.*
  FROM source_document d
  JOIN batch b ON b.tenant_id = d.tenant_id AND b.number = d.batch
  LEFT JOIN import_undo u ON u.tenant_id = d.tenant_id AND u.document_id = d.id
  CROSS JOIN LATERAL (
    SELECT ${['accepted', 'duplicate', 'superseded', 'quarantined']
      .map((name) => `${countOf(`q.disposition = '${name}'`)} AS ${name}`)
      .join(', ')},
      ${['repaired', 'replayed', 'arrived', 'dismissed']
        .map((name) => `${countOf(`e.outcome = '${name}'`)} AS ${name}`)
        .join(', ')}
    FROM received_row q
    LEFT JOIN LATERAL (${LAST_END}) e ON q.disposition = 'quarantined'
    WHERE q.tenant_id = $1 AND q.document_id = d.id
  ) c
  WHERE d.tenant_id = $1`;

/** What an older program brought in has no count of its own. */
const LAST_IMPORT = `
  SELECT d.id, d.name, d.kind, b.recorded_at AS "recordedAt", coalesce(d.row_count, (
    SELECT count(*) FROM received_row r WHERE r.tenant_id = $1 AND r.document_id = d.id))::int AS rows
  FROM source_document d
  JOIN batch b ON b.tenant_id = d.tenant_id AND b.number = d.batch
  WHERE d.tenant_id = $1 AND d.parent_id IS NULL
  ORDER BY d.batch DESC, d.id DESC LIMIT 1`;

const FILTER = `
  q.tenant_id = $1 AND q.disposition = 'quarantined'
    AND ($2::uuid IS NULL OR q.document_id = $2)
    AND ($3::text IS NULL OR q.refusals @> jsonb_build_array(jsonb_build_object('code', $3::text)))
    AND ($4::int[] IS NULL OR q.row_number = ANY ($4))
    AND ($5::text IS NULL OR EXISTS (
      SELECT FROM source_document d WHERE d.tenant_id = $1 AND d.id = q.document_id AND d.kind = $5))`;

const QUARANTINED = `
  SELECT q.document_id AS document, q.row_number AS row, q.texts, q.fields, q.refusals, q.aliases
  FROM received_row q
  WHERE ${FILTER}
    AND ($6::uuid IS NULL OR (q.document_id, q.row_number) > ($6, $7::int))
    AND ($8 OR ${IS_OPEN})
  ORDER BY q.document_id, q.row_number LIMIT $9`;

const SAID_AGAIN_AS = `
  SELECT DISTINCT ON (e.row_number) e.row_number AS row, r.line
  FROM quarantine_end e
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = e.by_document_id AND r.row_number = e.by_row_number
  WHERE e.tenant_id = $1 AND e.document_id = $2 AND e.row_number = ANY ($3::int[])
    AND r.disposition <> 'quarantined'
    AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = e.by_document_id)
  ORDER BY e.row_number, e.number DESC`;

const WAITING = `
  SELECT d.id FROM source_document d
  WHERE d.tenant_id = $1 AND EXISTS (
    SELECT FROM received_row q WHERE q.tenant_id = $1 AND q.document_id = d.id AND ${IS_OPEN})
  ORDER BY d.batch, d.id`;

/** Corrections that wait for a line which somebody has said by now. */
const CORRECTING = `
  SELECT q.document_id AS id, min(d.batch) AS batch
  FROM received_row q
  JOIN source_document d ON d.tenant_id = $1 AND d.id = q.document_id
  WHERE q.tenant_id = $1 AND q.refusals @> '[{"code": "line-correction-unknown"}]' AND ${IS_OPEN}
    AND EXISTS (
      SELECT FROM line l WHERE l.tenant_id = $1 AND l.source = q.source
        AND l.document = q.fields ->> 'correctionOfDocument' AND l.line = q.fields ->> 'correctionOfLine')
  GROUP BY q.document_id ORDER BY min(d.batch), q.document_id`;

const UNKNOWN_NAMES = `
  SELECT n.kind, n.source, n.received, count(*)::int AS rows
  FROM (
    SELECT q.source, substring(refusal ->> 'code' FROM 'line-(.*)-unknown') AS kind,
      refusal -> 'facts' ->> 'value' AS received
    FROM received_row q
    JOIN source_document d ON d.tenant_id = $1 AND d.id = q.document_id AND d.kind = 'lines',
      jsonb_array_elements(q.refusals) AS refusal
    WHERE q.tenant_id = $1 AND ($2::uuid IS NULL OR q.document_id = $2)
      AND refusal ->> 'code' IN ('line-partner-unknown', 'line-product-unknown') AND ${IS_OPEN}
  ) n
  GROUP BY n.kind, n.source, n.received
  ORDER BY count(*) DESC, n.kind, n.source, n.received LIMIT $3`;

const REASONS = `
  SELECT reason.code, count(*)::int AS rows
  FROM (
    SELECT DISTINCT q.document_id, q.row_number, refusal ->> 'code' AS code
    FROM received_row q, jsonb_array_elements(q.refusals) AS refusal
    WHERE q.tenant_id = $1 AND ($2::uuid IS NULL OR q.document_id = $2) AND ${IS_OPEN}
  ) reason
  GROUP BY reason.code ORDER BY reason.code`;

const DISMISS = `
  INSERT INTO quarantine_end (tenant_id, document_id, row_number, number, outcome, reason, actor, ended_at)
  SELECT $1, q.document_id, q.row_number, ${NEXT_END}, 'dismissed', $6, $7, $8
  FROM received_row q
  WHERE ${FILTER} AND ${IS_OPEN}
  RETURNING row_number`;

export function receivedStore(session: Session): ReceivedStore {
  const { tenant } = session;
  return {
    imports: async ({ limit, before }) => {
      const rows = await session.query<ImportRow>(
        `${IMPORTS} AND ($2::bigint IS NULL OR d.batch < $2) ORDER BY d.batch DESC, d.id DESC LIMIT $3`,
        [tenant, before ?? null, limit],
      );
      return rows.map(toImport);
    },
    import: async (id) => {
      const [row] = await session.query<ImportRow>(`${IMPORTS} AND d.id = $2`, [tenant, idOf(id)]);
      return row && toImport(row);
    },
    lastImport: async () => (await session.query<LastImport>(LAST_IMPORT, [tenant]))[0],
    quarantined: async (filter, { limit, after }) => {
      const rows = await session.query<QuarantineRow>(QUARANTINED, [
        tenant,
        ...filterOf(filter),
        ...[after?.document ?? null, after?.row ?? null, filter.withEnded ?? false, limit],
      ]);
      return rows.map(toQuarantined);
    },
    dispositions: async (document) => {
      const rows = await session.query<{ row: number; disposition: Disposition }>(
        `SELECT coalesce(parent_row, row_number) AS row, disposition FROM received_row
         WHERE tenant_id = $1 AND document_id = $2`,
        [tenant, document],
      );
      return new Map(rows.map(({ row, disposition }) => [row, disposition]));
    },
    saidAgainAs: async (document, asked) => {
      const rows = await session.query<{ row: number; line: string }>(SAID_AGAIN_AS, [
        tenant,
        document,
        asked,
      ]);
      return new Map(rows.map(({ row, line }) => [row, line]));
    },
    waiting: async () => {
      const rows = await session.query<{ id: string }>(WAITING, [tenant]);
      return rows.map(({ id }) => id);
    },
    correcting: async () => {
      const rows = await session.query<{ id: string }>(CORRECTING, [tenant]);
      return rows.map(({ id }) => id);
    },
    aliasesOf: (document) =>
      session.query<{ row: number; aliases: readonly AppliedAlias[] }>(
        `SELECT row_number AS row, aliases FROM received_row
         WHERE tenant_id = $1 AND document_id = $2 AND aliases IS NOT NULL ORDER BY row_number`,
        [tenant, document],
      ),
    unknownNames: ({ import: document, limit }) =>
      session.query<UnknownName>(UNKNOWN_NAMES, [tenant, idOf(document), limit]),
    reasons: async (document) => {
      const rows = await session.query<{ code: string; rows: number }>(REASONS, [tenant, idOf(document)]);
      return Object.fromEntries(rows.map((row) => [row.code, row.rows]));
    },
    dismiss: async (filter, { reason, actor, at }) =>
      (await session.query(DISMISS, [tenant, ...filterOf(filter), reason, actor, at])).length,
  };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What can be no id of ours is not there, like one that nobody has; null where none was asked for. */
function idOf(document: string | undefined): string | null {
  if (document === undefined) return null;
  return isUuid(document) ? document : NOBODY;
}

function filterOf({ document, code, rows, kind }: QuarantineFilter) {
  return [idOf(document), code ?? null, rows ?? null, kind ?? null] as const;
}

type QuarantineRow = { [name in keyof QuarantinedRow]: QuarantinedRow[name] | null };

function toQuarantined(row: QuarantineRow): QuarantinedRow {
  const present = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(present) as QuarantinedRow;
}

type ImportRow = Readonly<Record<Disposition | QuarantineOutcome, number>> & {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: bigint;
  readonly columns: readonly string[];
  readonly identity: SourceDocument['identity'];
  readonly kind: ImportKind;
  readonly parent_id: string | null;
  readonly mapping_name: string | null;
  readonly mapping_version: number | null;
  readonly actor: string | null;
  readonly batch: bigint;
  readonly recorded_at: Date;
  readonly undo_batch: bigint | null;
  readonly undo_reason: string | null;
  readonly undo_actor: string | null;
};

function toImport(row: ImportRow): StoredImport {
  const { accepted, duplicate, superseded, quarantined, repaired, replayed, arrived, dismissed } = row;
  const isUndone = row.undo_batch !== null;
  return {
    document: toDocument(row),
    batch: Number(row.batch),
    recordedAt: row.recorded_at,
    rows: { accepted, duplicate, superseded, quarantined },
    open: isUndone ? 0 : quarantined - repaired - replayed - arrived - dismissed,
    ended: { repaired, replayed, arrived, dismissed },
    ...(isUndone && {
      undone: {
        batch: Number(row.undo_batch),
        reason: row.undo_reason ?? '',
        actor: row.undo_actor ?? '',
      },
    }),
  };
}

function toDocument(row: ImportRow): SourceDocument {
  const { id, source, name, sha256, columns, identity, kind, mapping_name: mapping, mapping_version } = row;
  return {
    ...{ id, source, name, sha256, bytes: Number(row.bytes), columns, identity, kind },
    ...(row.parent_id !== null && { parent: row.parent_id }),
    ...(mapping !== null &&
      mapping_version !== null && { mapping: { name: mapping, version: mapping_version } }),
    actor: row.actor ?? '',
  };
}
