import {
  BLOCKED,
  type Cell,
  type CellSums,
  type Cells,
  cellKey,
  type StateTally,
} from '../core/cell/cell.ts';
import type { Contribution } from '../core/cell/contribution.ts';
import { contributionOf } from '../core/cell/contributionOf.ts';
import type { Line } from '../core/fact/line.ts';
import { atScale, FACT_SCALE_MAX } from '../core/number/decimal.ts';
import { rational } from '../core/number/rational.ts';
import type { Blocked, Match } from '../core/plan/matchLine.ts';
import type { PlanTerm } from '../core/plan/plan.ts';
import { joinKey } from '../core/text/key.ts';

const ONE = rational(1n);

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** What a cell, a tally or a part of one is known by and comes to. */
export type CellPart = Omit<Cell, 'term'>;
export type TallyPart = Omit<StateTally, 'term'>;

/** The growing sums of one term, by their keys. */
export class TermSums {
  private readonly cells = new Map<string, Growing<Cell>>();
  /** By reason: no reason belongs to two states. */
  private readonly tallies = new Map<string, Growing<StateTally>>();
  private readonly stream: Contribution[] = [];
  readonly planned: PlanTerm;
  /** Whether it keeps the lines that count. */
  readonly hasStream: boolean;

  /** `needs`: of a term that is not additive also its lines, or its sums alone. */
  constructor(planned: PlanTerm, needs: 'lines' | 'sums' = 'lines') {
    this.planned = planned;
    this.hasStream = needs === 'lines' && planned.kind !== 'additive';
  }

  /** Takes in what one line is to the term; `net` is its net value at nine places. */
  add(line: Line, net: bigint, match: Match): void {
    const reason = match.state === 'counted' ? '' : match.reason;
    this.tally({ state: match.state, reason, lines: 1, netValue: net });
    const { partner } = line;
    if (match.state === 'counted') {
      if (this.hasStream) this.stream.push(contributionOf(line, match));
      for (const { pays, amount, ...hit } of match.hits) {
        this.sum({ ...hit, partner, window: pays, sum: amount, lines: 1 });
      }
      if (match.beside !== undefined) this.block(partner, match.beside);
    } else if (match.state === 'blocked') this.block(partner, match);
  }

  /** Takes in a line that counts, of which sums and tallies are told elsewhere. */
  contribute(line: Contribution): void {
    this.stream.push(line);
  }

  private block(partner: string, { pays, worth: sum }: Blocked): void {
    const missing = { slot: BLOCKED, bucket: '', pool: '', factor: ONE, scale: FACT_SCALE_MAX };
    for (const window of pays) this.sum({ ...missing, partner, window, sum, lines: 1 });
  }

  /** Takes in what many lines add to one cell. */
  sum(part: CellPart): void {
    const cell = { ...part, term: this.planned.id };
    const key = cellKey(cell);
    const known = this.cells.get(key);
    if (known === undefined) {
      this.cells.set(key, cell);
      return;
    }
    known.sum += cell.sum;
    known.lines += cell.lines;
  }

  /** Takes in how many lines ended alike. */
  tally(part: TallyPart): void {
    const known = this.tallies.get(part.reason);
    if (known === undefined) {
      this.tallies.set(part.reason, { ...part, term: this.planned.id });
      return;
    }
    known.lines += part.lines;
    known.netValue += part.netValue;
  }

  /** The cells, tallies and streams of several terms, in the order of their keys. */
  static cellsOf(sums: readonly TermSums[]): Cells {
    const streams = sums
      .filter(({ hasStream }) => hasStream)
      .map(({ planned, stream }) => [planned.id, inKeyOrder(({ order }) => order, stream)] as const);
    return { ...TermSums.sumsOf(sums), streams: new Map(streams) };
  }

  /** The same without streams. */
  static sumsOf(sums: readonly TermSums[]): CellSums {
    const cells = sums.flatMap((term) => [...term.cells]).sort(byFirst);
    return {
      cells: cells.map(([, cell]) => cell),
      tallies: inKeyOrder(
        tallyKey,
        sums.flatMap(({ tallies }) => [...tallies.values()]),
      ),
    };
  }
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Zero where a line has none: a check sum, no amount of money. */
export function netAtNine({ netValue }: Line): bigint {
  return netValue === undefined ? 0n : atScale(netValue, FACT_SCALE_MAX);
}

export function tallyKey(tally: StateTally): string {
  return joinKey(tally.term, tally.state, tally.reason);
}

export function inKeyOrder<T>(keyOf: (entry: T) => string, entries: readonly T[]): T[] {
  return entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}
