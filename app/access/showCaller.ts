import type { RoleGrant } from '../ports/accessStore.ts';
import type { Ports } from '../ports.ts';
import type { Caller } from './caller.ts';

/** Who asks, in words that a page can show. */
export type ShownCaller = {
  readonly caller: Caller;
  readonly name: string;
  readonly tenant: { readonly code: string; readonly name: string };
  readonly grants: readonly RoleGrant[];
};

export function showCaller(ports: Ports, caller: Caller): Promise<ShownCaller> {
  const { kind, id } = caller.actor;
  return ports.store.inTenant(caller.tenant, async ({ access }) => {
    const tenant = { code: await access.tenantCode(), name: await access.tenantName() };
    if (kind === 'system') return { caller, tenant, name: id, grants: [] };
    const holder = kind === 'person' ? await access.person(id) : await access.service(id);
    const grants = kind === 'person' ? await access.grants(id) : [];
    return { caller, tenant, name: holder?.name ?? id, grants };
  });
}
