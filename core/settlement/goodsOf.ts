import type { Condition, Term } from '../agreement/agreement.ts';
import { inMinorUnits } from '../money/money.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { compare, divide, rational } from '../number/rational.ts';

/** What is given in goods; the product where the agreement counts only one. */
export type GivenGoods = {
  readonly product?: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly unitValue: Decimal;
};

/**
 * Which goods an amount of free goods stands for: their number is the amount by the value of one. Undefined where the
 * agreement says no single value, or the amount is no whole number of units, as an interim share may not be: then it
 * has a value and no goods. Units: minor.
 */
export function goodsOf(
  { formula, payouts, tiers, eligibility }: Pick<Term, 'formula' | 'payouts' | 'tiers' | 'eligibility'>,
  minor: bigint,
  currency: string,
): GivenGoods | undefined {
  const [payout, ...others] = payouts;
  if (formula !== 'freeGoods' || payout?.measure.of !== 'quantity' || others.length > 0) return undefined;
  const { unit, where = [] } = payout.measure;
  const [first, ...values] = tiers.rows.flatMap(({ rates }) => rates.map(({ rate }) => rate));
  const one = first && decimalToRational(first);
  if (first === undefined || one === undefined || one.n <= 0n) return undefined;
  if (values.some((value) => compare(decimalToRational(value), one) !== 0)) return undefined;
  const { n, d } = divide(rational(minor), inMinorUnits(one, currency));
  if (d !== 1n || n <= 0n) return undefined;
  const product = onlyProduct([...eligibility.include, ...where]);
  return {
    ...(product !== undefined && { product }),
    quantity: { digits: n, scale: 0 },
    ...{ unit, unitValue: first },
  };
}

function onlyProduct(conditions: readonly Condition[]): string | undefined {
  const named = conditions.flatMap((condition) =>
    condition.attribute === 'product.code' && 'in' in condition && condition.in.length === 1
      ? condition.in
      : [],
  );
  return named.length === 1 ? named[0] : undefined;
}
