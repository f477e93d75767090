import type { Decimal } from '../../core/number/decimal.ts';
import { type FieldSink, int16 } from './copyBinary.ts';

/** A numeric is its digits at base 10,000, the exponent of the first one, a sign, and the places that it shows. */
const BASE = 10_000;
const BASE_PLACES = 4;
const HEADER_BYTES = 8;
const MINUS = 0x4000;

/** What takes in a decimal: as an integer below 2^53 where it is one, else whole. Rows that are passed over have none. */
type DecimalSink = {
  readonly padTo: (row: number) => void;
  readonly pushExact: (digits: number, scale: number) => void;
  readonly push: (value: Decimal | undefined) => void;
};

/** Reads a numeric in the bytes of PostgreSQL; infinite and NaN do not come: no column of ours takes them. */
export function binaryNumeric(sink: DecimalSink): FieldSink {
  return (bytes, at, _, row) => {
    sink.padTo(row);
    const sign = int16(bytes, at + 4) & 0xffff;
    if (sign !== 0 && sign !== MINUS) throw new Error('Fault: a numeric that is no number');
    const [count, scale] = [int16(bytes, at), int16(bytes, at + 6)];
    const exponent = BASE_PLACES * (int16(bytes, at + 2) + 1 - count) + scale;
    let digits = 0;
    for (let digit = 0; digit < count; digit += 1) {
      digits = digits * BASE + (int16(bytes, at + HEADER_BYTES + 2 * digit) & 0xffff);
    }
    // Short of its last places it is a whole number of them: those that it does not show are zero.
    const scaled = exponent < 0 ? digits / powerOf(-exponent) : digits * powerOf(exponent);
    if (Number.isSafeInteger(digits) && Number.isSafeInteger(scaled)) {
      sink.pushExact(sign === MINUS && scaled !== 0 ? -scaled : scaled, scale);
    } else sink.push({ digits: wideDigits(bytes, at, { count, exponent, sign }), scale });
  };
}

function powerOf(places: number): number {
  return places < POWERS.length ? (POWERS[places] as number) : Number.POSITIVE_INFINITY;
}

const POWERS = Array.from({ length: 16 }, (_, places) => 10 ** places);

function wideDigits(
  bytes: Buffer,
  at: number,
  { count, exponent, sign }: { readonly count: number; readonly exponent: number; readonly sign: number },
): bigint {
  let digits = 0n;
  for (let digit = 0; digit < count; digit += 1) {
    digits = digits * BigInt(BASE) + BigInt(int16(bytes, at + HEADER_BYTES + 2 * digit) & 0xffff);
  }
  const scaled = exponent < 0 ? digits / 10n ** BigInt(-exponent) : digits * 10n ** BigInt(exponent);
  return sign === MINUS ? -scaled : scaled;
}
