import { contains, type Window } from '../../core/calendar/window.ts';
import type { Line } from '../../core/fact/line.ts';
import { atScale, FACT_SCALE_MAX, parseDecimal } from '../../core/number/decimal.ts';
import { rational } from '../../core/number/rational.ts';
import type { Exclusion, MatchContext } from '../../core/plan/matchLine.ts';
import { PRODUCT_SCALE, QUANTITY_AT_PRICE } from '../../core/plan/measureLine.ts';
import type { Slot } from '../../core/plan/plan.ts';
import { poolOf } from '../../core/plan/poolOf.ts';
import { fieldOf } from '../columnar/measureColumn.ts';
import type { TermSums } from '../termSums.ts';
import type { LineTotal } from './lineTotals.ts';
import { OUTSIDE } from './memberFlags.ts';
import { type TermStatements, VERDICTS } from './termStatements.ts';

/** A row of `TermStatements`: lines that end alike, and their sums as decimal texts. */
export type SummedRow = {
  /** The place in `VERDICTS`. */
  readonly verdict: number;
  readonly partner: string;
  /** From 1 on; 0 where the lines do not count. */
  readonly stretch: number;
  readonly outside: number;
  readonly day: number;
  readonly is_negative: boolean;
  readonly bucket: string;
  readonly lines: number;
  readonly net: string;
  readonly [sum: `sum${number}`]: string;
};

const ONE = rational(1n);

/** Puts what the database summed for one term into its cells and tallies. */
export class SummedRows {
  private readonly statements: TermStatements;
  private readonly sums: TermSums;
  private readonly context: MatchContext;

  constructor(statements: TermStatements, sums: TermSums, context: MatchContext) {
    this.statements = statements;
    this.sums = sums;
    this.context = context;
  }

  /** Takes in the plain sums; gives how many lines core has to judge. */
  addJudged(rows: readonly SummedRow[], totals: readonly LineTotal[]): number {
    let asked = 0;
    const looked = { lines: 0, net: 0n };
    for (const row of rows) {
      const net = integerOf(row.net, FACT_SCALE_MAX);
      looked.lines += row.lines;
      looked.net += net;
      const verdict = VERDICTS[row.verdict];
      if (verdict === undefined) throw new Error(`Fault: the database gave the verdict ${row.verdict}`);
      if (verdict === 'asked') asked += row.lines;
      else if (verdict === 'in') this.count(row, net);
      else this.exclude(verdict, row.lines, net);
    }
    this.addUnseen(totals, looked);
    return asked;
  }

  /** Takes in the sums of some slots by what they are gathered by. */
  addGathered(rows: readonly SummedRow[], slots: readonly Slot[]): void {
    for (const row of rows) this.hit(row, slots, row.bucket);
  }

  /** As `matchLine` goes through the sums: a line that is outside of all that would take it does not count. */
  private count(row: SummedRow, net: bigint): void {
    const plain = this.statements.planned.slots.filter(
      ({ buckets, ignoresReturns }) => buckets.length === 0 && !ignoresReturns,
    );
    this.hit(row, plain, '');
    if (this.isNarrowedOut(row)) this.exclude('conditionNotMet', row.lines, net);
    else this.sums.tally({ state: 'counted', reason: '', lines: row.lines, netValue: net });
  }

  private isNarrowedOut(row: SummedRow): boolean {
    let isNarrowed = false;
    for (const slot of this.statements.planned.slots) {
      if (this.windowsOf(row, slot).length === 0) continue;
      if (this.isOutside(row, slot)) isNarrowed = true;
      else if (!(slot.ignoresReturns && row.is_negative)) return false;
    }
    return isNarrowed;
  }

  private hit(row: SummedRow, slots: readonly Slot[], bucket: string): void {
    const { planned, fields } = this.statements;
    for (const slot of slots) {
      if (this.isOutside(row, slot)) continue;
      const field = fieldOf(slot.measure, planned.currency);
      const at = fields.findIndex((known) => known.field === field?.field && known.of === field.of);
      const scale = field !== undefined && field.field in QUANTITY_AT_PRICE ? PRODUCT_SCALE : FACT_SCALE_MAX;
      const sum = integerOf(row[`sum${at}`] ?? '', scale);
      for (const window of this.windowsOf(row, slot)) {
        const place = { partner: row.partner, window, slot: slot.id, bucket, factor: ONE };
        this.sums.sum({ ...place, pool: this.poolIn(row, slot, window), scale, sum, lines: row.lines });
      }
    }
  }

  private poolIn({ partner, day: on }: SummedRow, slot: Slot, window: Window): string {
    return poolOf(this.statements.planned, slot, { partner } as Line, { on, window }, this.context);
  }

  private windowsOf({ stretch }: SummedRow, slot: Slot): readonly Window[] {
    const days = this.statements.stretches[stretch - 1];
    return (days?.pays ?? []).filter((window) => {
      const lines = slot.windows.find(({ pays }) => pays.from === window.from)?.lines;
      return lines !== undefined && days !== undefined && contains(lines, days.from);
    });
  }

  private isOutside({ outside }: SummedRow, { where }: Slot): boolean {
    return where.length > 0 && (outside & (OUTSIDE << this.statements.wheres.indexOf(where))) !== 0;
  }

  /** How the lines end that no statement looked at: by side, company and day, and then as lines of others. */
  private addUnseen(totals: readonly LineTotal[], looked: { lines: number; net: bigint }): void {
    const { planned, allStretches, others } = this.statements;
    const left = { lines: -looked.lines, net: -looked.net };
    for (const { side, company, placed, lines, net: text } of totals) {
      const net = integerOf(text, FACT_SCALE_MAX);
      const stretch = placed === null ? undefined : allStretches.find((days) => contains(days, placed));
      if (side !== planned.term.transactions) this.exclude('otherSide', lines, net);
      else if (!planned.companies.includes(company)) this.exclude('otherCompany', lines, net);
      else if (placed === null) this.exclude('dateMissing', lines, net);
      else if (stretch === undefined) this.exclude('outsideWindows', lines, net);
      else if (stretch.pays.length === 0) this.exclude('afterEffectiveDay', lines, net);
      else {
        left.lines += lines;
        left.net += net;
      }
    }
    if (left.lines !== 0 && others === undefined) throw new Error(`Fault: ${left.lines} lines were lost`);
    if (others !== undefined) this.exclude(others, left.lines, left.net);
  }

  private exclude(reason: Exclusion, lines: number, netValue: bigint): void {
    if (lines !== 0) this.sums.tally({ state: 'excluded', reason, lines, netValue });
  }
}

/** Of a decimal text of the database the integer at a scale that holds it. */
function integerOf(text: string, scale: number): bigint {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`Fault: the database gave the sum ${text}`);
  return atScale(value, scale);
}
