import type { Cells } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { execute } from '../../engine/simple/execute.ts';

/** Lines that some plan was calculated over, for as long as somebody holds them; their columns from the second plan on. */
const SEEN = new WeakMap<readonly Line[], ColumnStore | 'once'>();

/** With more lines in only one of two lists than this part, one says little of the other. In percent. */
const OTHERS_PERCENT_MAX = 5;

/** Columns that are there already, such as those that lines came in. */
export function keepColumns(lines: readonly Line[], store: ColumnStore): void {
  SEEN.set(lines, store);
}

export function columnsOver(lines: readonly Line[]): ColumnStore | undefined {
  const seen = SEEN.get(lines);
  return seen === 'once' ? undefined : seen;
}

/**
 * The cells of a plan. Most lines are asked for by many agreements (`LineSnapshots`): sorting them into
 * columns is worth it for the second one, and dear for lines that only one looks at. Where most of them
 * stand among lines `near` that have columns, only the others are looked at by themselves. Cells are the same.
 */
export function cellsOver(
  plan: Plan,
  lines: readonly Line[],
  context: MatchContext,
  near?: readonly Line[],
): Cells {
  const seen = SEEN.get(lines);
  if (seen === undefined) {
    const like = near && columnsNear(lines, near);
    if (like !== undefined) return like.execute(plan, context);
    SEEN.set(lines, 'once');
    return execute(plan, lines, context);
  }
  const store = seen === 'once' ? ColumnStore.of(lines) : seen;
  SEEN.set(lines, store);
  return store.execute(plan, context);
}

/** The columns of lines that are mostly those of others. */
function columnsNear(lines: readonly Line[], near: readonly Line[]): ColumnStore | undefined {
  const store = columnsOver(near);
  const othersMax = (near.length * OTHERS_PERCENT_MAX) / 100;
  if (store === undefined || Math.abs(lines.length - near.length) > othersMax) return undefined;
  const [own, all] = [new Set(lines), new Set(near)];
  const removed = near.filter((line) => !own.has(line));
  const added = lines.filter((line) => !all.has(line));
  // Totals that were taken over have no key of their own to be taken off by.
  const isTotal = removed.some(({ takenOverFrom }) => takenOverFrom !== undefined);
  if (isTotal || removed.length + added.length > othersMax) return undefined;
  const next = store.after({ added, removed }, store.watermark);
  SEEN.set(lines, next);
  return next;
}
