import type { Correcting } from '../../core/fact/corrections.ts';
import { LINE_COLUMNS, type LineRow, toLine } from './lineColumns.ts';
import type { Session } from './session.ts';

/** The last word up to batch $2, or until now, of every line that names another one in it, also where it was taken back. */
const CORRECTING = `
  SELECT ${LINE_COLUMNS.map(({ name }) => `l.${name}`).join(', ')}, l.revision, l.batch, b.known_on, l.withdrawn
  FROM line l
  JOIN batch b ON b.tenant_id = l.tenant_id AND b.number = l.batch
  WHERE l.tenant_id = $1 AND ($2::bigint IS NULL OR l.batch <= $2) AND l.correction_document IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM line n
      WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
        AND n.line = l.line AND n.revision > l.revision AND n.revision > 1 AND ($2::bigint IS NULL OR n.batch <= $2)
    )`;

/** All lines that correct another one, as known at a batch or now: which lines they replace, no filter may hide. */
export async function correctingLines(session: Session, batch?: number): Promise<readonly Correcting[]> {
  const rows = await session.query<LineRow & { withdrawn: string | null }>(CORRECTING, [
    session.tenant,
    batch ?? null,
  ]);
  return rows.map((row) => ({
    line: toLine({ ...row, original_revision: null }),
    isWithdrawn: row.withdrawn !== null,
  }));
}
