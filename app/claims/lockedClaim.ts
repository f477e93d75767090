import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type ClaimEventKind, movesOf } from '../../core/claim/claimEvent.ts';
import { movedPostings } from '../../core/claim/claimPostings.ts';
import { type LineStanding, type Move, standingOf } from '../../core/claim/standing.ts';
import { missingLevels, type WriteOffApproval } from '../../core/claim/writeOffApproval.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { RecordedEvent, StoredClaim } from '../ports/claimStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { postClaim } from './postClaim.ts';

/** A claim that nobody else changes until the transaction ends, with all that happened to it. */
export type LockedClaim = {
  readonly claim: StoredClaim;
  readonly events: readonly RecordedEvent[];
  readonly standings: readonly LineStanding[];
};

/** Refuses: claim-not-found. */
export async function lockedClaim(tx: Tx, id: string): Promise<Result<LockedClaim>> {
  const claim = isUuid(id) ? await tx.claims.lock(id) : undefined;
  if (claim === undefined) return refused(refuse('claim-not-found', 'id', { id }));
  const events = await tx.claims.events(id);
  return accept({ claim, events, standings: standingOf(claim.lines, movesOf(events)) });
}

/** What is written when something happens to a claim. */
export type ClaimDeed = {
  readonly kind: ClaimEventKind;
  readonly actor: Actor;
  /** On which day it holds. */
  readonly day: LocalDate;
  readonly moves: readonly Move[];
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
  readonly askedMinor?: bigint;
  readonly approval?: WriteOffApproval;
};

/** A claim after something happened to it: the number of that event, and where its amounts are now. */
export type ClaimState = {
  readonly claim: StoredClaim;
  readonly event: number;
  readonly standings: readonly LineStanding[];
};

/** Writes an event with its moves, the audit row and what it does to the books, in the transaction of the deed. */
export async function writeClaimDeed(
  ports: Ports,
  tx: Tx,
  { claim, events }: LockedClaim,
  deed: ClaimDeed,
): Promise<ClaimState> {
  const { kind, actor, day, moves, reference, note, askedMinor, approval } = deed;
  const event = await tx.claims.write(claim, {
    kind,
    day,
    moves,
    actor: actorText(actor),
    at: ports.clock.now(),
    ...(reference !== undefined && { reference }),
    ...(note !== undefined && { note }),
    ...(askedMinor !== undefined && { askedMinor }),
    ...(approval && { approval }),
  });
  await auditDeed(ports, tx, {
    actor,
    action: `claim.${kind}`,
    object: claim.id,
    body: {
      event,
      day,
      moves: moves.map((move) => ({ ...move, minor: String(move.minor) })),
      ...(reference !== undefined && { reference }),
      ...(note !== undefined && { note }),
      ...(askedMinor !== undefined && { asked: String(askedMinor) }),
      ...(approval && { missing: [...missingLevels(approval)] }),
    },
  });
  const postings = movedPostings(claim, moves);
  await postClaim(ports, tx, claim, { step: String(event), day, postings });
  const standings = standingOf(claim.lines, [...movesOf(events), ...moves]);
  return { claim: { ...claim, lastEvent: event }, event, standings };
}

/** Refuses: claim-amount-invalid (amount, currency). */
export function claimMinor(amount: Decimal, currency: string, at: string): Result<bigint> {
  const minor = minorOf(amount, currency);
  if (minor !== undefined) return accept(minor);
  return refused(refuse('claim-amount-invalid', at, { amount: formatDecimal(amount), currency }));
}
