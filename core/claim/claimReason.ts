/**
 * Why less is owed than was claimed. A shortfall is split by recomputing with the first six in this
 * order; the others say why a single line is refused.
 */
export const SHORTFALL_REASONS = ['price', 'quantity', 'product', 'validity', 'duplicate', 'tax'] as const;
export type ShortfallReason = (typeof SHORTFALL_REASONS)[number];

export const CLAIM_REASONS = [
  ...SHORTFALL_REASONS,
  'customer',
  'contract',
  'proof',
  'unsupported',
  'silence',
  'other',
] as const;
export type ClaimReason = (typeof CLAIM_REASONS)[number];
