import { type Rational, subtract, ZERO } from '../number/rational.ts';
import { baselineOf, baseOf, tierWithoutBase } from './baseline.ts';
import type { FormulaInput, FormulaResult } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payRow } from './payRate.ts';
import { reach } from './reach.ts';

/**
 * Upsell: what the payout has more than its baseline, (M − B)⁺, is the extra; it finds the tier,
 * and the rate is paid on it alone. A default of zero makes everything extra; so does a tier that
 * stands where there is no baseline. Of several payouts the first finds the tier.
 * Source: semantics 5.15; rulings R13.
 */
export function aboveBase(input: FormulaInput): FormulaResult {
  const { table, payouts } = input;
  const { terms, payouts: measured } = baselineOf(input);
  const bases = [...payouts.keys()].map((id) => [id, baseOf(terms, measured.get(id) ?? ZERO)] as const);
  const [[first, base] = ['', undefined]] = bases;
  const extras = new Map(
    bases.map(([id, { value } = { value: ZERO }]) => [
      id,
      positive(subtract(payouts.get(id) ?? ZERO, value)),
    ]),
  );
  const volume = extras.get(first) ?? ZERO;
  const reached = base === undefined ? tierWithoutBase(table, terms) : reach(table, volume);
  const paid = reached.row === undefined ? [] : payRow(reached.row, reached.tier, extras);
  if (base === undefined) return formulaResult({ reached, volume, paid, note: 'noBaseline' });
  const over = subtract(payouts.get(first) ?? ZERO, base.value);
  return formulaResult({
    reached,
    volume,
    base: base.value,
    ...(reached.next && { missing: subtract(reached.next.row.from, over) }),
    paid,
    ...(base.note && { note: base.note }),
  });
}

function positive(value: Rational): Rational {
  return value.n > 0n ? value : ZERO;
}
