import type { Agreement, Measure, Qualifier } from '../agreement/agreement.ts';
import type { Operand, Step } from '../explanation/explanation.ts';
import { count, exactMoney, money, percent, plain, step, window, word } from '../explanation/operands.ts';
import type { Rational } from '../number/rational.ts';
import { TAKEN_OVER } from '../plan/plan.ts';
import { formulaSteps } from './explainFormula.ts';
import { measureOperand } from './explainStages.ts';
import type { Rounded } from './roundAmounts.ts';
import type { Sum } from './sums.ts';
import type { Worked } from './worked.ts';

/**
 * The worked solution of one amount, as data: what was measured over which lines, which tier that
 * reaches, how the amount follows, what gates, limits and guarantees made of it, how it was
 * rounded, and what is missing to the next tier.
 */
export function explainEarning({ currency }: Agreement, rounded: Rounded): Step {
  const { worked, amount, takenOver } = rounded;
  const { planned, partner } = worked;
  const operands = { amount: money(amount), partner: plain(partner), window: window(worked.window.window) };
  if (takenOver !== undefined) {
    const standing = step('takenOverAmount', { amount: money(amount) });
    return step('earning', operands, [standing, ...incomplete(rounded.blocked, currency)]);
  }
  const formula = formulaSteps(planned.term, worked.input, worked.result, currency);
  const isAhead = ({ kind }: Step) => kind === 'nextTier' || kind === 'lastTier';
  const steps = [
    measuredStep('qualifier', planned.term.qualifier, worked.qualifier, currency),
    ...payoutSteps(worked, currency),
    ...baselineSteps(worked, currency),
    ...takenOverSteps(worked),
    ...formula.filter((entry) => !isAhead(entry)),
    ...worked.steps,
    roundingStep(worked, rounded.cumulative?.amount ?? amount),
    ...cumulativeSteps(rounded),
    ...incomplete(rounded.blocked, currency),
    ...formula.filter(isAhead),
  ];
  return step('earning', operands, steps);
}

function measuredStep(
  kind: 'qualifier' | 'payout' | 'baseline',
  measure: Qualifier,
  sum: Sum,
  currency: string,
): Step {
  return step(kind, {
    value: qualifierOperand(measure, sum.value, currency),
    measure: word(measureWord(measure)),
    lines: count(sum.lines),
  });
}

function payoutSteps({ planned, payouts }: Worked, currency: string): Step[] {
  return planned.term.payouts.flatMap(({ id, measure }) => {
    const sum = payouts.get(id);
    if (sum === undefined) return [];
    const own = measuredStep('payout', measure, sum, currency);
    if (planned.term.payouts.length === 1) return [own];
    return [step('payoutPart', { ...own.operands, part: plain(id) })];
  });
}

function baselineSteps({ planned, baseline }: Worked, currency: string): Step[] {
  if (baseline === undefined) return [];
  return [measuredStep('baseline', planned.term.qualifier, baseline, currency)];
}

/** Totals of the time before the cut-over: no document stands behind such a line. */
function takenOverSteps({ sums }: Worked): Step[] {
  const totals = sums.slots.get(TAKEN_OVER)?.lines ?? 0;
  return totals === 0 ? [] : [step('takenOverTotals', { totals: count(totals) })];
}

function measureWord(measure: Qualifier): string {
  const hasBasis = measure.of !== 'share' && 'basis' in measure;
  return hasBasis ? `measure.${measure.of}.${measure.basis}` : `measure.${measure.of}`;
}

/** The qualifier as people read it; a share is percent. */
export function qualifierOperand(measure: Measure | Qualifier, value: Rational, currency: string): Operand {
  return measure.of === 'share' ? percent(value) : measureOperand(measure, value, currency);
}

function roundingStep({ planned, exact }: Worked, amount: Rounded['amount']): Step {
  const { mode, grain } = planned.term.rounding;
  return step('rounding', {
    exact: exactMoney(exact, amount.currency),
    mode: word(`rounding.${mode}`),
    grain: word(`grain.${grain}`),
    amount: money(amount),
  });
}

function cumulativeSteps({ cumulative, amount }: Rounded): Step[] {
  if (cumulative === undefined) return [];
  return [
    step('lessEarlierWindows', {
      total: money(cumulative.amount),
      earlier: money(cumulative.earlier),
      amount: money(amount),
    }),
  ];
}

function incomplete(blocked: Sum, currency: string): Step[] {
  if (blocked.lines === 0) return [];
  return [step('incomplete', { lines: count(blocked.lines), value: exactMoney(blocked.value, currency) })];
}
