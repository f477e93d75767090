import { type Actor, systemActor } from '../app/actor.ts';
import { businessDay } from '../app/businessDay.ts';
import { attemptNext } from '../app/calculation/calculateDue.ts';
import { LineSnapshots } from '../app/calculation/lineSnapshots.ts';
import { moveBusinessDay } from '../app/companies/moveBusinessDay.ts';
import { closeMonth } from '../app/ledger/closeMonth.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { formatDate } from '../core/calendar/localDate.ts';
import { monthOf } from '../core/ledger/monthOf.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';

/** The company whose books are closed in the demo; those of the others are left to whoever looks around. */
const CLOSED = 'NW';

/**
 * The sandbox comes to the first day of the next month, and one company closes the month that is over. Once it is closed,
 * nothing is touched. Refuses: what closeMonth refuses.
 */
export async function closeDemoMonth(ports: Ports, tenant: TenantId): Promise<Result<undefined>> {
  const { isClosed, today, companies } = await ports.store.inTenant(tenant, async (tx) => ({
    isClosed: (await tx.ledger.openFrom(CLOSED)) !== undefined,
    today: await businessDay(tx, ports.clock),
    companies: await tx.company.all(),
  }));
  if (isClosed) return accept(undefined);
  const actor: Actor = systemActor('demo');
  // Where it was broken off, it stands on that day already.
  const over = monthOf(today - 1);
  for (const { code: company, businessDay: seen } of companies) {
    if (seen === undefined || seen === over.until) continue;
    const move = { company, day: over.until, seen: formatDate(seen), actor };
    const moved = await moveBusinessDay(ports, tenant, move);
    if (!moved.ok) return moved;
  }
  await calculateOwn(ports, tenant);
  const closed = await closeMonth(ports, tenant, { company: CLOSED, month: over.from, waivers: {}, actor });
  return closed.ok ? accept(undefined) : closed;
}

/** What the new day makes of its agreements; those of others are left to the worker, nobody waits for them. */
async function calculateOwn(ports: Ports, tenant: TenantId): Promise<void> {
  const known = await ports.store.inTenant(tenant, async (tx) =>
    tx.agreements.allKnownAt(await tx.batches.last()),
  );
  const own = known.filter(({ agreement }) => agreement.company === CLOSED);
  const snapshots = new LineSnapshots();
  for (const { code: only } of own) {
    const done = await attemptNext(ports, tenant, { snapshots, passedOver: [], only });
    if (done !== undefined && 'failed' in done) throw done.error;
  }
}
