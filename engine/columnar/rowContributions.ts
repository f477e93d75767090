import type { Addend, Contribution } from '../../core/cell/contribution.ts';
import { contributionWith } from '../../core/cell/contributionOf.ts';
import { powerOfTen } from '../../core/number/decimal.ts';
import { commonDivisor } from '../../core/number/greatestCommonDivisor.ts';
import { type Rational, rational } from '../../core/number/rational.ts';
import { placeLine } from '../../core/plan/placeLine.ts';
import type { MeasureColumn } from './measureColumn.ts';
import type { Added } from './plainSums.ts';
import type { TermGround } from './termGround.ts';
import type { SummedStretch } from './termTable.ts';

/** A power of ten that float64 holds. */
const SCALE_MAX = 15;

/** What rows that count add to a term of plain sums, one by one, as `contributionOf` of core says of their lines. */
export class RowContributions {
  private readonly ground: TermGround;
  private readonly addedOn = new Map<SummedStretch, readonly Added[]>();

  constructor(ground: TermGround) {
    this.ground = ground;
  }

  /** `flags` are those of the row's product. */
  of(row: number, stretch: SummedStretch, flags: number): Contribution {
    const { part, planned } = this.ground;
    const line = part.line(row);
    const { on, isOriginal } = placeLine(planned, line);
    if (on === undefined) throw new Error('Fault: a line without a day was counted');
    return contributionWith(line, { placedOn: on, isOriginal }, this.addends(row, stretch, flags));
  }

  private addends(row: number, stretch: SummedStretch, flags: number): Addend[] {
    const known = new Map<MeasureColumn, Rational>();
    return this.added(stretch)
      .filter(({ flag }) => flag === 0 || (flags & flag) !== 0)
      .map(({ slot, window, column }) => {
        const value = known.get(column) ?? rationalAt(column, row);
        known.set(column, value);
        return { slot, pays: window, bucket: '', pool: '', value };
      });
  }

  private added(stretch: SummedStretch): readonly Added[] {
    const added = this.addedOn.get(stretch) ?? this.ground.plain.added(stretch);
    this.addedOn.set(stretch, added);
    return added;
  }
}

/** Reduced in float64, which is many times faster than in bigints. */
function rationalAt({ values, scale }: MeasureColumn, row: number): Rational {
  const value = values[row] as number;
  if (scale > SCALE_MAX) return rational(BigInt(value), powerOfTen(scale));
  const whole = 10 ** scale;
  const divisor = commonDivisor(Math.abs(value), whole);
  return { n: BigInt(value / divisor), d: BigInt(whole / divisor) };
}
