import type { Alias, AliasKind, AliasStore } from '../../app/ports/aliasStore.ts';
import type { Session } from './session.ts';

const CURRENT = `
  SELECT DISTINCT ON (kind, source, received) kind, source, received, code
  FROM alias WHERE tenant_id = $1 AND ($2::text IS NULL OR source = $2)
  ORDER BY kind, source, received, batch DESC`;

export function aliasStore(session: Session): AliasStore {
  return {
    current: async (source) => {
      const rows = await session.query<{
        kind: AliasKind;
        source: string;
        received: string;
        code: string | null;
      }>(CURRENT, [session.tenant, source ?? null]);
      return rows.flatMap(({ code, ...alias }) => (code === null ? [] : [{ ...alias, code }]));
    },
    append: async (aliases, batch) => {
      await session.query(
        `INSERT INTO alias (tenant_id, kind, source, received, batch, code)
         SELECT $1, a.kind, a.source, a.received, $3, a.code
         FROM json_to_recordset($4::json) AS a (kind text, source text, received text, code text)
         LEFT JOIN (${CURRENT}) k ON k.kind = a.kind AND k.source = a.source AND k.received = a.received
         WHERE k.code IS DISTINCT FROM a.code`,
        [session.tenant, null, batch, JSON.stringify(aliases satisfies readonly Alias[])],
      );
    },
  };
}
