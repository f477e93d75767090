import type { Json } from '../../core/text/canonicalJson.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Membership } from '../ports/accounts.ts';
import type { AccountPorts } from './accountPorts.ts';

/** Enters what was done to an account in the trail of each tenant where it is a person, in that person’s name. */
export async function tellTenants(
  ports: AccountPorts,
  memberships: readonly Membership[],
  action: string,
  body: Json,
): Promise<void> {
  for (const { tenant, person } of memberships) {
    await ports.store.inTenant(tenant, (tx) =>
      auditDeed(ports, tx, { actor: { kind: 'person', id: person }, action, object: person, body }),
    );
  }
}
