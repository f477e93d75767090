/** A fault that changes no money, and why. */
export type Equivalent = {
  readonly file: string;
  /** The function that it stands in. */
  readonly within: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
};

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'core/tier/aboveBase.ts',
    within: 'extra',
    before: 'over.n > 0n',
    after: 'over.n >= 0n',
    reason: 'Nothing more than the base is nothing either way.',
  },
  {
    file: 'core/tier/aboveThreshold.ts',
    within: 'aboveThreshold',
    before: 'band ? payBand(band, (rate) => insideBand(band, payoutOf(rate, payouts))) : []',
    after: 'payBand(band, (rate) => insideBand(band, payoutOf(rate, payouts)))',
    reason: 'A table has at least one row, so there is a band.',
  },
  {
    file: 'core/tier/bands.ts',
    within: 'insideBand',
    before: 'compare(top, from) > 0',
    after: 'compare(top, from) >= 0',
    reason: 'A volume at the bound has nothing in the band: the difference is zero, too.',
  },
  {
    file: 'core/tier/baseline.ts',
    within: 'tierWithoutBase',
    before: "whenNotPositive.policy === 'treatAsTier' ? whenNotPositive.tier : 0",
    after: 'whenNotPositive.tier',
    reason: 'Another policy names no tier, and no row has the number undefined.',
  },
  {
    file: 'core/tier/fixed.ts',
    within: 'fixed',
    before: 'reached.row === undefined ? [] : payRow(reached.row, reached.tier, payouts)',
    after: 'payRow(reached.row, reached.tier, payouts)',
    reason: 'A table has at least one row, and the first one is taken.',
  },
  {
    file: 'core/tier/negativeWindow.ts',
    within: 'atLowestTier',
    before: 'row === undefined',
    after: 'false',
    reason: 'A table has at least one row.',
  },
  {
    file: 'core/tier/negativeWindow.ts',
    within: 'mirrored',
    before: 'input.qualifier.n < 0n',
    after: 'input.qualifier.n <= 0n',
    reason: 'Zero is its own opposite.',
  },
  {
    file: 'core/tier/negativeWindow.ts',
    within: 'mirrored',
    before: 'input.qualifier.n < 0n',
    after: 'input.qualifier.n < 1n',
    reason: 'A numerator below one is zero or less, and zero is its own opposite.',
  },
  {
    file: 'core/tier/sequence.ts',
    within: 'slicesOf',
    before:
      'bands .map((band) => ({ band, moved: subtract(insideBand(band, end), insideBand(band, position)) })) .filter(({ moved }) => !isZero(moved))',
    after:
      'bands .map((band) => ({ band, moved: subtract(insideBand(band, end), insideBand(band, position)) }))',
    reason: 'A slice of nothing adds nothing, and an empty part is left out when a band is paid.',
  },
  {
    file: 'core/tier/sequence.ts',
    within: 'amountOf',
    before: 'rate === undefined ? ZERO : multiply(rateFactor(rate), payout)',
    after: 'multiply(rateFactor(rate), payout)',
    reason: 'A row has at least one rate.',
  },
  {
    file: 'core/tier/wholeVolume.ts',
    within: 'defaultTier',
    before: 'table.defaultTier ?? 0',
    after: 'table.defaultTier ?? 1',
    reason: 'The decoder refuses the formula without a default tier.',
  },
];
