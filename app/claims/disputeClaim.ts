import type { LocalDate } from '../../core/calendar/localDate.ts';
import { disputeMoves, type Part, resolveMoves } from '../../core/claim/claimDeeds.ts';
import type { ClaimReason } from '../../core/claim/claimReason.ts';
import type { Move } from '../../core/claim/standing.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, TenantId } from '../ports.ts';
import { grantClaim, mayGrant } from './grantClaim.ts';
import { type ClaimState, claimMinor, type LockedClaim, lockedClaim } from './lockedClaim.ts';

/** A part of a claim, in major units: of one line or all, for one reason or all, all of it or so much. */
export type ClaimPart = {
  readonly claim: string;
  readonly line?: number;
  readonly reason?: ClaimReason;
  readonly amount?: Decimal;
  readonly day?: LocalDate;
  readonly note?: string;
  readonly actor: Actor;
};

/**
 * Says that a part of a claim is in dispute, for a reason.
 * Refuses: claim-not-found, claim-amount-invalid, those of disputeMoves.
 */
export function openDispute(
  ports: Ports,
  tenant: TenantId,
  asked: ClaimPart & { readonly reason: ClaimReason },
): Promise<Result<ClaimState>> {
  return moved(ports, tenant, 'disputed', asked, ({ claim, standings }, part) =>
    disputeMoves(claim, standings, { ...part, reason: asked.reason }),
  );
}

/**
 * Ends a dispute: the other side grants it (`conceded`), or the claimant asks no more (`agreed`).
 * Refuses: claim-not-found, claim-amount-invalid, those of resolveMoves and mayGrant.
 */
export function resolveDispute(
  ports: Ports,
  tenant: TenantId,
  asked: ClaimPart & { readonly outcome: 'conceded' | 'agreed' },
): Promise<Result<ClaimState>> {
  return moved(ports, tenant, asked.outcome, asked, ({ claim, standings }, part) =>
    resolveMoves(claim, standings, asked.outcome, part),
  );
}

function moved(
  ports: Ports,
  tenant: TenantId,
  kind: 'disputed' | 'conceded' | 'agreed',
  { claim: id, line, reason, amount, note, actor, ...asked }: ClaimPart,
  movesOf: (locked: LockedClaim, part: Part) => Result<readonly Move[]>,
): Promise<Result<ClaimState>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const locked = await lockedClaim(tx, id);
    if (!locked.ok) return locked;
    const minor =
      amount === undefined ? accept(undefined) : claimMinor(amount, locked.value.claim.currency, 'amount');
    if (!minor.ok) return minor;
    const part: Part = {
      ...(line !== undefined && { line }),
      ...(reason !== undefined && { reason }),
      ...(minor.value !== undefined && { minor: minor.value }),
    };
    const moves = movesOf(locked.value, part);
    if (!moves.ok) return moves;
    const may = await mayGrant(tx, locked.value, moves.value);
    if (!may.ok) return may;
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    return accept(await grantClaim(ports, tx, locked.value, { kind, actor, day, note, moves: moves.value }));
  });
}
