import { moneyText } from '../money/money.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';
import { checkMoves } from './checkMoves.ts';
import type { Claim } from './claim.ts';
import { CLAIM_REASONS, type ClaimReason } from './claimReason.ts';
import { openPlaces, takeInOrder } from './spread.ts';
import { amountAt, type LineStanding, type Move, openMinor, type Place } from './standing.ts';

type OfClaim = Pick<Claim, 'claimant' | 'currency'>;

/** What was said to one line: so much is granted, and so much is not, each with its reason. Units: minor. */
export type Decision = {
  readonly line: number;
  readonly accepted: bigint;
  readonly objected: readonly { readonly reason: ClaimReason; readonly minor: bigint }[];
};

/**
 * An answer by hand, line by line; what it leaves out stays undecided. What a partner claims from us
 * and we do not grant is refused; what a supplier does not grant is disputed until we agree.
 * Refuses: claim-decision-empty, claim-line-not-found, claim-amount-beyond.
 */
export function answerMoves(
  claim: OfClaim,
  standings: readonly LineStanding[],
  decisions: readonly Decision[],
): Result<readonly Move[]> {
  const from = { position: 'undecided' } as const;
  const moves = decisions.flatMap(({ line, accepted, objected }): Move[] => [
    { line, from, to: { position: 'accepted' }, minor: accepted },
    ...objected.map(({ reason, minor }) => ({ line, from, to: objectedTo(claim, reason), minor })),
  ]);
  return checked(
    claim,
    standings,
    moves.filter(({ minor }) => minor !== 0n),
  );
}

/** What silence comes to after the last day for an answer: everything that nobody has decided. */
export function silenceMoves(
  claim: OfClaim & Required<Pick<Claim, 'answer'>>,
  standings: readonly LineStanding[],
): Move[] {
  const isAccepted = claim.answer.silence === 'accepts';
  const to: Place = isAccepted ? { position: 'accepted' } : objectedTo(claim, 'silence');
  return standings.flatMap(({ line, amounts: { undecided: minor } }) =>
    minor === 0n ? [] : [{ line, from: { position: 'undecided' as const }, to, minor }],
  );
}

/** A part of a claim: of one line or of all, for one reason or for all; without `minor` all of it. */
export type Part = {
  readonly line?: number;
  readonly reason?: ClaimReason;
  readonly minor?: bigint;
};

/**
 * What was granted, refused or not decided is disputed now.
 * Refuses: claim-decision-empty, claim-amount-beyond, claim-line-not-found.
 */
export function disputeMoves(
  claim: OfClaim,
  standings: readonly LineStanding[],
  part: Part & { readonly reason: ClaimReason },
): Result<readonly Move[]> {
  const places: Place[] = [
    { position: 'undecided' },
    ...CLAIM_REASONS.map((reason) => ({ position: 'refused' as const, reason })),
    { position: 'accepted' },
  ];
  const to = { position: 'disputed', reason: part.reason } as const;
  return taken(claim, standings, { line: part.line, minor: part.minor }, places, () => to);
}

/**
 * A dispute ends: the other side grants (`conceded`), or the claimant asks no more (`agreed`).
 * Refuses: claim-decision-empty, claim-amount-beyond, claim-line-not-found.
 */
export function resolveMoves(
  claim: OfClaim,
  standings: readonly LineStanding[],
  kind: 'conceded' | 'agreed',
  part: Part,
): Result<readonly Move[]> {
  const reasons = part.reason === undefined ? CLAIM_REASONS : [part.reason];
  const places = reasons.map((reason): Place => ({ position: 'disputed', reason }));
  const to = ({ reason = 'other' }: Place): Place =>
    kind === 'conceded' ? { position: 'accepted' } : { position: 'refused', reason };
  return taken(claim, standings, part, places, to);
}

/**
 * Money came, or was settled: it is laid against what was granted, then against what nobody has decided,
 * then against what is disputed, in the order of the reasons; inside each the lines have their parts
 * by largest remainder. What it leaves stays open.
 * Refuses: claim-amount-not-positive, claim-receipt-beyond (open, asked).
 */
export function receiptMoves(
  claim: OfClaim,
  standings: readonly LineStanding[],
  minor: bigint,
): Result<readonly Move[]> {
  if (minor <= 0n) return refused(notPositive(claim, minor));
  const { moves, left } = takeInOrder(standings, minor, openPlaces(CLAIM_REASONS), () => ({
    position: 'received',
  }));
  if (left === 0n) return accept(moves);
  const text = (amount: bigint) => moneyText({ minor: amount, currency: claim.currency });
  const facts = { open: text(openMinor(standings)), asked: text(minor) };
  return refused(refuse('claim-receipt-beyond', 'amount', facts));
}

/** What was moved goes back to where it came from. */
export function mirroredMoves(moves: readonly Move[]): Move[] {
  return moves.map(({ line, from, to, minor }) => ({ line, from: to, to: from, minor }));
}

/**
 * What is open is given up, without that anybody granted or agreed.
 * Refuses: claim-amount-not-positive, claim-amount-beyond, claim-decision-empty.
 */
export function writeOffMoves(
  claim: OfClaim,
  standings: readonly LineStanding[],
  minor: bigint,
): Result<readonly Move[]> {
  if (minor <= 0n) return refused(notPositive(claim, minor));
  return taken(claim, standings, { minor }, openPlaces(CLAIM_REASONS), () => ({ position: 'writtenOff' }));
}

function objectedTo({ claimant }: OfClaim, reason: ClaimReason): Place {
  return { position: claimant === 'us' ? 'disputed' : 'refused', reason };
}

function taken(
  claim: OfClaim,
  standings: readonly LineStanding[],
  { line, minor }: { readonly line?: number | undefined; readonly minor?: bigint | undefined },
  places: readonly Place[],
  to: (from: Place) => Place,
): Result<readonly Move[]> {
  const own = line === undefined ? standings : standings.filter((entry) => entry.line === line);
  const [first] = own;
  if (first === undefined)
    return refused(refuse('claim-line-not-found', 'line', { line: String(line ?? '') }));
  if (minor !== undefined && minor <= 0n) return refused(notPositive(claim, minor));
  if (minor === undefined) return checked(claim, own, everything(own, places, to));
  const { moves, left } = takeInOrder(own, minor, places, to);
  if (left === 0n) return checked(claim, own, moves);
  const text = (amount: bigint) => moneyText({ minor: amount, currency: claim.currency });
  const facts = {
    line: own.map((entry) => entry.line).join(', '),
    available: text(minor - left),
    asked: text(minor),
  };
  return refused(refuse('claim-amount-beyond', 'amount', facts));
}

/** All that is at the places, of each line, on whichever side of zero it is. */
function everything(
  standings: readonly LineStanding[],
  places: readonly Place[],
  to: (from: Place) => Place,
): Move[] {
  return standings.flatMap((standing) =>
    places.flatMap((from) => {
      const minor = amountAt(standing, from);
      return minor === 0n ? [] : [{ line: standing.line, from, to: to(from), minor }];
    }),
  );
}

function checked(
  { currency }: OfClaim,
  standings: readonly LineStanding[],
  moves: readonly Move[],
): Result<readonly Move[]> {
  if (moves.length === 0) return refused(refuse('claim-decision-empty', 'lines'));
  const refusals: Refusal[] = checkMoves(standings, moves, currency);
  return refusals.length > 0 ? refused(...refusals) : accept(moves);
}

function notPositive({ currency }: OfClaim, minor: bigint): Refusal {
  return refuse('claim-amount-not-positive', 'amount', { amount: moneyText({ minor, currency }) });
}
