import type { GrowingCell } from './plainSums.ts';
import type { SummedStretch } from './termTable.ts';

/** Cells that the same rows go into: those of one window, such as the qualifier and the payout of a quarter. */
export type CellGroup = {
  readonly cells: readonly GrowingCell[];
  /** The stretches, by number, whose rows they take. */
  readonly feeds: readonly number[];
};

/** The groups of a term's cells, which are in the order of their keys; so are all cells of the groups one after the other. */
export function cellGroups(stretches: readonly SummedStretch[], cells: readonly GrowingCell[]): CellGroup[] {
  const feedsOf = cells.map((cell) =>
    stretches.flatMap(({ sums }, stretch) => (sums.some(({ into }) => into.includes(cell)) ? [stretch] : [])),
  );
  const groups: { cells: GrowingCell[]; feeds: readonly number[] }[] = [];
  for (const [at, cell] of cells.entries()) {
    const [last, feeds] = [groups.at(-1), feedsOf[at] ?? []];
    const isSame = last?.cells[0]?.window.from === cell.window.from && last.feeds.join() === feeds.join();
    if (isSame) last.cells.push(cell);
    else if (feeds.length > 0) groups.push({ cells: [cell], feeds });
  }
  return groups;
}
