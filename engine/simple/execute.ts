import { type Cell, type Cells, cellKey, type StateTally } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import { atScale, FACT_SCALE_MAX } from '../../core/number/decimal.ts';
import { type Match, type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { Plan, PlanTerm } from '../../core/plan/plan.ts';
import { joinKey } from '../../core/text/key.ts';

/**
 * The simple executor: every line against every term, one after the other. It is the reading
 * aid and the yardstick of the faster ones, and fast enough for files and small companies.
 */
export function execute(plan: Plan, lines: Iterable<Line>, context: MatchContext): Cells {
  const sums = new Sums();
  for (const line of lines) {
    for (const term of plan.terms) sums.add(term, line, matchLine(term, line, context));
  }
  return sums.result();
}

class Sums {
  private readonly cells = new Map<string, Cell>();
  private readonly tallies = new Map<string, StateTally>();

  add(term: PlanTerm, line: Line, match: Match): void {
    const net = line.netValue === undefined ? 0n : atScale(line.netValue, FACT_SCALE_MAX);
    this.tally(term.id, match, net);
    if (match.state === 'counted') {
      for (const hit of match.hits) {
        const scale = term.slots.find((slot) => slot.role === hit.role)?.scale ?? FACT_SCALE_MAX;
        this.sum({ term: term.id, partner: line.partner, window: hit.pays, role: hit.role, sum: hit.amount, scale, lines: 1 });
      }
    } else if (match.state === 'blocked') {
      for (const window of match.pays) {
        const blocked = { role: 'blocked', sum: net, scale: FACT_SCALE_MAX, lines: 1 } as const;
        this.sum({ term: term.id, partner: line.partner, window, ...blocked });
      }
    }
  }

  result(): Cells {
    return { cells: inKeyOrder(this.cells), tallies: inKeyOrder(this.tallies) };
  }

  private sum(cell: Cell): void {
    const key = cellKey(cell);
    const before = this.cells.get(key);
    this.cells.set(
      key,
      before === undefined ? cell : { ...before, sum: before.sum + cell.sum, lines: before.lines + 1 },
    );
  }

  private tally(term: string, match: Match, net: bigint): void {
    const reason = match.state === 'counted' ? '' : match.reason;
    const key = joinKey(term, match.state, reason);
    const before = this.tallies.get(key);
    this.tallies.set(key, {
      term,
      state: match.state,
      reason,
      lines: (before?.lines ?? 0) + 1,
      netValue: (before?.netValue ?? 0n) + net,
    });
  }
}

function inKeyOrder<T>(entries: ReadonlyMap<string, T>): T[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
