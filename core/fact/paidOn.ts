import type { LocalDate } from '../calendar/localDate.ts';
import { moneyToRational, roundToMoney } from '../money/money.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { add, compare, divide, multiply, negate, type Rational, rational, ZERO } from '../number/rational.ts';
import type { Payment } from './payment.ts';

/** What is owed on one line of a document. */
export type OwedLine = {
  readonly netValue?: Decimal;
  /** In percent points; absent: no tax. */
  readonly taxRate?: Decimal;
  readonly currency: string;
};

type DocumentPayment = Pick<Payment, 'paidOn' | 'amount' | 'discount' | 'documentTotal' | 'currency'>;

const HUNDRED = rational(100n);

/**
 * The day on which a document was paid in full: from it on, what was paid and taken off for early
 * payment covers what is owed, and no later day takes it back. Undefined where it is not covered, or
 * where nobody can say: a line without a value, more than one currency, nothing owed. A document
 * that we owe (a credit note) is covered from the other side. The order of payments does not matter.
 */
export function paidOn(
  lines: readonly OwedLine[],
  payments: readonly DocumentPayment[],
): LocalDate | undefined {
  const owed = owedOn(lines, payments);
  if (owed === undefined || compare(owed, ZERO) === 0) return undefined;
  const sign = (value: Rational) => (owed.n < 0n ? negate(value) : value);
  const byDay = Map.groupBy(payments, (payment) => payment.paidOn);
  let paid = ZERO;
  let since: LocalDate | undefined;
  for (const day of [...byDay.keys()].sort((a, b) => a - b)) {
    for (const payment of byDay.get(day) ?? []) paid = add(paid, coveredBy(payment));
    const isCovered = compare(sign(paid), sign(owed)) >= 0;
    since = isCovered ? (since ?? day) : undefined;
  }
  return since;
}

/**
 * What has to be paid on a document: the total that its payments name, else its lines with their
 * tax. Undefined where nobody can say: a line without a value, more than one currency, no line.
 */
export function owedOn(
  lines: readonly OwedLine[],
  payments: readonly DocumentPayment[],
): Rational | undefined {
  const currencies = new Set([...lines, ...payments].map(({ currency }) => currency));
  const [currency] = currencies;
  if (currency === undefined || currencies.size > 1) return undefined;
  return saidTotal(payments) ?? (lines.length === 0 ? undefined : amountOwed(lines, currency));
}

function coveredBy({ amount, discount }: DocumentPayment): Rational {
  const paid = decimalToRational(amount);
  return discount === undefined ? paid : add(paid, decimalToRational(discount));
}

/** Where payments name different totals of one document, the largest has to be covered. */
function saidTotal(payments: readonly DocumentPayment[]): Rational | undefined {
  let largest: Rational | undefined;
  const size = (value: Rational) => (value.n < 0n ? negate(value) : value);
  for (const { documentTotal } of payments) {
    if (documentTotal === undefined) continue;
    const total = decimalToRational(documentTotal);
    if (largest === undefined || compare(size(total), size(largest)) > 0) largest = total;
  }
  return largest;
}

/**
 * Net values and their tax, both rounded to the smallest unit for each tax rate as an invoice does,
 * half away from zero. Source: EN 16931, BT-116 and BT-117.
 */
function amountOwed(lines: readonly OwedLine[], currency: string): Rational | undefined {
  const byRate = new Map<string, { net: Rational; rate: Rational }>();
  for (const { netValue, taxRate } of lines) {
    if (netValue === undefined) return undefined;
    const rate = taxRate === undefined ? ZERO : decimalToRational(taxRate);
    const key = `${rate.n}/${rate.d}`;
    byRate.set(key, { rate, net: add(byRate.get(key)?.net ?? ZERO, decimalToRational(netValue)) });
  }
  return [...byRate.values()].reduce((sum, { net, rate }) => {
    const tax = divide(multiply(net, rate), HUNDRED);
    return add(sum, add(rounded(net, currency), rounded(tax, currency)));
  }, ZERO);
}

function rounded(value: Rational, currency: string): Rational {
  return moneyToRational(roundToMoney(value, currency, 'halfAwayFromZero'));
}
