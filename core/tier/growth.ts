import {
  add,
  divide,
  isZero,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/rational.ts';
import { bandsOf, insideBand, payBand } from './bands.ts';
import { baselineOf, baseOf, tierWithoutBase } from './baseline.ts';
import type { FormulaInput, FormulaResult, Paid, Reached } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payRow } from './payRate.ts';
import { reach } from './reach.ts';

const HUNDRED = rational(100n);

type Payouts = FormulaInput['payouts'];

/** A qualifier held against a baseline that there is. */
type Grown = {
  readonly reached: Reached;
  readonly growth: Rational;
  /** Of each payout in the baseline window; or the default that stands in. */
  readonly basePayouts: Payouts;
  /** Which part of its baseline a payout is paid on, for so much growth inside a band. */
  readonly shareOf: (inside: Rational, basePayout: Rational) => Rational;
};

/**
 * TF5: the tier by growth, its rate on the whole payout; without a baseline a named tier may stand
 * instead. Source: semantics 5.2, 5.4; rulings R13.
 */
export function growthWhole(input: FormulaInput): FormulaResult {
  const { table, payouts } = input;
  const result = overBaseline(input, ({ reached }) => payReached(reached, payouts));
  if (result.note !== 'noBaseline') return result;
  const reached = tierWithoutBase(table, baselineOf(input).terms);
  return formulaResult({ ...result, reached, paid: payReached(reached, payouts) });
}

/** TF6: the tier by growth, its rate on what the payout has more than in the baseline window, M − B. */
export function growthIncrement(input: FormulaInput): FormulaResult {
  return overBaseline(input, ({ reached, basePayouts }) => {
    const more = [...input.payouts].map(([id, measure]) => {
      return [id, subtract(measure, basePayouts.get(id) ?? ZERO)] as const;
    });
    return payReached(reached, new Map(more));
  });
}

/** TF7: each band at its own rate, on the part of the payout's baseline that growth has in there. */
export function growthMarginal(input: FormulaInput): FormulaResult {
  return overBaseline(input, ({ growth, basePayouts, shareOf }) =>
    bandsOf(input.table).flatMap((band) => {
      const inside = insideBand(band, growth);
      return payBand(band, ({ payout }) => shareOf(inside, basePayouts.get(payout) ?? ZERO));
    }),
  );
}

function payReached({ tier, row }: Reached, payouts: Payouts): Paid[] {
  return row === undefined ? [] : payRow(row, tier, payouts);
}

/** Growth, the tier that it reaches, and what is missing to the next in the qualifier's own unit. */
function overBaseline(input: FormulaInput, pay: (grown: Grown) => readonly Paid[]): FormulaResult {
  const { table, qualifier } = input;
  const { terms, ...measured } = baselineOf(input);
  const base = baseOf(terms, measured.qualifier);
  const inGrowth = base && scaleOf(base.value, terms.growthAs);
  if (base === undefined || inGrowth === undefined) {
    return formulaResult({ reached: { tier: 0 }, volume: qualifier, paid: [], note: 'noBaseline' });
  }
  const growth = inGrowth.growthOf(qualifier);
  const reached = reach(table, growth);
  const basePayouts = base.note ? everyPayout(input, base.value) : measured.payouts;
  return formulaResult({
    reached,
    volume: growth,
    growth,
    base: base.value,
    ...(reached.next && { missing: subtract(inGrowth.volumeAt(reached.next.row.from), qualifier) }),
    paid: pay({ reached, growth, basePayouts, shareOf: inGrowth.shareOf }),
    ...(base.note && { note: base.note }),
  });
}

type Scale = {
  readonly growthOf: (qualifier: Rational) => Rational;
  readonly volumeAt: (growth: Rational) => Rational;
  readonly shareOf: Grown['shareOf'];
};

/** How growth is counted: in percent of the baseline, for which it must be above zero, or in its unit. */
function scaleOf(base: Rational, growthAs: 'percent' | 'difference'): Scale | undefined {
  if (growthAs === 'percent') {
    if (base.n <= 0n) return undefined;
    return {
      growthOf: (qualifier) => divide(multiply(qualifier, HUNDRED), base),
      volumeAt: (growth) => divide(multiply(growth, base), HUNDRED),
      shareOf: (inside, basePayout) => divide(multiply(inside, basePayout), HUNDRED),
    };
  }
  return {
    growthOf: (qualifier) => subtract(qualifier, base),
    volumeAt: (growth) => add(growth, base),
    // Over nothing, a default of zero, growth is the whole volume, and its part is the part itself.
    shareOf: (inside, basePayout) => (isZero(base) ? inside : divide(multiply(inside, basePayout), base)),
  };
}

function everyPayout({ payouts }: FormulaInput, value: Rational): Payouts {
  return new Map([...payouts.keys()].map((id) => [id, value]));
}
