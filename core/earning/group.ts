import type { Group } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { decimalToRational } from '../number/decimal.ts';
import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/rational.ts';
import type { FormulaResult } from '../tier/formula.ts';

/** One member of a group in one window. */
export type Member = {
  readonly partner: string;
  readonly payouts: ReadonlyMap<string, Rational>;
  readonly qualifier: Rational;
  /** What it would earn without the group. */
  readonly individual: FormulaResult;
  /** The first day on which it was no member any more, where that is before the window's end. */
  readonly leftOn?: LocalDate;
  /** The group's result by the lines before it left. */
  readonly atLeaving?: { readonly result: FormulaResult; readonly payouts: ReadonlyMap<string, Rational> };
};

export type GroupInput = {
  readonly group: Group;
  /** Of the group's sums. */
  readonly result: FormulaResult;
  readonly members: readonly Member[];
};

export type MemberAmount = {
  readonly partner: string;
  readonly exact: Rational;
  readonly from: 'group' | 'individual' | 'atLeaving' | 'forfeited';
};

export type GroupOutcome = {
  readonly members: readonly MemberAmount[];
  /** The group's own share. */
  readonly kept: Rational;
  /** What leavers lose and nobody gets. */
  readonly lapsed: Rational;
};

/**
 * Spreads what a group has earned over its members, each part by the members' shares of the payout
 * measure (or qualifier) that it was paid on; a member with a negative measure has a negative share,
 * and what nobody has a measure for lapses. With target `higher` a member takes what it would earn
 * alone where that is more, so the sum may exceed what the group earns together. A leaver has the
 * final tier, the one at leaving, or nothing, which lapses or is spread over those who stayed. Of
 * each amount the group keeps its percent. Source: rulings R14, R21.
 */
export function payMembers({ group, result, members }: GroupInput): GroupOutcome {
  const totals = totalsOf(members);
  const shares = members.map((member) => ({ member, amount: memberAmount(group, result, member, totals) }));
  const lost = shares
    .filter(({ member }) => isForfeited(group, member))
    .reduce((sum, { amount }) => add(sum, amount.exact), ZERO);
  const isSpread = typeof group.leavers === 'object' && group.leavers.nothing === 'isSpread';
  const stayed = shares.filter(({ member }) => !isForfeited(group, member));
  const base = stayed.reduce((sum, { amount }) => add(sum, amount.exact), ZERO);
  const canSpread = isSpread && !isZero(base);
  const percent = divide(decimalToRational(group.keptPercent), rational(100n));
  let kept = ZERO;
  const paid = shares.map(({ member, amount }): MemberAmount => {
    if (isForfeited(group, member)) return { partner: member.partner, exact: ZERO, from: 'forfeited' };
    const more = canSpread ? divide(multiply(lost, amount.exact), base) : ZERO;
    const full = add(amount.exact, more);
    const own = multiply(full, percent);
    kept = add(kept, own);
    return { ...amount, exact: subtract(full, own) };
  });
  return { members: paid, kept, lapsed: canSpread ? ZERO : lost };
}

function isForfeited({ leavers }: Group, { leftOn }: Member): boolean {
  return leftOn !== undefined && typeof leavers === 'object';
}

type Totals = { readonly payouts: ReadonlyMap<string, Rational>; readonly qualifier: Rational };

function totalsOf(members: readonly Member[]): Totals {
  const payouts = new Map<string, Rational>();
  for (const member of members) {
    for (const [id, value] of member.payouts) payouts.set(id, add(payouts.get(id) ?? ZERO, value));
  }
  return { payouts, qualifier: members.reduce((sum, { qualifier }) => add(sum, qualifier), ZERO) };
}

function memberAmount(group: Group, result: FormulaResult, member: Member, totals: Totals): MemberAmount {
  const { partner, individual, atLeaving } = member;
  if (atLeaving !== undefined) {
    return { partner, exact: ratedAs(atLeaving, member), from: 'atLeaving' };
  }
  const exact = result.paid
    .map(({ payout, amount }) => {
      const byQualifier = group.spreadBy === 'qualifierMeasure';
      const own = byQualifier ? member.qualifier : (member.payouts.get(payout) ?? ZERO);
      const all = byQualifier ? totals.qualifier : (totals.payouts.get(payout) ?? ZERO);
      return isZero(all) ? ZERO : divide(multiply(amount, own), all);
    })
    .reduce(add, ZERO);
  if (group.target === 'higher' && compare(individual.exact, exact) > 0) {
    return { partner, exact: individual.exact, from: 'individual' };
  }
  return { partner, exact, from: 'group' };
}

/** A member's payout at what the group was paid for each unit when it left. */
function ratedAs({ result, payouts }: NonNullable<Member['atLeaving']>, member: Member): Rational {
  return result.paid
    .map(({ payout, amount }) => {
      const own = member.payouts.get(payout) ?? ZERO;
      const all = payouts.get(payout) ?? ZERO;
      return isZero(all) ? ZERO : divide(multiply(amount, own), all);
    })
    .reduce(add, ZERO);
}
