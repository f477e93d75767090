import type { Segment } from './placedRows.ts';
import { sharedArray, sharedCopy } from './sharedArray.ts';

/** Segments by partner, as plain numbers that threads share. */
export type SegmentTable = {
  /** Of each code of a partner its first segment; one more at the end. */
  readonly firstOf: Uint32Array;
  /** Of each segment its group, its first row, and the row after its last. */
  readonly groupOf: Uint32Array;
  readonly fromOf: Uint32Array;
  readonly untilOf: Uint32Array;
};

export function segmentTable(segments: readonly Segment[], partners: number): SegmentTable {
  const sorted = segments.toSorted((a, b) => a.partner - b.partner);
  const firstOf = sharedArray(Uint32Array, partners + 1).fill(sorted.length);
  for (let at = sorted.length - 1; at >= 0; at -= 1) firstOf[(sorted[at] as Segment).partner] = at;
  for (let partner = partners - 1; partner >= 0; partner -= 1) {
    firstOf[partner] = Math.min(firstOf[partner] as number, firstOf[partner + 1] as number);
  }
  const of = (name: 'group' | 'from' | 'until') =>
    sharedCopy(
      Uint32Array,
      sorted.map((segment) => segment[name]),
    );
  return { firstOf, groupOf: of('group'), fromOf: of('from'), untilOf: of('until') };
}
