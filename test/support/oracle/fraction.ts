import type { Decimal } from '../../../core/number/decimal.ts';

/** An exact fraction of the oracle's own; it shares nothing with the program's. */
export class Fraction {
  readonly above: bigint;
  readonly below: bigint;

  constructor(above: bigint, below = 1n) {
    const sign = below < 0n ? -1n : 1n;
    let [a, b] = [above < 0n ? -above : above, below * sign];
    while (b !== 0n) [a, b] = [b, a % b];
    this.above = (sign * above) / a;
    this.below = (sign * below) / a;
  }

  static of({ digits, scale }: Decimal): Fraction {
    return new Fraction(digits, 10n ** BigInt(scale));
  }

  /** Plain decimal text; undefined where it is none. */
  static read(text: string): Fraction | undefined {
    if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
    const [whole = '', places = ''] = text.split('.');
    return new Fraction(BigInt(whole + places), 10n ** BigInt(places.length));
  }

  static sum(parts: readonly Fraction[]): Fraction {
    return parts.reduce((sum, part) => sum.plus(part), NOTHING);
  }

  static least(parts: readonly Fraction[]): Fraction {
    return parts.reduce((least, part) => least.atMost(part));
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.above * other.below + other.above * this.below, this.below * other.below);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.above * other.above, this.below * other.below);
  }

  over(other: Fraction): Fraction {
    return new Fraction(this.above * other.below, this.below * other.above);
  }

  negated(): Fraction {
    return new Fraction(-this.above, this.below);
  }

  percent(): Fraction {
    return this.over(new Fraction(100n));
  }

  atMost(limit: Fraction): Fraction {
    return limit.isBelow(this) ? limit : this;
  }

  atLeast(limit: Fraction): Fraction {
    return this.isBelow(limit) ? limit : this;
  }

  /** Towards minus infinity. */
  whole(): Fraction {
    const cut = this.above / this.below;
    return new Fraction(this.above < 0n && this.above % this.below !== 0n ? cut - 1n : cut);
  }

  isBelow(other: Fraction): boolean {
    return this.above * other.below < other.above * this.below;
  }

  get isZero(): boolean {
    return this.above === 0n;
  }

  get isPositive(): boolean {
    return this.above > 0n;
  }

  get isNegative(): boolean {
    return this.above < 0n;
  }

  toString(): string {
    return this.below === 1n ? `${this.above}` : `${this.above}/${this.below}`;
  }
}

export const NOTHING = new Fraction(0n);
export const ONE = new Fraction(1n);
export const HUNDRED = new Fraction(100n);
