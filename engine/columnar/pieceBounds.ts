import type { SegmentTable } from './segmentTable.ts';

/** So many pieces the rows of a table are walked in: what a piece comes to stays in the processor's cache, and threads are done together. */
const PIECES = 64;

/** Codes of partners, from the first of each piece up to that of the next: of about as many rows, none of them empty. */
export function pieceBounds(
  { firstOf, untilOf }: SegmentTable,
  pieces = PIECES,
): [from: number, until: number][] {
  const partners = firstOf.length - 1;
  const rowsBefore = (partner: number) => untilOf[(firstOf[partner] as number) - 1] ?? 0;
  const rows = rowsBefore(partners);
  const bounds: [number, number][] = [];
  let from = 0;
  for (let piece = 1; piece <= pieces; piece += 1) {
    let until = from;
    while (until < partners && rowsBefore(until) < (rows * piece) / pieces) until += 1;
    if (piece === pieces) until = partners;
    if (until > from) bounds.push([from, until]);
    from = until;
  }
  return bounds;
}
