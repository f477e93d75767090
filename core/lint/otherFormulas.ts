import type { FormulaKind, Term } from '../agreement/agreement.ts';
import { sameMeasure } from '../agreement/measureKind.ts';
import { measureOperand } from '../earning/explainStages.ts';
import type { Operand } from '../explanation/explanation.ts';
import { exactMoney } from '../explanation/operands.ts';
import { minorDigits } from '../money/currency.ts';
import { powerOfTen } from '../number/decimal.ts';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/rational.ts';
import { applyFormula } from '../tier/applyFormula.ts';
import { type TierTable, tierTable } from '../tier/tierTable.ts';
import { isPercentOfBaseline, thresholdOperand } from './thresholdOperand.ts';

/**
 * One table of tiers, read by several formulas. `assumed`: what is taken for the payout measure
 * where the volume does not say it, or for the baseline of growth.
 */
export type FormulaComparison = {
  readonly chosen: FormulaKind;
  readonly formulas: readonly FormulaKind[];
  readonly assumed?: { readonly what: 'payout' | 'baseline'; readonly value: Operand };
  readonly rows: readonly { readonly volume: Operand; readonly amounts: readonly Operand[] }[];
};

const HUNDRED = rational(100n);
const ON_VOLUME: readonly FormulaKind[] = ['wholeVolume', 'marginal', 'rolling', 'total', 'aboveThreshold'];
const ON_GROWTH: readonly FormulaKind[] = ['growthWhole', 'growthIncrement', 'growthMarginal'];
/** These need the volume that finds the tier to be the one that is paid. */
const ON_ONE_MEASURE: readonly FormulaKind[] = ['rolling', 'total', 'aboveThreshold'];
/** Tables of these cannot be read in another way. */
const ALONE: readonly FormulaKind[] = ['lumpSum', 'freeGoods', 'fixed', 'mixShare', 'aboveBase'];

/**
 * What a term's table would pay under the other formulas that it could be read with, at each
 * threshold, just below it, half-way to the next and beyond the last, or at one volume.
 * Undefined where the table has one reading only. Units: `volume` in those of the thresholds.
 */
export function underOtherFormulas(
  term: Term,
  currency: string,
  volume?: Rational,
): FormulaComparison | undefined {
  const [payout, ...others] = term.payouts;
  const hasRates = term.tiers.rows.every(({ rates }) =>
    rates.every(({ pays }) => pays === 'percent' || pays === 'perUnit'),
  );
  if (payout === undefined || others.length > 0 || !hasRates || ALONE.includes(term.formula))
    return undefined;
  const isGrowth = ON_GROWTH.includes(term.formula);
  const isOne = sameMeasure(payout.measure, term.qualifier);
  const formulas = readings(term, isGrowth, isOne);
  if (formulas.length < 2) return undefined;
  const volumes = volume === undefined ? sampleVolumes(term, currency) : [volume];
  const base = baseOf(term);
  const assumed = isGrowth
    ? ({ what: 'baseline', value: measureOperand(payout.measure, base, currency) } as const)
    : isOne
      ? undefined
      : ({ what: 'payout', value: measureOperand(payout.measure, HUNDRED, currency) } as const);
  return {
    chosen: term.formula,
    formulas,
    ...(assumed && { assumed }),
    rows: volumes.map((each) => ({
      volume: thresholdOperand(term, each, currency),
      amounts: formulas.map((formula) =>
        exactMoney(amountOf(term, formula, each, { isGrowth, isOne, base }), currency),
      ),
    })),
  };
}

function readings({ formula, baseline, tiers }: Term, isGrowth: boolean, isOne: boolean): FormulaKind[] {
  const isDifference = baseline?.growthAs === 'difference';
  const isFor = (kind: FormulaKind) =>
    isGrowth ? !(isDifference && kind === 'growthMarginal') : isOne || !ON_ONE_MEASURE.includes(kind);
  const others = (isGrowth ? ON_GROWTH : ON_VOLUME).filter((kind) => kind !== formula && isFor(kind));
  // From zero on, everything is above the threshold of a single tier.
  const isWhole = tiers.rows.length === 1 && tiers.rows[0]?.from.digits === 0n;
  return isWhole ? [formula] : [formula, ...others];
}

