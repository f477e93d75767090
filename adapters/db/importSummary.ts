import type { ImportSummary, SourceDocument, Tally } from '../../app/ports.ts';
import { DISPOSITIONS, type Disposition } from '../../core/fact/knownLines.ts';
import type { Session } from './session.ts';

/** What control totals add up of a staged row `s`, as SQL. */
export type ControlSums = { readonly quantity: string; readonly netValue: string };

const tallies = ({ quantity, netValue }: ControlSums) => `
  SELECT r.disposition, count(*)::int AS rows, sum(coalesce(${quantity}, 0)) AS quantity,
    sum(coalesce(${netValue}, 0)) AS net_value, grouping(r.disposition) = 1 AS is_total
  FROM pg_temp.staged_row s
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = $2 AND r.row_number = s.row_number
  GROUP BY GROUPING SETS ((), (r.disposition))`;

/** How many staged rows are refused, by code. */
const REASONS = `
  SELECT reason.code, count(*)::int AS rows
  FROM (
    SELECT DISTINCT s.row_number, refusal ->> 'code' AS code
    FROM pg_temp.staged_row s, jsonb_array_elements(s.refusals) AS refusal
  ) reason
  GROUP BY reason.code ORDER BY reason.code`;

type TallyRow = {
  readonly disposition: Disposition | null;
  readonly rows: number;
  readonly quantity: string | null;
  readonly net_value: string | null;
  readonly is_total: boolean;
};

/** Where the staged rows of an import ended, and what each end adds up to. */
export async function importSummary(
  session: Session,
  document: SourceDocument,
  batch: number,
  sums: ControlSums,
): Promise<ImportSummary> {
  const rows = await session.query<TallyRow>(tallies(sums), [session.tenant, document.id]);
  const reasons = await session.query<{ code: string; rows: number }>(REASONS);
  const ends = DISPOSITIONS.map(
    (name) => [name, tallyOf(rows.find((row) => row.disposition === name))] as const,
  );
  return {
    document,
    batch,
    received: tallyOf(rows.find((row) => row.is_total)),
    dispositions: Object.fromEntries(ends) as ImportSummary['dispositions'],
    reasons: Object.fromEntries(reasons.map((row) => [row.code, row.rows])),
  };
}

function tallyOf(row: TallyRow | undefined): Tally {
  return { rows: row?.rows ?? 0, quantity: row?.quantity ?? '0', netValue: row?.net_value ?? '0' };
}
