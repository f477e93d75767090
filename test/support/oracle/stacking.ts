import type { SharedCap } from '../../../core/agreement/agreement.ts';
import type { Account } from './accounts.ts';
import type { Counted } from './counting.ts';
import { isIn } from './days.ts';
import { Fraction, NOTHING } from './fraction.ts';
import { isLookedAt } from './measures.ts';
import type { Entry, TermQuestion } from './question.ts';
import { weightsOf } from './shares.ts';
import { entitled } from './stages.ts';
import type { PaidWindow } from './windows.ts';

export type OfTerm = { readonly question: TermQuestion; readonly counted: Counted };

/** Per partner and window, one of the terms of a set is paid on the lines that several want. */
export function withoutLosers(terms: readonly OfTerm[]): OfTerm[] {
  const alone = new Map(terms.map((one) => [one, entitled(one.question, one.counted)]));
  return terms.map((one) => {
    const { exclusive } = one.question.term;
    if (exclusive === 'none') return one;
    const others = terms.filter(
      ({ question: { term } }) => term.exclusive !== 'none' && term.exclusive.set === exclusive.set,
    );
    const entries = new Map(
      [...one.counted.entries].map(([window, lines]) => {
        const kept = lines.map((entry) => {
          const candidates = others.filter(
            (other) => accountOf(alone.get(other) ?? [], entry, window) !== undefined,
          );
          const winner = winnerOf(candidates, alone, entry, window);
          if (winner === undefined || winner === one || !candidates.includes(one)) return entry;
          const isContested = isPaidOn(one, entry, window) && isPaidOn(winner, entry, window);
          if (!isContested) return entry;
          return { ...entry, losesPayout: true, losesQualifier: exclusive.loserQualifier === 'loses' };
        });
        return [window, kept] as const;
      }),
    );
    return { ...one, counted: { ...one.counted, entries } };
  });
}

function accountOf(accounts: readonly Account[], { line }: Entry, { days }: PaidWindow): Account | undefined {
  return accounts.find(({ partner, window }) => partner === line.partner && isSame(window, days));
}

function isSame({ days }: PaidWindow, other: { first: number; last: number }): boolean {
  return days.first === other.first && days.last === other.last;
}

function isPaidOn({ counted, question }: OfTerm, { key }: Entry, { days }: PaidWindow): boolean {
  const window = question.windows.find((one) => isSame(one, days));
  const entry = window && counted.entries.get(window)?.find((other) => other.key === key);
  if (window === undefined || entry === undefined || !isIn(entry.on, window.payout)) return false;
  return question.term.payouts.some(({ measure }) =>
    isLookedAt({ question, window, use: 'payout' }, measure, entry),
  );
}

/** Who earns nothing never wins over one that earns; ties go by rank, then by id. */
function winnerOf(
  candidates: readonly OfTerm[],
  alone: ReadonlyMap<OfTerm, readonly Account[]>,
  entry: Entry,
  window: PaidWindow,
): OfTerm | undefined {
  const amount = (one: OfTerm) => accountOf(alone.get(one) ?? [], entry, window)?.exact ?? NOTHING;
  const rules = ({ question: { term } }: OfTerm) => {
    if (term.exclusive === 'none') throw new Error('a candidate outside of any set');
    return term.exclusive;
  };
  const isBetter = (a: OfTerm, b: OfTerm): boolean => {
    const [own, other] = [amount(a), amount(b)];
    if (own.isPositive !== other.isPositive) return own.isPositive;
    const { choice } = rules(a);
    const [isMore, isLess] = [other.isBelow(own), own.isBelow(other)];
    if (choice === 'bestForPayee' && isMore !== isLess) return isMore;
    if (choice === 'bestForPayer' && isMore !== isLess) return isLess;
    if (rules(a).rank !== rules(b).rank) return rules(a).rank < rules(b).rank;
    return a.question.term.id < b.question.term.id;
  };
  return candidates.find((one) => candidates.every((other) => other === one || isBetter(one, other)));
}

/** The accounts of each term, those that others are net of first. */
export function netted(terms: readonly OfTerm[]): Map<string, Account[]> {
  const done = new Map<string, Account[]>();
  while (done.size < terms.length) {
    const next = terms.find(({ question: { term } }) => {
      const inner = term.netting === 'none' ? [] : term.netting.of;
      return !done.has(term.id) && inner.every((id) => done.has(id));
    });
    if (next === undefined) throw new Error('terms are net of each other in a circle');
    const { term } = next.question;
    done.set(term.id, entitled(next.question, lowered(next, done)));
  }
  return done;
}

function lowered({ question, counted }: OfTerm, done: ReadonlyMap<string, readonly Account[]>): Counted {
  const { netting } = question.term;
  if (netting === 'none') return counted;
  const inner = netting.of.flatMap((id) => lastOfSums(done.get(id) ?? [])).map((one) => amountsOfLines(one));
  const lower = (entry: Entry): Entry => {
    const payout = Fraction.sum(inner.map((amounts) => amounts.get(entry.key) ?? NOTHING));
    return { ...entry, lowered: { payout, qualifier: netting.lowers === 'payout' ? NOTHING : payout } };
  };
  return {
    ...counted,
    entries: new Map([...counted.entries].map(([window, lines]) => [window, lines.map(lower)])),
  };
}

/** Where windows add up, the last one stands for all before it. */
function lastOfSums(accounts: readonly Account[]): Account[] {
  return accounts.filter(({ partner, window: { cumulatedFrom, days } }) => {
    const isLater = (other: Account) =>
      other.partner === partner &&
      other.window.cumulatedFrom === cumulatedFrom &&
      other.window.days.first > days.last;
    return cumulatedFrom === undefined || !accounts.some(isLater);
  });
}

/** An exact amount, spread over its lines. */
function amountsOfLines(one: Account): Map<string, Fraction> {
  const weights = weightsOf(one);
  const all = Fraction.sum([...weights.values()]);
  if (all.isZero) return new Map();
  return new Map([...weights].map(([key, weight]) => [key, one.exact.times(weight).over(all)]));
}

/** Cuts what several terms pay in one window: in the order of the agreement, or all by the same part. */
export function capTogether(
  cap: SharedCap,
  terms: ReadonlyMap<string, readonly Account[]>,
): Map<string, Account[]> {
  const sharing = [...terms].filter(([id]) => cap.terms.includes(id)).flatMap(([, accounts]) => accounts);
  const cut = (one: Account): Account => {
    if (!sharing.includes(one)) return one;
    const group = sharing
      .filter(({ window }) => isSame(window, one.window.days))
      .filter(({ partner }) => cap.scope === 'programme' || partner === one.partner);
    return { ...one, exact: cutAmount(Fraction.of(cap.max), cap.spread, group, one) };
  };
  return new Map([...terms].map(([id, accounts]) => [id, accounts.map(cut)]));
}

/** Amounts below zero stay, and make room for the others. */
function cutAmount(
  max: Fraction,
  spread: SharedCap['spread'],
  group: readonly Account[],
  one: Account,
): Fraction {
  if (!one.exact.isPositive) return one.exact;
  const sumOf = (some: readonly Account[]) => Fraction.sum(some.map(({ exact }) => exact));
  if (!max.isBelow(sumOf(group))) return one.exact;
  const positive = group.filter(({ exact }) => exact.isPositive);
  const room = max.minus(sumOf(group.filter(({ exact }) => exact.isNegative)));
  if (spread === 'proRata') return one.exact.times(room).over(sumOf(positive));
  const before = positive.slice(0, positive.indexOf(one));
  return one.exact.atMost(room.minus(sumOf(before)).atLeast(NOTHING));
}
