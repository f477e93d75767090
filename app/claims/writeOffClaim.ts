import type { LocalDate } from '../../core/calendar/localDate.ts';
import { writeOffMoves } from '../../core/claim/claimDeeds.ts';
import { latestApproval, openWriteOff } from '../../core/claim/claimEvent.ts';
import { approvedBy, missingLevels } from '../../core/claim/writeOffApproval.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { businessDay } from '../businessDay.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type ClaimState, claimMinor, lockedClaim, writeClaimDeed } from './lockedClaim.ts';
import { writeOffAsked } from './writeOffLevels.ts';

export type WriteOffAsked = {
  readonly claim: string;
  readonly amount: Decimal;
  readonly reason: string;
  readonly day?: LocalDate;
  readonly actor: Actor;
};

/**
 * Asks to give up what is open of a claim: nothing moves until another person approves it.
 * Refuses: reason-missing, claim-not-found, claim-amount-invalid, claim-write-off-asked, those of
 * writeOffMoves, claim-write-off-beyond (amount, limit).
 */
export function askWriteOff(
  ports: Ports,
  tenant: TenantId,
  asked: WriteOffAsked,
): Promise<Result<ClaimState>> {
  const { claim: id, amount, reason, actor } = asked;
  return ports.store.inTenant(tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const locked = await lockedClaim(tx, id);
    if (!locked.ok) return locked;
    const { claim, events, standings } = locked.value;
    const minor = claimMinor(amount, claim.currency, 'amount');
    if (!minor.ok) return minor;
    if (openWriteOff(events) !== undefined)
      return refused(refuse('claim-write-off-asked', 'claim', { reference: claim.reference }));
    const possible = writeOffMoves(claim, standings, minor.value);
    if (!possible.ok) return possible;
    const within = await withinLimit(tx, claim, minor.value);
    if (!within.ok) return within;
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    const approval = await writeOffAsked(tx, { ...claim, minor: minor.value }, actor);
    const deed = {
      kind: 'writeOffAsked' as const,
      approval,
      actor,
      day,
      note: reason,
      moves: [],
      askedMinor: minor.value,
    };
    return accept(await writeClaimDeed(ports, tx, locked.value, deed));
  });
}

export type WriteOffDecision = {
  readonly claim: string;
  readonly outcome: 'approved' | 'rejected';
  readonly note?: string;
  readonly day?: LocalDate;
  readonly actor: Actor;
};

/**
 * Another person approves what was asked for, on the next of its levels, or says no. With the last level it is given up.
 * Refuses: person-needed, claim-not-found, claim-write-off-not-asked, claim-write-off-beyond, those of writeOffMoves,
 * of withinGrant and of approvedBy.
 */
export function decideWriteOff(
  ports: Ports,
  tenant: TenantId,
  { claim: id, outcome, note, actor, ...asked }: WriteOffDecision,
): Promise<Result<ClaimState>> {
  const person = personOf(actor);
  if (!person.ok) return Promise.resolve(person);
  return ports.store.inTenant(tenant, async (tx) => {
    const locked = await lockedClaim(tx, id);
    if (!locked.ok) return locked;
    const { claim, events, standings } = locked.value;
    const waiting = openWriteOff(events);
    if (waiting?.askedMinor === undefined)
      return refused(refuse('claim-write-off-not-asked', 'claim', { reference: claim.reference }));
    if (waiting.actor === actorText(actor)) return refused(refuse('claim-write-off-own', 'actor'));
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    if (outcome === 'rejected') {
      const deed = { kind: 'writeOffRejected' as const, actor, day, note, moves: [] };
      return accept(await writeClaimDeed(ports, tx, locked.value, deed));
    }
    const within = await withinLimit(tx, claim, waiting.askedMinor);
    if (!within.ok) return within;
    const { company, currency } = claim;
    const amount = { minor: waiting.askedMinor, currency };
    const reaches = await withinGrant(tx, actor, { scope: 'claims:approve', company, amount });
    if (!reaches.ok) return reaches;
    const last = latestApproval(events);
    if (last === undefined) throw new Error(`Fault: nothing says who approves a write-off of ${id}`);
    const approval = approvedBy(last, { actor: actorText(actor), person: person.value });
    if (!approval.ok) return approval;
    const moves = writeOffMoves(claim, standings, waiting.askedMinor);
    if (!moves.ok) return moves;
    const said = { actor, day, note, approval: approval.value };
    const deed =
      missingLevels(approval.value).length > 0
        ? ({ ...said, kind: 'writeOffApproved', moves: [] } as const)
        : ({ ...said, kind: 'writtenOff', moves: moves.value } as const);
    return accept(await writeClaimDeed(ports, tx, locked.value, deed));
  });
}

/** Without a rule nothing may be given up. */
async function withinLimit(tx: Tx, claim: StoredClaim, minor: bigint): Promise<Result<undefined>> {
  const { company, currency } = claim;
  const limit = (await tx.claims.rule(company, currency))?.writeOffMinor ?? 0n;
  if (minor <= limit) return accept(undefined);
  const text = (amount: bigint) => moneyText({ minor: amount, currency });
  return refused(refuse('claim-write-off-beyond', 'amount', { amount: text(minor), limit: text(limit) }));
}
