import type { Window } from '../../core/calendar/window.ts';
import { rational } from '../../core/number/rational.ts';
import { type Exclusion, type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { netAtNine, type TermSums } from '../termSums.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { LinePart } from './linePart.ts';
import type { MeasureColumn } from './measureColumn.ts';
import { partnersOf, standingsIn, strangersEnd } from './partnerStandings.ts';
import type { PlacedRows, Segment } from './placedRows.ts';
import { isScannedPlainly, type PlainGround, PlainScan } from './plainScan.ts';
import { isPlain, type PlainSum, PlainSums, wheresOf } from './plainSums.ts';
import { ASKED, COUNTED, MET, type ProductFlags, productFlags } from './productFlags.ts';
import { RowSum } from './rowSum.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import type { TermCells } from './termCells.ts';

const ONE = rational(1n);

/** So many rows are looked at together at most: they stay in the processor's cache. */
const BLOCK_ROWS = 4096;

type SummedStretch = Stretch & { readonly sums: readonly PlainSum[] };

/**
 * What the lines of a part are to one term: as a whole where day, partner and product decide it, in
 * blocks of rows that are summed, and line by line through core (`matchLine`) wherever that alone can
 * tell. Cells that are plain sums come back as columns, the others go into `sums`.
 */
export function scanTerm(part: LinePart, sums: TermSums, context: MatchContext): TermCells | undefined {
  return new TermScan(part, sums, context).scan();
}

class TermScan {
  private readonly part: LinePart;
  private readonly sums: TermSums;
  private readonly planned: PlanTerm;
  private readonly context: MatchContext;
  private readonly placed: PlacedRows;
  private readonly products: ProductFlags;
  private readonly plain: PlainSums;
  private readonly stretches: readonly SummedStretch[];
  /** Rows within the stretches, less those of partners that are looked at. */
  private readonly left = new RowSum();
  private readonly counted = new RowSum();
  private readonly met = new RowSum();
  private readonly missed = new RowSum();
  private readonly hits = new Uint32Array(BLOCK_ROWS);
  private readonly blockRows: number;
  private readonly isSummed: boolean;

  constructor(part: LinePart, sums: TermSums, context: MatchContext) {
    const { planned } = sums;
    const { master, effective } = context;
    const isSummed = isPlain(planned);
    this.isSummed = isSummed;
    this.part = part;
    this.sums = sums;
    this.planned = planned;
    this.context = context;
    this.placed = part.placedFor(planned, master);
    this.products = productFlags(part, planned, {
      master,
      isAsked: !isSummed,
      wheres: isSummed ? wheresOf(planned) : [],
    });
    this.plain = new PlainSums(part, planned);
    this.stretches = stretchesOf(planned, effective).map((stretch) => {
      return { ...stretch, sums: isSummed ? this.plain.of(stretch) : [] };
    });
    const columns = [
      part.net,
      ...this.stretches.flatMap((stretch) => stretch.sums.map(({ column }) => column)),
    ];
    this.blockRows = Math.min(BLOCK_ROWS, ...columns.map(({ exactRows }) => exactRows));
  }

  scan(): TermCells | undefined {
    const end = strangersEnd(this.planned);
    this.exclude('ownRebateDocument', this.placed.own);
    const groups = this.groupsInside();
    const plain = end === undefined ? undefined : this.scanPlainly(groups);
    const all = plain === undefined ? this.partners(end) : this.partnersAtTimes();
    for (const [partner, days] of all) {
      const segments = this.placed.segments.get(partner) ?? [];
      for (const segment of segments) if (groups.has(segment.group)) this.scanSegment(segment, days, end);
      this.handOn(partner);
    }
    for (const row of this.placed.asked) this.ask(row);
    if (end !== undefined) this.exclude(end, this.left);
    this.exclude('conditionNotMet', this.missed);
    this.exclude('exclusionMet', this.met);
    this.tally('counted', '', this.counted);
    return plain;
  }

  private partners(end: Exclusion | undefined): Iterable<[number, readonly Window[]]> {
    return partnersOf(this.planned, this.part.partnerTexts.codes, end === undefined);
  }

  private *partnersAtTimes(): Iterable<[number, readonly Window[]]> {
    const { partners } = this.planned;
    for (const partner of this.part.partnerTexts.membersOf(partners, false).atTimes) {
      yield [partner, partners.days.get(this.nameOf(partner)) ?? []];
    }
  }

  /** The partners that take part on every day, where their rows need no second look. */
  private scanPlainly(groups: ReadonlySet<number>): TermCells | undefined {
    const { part, placed, products, plain, planned } = this;
    const stretches = this.stretches.filter(({ pays }) => pays.length > 0);
    const ground: PlainGround = {
      ...{ placed, products, stretches, net: part.net.values, cells: plain.placed() },
      isInside: (group) => groups.has(group),
      leave: (partner, from, until, sums) => {
        this.scanRows(from, until, sums);
        this.handOn(partner);
      },
    };
    if (!this.isSummed || !part.partnerTexts.isSorted || !isScannedPlainly(ground)) return undefined;
    const { seen, counted, cells } = new PlainScan(ground).scan(
      part.partnerTexts.membersOf(planned.partners, false).always,
      planned.id,
    );
    this.left.take(seen);
    this.missed.addSum(seen);
    this.missed.take(counted);
    this.counted.addSum(counted);
    return cells;
  }

  /** Leaves out the rows of other sides, companies and days, as a whole. */
  private groupsInside(): ReadonlySet<number> {
    const { codes } = this.part.facts;
    const inside = new Set<number>();
    for (const [group, { byDay, undated }] of this.placed.groups) {
      const companies = codes.company.values.length;
      const side = codes.side.values[Math.floor(group / companies)];
      const company = codes.company.values[group % companies] ?? '';
      const all = new RowSum();
      all.addSum(byDay.all);
      if (side !== this.planned.term.transactions || !this.planned.companies.includes(company)) {
        all.addSum(undated);
        this.exclude(side !== this.planned.term.transactions ? 'otherSide' : 'otherCompany', all);
        continue;
      }
      inside.add(group);
      this.exclude('dateMissing', undated);
      for (const { from, until, pays } of this.stretches) {
        const own = new RowSum();
        byDay.addTo(own, from, until);
        all.take(own);
        if (pays.length === 0) this.exclude('afterEffectiveDay', own);
        else this.left.addSum(own);
      }
      this.exclude('outsideWindows', all);
    }
    return inside;
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
        if (standing.is === 'member') this.scanRows(first, next, stretch.sums);
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

  private scanRows(from: number, until: number, sums: readonly PlainSum[]): void {
    for (let at = from; at < until; at += this.blockRows) {
      this.scanBlock(at, Math.min(until, at + this.blockRows), sums);
    }
  }

  private scanBlock(from: number, until: number, sums: readonly PlainSum[]): void {
    const net = this.netOf(from, until);
    this.left.add(from - until, -net);
    this.missed.add(until - from, net);
    const { all } = this.products;
    if ((all & COUNTED) !== 0) this.sumHits(this.pick(from, until, COUNTED), sums);
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
    const flags = this.products.of;
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

  private sumHits(picked: number, sums: readonly PlainSum[]): void {
    const summed = this.withinSums(this.withoutUnknown(picked, sums), sums);
    if (summed === 0) return;
    this.move(summed, this.counted);
    for (const { column, flag, into } of sums) {
      const [lines, sum] =
        flag === 0 ? [summed, sumOf(column, this.hits, summed)] : this.sumWhere(column, summed, flag);
      for (const cell of into) {
        cell.lines += lines;
        cell.sum.add(sum);
      }
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
    return this.products.of[this.part.products[row] as number] as number;
  }

  private handOn(partner: number): void {
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
