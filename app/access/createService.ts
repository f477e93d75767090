import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Service } from '../ports/accessStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** As codes of tenants: it stands in logs and audit trails. */
export const SERVICE_CODE = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * A program of the tenant's that calls the API. It never approves.
 * Refuses: argument-invalid (code), service-code-taken.
 */
export function createService(
  ports: Ports,
  tenant: TenantId,
  wanted: Omit<Service, 'id'>,
  actor: Actor,
): Promise<Result<Service>> {
  const { code } = wanted;
  if (!SERVICE_CODE.test(code)) {
    const facts = { argument: 'code', value: code, expected: 'a-z 0-9 -, 1…63' };
    return Promise.resolve(refused(refuse('argument-invalid', 'code', facts)));
  }
  return ports.store.inTenant(tenant, async (tx) => {
    const service = { ...wanted, id: ports.ids.next() };
    if (!(await tx.access.addService(service))) {
      return refused(refuse('service-code-taken', 'code', { service: code }));
    }
    const body = { code };
    await auditDeed(ports, tx, { actor, action: 'service.create', object: service.id, body });
    return accept(service);
  });
}
