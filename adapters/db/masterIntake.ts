import type { MasterRow } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { quarantineRepeated } from './quarantineStaged.ts';

/** What a row of master data says, as it stands in staging. */
export function masterSaid({ kind, code, name, validFrom, attributes }: MasterRow) {
  const first = validFrom === undefined ? '-infinity' : formatDate(validFrom);
  return { kind, code, name, valid_from: first, attributes };
}

/** A version has no number: it is as many as were known of the same first day. */
const LAST = `
  SELECT count(*) OVER ()::int AS revision,
    NOT m.withdrawn AND m.name = s.said ->> 'name' AND m.attributes = s.said -> 'attributes' AS is_same,
    m.batch > $3 AND NOT m.withdrawn AND NOT EXISTS (
      SELECT FROM source_document d WHERE d.tenant_id = $1 AND d.batch = m.batch AND d.sha256 = $4
    ) AS is_newer
  FROM master_version m
  WHERE m.tenant_id = $1 AND m.kind = s.said ->> 'kind' AND m.code = s.said ->> 'code'
    AND m.valid_from = (s.said ->> 'valid_from')::date
  ORDER BY m.batch DESC LIMIT 1`;

const INSERT = `
  INSERT INTO master_version (tenant_id, kind, code, valid_from, batch, name, attributes)
  SELECT $1, v.kind, v.code, v.valid_from, $3, v.name, v.attributes
  FROM pg_temp.staged_row s
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = $2 AND r.row_number = s.row_number
  CROSS JOIN LATERAL jsonb_to_record(s.said)
    AS v (kind text, code text, valid_from date, name text, attributes jsonb)
  WHERE r.disposition = 'accepted'`;

/** How master data is brought in by the intake of facts; it has no quantities or values to add up. */
export const MASTER_KEPT = {
  last: LAST,
  insert: INSERT,
  repeated: quarantineRepeated(
    'row',
    `'code', s.said ->> 'code', 'first', concat('row ', r.first)`,
    'master-version-repeated',
  ),
  sums: { quantity: '0::numeric', netValue: '0::numeric' },
};

/** What may close a round; nothing where no row names one above it. */
export const TREE_ROWS = `
  SELECT s.row_number AS row, s.said ->> 'kind' AS kind, s.said ->> 'code' AS code,
    nullif((s.said ->> 'valid_from')::date, '-infinity') AS first_day, s.said -> 'attributes' ->> 'parent' AS parent
  FROM pg_temp.staged_row s
  WHERE s.content_sha256 IS NOT NULL AND s.refusals = '[]' AND s.said ->> 'kind' IN ('partner', 'category')
    AND EXISTS (SELECT FROM pg_temp.staged_row p WHERE p.said -> 'attributes' ->> 'parent' <> '')
  ORDER BY s.row_number`;

/**
 * What an import made known: of each row the version that it says, and the one that was in force on its
 * first day before, or the first one where it comes before all. Of several versions of something new, the
 * first makes it known. Each limit keeps a question one look into the key: the planner does not know yet how many
 * versions a file of today has, and would go through all of them for each.
 */
export const CHANGES_BY = `
  SELECT r.row_number AS row, v.kind, v.code, nullif(v.valid_from, '-infinity') AS first_day, v.name, v.attributes,
    k.name AS old_name, k.attributes AS old_attributes,
    CASE
      WHEN k.valid_from = v.valid_from THEN 'correctedVersion'
      WHEN k.code IS NULL AND row_number() OVER (
        PARTITION BY v.kind, v.code, k.code IS NULL ORDER BY r.row_number) = 1 THEN 'newThing'
      ELSE 'newVersion'
    END AS change
  FROM received_row r
  JOIN source_document d ON d.tenant_id = $1 AND d.id = r.document_id
  JOIN LATERAL (
    SELECT m.* FROM master_version m
    WHERE m.tenant_id = $1 AND m.kind = split_part(r.document, E'\\x1f', 1)
      AND m.code = split_part(r.document, E'\\x1f', 2) AND m.valid_from = split_part(r.document, E'\\x1f', 3)::date
      AND m.batch = d.batch
    LIMIT 1
  ) v ON true
  LEFT JOIN LATERAL (
    SELECT m.* FROM master_version m
    WHERE m.tenant_id = $1 AND m.kind = v.kind AND m.code = v.code AND m.batch < v.batch AND NOT m.withdrawn
      AND NOT EXISTS (
        SELECT FROM master_version later
        WHERE later.tenant_id = $1 AND later.kind = m.kind AND later.code = m.code
          AND later.valid_from = m.valid_from AND later.batch > m.batch AND later.batch < v.batch)
    ORDER BY m.valid_from <= v.valid_from DESC, CASE WHEN m.valid_from <= v.valid_from THEN m.valid_from END DESC,
      m.valid_from, m.batch DESC
    LIMIT 1
  ) k ON true
  WHERE r.tenant_id = $1 AND r.document_id = $2 AND r.disposition = 'accepted'`;
