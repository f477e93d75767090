import { BLOCKED, type Cell, type Cells, cellKey, type StateTally } from '../../core/cell/cell.ts';
import type { Contribution } from '../../core/cell/contribution.ts';
import { contributionOf } from '../../core/cell/contributionOf.ts';
import type { Line } from '../../core/fact/line.ts';
import { atScale, FACT_SCALE_MAX } from '../../core/number/decimal.ts';
import { rational } from '../../core/number/rational.ts';
import { findSales, looksForSales } from '../../core/plan/findSales.ts';
import { type Blocked, type Match, type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { Plan, PlanTerm } from '../../core/plan/plan.ts';
import { joinKey } from '../../core/text/key.ts';

const ONE = rational(1n);

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
  return {
    cells: inKeyOrder(
      cellKey,
      sums.flatMap(({ cells }) => [...cells.values()]),
    ),
    tallies: inKeyOrder(
      tallyKey,
      sums.flatMap(({ tallies }) => [...tallies.values()]),
    ),
    streams: new Map(
      sums
        .filter(({ planned }) => planned.kind !== 'additive')
        .map(({ planned, stream }) => [planned.id, inKeyOrder(({ order }) => order, stream)]),
    ),
  };
}

function addLines(sums: readonly TermSums[], lines: Iterable<Line>, context: MatchContext): void {
  for (const line of lines) {
    const net = line.netValue === undefined ? 0n : atScale(line.netValue, FACT_SCALE_MAX);
    for (const term of sums) term.add(line, net, matchLine(term.planned, line, context));
  }
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** The growing sums of one term, by their keys. */
class TermSums {
  readonly cells = new Map<string, Growing<Cell>>();
  /** By reason: no reason belongs to two states. */
  readonly tallies = new Map<string, Growing<StateTally>>();
  readonly stream: Contribution[] = [];
  readonly planned: PlanTerm;

  constructor(planned: PlanTerm) {
    this.planned = planned;
  }

  add(line: Line, net: bigint, match: Match): void {
    this.tally(match, net);
    const { id: term } = this.planned;
    const { partner } = line;
    if (match.state === 'counted') {
      if (this.planned.kind !== 'additive') this.stream.push(contributionOf(line, match));
      for (const { pays, amount, ...hit } of match.hits) {
        this.sum({ ...hit, term, partner, window: pays, sum: amount, lines: 1 });
      }
      if (match.beside !== undefined) this.block(partner, match.beside);
    } else if (match.state === 'blocked') this.block(partner, match);
  }

  private block(partner: string, { pays, worth: sum }: Blocked): void {
    const missing = { slot: BLOCKED, bucket: '', pool: '', factor: ONE, scale: FACT_SCALE_MAX };
    for (const window of pays)
      this.sum({ ...missing, term: this.planned.id, partner, window, sum, lines: 1 });
  }

  private sum(cell: Cell): void {
    const key = cellKey(cell);
    const known = this.cells.get(key);
    if (known === undefined) {
      this.cells.set(key, { ...cell });
      return;
    }
    known.sum += cell.sum;
    known.lines += 1;
  }

  private tally(match: Match, net: bigint): void {
    const reason = match.state === 'counted' ? '' : match.reason;
    const known = this.tallies.get(reason);
    if (known === undefined) {
      const { id: term } = this.planned;
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