type Reading = { readonly isGrowth: boolean; readonly isOne: boolean; readonly base: Rational };

function amountOf(term: Term, formula: FormulaKind, volume: Rational, reading: Reading): Rational {
  const id = term.payouts[0]?.id ?? '';
  const { isGrowth, isOne, base } = reading;
  const qualifier = isGrowth ? grown(term, volume, base) : volume;
  const paid = isGrowth || isOne ? qualifier : HUNDRED;
  const { baseline } = term;
  const table = tableFor(term, formula, isOne || isGrowth);
  return applyFormula({
    formula,
    table,
    qualifier,
    payouts: new Map([[id, paid]]),
    ...(isGrowth &&
      baseline && { baseline: { terms: baseline, qualifier: base, payouts: new Map([[id, base]]) } }),
    ...(table.stepValuation === 'sequence' && { sequence: [{ key: '', qualifier, payout: paid }] }),
    negativeWindow: 'zero',
    isWindowOver: true,
  }).exact;
}

/**
 * Only what lies above its last threshold is a table of that one tier. At which rate a unit that
 * reaches a threshold is paid is a question of marginal tables alone.
 */
function tableFor({ tiers }: Term, formula: FormulaKind, isOne: boolean): TierTable {
  const { reachingUnit, ...plain } = tierTable(tiers, rational(1n));
  const table: TierTable =
    formula === 'marginal' && reachingUnit !== undefined ? { ...plain, reachingUnit } : plain;
  if (formula === 'aboveThreshold') return { ...table, rows: table.rows.slice(-1) };
  if (formula !== 'marginal' || isOne || table.stepValuation !== undefined) return table;
  return { ...table, stepValuation: 'average' };
}

/** The baseline that the author named, or a round one. */
function baseOf({ baseline }: Term): Rational {
  const source = baseline?.source;
  const fixed = typeof source === 'object' && 'fixed' in source ? source.fixed : undefined;
  if (fixed === undefined || fixed.digits <= 0n) return HUNDRED;
  return rational(fixed.digits, powerOfTen(fixed.scale));
}

/** A volume that has grown by so much: percent of the baseline, or the difference to it. */
function grown({ baseline }: Term, volume: Rational, base: Rational): Rational {
  return baseline?.growthAs === 'difference' ? add(base, volume) : divide(multiply(base, volume), HUNDRED);
}

function sampleVolumes(term: Term, currency: string): Rational[] {
  const bounds = term.tiers.rows.map(({ from }) => rational(from.digits, powerOfTen(from.scale)));
  const smallest = smallestStep(term, currency);
  const isWhole = smallest.d === 1n;
  const volumes = bounds.flatMap((from, index) => {
    const next = bounds[index + 1];
    const inside =
      next === undefined ? multiply(from, rational(3n, 2n)) : divide(add(from, next), rational(2n));
    return [subtract(from, smallest), from, isWhole ? rational(floor(inside)) : inside];
  });
  return volumes.filter(
    (volume, index) =>
      compare(volume, ZERO) > 0 && (index === 0 || compare(volume, volumes[index - 1] as Rational) > 0),
  );
}

/** One unit, one cent, or a hundredth of a percent. */
function smallestStep(term: Term, currency: string): Rational {
  const { of } = term.qualifier;
  if (isPercentOfBaseline(term) || of === 'share') return rational(1n, 100n);
  const isMoney = of === 'value' || of === 'atPrice' || of === 'priceDifference';
  return isMoney ? rational(1n, powerOfTen(minorDigits(currency) ?? 0)) : rational(1n);
}
