import type { LocalDate } from '../../core/calendar/localDate.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import { RowSum } from './rowSum.ts';

/** Rows by the day on which they are placed: how many lie before each, and their net value. */
export class DayTotals {
  private readonly days: Float64Array;
  private readonly linesBefore: Float64Array;
  private readonly netBefore: readonly bigint[];
  readonly all = new RowSum();

  constructor(byDay: ReadonlyMap<LocalDate, RowSum>) {
    this.days = new Float64Array(byDay.keys()).sort();
    this.linesBefore = new Float64Array(byDay.size + 1);
    const netBefore: bigint[] = [];
    for (const [index, day] of this.days.entries()) {
      this.linesBefore[index] = this.all.lines;
      netBefore.push(this.all.net);
      this.all.addSum(byDay.get(day) ?? new RowSum());
    }
    this.linesBefore[byDay.size] = this.all.lines;
    this.netBefore = [...netBefore, this.all.net];
  }

  addTo(sum: RowSum, from: LocalDate, until: LocalDate): void {
    const first = firstAtLeast(this.days, from, 0, this.days.length);
    const last = firstAtLeast(this.days, until, first, this.days.length);
    sum.addAll(
      (this.linesBefore[last] as number) - (this.linesBefore[first] as number),
      (this.netBefore[last] as bigint) - (this.netBefore[first] as bigint),
    );
  }
}
