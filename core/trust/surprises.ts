/**
 * How seldom each value of a row is among all rows: for each row, by column, −log2 of the share of rows whose value is as high or higher.
 * 0 is usual, 10 is one of a thousand; values that many share surprise nobody. Columns are of any unit, for only their order counts. The
 * sum over the columns of a row says how odd it is as a whole, also where no column is odd by itself. All rows have the same columns.
 * Source: Li et al., "ECOD: Unsupervised Outlier Detection Using Empirical Cumulative Distribution Functions" (2022); of its tails the upper.
 */
export function surprises(rows: readonly (readonly number[])[]): number[][] {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) =>
    upperTail(rows.map((row) => row[column] as number)),
  );
  return rows.map((_, index) => columns.map((column) => column[index] as number));
}

function upperTail(values: readonly number[]): number[] {
  const falling = values.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const bits = new Array<number>(values.length).fill(0);
  for (let from = 0; from < falling.length; ) {
    let until = from + 1;
    while (falling[until]?.value === falling[from]?.value) until += 1;
    const surprise = Math.log2(values.length / until);
    for (const { index } of falling.slice(from, until)) bits[index] = surprise;
    from = until;
  }
  return bits;
}
