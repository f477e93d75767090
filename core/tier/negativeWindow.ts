import { multiply, negate, type Rational } from '../number/rational.ts';
import type { FormulaInput, FormulaResult, Paid } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payRow } from './payRate.ts';
import { rateFactor } from './tierTable.ts';

type Formula = (input: FormulaInput) => FormulaResult;

/**
 * Whether more came back than went out: the qualifier is below zero, or no payout measure is above
 * zero and one is below. A lump sum is paid on nothing, so that its qualifier alone decides; what
 * is fixed is paid in any window.
 */
export function isNegative({ formula, qualifier, payouts }: FormulaInput): boolean {
  if (formula === 'fixed') return false;
  if (qualifier.n < 0n) return true;
  const measures = formula === 'lumpSum' ? [] : [...payouts.values()];
  return measures.some(({ n }) => n < 0n) && !measures.some(({ n }) => n > 0n);
}

/**
 * The amount of a negative window, by the policy that the agreement names: nothing, the lowest
 * tier's rates on the payout measures (a fixed amount has none), or −F(−Q, −M), as if all had been
 * positive. Where it stands in the table is said of the window as it is. Source: rulings R9.
 */
export function negativeWindow(input: FormulaInput, formula: Formula): FormulaResult {
  const { lineAmounts: _, ...found } = formula(input);
  switch (input.negativeWindow) {
    case 'zero':
      return formulaResult({ ...found, paid: [], note: 'negativeWindow' });
    case 'lowestTier':
      return formulaResult({ ...found, ...atLowestTier(input), note: 'negativeWindow' });
    case 'mirror':
      return formulaResult({ ...found, ...mirrored(input, formula), note: 'mirrored' });
  }
}

type Amounts = Pick<FormulaResult, 'paid' | 'lineAmounts'>;

function atLowestTier({ table, payouts, sequence }: FormulaInput): Amounts {
  const [row] = table.rows;
  if (row === undefined) throw new Error('Fault: a table without rows');
  const paid = payRow(row, 1, payouts).filter(({ rate }) => rate.pays !== 'amount');
  const [rate] = row.rates;
  if (sequence === undefined || rate === undefined) return { paid };
  const lineAmounts = sequence.map(({ key, payout }) => [key, multiply(rateFactor(rate), payout)] as const);
  return { paid, lineAmounts: new Map(lineAmounts) };
}

function mirrored(input: FormulaInput, formula: Formula): Amounts {
  const turn = input.qualifier.n < 0n ? negate : (value: Rational) => value;
  const { paid, lineAmounts } = formula({
    ...input,
    qualifier: turn(input.qualifier),
    payouts: new Map([...input.payouts].map(([id, measure]) => [id, negate(measure)])),
    ...(input.sequence && {
      sequence: input.sequence.map(({ key, qualifier, payout }) => {
        return { key, qualifier: turn(qualifier), payout: negate(payout) };
      }),
    }),
  });
  return {
    paid: paid.map(negated),
    ...(lineAmounts && {
      lineAmounts: new Map([...lineAmounts].map(([key, amount]) => [key, negate(amount)])),
    }),
  };
}

function negated(paid: Paid): Paid {
  return { ...paid, measure: negate(paid.measure), amount: negate(paid.amount) };
}
