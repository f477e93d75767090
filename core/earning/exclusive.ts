import type { Exclusive } from '../agreement/agreement.ts';
import type { Window } from '../calendar/window.ts';
import type { Contribution } from '../cell/contribution.ts';
import { compare, type Rational } from '../number/rational.ts';
import { AT_ORIGINAL_RATE } from '../plan/plan.ts';
import { compareTexts } from '../text/compareTexts.ts';

/** What a term would earn alone. */
export type Candidate = { readonly term: string; readonly exclusive: Exclusive; readonly exact: Rational };

/**
 * The one of several terms that is paid: the largest or the smallest amount, or the best rank. A
 * term that would earn nothing, or less, never wins over one that earns; equal amounts, and so
 * those of terms that all earn nothing, go by rank, then by term id.
 * The caller gives what each term of one set would earn alone, all its lines counted, for one
 * partner and window. Shape: at least one candidate (none is a fault), all with the same choice.
 * Source: rulings R7, R21.
 */
export function chooseExclusive(candidates: readonly Candidate[]): string {
  const [best] = candidates.toSorted(
    (a, b) => earnsFirst(a, b) || byChoice(a, b) || a.exclusive.rank - b.exclusive.rank || byTerm(a, b),
  );
  if (best === undefined) throw new Error('Fault: a choice among no terms');
  return best.term;
}

function earnsFirst(a: Candidate, b: Candidate): number {
  if (a.exact.n > 0n === b.exact.n > 0n) return 0;
  return a.exact.n > 0n ? -1 : 1;
}

function byChoice(a: Candidate, b: Candidate): number {
  if (a.exclusive.choice === 'rank') return 0;
  const order = compare(a.exact, b.exact);
  return a.exclusive.choice === 'bestForPayer' ? order : -order;
}

function byTerm(a: Candidate, b: Candidate): number {
  return compareTexts(a.term, b.term);
}

/**
 * The loser's lines in one window without the contested ones: those that the winner pays on, too,
 * in that window. They leave the payout and, where the agreement says so, the qualifier; what they
 * add to gates, baselines and other windows stays.
 * The caller gives the lines of one partner, once for each of the two terms. Source: rulings R7, R21.
 */
export function withoutContested(
  loser: readonly Contribution[],
  winner: readonly Contribution[],
  { loserQualifier }: Exclusive,
  window: Window,
): Contribution[] {
  const paid = new Set(winner.filter((entry) => paysIn(entry, window)).map(({ key }) => key));
  return loser.flatMap((entry) => {
    if (!paid.has(entry.key) || !paysIn(entry, window)) return [entry];
    const addends = entry.addends.filter(({ slot, pays }) => {
      const isLost = isPaidOn(slot) || (loserQualifier === 'loses' && isOfQualifier(slot));
      return !(isLost && isSame(pays, window));
    });
    return addends.length === 0 ? [] : [{ ...entry, addends }];
  });
}

function paysIn({ addends }: Contribution, window: Window): boolean {
  return addends.some(({ slot, pays }) => isPaidOn(slot) && isSame(pays, window));
}

function isPaidOn(slot: string): boolean {
  return slot.startsWith('payout.') || slot === AT_ORIGINAL_RATE;
}

function isOfQualifier(slot: string): boolean {
  return slot.startsWith('qualifier');
}

function isSame(a: Window, b: Window): boolean {
  return a.from === b.from && a.until === b.until;
}
