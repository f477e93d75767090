import type { Cells } from '../../core/cell/cell.ts';
import { looksForSales } from '../../core/plan/findSales.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { plusCells } from '../mergeCells.ts';
import { TermSums } from '../termSums.ts';
import type { LinePart } from './linePart.ts';
import type { Integers } from './measureColumn.ts';
import type { PlacedRows } from './placedRows.ts';
import { RowSum } from './rowSum.ts';
import { scanTerm, type TableFound } from './scanTerm.ts';
import { TableSum, type TableSums } from './tableSum.ts';
import type { PlanCells, TermCells } from './termCells.ts';
import { TermGround } from './termGround.ts';
import { TABLE_COLUMNS_MAX, TABLE_TERMS_MAX, type TableTerm, type TermTable, termTable } from './termTable.ts';

/** A term of a plan, and its table and number there where it has one. */
type SetTerm = { readonly ground: TermGround; readonly table: number; readonly number: number };

type OpenTable = { readonly placed: PlacedRows; readonly columns: Integers[]; readonly terms: TableTerm[] };

/** What was found of each table, piece by piece: pieces in the order of their partners. */
export type SetSums = readonly (readonly TableSums[])[];

const NO_TABLE = -1;

/**
 * Plans over the lines of a part, made ready to be calculated as often as one likes: terms of plain sums share
 * tables (`TermTable`), for which lines are walked once; the others are looked at one by one.
 * Terms whose returns look for a sale are not among them.
 */
export class PlanSet {
  readonly tables: readonly TermTable[];
  private readonly part: LinePart;
  private readonly plans: readonly (readonly SetTerm[])[];

  constructor(part: LinePart, plans: readonly Plan[], context: MatchContext) {
    this.part = part;
    const open: OpenTable[] = [];
    this.plans = plans.map(({ terms }) =>
      terms
        .filter((planned) => !looksForSales(planned))
        .map((planned) => {
          const ground = new TermGround(part, planned, context);
          const term = ground.tableTerm;
          return { ground, ...(term === undefined ? { table: NO_TABLE, number: 0 } : this.enter(term, ground, open)) };
        }),
    );
    const { partnerTexts, productTexts, net } = part;
    this.tables = open.map(({ placed, columns, terms }) =>
      termTable(
        {
          ...{ placed, columns, net: net.values },
          ...{ partners: partnerTexts.codes.size, productCount: productTexts.codes.size },
        },
        terms,
      ),
    );
  }

  /** Whether every term has its place in a table. */
  get isInTables(): boolean {
    return this.plans.every((terms) => terms.every(({ table }) => table !== NO_TABLE));
  }

  /** The cells of each plan, found in this thread. */
  cells(): PlanCells[] {
    const sums = this.tables.map((table) => [new TableSum(table).sum(0, table.wordsOf.length - 1)]);
    return this.plans.map((_, plan) => this.cellsOf(plan, sums));
  }

  /** The cells of a plan, of what was found of the tables; of terms without one, those of `others` where they are known. */
  cellsOf(plan: number, found: SetSums, others?: readonly Cells[]): PlanCells {
    const plain: TermCells[] = [];
    const all: TermSums[] = [];
    for (const { ground, table, number } of this.plans[plan] ?? []) {
      if (table === NO_TABLE && others !== undefined) continue;
      const sums = new TermSums(ground.planned);
      all.push(sums);
      const pieces = table === NO_TABLE ? undefined : (found[table] as readonly TableSums[]);
      scanTerm(ground, sums, pieces && foundOf(pieces, number));
      for (const { entries } of pieces ?? []) {
        const [from, until] = [entries.firstOf[number] as number, entries.firstOf[number + 1] as number];
        const { planned, places } = ground;
        if (from < until) plain.push({ term: planned.id, places, columns: entries, from, until });
      }
    }
    const rest = TermSums.cellsOf(all);
    return { plain, rest: others === undefined ? rest : plusCells(rest, ...others) };
  }

  /** Into a table of rows placed alike and of the same columns. */
  private enter(term: TableTerm, { placed }: TermGround, open: OpenTable[]): Omit<SetTerm, 'ground'> {
    const net = this.part.net.values;
    const columns = new Set(term.stretches.flatMap(({ sums }) => sums.map(({ column }) => column.values)));
    columns.delete(net);
    if (columns.size > TABLE_COLUMNS_MAX) return { table: NO_TABLE, number: 0 };
    let table = open.findIndex((known) => known.placed === placed && takes(known, columns));
    if (table < 0) table = open.push({ placed, columns: [], terms: [] }) - 1;
    const { terms, columns: kept } = open[table] as OpenTable;
    for (const column of columns) if (!kept.includes(column)) kept.push(column);
    return { table, number: terms.push(term) - 1 };
  }
}

function takes({ columns, terms }: OpenTable, more: ReadonlySet<Integers>): boolean {
  return terms.length < TABLE_TERMS_MAX && new Set([...columns, ...more]).size <= TABLE_COLUMNS_MAX;
}

function foundOf(pieces: readonly TableSums[], number: number): TableFound {
  const [seen, counted] = [new RowSum(), new RowSum()];
  const left: [number, number, number][] = [];
  for (const { totals, left: all } of pieces) {
    const at = 4 * number;
    seen.add(totals[at] as number, totals[at + 1] as number);
    counted.add(totals[at + 2] as number, totals[at + 3] as number);
    for (let run = all.firstOf[number] ?? 0; run < (all.firstOf[number + 1] ?? 0); run += 1) {
      left.push([all.runs[3 * run] as number, all.runs[3 * run + 1] as number, all.runs[3 * run + 2] as number]);
    }
  }
  return { seen, counted, left };
}
