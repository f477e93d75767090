import type { Reason } from '../../claim/claimReasons.ts';
import { isSameFigure, sumText, typedFigure } from '../../text/figures.ts';
import type { ClaimLine } from './claimTypes.ts';

/** What is said of a line: how much is granted, as it was typed; empty for nothing said. */
export type LineAnswer = { readonly granted: string; readonly reason: Reason };

/** An answer as the server reads it: of each line that something is said of, granted and the rest with its reason. */
export function answerOf(
  lines: readonly Pick<ClaimLine, 'line' | 'positions'>[],
  said: ReadonlyMap<number, LineAnswer>,
) {
  return lines.flatMap(({ line, positions }) => {
    const { granted = '', reason = 'other' } = said.get(line) ?? {};
    const accepted = typedFigure(granted);
    if (accepted === '') return [];
    // What is no amount goes out as it was typed: the server says what would be one.
    const isAmount = /^-?\d+(\.\d+)?$/.test(accepted);
    const rest = isAmount ? lessOf(positions.undecided ?? '0', accepted) : '0';
    const objected = isSameFigure(rest, '0') ? [] : [{ amount: rest, reason }];
    return [{ line, accepted, objected }];
  });
}

/** One amount less another one, exactly. */
export function lessOf(amount: string, less: string): string {
  return sumText([amount, less.startsWith('-') ? less.slice(1) : `-${less}`]) ?? '0';
}
