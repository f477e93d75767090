import { type CodeColumn, codesOf } from './codeColumn.ts';
import type { DecimalColumn } from './decimalColumn.ts';
import type { LineColumns } from './lineColumns.ts';

/**
 * The columns in so many pieces of about as many lines, each with whole partners: no two pieces have a
 * cell in common. The pieces look into the same memory.
 */
export function cutColumns(facts: LineColumns, pieces: number): LineColumns[] {
  const bounds = boundsOf(facts, pieces);
  return bounds.slice(1).map((until, index) => pieceOf(facts, bounds[index] as number, until));
}

/** The first row of each piece, and the end: the start of a partner each, none twice. */
function boundsOf({ count, codes }: LineColumns, pieces: number): number[] {
  const partners = codesOf(codes.partner, count);
  const bounds = [0];
  for (let piece = 1; piece <= pieces; piece += 1) {
    let row = Math.max(bounds.at(-1) as number, Math.floor((count * piece) / pieces));
    while (row > 0 && row < count && partners[row] === partners[row - 1]) row += 1;
    if (row > (bounds.at(-1) as number)) bounds.push(row);
  }
  return count === 0 ? [0, 0] : bounds;
}

function pieceOf(facts: LineColumns, from: number, until: number): LineColumns {
  const { codes, days, amounts, decimals, rare } = facts;
  const code = ({ values, codes: own }: CodeColumn<unknown>) => ({
    values,
    codes: own?.subarray(from, until),
  });
  const decimal = ({ digits, wide, scales }: DecimalColumn) => {
    return { digits: digits?.subarray(from, until), wide: rowsOf(wide, from, until), scales: code(scales) };
  };
  return {
    count: until - from,
    codes: eachOf(codes, code),
    days: eachOf(days, code),
    amounts: eachOf(amounts, decimal),
    decimals: eachOf(decimals, decimal),
    rare: eachOf(rare, (rows) => rowsOf<unknown>(rows, from, until)),
  };
}

function eachOf<C extends object>(columns: C, change: (column: C[keyof C]) => unknown): C {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, change(column)])) as C;
}

function rowsOf<T>(rows: ReadonlyMap<number, T>, from: number, until: number): Map<number, T> {
  return new Map(
    [...rows].filter(([row]) => from <= row && row < until).map(([row, value]) => [row - from, value]),
  );
}
