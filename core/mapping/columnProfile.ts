import { minorDigits } from '../money/currency.ts';
import { type Decimal, parseDecimal } from '../number/decimal.ts';
import { NumberEvidence } from '../reading/numberEvidence.ts';
import { readDate } from '../reading/readDate.ts';
import { readNumber } from '../reading/readNumber.ts';

/** What the values of a column say of it. Shares are in percent of the cells that are filled. */
export type ColumnProfile = {
  readonly filled: number;
  readonly distinct: number;
  readonly numbers: number;
  readonly integers: number;
  readonly dates: number;
  readonly serials: number;
  readonly currencies: number;
  /** Cells with a blank between two words. */
  readonly phrases: number;
  /** Cells that hold a letter, and those that hold a digit. */
  readonly lettered: number;
  readonly digited: number;
  readonly longest: number;
  /** Numbers from 0 to 1, and from 0 to 100, minus signs aside. */
  readonly fractions: number;
  readonly percents: number;
  /** By row, the number that stands there. */
  readonly values: readonly (Decimal | undefined)[];
};

const ONE = { digits: 1n, scale: 0 };
const HUNDRED = { digits: 100n, scale: 0 };

/** Looks at the texts of a column, as they stand in the rows of a sample. */
export function columnProfile(texts: readonly string[]): ColumnProfile {
  const filled = texts.filter((text) => text.trim() !== '');
  const evidence = new NumberEvidence();
  for (const text of filled) evidence.add(text);
  const verdict = evidence.verdict();
  const format = verdict.is === 'certain' ? verdict.format : '1,234.56';
  const affix = isOfMoney(evidence.affix) ? evidence.affix : '';
  const values = texts.map((text) => parseDecimal(readNumber(text, format, affix) ?? ''));
  const numbers = values.filter((value) => value !== undefined);
  const share = (isSuch: (text: string) => boolean) => percent(filled.filter(isSuch).length, filled.length);
  const shareOf = (isSuch: (value: Decimal) => boolean) =>
    percent(numbers.filter(isSuch).length, filled.length);
  return {
    filled: filled.length,
    distinct: new Set(filled).size,
    numbers: percent(numbers.length, filled.length),
    integers: shareOf((value) => isWhole(value)),
    dates: share(isDate),
    serials: share((text) => /^[2-7]\d{4}(?:\.\d+)?$/.test(text)),
    currencies: share((text) => minorDigits(text.trim()) !== undefined),
    phrases: share((text) => /\S \S*\p{L}/u.test(text.trim())),
    lettered: share((text) => /\p{L}/u.test(text)),
    digited: share((text) => /\p{N}/u.test(text)),
    longest: filled.reduce((most, text) => Math.max(most, text.length), 0),
    fractions: shareOf((value) => isAtMost(value, ONE)),
    percents: shareOf((value) => isAtMost(value, HUNDRED)),
    values,
  };
}

/** Letters that stand before each number make codes of them, if they are no currency's. */
function isOfMoney(affix: string): boolean {
  return (
    !/\p{L}/u.test(affix) ||
    minorDigits(affix.trim()) !== undefined ||
    /^(?:kr|zł|Fr|Kč|Ft|lei)\.?$/i.test(affix.trim())
  );
}

function isDate(text: string): boolean {
  const isRead = (['day-month-year', 'month-day-year', 'year-month-day'] as const).some(
    (format) => readDate(text, format) !== undefined,
  );
  return isRead && !/^\d{6}$/.test(text);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}

function isWhole({ digits, scale }: Decimal): boolean {
  return scale === 0 || digits % 10n ** BigInt(scale) === 0n;
}

function isAtMost({ digits, scale }: Decimal, most: Decimal): boolean {
  return (digits < 0n ? -digits : digits) <= most.digits * 10n ** BigInt(scale);
}
