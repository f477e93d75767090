import { dealOut, type Part } from '../money/allocate.ts';
import { inMinorUnits, type Money, roundToMoney } from '../money/money.ts';
import { roundedTogether } from '../money/roundedTogether.ts';
import { add, divide, floor, isZero, multiply, type Rational, rational, sumOf } from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { lessEarlier } from './lessEarlier.ts';
import type { OtherCents, Others } from './others.ts';
import { scaledTo } from './scaledTo.ts';
import { standing } from './standing.ts';
import type { Sum } from './sums.ts';
import type { TakenOver, TakenOverAmounts } from './takenOver.ts';
import type { Worked } from './worked.ts';

/** An account with its money. `cumulative`: rounded for all windows so far, where those add up to one amount. */
export type Rounded = {
  readonly worked: Worked;
  readonly amount: Money;
  readonly cumulative?: {
    readonly amount: Money;
    readonly earlier: Money;
    /** The window that `earlier` was for. */
    readonly before?: Worked;
  };
  /** The amount stands as it was taken over, whatever the lines at hand give. */
  readonly takenOver?: TakenOver;
  /** The lines without which the amount is incomplete, or one before it that it is less by. */
  readonly blocked: Sum;
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
  takenOver: TakenOverAmounts,
): Rounded[] {
  const minor =
    planned.term.rounding.grain === 'programmeWindow'
      ? byProgramme(planned, accounts, currency, others)
      : undefined;
  const amounts = accounts.map((worked, index) => minor?.[index] ?? roundOne(worked, currency));
  if (planned.term.windows.pays !== 'cumulative') {
    return accounts.map((worked, index) =>
      standing(
        { worked, amount: { minor: amounts[index] as bigint, currency }, blocked: worked.sums.blocked },
        takenOver,
      ),
    );
  }
  return lessEarlier(accounts, amounts, currency, takenOver);
}

function roundOne(worked: Worked, currency: string): bigint {
  const { grain, mode } = worked.planned.term.rounding;
  const round = (exact: Rational) => roundToMoney(exact, currency, mode).minor;
  const isByLine = grain === 'line' && worked.weights !== undefined;
  const shares = isByLine ? [...scaledTo(worked.exact, worked.weights).values()] : [];
  if (shares.length === 0) return round(worked.exact);
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
    const exact = sumOf(group.map(({ worked }) => worked.exact));
    const total = round(exact);
    const amounts = group.map(({ worked }) => ({
      key: joinKey(worked.partner, worked.pool, dayKey(from)),
      exact: inMinorUnits(worked.exact, currency),
    }));
    const parts = roundedTogether(total, amounts);
    const shares = group.map(({ worked: { partner, exact } }, place) => {
      const { key, exact: part } = parts[place] as Part;
      return { partner, key, exact, part };
    });
    const rest = others.cents({ of: 'rounding', id, from, group: '' }, shares);
    const cents = rest ? [besideOthers(exact, rest, round, currency)] : dealOut(total, parts);
    for (const [place, { index }] of group.entries()) result[index] = cents[place] ?? 0n;
  }
  return result;
}

/** The cents of one partner where all others are known as figures only. */
function besideOthers(
  exact: Rational,
  rest: OtherCents,
  round: (exact: Rational) => bigint,
  currency: string,
): bigint {
  const everything = add(exact, rest.exact);
  const total = round(everything);
  const isScaled = rest.signs === 'one' && !isZero(everything);
  const part = isScaled
    ? divide(multiply(rational(total), exact), everything)
    : inMinorUnits(exact, currency);
  const own = floor(part);
  const left = total - own - rest.floored;
  return rest.ahead < left ? own + 1n : own;
}
