import type { Condition } from '../../core/agreement/agreement.ts';
import { contains, type Window } from '../../core/calendar/window.ts';
import { cellKey } from '../../core/cell/cell.ts';
import { rational } from '../../core/number/rational.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { ExactSum } from './exactNumber.ts';
import type { LinePart } from './linePart.ts';
import { fieldOf, type MeasureColumn } from './measureColumn.ts';
import { WHERE, WHERE_MAX } from './productFlags.ts';
import type { Stretch } from './stretches.ts';

const ONE = rational(1n);

/** The growing cell of one slot and window, of the partner at hand. */
export type GrowingCell = {
  readonly slot: string;
  readonly window: Window;
  readonly column: MeasureColumn;
  readonly sum: ExactSum;
  /** What its key sorts by, of one partner. */
  readonly key: string;
  /** Its place among the cells, in the order of their keys. */
  place: number;
  lines: number;
};

/** A sum of one column over the rows whose product has a flag (0: over all of them), and the cells that it goes into. */
export type PlainSum = {
  readonly column: MeasureColumn;
  readonly flag: number;
  readonly into: readonly GrowingCell[];
};

/** What rows of a stretch add to, slot by slot and window by window. */
export type Added = Pick<PlainSum, 'column' | 'flag'> & Pick<GrowingCell, 'slot' | 'window'>;

/** Whether sums of fields are all that a term is made of. */
export function isPlain(planned: PlanTerm): boolean {
  return planned.kind === 'additive' && sumsFields(planned);
}

/** Whether the sums of a term are of fields as they were received; else core looks at each line that counts. */
export function sumsFields({ term, slots, lines, currency }: PlanTerm): boolean {
  if (term.group !== 'none') return false;
  if (lines.include.length > 0 || lines.exclude.length > 0) return false;
  const isSummed = slots.every(
    ({ measure, buckets, ignoresReturns, where }) =>
      buckets.length === 0 &&
      !ignoresReturns &&
      fieldOf(measure, currency) !== undefined &&
      where.every(isOnProduct),
  );
  return isSummed && wheresOf({ slots }).length <= WHERE_MAX;
}

function isOnProduct({ attribute }: Condition): boolean {
  return attribute.startsWith('product.');
}

/** The conditions of the sums, in the order of their flags. */
export function wheresOf({ slots }: Pick<PlanTerm, 'slots'>): readonly (readonly Condition[])[] {
  return slots.map(({ where }) => where).filter((where) => where.length > 0);
}

/** The sums of each stretch of days, over cells that stretches share. */
export class PlainSums {
  private readonly part: LinePart;
  private readonly planned: PlanTerm;
  private readonly growing = new Map<string, GrowingCell>();

  constructor(part: LinePart, planned: PlanTerm) {
    this.part = part;
    this.planned = planned;
  }

  of(stretch: Stretch): PlainSum[] {
    const sums: { column: MeasureColumn; flag: number; into: GrowingCell[] }[] = [];
    for (const { slot, window, column, flag } of this.added(stretch)) {
      const known = sums.find((sum) => sum.column === column && sum.flag === flag);
      const cell = this.cell(slot, window, column);
      if (known === undefined) sums.push({ column, flag, into: [cell] });
      else known.into.push(cell);
    }
    return sums;
  }

  added(stretch: Stretch): Added[] {
    const { slots, currency } = this.planned;
    const wheres = wheresOf(this.planned);
    return slots.flatMap(({ id: slot, measure, where, windows }) => {
      const field = fieldOf(measure, currency);
      if (field === undefined) return [];
      const flag = where.length === 0 ? 0 : WHERE << wheres.indexOf(where);
      const column = this.part.measure(field);
      return stretch.pays
        .filter((window) => {
          const lines = windows.find(({ pays }) => pays.from === window.from)?.lines;
          return lines !== undefined && contains(lines, stretch.from);
        })
        .map((window) => ({ slot, window, column, flag }));
    });
  }

  private cell(slot: string, window: Window, column: MeasureColumn): GrowingCell {
    const id = `${slot} ${window.from}`;
    const known = this.growing.get(id);
    if (known !== undefined) return known;
    const key = cellKey({
      ...{ term: '', partner: '', window, slot, bucket: '', pool: '' },
      ...{ factor: ONE, scale: column.cellScale },
    });
    const cell = { slot, window, column, sum: new ExactSum(), key, place: 0, lines: 0 };
    this.growing.set(id, cell);
    return cell;
  }

  /** All of them in the order of their keys, each with its place there: once every stretch has its sums. */
  placed(): readonly GrowingCell[] {
    const cells = [...this.growing.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const [place, cell] of cells.entries()) cell.place = place;
    return cells;
  }

  /** Hands on what has lines, and begins anew. */
  *taken(): Iterable<GrowingCell> {
    for (const cell of this.growing.values()) {
      if (cell.lines === 0) continue;
      yield cell;
      cell.sum.clear();
      cell.lines = 0;
    }
  }
}
