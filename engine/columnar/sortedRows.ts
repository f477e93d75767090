import type { CodeColumnBuilder } from './codeColumn.ts';

/**
 * The rows sorted by the codes of some columns, then by day, equal ones as they came: one counting
 * pass by day, one for each column from the last to the first.
 */
export function sortedRows(
  count: number,
  columns: readonly CodeColumnBuilder<unknown>[],
  days: CodeColumnBuilder<number | undefined>,
): Uint32Array {
  const rankOf = ranksOf(days.values);
  let order = new Uint32Array(count).map((_, row) => row);
  order = counted(order, (row) => rankOf[days.codeAt(row)] as number, days.values.length);
  for (const column of columns.toReversed()) {
    order = counted(order, (row) => column.codeAt(row), column.values.length);
  }
  return order;
}

/** The place of each code's day among all days; a row without a day stands first. */
function ranksOf(days: readonly (number | undefined)[]): Uint32Array {
  const ranks = new Uint32Array(days.length);
  const byDay = days.map((day, code) => ({ day: day ?? -Infinity, code })).sort((a, b) => a.day - b.day);
  for (const [rank, { code }] of byDay.entries()) ranks[code] = rank;
  return ranks;
}

function counted(
  order: Uint32Array<ArrayBuffer>,
  keyOf: (row: number) => number,
  keys: number,
): Uint32Array<ArrayBuffer> {
  if (keys <= 1) return order;
  const next = new Uint32Array(keys + 1);
  for (const row of order) next[keyOf(row) + 1] = (next[keyOf(row) + 1] as number) + 1;
  for (let key = 1; key <= keys; key += 1) next[key] = (next[key] as number) + (next[key - 1] as number);
  const sorted = new Uint32Array(order.length);
  for (const row of order) {
    const at = next[keyOf(row)] as number;
    sorted[at] = row;
    next[keyOf(row)] = at + 1;
  }
  return sorted;
}
