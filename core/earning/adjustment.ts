import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';

/** What an amount beside the terms is for. Source: rulings R2. */
export const ADJUSTMENT_KINDS = ['goodwill', 'correction', 'external', 'lumpSum'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** A part of an adjustment. Units: minor, in the direction of the agreement; what is taken off is below zero. */
export type AdjustmentPart = {
  readonly window: Window;
  /** The day from which it is earned. */
  readonly countsFrom: LocalDate;
  readonly minor: bigint;
};

/**
 * An approved amount that is earned beside what the terms give; a lump sum in phases has a part for each.
 * Calculating again never takes it back: that takes a mirrored one, which names it.
 */
export type Adjustment = {
  readonly id: string;
  readonly term: string;
  readonly partner: string;
  readonly kind: AdjustmentKind;
  /** What the partner may read of the reason; our own reason stands elsewhere. */
  readonly wording?: string;
  /** The last day on which it can be documented; what is not by then lapses. */
  readonly expiresOn?: LocalDate;
  /** The adjustment that it takes back. */
  readonly withdraws?: string;
  readonly parts: readonly AdjustmentPart[];
};

/** The same parts taken back. */
export function mirroredParts(parts: readonly AdjustmentPart[]): AdjustmentPart[] {
  return parts.map((part) => ({ ...part, minor: -part.minor }));
}

/**
 * What had to be documented by a day before this one, of adjustments that stand: what was taken back needs
 * no document any more. Units: minor.
 */
export function expiredMinor(
  adjustments: readonly Adjustment[],
  place: Pick<Adjustment, 'term' | 'partner'> & { readonly window: Window },
  today: LocalDate,
): bigint {
  const withdrawn = new Set(adjustments.map(({ withdraws }) => withdraws));
  return adjustments
    .filter(({ id, term, partner, expiresOn }) => {
      const isOver = expiresOn !== undefined && expiresOn < today;
      return isOver && !withdrawn.has(id) && term === place.term && partner === place.partner;
    })
    .flatMap(({ parts }) => parts)
    .filter(({ window }) => window.from === place.window.from)
    .reduce((sum, { minor }) => sum + minor, 0n);
}
