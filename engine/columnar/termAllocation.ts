import type { Window } from '../../core/calendar/window.ts';
import { apportion, type LineShare } from '../../core/earning/apportion.ts';
import { calculatedOf, type Earning } from '../../core/earning/earning.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { powerOfTen } from '../../core/number/decimal.ts';
import {
  add,
  divide,
  isZero,
  multiply,
  type Rational,
  rational,
  sumOf,
  ZERO,
} from '../../core/number/rational.ts';
import { looksForSales } from '../../core/plan/findSales.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { PlanTerm, Slot } from '../../core/plan/plan.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { codesOf } from './codeColumn.ts';
import { dealOutRows } from './dealOutRows.ts';
import { exactNumber, type Integers } from './exactNumber.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { LinePart } from './linePart.ts';
import { fieldOf, type MeasureColumn } from './measureColumn.ts';
import { isAskedFirst } from './partnerStandings.ts';
import type { PlacedRows } from './placedRows.ts';
import { isPlain, wheresOf } from './plainSums.ts';
import { ASKED, COUNTED, type ProductFlags } from './productFlags.ts';
import { TermGround } from './termGround.ts';

/** The lines behind some earnings, one earning after the other, and what each line has. */
export type RowShares = {
  /** Rows of the columns; of one earning by company and day. */
  readonly rows: Uint32Array;
  /** The day on which each acts. */
  readonly days: Int32Array;
  /** Minor units; NaN where the weights of an earning sum to zero and nothing says how to spread it. */
  readonly minor: Float64Array;
  /** Where those of each earning end, and those of the next begin. */
  readonly ends: Uint32Array;
  /** Which of the earnings only core can tell of: they have no rows. */
  readonly asked: readonly number[];
};

type Weighed = { readonly slot: Slot; readonly column: MeasureColumn };

/** What all earnings of a term share, where its lines are known by day, partner and product alone. */
type Ground = {
  readonly placed: PlacedRows;
  readonly products: ProductFlags;
  readonly weighed: Weighed;
  /** All that a line has to have to be counted at all. */
  readonly columns: readonly Integers[];
  readonly isMember: Uint8Array;
  /** Partners with lines that only core can place. */
  readonly isAsked: Uint8Array;
  /** The groups (side and company) that it looks at. */
  readonly groups: ReadonlySet<number>;
};

/** The lines of partners, for core; what the columns hold of those with changes is not all of it. */
type PartnerLines = {
  readonly of: (partner: string) => readonly Line[];
  readonly changed: ReadonlySet<string>;
};

/** Shares while they come in. */
type Growing = {
  rows: Uint32Array<ArrayBuffer>;
  days: Int32Array<ArrayBuffer>;
  minor: Float64Array<ArrayBuffer>;
  count: number;
};

/**
 * The lines behind the earnings of one term, out of columns: those that `apportion` of core finds, and to the
 * cent the shares that it gives them. What columns do not tell is left to core. It is computed when somebody asks, and never kept.
 */
export class TermAllocation {
  private readonly part: LinePart;
  private readonly planned: PlanTerm;
  private readonly context: MatchContext;
  private readonly lines: PartnerLines;
  private readonly ground: Ground | undefined;
  private readonly days = new Map<Slot, Map<number, Window>>();
  /** Of the lines of the amount at hand. */
  private weights = new Float64Array(64);

  constructor(part: LinePart, planned: PlanTerm, context: MatchContext, lines: PartnerLines) {
    this.part = part;
    this.planned = planned;
    this.context = context;
    this.lines = lines;
    this.ground = groundOf(part, planned, context);
  }

  /** As `apportion`, to the byte. */
  sharesOf(earning: Earning): LineShare[] {
    const found = this.rowsOf([earning]);
    if (found.asked.length === 0) return this.told(earning, found);
    return apportion(earning, this.planned, this.lines.of(earning.partner), this.context);
  }

  /** The shares in many earnings, as columns. */
  rowsOf(earnings: readonly Earning[]): RowShares {
    const into: Growing = {
      ...{ rows: new Uint32Array(64), days: new Int32Array(64), minor: new Float64Array(64) },
      count: 0,
    };
    const ends = new Uint32Array(earnings.length);
    const asked: number[] = [];
    for (let at = 0; at < earnings.length; at += 1) {
      const from = into.count;
      if (!this.isTold(earnings[at] as Earning, into)) {
        asked.push(at);
        into.count = from;
      }
      ends[at] = into.count;
    }
    const { rows, days, minor, count } = into;
    return {
      ...{ rows: rows.subarray(0, count), days: days.subarray(0, count), minor: minor.subarray(0, count) },
      ...{ ends, asked },
    };
  }

