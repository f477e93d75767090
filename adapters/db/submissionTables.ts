import type { Part, ProposalStore, Submission } from '../../app/ports/proposalStore.ts';
import type { ApprovalLevel } from '../../core/lifecycle/approvalRules.ts';
import { formatDecimal, parseDecimal } from '../../core/number/decimal.ts';
import type { Session } from './session.ts';

export type SubmissionRow = {
  readonly submission: number;
  readonly revision: number;
  readonly rules_version: number;
  readonly value_of: Submission['value']['of'];
  readonly value: string;
  readonly currency: string;
  readonly levels: readonly ApprovalLevel[];
  readonly submitted_at: Date;
};

export type PartRow = { readonly person: string; readonly level: string | null; readonly taken_at: Date };

export const SUBMISSION_COLUMNS =
  'submission, revision, rules_version, value_of, value, currency, levels, submitted_at';
export const PART_COLUMNS = 'person, level, taken_at';

/** What was submitted, and who has which part in it. */
export function submissionTables(
  session: Session,
): Pick<ProposalStore, 'submit' | 'submissionOf' | 'parts' | 'approve'> {
  return {
    submit: async (id, entry, authors) => {
      await addSubmission(session, id, entry);
      for (const person of authors) await addPart(session, id, entry.submission, { person, at: entry.at });
    },
    submissionOf: async (id, submission) => {
      const [row] = await session.query<SubmissionRow>(
        `SELECT ${SUBMISSION_COLUMNS}
         FROM proposal_submission WHERE tenant_id = $1 AND proposal_id = $2 AND submission = $3`,
        [session.tenant, id, submission],
      );
      return row && toSubmission(row);
    },
    parts: async (id, submission) => {
      const rows = await session.query<PartRow>(
        `SELECT ${PART_COLUMNS} FROM proposal_part
         WHERE tenant_id = $1 AND proposal_id = $2 AND submission = $3
         ORDER BY (level IS NULL) DESC, taken_at, person`,
        [session.tenant, id, submission],
      );
      return rows.map(toPart);
    },
    approve: (id, submission, part) => addPart(session, id, submission, part),
  };
}

async function addSubmission(session: Session, id: string, entry: Submission): Promise<void> {
  const { submission, revision, rulesVersion, value, levels, at } = entry;
  await session.query(
    `INSERT INTO proposal_submission (tenant_id, proposal_id, submission, revision, rules_version,
       value_of, value, currency, levels, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      session.tenant,
      id,
      submission,
      revision,
      rulesVersion,
      value.of,
      formatDecimal(value.amount),
      value.currency,
      JSON.stringify(levels),
      at,
    ],
  );
  await session.query(
    `UPDATE proposal SET state = 'inReview', submission = $3 WHERE tenant_id = $1 AND id = $2`,
    [session.tenant, id, submission],
  );
}

async function addPart(session: Session, id: string, submission: number, part: Part): Promise<void> {
  await session.query(
    `INSERT INTO proposal_part (tenant_id, proposal_id, submission, person, level, taken_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [session.tenant, id, submission, part.person, part.level ?? null, part.at],
  );
}

export function toPart({ person, level, taken_at: at }: PartRow): Part {
  return { person, ...(level !== null && { level }), at };
}

export function toSubmission(row: SubmissionRow): Submission {
  const { submission, revision, rules_version: rulesVersion, levels, submitted_at: at } = row;
  const amount = parseDecimal(row.value);
  if (amount === undefined) throw new Error(`Fault: ${row.value} is no decimal`);
  const value = { of: row.value_of, amount, currency: row.currency };
  return { submission, revision, rulesVersion, value, levels, at };
}
