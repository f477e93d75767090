const ROWS = 150;
const RUNS = 3;

/**
 * The texts of a long sample from its beginning, middle and end: so many rows say what more would say. They
 * stay together in runs, because papers and their lines are known by what stands one under the other.
 */
export function runsOfRows(texts: readonly string[]): readonly string[] {
  if (texts.length <= ROWS) return texts;
  const length = ROWS / RUNS;
  const apart = Math.floor((texts.length - length) / (RUNS - 1));
  return Array.from({ length: RUNS }, (_, run) => texts.slice(run * apart, run * apart + length)).flat();
}
