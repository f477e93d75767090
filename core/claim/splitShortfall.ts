import { SHORTFALL_REASONS, type ShortfallReason } from './claimReason.ts';
import type { LineStanding, Move } from './standing.ts';

/** What each line comes to with the objections up to this reason taken in. Units: minor. */
export type ShortfallLayer = {
  readonly reason: ShortfallReason;
  /** By number of the claim line; a line that is not named comes to nothing. */
  readonly lines: ReadonlyMap<number, bigint>;
};

/** What a reason takes off the claim, and off each of its lines. */
export type ReasonShare = {
  readonly reason: ShortfallReason;
  readonly minor: bigint;
  readonly lines: ReadonlyMap<number, bigint>;
};

/**
 * Splits what the other side grants less by its reasons: the amount of a reason is the claim with
 * the reasons before it, less the claim with this one, too. Hence the order decides, and is fixed.
 * Shape: each reason at most once, in the order of the list (a fault otherwise); the amounts sum to
 * the claim less the last layer, for each line and in all. A reason can also add.
 * Source: story B; issue 5, section 3.
 */
export function splitShortfall(
  claimed: ReadonlyMap<number, bigint>,
  layers: readonly ShortfallLayer[],
): ReasonShare[] {
  mustBeInOrder(layers);
  let before = claimed;
  return layers.map(({ reason, lines }) => {
    const shares = [...claimed.keys()].map(
      (line) => [line, (before.get(line) ?? 0n) - (lines.get(line) ?? 0n)] as const,
    );
    before = lines;
    return { reason, minor: shares.reduce((sum, [, minor]) => sum + minor, 0n), lines: new Map(shares) };
  });
}

/**
 * The answer that the layers come to: what is left of each line is granted, what each reason takes
 * is disputed for that reason. Shape: no line was answered before.
 */
export function shortfallMoves(
  standings: readonly LineStanding[],
  layers: readonly ShortfallLayer[],
): Move[] {
  const claimed = new Map(standings.map(({ line, amounts }) => [line, amounts.undecided]));
  const split = splitShortfall(claimed, layers);
  const last = layers.at(-1)?.lines ?? claimed;
  const from = { position: 'undecided' } as const;
  return [...claimed.keys()]
    .flatMap((line): Move[] => [
      { line, from, to: { position: 'accepted' }, minor: last.get(line) ?? 0n },
      ...split.map(({ reason, lines }) => ({
        line,
        from,
        to: { position: 'disputed' as const, reason },
        minor: lines.get(line) ?? 0n,
      })),
    ])
    .filter(({ minor }) => minor !== 0n);
}

function mustBeInOrder(layers: readonly ShortfallLayer[]): void {
  for (const [index, { reason }] of layers.entries()) {
    const before = layers[index - 1]?.reason;
    if (before !== undefined && SHORTFALL_REASONS.indexOf(before) >= SHORTFALL_REASONS.indexOf(reason)) {
      throw new Error(`Fault: the reason ${reason} after ${before}`);
    }
  }
}
