/**
 * How many characters have to be changed, added, taken away or swapped with their neighbour to make
 * one text of another (optimal string alignment); `most` + 1 where it is more than `most`.
 */
export function nameDistance(a: string, b: string, most: number): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let last = right.map((_, column) => column);
  last.push(right.length);
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const changed = at(last, column - 1) + (isSame ? 0 : 1);
      const best = Math.min(at(last, column) + 1, at(next, column - 1) + 1, changed);
      next.push(isSwap ? Math.min(best, at(before, column - 2) + 1) : best);
    }
    if (Math.min(...next) > most) return most + 1;
    before = last;
    last = next;
  }
  return Math.min(at(last, right.length), most + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.MAX_SAFE_INTEGER;
}
