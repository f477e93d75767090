import type { Cells } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import { type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { Plan, PlanTerm } from '../../core/plan/plan.ts';
import { plusCells } from '../../engine/mergeCells.ts';
import { execute } from '../../engine/simple/execute.ts';
import { type LineTotal, lineTotals } from '../../engine/sql/lineTotals.ts';
import type { Placement } from '../../engine/sql/placedLines.ts';
import { type SummedRow, SummedRows } from '../../engine/sql/readSums.ts';
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

type Shared = { readonly totals: readonly LineTotal[]; readonly special: readonly Line[] };

/**
 * The push-down executor: the database sums the lines of a plan where they lie, and hands over those
 * that only core can judge. The cells are those of every other executor over the lines known at the
 * batch, to the byte. What many plans share, it asks for once: one object for all plans of a transaction.
 */
export class DatabaseExecutor {
  private readonly tx: Tx;
  private readonly tenant: TenantId;
  private readonly batch: number;
  private readonly context: MatchContext;
  private readonly shared = new Map<string, Promise<Shared>>();

  constructor(tx: Tx, at: { readonly tenant: TenantId; readonly batch: number }, context: MatchContext) {
    this.tx = tx;
    this.tenant = at.tenant;
    this.batch = at.batch;
    this.context = context;
  }

  async execute(plan: Plan): Promise<CellsInDatabase> {
    const sums: TermSums[] = [];
    const alone: Cells[] = [];
    let judged = 0;
    for (const planned of plan.terms) {
      if (needsAllLines(whyAsked(planned))) {
        const lines = await this.tx.lines.knownAt(this.batch, {});
        alone.push(execute({ ...plan, terms: [planned] }, lines, this.context));
        judged += lines.length;
      } else {
        const term = new TermSums(planned);
        judged += await this.sumTerm(planned, term);
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
  private async sumTerm(planned: PlanTerm, sums: TermSums): Promise<number> {
    const statements = termStatements(planned, { tenant: this.tenant, batch: this.batch }, this.context);
    const { totals, special } = await this.sharedBy(statements.placement);
    const rows = new SummedRows(statements, sums, this.context);
    const asked = rows.addJudged(await this.rows(statements.judged), totals);
    for (const { slots, statement } of statements.gathered) {
      rows.addGathered(await this.rows(statement), slots);
    }
    const lines = asked === 0 ? [] : await this.tx.pushed.lines(statements.asked, this.batch);
    for (const line of [...special, ...lines]) {
      sums.add(line, netAtNine(line), matchLine(planned, line, this.context));
    }
    return special.length + lines.length;
  }

  private rows(statement: Statement): Promise<readonly SummedRow[]> {
    return this.tx.pushed.rows<SummedRow>(statement);
  }

  private sharedBy(placement: Placement): Promise<Shared> {
    const key = JSON.stringify(placement);
    const known = this.shared.get(key) ?? this.readShared(placement);
    this.shared.set(key, known);
    return known;
  }

  private async readShared(placement: Placement): Promise<Shared> {
    const { master } = this.context;
    const known = { tenant: this.tenant, batch: this.batch };
    const { totals, special } = lineTotals(placement, known, master);
    return {
      totals: await this.tx.pushed.rows<LineTotal>(totals),
      special: [
        ...(await this.tx.pushed.lines(special, this.batch)),
        ...(await this.tx.pushed.totals(this.batch)),
      ],
    };
  }
}
