import type { Store, TenantId } from '../../app/ports.ts';

/**
 * A store that asks once for each tenant: every request names one by its key, and a tenant keeps
 * its code and its id, but a sandbox that another one has taken the place of: whoever puts it there forgets all. One that is not
 * there is asked for again.
 */
export function rememberedTenants<S extends Store>(store: S, known: Map<string, TenantId>): S {
  return {
    ...store,
    findTenant: async (code) => {
      const found = known.get(code) ?? (await store.findTenant(code));
      if (found !== undefined) known.set(code, found);
      return found;
    },
  };
}
