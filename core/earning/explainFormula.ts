import type { Measure, Rate, Term } from '../agreement/agreement.ts';
import type { Operand, Step, StepKind } from '../explanation/explanation.ts';
import {
  count,
  decimalMoney,
  decimalPercent,
  exactMoney,
  percent,
  plain,
  quantity,
  step,
  word,
} from '../explanation/operands.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, type Rational, subtract } from '../number/rational.ts';
import { insideBand } from '../tier/bands.ts';
import type { FormulaInput, FormulaResult, Paid } from '../tier/formula.ts';
import type { TierRow } from '../tier/tierTable.ts';
import { measureOperand } from './explainStages.ts';

/** What is explained, and in which terms. */
type Case = {
  readonly term: Term;
  readonly input: FormulaInput;
  readonly result: FormulaResult;
  readonly currency: string;
};

type Operands = Record<string, Operand>;

/**
 * How a formula came to its amount, as data: what was held against the table, the tier, what else
 * decided, the amount with every product of a rate in it, and what is missing to the next tier.
 * Exactly one step is the amount; its result is the exact one, and the sum of the steps below it.
 */
export function formulaSteps(
  term: Term,
  input: FormulaInput,
  result: FormulaResult,
  currency: string,
): Step[] {
  const found: Case = { term, input, result, currency };
  return [
    ...comparedSteps(found),
    ...tierSteps(found),
    ...noteSteps(found),
    ...measureSteps(found),
    amountStep(found),
    ...nextSteps(found),
  ];
}

/** What the baseline was and what came of it. */
function comparedSteps(found: Case): Step[] {
  const { term, input, result } = found;
  const { baseline, formula } = term;
  if (baseline === undefined) return [];
  if (input.baseline !== undefined && result.base === undefined) {
    const { policy } = baseline.whenNotPositive;
    const tier = count(result.reached.tier);
    return [step('growthWithoutBaseline', { policy: word(`baseline.${policy}`), tier })];
  }
  const steps: Step[] = [];
  const base = result.base && inQualifier(found, result.base);
  if (base && usesDefault(found)) steps.push(step('baselineDefault', { base }));
  if (base && formula === 'aboveBase')
    steps.push(step('extra', { base, extra: inTable(found, result.volume) }));
  if (result.growth) {
    const kind = baseline.growthAs === 'percent' ? 'growth' : 'growthDifference';
    steps.push(step(kind, { growth: inTable(found, result.growth) }));
  }
  return steps;
}

/** Said by the numbers, since the note of a negative window says something else. */
function usesDefault({ input, result }: Case): boolean {
  return result.base !== undefined && input.baseline !== undefined && input.baseline.qualifier.n <= 0n;
}

/** Whether something other than the table has found the tier, or there is nothing to reach. */
function isOutsideTable({ term, result }: Case): boolean {
  return term.formula === 'fixed' || (term.baseline !== undefined && result.base === undefined);
}

function tierSteps(found: Case): Step[] {
  const { input, result } = found;
  if (isOutsideTable(found)) return [];
  const volume = inTable(found, result.volume);
  const boundary = word(`boundary.${input.table.boundary}`);
  const { tier, row } = result.reached;
  if (row !== undefined) {
    const operands = { tier: count(tier), volume, boundary, from: inTable(found, row.from) };
    return [step('tierReached', { ...operands, ...onlyRate(found, row) }, rateSteps(found, row))];
  }
  const [first] = input.table.rows;
  if (first === undefined) throw new Error('Fault: a table without rows');
  return [step('tierNone', { volume, boundary, from: inTable(found, first.from) })];
}

/** What a tier pays where that is one number; otherwise the steps below say it. */
function onlyRate(found: Case, { rates }: TierRow): { rate?: Operand } {
  const [rate, ...more] = rates;
  if (rate === undefined || more.length > 0 || rate.pays === 'free') return {};
  return { rate: rateOperand(found, rate) };
}

