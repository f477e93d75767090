import type { Agreement, Measure, Term, Tier } from '../agreement/agreement.ts';
import type { Operand, Step } from '../explanation/explanation.ts';
import {
  count,
  decimalMoney,
  decimalPercent,
  exactMoney,
  money,
  percent,
  plain,
  quantity,
  step,
  window,
  word,
} from '../explanation/operands.ts';
import type { Money } from '../money/money.ts';
import { decimalToRational } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { type Band, marginalBands } from '../tier/marginal.ts';
import type { Entitlement, Sum, Sums } from './earning.ts';

/**
 * The worked solution of one amount, as data: what was measured over which lines, which tier that
 * reaches, how the amount follows, how it was rounded, and what is missing to the next tier.
 */
export function explainEarning(
  agreement: Agreement,
  term: Term,
  sums: Sums,
  entitlement: Entitlement,
  amount: Money,
): Step {
  const { currency } = agreement;
  const steps = [
    measured('qualifier', term.qualifier, sums.qualifier, currency),
    measured('payout', term.payout, sums.payout, currency),
    ...growthSteps(term, sums, entitlement, currency),
    ...tierSteps(term, entitlement, sums, currency),
    formulaStep(term, entitlement, sums, currency),
    rounding(term, entitlement.exact, amount),
    ...incomplete(sums.blocked, currency),
    ...nextTier(term, entitlement, currency),
  ];
  return step(
    'earning',
    { amount: money(amount), partner: plain(sums.partner), window: window(sums.window) },
    steps,
  );
}

function measured(
  kind: 'qualifier' | 'payout' | 'baseline',
  measure: Measure,
  sum: Sum,
  currency: string,
): Step {
  return step(kind, {
    value: amountOf(measure, sum.value, currency),
    measure: word(`measure.${measure.of}.${measure.basis}`),
    lines: count(sum.lines),
  });
}

function growthSteps(term: Term, sums: Sums, entitlement: Entitlement, currency: string): Step[] {
  if (term.baseline === undefined) return [];
  const base = measured('baseline', term.qualifier, sums.baseline, currency);
  if (entitlement.growth !== undefined) {
    return [base, step('growth', { growth: percent(entitlement.growth) })];
  }
  const policy = term.baseline.whenNotPositive.policy;
  const tier = count(entitlement.reached.tier);
  return [base, step('growthWithoutBaseline', { policy: word(`baseline.${policy}`), tier })];
}

/** Growth has no place in the table where there is no baseline: the policy has decided. */
function isOutsideTable(term: Term, entitlement: Entitlement): boolean {
  return term.formula === 'growthWhole' && entitlement.growth === undefined;
}

function tierSteps(term: Term, entitlement: Entitlement, sums: Sums, currency: string): Step[] {
  return isOutsideTable(term, entitlement) ? [] : [tierStep(term, entitlement, sums, currency)];
}

function tierStep(term: Term, entitlement: Entitlement, sums: Sums, currency: string): Step {
  const { reached } = entitlement;
  const volume = entitlement.growth ?? sums.qualifier.value;
  const reachedVolume = bound(term, volume, currency);
  const boundary = word(`boundary.${term.tiers.boundary}`);
  if (reached.row === undefined) {
    const first = term.tiers.rows[0] as Tier;
    return step('tierNone', {
      volume: reachedVolume,
      boundary,
      from: bound(term, decimalToRational(first.from), currency),
    });
  }
  return step('tierReached', {
    tier: count(reached.tier),
    volume: reachedVolume,
    boundary,
    from: bound(term, decimalToRational(reached.row.from), currency),
    rate: rateOf(term, reached.row, currency),
  });
}

function formulaStep(term: Term, entitlement: Entitlement, sums: Sums, currency: string): Step {
  const result = exactMoney(entitlement.exact, currency);
  if (term.formula === 'marginal') {
    const bands = marginalBands(term.tiers, sums.payout.value);
    return step(
      'marginal',
      { result },
      bands.map((band) => bandStep(term, band, currency)),
    );
  }
  const { row } = entitlement.reached;
  if (row === undefined) return step('paysNothing', { result });
  const rate = rateOf(term, row, currency);
  if (term.formula === 'lumpSum') return step('lumpSum', { rate, result });
  const payout = amountOf(term.payout, sums.payout.value, currency);
  return step(term.tiers.pays === 'percent' ? 'wholePercent' : 'wholePerUnit', { rate, payout, result });
}

function bandStep(term: Term, band: Band, currency: string): Step {
  return step(term.tiers.pays === 'percent' ? 'marginalBandPercent' : 'marginalBandPerUnit', {
    from: bound(term, decimalToRational(band.row.from), currency),
    volume: amountOf(term.payout, band.volume, currency),
    rate: rateOf(term, band.row, currency),
    result: exactMoney(band.amount, currency),
  });
}

function rounding(term: Term, exact: Rational, amount: Money): Step {
  return step('rounding', {
    exact: exactMoney(exact, amount.currency),
    mode: word(`rounding.${term.rounding.mode}`),
    grain: word(`grain.${term.rounding.grain}`),
    amount: money(amount),
  });
}

function incomplete(blocked: Sum, currency: string): Step[] {
  if (blocked.lines === 0) return [];
  return [step('incomplete', { lines: count(blocked.lines), value: exactMoney(blocked.value, currency) })];
}

function nextTier(term: Term, entitlement: Entitlement, currency: string): Step[] {
  const { next } = entitlement.reached;
  if (isOutsideTable(term, entitlement)) return [];
  if (next === undefined) return [step('lastTier', {})];
  const missing = entitlement.missing ?? next.missing;
  return [
    step('nextTier', {
      tier: count(next.tier),
      from: bound(term, decimalToRational(next.row.from), currency),
      rate: rateOf(term, next.row, currency),
      missing: amountOf(term.qualifier, missing, currency),
      boundary: word(`boundary.${term.tiers.boundary}`),
    }),
  ];
}

/** A bound or volume as the tier table speaks of it: percent for growth, else the qualifier's unit. */
function bound(term: Term, value: Rational, currency: string): Operand {
  return term.formula === 'growthWhole' ? percent(value) : amountOf(term.qualifier, value, currency);
}

function amountOf(measure: Measure, value: Rational, currency: string): Operand {
  return measure.of === 'value' ? exactMoney(value, currency) : quantity(value, measure.unit);
}

function rateOf(term: Term, row: Tier, currency: string): Operand {
  return term.tiers.pays === 'percent' ? decimalPercent(row.rate) : decimalMoney(row.rate, currency);
}
