import type { Cells } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { execute } from '../../engine/simple/execute.ts';

/** Lines that some plan was calculated over, for as long as somebody holds them; their columns from the second plan on. */
const SEEN = new WeakMap<readonly Line[], ColumnStore | 'once'>();

/**
 * The cells of a plan. Most lines are asked for by many agreements (`LineSnapshots`): sorting them into
 * columns is worth it for the second one, and dear for lines that only one looks at. Cells are the same.
 */
export function cellsOver(plan: Plan, lines: readonly Line[], context: MatchContext): Cells {
  const seen = SEEN.get(lines);
  if (seen === undefined) {
    SEEN.set(lines, 'once');
    return execute(plan, lines, context);
  }
  const store = seen === 'once' ? ColumnStore.of(lines) : seen;
  SEEN.set(lines, store);
  return store.execute(plan, context);
}
