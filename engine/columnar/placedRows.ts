import type { Returns } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { DateKind } from '../../core/fact/line.ts';
import { type Codes, valueAt } from './codeColumn.ts';
import { DayTotals } from './dayTotals.ts';
import type { Integers } from './exactNumber.ts';
import { isNegativeRow, type LineColumns } from './lineColumns.ts';
import { RowSum } from './rowSum.ts';
import { type SegmentTable, segmentTable } from './segmentTable.ts';
import { sharedArray } from './sharedArray.ts';

/** By which of their days a term places lines, and what returns do there. */
export type Placement = { readonly date: DateKind } & Pick<Returns, 'linked' | 'unlinked'>;

/** Rows of one partner, side and company. */
export type Segment = {
  readonly partner: number;
  /** The code of side and company. */
  readonly group: number;
  readonly from: number;
  readonly until: number;
};

/** The rows of one side and company: what can be placed, by day, and what has no day. */
export type GroupTotals = { readonly byDay: DayTotals; readonly undated: RowSum };

/** Rows in the order of the days on which terms of one placement place them. */
export type PlacedRows = {
  /** Shape: of each segment those that can be placed, by day. */
  readonly rows: Uint32Array;
  /** The product of each. */
  readonly products: Codes;
  /** The day of each. */
  readonly days: Int32Array;
  /** Net value of all before each, in the units of the net column; undefined where it would leave 2^53. */
  readonly netBefore: Float64Array | undefined;
  /** By the code of the partner, in the places of `rows`. */
  readonly ofPartner: ReadonlyMap<number, readonly Segment[]>;
  /** The same, as plain numbers. */
  readonly segments: SegmentTable;
  readonly groups: ReadonlyMap<number, GroupTotals>;
  /** Rows that only core can place. */
  readonly asked: readonly number[];
  /** Rebate documents of ours. */
  readonly own: RowSum;
};

/** Rows with the product of each, and its net value in the units of the net column. */
type Placeable = {
  readonly facts: LineColumns;
  readonly products: Codes;
  readonly net: { readonly values: Integers };
};

/** Places the rows of each segment; `isOwn` marks rebate documents of ours. */
export function placeRows(
  part: Placeable,
  segments: readonly Segment[],
  placement: Placement,
  isOwn: (row: number) => boolean,
): PlacedRows {
  const placing = new Placing(part, placement);
  for (const segment of segments) placing.add(segment, isOwn);
  return placing.done();
}

const newSum = () => new RowSum();
const newDays = () => new Map<LocalDate, RowSum>();

/** What stands under a key, made where nothing does. */
function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

class Placing {
  private readonly net: Integers;
  private readonly products: Codes;
  private readonly partners: number;
  private readonly dayOf: (row: number) => LocalDate | undefined | 'asked';
  private readonly rows: Uint32Array;
  private readonly days: Int32Array;
  private readonly ofPartner = new Map<number, Segment[]>();
  private readonly byDay = new Map<number, Map<LocalDate, RowSum>>();
  private readonly undated = new Map<number, RowSum>();
  private readonly asked: number[] = [];
  private readonly own = new RowSum();
  private count = 0;

  constructor({ facts, products, net }: Placeable, placement: Placement) {
    this.net = net.values;
    this.products = products;
    this.partners = facts.codes.partner.values.length;
    this.dayOf = placedDay(facts, placement);
    this.rows = sharedArray(Uint32Array, facts.count);
    this.days = sharedArray(Int32Array, facts.count);
  }

  add({ partner, group, from, until }: Segment, isOwn: (row: number) => boolean): void {
    const first = this.count;
    for (let row = from; row < until; row += 1) {
      const net = this.net[row] as number;
      const day = Number.isNaN(net) ? 'asked' : this.dayOf(row);
      if (day === 'asked') this.asked.push(row);
      else if (isOwn(row)) this.own.add(1, net);
      else if (day === undefined) entryOf(this.undated, group, newSum).add(1, net);
      else this.place(row, day);
    }
    this.sort(first);
    const days = entryOf(this.byDay, group, newDays);
    for (let at = first; at < this.count; ) at = this.addDay(days, at);
    entryOf(this.ofPartner, partner, () => []).push({ partner, group, from: first, until: this.count });
  }

