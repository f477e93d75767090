import type { QuarantinedRow, QuarantinePlace } from '../ports/receivedStore.ts';
import type { Ports, TenantId } from '../ports.ts';

const ROWS_PER_PAGE = 1000;

/** The rows of an import that wait in quarantine, in order, a page at a time, each page in a transaction of its own. */
export async function* openRows(
  ports: Ports,
  tenant: TenantId,
  document: string,
): AsyncGenerator<readonly QuarantinedRow[]> {
  let after: QuarantinePlace | undefined;
  for (;;) {
    const page = { limit: ROWS_PER_PAGE, ...(after && { after }) };
    const rows = await ports.store.inTenant(tenant, (tx) => tx.received.quarantined({ document }, page));
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_PER_PAGE) return;
    after = { document, row: last.row };
  }
}
