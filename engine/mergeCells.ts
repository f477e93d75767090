import { type CellSums, type Cells, cellKey } from '../core/cell/cell.ts';
import { inKeyOrder, tallyKey } from './termSums.ts';

/** Cells of several parts of the lines as those of all: equal keys add up. */
export function plusCells(...parts: readonly Cells[]): Cells {
  const terms = new Set(parts.flatMap(({ streams }) => [...streams.keys()]));
  const streams = [...terms].map((term) => {
    const all = parts.flatMap((part) => part.streams.get(term) ?? []);
    return [term, inKeyOrder(({ order }) => order, all)] as const;
  });
  return { ...plusSums(...parts), streams: new Map(streams) };
}

/** Cells of all lines less those of some of them; where no line is left nothing is. */
export function minusCells(all: Cells, some: Cells): Cells {
  const streams = [...all.streams].map(([term, stream]) => {
    const gone = new Set(some.streams.get(term)?.map(({ key }) => key));
    return [term, stream.filter(({ key }) => !gone.has(key))] as const;
  });
  return { ...plusSums(all, negated(some)), streams: new Map(streams) };
}

function negated({ cells, tallies }: CellSums): CellSums {
  return {
    cells: cells.map((cell) => ({ ...cell, sum: -cell.sum, lines: -cell.lines })),
    tallies: tallies.map((tally) => ({ ...tally, netValue: -tally.netValue, lines: -tally.lines })),
  };
}

/** Sums of several parts as those of all. */
export function plusSums(...parts: readonly CellSums[]): CellSums {
  return {
    cells: byKey(
      cellKey,
      parts.flatMap(({ cells }) => cells),
      (x, y) => ({ ...x, sum: x.sum + y.sum, lines: x.lines + y.lines }),
    ),
    tallies: byKey(
      tallyKey,
      parts.flatMap(({ tallies }) => tallies),
      (x, y) => ({ ...x, netValue: x.netValue + y.netValue, lines: x.lines + y.lines }),
    ),
  };
}

function byKey<T extends { readonly lines: number }>(
  keyOf: (entry: T) => string,
  entries: readonly T[],
  together: (x: T, y: T) => T,
): T[] {
  const found = new Map<string, T>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = found.get(key);
    found.set(key, known === undefined ? entry : together(known, entry));
  }
  return inKeyOrder(
    keyOf,
    [...found.values()].filter(({ lines }) => lines !== 0),
  );
}
