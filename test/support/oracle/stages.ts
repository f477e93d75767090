import { type Account, account, gated, limitOf, openAccounts } from './accounts.ts';
import type { Counted } from './counting.ts';
import { isIn } from './days.ts';
import { Fraction, NOTHING } from './fraction.ts';
import { payGroups } from './groups.ts';
import { guaranteed } from './guaranteed.ts';
import { limitAmounts, limitPayouts } from './limits.ts';
import { measured } from './measures.ts';
import type { Entry, TermQuestion } from './question.ts';
import { rounded } from './rounding.ts';

/** What one term pays alone, exact, in the order of steps of rulings R5. */
export function entitled(question: TermQuestion, counted: Counted): Account[] {
  const { term } = question;
  const opened = limitPayouts(openAccounts(question, counted));
  const paid = payGroups(opened.map(gated), counted).map(unitRated);
  const withReturns = paid.map((one) => takenBack(one, counted));
  const cap = limitOf(term, 'amount', 'partner');
  const cut = limitAmounts(withReturns.map((one) => (cap ? { ...one, exact: one.exact.atMost(cap) } : one)));
  return guaranteed(forfeited(cut.map(overMinimum).map(overFloor)));
}

/** Amount ÷ payout is rounded, and multiplied again. */
function unitRated(one: Account): Account {
  const { unitRate } = one.question.term.rounding;
  const [payout] = one.measures.payouts.values();
  if (unitRate === 'none' || payout === undefined || payout.isZero) return one;
  const unit = new Fraction(10n ** BigInt(unitRate.places));
  const rate = rounded(one.exact.over(payout).times(unit), unitRate.mode);
  return { ...one, exact: new Fraction(rate).over(unit).times(payout) };
}

/** Returns of sales whose window is over take back what those earned, as known when they came. */
function takenBack(one: Account, { entries }: Counted): Account {
  const { question, window, partner } = one;
  const own = (entries.get(window) ?? []).filter(({ line }) => line.partner === partner);
  const back = own.filter((entry) => entry.originalRateOf !== undefined && isIn(entry.on, window.payout));
  const amounts = back.map((entry) => {
    const sold = entry.originalRateOf ?? NaN;
    const then = question.windows.find(({ days }) => isIn(sold, days));
    if (then === undefined) return NOTHING;
    const before = (entries.get(then) ?? []).filter(
      (other) => other.line.partner === partner && isKnownBy(other, entry),
    );
    const known = account(question, then, partner, '', before);
    const all = Fraction.sum([...known.measures.payouts.values()]);
    if (all.isZero) return NOTHING;
    const returned = question.term.payouts.map(({ measure }) =>
      measured({ question, window, use: 'payout' }, measure, [entry]),
    );
    const cap = limitOf(question.term, 'amount', 'partner');
    const paid = unitRated(gated(known));
    const earned = overFloor(overMinimum(cap ? { ...paid, exact: paid.exact.atMost(cap) } : paid));
    return earned.exact.over(all).times(Fraction.sum(returned));
  });
  if (back.length === 0) return one;
  const returned = new Map(back.map(({ key }, index) => [key, amounts[index] as Fraction]));
  return { ...one, exact: one.exact.plus(Fraction.sum(amounts)), returned, beforeReturns: one.exact };
}

function isKnownBy({ line }: Entry, { line: later }: Entry): boolean {
  return (
    line.batch < later.batch || (line.batch === later.batch && (line.knownOn ?? 0) <= (later.knownOn ?? 0))
  );
}

function overMinimum(one: Account): Account {
  const { minimum } = one.question.term;
  if (minimum === 'none' || !one.exact.isPositive) return one;
  return one.exact.isBelow(Fraction.of(minimum.amount)) ? { ...one, exact: NOTHING } : one;
}

function overFloor(one: Account): Account {
  const { floor } = one.question.term;
  if (floor === 'none') return one;
  const applies = floor.when === 'always' || (one.outcome.tier > 0 && one.exact.isPositive);
  return applies ? { ...one, exact: one.exact.atLeast(Fraction.of(floor.amount)) } : one;
}

/** What is forfeited is what the window has earned: what stood before it in a sum over windows stays. */
function forfeited(accounts: readonly Account[]): Account[] {
  return accounts.map((one) => {
    if (!one.window.isForfeited) return one;
    const { cumulatedFrom, days } = one.window;
    const before = accounts
      .filter(({ partner, window }) => partner === one.partner && window.days.last < days.first)
      .filter(({ window }) => cumulatedFrom !== undefined && window.cumulatedFrom === cumulatedFrom)
      .toSorted((a, b) => b.window.days.last - a.window.days.last);
    return { ...one, exact: before[0]?.exact ?? NOTHING };
  });
}
