import { lesser, type Rational } from '../number/rational.ts';
import type { FormulaInput, FormulaResult } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payRow } from './payRate.ts';
import { reach, tierByPolicy } from './reach.ts';

/**
 * TF1: the tier reached by the qualifier pays on the whole of each payout measure; a tier may also
 * give a fixed amount (TF8) or free goods, and the qualifier may be a share (TF9).
 * Source: semantics 5.2, 5.5.
 */
export function wholeVolume({ table, qualifier, payouts }: FormulaInput): FormulaResult {
  const reached = reach(table, qualifier);
  const paid = reached.row === undefined ? [] : payRow(reached.row, reached.tier, payouts);
  return formulaResult({ reached, volume: qualifier, paid });
}

/**
 * TF11: until the window is over the default tier stands, or the one reached where that is higher;
 * then the one reached. Source: semantics 5.2.
 */
export function defaultTier(input: FormulaInput): FormulaResult {
  const { table, payouts, isWindowOver } = input;
  const result = wholeVolume(input);
  const { tier, row } = tierByPolicy(table, table.defaultTier ?? 0);
  if (isWindowOver || row === undefined || result.reached.tier >= tier) return result;
  return formulaResult({ ...result, paid: payRow(row, tier, payouts), note: 'defaultTier' });
}

/** TF13: at most the cap of the tier reached is paid, r_k × min(M, cap_k). Source: semantics 5.6; rulings R21. */
export function cappedMeasure(input: FormulaInput): FormulaResult {
  const cap = reach(input.table, input.qualifier).row?.measureCap;
  return wholeVolume(cap === undefined ? input : { ...input, payouts: cut(input.payouts, cap) });
}

function cut(payouts: FormulaInput['payouts'], cap: Rational): FormulaInput['payouts'] {
  return new Map([...payouts].map(([id, measure]) => [id, lesser(measure, cap)]));
}
