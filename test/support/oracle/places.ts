import type { Line } from '../../../core/fact/line.ts';
import { isIn } from './days.ts';
import type { Place, TermQuestion } from './question.ts';

/**
 * Where a line acts; `waits` where nobody knows yet, with its own day as the last one possible.
 * Source: rulings R9, R21.
 */
export function placeOf(
  question: TermQuestion,
  line: Line,
): (Place & { readonly waits: boolean }) | undefined {
  const { term, windows } = question;
  const { linked, unlinked } = term.returns;
  const ownDay = line.dates[term.date];
  const own = ownDay === undefined ? undefined : { on: ownDay, isOriginal: false, waits: false };
  const sold = line.original?.dates[term.date];
  if (line.returnOf === undefined) {
    if (sold !== undefined) return { on: sold, isOriginal: true, waits: false };
    return own && { ...own, waits: unlinked === 'blocked' && isReturn(line) };
  }
  if (linked === 'returnWindow') return own;
  if (sold === undefined) return own && { ...own, waits: true };
  const atSale = { on: sold, isOriginal: true, waits: false };
  const known = line.knownOn ?? ownDay;
  if (linked === 'originalWindow' || known === undefined) return atSale;
  const window = windows.find(({ days }) => isIn(sold, days));
  if (window !== undefined && known <= window.days.last) return atSale;
  const now = { on: known, isOriginal: false, waits: false };
  return linked === 'currentAtOriginalRate' ? { ...now, originalRateOf: sold } : now;
}

/** Something is below zero on it. */
export function isReturn(line: Line): boolean {
  const amounts = [line.netValue, line.grossValue, ...Object.values(line.quantities)];
  return amounts.some((amount) => amount !== undefined && amount.digits < 0n);
}
