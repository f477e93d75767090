import type { ClaimLine } from './claim.ts';
import { CLAIM_REASONS, type ClaimReason } from './claimReason.ts';

/**
 * Where the amount of a claim line can be. `accepted` was granted and has not come yet; `refused`
 * is what the claimant does not ask for any more; `received` has come, to whoever claimed.
 */
export const POSITIONS = ['undecided', 'accepted', 'disputed', 'refused', 'received', 'writtenOff'] as const;
export type Position = (typeof POSITIONS)[number];

/** As long as something is here, the claim is open. */
export const OPEN_POSITIONS: readonly Position[] = ['undecided', 'accepted', 'disputed'];

/** A place of amounts: what is disputed or refused is so for a reason, what is elsewhere for none. */
export type Place = { readonly position: Position; readonly reason?: ClaimReason };

/** A part of a claim line goes from one place to another. Units: minor, with the sign of what goes. */
export type Move = {
  readonly line: number;
  readonly from: Place;
  readonly to: Place;
  readonly minor: bigint;
};

/** One line with all of its amounts. */
export type LineStanding = {
  readonly line: number;
  readonly claimed: bigint;
  readonly amounts: Readonly<Record<Position, bigint>>;
  readonly disputed: Readonly<Partial<Record<ClaimReason, bigint>>>;
  readonly refused: Readonly<Partial<Record<ClaimReason, bigint>>>;
};

/**
 * Where everything stands after these moves, line by line, in the order of the lines.
 * Law: claimed = undecided + accepted + disputed + refused + received + written off, for every line
 * and after every move; `disputed` and `refused` are the sums of their reasons.
 */
export function standingOf(lines: readonly ClaimLine[], moves: readonly Move[]): LineStanding[] {
  return lines.map(({ number: line, minor: claimed }) => {
    const places = new Map([[placeKey({ position: 'undecided' }), claimed]]);
    for (const move of moves) {
      if (move.line !== line) continue;
      add(places, move.from, -move.minor);
      add(places, move.to, move.minor);
    }
    const at = (place: Place) => places.get(placeKey(place)) ?? 0n;
    const byReason = (position: Position) =>
      Object.fromEntries(
        CLAIM_REASONS.map((reason) => [reason, at({ position, reason })] as const).filter(
          ([, minor]) => minor !== 0n,
        ),
      );
    const [disputed, refused] = [byReason('disputed'), byReason('refused')];
    const amounts = {
      undecided: at({ position: 'undecided' }),
      accepted: at({ position: 'accepted' }),
      disputed: sumOf(Object.values(disputed)),
      refused: sumOf(Object.values(refused)),
      received: at({ position: 'received' }),
      writtenOff: at({ position: 'writtenOff' }),
    };
    return { line, claimed, amounts, disputed, refused };
  });
}

/** The amount at one place of a line. */
export function amountAt(standing: LineStanding, { position, reason }: Place): bigint {
  if (position === 'disputed' || position === 'refused')
    return reason === undefined ? 0n : (standing[position][reason] ?? 0n);
  return standing.amounts[position];
}

/** All lines together, by position. */
export function claimTotals(standings: readonly LineStanding[]): Record<Position, bigint> {
  const total = (position: Position) => sumOf(standings.map(({ amounts }) => amounts[position]));
  return {
    undecided: total('undecided'),
    accepted: total('accepted'),
    disputed: total('disputed'),
    refused: total('refused'),
    received: total('received'),
    writtenOff: total('writtenOff'),
  };
}

/** What is still asked for. A claim is closed when each of its lines has nothing open, never before. */
export function openMinor(standings: readonly LineStanding[]): bigint {
  const totals = claimTotals(standings);
  return sumOf(OPEN_POSITIONS.map((position) => totals[position]));
}

export function isClosed(standings: readonly LineStanding[]): boolean {
  return standings.every(({ amounts }) => OPEN_POSITIONS.every((position) => amounts[position] === 0n));
}

/** What is in dispute, by reason. */
export function disputedByReason(standings: readonly LineStanding[]): Map<ClaimReason, bigint> {
  const sums = CLAIM_REASONS.map(
    (reason) => [reason, sumOf(standings.map(({ disputed }) => disputed[reason] ?? 0n))] as const,
  );
  return new Map(sums.filter(([, minor]) => minor !== 0n));
}

/** The amounts of disputed and refused places carry a reason, and no others do: a fault otherwise. */
export function placeKey({ position, reason }: Place): string {
  const needsReason = position === 'disputed' || position === 'refused';
  if (needsReason !== (reason !== undefined)) throw new Error(`Fault: ${position} with reason ${reason}`);
  return reason === undefined ? position : `${position} ${reason}`;
}

function add(places: Map<string, bigint>, place: Place, minor: bigint): void {
  const key = placeKey(place);
  places.set(key, (places.get(key) ?? 0n) + minor);
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, minor) => sum + minor, 0n);
}