function rateSteps(found: Case, row: TierRow): Step[] {
  if (onlyRate(found, row).rate !== undefined) return [];
  return row.rates.map((rate) => {
    const paid = rateOperand(found, rate);
    if (rate.free !== undefined) return step('tierRateFree', { ...freeOperands(found, rate), rate: paid });
    return step('tierRate', { ...partOf(found, rate.payout), rate: paid });
  });
}

/** What else than the table has decided. */
function noteSteps(found: Case): Step[] {
  const { input, result } = found;
  switch (result.note) {
    case 'defaultTier': {
      const tier = input.table.defaultTier ?? 0;
      const row = input.table.rows[tier - 1];
      if (row === undefined) return [];
      const operands = { tier: count(tier), ...onlyRate(found, row) };
      return [step('defaultTier', operands, rateSteps(found, row))];
    }
    case 'negativeWindow':
    case 'mirrored':
      return [step('negativeWindow', { policy: word(`negativeWindow.${input.negativeWindow}`) })];
    default:
      return [];
  }
}

/** Where a rate is not paid on the payout measure as it is: what was taken off it. */
function measureSteps(found: Case): Step[] {
  const { term, input, result } = found;
  if (term.formula !== 'growthIncrement' && term.formula !== 'cappedMeasure') return [];
  return result.paid.flatMap(({ payout: id, rate, measure }) => {
    const whole = input.payouts.get(id);
    const isOnMeasure = rate.pays === 'percent' || rate.pays === 'perUnit';
    if (whole === undefined || !isOnMeasure || compare(whole, measure) === 0) return [];
    const payout = inPayout(found, id, whole);
    const volume = inPayout(found, id, measure);
    if (term.formula === 'cappedMeasure')
      return [step('measureCapped', { ...partOf(found, id), payout, volume })];
    const base = inPayout(found, id, subtract(whole, measure));
    return [step('increment', { ...partOf(found, id), payout, base, volume })];
  });
}

function amountStep(found: Case): Step {
  const { result, currency } = found;
  const operands = { result: exactMoney(result.exact, currency) };
  const [only, ...more] = result.paid;
  if (only === undefined) return step('paysNothing', operands);
  const kind = sumKind(found);
  if (kind === undefined && more.length === 0) return onePaid(found, only);
  return step(
    kind ?? 'parts',
    operands,
    result.paid.map((paid) =>
      paid.band && kind !== undefined ? bandStep(found, paid) : tierPaid(found, paid),
    ),
  );
}

/** Formulas whose amount is a sum, however few parts it has; not where the lowest tier holds instead. */
function sumKind({ term, input, result }: Case): StepKind | undefined {
  if (result.note === 'negativeWindow') return undefined;
  switch (term.formula) {
    case 'marginal':
      if (input.table.stepValuation === 'average') return 'marginalAverage';
      return input.table.stepValuation === 'sequence' ? 'marginalSequence' : 'marginal';
    case 'weightedMarginal':
      return 'marginalAverage';
    case 'growthMarginal':
    case 'aboveThreshold':
    case 'rolling':
    case 'total':
      return term.formula;
    default:
      return undefined;
  }
}

function onePaid(found: Case, paid: Paid): Step {
  const { term, input, currency } = found;
  const { rate } = paid;
  const result = exactMoney(paid.amount, currency);
  const given = { rate: rateOperand(found, rate) };
  switch (rate.pays) {
    case 'percent':
    case 'perUnit': {
      const payout = inPayout(found, paid.payout, paid.measure);
      return step(rate.pays === 'percent' ? 'wholePercent' : 'wholePerUnit', { ...given, payout, result });
    }
    case 'amount':
      return step(term.formula === 'fixed' ? 'fixed' : 'lumpSum', { ...given, result });
    case 'free': {
      const payout = input.payouts.get(paid.payout);
      return step('freeGoods', {
        ...freeOperands(found, rate),
        ...(payout && { payout: inPayout(found, paid.payout, payout) }),
        free: goods(found, paid.payout, paid.measure),
        ...given,
        result,
      });
    }
  }
}

