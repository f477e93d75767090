import { headerFingerprint } from '../../core/fact/headerFingerprint.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Mapping } from '../ports/mappingStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** A saved description by its name, the last version unless one is named. Refuses: mapping-not-found. */
export function findMapping(
  ports: Ports,
  tenant: TenantId,
  name: string,
  version?: number,
): Promise<Result<Mapping>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.mappings.get(name.normalize('NFC'), version);
    return found === undefined ? refused(refuse('mapping-not-found', 'mapping', { name })) : accept(found);
  });
}

/** The saved descriptions of files with these columns, the newest first. */
export function mappingsFor(
  ports: Ports,
  tenant: TenantId,
  columns: readonly string[],
): Promise<readonly Mapping[]> {
  const fingerprint = headerFingerprint(columns, ports.sha256);
  return ports.store.inTenant(tenant, (tx) => tx.mappings.forHeader(fingerprint));
}
