import type { Ports, TenantId, Tx } from './ports.ts';

/**
 * Ports whose use cases all work in one transaction that stands already: what several of them
 * write is there together or not at all.
 */
export function joinedPorts<P extends Ports>(ports: P, tenant: TenantId, tx: Tx): P {
  return {
    ...ports,
    store: {
      ...ports.store,
      inTenant: async (asked, work) => {
        if (asked !== tenant) throw new Error('Fault: a transaction is of one tenant only');
        return work(tx);
      },
    },
  };
}
