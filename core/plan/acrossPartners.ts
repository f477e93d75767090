import type { Agreement } from '../agreement/agreement.ts';

/**
 * Whether what one partner earns may hang on the lines of others: groups, limits and caps that
 * partners share, cents of a programme, and terms that are net of such ones.
 */
export function looksAcrossPartners({ terms, sharedCaps }: Agreement): boolean {
  const isCapShared = sharedCaps !== 'none' && sharedCaps.some(({ scope }) => scope === 'programme');
  return (
    isCapShared ||
    terms.some(
      ({ group, limits, rounding }) =>
        group !== 'none' ||
        rounding.grain === 'programmeWindow' ||
        (limits !== 'none' && limits.some((limit) => 'order' in limit)),
    )
  );
}
