import type { Session } from './session.ts';
import { copyTexts } from './stagedRows.ts';

/** So many rows at once are worth a table of their own. */
const COPIED_FROM = 1000;

const CREATE = 'CREATE TEMPORARY TABLE IF NOT EXISTS staged_json (row json NOT NULL) ON COMMIT DROP';

/** Rows for one statement after the other: what stands in its FROM, and the value of its parameter. */
export type JsonRows = { readonly from: string; readonly value: string | null };

/**
 * Rows as JSON, to be read as columns of an alias: a few as the parameter `parameter`, such as "$2", many by
 * COPY into a temporary table of the transaction, since row-level security lets COPY into no other. Until the next ones are staged.
 */
export async function jsonRows(
  session: Session,
  rows: readonly object[],
  { parameter, as }: { readonly parameter: string; readonly as: string },
): Promise<JsonRows> {
  if (rows.length < COPIED_FROM) {
    return { from: `json_to_recordset(${parameter}::json) AS ${as}`, value: JSON.stringify(rows) };
  }
  await session.query(CREATE);
  await session.query('TRUNCATE pg_temp.staged_json');
  await session.copyIn(
    'COPY pg_temp.staged_json (row) FROM STDIN',
    copyTexts(rows, (row) => [JSON.stringify(row)]),
  );
  await session.query('ANALYZE pg_temp.staged_json');
  const staged = `(SELECT row FROM pg_temp.staged_json WHERE ${parameter}::json IS NULL) staged`;
  return { from: `${staged} CROSS JOIN LATERAL json_to_record(staged.row) AS ${as}`, value: null };
}
