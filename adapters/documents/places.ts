import type { PaperTable } from '../../core/wording/paper.ts';
import { PAGE, ROOM } from './pen.ts';

/** Where a column stands. Units: points. */
export type Place = { readonly x: number; readonly width: number; readonly side: 'start' | 'end' };

const BETWEEN = 10;
/** Texts keep at least so much of the width, however long the numbers beside them are. */
const TEXTS_MIN = 0.4;

/**
 * The columns side by side. A number is never broken: its column is as wide as the widest of them; texts
 * share what is left.
 */
export function placesOf(
  { columns, rows }: PaperTable,
  widthOf: (text: string, isHead: boolean) => number,
): Place[] {
  const room = ROOM - BETWEEN * (columns.length - 1);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const wide = columns.map(({ share, side }, index) => {
    const planned = (room * share) / shares;
    if (side === 'start') return planned;
    return Math.max(planned, ...rows.map((row) => widthOf(row[index] ?? '', false)));
  });
  const sumOf = (side: 'start' | 'end') =>
    wide.reduce((sum, width, index) => (columns[index]?.side === side ? sum + width : sum), 0);
  const forTexts = Math.max(room - sumOf('end'), room * TEXTS_MIN * Math.sign(sumOf('start')));
  const squeeze = sumOf('start') === 0 ? 1 : forTexts / sumOf('start');
  let x = PAGE.left;
  return columns.map(({ side }, index) => {
    const width = (wide[index] as number) * (side === 'start' ? squeeze : 1);
    const place = { x, width, side };
    x += width + BETWEEN;
    return place;
  });
}
