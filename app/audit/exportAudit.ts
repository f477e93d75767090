import type { LinkedEntry } from '../../core/audit/verifyChain.ts';
import type { Ports, TenantId } from '../ports.ts';

const PAGE = 2000;

/**
 * Gives every linked entry to `write`, in the order of the chain, inside one transaction that reads and
 * without holding more than a page. What still waits for its link is not in it.
 */
export function exportAudit<T>(
  ports: Ports,
  tenant: TenantId,
  write: (pages: AsyncIterable<readonly LinkedEntry[]>) => Promise<T>,
): Promise<T> {
  return ports.store.inTenant(tenant, (tx) => {
    const pages = async function* () {
      let after = 0;
      for (;;) {
        const page = await tx.audit.links(after, PAGE);
        if (page.length > 0) yield page;
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) return;
        after = last.link.position;
      }
    };
    return write(pages());
  });
}
