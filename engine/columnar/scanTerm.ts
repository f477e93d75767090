import type { Window } from '../../core/calendar/window.ts';
import { rational } from '../../core/number/rational.ts';
import { type Exclusion, type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { netAtNine, type TermSums } from '../termSums.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { GatheredCells } from './gatheredCells.ts';
import type { LinePart } from './linePart.ts';
import type { MeasureColumn } from './measureColumn.ts';
import { partnersOf, standingsIn } from './partnerStandings.ts';
import type { PlacedRows, Segment } from './placedRows.ts';
import type { PlainSum, PlainSums } from './plainSums.ts';
import { ASKED, COUNTED, MET } from './productFlags.ts';
import { RowContributions } from './rowContributions.ts';
import { RowGathering } from './rowGathering.ts';
import { RowSum } from './rowSum.ts';
import type { TermGround } from './termGround.ts';
import type { SummedStretch } from './termTable.ts';

const ONE = rational(1n);

/** So many rows are looked at together at most: they stay in the processor's cache. */
const BLOCK_ROWS = 4096;

/** One scan after the other uses it. */
const HITS = new Uint32Array(BLOCK_ROWS);
/** Those of them that are left over. */
const OTHERS = new Uint32Array(BLOCK_ROWS);

/** What a table found of a term (`TableSums`). */
export type TableFound = {
  readonly seen: RowSum;
  readonly counted: RowSum;
  /** Partners that it left. */
  readonly left: readonly number[];
  /** Whether partners that take part on some days only were among those that it looked at. */
  readonly isAtTimes: boolean;
};

/**
 * What the lines of a part are to one term, into `sums`: as a whole where day, partner and product
 * decide it, in blocks of rows that are summed, and line by line through core (`matchLine`) wherever
 * that alone can tell. What a table found is not looked at again. Cells that rows are gathered into come back by themselves.
 */
export function scanTerm(ground: TermGround, sums: TermSums, found?: TableFound): GatheredCells | undefined {
  const scan = new TermScan(ground, sums);
  scan.scan(found);
  return scan.gathering?.cells();
}

class TermScan {
  private readonly ground: TermGround;
  private readonly part: LinePart;
  private readonly sums: TermSums;
  private readonly planned: PlanTerm;
  private readonly context: MatchContext;
  private readonly placed: PlacedRows;
  private readonly plain: PlainSums;
  private readonly stretches: readonly SummedStretch[];
  /** Rows within the stretches, less those of partners that are looked at. */
  private readonly left = new RowSum();
  private readonly counted = new RowSum();
  private readonly met = new RowSum();
  private readonly missed = new RowSum();
  private readonly hits = HITS;
  /** Of rows that are summed also what each adds, where the lines are wanted. */
  private readonly lines: RowContributions | undefined;
  readonly gathering: RowGathering | undefined;
  private readonly blockRows: number;

  constructor(ground: TermGround, sums: TermSums) {
    const { part, planned, context, placed, plain, stretches } = ground;
    this.ground = ground;
    this.sums = sums;
    this.part = part;
    this.planned = planned;
    this.context = context;
    this.placed = placed;
    this.plain = plain;
    this.stretches = stretches;
    this.lines = sums.hasStream ? new RowContributions(ground) : undefined;
    this.gathering =
      ground.isGathered && !sums.hasStream ? new RowGathering(part, planned, context) : undefined;
    const exactRows = stretches.flatMap((stretch) => stretch.sums.map(({ column }) => column.exactRows));
    this.blockRows = Math.min(BLOCK_ROWS, part.net.exactRows, ...exactRows);
  }

  scan(found: TableFound | undefined): void {
    const { end, ended, inside } = this.ground;
    for (const { reason, rows } of ended) this.exclude(reason, rows);
    this.left.addSum(inside);
    if (found !== undefined) this.take(found);
    for (const [partner, days] of this.partners(found)) this.scanPartner(partner, days);
    for (const row of this.placed.asked) this.ask(row);
    if (end !== undefined) this.exclude(end, this.left);
    this.exclude('conditionNotMet', this.missed);
    this.exclude('exclusionMet', this.met);
    this.tally('counted', '', this.counted);
  }

  private take({ seen, counted, left }: TableFound): void {
    this.left.take(seen);
    this.missed.addSum(seen);
    this.missed.take(counted);
    this.counted.addSum(counted);
    for (const partner of left) this.scanPartner(partner, this.ground.daysOf(partner));
  }

  private scanPartner(partner: number, days: readonly Window[]): void {
    const { end, groups } = this.ground;
    const segments = this.placed.ofPartner.get(partner) ?? [];
    for (const segment of segments) if (groups.has(segment.group)) this.scanSegment(segment, days, end);
    this.handOn(partner);
  }

  /** Those that are to be looked at, and the days on which they take part. */
  private partners(found: TableFound | undefined): Iterable<readonly [number, readonly Window[]]> {
    const { planned, ground } = this;
    const { codes } = this.part.partnerTexts;
    if (found === undefined) return partnersOf(planned, codes, ground.end === undefined);
    const { atTimes } = this.part.partnerTexts.membersOf(planned.partners, false);
    const isTaken = found.isAtTimes && planned.term.eligibility.attributesAsOf === 'transaction';
    return isTaken ? [] : Array.from(atTimes, (partner) => [partner, ground.daysOf(partner)] as const);
  }

  private scanSegment({ from, until }: Segment, days: readonly Window[], end: Exclusion | undefined): void {
    const placed = this.placed.days;
    let first = from;
    for (const stretch of this.stretches) {
      if (stretch.pays.length === 0) continue;
      first = firstAtLeast(placed, stretch.from, first, until);
      const last = firstAtLeast(placed, stretch.until, first, until);
      if (last === first) continue;
      for (const standing of standingsIn(this.planned, stretch, days, this.context.effective)) {
        const next = firstAtLeast(placed, standing.until, first, last);
        if (standing.is === 'member') this.scanRows(first, next, stretch);
        else if (standing.is === 'asked' || end === undefined) this.askRows(first, next);
        first = next;
      }
    }
  }

  private askRows(from: number, until: number): void {
    for (let at = from; at < until; at += 1) {
      const row = this.placed.rows[at] as number;
      this.left.add(-1, -(this.part.net.values[row] as number));
      this.ask(row);
    }
  }

  private scanRows(from: number, until: number, stretch: SummedStretch): void {
    for (let at = from; at < until; at += this.blockRows) {
      this.scanBlock(at, Math.min(until, at + this.blockRows), stretch);
    }
  }

  private scanBlock(from: number, until: number, stretch: SummedStretch): void {
    const net = this.netOf(from, until);
    this.left.add(from - until, -net);
    this.missed.add(until - from, net);
    const { all } = this.ground.products;
    if ((all & COUNTED) !== 0) this.countHits(this.pick(from, until, COUNTED), stretch);
    if ((all & MET) !== 0) this.move(this.pick(from, until, MET), this.met);
    if ((all & ASKED) !== 0) this.askHits(this.pick(from, until, ASKED));
  }

  private netOf(from: number, until: number): number {
    const { netBefore, rows } = this.placed;
    if (netBefore !== undefined) return (netBefore[until] as number) - (netBefore[from] as number);
    let net = 0;
    for (let at = from; at < until; at += 1) net += this.part.net.values[rows[at] as number] as number;
    return net;
  }

  /** Gathers the rows whose product has a flag; gives how many. */
  private pick(from: number, until: number, flag: number): number {
    const { hits } = this;
    const { rows } = this.placed;
    const { products } = this.part;
    const flags = this.ground.products.of;
    let count = 0;
    for (let at = from; at < until; at += 1) {
      const row = rows[at] as number;
      hits[count] = row;
      count += ((flags[products[row] as number] as number) & flag) === 0 ? 0 : 1;
    }
    return count;
  }

  private askHits(count: number): void {
    this.missed.add(-count, -sumOf(this.part.net, this.hits, count));
    for (let at = 0; at < count; at += 1) this.ask(this.hits[at] as number);
  }

  private move(count: number, to: RowSum): void {
    const net = sumOf(this.part.net, this.hits, count);
    this.missed.add(-count, -net);
    to.add(count, net);
  }

  private countHits(picked: number, stretch: SummedStretch): void {
    if (this.ground.isSummed) this.sumHits(picked, stretch);
    else if (this.gathering === undefined) this.askHits(picked);
    else this.gatherHits(picked, stretch, this.gathering);
  }

  private gatherHits(picked: number, stretch: SummedStretch, gathering: RowGathering): void {
    const { hits } = this;
    let [taken, asked] = [0, 0];
    for (let at = 0; at < picked; at += 1) {
      const row = hits[at] as number;
      const isTaken = gathering.take(row, stretch);
      hits[taken] = row;
      OTHERS[asked] = row;
      taken += isTaken ? 1 : 0;
      asked += isTaken ? 0 : 1;
    }
    this.move(taken, this.counted);
    hits.set(OTHERS.subarray(0, asked));
    this.askHits(asked);
  }

  private sumHits(picked: number, stretch: SummedStretch): void {
    const { sums } = stretch;
    const summed = this.withinSums(this.withoutUnknown(picked, sums), sums);
    if (summed === 0) return;
    this.move(summed, this.counted);
    this.contribute(summed, stretch);
    for (const { column, flag, into } of sums) {
      const [lines, sum] =
        flag === 0 ? [summed, sumOf(column, this.hits, summed)] : this.sumWhere(column, summed, flag);
      for (const cell of into) {
        cell.lines += lines;
        cell.sum.add(sum);
      }
    }
  }

  private contribute(count: number, stretch: SummedStretch): void {
    if (this.lines === undefined) return;
    for (let at = 0; at < count; at += 1) {
      const row = this.hits[at] as number;
      this.sums.contribute(this.lines.of(row, stretch, this.flagsOf(row)));
    }
  }

  /** Leaves rows that some sum knows nothing of to core. */
  private withoutUnknown(count: number, sums: readonly PlainSum[]): number {
    const isUnknown = (row: number) => sums.some(({ column }) => Number.isNaN(column.values[row]));
    if (!sums.some(({ column }) => Number.isNaN(sumOf(column, this.hits, count)))) return count;
    const rows = [...this.hits.subarray(0, count)];
    const unknown = rows.filter(isUnknown);
    this.hits.set(rows.filter((row) => !isUnknown(row)));
    this.missed.add(
      -unknown.length,
      -unknown.reduce((net, row) => net + (this.part.net.values[row] as number), 0),
    );
    for (const row of unknown) this.ask(row);
    return count - unknown.length;
  }

  /** A row that meets the conditions of no sum does not count. */
  private withinSums(count: number, sums: readonly PlainSum[]): number {
    if (sums.some(({ flag }) => flag === 0)) return count;
    const wanted = sums.reduce((flags, { flag }) => flags | flag, 0);
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const row = this.hits[at] as number;
      this.hits[kept] = row;
      kept += (this.flagsOf(row) & wanted) === 0 ? 0 : 1;
    }
    return kept;
  }

  private sumWhere({ values }: MeasureColumn, count: number, flag: number): [lines: number, sum: number] {
    let [lines, sum] = [0, 0];
    for (let at = 0; at < count; at += 1) {
      const row = this.hits[at] as number;
      if ((this.flagsOf(row) & flag) === 0) continue;
      lines += 1;
      sum += values[row] as number;
    }
    return [lines, sum];
  }

  private flagsOf(row: number): number {
    return this.ground.products.of[this.part.products[row] as number] as number;
  }

  private handOn(partner: number): void {
    this.gathering?.endPartner();
    const name = this.nameOf(partner);
    for (const { slot, window, column, sum, lines } of this.plain.taken()) {
      const place = { partner: name, window, slot, bucket: '', pool: '', factor: ONE };
      this.sums.sum({ ...place, scale: column.cellScale, sum: sum.value * column.toCell, lines });
    }
  }

  private nameOf(partner: number): string {
    return this.part.facts.codes.partner.values[partner] as string;
  }

  private ask(row: number): void {
    const line = this.part.line(row);
    this.sums.add(line, netAtNine(line), matchLine(this.planned, line, this.context));
  }

  private exclude(reason: Exclusion, rows: RowSum): void {
    this.tally('excluded', reason, rows);
  }

  private tally(state: 'counted' | 'excluded', reason: string, { lines, net }: RowSum): void {
    if (lines > 0) this.sums.tally({ state, reason, lines, netValue: net * this.part.net.toCell });
  }
}

function sumOf({ values }: MeasureColumn, rows: Uint32Array, count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += values[rows[at] as number] as number;
  return sum;
}
