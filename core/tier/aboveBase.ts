import type { Baseline } from '../agreement/agreement.ts';
import { type Rational, subtract, ZERO } from '../number/rational.ts';
import { baselineOf, baseOf, tierWithoutBase } from './baseline.ts';
import type { FormulaInput, FormulaResult } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payRow } from './payRate.ts';
import { reach } from './reach.ts';

/**
 * Upsell: what there is more than the baseline, (M − B)⁺, is the extra. That of the qualifier finds
 * the tier, so that a limit on the payout does not lower it; that of each payout is paid. A default
 * of zero makes everything extra, and so does a tier that stands where there is no baseline.
 * Shape: payout and qualifier are one measure. Source: semantics 5.15; rulings R13, R21.
 */
export function aboveBase(input: FormulaInput): FormulaResult {
  const { table, qualifier, payouts } = input;
  const { terms, ...measured } = baselineOf(input);
  const base = baseOf(terms, measured.qualifier);
  const volume = extra(terms, qualifier, measured.qualifier);
  const reached = base === undefined ? tierWithoutBase(table, terms) : reach(table, volume);
  const extras = [...payouts].map(([id, measure]) => {
    return [id, extra(terms, measure, measured.payouts.get(id) ?? ZERO)] as const;
  });
  const paid = reached.row === undefined ? [] : payRow(reached.row, reached.tier, new Map(extras));
  if (base === undefined) return formulaResult({ reached, volume, paid, note: 'noBaseline' });
  const over = subtract(qualifier, base.value);
  return formulaResult({
    reached,
    volume,
    base: base.value,
    ...(reached.next && { missing: subtract(reached.next.row.from, over) }),
    paid,
    ...(base.note && { note: base.note }),
  });
}

function extra(terms: Baseline, measure: Rational, measuredBase: Rational): Rational {
  const base = baseOf(terms, measuredBase)?.value;
  if (base === undefined && terms.whenNotPositive.policy === 'paysNothing') return ZERO;
  const over = subtract(measure, base ?? ZERO);
  return over.n > 0n ? over : ZERO;
}
