import type { Cells } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import { type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { Plan, PlanTerm } from '../../core/plan/plan.ts';
import { plusCells } from '../../engine/mergeCells.ts';
import { execute } from '../../engine/simple/execute.ts';
import { type LineTotal, layingOut, lineTotals } from '../../engine/sql/lineTotals.ts';
import type { PlacedSource } from '../../engine/sql/placedLines.ts';
import { type SummedRow, SummedRows } from '../../engine/sql/readSums.ts';
import { type SharedSource, sourceKey, sourcesOf } from '../../engine/sql/sourcesOf.ts';
import type { Statement } from '../../engine/sql/statement.ts';
import { termStatements } from '../../engine/sql/termStatements.ts';
import { type AskedBecause, needsAllLines, whyAsked } from '../../engine/sql/whyAsked.ts';
import { netAtNine, TermSums } from '../../engine/termSums.ts';
import type { TenantId, Tx } from '../ports.ts';

/** A term that is not summed in the database, and why: core judges its lines one by one. */
export type AskedTerm = { readonly term: string; readonly because: AskedBecause };

/** `judged`: how many lines core had to look at, which the database handed over for it. */
export type CellsInDatabase = {
  readonly cells: Cells;
  readonly asked: readonly AskedTerm[];
  readonly judged: number;
};

/** What all terms of a placement share. */
type Ground = {
  readonly source: PlacedSource;
  readonly totals: readonly LineTotal[];
  readonly special: readonly Line[];
};

/** Placing all lines once and keeping them costs as much as so many terms that place their own. */
const LAID_OUT_FROM = 4;

/**
 * The push-down executor: the database sums the lines of plans where they lie, and hands over those
 * that only core can judge. The cells are those of every other executor over the lines known at the
 * batch, to the byte. What many terms share is asked for once: the plans of a run go in together.
 */
export class DatabaseExecutor {
  private readonly tx: Tx;
  private readonly known: { readonly tenant: TenantId; readonly batch: number };
  private readonly context: MatchContext;

  constructor(tx: Tx, at: { readonly tenant: TenantId; readonly batch: number }, context: MatchContext) {
    this.tx = tx;
    this.known = at;
    this.context = context;
  }

  async execute(plan: Plan): Promise<CellsInDatabase> {
    for await (const cells of this.executeAll([plan])) return cells;
    throw new Error('Fault: no cells');
  }

  /** The cells of each plan, one after the other, in their order. */
  async *executeAll(plans: readonly Plan[]): AsyncGenerator<CellsInDatabase> {
    const sources = sourcesOf(plans.flatMap(({ terms }) => terms));
    const grounds = new Map<string, Promise<Ground>>();
    const groundOf = (planned: PlanTerm) => {
      const key = sourceKey(planned);
      const ground = grounds.get(key) ?? this.groundOf(sources.get(key) as SharedSource);
      grounds.set(key, ground);
      return ground;
    };
    for (const plan of plans) yield await this.cellsOf(plan, groundOf);
  }

  private async cellsOf(
    plan: Plan,
    groundOf: (planned: PlanTerm) => Promise<Ground>,
  ): Promise<CellsInDatabase> {
    const sums: TermSums[] = [];
    const alone: Cells[] = [];
    let judged = 0;
    for (const planned of plan.terms) {
      if (needsAllLines(whyAsked(planned))) {
        const lines = await this.tx.lines.knownAt(this.known.batch, {});
        alone.push(execute({ ...plan, terms: [planned] }, lines, this.context));
        judged += lines.length;
      } else {
        const term = new TermSums(planned);
        judged += await this.sumTerm(term, await groundOf(planned));
        sums.push(term);
      }
    }
    const asked = plan.terms.flatMap((planned) => {
      const because = whyAsked(planned);
      return because === undefined ? [] : [{ term: planned.id, because }];
    });
    return { cells: plusCells(TermSums.cellsOf(sums), ...alone), asked, judged };
  }

  /** Gives how many lines core judged. */
  private async sumTerm(sums: TermSums, { source, totals, special }: Ground): Promise<number> {
    const { planned } = sums;
    const statements = termStatements(planned, source, this.known, this.context);
    const rows = new SummedRows(statements, sums, this.context);
    const asked = rows.addJudged(await this.rows(statements.judged), totals);
    for (const { slots, statement } of statements.gathered) {
      rows.addGathered(await this.rows(statement), slots);
    }
    const lines = asked === 0 ? [] : await this.tx.pushed.lines(statements.asked, this.known.batch);
    for (const line of [...special, ...lines]) {
      sums.add(line, netAtNine(line), matchLine(planned, line, this.context));
    }
    return special.length + lines.length;
  }

  private rows(statement: Statement): Promise<readonly SummedRow[]> {
    return this.tx.pushed.rows<SummedRow>(statement);
  }

  private async groundOf({ source: asked, terms }: SharedSource): Promise<Ground> {
    const { master } = this.context;
    const { batch } = this.known;
    const table =
      terms < LAID_OUT_FROM ? undefined : await this.tx.pushed.layOut(layingOut(asked, this.known, master));
    const source = table === undefined ? asked : { ...asked, table };
    const { totals, special } = lineTotals(source, this.known, master);
    return {
      source,
      totals: await this.tx.pushed.rows<LineTotal>(totals),
      special: [...(await this.tx.pushed.lines(special, batch)), ...(await this.tx.pushed.totals(batch))],
    };
  }
}
