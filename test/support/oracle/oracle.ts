import type { Agreement } from '../../../core/agreement/agreement.ts';
import type { Line } from '../../../core/fact/line.ts';
import type { Master } from '../../../core/master/master.ts';
import type { Account } from './accounts.ts';
import { countedLines } from './counting.ts';
import { type Days, dayText } from './days.ts';
import { Fraction, NOTHING } from './fraction.ts';
import { keepParts } from './groups.ts';
import { isOurDocument } from './ownDocuments.ts';
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
  const trade = lines.filter((line) => !isOurDocument(line, master));
  const terms = agreement.terms.map((term) => {
    const question = {
      ...about,
      lines: withSalesFound(term, trade),
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
    const sums = sumsOf(accounts, agreement.currency);
    const money = accounts.map((_, index) => lessBefore(accounts, index, sums));
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
        shares: sharesInWindow(accounts, index, sums),
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

/** Rounds once, at the grain that is named; of windows that add up, what they have come to. */
function sumsOf(accounts: readonly Account[], currency: string): bigint[] {
  const cents = accounts.map(({ exact }) => exact.times(inMinor(currency)));
  return accounts.map((one, index) => {
    const { grain, mode } = one.question.term.rounding;
    const own = cents[index] as Fraction;
    if (grain === 'line') return byLine(one, own);
    return grain === 'programmeWindow' ? byProgramme(one, accounts, cents) : rounded(own, mode);
  });
}

/** Of windows that add up, the one before. */
function before(accounts: readonly Account[], index: number): number | undefined {
  const {
    partner: own,
    window: { cumulatedFrom },
  } = accounts[index] as Account;
  if (cumulatedFrom === undefined) return undefined;
  const found = accounts.findLastIndex(
    ({ partner, window }, at) => at < index && partner === own && window.cumulatedFrom === cumulatedFrom,
  );
  return found < 0 ? undefined : found;
}

function lessBefore(accounts: readonly Account[], index: number, sums: readonly bigint[]): bigint {
  const last = before(accounts, index);
  return (sums[index] as bigint) - (last === undefined ? 0n : (sums[last] as bigint));
}

/** What a line has of the sum so far, less what it had before. */
function sharesInWindow(accounts: readonly Account[], index: number, sums: readonly bigint[]): LineShare[] {
  const now = sharesOf(accounts[index] as Account, sums[index] as bigint);
  const last = before(accounts, index);
  if (last === undefined) return now;
  const had = sharesOf(accounts[last] as Account, sums[last] as bigint);
  const keys = new Set([...now, ...had].map(({ key }) => key));
  const minorOf = (shares: readonly LineShare[], key: string) =>
    shares.find((share) => share.key === key)?.minor ?? 0n;
  return [...keys].map((key) => ({ key, minor: minorOf(now, key) - minorOf(had, key) }));
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
