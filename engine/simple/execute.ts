import type { Cells } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import { findSales, looksForSales } from '../../core/plan/findSales.ts';
import { type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { netAtNine, TermSums } from '../termSums.ts';

/**
 * The simple executor: every line against every term, one after the other. It is the reading
 * aid and the yardstick of the faster ones, and fast enough for files and small companies.
 */
export function execute(plan: Plan, lines: Iterable<Line>, context: MatchContext): Cells {
  const sums = plan.terms.map((term) => new TermSums(term));
  const searching = sums.filter(({ planned }) => looksForSales(planned));
  const others = sums.filter((term) => !searching.includes(term));
  const all = searching.length === 0 ? lines : [...lines];
  addLines(others, all, context);
  for (const term of searching) addLines([term], findSales(term.planned, all, context.master), context);
  return TermSums.cellsOf(sums);
}

function addLines(sums: readonly TermSums[], lines: Iterable<Line>, context: MatchContext): void {
  for (const line of lines) {
    const net = netAtNine(line);
    for (const term of sums) term.add(line, net, matchLine(term.planned, line, context));
  }
}
