import { randomNumbers } from './randomNumbers.ts';
import { median } from './statistics.ts';

/** How lonely a row is: above a half, lonelier than usual, towards 1 alone; and which columns make it so, strongest first. */
export type Isolation = { readonly loneliness: number; readonly drivers: readonly number[] };

type Cut = {
  readonly column: number;
  readonly at: number;
  readonly below: Cut | number;
  readonly above: Cut | number;
};

const TREES = 128;
const SAMPLE = 256;
/** Euler's constant in millionths of millionths. */
const GAMMA = 577_215_664_902 / 10 ** 12;

/**
 * Isolation forest: a row that few random cuts set apart from the others is an odd one. Same rows and seed, same answer; rows in another
 * order are other draws, so the caller sorts them. All rows have the same columns. Source: Liu, Ting, Zhou, "Isolation Forest" (2008).
 */
export function isolationForest(rows: readonly (readonly number[])[], seed: number): Isolation[] {
  const random = randomNumbers(seed);
  const size = Math.min(SAMPLE, rows.length);
  const depth = Math.ceil(Math.log2(Math.max(2, size)));
  const trees = Array.from({ length: TREES }, () => grow(sample(rows, size, random), depth, random));
  const usual = averageDepth(size);
  const width = rows[0]?.length ?? 0;
  const middles = Array.from({ length: width }, (_, column) =>
    median(rows.map((row) => row[column] as number)),
  );
  const lonelinessOf = (row: readonly number[]): number => {
    const sum = trees.reduce<number>((total, tree) => total + depthOf(tree, row), 0);
    return 2 ** -(sum / TREES / usual);
  };
  return rows.map((row) => {
    const loneliness = lonelinessOf(row);
    // Only of odd rows does anybody ask why.
    return {
      loneliness,
      drivers: loneliness * 10 < 6 ? [] : driversOf(row, loneliness, middles, lonelinessOf),
    };
  });
}

/** What the loneliness falls by when a column is put to its middle says how much that column made of it. */
function driversOf(
  row: readonly number[],
  loneliness: number,
  middles: readonly number[],
  lonelinessOf: (row: readonly number[]) => number,
): number[] {
  return row
    .map((_, column) => ({
      column,
      fall: loneliness - lonelinessOf(row.with(column, middles[column] as number)),
    }))
    .filter(({ fall }) => fall * 100 > 1)
    .sort((a, b) => b.fall - a.fall || a.column - b.column)
    .map(({ column }) => column);
}

function sample<T>(rows: readonly T[], size: number, random: () => number): T[] {
  const drawn = [...rows];
  for (let index = 0; index < size; index += 1) {
    const other = index + Math.floor(random() * (drawn.length - index));
    [drawn[index], drawn[other]] = [drawn[other] as T, drawn[index] as T];
  }
  return drawn.slice(0, size);
}

function grow(rows: readonly (readonly number[])[], depth: number, random: () => number): Cut | number {
  if (depth === 0 || rows.length <= 1) return averageDepth(rows.length);
  const cuts = (rows[0] as readonly number[]).flatMap((_, column) => {
    const values = rows.map((row) => row[column] as number);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return least < most ? [{ column, least, most }] : [];
  });
  const cut = cuts[Math.floor(random() * cuts.length)];
  if (cut === undefined) return averageDepth(rows.length);
  const at = cut.least + random() * (cut.most - cut.least);
  const isBelow = (row: readonly number[]) => (row[cut.column] as number) <= at;
  return {
    column: cut.column,
    at,
    below: grow(rows.filter(isBelow), depth - 1, random),
    above: grow(
      rows.filter((row) => !isBelow(row)),
      depth - 1,
      random,
    ),
  };
}

function depthOf(tree: Cut | number, row: readonly number[]): number {
  let node: Cut | number = tree;
  let depth = 0;
  while (typeof node !== 'number') {
    node = (row[node.column] as number) <= node.at ? node.below : node.above;
    depth += 1;
  }
  return depth + node;
}

/** Cuts that a search for nothing takes on average among so many. */
function averageDepth(size: number): number {
  if (size <= 1) return 0;
  if (size === 2) return 1;
  return 2 * (Math.log(size - 1) + GAMMA) - (2 * (size - 1)) / size;
}
