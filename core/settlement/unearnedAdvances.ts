/** Money that was paid ahead and has left, as far as it is neither set off nor asked back. Units: minor, above zero. */
export type PaidAdvance = {
  readonly settlement: string;
  readonly number: string;
  readonly openMinor: bigint;
};

/** What of an advance is asked back. */
export type Reclaim = { readonly advance: string; readonly number: string; readonly minor: bigint };

/**
 * What nobody earns any more of advances on an agreement of which nothing follows: what is open of them less what is on
 * documents that will be set off against them, which take the advances in the order given. So it is a target less
 * what is booked: what was asked back once is open no more. Never below zero. Source: rulings R1, R17.
 */
export function unearnedAdvances(advances: readonly PaidAdvance[], comingMinor: bigint): Reclaim[] {
  let coming = comingMinor;
  return advances.flatMap(({ settlement: advance, number, openMinor }) => {
    const isEarned = openMinor <= coming;
    const earned = isEarned ? openMinor : coming;
    coming -= earned;
    const minor = openMinor - earned;
    return minor > 0n ? [{ advance, number, minor }] : [];
  });
}
