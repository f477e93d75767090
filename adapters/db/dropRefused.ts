import type { RefusedStagedRow } from '../../app/ports/importStore.ts';
import type { Session } from './session.ts';

/**
 * Takes the refused rows out of staging, and gives them. Where none is left nothing is committed, and the table
 * goes, too: the next import of the transaction may be of another kind, with columns of its own.
 */
export async function dropRefused(session: Session): Promise<readonly RefusedStagedRow[]> {
  const refused = await session.query<RefusedStagedRow>(
    `DELETE FROM pg_temp.staged_row WHERE refusals <> '[]' RETURNING row_number AS row, refusals`,
  );
  const left = await session.query('SELECT 1 FROM pg_temp.staged_row LIMIT 1');
  if (left.length === 0) await session.query('DROP TABLE pg_temp.staged_row');
  return refused;
}
