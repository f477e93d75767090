import type { MasterTakenBack, NamedOrphan } from '../../app/ports/masterChange.ts';
import type { Undone, UndoStore } from '../../app/ports/undoStore.ts';
import type { MasterRow } from '../../app/ports.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { stands } from './masterStanding.ts';
import type { Session } from './session.ts';
import { INSERT_UNDO } from './undoStore.ts';

const KEY = 'kind, code, valid_from';

/** The day that stands in the key of a received row, kind and code before it. */
const said = (part: number) => `split_part(r.document, E'\\x1f', ${part})`;

/**
 * The next word on each version of which the undone imports said something, wherever the last one is not what the last
 * of the others says: its content once more, or, where none of them says anything, that the version is known no more.
 * What was written by hand, and by no import, always stands; what an undo has repeated is nobody's own word. A row that was
 * known already says the version that it was counted as.
 */
const TAKE_BACK = `
  WITH gone AS (
    SELECT d.id, d.batch FROM import_undo u
    JOIN source_document d ON d.tenant_id = $1 AND d.id = u.document_id AND d.kind = 'master'
    WHERE u.tenant_id = $1 AND u.batch = $2
  ), affected AS (
    SELECT v.kind, v.code, v.valid_from FROM gone g JOIN master_version v ON v.tenant_id = $1 AND v.batch = g.batch
    UNION
    SELECT ${said(1)}, ${said(2)}, ${said(3)}::date FROM gone g
    JOIN received_row r ON r.tenant_id = $1 AND r.document_id = g.id
    WHERE r.disposition = 'duplicate'
  ), version AS (
    SELECT v.*, row_number() OVER (PARTITION BY ${KEY} ORDER BY v.batch) AS revision
    FROM affected a JOIN master_version v USING (${KEY}) WHERE v.tenant_id = $1
  ), current AS (
    SELECT DISTINCT ON (${KEY}) * FROM version ORDER BY ${KEY}, batch DESC
  ), word AS (
    SELECT DISTINCT ON (${KEY}) ${KEY}, revision FROM (
      SELECT ${KEY}, v.revision, v.batch AS said_at FROM version v
      WHERE NOT v.withdrawn
        AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.batch = v.batch)
        AND NOT EXISTS (
          SELECT FROM source_document d JOIN import_undo u ON u.tenant_id = $1 AND u.document_id = d.id
          WHERE d.tenant_id = $1 AND d.batch = v.batch AND d.kind = 'master')
      UNION ALL
      SELECT a.kind, a.code, a.valid_from, r.revision, d.batch FROM affected a
      JOIN received_row r ON r.tenant_id = $1 AND r.source = 'master' AND r.line = '' AND r.disposition = 'duplicate'
        AND r.document = concat_ws(E'\\x1f', a.kind, a.code, a.valid_from)
      JOIN source_document d ON d.tenant_id = $1 AND d.id = r.document_id
      WHERE NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = d.id)
    ) s ORDER BY ${KEY}, said_at DESC, revision DESC
  ), written AS (
    INSERT INTO master_version (tenant_id, ${KEY}, batch, name, attributes, withdrawn)
    SELECT $1, c.kind, c.code, c.valid_from, $2, coalesce(o.name, c.name), coalesce(o.attributes, c.attributes),
      o.code IS NULL
    FROM current c
    LEFT JOIN word s USING (${KEY})
    LEFT JOIN version o ON o.kind = s.kind AND o.code = s.code AND o.valid_from = s.valid_from AND o.revision = s.revision
    WHERE CASE
      WHEN o.code IS NULL THEN NOT c.withdrawn
      ELSE c.withdrawn OR c.name <> o.name OR c.attributes <> o.attributes
    END
    RETURNING withdrawn
  )
  SELECT count(*) FILTER (WHERE withdrawn)::int AS withdrawn, count(*) FILTER (WHERE NOT withdrawn)::int AS restored
  FROM written`;

/** Takes back what an import of master data, and the repairs of its rows, said. */
export async function undoMaster(
  session: Session,
  { document, batch, reason, actor }: Parameters<UndoStore['undo']>[0],
): Promise<Undone> {
  await session.query(INSERT_UNDO, [session.tenant, document, batch, reason, actor]);
  const [undone] = await session.query<Undone>(TAKE_BACK, [session.tenant, batch]);
  return undone ?? { withdrawn: 0, restored: 0 };
}

/** What an undo wrote, beside the word before it. */
const TAKEN_BACK = `
  SELECT v.kind, v.code, nullif(v.valid_from, '-infinity') AS first_day, v.withdrawn, v.name, v.attributes,
    b.name AS old_name, b.attributes AS old_attributes
  FROM master_version v
  JOIN LATERAL (
    SELECT m.name, m.attributes FROM master_version m
    WHERE m.tenant_id = $1 AND m.kind = v.kind AND m.code = v.code AND m.valid_from = v.valid_from AND m.batch < v.batch
    ORDER BY m.batch DESC LIMIT 1
  ) b ON true
  WHERE v.tenant_id = $1 AND v.batch = $2
  ORDER BY v.kind, v.code, v.valid_from LIMIT $3`;

type TakenRow = {
  readonly kind: MasterRow['kind'];
  readonly code: string;
  readonly first_day: LocalDate | null;
  readonly withdrawn: boolean;
  readonly name: string;
  readonly attributes: MasterRow['attributes'];
  readonly old_name: string;
  readonly old_attributes: MasterRow['attributes'];
};

export async function masterTakenBack(
  session: Session,
  batch: number,
  limit: number,
): Promise<readonly MasterTakenBack[]> {
  const rows = await session.query<TakenRow>(TAKEN_BACK, [session.tenant, batch, limit]);
  return rows.map(({ kind, code, first_day, withdrawn, name, attributes, old_name, old_attributes }) => ({
    ...{ kind, code, ...(first_day !== null && { validFrom: first_day }) },
    before: { name: old_name, attributes: old_attributes },
    ...(!withdrawn && { after: { name, attributes } }),
  }));
}

/** Lines that stand and name, in a column, what nobody says any more. */
const orphans = (kind: 'partner' | 'product', column: string) => `
  SELECT o.kind, o.code, count(*)::int AS lines
  FROM (
    SELECT DISTINCT v.kind, v.code FROM master_version v
    WHERE v.tenant_id = $1 AND v.batch = $2 AND v.kind = '${kind}' AND v.withdrawn
      AND NOT EXISTS (
        SELECT FROM master_version m
        WHERE m.tenant_id = $1 AND m.kind = v.kind AND m.code = v.code AND ${stands('m')})
  ) o
  JOIN line l ON l.tenant_id = $1 AND l.${column} = o.code
  WHERE l.withdrawn IS NULL AND NOT EXISTS (
    SELECT FROM line n
    WHERE n.tenant_id = $1 AND n.source = l.source AND n.document = l.document AND n.line = l.line
      AND n.revision > l.revision)
  GROUP BY o.kind, o.code`;

const ORPHANS = `${orphans('partner', 'partner_id')} UNION ALL ${orphans('product', 'product')}
  ORDER BY kind, code LIMIT $3`;

export function namedOrphans(
  session: Session,
  batch: number,
  limit: number,
): Promise<readonly NamedOrphan[]> {
  return session.query<NamedOrphan>(ORPHANS, [session.tenant, batch, limit]);
}
