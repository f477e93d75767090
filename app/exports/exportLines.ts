import { lineTexts } from '../../core/fact/lineTexts.ts';
import type { LineTexts } from '../../core/fact/parseLine.ts';
import type { LineFilter, Ports, TenantId } from '../ports.ts';

/** What lines are exported, and which fields they can have. */
export type ExportedLines = {
  /** Known up to this batch: later ones are not in it. */
  readonly batch: number;
  readonly fields: readonly string[];
};

/**
 * Gives every known line to `write`, in the order of their identities, inside one transaction that
 * reads: as many as there are, without holding more than a page.
 */
export function exportLines<T>(
  ports: Ports,
  tenant: TenantId,
  filter: LineFilter,
  write: (about: ExportedLines, pages: AsyncIterable<readonly LineTexts[]>) => Promise<T>,
): Promise<T> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const fields = await tx.revisions.fieldsAt(batch);
    return write({ batch, fields }, textPages(tx.revisions.pagesAt(batch, filter)));
  });
}

async function* textPages(
  pages: AsyncIterable<readonly Parameters<typeof lineTexts>[0][]>,
): AsyncGenerator<readonly LineTexts[]> {
  for await (const page of pages) yield page.map(lineTexts);
}
