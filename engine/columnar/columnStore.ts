import type { Cells } from '../../core/cell/cell.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { findSales, looksForSales } from '../../core/plan/findSales.ts';
import { type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { Plan, PlanTerm } from '../../core/plan/plan.ts';
import { minusCells, plusCells, plusSums } from '../mergeCells.ts';
import { netAtNine, TermSums } from '../termSums.ts';
import { columnsOf, type LineColumns, lineAt } from './lineColumns.ts';
import { LinePart } from './linePart.ts';
import { cellsOf } from './planCells.ts';
import { PlanSet } from './planSet.ts';
import { scanTerm } from './scanTerm.ts';
import { TermAllocation } from './termAllocation.ts';
import type { PlanCells } from './termCells.ts';
import { TermGround } from './termGround.ts';

/** What became known since a store was made: lines that came in, and those that are known no more or otherwise. */
export type LineDelta = { readonly added: Iterable<Line>; readonly removed: Iterable<Line> };

const NO_CELLS: PlanCells = { plain: [], gathered: [], rest: { cells: [], tallies: [] } };

type Changed = { readonly added: readonly Line[]; readonly removed: readonly Line[] };

/** With more lines changed than this part of all, a store is built anew. In percent. */
const CHANGED_PERCENT_MAX = 5;

/**
 * The lines known at a batch in columns, with what changed since beside them. It is a copy: it may be
 * dropped at any time and built again from the lines at its watermark.
 */
export class ColumnStore {
  /** The batch up to which lines are in it. */
  readonly watermark: number;
  private readonly main: LinePart;
  private readonly changed: Changed;
  private parts: { readonly added: LinePart; readonly removed: LinePart } | undefined;

  private constructor(watermark: number, main: LinePart, changed: Changed = { added: [], removed: [] }) {
    this.watermark = watermark;
    this.main = main;
    this.changed = changed;
  }

  /** Over lines that are at hand, and stay so. */
  static of(lines: readonly Line[], watermark = 0): ColumnStore {
    return new ColumnStore(watermark, partOf(lines));
  }

  /** With all that the lines say in columns, so that the lines themselves can go: a tenth of their memory. */
  static packed(lines: Iterable<Line>, watermark = 0): ColumnStore {
    return ColumnStore.over(columnsOf(lines, false).facts, watermark);
  }

  /** Over columns that are made already, such as those of another thread. */
  static over(facts: LineColumns, watermark = 0): ColumnStore {
    return new ColumnStore(watermark, new LinePart(facts));
  }

  /** The same with its lines as they lie there, for callers that want both: they are put together once. */
  static unpacked(
    facts: LineColumns,
    watermark = 0,
  ): { readonly store: ColumnStore; readonly lines: readonly Line[] } {
    const lines = Array.from({ length: facts.count }, (_, row) => lineAt(facts, row));
    const part = new LinePart(facts, (row) => lines[row] as Line);
    return { store: new ColumnStore(watermark, part), lines };
  }

  /**
   * The store at a later batch. A line that is known otherwise is removed as it was and added as it is.
   * With more than `percentMax` percent of the lines changed it is built anew.
   */
  after({ added, removed }: LineDelta, watermark: number, percentMax = CHANGED_PERCENT_MAX): ColumnStore {
    const gone = new Map([...removed].map((line) => [lineKey(line), line]));
    const kept = this.changed.added.filter((line) => !gone.delete(lineKey(line)));
    const changed = { added: [...kept, ...added], removed: [...this.changed.removed, ...gone.values()] };
    const next = new ColumnStore(watermark, this.main, changed);
    const isLarge =
      100 * (changed.added.length + changed.removed.length) > percentMax * this.main.facts.count;
    return isLarge ? ColumnStore.packed(next.lines(), watermark) : next;
  }

  /** All lines as known at the watermark. */
  *lines(): Iterable<Line> {
    const removed = new Set(this.changed.removed.map(lineKey));
    for (const line of this.main.lines()) if (!removed.has(lineKey(line))) yield line;
    yield* this.changed.added;
  }

  /** The cells of a plan, to the byte those of the simple executor over the same lines. */
  execute(plan: Plan, context: MatchContext): Cells {
    let cells = cellsIn(this.main, plan, context);
    const { added, removed } = this.changedParts();
    if (removed.facts.count > 0) cells = minusCells(cells, cellsIn(removed, plan, context));
    if (added.facts.count > 0) cells = plusCells(cells, cellsIn(added, plan, context));
    const terms = this.searching(plan, context, 'lines');
    return terms.length === 0 ? cells : plusCells(cells, TermSums.cellsOf(terms));
  }

  /** The lines of terms that are not additive, as `execute` gives them, and nothing else. */
  streams({ agreement, terms }: Plan, context: MatchContext): Cells['streams'] {
    const wanted = terms.filter(({ kind }) => kind !== 'additive');
    if (wanted.length === 0) return new Map();
    return this.execute({ agreement, terms: wanted }, context).streams;
  }

  /** The cells of a store without changes, plain sums as columns. */
  executePlain(plan: Plan, context: MatchContext): PlanCells {
    const [found] = this.planSet([plan], context).cells();
    const { plain, gathered, rest } = found as PlanCells;
    const terms = this.searching(plan, context, 'sums');
    return { plain, gathered, rest: terms.length === 0 ? rest : plusSums(rest, TermSums.sumsOf(terms)) };
  }

  /** Many plans made ready, of a store without changes: without terms whose returns look for a sale. */
  planSet(plans: readonly Plan[], context: MatchContext): PlanSet {
    if (this.changed.added.length + this.changed.removed.length > 0)
      throw new Error('Fault: a changed store');
    return new PlanSet(this.main, plans, context);
  }

  /** What the lines that came in since the columns were made add to the cells of each plan, and what those that went took away. */
  executeChanged(
    plans: readonly Plan[],
    context: MatchContext,
  ): readonly { readonly added: PlanCells; readonly removed: PlanCells }[] {
    const { added, removed } = this.changedParts();
    const [more, less] = [added, removed].map((part) => {
      return part.facts.count === 0 ? [] : new PlanSet(part, plans, context).cells();
    });
    return plans.map((_, plan) => ({ added: more?.[plan] ?? NO_CELLS, removed: less?.[plan] ?? NO_CELLS }));
  }

  /** The lines behind the earnings of a term, and what each has of them. */
  allocation(planned: PlanTerm, context: MatchContext): TermAllocation {
    const { added, removed } = this.changed;
    const gone = new Set(removed.map(lineKey));
    const come = Map.groupBy(added, ({ partner }) => partner);
    const of = (partner: string) => {
      const known = this.main.linesOf(partner).filter((line) => !gone.has(lineKey(line)));
      return [...known, ...(come.get(partner) ?? [])];
    };
    const changed = new Set([...added, ...removed].map(({ partner }) => partner));
    return new TermAllocation(this.main, planned, context, { of, changed });
  }

  private changedParts(): { readonly added: LinePart; readonly removed: LinePart } {
    this.parts ??= {
      added: partOf(this.changed.added, this.main.facts),
      removed: partOf(this.changed.removed, this.main.facts),
    };
    return this.parts;
  }

  /** Returns that look for a sale look among all lines: such terms have no parts. */
  private searching(plan: Plan, context: MatchContext, needs: 'lines' | 'sums'): TermSums[] {
    const terms = plan.terms.filter(looksForSales).map((planned) => new TermSums(planned, needs));
    const lines = terms.length === 0 ? [] : [...this.lines()];
    for (const sums of terms) {
      for (const line of findSales(sums.planned, lines, context.master)) {
        sums.add(line, netAtNine(line), matchLine(sums.planned, line, context));
      }
    }
    return terms;
  }
}

/** With the codes that other columns have, as far as they have them. */
function partOf(lines: readonly Line[], like?: LineColumns): LinePart {
  const { facts, order } = columnsOf(lines, true, like);
  return new LinePart(facts, (row) => lines[order[row] as number] as Line);
}

/** Additive terms by their sums alone; of the others also the lines, which are looked at once for both. */
function cellsIn(part: LinePart, { agreement, terms }: Plan, context: MatchContext): Cells {
  const summed = { agreement, terms: terms.filter(({ kind }) => kind === 'additive') };
  const sums = cellsOf(new PlanSet(part, [summed], context).cells(), part.facts);
  const lined = terms
    .filter((planned) => planned.kind !== 'additive' && !looksForSales(planned))
    .map((planned) => {
      const own = new TermSums(planned);
      scanTerm(new TermGround(part, planned, context), own);
      return own;
    });
  const cells = { ...sums, streams: new Map() };
  return lined.length === 0 ? cells : plusCells(cells, TermSums.cellsOf(lined));
}
