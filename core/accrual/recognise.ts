import type { Agreement, ForecastAccrual, Settlement } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { calculatedOf, type Earning } from '../earning/earning.ts';
import { moneyToRational, roundToMoney } from '../money/money.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, divide, multiply, type Rational, rational, sumOf } from '../number/rational.ts';
import type { Plan } from '../plan/plan.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { constrained, expectedValue, mostLikely, type Outcome } from './constrained.ts';
import { forecastFactor } from './forecastFactor.ts';

/** Why the books take so much for an amount. */
export type AccrualBasis = 'final' | 'reachedTier' | 'expectedTier' | 'forecast' | 'rate' | 'scenarios';

/** What the books take for an earning, and by what. Units: minor of the earning's currency. */
export type Recognised = { readonly earning: Earning; readonly minor: bigint; readonly basis: AccrualBasis };

/** What would be earned, all accounts of an agreement, if the volume were so many times the one at hand. */
export type EarnedAt = (times: Rational) => readonly Earning[];

const ONE = rational(1n);
const HUNDRED = rational(100n);

/**
 * What is recognised for each earning by the accrual method of the agreement, as of a day: what is
 * earned, once the day of the final settlement has come or the tier reached is what counts; before it
 * the volume at hand at the average rate of the volume expected (by days, or by people), at a fixed
 * rate, or by scenarios.
 * The estimate is rounded once, as the term rounds. Source: rulings R1, R17; semantics 5.18; IFRS 15.50 to 59.
 */
export function recognise(
  plan: Plan,
  earnings: readonly Earning[],
  effective: LocalDate,
  earnedAt: EarnedAt,
): Recognised[] {
  const { agreement } = plan;
  const { accrual } = agreement.settlement;
  const asEarned = (earning: Earning, basis: AccrualBasis): Recognised => {
    return { earning, minor: earning.amount.minor, basis };
  };
  if (accrual === 'reachedTier') return earnings.map((earning) => asEarned(earning, accrual));
  const forecast = new Forecast(plan, effective, earnedAt);
  return earnings.map((earning) => {
    if (earning.isTakenOver || isFinal(agreement.settlement, earning.window, effective)) {
      return asEarned(earning, 'final');
    }
    const { exact, basis } = estimateOf(earning, agreement, forecast);
    const mode = agreement.terms.find(({ id }) => id === earning.term)?.rounding.mode ?? 'halfAwayFromZero';
    const estimated = roundToMoney(exact, earning.amount.currency, mode).minor;
    // An adjustment is no estimate: the books take it as it was approved.
    const beside = earning.amount.minor - calculatedOf(earning).minor;
    return { earning, minor: estimated + beside, basis };
  });
}

/** Whether the final settlement of a window is due: from then on nothing is estimated any more. */
export function isFinal({ finalDays }: Settlement, window: Window, effective: LocalDate): boolean {
  return effective >= window.until - 1 + finalDays;
}

type Estimate = { readonly exact: Rational; readonly basis: AccrualBasis };

function estimateOf(earning: Earning, { settlement, direction }: Agreement, forecast: Forecast): Estimate {
  const { accrual } = settlement;
  if (typeof accrual === 'string') return { exact: forecast.atFull(earning, ONE), basis: 'expectedTier' };
  if ('forecast' in accrual) return forecastOf(earning, accrual, forecast);
  if ('percent' in accrual) {
    const paidOn = sumOf([...earning.payouts.values()].map(({ value }) => value));
    return { exact: divide(multiply(decimalToRational(accrual.percent), paidOn), HUNDRED), basis: 'rate' };
  }
  const outcomes = accrual.scenarios.map(({ percentOfForecast, probability }): Outcome => {
    const share = divide(decimalToRational(percentOfForecast), HUNDRED);
    return { amount: forecast.atFull(earning, share), probability: decimalToRational(probability) };
  });
  const estimate =
    accrual.take === 'expectedValue' ? expectedValue(outcomes) : mostLikely(outcomes, direction);
  if (accrual.constraint === 'none') return { exact: estimate, basis: 'scenarios' };
  const confidence = decimalToRational(accrual.constraint.confidence);
  return { exact: constrained(estimate, outcomes, confidence, direction), basis: 'scenarios' };
}

/** The average rate of the volume that people expect, or of more, where more is there already. */
function forecastOf(earning: Earning, accrual: ForecastAccrual, forecast: Forecast): Estimate {
  const { term, partner, qualifier } = earning;
  const named = accrual.forecast.find((one) => one.term === term && one.partner === partner);
  if (named === undefined) {
    const exact = accrual.others === 'reachedTier' ? exactOf(earning) : forecast.atFull(earning, ONE);
    return { exact, basis: accrual.others };
  }
  if (qualifier.value.n <= 0n) return { exact: exactOf(earning), basis: 'forecast' };
  const times = divide(decimalToRational(named.volume), qualifier.value);
  return {
    exact: compare(times, ONE) > 0 ? forecast.at(earning, times) : exactOf(earning),
    basis: 'forecast',
  };
}

/** What is earned at other volumes, each worked out once. */
class Forecast {
  readonly #plan: Plan;
  readonly #effective: LocalDate;
  readonly #earnedAt: EarnedAt;
  readonly #byTimes = new Map<string, ReadonlyMap<string, Earning>>();

  constructor(plan: Plan, effective: LocalDate, earnedAt: EarnedAt) {
    this.#plan = plan;
    this.#effective = effective;
    this.#earnedAt = earnedAt;
  }

  /** The volume at hand, at the average rate of `share` of the volume that is expected at the end. */
  atFull(earning: Earning, share: Rational): Rational {
    return this.at(earning, multiply(this.#timesOf(earning), share));
  }

  /** The volume at hand, at the average rate of so many times as much. */
  at(earning: Earning, times: Rational): Rational {
    if (compare(times, ONE) === 0) return exactOf(earning);
    if (times.n === 0n) return times;
    const found = this.#earned(times).get(placeOf(earning));
    return found === undefined ? exactOf(earning) : divide(exactOf(found), times);
  }

  #timesOf({ term, window }: Earning): Rational {
    const planned = this.#plan.terms.find(({ id }) => id === term);
    const own = planned?.windows.find((candidate) => candidate.window.from === window.from);
    return forecastFactor(own?.qualifierLines ?? window, this.#effective);
  }

  #earned(times: Rational): ReadonlyMap<string, Earning> {
    const key = `${times.n}/${times.d}`;
    const known = this.#byTimes.get(key);
    if (known !== undefined) return known;
    const found = new Map(this.#earnedAt(times).map((earning) => [placeOf(earning), earning]));
    this.#byTimes.set(key, found);
    return found;
  }
}

function placeOf({ term, partner, window }: Earning): string {
  return joinKey(term, partner, dayKey(window.from));
}

/** Of windows that add up, each has what it adds, which exists only rounded. */
function exactOf(earning: Earning): Rational {
  return earning.cumulative === undefined ? earning.exact : moneyToRational(calculatedOf(earning));
}
