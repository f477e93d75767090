import type { DossierStand, Standing } from '../../app/ports/bulkStore.ts';
import type { Part, Revision, Submission } from '../../app/ports/proposalStore.ts';
import {
  PROPOSAL_COLUMNS,
  type ProposalRow,
  REVISION_COLUMNS,
  type RevisionRow,
  toProposal,
  toRevision,
} from './proposalStore.ts';
import type { Session } from './session.ts';
import {
  PART_COLUMNS,
  type PartRow,
  SUBMISSION_COLUMNS,
  type SubmissionRow,
  toPart,
  toSubmission,
} from './submissionTables.ts';

type Of<Row> = Row & { readonly proposal: string };

/** Locks dossiers in the order of their codes, as everybody does who locks several, and makes those that there are not. */
export async function lockStanding(
  session: Session,
  codes: readonly string[],
  ids: readonly string[],
): Promise<Standing> {
  await session.query(
    `INSERT INTO dossier (tenant_id, code) SELECT $1, c FROM unnest($2::text[]) c ORDER BY c COLLATE "C"
     ON CONFLICT (tenant_id, code) DO NOTHING`,
    [session.tenant, codes],
  );
  await session.query(
    'SELECT code FROM dossier WHERE tenant_id = $1 AND code = ANY ($2) ORDER BY code FOR UPDATE',
    [session.tenant, codes],
  );
  // Statements of their own: they see what was committed while the locks were waited for.
  const dossiers = await session.query<DossierStand & { readonly code: string }>(
    `SELECT d.code, d.last_deed AS "lastDeed",
       (SELECT coalesce(max(p.number), 0) FROM proposal p WHERE p.tenant_id = $1 AND p.code = d.code) AS "lastProposal",
       EXISTS (SELECT FROM agreement a WHERE a.tenant_id = $1 AND a.code = d.code) AS "isVersioned"
     FROM dossier d WHERE d.tenant_id = $1 AND d.code = ANY ($2)`,
    [session.tenant, codes],
  );
  const proposals = await session.query<ProposalRow>(
    `SELECT ${PROPOSAL_COLUMNS} FROM proposal WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
    [session.tenant, ids],
  );
  const submissions = await session.query<Of<SubmissionRow>>(
    lastOf(SUBMISSION_COLUMNS, 'proposal_submission'),
    [session.tenant, ids],
  );
  const parts = await session.query<Of<PartRow>>(
    `${lastOf(PART_COLUMNS, 'proposal_part')} ORDER BY (x.level IS NULL) DESC, x.taken_at, x.person`,
    [session.tenant, ids],
  );
  const texts = await session.query<Of<RevisionRow>>(
    `SELECT p.id AS proposal, ${columnsOf(REVISION_COLUMNS)}, x.text FROM proposal p
     JOIN proposal_revision x ON x.tenant_id = p.tenant_id AND x.proposal_id = p.id AND x.revision = p.revision
     WHERE p.tenant_id = $1 AND p.id = ANY ($2::uuid[])`,
    [session.tenant, ids],
  );
  return {
    dossiers: new Map(dossiers.map(({ code, ...stand }) => [code, stand])),
    proposals: proposals.map(toProposal),
    submissions: new Map(submissions.map((row): [string, Submission] => [row.proposal, toSubmission(row)])),
    parts: byProposal(parts, toPart),
    texts: new Map(
      texts.map((row): [string, Revision] => [row.proposal, { ...toRevision(row), text: row.text }]),
    ),
  };
}

/** Rows of the last submission of each proposal. */
function lastOf(columns: string, table: string): string {
  return `SELECT p.id AS proposal, ${columnsOf(columns)} FROM proposal p
    JOIN ${table} x ON x.tenant_id = p.tenant_id AND x.proposal_id = p.id AND x.submission = p.submission
    WHERE p.tenant_id = $1 AND p.id = ANY ($2::uuid[])`;
}

function columnsOf(columns: string): string {
  return columns
    .split(/,\s*/)
    .map((column) => `x.${column}`)
    .join(', ');
}

function byProposal(rows: readonly Of<PartRow>[], toFact: (row: PartRow) => Part): Map<string, Part[]> {
  const groups = Map.groupBy(rows, ({ proposal }) => proposal);
  return new Map([...groups].map(([proposal, group]) => [proposal, group.map(toFact)]));
}
