import type { PlacedRows } from './placedRows.ts';
import type { GrowingCell, PlainSum } from './plainSums.ts';
import { COUNTED, type ProductFlags } from './productFlags.ts';
import { RowSum } from './rowSum.ts';
import type { Stretch } from './stretches.ts';
import { placeOf, type TermCells, TermCellsBuilder } from './termCells.ts';

type SummedStretch = Stretch & { readonly sums: readonly PlainSum[] };

/** One column of a stretch, and the places of the cells that its sum goes into. */
type ColumnSum = { readonly values: Float64Array; readonly into: readonly number[] };

/** What became of rows that were looked at, and the net value of all and of what counted. */
export type Scanned = { readonly seen: RowSum; readonly counted: RowSum };

export type PlainGround = {
  readonly placed: PlacedRows;
  readonly net: Float64Array;
  readonly products: ProductFlags;
  readonly stretches: readonly SummedStretch[];
  /** In the order of their keys. */
  readonly cells: readonly GrowingCell[];
  readonly isInside: (group: number) => boolean;
  /** Takes over rows among which some sum finds one that it knows nothing of. */
  readonly leave: (partner: number, from: number, until: number, sums: readonly PlainSum[]) => void;
};

const PLACES_MAX = 2 ** 16;
/** Rows of a run that are looked at together at most. */
const BLOCK_ROWS = 4096;

const BUILDER = new TermCellsBuilder();
const HITS = new Uint32Array(BLOCK_ROWS);

/** Whether a product decides alone, and no sum of any rows leaves 2^53: nothing is then to be watched row by row. */
export function isScannedPlainly({ placed, products, stretches, cells }: PlainGround): boolean {
  return (
    placed.netBefore !== undefined &&
    (products.all & ~COUNTED) === 0 &&
    cells.length < PLACES_MAX &&
    stretches.every(({ sums }) => sums.every(({ flag, column }) => flag === 0 && column.isExact))
  );
}

/** Sums the runs of partners that take part on every day, without an object for any of them. */
export class PlainScan {
  private readonly ground: PlainGround;
  private readonly columns: readonly (readonly ColumnSum[])[];
  private readonly inside: Uint8Array;
  private readonly sums: Float64Array;
  private readonly lines: Uint32Array;
  private readonly found: Float64Array;
  private readonly total = { rows: 0, net: 0, counted: 0, countedNet: 0 };

  constructor(ground: PlainGround) {
    const { stretches, cells, placed, isInside } = ground;
    this.ground = ground;
    this.columns = stretches.map(({ sums }) =>
      sums.map(({ column, into }) => ({ values: column.values, into: into.map(({ place }) => place) })),
    );
    this.inside = groupsMarked(placed, isInside);
    this.sums = new Float64Array(cells.length);
    this.lines = new Uint32Array(cells.length);
    this.found = new Float64Array(Math.max(0, ...this.columns.map(({ length }) => length)));
  }

  /** Shape: partners in the order of their codes. */
  scan(partners: Uint32Array, term: string): { readonly cells: TermCells } & Scanned {
    const { placed, stretches, cells } = this.ground;
    const places = placed.places.of(stretches);
    const { firstOf, groupOf } = placed.places;
    const { inside } = this;
    for (const partner of partners) {
      const last = firstOf[partner + 1] as number;
      for (let segment = firstOf[partner] as number; segment < last; segment += 1) {
        if (inside[groupOf[segment] as number] === 1) this.scanSegment(partner, segment, places);
      }
      this.take(partner);
    }
    const [seen, counted] = [new RowSum(), new RowSum()];
    seen.add(this.total.rows, this.total.net);
    counted.add(this.total.counted, this.total.countedNet);
    return { cells: BUILDER.taken(term, cells.map(placeOf)), seen, counted };
  }

  private scanSegment(partner: number, segment: number, places: Uint32Array): void {
    const { columns } = this;
    for (let at = 0, place = 2 * segment * columns.length; at < columns.length; at += 1, place += 2) {
      const [first, end] = [places[place] as number, places[place + 1] as number];
      for (let from = first; from < end; from += BLOCK_ROWS) {
        this.scanRun(partner, at, from, Math.min(end, from + BLOCK_ROWS));
      }
    }
  }

  private scanRun(partner: number, at: number, from: number, until: number): void {
    const { placed, net, stretches, products, leave } = this.ground;
    const { columns, found, total } = this;
    const sums = columns[at] as readonly ColumnSum[];
    const count = pickCounted(placed, products.of, from, until);
    let isKnown = true;
    for (let index = 0; count > 0 && index < sums.length; index += 1) {
      const sum = sumOfHits((sums[index] as ColumnSum).values, count);
      found[index] = sum;
      isKnown = isKnown && !Number.isNaN(sum);
    }
    if (!isKnown) {
      leave(partner, from, until, (stretches[at] as SummedStretch).sums);
      return;
    }
    const netBefore = placed.netBefore as Float64Array;
    total.rows += until - from;
    total.net += (netBefore[until] as number) - (netBefore[from] as number);
    if (count === 0) return;
    total.counted += count;
    total.countedNet += sumOfHits(net, count);
    for (let index = 0; index < sums.length; index += 1) {
      for (const place of (sums[index] as ColumnSum).into) {
        this.sums[place] = (this.sums[place] as number) + (found[index] as number);
        this.lines[place] = (this.lines[place] as number) + count;
      }
    }
  }

  private take(partner: number): void {
    const { sums, lines } = this;
    for (let place = 0; place < lines.length; place += 1) {
      const count = lines[place] as number;
      if (count === 0) continue;
      BUILDER.push(partner, place, sums[place] as number, count);
      sums[place] = 0;
      lines[place] = 0;
    }
  }
}

/** 1 for each group that is looked at. */
function groupsMarked({ groups }: PlacedRows, isInside: (group: number) => boolean): Uint8Array {
  const marked = new Uint8Array(1 + Math.max(0, ...groups.keys()));
  for (const group of groups.keys()) if (isInside(group)) marked[group] = 1;
  return marked;
}

/** Gathers the rows whose product counts; gives how many. */
function pickCounted(
  { products, rows }: PlacedRows,
  isCounted: Uint8Array | Uint32Array,
  from: number,
  until: number,
): number {
  let count = 0;
  for (let at = from; at < until; at += 1) {
    HITS[count] = at;
    count += isCounted[products[at] as number] as number;
  }
  for (let hit = 0; hit < count; hit += 1) HITS[hit] = rows[HITS[hit] as number] as number;
  return count;
}

function sumOfHits(values: Float64Array, count: number): number {
  let sum = 0;
  for (let hit = 0; hit < count; hit += 1) sum += values[HITS[hit] as number] as number;
  return sum;
}
