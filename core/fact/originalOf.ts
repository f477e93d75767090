import type { Line, OriginalLine } from './line.ts';
import { marksOf } from './lineMark.ts';

/** What a return reads of the line that it takes back. */
export function originalOf(line: Line): OriginalLine {
  const { document, line: number, dates, attributes, batch, knownOn } = line;
  return {
    document,
    line: number,
    dates,
    ...marksOf(line),
    attributes,
    batch,
    ...(knownOn !== undefined && { knownOn }),
  };
}
