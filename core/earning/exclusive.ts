import type { Exclusive } from '../agreement/agreement.ts';
import type { Window } from '../calendar/window.ts';
import type { Contribution } from '../cell/contribution.ts';
import { compare, type Rational } from '../number/rational.ts';

/** What a term would earn alone. */
export type Candidate = { readonly term: string; readonly exclusive: Exclusive; readonly exact: Rational };

/**
 * The one of several terms that is paid: the largest or the smallest amount, or the best rank. Who
 * would earn nothing never wins over one that earns; equal amounts go by rank, then by term id.
 * Shape: at least one candidate, all of one set. Source: rulings R7, R21.
 */
export function chooseExclusive(candidates: readonly Candidate[]): string {
  const [best] = candidates.toSorted(
    (a, b) => earnsFirst(a, b) || byChoice(a, b) || a.exclusive.rank - b.exclusive.rank || byTerm(a, b),
  );
  if (best === undefined) throw new Error('Fault: a choice among no terms');
  return best.term;
}

function earnsFirst(a: Candidate, b: Candidate): number {
  return Number(b.exact.n > 0n) - Number(a.exact.n > 0n);
}

function byChoice(a: Candidate, b: Candidate): number {
  if (a.exclusive.choice === 'rank') return 0;
  const order = compare(a.exact, b.exact);
  return a.exclusive.choice === 'bestForPayer' ? order : -order;
}

function byTerm(a: Candidate, b: Candidate): number {
  return a.term < b.term ? -1 : a.term > b.term ? 1 : 0;
}

/**
 * The loser's lines in one window without the contested ones: those that the winner pays on, too,
 * in that window. They leave the payout and, where the agreement says so, the qualifier.
 * Shape: the lines of one partner.
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
      const isLost =
        slot.startsWith('payout.') || (loserQualifier === 'loses' && slot.startsWith('qualifier'));
      return !(isLost && pays.from === window.from);
    });
    return addends.length === 0 ? [] : [{ ...entry, addends }];
  });
}

function paysIn({ addends }: Contribution, { from, until }: Window): boolean {
  return addends.some(
    ({ slot, pays }) => slot.startsWith('payout.') && pays.from === from && pays.until === until,
  );
}
