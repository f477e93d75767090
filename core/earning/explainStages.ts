import type { ConsumptionOrder, Guarantee, Limit, Measure, SharedCap } from '../agreement/agreement.ts';
import type { Contribution } from '../cell/contribution.ts';
import type { Operand, Step } from '../explanation/explanation.ts';
import {
  count,
  decimalMoney,
  exactMoney,
  percent,
  plain,
  quantity,
  step,
  word,
} from '../explanation/operands.ts';
import { decimalToRational } from '../number/decimal.ts';
import { add, compare, isZero, type Rational, subtract, sumOf, ZERO } from '../number/rational.ts';
import type { GateOutcome } from './gates.ts';
import type { MemberAmount } from './group.ts';
import type { Guaranteed } from './guarantee.ts';
import type { Account, Worked } from './worked.ts';

/** What a stage made of an amount: before and after. */
export function stageStep({ planned, exact }: Worked, result: Rational, kind: Step['kind']): Step {
  const { currency } = planned;
  return step(kind, { before: exactMoney(exact, currency), result: exactMoney(result, currency) });
}

/** The account with another amount, and the step that says so where it made a difference. */
export function changed(worked: Worked, exact: Rational, kind: Step['kind']): Worked {
  if (compare(exact, worked.exact) === 0) return worked;
  return { ...worked, exact, steps: [...worked.steps, stageStep(worked, exact, kind)] };
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

/** A limit that partners share, and what it leaves of what this partner asked for. */
export function limitStep(
  { planned }: Worked,
  limit: Extract<Limit, { order: ConsumptionOrder }>,
  asked: Rational,
  limited: Rational,
): Step {
  const [payout] = planned.term.payouts;
  const { currency } = planned;
  const inUnit = (value: Rational) =>
    limit.of === 'amount' || payout === undefined
      ? exactMoney(value, currency)
      : measureOperand(payout.measure, value, currency);
  return step('limitShared', {
    asked: inUnit(asked),
    limited: inUnit(limited),
    max: inUnit(decimalToRational(limit.max)),
    scope: word(`scope.${limit.scope}`),
    order: word(`order.${limit.order}`),
  });
}

/** The cap that several terms share, and what it leaves of this amount. */
export function sharedCapStep({ planned, exact }: Worked, cap: SharedCap, result: Rational): Step {
  const { currency } = planned;
  return step('sharedCap', {
    before: exactMoney(exact, currency),
    result: exactMoney(result, currency),
    max: decimalMoney(cap.max, currency),
    terms: plain(cap.terms.join(', ')),
  });
}

/** What was topped up to the guarantee, or taken back of an earlier top-up. */
export function guaranteeSteps(
  { planned: { currency }, exact }: Worked,
  terms: Guarantee,
  { topUp, recovered }: Guaranteed,
): Step[] {
  const guaranteed = decimalMoney(terms.amount, currency);
  const steps: Step[] = [];
  if (!isZero(topUp)) {
    const result = exactMoney(add(exact, topUp), currency);
    steps.push(step('guaranteeTopUp', { guaranteed, topUp: exactMoney(topUp, currency), result }));
  }
  if (!isZero(recovered)) {
    const result = exactMoney(subtract(add(exact, topUp), recovered), currency);
    steps.push(step('guaranteeRecovered', { recovered: exactMoney(recovered, currency), result }));
  }
  return steps;
}

/** Of terms that exclude each other, another one is paid. */
export function lostStep(
  { planned: { currency } }: Worked,
  winner: string,
  own: Rational,
  best: Rational,
): Step {
  return step('exclusiveLost', {
    winner: plain(winner),
    own: exactMoney(own, currency),
    best: exactMoney(best, currency),
  });
}

/** How much of the earnings of other terms has come off the lines of this account. */
export function nettedStep(
  { planned, partner, window }: Worked,
  before: readonly Contribution[],
  after: readonly Contribution[],
  terms: readonly string[],
): Step[] {
  const total = (stream: readonly Contribution[]) =>
    sumOf(
      stream
        .filter((entry) => entry.partner === partner)
        .flatMap(({ addends }) => addends)
        .filter(({ slot, pays }) => slot.startsWith('payout.') && pays.from === window.window.from)
        .map(({ value }) => value),
    );
  const off = subtract(total(before), total(after));
  if (isZero(off)) return [];
  return [step('nettedOff', { amount: exactMoney(off, planned.currency), terms: plain(terms.join(', ')) })];
}

/** What the group itself keeps. */
export function keptStep({ pool, result, planned }: Account): Step {
  return step('groupKept', { group: plain(pool), total: exactMoney(result.exact, planned.currency) });
}

/** What a member has of its group. */
export function groupSteps(account: Account, together: Account, own: MemberAmount | undefined): Step[] {
  if (own === undefined) return [];
  const { currency } = together.planned;
  const group = plain(together.pool);
  const total = exactMoney(together.result.exact, currency);
  const result = exactMoney(own.exact, currency);
  if (own.from === 'forfeited') return [step('groupForfeited', { group })];
  if (own.from === 'individual') return [step('groupIndividual', { group, result })];
  const from = own.from === 'atLeaving' ? 'groupAtLeaving' : 'groupShare';
  const [payout] = account.planned.term.payouts;
  const measured = payout && account.payouts.get(payout.id);
  const share =
    payout === undefined || measured === undefined
      ? exactMoney(ZERO, currency)
      : measureOperand(payout.measure, measured.value, currency);
  return [step(from, { group, total, share, result })];
}
