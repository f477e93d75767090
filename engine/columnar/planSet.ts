import { looksForSales } from '../../core/plan/findSales.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { TermSums } from '../termSums.ts';
import type { Integers } from './exactNumber.ts';
import type { GatheredCells } from './gatheredCells.ts';
import type { LinePart } from './linePart.ts';
import { pieceBounds } from './pieceBounds.ts';
import type { PlacedRows } from './placedRows.ts';
import { RowSum } from './rowSum.ts';
import { scanTerm, type TableFound } from './scanTerm.ts';
import { TableSum, type TableSums } from './tableSum.ts';
import type { CellPlace, PlanCells, TermCells } from './termCells.ts';
import { TermGround } from './termGround.ts';
import {
  changesWithin,
  TABLE_COLUMNS_MAX,
  TABLE_TERMS_MAX,
  type TableTerm,
  type TermTable,
  termTable,
} from './termTable.ts';

/** Where a term is: its table, its number there, and its cells. */
type Place = {
  readonly table: number;
  readonly number: number;
  readonly groups: readonly (readonly CellPlace[])[];
  /** Whether partners that take part on some days only are in it, too. */
  readonly isAtTimes: boolean;
};

/** A term of a plan, and its place in a table where it has one. */
type SetTerm = { readonly ground: TermGround; readonly place: Place | undefined };

type OpenTable = {
  readonly placed: PlacedRows;
  readonly columns: Integers[];
  readonly terms: TableTerm[];
  /** The days on which some partner begins or ends to take part. */
  readonly changes: Set<number>;
};

/** With more such days in a table its epochs would have few rows each: those partners are scanned. */
const CHANGES_MAX = 128;

type Scanned = { readonly sums: TermSums; readonly gathered: GatheredCells | undefined };

/** What was found of each table: by each thread the totals of its pieces, and all pieces in the order of their partners. */
export type SetSums = readonly (readonly TableSums[])[];

/**
 * Plans over the lines of a part, made ready to be calculated as often as one likes: terms of plain sums share
 * tables (`TermTable`), for which lines are walked once; the others are looked at one by one.
 * Terms whose returns look for a sale are not among them.
 */
export class PlanSet {
  readonly tables: readonly TermTable[];
  /** The plans with the terms that have no place in a table. */
  readonly others: readonly Plan[];
  private readonly plans: readonly (readonly SetTerm[])[];
  private readonly sums: readonly TableSum[];

  constructor(part: LinePart, plans: readonly Plan[], context: MatchContext) {
    const open: OpenTable[] = [];
    this.plans = plans.map(({ terms }) =>
      terms
        .filter((planned) => !looksForSales(planned))
        .map((planned) => {
          const ground = new TermGround(part, planned, context);
          const term = ground.tableTerm;
          return { ground, place: term && enter(term, ground, open) };
        }),
    );
    this.others = plans.map(({ agreement, terms }, plan) => {
      const placed = new Set(
        this.plans[plan]?.flatMap(({ ground, place }) => (place ? [ground.planned] : [])),
      );
      return { agreement, terms: terms.filter((planned) => !placed.has(planned)) };
    });
    const { partnerTexts, productTexts, net } = part;
    const counts = { partners: partnerTexts.codes.size, productCount: productTexts.codes.size };
    this.tables = open.map(({ placed, columns, terms }) =>
      termTable({ ...{ placed, columns, net: net.values }, ...counts }, terms),
    );
    this.sums = this.tables.map((table) => new TableSum(table));
  }

  /** The cells of each plan, found in this thread: until it is asked again, which writes over them. Lines are not among them. */
  cells(): PlanCells[] {
    const found = this.tables.map((table, at) => {
      const sum = this.sums[at] as TableSum;
      sum.begin();
      return [sum.found(pieceBounds(table.segments).map(([from, until]) => sum.piece(from, until)))];
    });
    return this.plans.map((terms, plan) => {
      const scanned = terms.filter(({ place }) => place === undefined);
      const others = scanned.map(({ ground }) => {
        const sums = new TermSums(ground.planned, 'sums');
        return { sums, gathered: scanTerm(ground, sums) };
      });
      return this.cellsWith(plan, found, others);
    });
  }

