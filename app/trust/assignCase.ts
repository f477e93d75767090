import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { listeners } from '../notices/listeners.ts';
import type { StoredCase } from '../ports/trustStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { caseFor, writeCaseEvent } from './lockedCase.ts';

/**
 * Gives a case to one of our people who may work at cases; they begin with it.
 * Refuses: trust-case-not-found, trust-case-decided, trust-assignee-unknown.
 */
export function assignCase(
  ports: Ports,
  tenant: TenantId,
  { id, assignee, actor }: { readonly id: string; readonly assignee: string; readonly actor: Actor },
): Promise<Result<StoredCase>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await caseFor(tx, id, 'assigned');
    if (!found.ok) return found;
    const [person] = (await listeners(tx, ports.clock.now())).one(assignee, 'trust:write');
    if (person === undefined) return refused(refuse('trust-assignee-unknown', 'assignee', { id: assignee }));
    const { case: before, after } = found.value;
    if (before.assignee === assignee) return accept(before);
    const stands = { ...after, assignee };
    const event = { kind: 'assigned', actor, said: '', stands, about: { assignee } } as const;
    return accept(await writeCaseEvent(ports, tx, before, event));
  });
}

/** Our people who may work at cases, by name. */
export function listCaseWorkers(
  ports: Ports,
  tenant: TenantId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return ports.store.inTenant(tenant, async (tx) =>
    (await listeners(tx, ports.clock.now()))
      .ours('trust:write')
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
}
