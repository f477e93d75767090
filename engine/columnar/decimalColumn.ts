import type { Decimal } from '../../core/number/decimal.ts';
import { type CodeColumn, CodeColumnBuilder, valueAt } from './codeColumn.ts';
import { exactNumber, type Integers, SMALL_MAX } from './exactNumber.ts';
import { sharedArray } from './sharedArray.ts';

/**
 * Decimals as they were received: digits that fit into a float64 (or into half of it, where all of them do), the others beside them, and the
 * places (undefined: the row has no value). `digits` is absent where no row has a value.
 */
export type DecimalColumn = {
  readonly digits: Integers | undefined;
  readonly wide: ReadonlyMap<number, bigint>;
  readonly scales: CodeColumn<number | undefined>;
};

export function decimalAt({ digits, wide, scales }: DecimalColumn, row: number): Decimal | undefined {
  const scale = digits === undefined ? undefined : valueAt(scales, row);
  if (digits === undefined || scale === undefined) return undefined;
  const fits = digits[row] as number;
  return { digits: Number.isNaN(fits) ? (wide.get(row) as bigint) : BigInt(fits), scale };
}

export function isBelowZero({ digits, wide }: DecimalColumn, row: number): boolean {
  const fits = digits?.[row] ?? 0;
  return Number.isNaN(fits) ? (wide.get(row) as bigint) < 0n : fits < 0;
}

/** The value as an integer of so many places, not fewer than any has; NaN where there is none or it does not fit. */
export function integerAt({ digits, scales }: DecimalColumn, row: number, scale: number): number {
  const own = digits === undefined ? undefined : valueAt(scales, row);
  if (digits === undefined || own === undefined) return Number.NaN;
  const scaled = (digits[row] as number) * 10 ** (scale - own);
  return Number.isSafeInteger(scaled) ? scaled : Number.NaN;
}

/** The most places that a value of the column has. */
export function scaleOf({ scales }: DecimalColumn): number {
  return Math.max(0, ...scales.values.map((scale) => scale ?? 0));
}

export class DecimalColumnBuilder {
  private readonly scales = new CodeColumnBuilder<number | undefined>();
  private readonly wide = new Map<number, bigint>();
  private digits: Float64Array | undefined;
  private count = 0;
  private isSmall = true;

  push(value: Decimal | undefined): void {
    this.scales.push(value?.scale);
    if (value !== undefined) this.set(value.digits);
    this.count += 1;
  }

  /** Rows before this one that are not in yet have no value. */
  padTo(row: number): void {
    if (this.count >= row) return;
    this.scales.padTo(row);
    this.count = row;
  }

  /** The same of digits that are an integer below 2^53. */
  pushExact(digits: number, scale: number): void {
    this.scales.push(scale);
    this.keep(digits);
    this.count += 1;
  }

  private set(integer: bigint): void {
    const fits = exactNumber(integer);
    if (Number.isNaN(fits)) this.wide.set(this.count, integer);
    this.keep(fits);
  }

  private keep(fits: number): void {
    let digits = this.digits ?? new Float64Array(1024);
    if (this.count >= digits.length) {
      const longer = new Float64Array(Math.max(2 * digits.length, this.count + 1));
      longer.set(digits);
      digits = longer;
    }
    digits[this.count] = fits;
    this.digits = digits;
    this.isSmall &&= Math.abs(fits) <= SMALL_MAX;
  }

  inOrder(order: Uint32Array): DecimalColumn {
    const { digits: own } = this;
    const scales = this.scales.inOrder(order);
    const wide = new Map<number, bigint>();
    if (own === undefined) return { digits: undefined, wide, scales };
    const digits = sharedArray<Integers>(this.isSmall ? Int32Array : Float64Array, order.length);
    for (let row = 0; row < order.length; row += 1) {
      const before = order[row] as number;
      digits[row] = own[before] ?? 0;
      const large = this.wide.size === 0 ? undefined : this.wide.get(before);
      if (large !== undefined) wide.set(row, large);
    }
    return { digits, wide, scales };
  }
}