  /** Appends the shares of an earning; false: only core can tell. */
  private isTold(earning: Earning, into: Growing): boolean {
    const { ground, part } = this;
    if (ground === undefined || !isPlainEarning(earning, this.planned)) return false;
    if (this.lines.changed.has(earning.partner)) return false;
    const partner = part.partnerTexts.codes.get(earning.partner);
    if (partner === undefined) return false;
    if (ground.isMember[partner] === 0 || ground.isAsked[partner] === 1) return false;
    const from = into.count;
    this.gather(ground, partner, earning.window, into);
    return hasAll(ground.columns, into, from) && this.isDealt(ground.weighed.column, earning, into, from);
  }

  private gather(
    { placed, products, weighed, groups }: Ground,
    partner: number,
    window: Window,
    into: Growing,
  ): void {
    const days = this.daysOf(weighed.slot, window);
    for (const { group, from, until } of placed.ofPartner.get(partner) ?? []) {
      if (!groups.has(group)) continue;
      const first = firstAtLeast(placed.days, days.from, from, until);
      const last = firstAtLeast(placed.days, days.until, first, until);
      grow(into, last - first);
      into.count = pickCounted(placed, products.of, { first, last }, into);
    }
  }

  /** The days whose lines a sum takes into a window, up to the effective one. */
  private daysOf(slot: Slot, { from }: Window): Window {
    let known = this.days.get(slot);
    if (known === undefined) {
      known = new Map();
      this.days.set(slot, known);
    }
    const found = known.get(from);
    if (found !== undefined) return found;
    const days = this.daysIn(slot, from);
    known.set(from, days);
    return days;
  }

  private daysIn({ windows }: Slot, from: number): Window {
    const { effective } = this.context;
    const lines = windows.find(({ pays }) => pays.from === from)?.lines;
    if (lines === undefined || from > effective) return { from: 0, until: 0 };
    return { from: lines.from, until: Math.min(lines.until, effective + 1) };
  }

  private isDealt({ values }: MeasureColumn, earning: Earning, into: Growing, from: number): boolean {
    const count = into.count - from;
    if (this.weights.length < count) this.weights = new Float64Array(2 * count);
    const { weights } = this;
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const weight = values[into.rows[from + at] as number] as number;
      weights[at] = weight;
      sum += weight;
    }
    const total = exactNumber(calculatedOf(earning).minor);
    if (Number.isNaN(total) || !Number.isSafeInteger(sum)) return false;
    if (sum === 0) {
      into.minor.fill(total === 0 ? 0 : Number.NaN, from, into.count);
      return true;
    }
    const keyOf = (at: number) => this.keyOf(into.rows[from + at] as number);
    const isBefore = (a: number, b: number) => compareTexts(keyOf(a), keyOf(b)) < 0;
    return dealOutRows({ total, weights, count }, into.minor, from, isBefore);
  }

  private keyOf(row: number): string {
    return lineKey(this.part.line(row));
  }

  /** Rows as core tells of them: with their lines and exact numbers, in the order of keys. */
  private told(earning: Earning, { rows, days, minor }: RowShares): LineShare[] {
    const { part } = this;
    const { column } = (this.ground as Ground).weighed;
    const rate = this.rateOf(earning, rows);
    const shares = [...rows].map((row, at) => {
      const line = part.line(row);
      const day = days[at] as number;
      const added = (isWanted: (slot: string) => boolean) =>
        sumOf(this.slotsOn(day, earning.window, isWanted).map((slot) => numberAt(this.columnOf(slot), row)));
      const share = {
        line,
        placedOn: day,
        qualifier: added((slot) => slot === 'qualifier'),
        payout: added((slot) => slot.startsWith('payout.')),
        weight: multiply(rate, numberAt(column, row)),
        ...(!Number.isNaN(minor[at]) && { shareMinor: BigInt(minor[at] as number) }),
      };
      return { key: lineKey(line), share };
    });
    return shares.sort((a, b) => compareTexts(a.key, b.key)).map(({ share }) => share);
  }

  private slotsOn(day: number, window: Window, isWanted: (slot: string) => boolean): readonly Slot[] {
    return this.planned.slots.filter((slot) => {
      const days = this.daysOf(slot, window);
      return isWanted(slot.id) && days.from <= day && day < days.until;
    });
  }

  private columnOf({ measure }: Slot): MeasureColumn {
    return measured(this.part, measure, this.planned) as MeasureColumn;
  }

  /** What one unit was paid, where lines take part at their own rate. */
  private rateOf({ result }: Earning, rows: Uint32Array): Rational {
    const [one] = this.planned.payouts;
    if (this.planned.term.apportionment.by !== 'ownRate' || one === undefined) return rational(1n);
    const { column } = (this.ground as Ground).weighed;
    const total = [...rows].reduce((sum, row) => add(sum, numberAt(column, row)), ZERO);
    const paid = sumOf(result.paid.filter(({ payout }) => payout === one.id).map(({ amount }) => amount));
    return isZero(total) ? ZERO : divide(paid, total);
  }
}

