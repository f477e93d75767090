import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type AgeBucket, ageBucket, daysLate } from '../../core/claim/ageing.ts';
import {
  claimTotals,
  type LineStanding,
  openMinor,
  type Position,
  standingOf,
} from '../../core/claim/standing.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { businessDay } from '../businessDay.ts';
import { isUuid } from '../isUuid.ts';
import type { ClaimFilter, ClaimWay, RecordedEvent, StoredClaim } from '../ports/claimStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** A claim as it stands at the end of a day. Units: minor. */
export type ShownClaim = {
  readonly claim: StoredClaim;
  readonly day: LocalDate;
  readonly standings: readonly LineStanding[];
  readonly totals: Readonly<Record<Position, bigint>>;
  readonly open: bigint;
  /** 0 where nothing is open. */
  readonly daysLate: number;
  readonly age: AgeBucket;
};

export type ClaimDetail = ShownClaim & { readonly way: ClaimWay };

/**
 * One claim: line by line what became of it, today or at the end of an earlier day.
 * Refuses: claim-not-found.
 */
export function showClaim(
  ports: Ports,
  tenant: TenantId,
  { claim: id, day: asked }: { readonly claim: string; readonly day?: LocalDate },
): Promise<Result<ClaimDetail>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const claim = isUuid(id) ? await tx.claims.find(id) : undefined;
    if (claim === undefined) return refused(refuse('claim-not-found', 'id', { id }));
    const [shown] = await standing(tx, [claim], asked ?? (await businessDay(tx, ports.clock)), asked);
    if (shown === undefined) return refused(refuse('claim-not-found', 'id', { id }));
    return accept({ ...shown, way: await tx.claims.way(id, asked) });
  });
}

/** What happened to a claim, first to last: for us alone. Refuses: claim-not-found. */
export function claimHistory(
  ports: Ports,
  tenant: TenantId,
  id: string,
): Promise<Result<{ readonly claim: StoredClaim; readonly events: readonly RecordedEvent[] }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const claim = isUuid(id) ? await tx.claims.find(id) : undefined;
    if (claim === undefined) return refused(refuse('claim-not-found', 'id', { id }));
    return accept({ claim, events: await tx.claims.events(id) });
  });
}

export type ClaimPage = { readonly rows: readonly ShownClaim[]; readonly hasMore: boolean };

/** Claims in the order in which they were recorded, as they stand today or stood at the end of a day. */
export function listClaims(
  ports: Ports,
  tenant: TenantId,
  { day: asked, ...filter }: ClaimFilter & { readonly day?: LocalDate },
): Promise<ClaimPage> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.claims.page({ ...filter, limit: filter.limit + 1 });
    const day = asked ?? (await businessDay(tx, ports.clock));
    const rows = await standing(tx, found.slice(0, filter.limit), day, asked);
    return { rows, hasMore: found.length > filter.limit };
  });
}

/** Claims that were not sent yet on that day still show what was claimed: the caller asked for them by day. */
async function standing(
  tx: Tx,
  claims: readonly StoredClaim[],
  day: LocalDate,
  until: LocalDate | undefined,
): Promise<ShownClaim[]> {
  const moves = await tx.claims.moves(
    claims.map(({ id }) => id),
    until,
  );
  return claims.map((claim) => {
    const standings = standingOf(claim.lines, moves.get(claim.id) ?? []);
    const open = openMinor(standings);
    return {
      claim,
      day,
      standings,
      totals: claimTotals(standings),
      open,
      daysLate: open === 0n ? 0 : daysLate(claim.dueOn, day),
      age: ageBucket(claim.dueOn, open === 0n ? claim.dueOn : day),
    };
  });
}
