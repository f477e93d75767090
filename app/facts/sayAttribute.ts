import { formatDate } from '../../core/calendar/localDate.ts';
import { attributeVersions, type SaidAttribute } from '../../core/master/attributeVersions.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { checkMaster } from '../intake/checkMaster.ts';
import { recordMaster } from '../intake/recordMaster.ts';
import type { NodeKind } from '../ports/hierarchyStore.ts';
import type { Ports, TenantId } from '../ports.ts';

export type AttributeToSay = SaidAttribute & {
  readonly kind: NodeKind;
  readonly code: string;
  readonly actor: Actor;
};

/**
 * One attribute of a partner, product or category says something from a day on, up to and with another one: below whom it
 * stands, or how many pieces are in a case. New versions, known from now on; nothing is overwritten, and what is known
 * already makes no batch. Gives how many versions were written.
 * Refuses: master-not-found, attribute-days-reversed, master-invalid, known-day-backwards.
 */
export function sayAttribute(
  ports: Ports,
  tenant: TenantId,
  { kind, code, actor, ...said }: AttributeToSay,
): Promise<Result<{ readonly versions: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    await tx.batches.lock();
    const known = await tx.master.knownAt(await tx.batches.last());
    const { partners, categories, products } = known;
    const record = { partner: partners, category: categories, product: products }[kind].get(code);
    if (record === undefined) return refused(refuse('master-not-found', 'code', { code }));
    const { from, until } = said;
    if (from !== undefined && until !== undefined && until < from) {
      const days = { from: formatDate(from), until: formatDate(until) };
      return refused(refuse('attribute-days-reversed', 'until', days));
    }
    const rows = attributeVersions(record, said).map((version) => ({ kind, code, ...version }));
    const wrong = checkMaster(rows, known).flat();
    if (wrong.length > 0) return refused(...wrong);
    const recorded = await recordMaster(ports, tx, rows, actor);
    return recorded.ok ? accept({ versions: recorded.value.changes.length }) : recorded;
  });
}
