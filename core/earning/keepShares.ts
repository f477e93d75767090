import { decimalToRational } from '../number/decimal.ts';
import {
  add,
  divide,
  isZero,
  multiply,
  type Rational,
  rational,
  subtract,
  sumOf,
  ZERO,
} from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { changed, keptStep } from './explainStages.ts';
import { NOTHING } from './sums.ts';
import type { Account, Worked } from './worked.ts';

/**
 * Takes the percent that groups keep off what their members are paid, and makes of it accounts in
 * the groups' own names. It comes last before the rounding: of what a cap has cut or a floor has
 * lifted, the group keeps its part, too. A partner that was in two groups leaves each its part, by
 * what it had of each. A group whose name is that of a partner, too, has one account in it. Where not
 * all members are at hand, nobody can say what the group keeps. Source: rulings R14.
 */
export function keepShares({ term }: PlanTerm, paid: readonly Worked[]): readonly Worked[] {
  if (term.group === 'none') return paid;
  const percent = divide(decimalToRational(term.group.keptPercent), rational(100n));
  const kept = new Map<Account, Rational>();
  const members = paid.map((worked) => {
    let exact = worked.exact;
    for (const part of partsOf(worked)) {
      const own = multiply(part.exact, percent);
      exact = subtract(exact, own);
      if (part.isWhole) kept.set(part.together, add(kept.get(part.together) ?? ZERO, own));
    }
    return changed(worked, exact, 'groupKeeps');
  });
  const accounts = new Map(members.map((worked) => [placeOf(worked), worked]));
  for (const account of [...kept].filter(([, exact]) => !isZero(exact)).map(keptAccount)) {
    const own = accounts.get(placeOf(account));
    accounts.set(placeOf(account), own === undefined ? account : withKept(own, account));
  }
  return [...accounts.values()].sort((a, b) => compareTexts(placeOf(a), placeOf(b)));
}

function withKept(own: Worked, kept: Worked): Worked {
  return { ...own, exact: add(own.exact, kept.exact), steps: [...own.steps, ...kept.steps] };
}

type Part = { readonly together: Account; readonly exact: Rational; readonly isWhole: boolean };

/** What is paid, by the groups that it comes from; what a partner has of its own is in no part. */
function partsOf({ exact, shares = [] }: Worked): Part[] {
  const all = sumOf(shares.map((share) => share.exact));
  const ofGroups = shares.flatMap(({ together, ...share }) => (together ? [{ ...share, together }] : []));
  // Where the shares come to nothing, what is paid all the same is of the first group.
  if (isZero(all)) return ofGroups.slice(0, 1).map((share) => ({ ...share, exact }));
  return ofGroups.map((share) => ({ ...share, exact: divide(multiply(exact, share.exact), all) }));
}

function keptAccount([together, exact]: readonly [Account, Rational]): Worked {
  const sums = { ...together.sums, blocked: NOTHING };
  return { ...together, exact, sums, pool: '', steps: [keptStep(together)] };
}

function placeOf({ partner, window }: Worked): string {
  return joinKey(partner, dayKey(window.window.from));
}
