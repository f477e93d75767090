import type { Agreement } from '../../core/agreement/agreement.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import type { StoredAdjustment } from '../ports/adjustmentStore.ts';
import type { Tx } from '../ports.ts';

/**
 * Whether a text that is to become a version leaves what was approved beside the terms in its place: a term that goes, or
 * another currency, would take it along without anybody having said so. Source: rulings R2.
 * Refuses: agreement-term-adjusted (term, partner, amount, currency), one for each place.
 */
export async function keepsAdjusted(
  tx: Tx,
  { id, terms, currency }: Pick<Agreement, 'id' | 'terms' | 'currency'>,
): Promise<Result<true>> {
  const known = await tx.adjustments.knownAt(id, await tx.batches.last());
  const lost = known.filter(
    (adjustment) => adjustment.currency !== currency || !terms.some((term) => term.id === adjustment.term),
  );
  const byPlace = Map.groupBy(lost, ({ term, partner, currency: own }) => joinKey(term, partner, own));
  const refusals = [...byPlace.values()].flatMap((own) => {
    const [{ term, partner, currency: of }] = own as [StoredAdjustment];
    if (!stands(own)) return [];
    const amount = moneyText({ minor: sumOf(own), currency: of });
    return [refuse('agreement-term-adjusted', `terms.${term}`, { term, partner, amount, currency: of })];
  });
  return refusals.length === 0 ? accept(true) : refused(...refusals);
}

/** What was taken back window by window does not stand any more. */
function stands(own: readonly StoredAdjustment[]): boolean {
  const parts = own.flatMap((adjustment) => adjustment.parts);
  const byWindow = Map.groupBy(parts, ({ window }) => `${window.from} ${window.until}`);
  return [...byWindow.values()].some((some) => some.reduce((sum, { minor }) => sum + minor, 0n) !== 0n);
}

function sumOf(own: readonly StoredAdjustment[]): bigint {
  return own.flatMap(({ parts }) => parts).reduce((sum, { minor }) => sum + minor, 0n);
}
