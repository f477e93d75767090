import type { ExportedLines, TextRow } from '../ports/exportStore.ts';
import type { LineFilter, Ports, TenantId } from '../ports.ts';

/**
 * Gives every known line to `write`, in the order of their identities, inside one transaction that
 * reads: as many as there are, without holding more than a page.
 */
export function exportLines<T>(
  ports: Ports,
  tenant: TenantId,
  filter: LineFilter,
  write: (about: ExportedLines, pages: AsyncIterable<readonly TextRow[]>) => Promise<T>,
): Promise<T> {
  return ports.store.inTenant(tenant, async (tx) => {
    const about = await tx.exports.aboutLines(await tx.batches.last(), filter);
    return write(about, tx.exports.linePages(about, filter));
  });
}
