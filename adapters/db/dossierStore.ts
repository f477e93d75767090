import type { Actor } from '../../app/actor.ts';
import type { Deed, DossierStore } from '../../app/ports/dossierStore.ts';
import type { Session } from './session.ts';

type DeedRow = {
  readonly number: number;
  readonly deed: Deed['deed'];
  readonly actor_kind: Actor['kind'];
  readonly actor_id: string;
  readonly done_at: Date;
  readonly batch: bigint;
  readonly proposal_id: string | null;
  readonly revision: number | null;
  readonly submission: number | null;
  readonly level: string | null;
  readonly version: number | null;
  readonly path: string | null;
  readonly reason: string | null;
};

export function dossierStore(session: Session): DossierStore {
  return {
    lock: async (code) => {
      // That it was there already is never taken from the insert, but read from the locked row.
      await session.query(
        'INSERT INTO dossier (tenant_id, code) VALUES ($1, $2) ON CONFLICT (tenant_id, code) DO NOTHING',
        [session.tenant, code],
      );
      const locked = await session.query(
        'SELECT code FROM dossier WHERE tenant_id = $1 AND code = $2 FOR UPDATE',
        [session.tenant, code],
      );
      if (locked.length !== 1) throw new Error(`Fault: the dossier of ${code} vanished`);
    },
    exists: async (code) => {
      const found = await session.query('SELECT code FROM dossier WHERE tenant_id = $1 AND code = $2', [
        session.tenant,
        code,
      ]);
      return found.length > 0;
    },
    codes: async ({ after, limit }) => {
      const rows = await session.query<{ code: string }>(
        `SELECT code FROM (
           SELECT code FROM dossier WHERE tenant_id = $1
           UNION SELECT code FROM agreement WHERE tenant_id = $1
         ) x
         WHERE $2::text IS NULL OR code > $2 ORDER BY code LIMIT $3`,
        [session.tenant, after ?? null, limit],
      );
      return rows.map(({ code }) => code);
    },
    write: (code, deed) => write(session, code, deed),
    deeds: async (code) => {
      const rows = await session.query<DeedRow>(
        `SELECT number, deed, actor_kind, actor_id, done_at, batch, proposal_id, revision, submission,
           level, version, path, reason
         FROM agreement_deed WHERE tenant_id = $1 AND code = $2 ORDER BY number`,
        [session.tenant, code],
      );
      return rows.map(toDeed);
    },
  };
}

async function write(session: Session, code: string, deed: Omit<Deed, 'number'>): Promise<number> {
  const [raised] = await session.query<{ last_deed: number }>(
    'UPDATE dossier SET last_deed = last_deed + 1 WHERE tenant_id = $1 AND code = $2 RETURNING last_deed',
    [session.tenant, code],
  );
  if (raised === undefined) throw new Error(`Fault: ${code} has no dossier`);
  const { proposal, revision, submission, level, version, path, reason } = deed;
  const places = [proposal, revision, submission, level, version, path, reason];
  await session.query(
    `INSERT INTO agreement_deed (tenant_id, code, number, deed, actor_kind, actor_id, done_at, batch,
       proposal_id, revision, submission, level, version, path, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      session.tenant,
      code,
      raised.last_deed,
      deed.deed,
      deed.actor.kind,
      deed.actor.id,
      deed.at,
      deed.batch,
      ...places.map((value) => value ?? null),
    ],
  );
  return raised.last_deed;
}

function toDeed(row: DeedRow): Deed {
  const { number, deed, actor_kind: kind, actor_id: id, done_at: at, batch } = row;
  return {
    number,
    deed,
    actor: { kind, id },
    at,
    batch: Number(batch),
    ...(row.proposal_id !== null && { proposal: row.proposal_id }),
    ...(row.revision !== null && { revision: row.revision }),
    ...(row.submission !== null && { submission: row.submission }),
    ...(row.level !== null && { level: row.level }),
    ...(row.version !== null && { version: row.version }),
    ...(row.path !== null && { path: row.path }),
    ...(row.reason !== null && { reason: row.reason }),
  };
}
