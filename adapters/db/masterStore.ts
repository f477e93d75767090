import { masterOf } from '../../app/masterOf.ts';
import { MASTER_CHANGES, type MasterChangeKind } from '../../app/ports/masterChange.ts';
import type { MasterRow, MasterStore } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Master } from '../../core/master/master.ts';
import { CHANGES_BY } from './masterIntake.ts';
import type { Session } from './session.ts';
import { masterTakenBack, namedOrphans, undoMaster } from './undoMaster.ts';

/** The rows of $2 that say something else than the last version of the same first day. */
const CHANGES = `
  SELECT r.position, r.kind, r.code, r.valid_from, r.name, r.attributes
  FROM json_to_recordset($2::json)
    AS r (position int, kind text, code text, valid_from date, name text, attributes jsonb)
  LEFT JOIN LATERAL (
    SELECT v.code, v.name, v.attributes, v.withdrawn FROM master_version v
    WHERE v.tenant_id = $1 AND v.kind = r.kind AND v.code = r.code AND v.valid_from = r.valid_from
    ORDER BY v.batch DESC LIMIT 1
  ) k ON true
  WHERE k.code IS NULL OR k.withdrawn OR k.name <> r.name OR k.attributes <> r.attributes`;

const KNOWN_AT = `
  SELECT kind, code, first_day, name, attributes FROM (
    SELECT DISTINCT ON (kind, code, valid_from) kind, code, nullif(valid_from, '-infinity') AS first_day,
      name, attributes, withdrawn
    FROM master_version WHERE tenant_id = $1 AND batch <= $2
    ORDER BY kind, code, valid_from, batch DESC
  ) v WHERE NOT withdrawn`;

/** Before its first version a thing is described by that one, as in calculations. */
const PAGE = `
  SELECT DISTINCT ON (kind, code) kind, code, nullif(valid_from, '-infinity') AS first_day, name, attributes, batch
  FROM (
    SELECT DISTINCT ON (kind, code, valid_from) kind, code, valid_from, name, attributes, batch, withdrawn
    FROM master_version
    WHERE tenant_id = $1 AND batch <= $2
      AND ($4::text IS NULL OR kind = $4) AND ($5::text[] IS NULL OR code = ANY ($5))
      AND ($6::text IS NULL OR (kind, code) > ($6, $7))
      AND ($9::text IS NULL OR strpos(lower(code), lower($9)) > 0 OR strpos(lower(name), lower($9)) > 0)
    ORDER BY kind, code, valid_from, batch DESC
  ) v WHERE NOT withdrawn
  ORDER BY kind, code, valid_from <= $3 DESC, CASE WHEN valid_from <= $3 THEN valid_from END DESC, valid_from
  LIMIT $8`;

const VERSIONS = `
  SELECT v.kind, v.code, nullif(v.valid_from, '-infinity') AS first_day, v.name, v.attributes, v.batch, v.withdrawn, b.known_on
  FROM master_version v JOIN batch b ON b.tenant_id = v.tenant_id AND b.number = v.batch
  WHERE v.tenant_id = $1 AND v.kind = $2 AND v.code = $3
  ORDER BY v.batch, v.valid_from`;

export function masterStore(session: Session): MasterStore {
  return {
    changes: async (rows) => {
      const found = await session.query<{ position: number }>(`SELECT c.position FROM (${CHANGES}) c`, [
        session.tenant,
        asJson(rows),
      ]);
      const changed = new Set(found.map((row) => row.position));
      return rows.filter((_, position) => changed.has(position));
    },
    append: async (rows, batch) => {
      // Compared once more: another load may have said the same while the batch was waited for.
      await session.query(
        `INSERT INTO master_version (tenant_id, kind, code, valid_from, batch, name, attributes)
         SELECT $1, c.kind, c.code, c.valid_from, $3, c.name, c.attributes FROM (${CHANGES}) c`,
        [session.tenant, asJson(rows), batch],
      );
    },
    changesBy: async (document, limit) => {
      const found = await session.query<ChangeRow>(
        `SELECT c.*, ${MASTER_CHANGES.map(
          (change) => `(count(*) FILTER (WHERE c.change = '${change}') OVER ())::int AS "${change}"`,
        ).join(', ')}
         FROM (${CHANGES_BY}) c ORDER BY c.row LIMIT $3`,
        [session.tenant, document, limit],
      );
      const [{ newThing, newVersion, correctedVersion } = NO_CHANGES] = found;
      return {
        counts: { newThing, newVersion, correctedVersion },
        rows: found.map(toPair),
      };
    },
    page: async ({ effective, batch, kind, codes, text, after, limit }) => {
      const asOf = [session.tenant, batch, formatDate(effective)];
      const filter = [
        kind ?? null,
        codes ?? null,
        after?.kind ?? null,
        after?.code ?? null,
        limit,
        text ?? null,
      ];
      const rows = await session.query<KnownRow>(PAGE, [...asOf, ...filter]);
      return rows.map((row) => ({ ...toRow(row), batch: Number(row.batch) }));
    },
    versions: async (kind, code) => {
      const rows = await session.query<SaidRow>(VERSIONS, [...[session.tenant, kind, code]]);
      return rows.map(({ known_on: knownOn, withdrawn: isWithdrawn, ...row }) => ({
        ...{ ...toRow(row), batch: Number(row.batch), knownOn, isWithdrawn },
      }));
    },
    undo: (entry) => undoMaster(session, entry),
    takenBackBy: (batch, limit) => masterTakenBack(session, batch, limit),
    namedOrphans: (batch, limit) => namedOrphans(session, batch, limit),
    knownAt: async (batch) => toMaster(await session.query<VersionRow>(KNOWN_AT, [session.tenant, batch])),
  };
}

function asJson(rows: readonly MasterRow[]): string {
  return JSON.stringify(
    rows.map(({ kind, code, name, validFrom, attributes }, position) => ({
      position,
      kind,
      code,
      name,
      valid_from: validFrom === undefined ? '-infinity' : formatDate(validFrom),
      attributes,
    })),
  );
}

type VersionRow = {
  readonly kind: MasterRow['kind'];
  readonly code: string;
  readonly first_day: LocalDate | null;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
};

const NO_CHANGES = { newThing: 0, newVersion: 0, correctedVersion: 0 };

/** With how many rows change what, the same in each row. */
type ChangeRow = VersionRow &
  Readonly<Record<MasterChangeKind, number>> & {
    readonly row: number;
    readonly change: MasterChangeKind;
    readonly old_name: string | null;
    readonly old_attributes: VersionRow['attributes'] | null;
  };

type KnownRow = VersionRow & { readonly batch: bigint };
type SaidRow = KnownRow & { readonly known_on: LocalDate; readonly withdrawn: boolean };

function toMaster(rows: readonly VersionRow[]): Master {
  return masterOf(rows.map(toRow));
}

function toRow({ kind, code, first_day: validFrom, name, attributes }: VersionRow): MasterRow {
  return { kind, code, name, ...(validFrom !== null && { validFrom }), attributes };
}

function toPair({ row, change, old_name: name, old_attributes: attributes, ...version }: ChangeRow) {
  const before = name !== null && attributes !== null && { before: { name, attributes } };
  return { row, change, version: toRow(version), ...before };
}
