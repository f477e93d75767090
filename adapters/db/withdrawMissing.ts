import { LINE_COLUMNS } from './lineColumns.ts';
import { MISSING } from './quarantineStaged.ts';
import type { Session } from './session.ts';

const SAID = LINE_COLUMNS.map(({ name }) => name).join(', ');

/** The columns that a withdrawn revision repeats of the one that it takes back. */
export const WITHDRAWN_COLUMNS = `tenant_id, revision, batch, content_sha256, document_id, row_number, withdrawn, ${SAID}`;

/** Those columns, of `alias`: the next revision, of the batch in `batch`. */
export function withdrawnOf(alias: string, batch: string, why: 'undo' | 'document'): string {
  const own = LINE_COLUMNS.map(({ name }) => `${alias}.${name}`).join(', ');
  return `${alias}.tenant_id, ${alias}.revision + 1, ${batch}, ${alias}.content_sha256, ${alias}.document_id,
    ${alias}.row_number, '${why}', ${own}`;
}

/** Takes back the known lines that documents lack which came whole: a correction of the document. */
const WITHDRAW_MISSING = `
  INSERT INTO line (${WITHDRAWN_COLUMNS})
  SELECT ${withdrawnOf('k', '$3', 'document')}
  FROM (${MISSING}) m
  JOIN LATERAL (
    SELECT * FROM line l
    WHERE l.tenant_id = $1 AND l.source = m.source AND l.document = m.document AND l.line = m.line
    ORDER BY l.revision DESC LIMIT 1
  ) k ON k.withdrawn IS NULL AND ($2::bigint IS NULL OR k.batch <= $2)
  WHERE NOT EXISTS (
    SELECT FROM pg_temp.staged_row b
    WHERE b.source = m.source AND b.document = m.document AND b.refusals <> '[]'
  )`;

export async function withdrawMissing(session: Session, first: bigint | null, batch: number): Promise<void> {
  await session.query(WITHDRAW_MISSING, [session.tenant, first, batch]);
}
