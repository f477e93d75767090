import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { Alias, AliasKind } from '../ports/aliasStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

export type ConfirmedAlias = { readonly batch?: number; readonly isNew: boolean };

/**
 * Says what a source means by a name, from now on; without a code, that it means nothing any more.
 * Rows that wait are tried by it when they are replayed; lines that are known stay as they are.
 * Refuses: alias-target-unknown, alias-hides-code, known-day-backwards.
 */
export function confirmAlias(
  ports: Ports,
  tenant: TenantId,
  alias: Alias,
  actor: Actor,
): Promise<Result<ConfirmedAlias>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { kind, source, received, code } = alias;
    // Master data that comes at this moment may make one of ours of the name.
    await tx.batches.lock();
    const day = await businessDay(tx, ports.clock);
    const isOurs = await ourCodes(tx, kind, day);
    if (code !== undefined && !(await isOurs(code))) {
      return refused(refuse('alias-target-unknown', 'code', { value: code, kind }));
    }
    if (code !== undefined && (await isOurs(received))) {
      return refused(refuse('alias-hides-code', 'received', { value: received, kind }));
    }
    const known = (await tx.aliases.current(source)).find(
      (one) => one.kind === kind && one.received === received,
    );
    if (known?.code === code) return accept({ isNew: false });
    const at = ports.clock.now();
    const batch = await tx.batches.take('master', day, at);
    if (!batch.ok) return batch;
    await tx.aliases.append([alias], batch.value);
    await tx.audit.write({
      id: ports.ids.next(),
      at,
      actor,
      action: 'alias.confirm',
      object: `${kind}:${source}:${received}`,
      batch: batch.value,
      body: { code: code ?? null, by: actorText(actor) },
    });
    return accept({ batch: batch.value, isNew: true });
  });
}

/** Whether a code stands in master data, whatever the day: one record is looked up, not all. */
async function ourCodes(tx: Tx, kind: AliasKind, effective: LocalDate) {
  const batch = await tx.batches.last();
  return async (code: string) => {
    const found = await tx.master.page({ effective, batch, kind, codes: [code], limit: 1 });
    return found.length > 0;
  };
}
