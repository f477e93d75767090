import type { Bulk, BulkEntry, BulkStore, CountedBulk } from '../../app/ports/bulkStore.ts';
import { lockStanding } from './bulkStanding.ts';
import { writeGathered } from './bulkWrites.ts';
import type { Session } from './session.ts';

export function bulkStore(session: Session): BulkStore {
  return {
    record: async ({ id, name, sha256, rows, submittedBy, submittedAt }, entries) => {
      await session.query(
        `INSERT INTO agreement_bulk (tenant_id, id, name, sha256, row_count, submitted_by, submitted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [session.tenant, id, name, sha256, rows, submittedBy, submittedAt],
      );
      await session.query(
        `INSERT INTO agreement_bulk_row (tenant_id, bulk_id, row_number, proposal_id)
         SELECT $1, $2, r.row, r.proposal
         FROM json_to_recordset($3::json) AS r ("row" int, proposal uuid)`,
        [session.tenant, id, JSON.stringify(entries)],
      );
    },
    find: (id) => bulkOf(session, id, ''),
    latest: (limit, before) => latestOf(session, limit, before),
    lock: (id) => bulkOf(session, id, 'FOR UPDATE'),
    entries: (id) => entriesOf(session, id),
    lockAll: (codes, proposals) => lockStanding(session, codes, proposals),
    writeAll: (gathered) => writeGathered(session, gathered),
  };
}

type BulkRow = {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly row_count: number;
  readonly submitted_by: string;
  readonly submitted_at: Date;
};

async function bulkOf(session: Session, id: string, lock: '' | 'FOR UPDATE'): Promise<Bulk | undefined> {
  const [row] = await session.query<BulkRow>(
    `SELECT id, name, sha256, row_count, submitted_by, submitted_at
     FROM agreement_bulk WHERE tenant_id = $1 AND id = $2 ${lock}`,
    [session.tenant, id],
  );
  return row && toBulk(row);
}

function toBulk({ id, name, sha256, ...row }: BulkRow): Bulk {
  return {
    id,
    name,
    sha256,
    rows: row.row_count,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
  };
}

/** Their ids grow with time. */
async function latestOf(session: Session, limit: number, before: string | undefined): Promise<CountedBulk[]> {
  const rows = await session.query<BulkRow & Pick<CountedBulk, 'states'>>(
    `SELECT b.id, b.name, b.sha256, b.row_count, b.submitted_by, b.submitted_at,
       (SELECT coalesce(json_object_agg(s.state, s.agreements), '{}')
        FROM (SELECT p.state, count(*) AS agreements
              FROM agreement_bulk_row r
              JOIN proposal p ON p.tenant_id = r.tenant_id AND p.id = r.proposal_id
              WHERE r.tenant_id = b.tenant_id AND r.bulk_id = b.id
              GROUP BY p.state) s) AS states
     FROM agreement_bulk b
     WHERE b.tenant_id = $1 AND ($2::uuid IS NULL OR b.id < $2)
     ORDER BY b.id DESC
     LIMIT $3`,
    [session.tenant, before ?? null, limit],
  );
  return rows.map(({ states, ...row }) => ({ ...toBulk(row), states }));
}

async function entriesOf(session: Session, id: string): Promise<BulkEntry[]> {
  const rows = await session.query<Omit<BulkEntry, 'version'> & { readonly version: number | null }>(
    `SELECT r.row_number AS "row", p.id AS proposal, p.code, p.state, p.submission, p.version
     FROM agreement_bulk_row r
     JOIN proposal p ON p.tenant_id = r.tenant_id AND p.id = r.proposal_id
     WHERE r.tenant_id = $1 AND r.bulk_id = $2
     ORDER BY p.code`,
    [session.tenant, id],
  );
  return rows.map(({ version, ...entry }) => ({ ...entry, ...(version !== null && { version }) }));
}
