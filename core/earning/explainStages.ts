import type { Measure } from '../agreement/agreement.ts';
import type { Operand, Step } from '../explanation/explanation.ts';
import { count, exactMoney, percent, quantity, step, word } from '../explanation/operands.ts';
import { decimalToRational } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import type { GateOutcome } from './gates.ts';
import type { Worked } from './worked.ts';

/** What a stage made of an amount: before and after. */
export function stageStep({ planned, exact }: Worked, result: Rational, kind: Step['kind']): Step {
  const { currency } = planned;
  return step(kind, { before: exactMoney(exact, currency), result: exactMoney(result, currency) });
}

/** Each gate with what was measured, what it takes, and what is missing; and what follows. */
export function gateSteps({ planned }: Worked, isOpen: boolean, outcomes: readonly GateOutcome[]): Step[] {
  const { gates } = planned.term;
  const need = gates === 'none' || gates.need === 'all' ? outcomes.length : gates.need;
  const met = outcomes.filter(({ isMet }) => isMet).length;
  return [
    step(
      isOpen ? 'gatesOpen' : 'gatesClosed',
      { met: count(met), need: count(need), tests: count(outcomes.length) },
      outcomes.map((outcome, index) =>
        gateStep(planned.currency, outcome, testOf(planned.term.gates, index)),
      ),
    ),
  ];
}

type Test = { readonly measure: Measure; readonly isShare: boolean };

function testOf(gates: Worked['planned']['term']['gates'], index: number): Test | undefined {
  const test = gates === 'none' ? undefined : gates.tests[index];
  if (test === undefined) return undefined;
  return 'measure' in test
    ? { measure: test.measure, isShare: false }
    : { measure: test.share.part, isShare: true };
}

function gateStep(currency: string, outcome: GateOutcome, test: Test | undefined): Step {
  const from = decimalToRational(outcome.plan.from);
  const inUnit = (value: Rational) =>
    test === undefined ? percent(value) : measureOperand(test.measure, value, currency);
  const asTested = (value: Rational) => (test?.isShare ? percent(value) : inUnit(value));
  const operands: Record<string, Operand> = {
    boundary: word(`boundary.${outcome.plan.boundary}`),
    from: asTested(from),
  };
  if (outcome.value === undefined) return step('gateOfNothing', operands);
  operands.value = asTested(outcome.value);
  if (outcome.isMet) return step('gateMet', operands);
  if (outcome.missing === undefined) return step('gateMissed', operands);
  return step('gateMissedBy', { ...operands, missing: inUnit(outcome.missing) });
}

/** A measured number as people read it: money, a quantity with its unit, or a plain count. */
export function measureOperand(measure: Measure, value: Rational, currency: string): Operand {
  switch (measure.of) {
    case 'quantity':
      return quantity(value, measure.unit);
    case 'pallets':
      return quantity(value, measure.counts === 'pallets' ? measure.unit : measure.counts.units);
    case 'value':
    case 'atPrice':
    case 'priceDifference':
      return exactMoney(value, currency);
    case 'count':
      return quantity(value, `count.${measure.what}`);
    case 'bundles':
      return quantity(value, 'bundle');
  }
}