/** Its amount was made of plain sums of this window alone. */
function isPlainEarning(
  { weights: told, cumulative, isTakenOver, result }: Earning,
  { term, payouts }: PlanTerm,
): boolean {
  if (told !== undefined || cumulative !== undefined || isTakenOver) return false;
  const { by } = term.apportionment;
  if (by === 'sequence') return result.lineAmounts === undefined;
  if (by !== 'ownRate') return true;
  const paid = result.paid.filter(({ payout }) => payout === payouts[0]?.id);
  return !isZero(sumOf(paid.map(({ amount }) => amount)));
}

function groundOf(part: LinePart, planned: PlanTerm, context: MatchContext): Ground | undefined {
  const weighed = weighedBy(part, planned);
  if (weighed === undefined || !isPlain(planned) || looksForSales(planned) || isAskedFirst(planned)) {
    return undefined;
  }
  const { placed, products, groups } = new TermGround(part, planned, context);
  if (wheresOf(planned).length > 0 || (products.all & ASKED) !== 0) return undefined;
  const { codes, count } = part.facts;
  const partnerOf = codesOf(codes.partner, count);
  const marks = () => new Uint8Array(codes.partner.values.length);
  const [isMember, isAsked] = [marks(), marks()];
  for (const partner of part.partnerTexts.membersOf(planned.partners, false).always) isMember[partner] = 1;
  for (const row of placed.asked) isAsked[partnerOf[row] as number] = 1;
  const columns = new Set(
    planned.slots.map(({ measure }) => (measured(part, measure, planned) as MeasureColumn).values),
  );
  return { placed, products, weighed, columns: [...columns], isMember, isAsked, groups };
}

/** The sum whose lines share an amount, where it is a plain one, and the only one. */
function weighedBy(part: LinePart, planned: PlanTerm): Weighed | undefined {
  const { qualifier, payouts, slots, term } = planned;
  const [one, ...more] = payouts;
  const isByQualifier = term.apportionment.by === 'qualifierMeasure';
  if (!isByQualifier && more.length > 0) return undefined;
  const plan = isByQualifier ? ('whole' in qualifier ? qualifier.part : qualifier) : one?.measure;
  if (plan === undefined || plan.take !== 'sum' || plan.max !== undefined) return undefined;
  const slot = slots.find(({ id }) => id === plan.slot);
  const column = slot && measured(part, slot.measure, planned);
  return slot && column && { slot, column };
}

function measured(
  part: LinePart,
  measure: Slot['measure'],
  { currency }: PlanTerm,
): MeasureColumn | undefined {
  const field = fieldOf(measure, currency);
  return field && part.measure(field);
}

function numberAt({ values, toCell, cellScale }: MeasureColumn, row: number): Rational {
  return rational(BigInt(values[row] as number) * toCell, powerOfTen(cellScale));
}

/** Appends the rows whose product counts; gives how many there are then. */
function pickCounted(
  { rows, days, products }: PlacedRows,
  flags: ProductFlags['of'],
  { first, last }: { readonly first: number; readonly last: number },
  into: Growing,
): number {
  let { count } = into;
  for (let at = first; at < last; at += 1) {
    into.rows[count] = rows[at] as number;
    into.days[count] = days[at] as number;
    count += (flags[products[at] as number] as number) & COUNTED;
  }
  return count;
}

/** Whether the latest rows have all that a line has to have. */
function hasAll(columns: readonly Integers[], { rows, count }: Growing, from: number): boolean {
  for (const values of columns) {
    let sum = 0;
    for (let at = from; at < count; at += 1) sum += values[rows[at] as number] as number;
    if (Number.isNaN(sum)) return false;
  }
  return true;
}

/** Makes room for so many more. */
function grow(into: Growing, more: number): void {
  const least = into.count + more;
  if (into.rows.length >= least) return;
  const { rows, days, minor } = into;
  into.rows = new Uint32Array(2 * least);
  into.days = new Int32Array(2 * least);
  into.minor = new Float64Array(2 * least);
  into.rows.set(rows);
  into.days.set(days);
  into.minor.set(minor);
}
