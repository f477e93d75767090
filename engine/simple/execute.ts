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
  const sums = plan.terms.map((term) => new TermSums(term));
  for (const line of lines) {
    const net = line.netValue === undefined ? 0n : atScale(line.netValue, FACT_SCALE_MAX);
    for (const term of sums) term.add(line, net, matchLine(term.term, line, context));
  }
  return {
    cells: inKeyOrder(
      cellKey,
      sums.flatMap(({ cells }) => [...cells.values()]),
    ),
    tallies: inKeyOrder(
      tallyKey,
      sums.flatMap(({ tallies }) => [...tallies.values()]),
    ),
  };
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** The growing sums of one term, by their keys. */
class TermSums {
  readonly cells = new Map<string, Growing<Cell>>();
  /** By reason: no reason belongs to two states. */
  readonly tallies = new Map<string, Growing<StateTally>>();
  readonly term: PlanTerm;

  constructor(term: PlanTerm) {
    this.term = term;
  }

  add(line: Line, net: bigint, match: Match): void {
    this.tally(match, net);
    if (match.state === 'counted') {
      for (const { role, pays, amount } of match.hits) {
        const scale = this.term.slots.find((slot) => slot.role === role)?.scale ?? FACT_SCALE_MAX;
        this.sum(line.partner, pays, role, amount, scale);
      }
    } else if (match.state === 'blocked') {
      for (const window of match.pays) this.sum(line.partner, window, 'blocked', match.worth, FACT_SCALE_MAX);
    }
  }

  private sum(partner: string, window: Cell['window'], role: Cell['role'], sum: bigint, scale: number): void {
    const cell = { term: this.term.id, partner, window, role, sum, scale, lines: 1 };
    const key = cellKey(cell);
    const known = this.cells.get(key);
    if (known === undefined) {
      this.cells.set(key, cell);
      return;
    }
    known.sum += sum;
    known.lines += 1;
  }

  private tally(match: Match, net: bigint): void {
    const reason = match.state === 'counted' ? '' : match.reason;
    const known = this.tallies.get(reason);
    if (known === undefined) {
      const { id: term } = this.term;
      this.tallies.set(reason, { term, state: match.state, reason, lines: 1, netValue: net });
      return;
    }
    known.lines += 1;
    known.netValue += net;
  }
}

function tallyKey(tally: StateTally): string {
  return joinKey(tally.term, tally.state, tally.reason);
}

function inKeyOrder<T>(keyOf: (entry: T) => string, entries: readonly T[]): T[] {
  return entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}
