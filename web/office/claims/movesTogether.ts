import { sumText } from '../../text/figures.ts';
import type { ClaimEvent } from './claimTypes.ts';

type Move = ClaimEvent['moves'][number];

/** Lines that went the same way, with what they add up to. */
export type MovedLines = Pick<Move, 'amount' | 'from' | 'to' | 'toReason'> & {
  readonly lines: readonly number[];
};

/** The moves of an event by where they went: what is disputed first, since somebody has to look at it. */
export function movesTogether(moves: readonly Move[]): readonly MovedLines[] {
  const ways = Map.groupBy(moves, ({ from, to, toReason }) => JSON.stringify([from, to, toReason]));
  return [...ways.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const own = [first, ...others];
      const amount = sumText(own.map((move) => move.amount)) ?? first.amount;
      return [{ ...first, amount, lines: own.map(({ line }) => line) }];
    })
    .toSorted((a, b) => Number(b.to === 'disputed') - Number(a.to === 'disputed'));
}
