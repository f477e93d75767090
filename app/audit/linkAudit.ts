import { type ChainHead, linkAfter } from '../../core/audit/auditEntry.ts';
import type { Ports, TenantId } from '../ports.ts';

/** How many entries one transaction links: whoever is killed loses no more than these. */
const AT_ONCE = 500;

/** How many entries were linked, and where the chain ends then. */
export type Linked = { readonly linked: number; readonly head: ChainHead };

/**
 * Binds every entry of the trail that waits to the end of its chain, in the order of batches and instants.
 * An entry whose transaction commits later is bound later, and never lost. Again, or two at once, it
 * changes nothing: whoever comes second begins anew behind the first.
 */
export async function linkAudit(ports: Ports, tenant: TenantId): Promise<Linked> {
  let linked = 0;
  for (;;) {
    const some = await linkSome(ports, tenant);
    linked += some.linked;
    if (some.linked < AT_ONCE) return { linked, head: some.head };
  }
}

function linkSome(ports: Ports, tenant: TenantId): Promise<Linked> {
  return ports.store.inTenant(tenant, async (tx) => {
    const first = await tx.audit.head();
    const entries = await tx.audit.unlinked(AT_ONCE);
    if (entries.length === 0) return { linked: 0, head: first };
    let head = first;
    const links = entries.map((entry) => {
      const link = linkAfter(head, entry, ports.sha256);
      head = { position: link.position, hash: link.hash };
      return link;
    });
    await tx.audit.link(links);
    return { linked: links.length, head };
  });
}