  /** The cells of a plan, of what was found of its tables; without those of its `others`. */
  cellsOf(plan: number, found: SetSums): PlanCells {
    return this.cellsWith(plan, found, []);
  }

  private cellsWith(plan: number, found: SetSums, others: readonly Scanned[]): PlanCells {
    const plain: TermCells[] = [];
    const all = others.map(({ sums }) => sums);
    for (const { ground, place } of this.plans[plan] ?? []) {
      if (place === undefined) continue;
      const own = found[place.table] ?? [];
      const sums = new TermSums(ground.planned, 'sums');
      scanTerm(ground, sums, foundOf(own, place));
      all.push(sums);
      plain.push(...termCells(ground.planned.id, place, own));
    }
    return { plain, gathered: others.flatMap(({ gathered }) => gathered ?? []), rest: TermSums.sumsOf(all) };
  }
}

/** Into a table of rows placed alike and of the same columns. */
function enter(
  term: Omit<TableTerm, 'watched'>,
  { part, placed }: TermGround,
  open: OpenTable[],
): Place | undefined {
  const net = part.net.values;
  const used = new Set(term.stretches.flatMap(({ sums }) => sums.map(({ column }) => column.values)));
  const more = new Set([...used].filter((column) => column !== net));
  if (more.size > TABLE_COLUMNS_MAX) return undefined;
  let table = open.findIndex((known) => known.placed === placed && takes(known, more));
  if (table < 0) table = open.push({ placed, columns: [], terms: [], changes: new Set() }) - 1;
  const { terms, columns, changes } = open[table] as OpenTable;
  for (const column of more) if (!columns.includes(column)) columns.push(column);
  const numberOf = (column: Integers) => (column === net ? 0 : 1 + columns.indexOf(column));
  const watched = [...used].reduce(
    (bits, column) => bits | (isEachThere(column) ? 0 : 1 << numberOf(column)),
    0,
  );
  const groups = term.groups.map(({ cells }) =>
    cells.map(({ slot, window, column: { values, cellScale: scale, toCell } }) => {
      return { slot, window, scale, toCell, column: numberOf(values) };
    }),
  );
  const days = new Set([...changes, ...changesWithin(term)]);
  const isAtTimes = days.size <= CHANGES_MAX;
  if (isAtTimes) for (const day of days) changes.add(day);
  const { partners, atTimes } = isAtTimes ? withAtTimes(term) : { ...term, atTimes: new Map() };
  return { table, number: terms.push({ ...term, partners, atTimes, watched }) - 1, groups, isAtTimes };
}

function withAtTimes({ partners, atTimes }: Pick<TableTerm, 'partners' | 'atTimes'>) {
  return { partners: Uint32Array.from([...partners, ...atTimes.keys()]).sort(), atTimes };
}

/** Small integers are there in every row. */
function isEachThere(column: Integers): boolean {
  return column instanceof Int32Array;
}

function takes({ columns, terms }: OpenTable, more: ReadonlySet<Integers>): boolean {
  return terms.length < TABLE_TERMS_MAX && new Set([...columns, ...more]).size <= TABLE_COLUMNS_MAX;
}

function termCells(term: string, { number, groups }: Place, all: readonly TableSums[]): TermCells[] {
  const found: TermCells[] = [];
  for (const entries of all.flatMap(({ pieces }) => pieces)) {
    const [from, until] = [entries.firstOf[number] as number, entries.firstOf[number + 1] as number];
    if (from < until) found.push({ term, groups, columns: entries, from, until });
  }
  return found;
}

function foundOf(sums: readonly TableSums[], { number, isAtTimes }: Place): TableFound {
  const [seen, counted] = [new RowSum(), new RowSum()];
  const left: number[] = [];
  for (const { totals, left: all } of sums) {
    const at = 4 * number;
    seen.add(totals[at] as number, totals[at + 1] as number);
    counted.add(totals[at + 2] as number, totals[at + 3] as number);
    for (let one = 0; one < all.length; one += 2) if (all[one] === number) left.push(all[one + 1] as number);
  }
  return { seen, counted, left, isAtTimes };
}
