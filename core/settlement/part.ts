/** What becomes of an amount: it goes on a document, lapses for good, or is held until a later settlement. */
export type PartKind = 'document' | 'lapsed' | 'held';

/** Why an amount lapses for good. */
export const LAPSES = [
  'lateFacts',
  'claimDeadline',
  'adjustmentExpired',
  'clawBackWaived',
  'belowMinimum',
] as const;
export type Lapse = (typeof LAPSES)[number];

/** Why an amount is held. */
export const HOLDS = [
  'interimShare',
  'incomplete',
  'awaitsClaim',
  'claimedByUs',
  'nextWindow',
  'currencyDiffers',
  'exchangeRateMissing',
  'goodsWithheld',
  'taxRateMissing',
  'taxBasisMissing',
  'overpaid',
  'offset',
  'belowMinimum',
] as const;
export type Hold = (typeof HOLDS)[number];

/** A part of what is not settled yet. Units: minor, positive in the direction of the agreement. */
export type Part =
  | { readonly kind: 'document'; readonly reason: 'settlement' | 'clawBack'; readonly minor: bigint }
  | { readonly kind: 'lapsed'; readonly reason: Lapse; readonly minor: bigint }
  | { readonly kind: 'held'; readonly reason: Hold; readonly minor: bigint };

export function partSum(parts: readonly Part[], kind?: PartKind): bigint {
  return parts
    .filter((part) => kind === undefined || part.kind === kind)
    .reduce((sum, { minor }) => sum + minor, 0n);
}

/** The same parts with those that would go on a document held or lapsed instead. */
export function insteadOfDocument(
  parts: readonly Part[],
  become:
    | { readonly kind: 'lapsed'; readonly reason: Lapse }
    | { readonly kind: 'held'; readonly reason: Hold },
): readonly Part[] {
  return parts.map((part) => (part.kind === 'document' ? { ...become, minor: part.minor } : part));
}
