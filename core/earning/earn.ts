import type { Agreement, Term } from '../agreement/agreement.ts';
import type { Cell } from '../cell/cell.ts';
import { roundToMoney } from '../money/money.ts';
import { decimalToRational, scaledToRational } from '../number/decimal.ts';
import { add, divide, multiply, type Rational, rational, subtract, ZERO } from '../number/rational.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { marginalBands, rateFactor, sumBands } from '../tier/marginal.ts';
import { type Reached, reach } from '../tier/reach.ts';
import type { Earning, Entitlement, Sum, Sums } from './earning.ts';
import { explainEarning } from './explainEarning.ts';

const NO_LINES: Sum = { value: ZERO, lines: 0 };
const HUNDRED = rational(100n);

/**
 * Makes money of cells: tier → formula → rounding of the cumulative amount, once, per term,
 * partner and window. The result is in order of term (as the agreement has them), partner and
 * window, and does not depend on the order of the cells, nor on how many an executor made of one
 * sum: cells of the same key are added. A window in which a partner has nothing but a baseline is listed
 * too: it is what growth is still missing.
 * Source: rulings R5.
 */
export function earn(agreement: Agreement, cells: readonly Cell[]): Earning[] {
  return agreement.terms.flatMap((term) =>
    sumsOf(cells.filter((cell) => cell.term === term.id)).map((sums) => earnOne(agreement, term, sums)),
  );
}

function earnOne(agreement: Agreement, term: Term, sums: Sums): Earning {
  const entitlement = entitle(term, sums);
  const amount = roundToMoney(entitlement.exact, agreement.currency, term.rounding.mode);
  const { reached, exact, growth, missing } = entitlement;
  return {
    agreement: agreement.id,
    term: term.id,
    direction: agreement.direction,
    partner: sums.partner,
    window: sums.window,
    qualifier: sums.qualifier,
    payout: sums.payout,
    ...(term.baseline && { baseline: sums.baseline }),
    ...(growth && { growth }),
    tiers: term.tiers,
    reached,
    ...(missing && { missing }),
    exact,
    amount,
    blocked: sums.blocked,
    explanation: explainEarning(agreement, term, sums, entitlement, amount),
  };
}

/** Tier and amount of one partner and window, exact. */
export function entitle(term: Term, sums: Sums): Entitlement {
  if (term.formula === 'growthWhole') return entitleGrowth(term, sums);
  const reached = reach(term.tiers, sums.qualifier.value);
  return {
    reached,
    ...(reached.next && { missing: reached.next.missing }),
    exact: pay(term, reached, sums.payout.value),
  };
}

/** TF5: the tier by this window in percent of the baseline, the rate on the whole payout. */
function entitleGrowth(term: Term, sums: Sums): Entitlement {
  const base = sums.baseline.value;
  if (base.n <= 0n) {
    const reached = withoutBaseline(term);
    return { reached, exact: pay(term, reached, sums.payout.value) };
  }
  const growth = divide(multiply(sums.qualifier.value, HUNDRED), base);
  const reached = reach(term.tiers, growth);
  const bound = reached.next && multiply(divide(decimalToRational(reached.next.row.from), HUNDRED), base);
  return {
    reached,
    growth,
    ...(bound && { missing: subtract(bound, sums.qualifier.value) }),
    exact: pay(term, reached, sums.payout.value),
  };
}

/** The named policy where there is nothing to compare with (rulings R13). */
function withoutBaseline(term: Term): Reached {
  const policy = term.baseline?.whenNotPositive;
  if (policy?.policy !== 'treatAsTier') return { tier: 0 };
  const row = term.tiers.rows[policy.tier - 1];
  return row === undefined ? { tier: 0 } : { tier: policy.tier, row };
}

function pay(term: Term, reached: Reached, payout: Rational): Rational {
  if (term.formula === 'marginal') return sumBands(marginalBands(term.tiers, payout));
  if (reached.row === undefined) return ZERO;
  if (term.formula === 'lumpSum') return decimalToRational(reached.row.rate);
  return multiply(rateFactor(term.tiers, reached.row), payout);
}

/** Groups the cells of one term by partner and window, in that order. */
function sumsOf(cells: readonly Cell[]): Sums[] {
  const groups = new Map<string, Sums>();
  for (const cell of cells) {
    const key = joinKey(cell.partner, dayKey(cell.window.from));
    const empty = { partner: cell.partner, window: cell.window, qualifier: NO_LINES, payout: NO_LINES };
    const group = groups.get(key) ?? { ...empty, baseline: NO_LINES, blocked: NO_LINES };
    const before = group[cell.role];
    const value = add(before.value, scaledToRational(cell.sum, cell.scale));
    groups.set(key, { ...group, [cell.role]: { value, lines: before.lines + cell.lines } });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, sums]) => sums);
}
