import type { FormulaKind } from '../agreement/agreement.ts';
import { aboveBase } from './aboveBase.ts';
import { aboveThreshold } from './aboveThreshold.ts';
import { fixed } from './fixed.ts';
import type { FormulaInput, FormulaResult } from './formula.ts';
import { growthIncrement, growthMarginal, growthWhole } from './growth.ts';
import { average, marginal } from './marginal.ts';
import { isNegative, negativeWindow } from './negativeWindow.ts';
import { rolling, total } from './rolling.ts';
import { cappedMeasure, defaultTier, wholeVolume } from './wholeVolume.ts';

const FORMULAS: Readonly<Record<FormulaKind, (input: FormulaInput) => FormulaResult>> = {
  wholeVolume,
  marginal,
  rolling,
  total,
  growthWhole,
  growthIncrement,
  growthMarginal,
  lumpSum: wholeVolume,
  mixShare: wholeVolume,
  weightedMarginal: average,
  defaultTier,
  aboveThreshold,
  cappedMeasure,
  aboveBase,
  freeGoods: wholeVolume,
  fixed,
};

/**
 * What the measures of one partner and window give under a table: the tier, what is missing to the
 * next, and every product of a rate that makes up the amount. Exact; nothing is rounded here.
 * Units: see `FormulaInput`. Source: semantics 5.2; rulings R4, R5, R9, R13, R21.
 */
export function applyFormula(input: FormulaInput): FormulaResult {
  const formula = FORMULAS[input.formula];
  return isNegative(input) ? negativeWindow(input, formula) : formula(input);
}
