import type { Bucket } from '../../core/agreement/agreement.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { Cell } from '../../core/cell/cell.ts';
import type { Rational } from '../../core/number/rational.ts';
import { bucketOf } from '../../core/plan/bucketOf.ts';
import { valueAt } from './codeColumn.ts';
import type { LineColumns } from './lineColumns.ts';

/** Cells of the same rows: their slots, the payout window, and what the rows are gathered by. One unit of a sum is `toCell` units at `scale` places. */
export type GatheredGroup = {
  readonly slots: readonly string[];
  readonly window: Window;
  readonly buckets: readonly Bucket[];
  readonly scale: number;
  readonly toCell: bigint;
};

/**
 * The cells of a term by delivery, product or group of partners, in columns: an entry has the number of its group of cells, one of its rows
 * (which says partner and bucket), the places of its factor and its pool, its lines and their sum, an integer below 2^53.
 * In no order; a cell may stand in several entries.
 */
export type GatheredCells = {
  readonly term: string;
  readonly groups: readonly GatheredGroup[];
  readonly factors: readonly Rational[];
  readonly pools: readonly string[];
  readonly groupOf: Uint16Array;
  readonly rows: Uint32Array;
  readonly factorOf: Uint16Array;
  readonly poolOf: Uint16Array;
  readonly lines: Uint32Array;
  readonly sums: Float64Array;
};

/** The cells one by one, as every executor gives them; `facts` are the columns that the rows are of. */
export function* eachGathered(
  { term, groups, factors, pools, groupOf, rows, factorOf, poolOf, lines, sums }: GatheredCells,
  facts: LineColumns,
): Iterable<Cell> {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const { slots, window, buckets, scale, toCell } = groups[groupOf[at] as number] as GatheredGroup;
    const shared = {
      partner: valueAt(facts.codes.partner, row),
      window,
      bucket: bucketAt(buckets, facts, row),
      pool: pools[poolOf[at] as number] as string,
      factor: factors[factorOf[at] as number] as Rational,
      scale,
      sum: BigInt(sums[at] as number) * toCell,
      lines: lines[at] as number,
      term,
    };
    for (const slot of slots) yield { ...shared, slot };
  }
}

/** Of a row that does not act at the place of another, and whose day it is not gathered by. */
function bucketAt(buckets: readonly Bucket[], { codes }: LineColumns, row: number): string {
  if (buckets.length === 0) return '';
  const line = {
    source: valueAt(codes.source, row),
    document: valueAt(codes.document, row),
    line: valueAt(codes.line, row),
    product: valueAt(codes.product, row),
    numbers: valueAt(codes.numbers, row),
    attributes: valueAt(codes.attributes, row),
  };
  return bucketOf(buckets, line, { on: 0, isOriginal: false });
}