function bandStep(found: Case, paid: Paid): Step {
  const row = found.input.table.rows[paid.tier - 1];
  if (row === undefined) throw new Error(`Fault: a band of tier ${paid.tier}, which the table does not have`);
  return step(paid.rate.pays === 'percent' ? 'marginalBandPercent' : 'marginalBandPerUnit', {
    from: inTable(found, row.from),
    ...partOf(found, paid.payout),
    ...insideOf(found, paid),
    volume: inPayout(found, paid.payout, paid.measure),
    rate: rateOperand(found, paid.rate),
    result: exactMoney(paid.amount, found.currency),
  });
}

/** How much of the qualifier lies in a band, where the payout is divided by it. */
function insideOf(found: Case, { band }: Paid): Operands {
  const { qualifier } = found.input;
  if (sumKind(found) !== 'marginalAverage' || band === undefined || qualifier.n <= 0n) return {};
  return { inside: inTable(found, insideBand(band, qualifier)), whole: inTable(found, qualifier) };
}

const TIER_KINDS = { percent: 'tierPercent', perUnit: 'tierPerUnit', amount: 'tierLumpSum' } as const;

/** A tier's rate on one payout, as a part of a sum. */
function tierPaid(found: Case, paid: Paid): Step {
  const { tier, payout, rate, measure, amount } = paid;
  if (rate.pays === 'free') return onePaid(found, paid);
  return step(TIER_KINDS[rate.pays], {
    tier: count(tier),
    ...partOf(found, payout),
    ...(rate.pays !== 'amount' && { volume: inPayout(found, payout, measure) }),
    rate: rateOperand(found, rate),
    result: exactMoney(amount, found.currency),
  });
}

function nextSteps(found: Case): Step[] {
  if (isOutsideTable(found)) return [];
  const { input, result } = found;
  const { next } = result.reached;
  if (next === undefined) return [step('lastTier', {})];
  const operands = {
    tier: count(next.tier),
    from: inTable(found, next.row.from),
    ...onlyRate(found, next.row),
    missing: inQualifier(found, result.missing ?? next.missing),
    boundary: word(`boundary.${input.table.boundary}`),
  };
  return [step('nextTier', operands, rateSteps(found, next.row))];
}

// ---- Numbers as people read them.

/** The name of a part, where the term pays on several. */
function partOf({ term }: Case, payout: string): { part?: Operand } {
  return term.payouts.length > 1 ? { part: plain(payout) } : {};
}

/** A bound or volume as the table speaks of it: percent for growth and shares, else a measure. */
function inTable(found: Case, value: Rational): Operand {
  const { formula, baseline } = found.term;
  const isGrowth = formula.startsWith('growth') && baseline?.growthAs === 'percent';
  return isGrowth ? percent(value) : inQualifier(found, value);
}

/** In the unit of the qualifier; of a share, percent. */
function inQualifier({ term, currency }: Case, value: Rational): Operand {
  const measure = term.qualifier;
  return measure.of === 'share' ? percent(value) : measureOperand(measure, value, currency);
}

function inPayout(found: Case, payout: string, value: Rational): Operand {
  return measureOperand(measureOf(found, payout), value, found.currency);
}

function measureOf({ term }: Case, payout: string): Measure {
  const found = term.payouts.find(({ id }) => id === payout);
  if (found === undefined) throw new Error(`Fault: a rate on ${payout}, which is no payout of ${term.id}`);
  return found.measure;
}

function rateOperand({ currency }: Case, { pays, rate }: Rate): Operand {
  return pays === 'percent' ? decimalPercent(rate) : decimalMoney(rate, currency);
}

function freeOperands(found: Case, { payout, free }: Rate): Operands {
  if (free === undefined) return {};
  const per = inPayout(found, payout, decimalToRational(free.per));
  return { give: goods(found, payout, decimalToRational(free.give)), per };
}

/** So many goods: of the unit that they are counted in, where the payout is a quantity. */
function goods(found: Case, payout: string, value: Rational): Operand {
  const measure = measureOf(found, payout);
  return measure.of === 'quantity' ? quantity(value, measure.unit) : quantity(value, 'EA');
}