  /** The rows of one day, from the first on; gives the row after the last. */
  private addDay(days: Map<LocalDate, RowSum>, first: number): number {
    const day = this.days[first] as number;
    const sum = entryOf(days, day, newSum);
    let at = first;
    while (at < this.count && this.days[at] === day) {
      sum.add(1, this.net[this.rows[at] as number] as number);
      at += 1;
    }
    return at;
  }

  private place(row: number, day: LocalDate): void {
    this.rows[this.count] = row;
    this.days[this.count] = day;
    this.count += 1;
  }

  /** Most rows come in order: only returns at the place of their original, and other days than invoice days, do not. */
  private sort(first: number): void {
    const days = this.days.subarray(first, this.count);
    if (days.every((day, at) => at === 0 || day >= (days[at - 1] as number))) return;
    const rows = this.rows.subarray(first, this.count);
    const order = [...days.keys()].sort((a, b) => (days[a] as number) - (days[b] as number));
    const [sortedDays, sortedRows] = [
      order.map((at) => days[at] as number),
      order.map((at) => rows[at] as number),
    ];
    days.set(sortedDays);
    rows.set(sortedRows);
  }

  done(): PlacedRows {
    const groups = new Map(
      [...new Set([...this.byDay.keys(), ...this.undated.keys()])].map((group) => {
        return [
          group,
          {
            byDay: new DayTotals(entryOf(this.byDay, group, newDays)),
            undated: entryOf(this.undated, group, newSum),
          },
        ] as const;
      }),
    );
    const rows = this.rows.subarray(0, this.count);
    const days = this.days.subarray(0, this.count);
    return {
      rows,
      products: codesInOrder(this.products, rows),
      days,
      segments: segmentTable([...this.ofPartner.values()].flat(), this.partners),
      netBefore: sumsBefore(rows, this.net),
      ...{ ofPartner: this.ofPartner, groups, asked: this.asked, own: this.own },
    };
  }
}

/** The day on which a row acts, where that is plain to see (`placeLine` has the rules); undefined: it has none. */
function placedDay(
  facts: LineColumns,
  placement: Placement,
): (row: number) => LocalDate | undefined | 'asked' {
  const { date, linked, unlinked } = placement;
  const { rare, codes } = facts;
  const days = facts.days[date];
  const hasTotals = codes.takenOverFrom.values.some((from) => from !== undefined);
  return (row) => {
    if (hasTotals && valueAt(codes.takenOverFrom, row) !== undefined) return 'asked';
    if (rare.correction.get(row)?.isContradicted) return 'asked';
    const own = valueAt(days, row);
    const original = rare.original.get(row);
    if (rare.returnOf.has(row)) {
      if (linked === 'returnWindow') return own;
      return (linked === 'originalWindow' ? original?.dates[date] : undefined) ?? 'asked';
    }
    if (original !== undefined) return 'asked';
    return unlinked === 'blocked' && isNegativeRow(facts, row) ? 'asked' : own;
  };
}

function codesInOrder(codes: Codes, rows: Uint32Array): Codes {
  const kind =
    codes instanceof Uint8Array ? Uint8Array : codes instanceof Uint16Array ? Uint16Array : Uint32Array;
  const inOrder = sharedArray<Codes>(kind, rows.length);
  for (let at = 0; at < rows.length; at += 1) inOrder[at] = codes[rows[at] as number] as number;
  return inOrder;
}

function sumsBefore(rows: Uint32Array, net: Integers): Float64Array | undefined {
  const before = sharedArray(Float64Array, rows.length + 1);
  let [sum, size] = [0, 0];
  for (let at = 0; at < rows.length; at += 1) {
    const value = net[rows[at] as number] as number;
    sum += value;
    size += Math.abs(value);
    before[at + 1] = sum;
  }
  return size <= Number.MAX_SAFE_INTEGER ? before : undefined;
}
