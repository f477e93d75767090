import type { Actor } from '../../app/actor.ts';
import type { Proposal, ProposalStore, Revision } from '../../app/ports/proposalStore.ts';
import type { Session } from './session.ts';
import { submissionTables } from './submissionTables.ts';

export type ProposalRow = {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly kind: Proposal['kind'];
  readonly base_version: number;
  readonly made_from: string | null;
  readonly made_from_version: number | null;
  readonly state: Proposal['state'];
  readonly revision: number;
  readonly submission: number;
  readonly version: number | null;
};

export type RevisionRow = {
  readonly revision: number;
  readonly author_kind: Actor['kind'];
  readonly author_id: string;
  readonly saved_at: Date;
  readonly sha256: string;
  readonly text: string;
};

export const PROPOSAL_COLUMNS =
  'id, code, number, kind, base_version, made_from, made_from_version, state, revision, submission, version';

/** Without the text, which may be long. */
export const REVISION_COLUMNS = 'revision, author_kind, author_id, saved_at, sha256';

export function proposalStore(session: Session): ProposalStore {
  return {
    ...submissionTables(session),
    create: async ({ id, code, kind, baseVersion, madeFrom }, text) => {
      await session.query(
        `INSERT INTO proposal (tenant_id, id, code, kind, base_version, made_from, made_from_version,
           state, revision, number)
         SELECT $1, $2, $3, $4, $5, $6, $7, 'draft', 1, coalesce(max(number), 0) + 1
         FROM proposal WHERE tenant_id = $1 AND code = $3`,
        [session.tenant, id, code, kind, baseVersion, madeFrom?.code ?? null, madeFrom?.version ?? null],
      );
      await addRevision(session, id, { ...text, revision: 1 });
    },
    get: async (id) => {
      const [row] = await session.query<ProposalRow>(
        `SELECT ${PROPOSAL_COLUMNS} FROM proposal WHERE tenant_id = $1 AND id = $2`,
        [session.tenant, id],
      );
      return row && toProposal(row);
    },
    list: async ({ codes, state, madeFrom, after, limit }) => {
      const rows = await session.query<ProposalRow>(
        `SELECT ${PROPOSAL_COLUMNS} FROM proposal
         WHERE tenant_id = $1 AND ($2::text[] IS NULL OR code = ANY ($2)) AND ($3::text IS NULL OR state = $3)
           AND ($4::text IS NULL OR made_from = $4)
           AND ($5::text IS NULL OR (code, number) > ($5, $6::int))
         ORDER BY code, number LIMIT $7`,
        [
          session.tenant,
          codes ?? null,
          state ?? null,
          madeFrom ?? null,
          after?.code ?? null,
          after?.number ?? null,
          limit ?? null,
        ],
      );
      return rows.map(toProposal);
    },
    save: async (id, text, baseVersion) => {
      const [raised] = await session.query<{ revision: number }>(
        `UPDATE proposal SET revision = revision + 1, base_version = $3
         WHERE tenant_id = $1 AND id = $2 RETURNING revision`,
        [session.tenant, id, baseVersion],
      );
      if (raised === undefined) throw new Error(`Fault: there is no proposal ${id}`);
      await addRevision(session, id, { ...text, revision: raised.revision });
      return raised.revision;
    },
    move: async (id, state, version) => {
      const moved = await session.query(
        'UPDATE proposal SET state = $3, version = $4 WHERE tenant_id = $1 AND id = $2 RETURNING id',
        [session.tenant, id, state, version ?? null],
      );
      if (moved.length === 0) throw new Error(`Fault: there is no proposal ${id}`);
    },
    revision: async (id, revision) => {
      const [row] = await session.query<RevisionRow>(
        `SELECT ${REVISION_COLUMNS}, text FROM proposal_revision
         WHERE tenant_id = $1 AND proposal_id = $2 AND revision = $3`,
        [session.tenant, id, revision],
      );
      return row && { ...toRevision(row), text: row.text };
    },
    revisions: async (id) => {
      const rows = await session.query<RevisionRow>(
        `SELECT ${REVISION_COLUMNS} FROM proposal_revision
         WHERE tenant_id = $1 AND proposal_id = $2 ORDER BY revision`,
        [session.tenant, id],
      );
      return rows.map(toRevision);
    },
  };
}

async function addRevision(session: Session, id: string, entry: Revision): Promise<void> {
  const { revision, author, at, sha256, text } = entry;
  await session.query(
    `INSERT INTO proposal_revision
       (tenant_id, proposal_id, revision, author_kind, author_id, saved_at, sha256, text)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [session.tenant, id, revision, author.kind, author.id, at, sha256, text],
  );
}

export function toProposal(row: ProposalRow): Proposal {
  const { id, code, number, kind, state, revision, submission } = row;
  return {
    id,
    code,
    number,
    kind,
    baseVersion: row.base_version,
    ...(row.made_from !== null && {
      madeFrom: { code: row.made_from, version: row.made_from_version ?? 0 },
    }),
    state,
    revision,
    submission,
    ...(row.version !== null && { version: row.version }),
  };
}

export function toRevision(row: Omit<RevisionRow, 'text'>): Omit<Revision, 'text'> {
  const { revision, author_kind: kind, author_id: id, saved_at: at, sha256 } = row;
  return { revision, author: { kind, id }, at, sha256 };
}
