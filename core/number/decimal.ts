import { type Rational, rational } from './rational.ts';

/**
 * A decimal as it was received: `digits` × 10^-`scale`. The scale is kept, so that a fact
 * can be shown again exactly as it came in ("12.50" stays "12.50").
 */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/** Facts keep at most this many places (`foundation`: a larger scale is quarantined). */
export const FACT_SCALE_MAX = 9;

/** And at most this many digits before the point: no money has more, and amounts stay storable. */
export const FACT_DIGITS_MAX = 100;

const DECIMAL_TEXT = /^-?\d+(?:\.\d+)?$/;

/**
 * Reads plain decimal text: an optional minus, digits, an optional point and digits.
 * No exponent, no grouping, no plus: formats of files are translated before they come here.
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (!DECIMAL_TEXT.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return { digits: BigInt(text), scale: 0 };
  return {
    digits: BigInt(text.slice(0, point) + text.slice(point + 1)),
    scale: text.length - point - 1,
  };
}

export function formatDecimal(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = value.scale === 0 ? '' : `.${digits.slice(digits.length - value.scale)}`;
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/** The same value without trailing zeros after the point: two equal values, one text. */
export function trimDecimal(value: Decimal): Decimal {
  let { digits, scale } = value;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

/** The integer `value × 10^scale`. Shape: scale is not below the value's own (a fault). */
export function atScale(value: Decimal, scale: number): bigint {
  if (scale < value.scale) throw new Error(`Fault: scale ${value.scale} does not fit into ${scale}`);
  return value.digits * powerOfTen(scale - value.scale);
}

export function decimalToRational(value: Decimal): Rational {
  return rational(value.digits, powerOfTen(value.scale));
}

/** An integer at a scale (as cells hold it) as a fraction. */
export function scaledToRational(sum: bigint, scale: number): Rational {
  return rational(sum, powerOfTen(scale));
}

/** The decimal equal to a fraction, or undefined where it does not end within 40 places. */
export function rationalToDecimal(value: Rational): Decimal | undefined {
  for (let scale = 0; scale <= 40; scale += 1) {
    const power = powerOfTen(scale);
    if (power % value.d === 0n) return { digits: value.n * (power / value.d), scale };
  }
  return undefined;
}

const POWERS: readonly bigint[] = Array.from({ length: 41 }, (_, i) => 10n ** BigInt(i));

export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}
