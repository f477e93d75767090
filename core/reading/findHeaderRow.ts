/** A row of a sheet as far as it says whether it is a header. */
export type HeaderCandidate = {
  readonly number: number;
  readonly texts: readonly string[];
  /** Whether a cell holds a number, a day or a truth value. */
  readonly typed: readonly boolean[];
};

const FULL_ENOUGH = 80;

/**
 * The row that names the columns of a sheet: the first one that holds texts only and fills nearly as
 * many cells as most rows do. Titles and dates of printing above it fill few. Where there is no
 * such row it is the first one.
 */
export function findHeaderRow(rows: readonly HeaderCandidate[]): number | undefined {
  const usual = usualCount(rows);
  const header = rows.find(
    (row) => filled(row) * 100 >= usual * FULL_ENOUGH && !row.typed.some((isTyped) => isTyped),
  );
  return (header ?? rows[0])?.number;
}

function filled({ texts }: HeaderCandidate): number {
  return texts.filter((text) => text !== '').length;
}

function usualCount(rows: readonly HeaderCandidate[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(filled(row), (counts.get(filled(row)) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}
