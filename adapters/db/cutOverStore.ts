import type { CutOver, CutOverLoad, CutOverStore } from '../../app/ports/cutOverStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { insertLoad } from './cutOverRows.ts';
import { figuresOf, takenOverState } from './cutOverState.ts';
import type { Session } from './session.ts';

const CUT_OVERS = `
  SELECT c.code, c.company, c.last_day,
    (SELECT coalesce(json_agg(a.code ORDER BY a.code), '[]')
     FROM cut_over_agreement x
     JOIN agreement a ON a.tenant_id = x.tenant_id AND a.id = x.agreement_id
     WHERE x.tenant_id = c.tenant_id AND x.cut_over = c.code) AS agreements,
    s.batch AS signed_batch, s.signed_by, s.signed_at, s.note, s.comparison
  FROM cut_over c
  LEFT JOIN cut_over_signature s ON s.tenant_id = c.tenant_id AND s.cut_over = c.code
  WHERE c.tenant_id = $1 AND ($2::text IS NULL OR c.code = $2)
  ORDER BY c.code`;

export function cutOverStore(session: Session): CutOverStore {
  const find = async (code: string) => (await cutOvers(session, code))[0];
  return {
    open: (entry) => open(session, entry),
    find,
    lock: async (code) => {
      await session.query('SELECT FROM cut_over WHERE tenant_id = $1 AND code = $2 FOR UPDATE', [
        session.tenant,
        code,
      ]);
      return find(code);
    },
    list: () => cutOvers(session, null),
    of: async (agreement) => {
      const [row] = await session.query<{ cut_over: string }>(
        `SELECT x.cut_over FROM cut_over_agreement x
         JOIN agreement a ON a.tenant_id = x.tenant_id AND a.id = x.agreement_id
         WHERE x.tenant_id = $1 AND a.code = $2`,
        [session.tenant, agreement],
      );
      return row?.cut_over;
    },
    loads: (code) => loads(session, code),
    loaders: async (code) => {
      const rows = await session.query<{ actor: string }>(
        `SELECT actor FROM cut_over_part WHERE tenant_id = $1 AND cut_over = $2 AND part = 'loads'`,
        [session.tenant, code],
      );
      return rows.map(({ actor }) => actor);
    },
    record: (load, content) => insertLoad(session, load, content),
    figures: (code) => figuresOf(session, code),
    stateOf: (agreement, batch) => takenOverState(session, agreement, batch),
    sign: async (code, { batch, signedBy, signedAt, note, comparison }) => {
      await session.query(
        `INSERT INTO cut_over_part (tenant_id, cut_over, actor, part) VALUES ($1, $2, $3, 'signs')`,
        [session.tenant, code, signedBy],
      );
      await session.query(
        `INSERT INTO cut_over_signature (tenant_id, cut_over, batch, signed_by, signed_at, note, comparison)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [session.tenant, code, batch, signedBy, signedAt, note, canonicalJson(comparison)],
      );
    },
  };
}

async function open(
  session: Session,
  { cutOver, batch, openedBy, at }: Parameters<CutOverStore['open']>[0],
): Promise<void> {
  const { code, company, lastDay, agreements } = cutOver;
  await session.query(
    `INSERT INTO cut_over (tenant_id, code, company, last_day, batch, opened_by, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [session.tenant, code, company, formatDate(lastDay), batch, openedBy, at],
  );
  const added = await session.query(
    `INSERT INTO cut_over_agreement (tenant_id, agreement_id, cut_over)
     SELECT $1, a.id, $2 FROM agreement a WHERE a.tenant_id = $1 AND a.code = ANY ($3::text[])
     RETURNING agreement_id`,
    [session.tenant, code, agreements],
  );
  if (added.length !== agreements.length)
    throw new Error('Fault: a cut-over of agreements that are not there');
}

type CutOverRow = {
  readonly code: string;
  readonly company: string;
  readonly last_day: LocalDate;
  readonly agreements: readonly string[];
  readonly signed_batch: bigint | null;
  readonly signed_by: string;
  readonly signed_at: Date;
  readonly note: string;
  readonly comparison: Json;
};

async function cutOvers(session: Session, code: string | null): Promise<CutOver[]> {
  const rows = await session.query<CutOverRow>(CUT_OVERS, [session.tenant, code]);
  return rows.map((row) => {
    const { company, last_day: lastDay, agreements } = row;
    const cutOver = { code: row.code, company, lastDay, agreements };
    if (row.signed_batch === null) return cutOver;
    const { signed_by: signedBy, signed_at: signedAt, note, comparison } = row;
    return {
      ...cutOver,
      signature: { batch: Number(row.signed_batch), signedBy, signedAt, note, comparison },
    };
  });
}

type LoadRow = Omit<CutOverLoad, 'cutOver' | 'batch' | 'rows' | 'loadedBy' | 'loadedAt'> & {
  readonly batch: bigint;
  readonly row_count: number;
  readonly loaded_by: string;
  readonly loaded_at: Date;
};

async function loads(session: Session, code: string): Promise<CutOverLoad[]> {
  const rows = await session.query<LoadRow>(
    `SELECT DISTINCT ON (kind) id, kind, revision, batch, name, sha256, row_count, loaded_by, loaded_at
     FROM cut_over_load WHERE tenant_id = $1 AND cut_over = $2 ORDER BY kind, revision DESC`,
    [session.tenant, code],
  );
  return rows.map(({ id, kind, revision, name, sha256, ...row }) => ({
    id,
    cutOver: code,
    kind,
    revision,
    batch: Number(row.batch),
    name,
    sha256,
    rows: row.row_count,
    loadedBy: row.loaded_by,
    loadedAt: row.loaded_at,
  }));
}
