import type { Tx } from '../ports.ts';
import type { RefusedRow } from './lineImport.ts';

const ROWS_PER_PAGE = 1000;

/** Every row of an import that was quarantined, in order, a page at a time. */
export async function* refusedRows(tx: Tx, document: string): AsyncGenerator<readonly RefusedRow[]> {
  for (let row = 0; ; ) {
    const page = { limit: ROWS_PER_PAGE, after: { document, row } };
    const rows = await tx.received.quarantined({ document, withEnded: true }, page);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_PER_PAGE) return;
    row = rows.at(-1)?.row ?? row;
  }
}
