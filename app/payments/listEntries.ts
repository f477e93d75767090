import type { ShownEntry } from '../ports/bankEntryStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** Entries that wait for a person, or that are laid against a claim or document; the latest first. */
export function listEntries(
  ports: Ports,
  tenant: TenantId,
  page: Parameters<Tx['bankEntries']['page']>[0],
): Promise<readonly ShownEntry[]> {
  return ports.store.inTenant(tenant, (tx) => tx.bankEntries.page(page));
}
