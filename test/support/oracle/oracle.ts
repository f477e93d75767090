import type { Agreement } from '../../../core/agreement/agreement.ts';
import type { Line } from '../../../core/fact/line.ts';
import type { Master } from '../../../core/master/master.ts';
import type { Account } from './accounts.ts';
import { countedLines } from './counting.ts';
import { type Days, dayText } from './days.ts';
import { Fraction, NOTHING } from './fraction.ts';
import { keepParts } from './groups.ts';
import type { Question } from './question.ts';
import { asTheyAre, inMinor, largestRemainder, rounded } from './rounding.ts';
import { withSalesFound } from './sales.ts';
import { type LineShare, sharesOf, weightsOf } from './shares.ts';
import { capTogether, netted, withoutLosers } from './stacking.ts';
import { windowsOf } from './windows.ts';

/** What one partner has earned under one term in one window. */
export type Answer = {
  readonly term: string;
  readonly partner: string;
  /** First and last day, as texts. */
  readonly window: string;
  readonly exact: Fraction;
  readonly minor: bigint;
  /** What of it each line has; nothing where nothing says how to spread. */
  readonly shares: readonly LineShare[];
  /** Lines without which the amount is incomplete. */
  readonly blocked: number;
};

/**
 * A second, slow and obvious way from an agreement, lines and master data to earned amounts,
 * written from the rules of calculation alone. Of the program it shares types and nothing else:
 * it has fractions and a calendar of its own, and adds everything up anew wherever it is asked.
 * Where it and the program differ, one of them is wrong.
 */
export function oracle(
  agreement: Agreement,
  lines: readonly Line[],
  master: Master,
  effective: number,
): Answer[] {
  const about: Question = { agreement, lines, master, effective };
  const terms = agreement.terms.map((term) => {
    const question = {
      ...about,
      lines: withSalesFound(term, lines),
      term,
      windows: windowsOf(agreement, term),
    };
    return { question, counted: countedLines(question) };
  });
  const done = netted(withoutLosers(terms));
  const inOrder = new Map(agreement.terms.map(({ id }) => [id, sorted(done.get(id) ?? [])]));
  const caps = agreement.sharedCaps === 'none' ? [] : agreement.sharedCaps;
  const paid = caps.reduce<Map<string, Account[]>>((accounts, cap) => capTogether(cap, accounts), inOrder);
  return terms.flatMap(({ question, counted }) => {
    const accounts = sorted(keepParts(paid.get(question.term.id) ?? []));
    const money = moneyOf(accounts, agreement.currency);
    const places = new Map<string, Answer>();
    const blank = { term: question.term.id, exact: NOTHING, minor: 0n, shares: [], blocked: 0 };
    for (const [index, account] of accounts.entries()) {
      const { partner, window, exact } = account;
      const minor = money[index] as bigint;
      const answer = {
        ...blank,
        partner,
        window: textOf(window.days),
        exact,
        minor,
        shares: sharesOf(account, minor),
      };
      places.set(JSON.stringify([partner, answer.window]), answer);
    }
    for (const { partner, window } of counted.blocked) {
      const key = JSON.stringify([partner, textOf(window.days)]);
      const known = places.get(key) ?? { ...blank, partner, window: textOf(window.days) };
      places.set(key, { ...known, blocked: known.blocked + 1 });
    }
    return [...places.values()];
  });
}

function sorted(accounts: readonly Account[]): Account[] {
  return accounts.toSorted((a, b) =>
    a.partner === b.partner ? a.window.days.first - b.window.days.first : a.partner < b.partner ? -1 : 1,
  );
}

export function textOf({ first, last }: Days): string {
  return `${dayText(first)}..${dayText(last)}`;
}

/** Rounds once, at the grain that is named; of windows that add up, what is new since the one before. */
function moneyOf(accounts: readonly Account[], currency: string): bigint[] {
  const cents = accounts.map(({ exact }) => exact.times(inMinor(currency)));
  const minor = accounts.map((one, index) => {
    const { grain, mode } = one.question.term.rounding;
    const own = cents[index] as Fraction;
    if (grain === 'line') return byLine(one, own);
    return grain === 'programmeWindow' ? byProgramme(one, accounts, cents) : rounded(own, mode);
  });
  return accounts.map((one, index) => {
    const own = minor[index] as bigint;
    const { cumulatedFrom } = one.window;
    if (cumulatedFrom === undefined) return own;
    const before = accounts.findLastIndex(
      ({ partner, window }, at) =>
        at < index && partner === one.partner && window.cumulatedFrom === cumulatedFrom,
    );
    return before < 0 ? own : own - (minor[before] as bigint);
  });
}

function byLine(one: Account, cents: Fraction): bigint {
  const { mode } = one.question.term.rounding;
  const weights = [...weightsOf(one).values()];
  const all = Fraction.sum(weights);
  if (all.isZero) return rounded(cents, mode);
  return weights.reduce((sum, weight) => sum + rounded(cents.times(weight).over(all), mode), 0n);
}

function byProgramme(one: Account, accounts: readonly Account[], cents: readonly Fraction[]): bigint {
  const together = [...accounts.keys()].filter((index) => accounts[index]?.window === one.window);
  const sum = Fraction.sum(together.map((index) => cents[index] as Fraction));
  const parts = together.map((index) => ({
    key: accounts[index]?.partner ?? '',
    weight: cents[index] as Fraction,
  }));
  const total = rounded(sum, one.question.term.rounding.mode);
  const isMixed =
    parts.some(({ weight }) => weight.isPositive) && parts.some(({ weight }) => weight.isNegative);
  const shares = isMixed ? asTheyAre(total, parts) : largestRemainder(total, parts);
  return shares?.[together.indexOf(accounts.indexOf(one))] ?? 0n;
}
