import type { Store, TenantId } from '../../app/ports.ts';

/**
 * A store that asks once for each tenant: every request names one by its key, and a tenant keeps
 * its code and its id. One that is not there is asked for again.
 */
export function rememberedTenants<S extends Store>(store: S): S {
  const known = new Map<string, TenantId>();
  return {
    ...store,
    findTenant: async (code) => {
      const found = known.get(code) ?? (await store.findTenant(code));
      if (found !== undefined) known.set(code, found);
      return found;
    },
  };
}
