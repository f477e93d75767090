import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { StoredImport } from '../ports/receivedStore.ts';
import type { Ports, TenantId } from '../ports.ts';

export type ShownImport = {
  readonly stored: StoredImport;
  /** Rows that still wait, by code. */
  readonly reasons: Readonly<Record<string, number>>;
};

/** One import as it stands now. Refuses: import-not-found. */
export function showImport(ports: Ports, tenant: TenantId, id: string): Promise<Result<ShownImport>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const stored = await tx.received.import(id);
    if (stored === undefined) return refused(refuse('import-not-found', 'import', { id }));
    return accept({ stored, reasons: await tx.received.reasons(id) });
  });
}
