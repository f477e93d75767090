import { masterOf } from '../../app/masterOf.ts';
import type { MasterRow, MasterStore } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Master } from '../../core/master/master.ts';
import type { Session } from './session.ts';

/** The rows of $2 that say something else than the last version of the same first day. */
const CHANGES = `
  SELECT r.position, r.kind, r.code, r.valid_from, r.name, r.attributes
  FROM json_to_recordset($2::json)
    AS r (position int, kind text, code text, valid_from date, name text, attributes jsonb)
  LEFT JOIN (
    SELECT DISTINCT ON (kind, code, valid_from) kind, code, valid_from, name, attributes
    FROM master_version WHERE tenant_id = $1
    ORDER BY kind, code, valid_from, batch DESC
  ) k ON k.kind = r.kind AND k.code = r.code AND k.valid_from = r.valid_from
  WHERE k.code IS NULL OR k.name <> r.name OR k.attributes <> r.attributes`;

const KNOWN_AT = `
  SELECT DISTINCT ON (kind, code, valid_from) kind, code, nullif(valid_from, '-infinity') AS first_day,
    name, attributes
  FROM master_version WHERE tenant_id = $1 AND batch <= $2
  ORDER BY kind, code, valid_from, batch DESC`;

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

function toMaster(rows: readonly VersionRow[]): Master {
  return masterOf(
    rows.map(({ kind, code, first_day: validFrom, name, attributes }) => {
      return { kind, code, name, ...(validFrom !== null && { validFrom }), attributes };
    }),
  );
}
