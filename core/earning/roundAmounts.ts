import { allocateExact } from '../money/allocateExact.ts';
import { type Money, roundToMoney } from '../money/money.ts';
import { add, divide, floor, isZero, multiply, type Rational, rational, ZERO } from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { dayKey, joinKey } from '../text/key.ts';
import type { OtherCents, Others } from './others.ts';
import { windowsBefore } from './windowsBefore.ts';
import type { Worked } from './worked.ts';

/** An account with its money. `cumulative`: rounded for all windows so far, where those add up to one amount. */
export type Rounded = {
  readonly worked: Worked;
  readonly amount: Money;
  readonly cumulative?: { readonly amount: Money; readonly earlier: Money };
};

/**
 * Rounds once, at the grain that the agreement names. Windows that pay cumulatively take the
 * rounded amount of all lines so far, less what the earlier windows have earned.
 */
export function roundAmounts(
  planned: PlanTerm,
  currency: string,
  accounts: readonly Worked[],
  others: Others,
): Rounded[] {
  const minor =
    planned.term.rounding.grain === 'programmeWindow'
      ? byProgramme(planned, accounts, currency, others)
      : undefined;
  const amounts = accounts.map((worked, index) => minor?.[index] ?? roundOne(worked, currency));
  if (planned.term.windows.pays !== 'cumulative') {
    return accounts.map((worked, index) => ({
      worked,
      amount: { minor: amounts[index] as bigint, currency },
    }));
  }
  return lessEarlier(accounts, amounts, currency);
}

function roundOne(worked: Worked, currency: string): bigint {
  const { grain, mode } = worked.planned.term.rounding;
  const round = (exact: Rational) => roundToMoney(exact, currency, mode).minor;
  const weights = [...(worked.weights?.values() ?? [])];
  const total = weights.reduce(add, ZERO);
  if (grain !== 'line' || total.n === 0n) return round(worked.exact);
  const shares = weights.map((weight) => divide(multiply(worked.exact, weight), total));
  return shares.reduce((sum, share) => sum + round(share), 0n);
}

/** The sum over all partners of a window is rounded; its cents go to the largest fractions. */
function byProgramme(
  { id, term }: PlanTerm,
  accounts: readonly Worked[],
  currency: string,
  others: Others,
): bigint[] {
  const round = (exact: Rational) => roundToMoney(exact, currency, term.rounding.mode).minor;
  const result = accounts.map(() => 0n);
  const indexed = accounts.map((worked, index) => ({ worked, index }));
  for (const [from, group] of Map.groupBy(indexed, ({ worked }) => worked.window.window.from)) {
    const exact = group.map(({ worked }) => worked.exact).reduce(add, ZERO);
    const shares = group.map(({ worked }) => ({
      partner: worked.partner,
      key: joinKey(worked.partner, worked.pool, dayKey(from)),
      weight: worked.exact,
    }));
    const total = round(exact);
    const rest = others.cents({ of: 'rounding', id, from, group: '' }, total, shares);
    const parts = rest ? [besideOthers(exact, rest, round)] : allocateExact(total, shares);
    for (const [place, { index }] of group.entries()) result[index] = parts?.[place] ?? 0n;
  }
  return result;
}

/** The cents of one partner where all others are known as figures only. */
function besideOthers(exact: Rational, rest: OtherCents, round: (exact: Rational) => bigint): bigint {
  const everything = add(exact, rest.exact);
  if (isZero(everything)) return 0n;
  const total = round(everything);
  const own = floor(divide(multiply(rational(total), exact), everything));
  const left = total - own - rest.floored;
  return rest.ahead < left ? own + 1n : own;
}

function lessEarlier(accounts: readonly Worked[], cumulated: readonly bigint[], currency: string): Rounded[] {
  const before = windowsBefore(accounts);
  const minorOf = new Map(accounts.map((worked, index) => [worked, cumulated[index] as bigint]));
  return accounts.map((worked) => {
    const minor = minorOf.get(worked) ?? 0n;
    const earlierWindow = before.get(worked);
    const earlier = (earlierWindow && minorOf.get(earlierWindow)) ?? 0n;
    return {
      worked,
      amount: { minor: minor - earlier, currency },
      cumulative: { amount: { minor, currency }, earlier: { minor: earlier, currency } },
    };
  });
}
