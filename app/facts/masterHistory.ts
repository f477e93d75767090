import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { MasterSaid } from '../ports/masterPage.ts';
import type { MasterKind, Ports, TenantId } from '../ports.ts';

/** Every version that was ever said of one thing, the first word first. Refuses: master-not-found. */
export function masterHistory(
  ports: Ports,
  tenant: TenantId,
  { kind, code }: { readonly kind: MasterKind; readonly code: string },
): Promise<Result<readonly MasterSaid[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const versions = await tx.master.versions(kind, code);
    return versions.length === 0 ? refused(refuse('master-not-found', 'code', { code })) : accept(versions);
  });
}
