import type { Mapping, MappingStore } from '../../app/ports/mappingStore.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Session } from './session.ts';

const LAST = `
  SELECT DISTINCT ON (m.name) m.name, m.version, m.fingerprint, m.text, m.actor, m.recorded_at
  FROM mapping m WHERE m.tenant_id = $1
  ORDER BY m.name, m.version DESC`;

/** Two that save at once: one of them fails on the key, and looks again. */
const RECORD = `
  INSERT INTO mapping (tenant_id, name, version, sha256, fingerprint, text, actor, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

export function mappingStore(session: Session): MappingStore {
  const { tenant } = session;
  return {
    record: async ({ name, text, sha256, fingerprint, actor, at }) => {
      const [last] = await session.query<{ version: number; sha256: string; fingerprint: string | null }>(
        `SELECT version, sha256, fingerprint FROM mapping WHERE tenant_id = $1 AND name = $2
         ORDER BY version DESC LIMIT 1`,
        [tenant, name],
      );
      const isKnownHeader = fingerprint === undefined || last?.fingerprint === fingerprint;
      if (last?.sha256 === sha256 && isKnownHeader) return { version: last.version, isNew: false };
      const version = (last?.version ?? 0) + 1;
      await session.query(RECORD, [tenant, name, version, sha256, fingerprint ?? null, text, actor, at]);
      return { version, isNew: true };
    },
    all: async () => (await session.query<Row>(LAST, [tenant])).map(toMapping),
    get: async (name, version) => {
      const [row] = await session.query<Row>(
        `SELECT name, version, fingerprint, text, actor, recorded_at FROM mapping
         WHERE tenant_id = $1 AND name = $2 AND ($3::int IS NULL OR version = $3)
         ORDER BY version DESC LIMIT 1`,
        [tenant, name, version ?? null],
      );
      return row && toMapping(row);
    },
    forHeader: async (fingerprint) => {
      const rows = await session.query<Row>(
        `SELECT l.* FROM (${LAST}) l
         WHERE EXISTS (SELECT FROM mapping s WHERE s.tenant_id = $1 AND s.name = l.name AND s.fingerprint = $2)
         ORDER BY l.recorded_at DESC, l.name`,
        [tenant, fingerprint],
      );
      return rows.map(toMapping);
    },
  };
}

type Row = {
  readonly name: string;
  readonly version: number;
  readonly fingerprint: string | null;
  readonly text: string;
  readonly actor: string;
  readonly recorded_at: Date;
};

function toMapping({ name, version, fingerprint, text, actor, recorded_at: recordedAt }: Row): Mapping {
  const description = JSON.parse(text) as Json;
  return { name, version, ...(fingerprint !== null && { fingerprint }), description, actor, recordedAt };
}
