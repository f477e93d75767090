import {
  add,
  compare,
  divide,
  isZero,
  lesser,
  multiply,
  type Rational,
  subtract,
  sumOf,
  ZERO,
} from '../number/rational.ts';
import { type Band, bandsOf, insideBand, payBand } from './bands.ts';
import type { FormulaInput, FormulaResult, SequenceLine } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { reach } from './reach.ts';
import { rateFactor, type TierTable } from './tierTable.ts';

/** What a line brings into a band, of the payout measure. */
type Slice = { readonly band: Band; readonly payout: Rational };

/**
 * TF2 line after line: in the order given, each line moves the qualifier up from where the one
 * before it stopped, and a band takes that share of the line's payout that it has of the line's
 * qualifier. A line without qualifier is paid at the tier where it stands. A negative line goes
 * back down, so it takes from the top. A linked return does not come here as a line: it is merged
 * into its sale. Shape: one payout. Source: semantics 5.2; rulings R9, R21.
 */
export function sequence({ table, qualifier, payouts, sequence: lines = [] }: FormulaInput): FormulaResult {
  const bands = bandsOf(table);
  const [payout = ZERO] = payouts.values();
  const inBands = new Map<Band, Rational>();
  const lineAmounts = new Map<string, Rational>();
  let position = ZERO;
  for (const line of cutTo(lines, qualifier, payout)) {
    const slices = slicesOf(table, bands, position, line);
    for (const slice of slices) inBands.set(slice.band, add(inBands.get(slice.band) ?? ZERO, slice.payout));
    lineAmounts.set(line.key, sumOf(slices.map(amountOf)));
    position = add(position, line.qualifier);
  }
  const paid = bands.flatMap((band) => payBand(band, () => inBands.get(band) ?? ZERO));
  return formulaResult({ reached: reach(table, qualifier), volume: qualifier, paid, lineAmounts });
}

function slicesOf(
  table: TierTable,
  bands: readonly Band[],
  position: Rational,
  { qualifier, payout }: SequenceLine,
): Slice[] {
  if (isZero(qualifier)) {
    const band = bands[reach(table, position).tier - 1];
    return band === undefined ? [] : [{ band, payout }];
  }
  const end = add(position, qualifier);
  return bands
    .map((band) => ({ band, moved: subtract(insideBand(band, end), insideBand(band, position)) }))
    .filter(({ moved }) => !isZero(moved))
    .map(({ band, moved }) => ({ band, payout: multiply(payout, divide(moved, qualifier)) }));
}

function amountOf({ band, payout }: Slice): Rational {
  const [rate] = band.row.rates;
  return rate === undefined ? ZERO : multiply(rateFactor(rate), payout);
}

/** Where a cap has cut the qualifier or the payout, the lines fill it up in their order. */
function cutTo(lines: readonly SequenceLine[], qualifier: Rational, payout: Rational): SequenceLine[] {
  const qualifiers = increments(
    lines.map((line) => line.qualifier),
    qualifier,
  );
  const payouts = increments(
    lines.map((line) => line.payout),
    payout,
  );
  return lines.map(({ key }, index) => ({
    key,
    qualifier: qualifiers[index] ?? ZERO,
    payout: payouts[index] ?? ZERO,
  }));
}

function increments(values: readonly Rational[], cap: Rational): readonly Rational[] {
  if (compare(sumOf(values), cap) <= 0) return values;
  let sum = ZERO;
  return values.map((value) => {
    const before = lesser(sum, cap);
    sum = add(sum, value);
    return subtract(lesser(sum, cap), before);
  });
}
