import type { Account } from './accounts.ts';
import { Fraction, NOTHING } from './fraction.ts';

/** Tops up each partner's windows, in order. Source: semantics 5.9. */
export function guaranteed(accounts: readonly Account[]): Account[] {
  const terms = accounts[0]?.question.term.guarantee ?? 'none';
  if (terms === 'none') return [...accounts];
  const amount = Fraction.of(terms.amount);
  return accounts.map((one) => {
    const own = accounts
      .filter(({ partner, window }) => partner === one.partner && window.days.first <= one.window.days.first)
      .toSorted((a, b) => a.window.days.first - b.window.days.first);
    // From the first window to this one, each time anew.
    let earned = NOTHING;
    let toppedUp = NOTHING;
    let recovered = NOTHING;
    let result = NOTHING;
    for (const [index, { exact, window, question }] of own.entries()) {
      earned = earned.plus(exact);
      const isOver = question.effective >= window.days.last;
      const isLast = window === question.windows.at(-1);
      const soFar = amount.times(new Fraction(BigInt(index + 1)));
      const short = terms.cumulative
        ? soFar.minus(earned).minus(toppedUp.minus(recovered))
        : amount.minus(exact);
      const isDue = (terms.paid === 'atBeginning' || isOver) && !window.isForfeited;
      const topUp = isDue ? short.atLeast(NOTHING) : NOTHING;
      const owed = toppedUp.plus(topUp).minus(recovered);
      let back = NOTHING;
      if (terms.unearned === 'recoveredLater') back = exact.minus(amount).atLeast(NOTHING).atMost(owed);
      if (terms.unearned === 'repaidAtEnd' && isLast && isOver) back = owed;
      toppedUp = toppedUp.plus(topUp);
      recovered = recovered.plus(back);
      result = exact.plus(topUp).minus(back);
    }
    return { ...one, exact: result };
  });
}
