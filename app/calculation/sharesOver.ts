import type { LineShare } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import type { TermAllocation } from '../../engine/columnar/termAllocation.ts';
import { columnsOver } from './cellsOver.ts';

/**
 * The lines behind the earnings of some terms, with their shares, as `apportion` gives them: for whoever asks for many.
 * The lines are put into columns for it, where they have none yet. Files and proofs go without: they are computed in a
 * browser, too, and by nothing but core.
 */
export class SharesOver {
  private readonly terms: ReadonlyMap<string, PlanTerm>;
  private readonly lines: readonly Line[];
  private readonly context: MatchContext;
  private readonly allocations = new Map<string, TermAllocation>();
  private store: ColumnStore | undefined;

  constructor(terms: readonly PlanTerm[], lines: readonly Line[], context: MatchContext) {
    this.terms = new Map(terms.map((planned) => [planned.id, planned]));
    this.lines = lines;
    this.context = context;
  }

  /** Undefined: the earning is of no such term. */
  of(earning: Earning): LineShare[] | undefined {
    const planned = this.terms.get(earning.term);
    if (planned === undefined) return undefined;
    this.store ??= columnsOver(this.lines) ?? ColumnStore.of(this.lines);
    const allocation = this.allocations.get(planned.id) ?? this.store.allocation(planned, this.context);
    this.allocations.set(planned.id, allocation);
    return allocation.sharesOf(earning);
  }
}
