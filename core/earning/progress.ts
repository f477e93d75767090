import type { Measure, Pay, Term, Tiers } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { formatDecimal } from '../number/decimal.ts';
import type { Earning } from './earning.ts';

/**
 * Where a partner stands on the ladder of a term, as stored and drawn. All numbers are exact
 * texts: decimals, or "n/d" where a fraction does not end.
 */
export type Progress = {
  readonly formula: Term['formula'];
  readonly measure: Measure;
  readonly boundary: Tiers['boundary'];
  readonly pays: Pay;
  /** What is held against the tiers: the qualifier, or for growth its percent of the baseline. */
  readonly volume: string;
  readonly isPercentOfBaseline: boolean;
  readonly tiers: readonly { readonly from: string; readonly rate: string; readonly words?: string }[];
  /** To the next tier, in the qualifier's own unit; absent on the last one. */
  readonly missing?: string;
  readonly qualifier: string;
  readonly payout: string;
  readonly baseline?: string;
};

export function progressOf(earning: Earning, term: Term): Progress {
  const { tiers } = term;
  const isPercentOfBaseline = term.formula === 'growthWhole';
  const volume = isPercentOfBaseline ? earning.growth : earning.qualifier.value;
  return {
    formula: term.formula,
    measure: term.qualifier,
    boundary: tiers.boundary,
    pays: tiers.pays,
    volume: volume === undefined ? '0' : exactText(volume),
    isPercentOfBaseline,
    tiers: tiers.rows.map(({ from, rate, words }) => ({
      from: formatDecimal(from),
      rate: formatDecimal(rate),
      ...(words !== undefined && { words }),
    })),
    ...(earning.missing && { missing: exactText(earning.missing) }),
    qualifier: exactText(earning.qualifier.value),
    payout: exactText(earning.payout.value),
    ...(earning.baseline && { baseline: exactText(earning.baseline.value) }),
  };
}
