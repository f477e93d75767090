import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { LeftOutNow } from '../ports/claimStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/**
 * Keeps why accounts of an agreement are not claimed, each under its place: what is new or says something else since, and what is there no
 * more. Called by whoever holds the lock of the agreement; the same again writes nothing.
 */
export async function keepLeftOut(
  ports: Ports,
  tx: Tx,
  { agreement, day, actor }: { readonly agreement: string; readonly day: LocalDate; readonly actor: Actor },
  now: ReadonlyMap<string, Refusal>,
): Promise<void> {
  const before = new Map((await tx.claims.leftOutOf(agreement)).map((entry) => [entry.place, entry]));
  const by = { actor: actorText(actor), at: ports.clock.now() };
  for (const place of [...new Set([...before.keys(), ...now.keys()])].sort()) {
    const [known, why] = [before.get(place), now.get(place)];
    if (saidOf(known?.why) === saidOf(why)) continue;
    const number = (known?.number ?? 0) + 1;
    const entry = { id: ports.ids.next(), agreement, place, number, since: day, ...(why && { why }) };
    await tx.claims.leaveOut(entry, by);
  }
}

/**
 * The same where nothing could be claimed at all, and nobody was there to be told: under which agreement we may claim no
 * more nothing is left out either. Whoever asks in person is refused, and nothing is written.
 */
export function keepRefused(
  ports: Ports,
  tenant: TenantId,
  {
    agreement,
    actor,
    refusals,
  }: { readonly agreement: string; readonly actor: Actor; readonly refusals: readonly Refusal[] },
): Promise<void> {
  return ports.store.inTenant(tenant, async (tx) => {
    await tx.runs.lock(agreement);
    const day = await businessDay(tx, ports.clock);
    const standing = refusals.filter(({ code }) => code !== 'claim-not-ours').slice(0, 1);
    await keepLeftOut(ports, tx, { agreement, day, actor }, new Map(standing.map((why) => ['', why])));
  });
}

function saidOf(why: Refusal | undefined): string {
  return why === undefined ? '' : JSON.stringify([why.code, Object.entries(why.facts).sort()]);
}

export type LeftOutPage = { readonly rows: readonly LeftOutNow[]; readonly hasMore: boolean };

/** What is not claimed from suppliers now, although its window is over, and why; in the order in which it came up. */
export function listLeftOut(
  ports: Ports,
  tenant: TenantId,
  filter: { readonly agreement?: string; readonly limit: number; readonly after?: string },
): Promise<LeftOutPage> {
  return ports.store.inTenant(tenant, async (tx) => {
    const rows = await tx.claims.leftOut({ ...filter, limit: filter.limit + 1 });
    return { rows: rows.slice(0, filter.limit), hasMore: rows.length > filter.limit };
  });
}
