import type { Group } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  type Rational,
  subtract,
  sumOf,
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
  /** In the order of the members. */
  readonly members: readonly MemberAmount[];
  /** What nobody gets: of leavers, or of a part whose measures sum to zero. */
  readonly lapsed: Rational;
};

/**
 * Spreads what a group has earned over its members, each part by the members' shares of the payout
 * measure (or qualifier) that it was paid on; a member with a negative measure has a negative share,
 * and where the measures sum to zero nobody has one: the part lapses. A leaver has the final tier,
 * its own payout at what the group was paid for each unit when it left, or nothing. What a leaver
 * loses lapses, or is spread over those who stayed, in proportion to what they get (who gets
 * nothing, or less, gets no more). With target `higher` a member then takes what it would earn alone
 * where that is more, and the members together may have more than the group has earned; so it may
 * be after a leaver at its old tier. What the group keeps is taken off later, when caps, floors
 * and guarantees have made the amount that is paid.
 *
 * The caller gives all members of one group and window, the result of their sums together, and for
 * leavers (those who left before the window's end) the day, with what the group had come to by then
 * where the agreement asks for it. Units: money. Source: rulings R14, R21; semantics 5.17.
 */
export function payMembers({ group, result, members }: GroupInput): GroupOutcome {
  const spread = spreadOver(group, result, members);
  const shares = spread.shares.map((exact, index) => ({ member: members[index] as Member, exact }));
  const lost = sumOf(shares.filter(({ member }) => isForfeited(group, member)).map(({ exact }) => exact));
  const stayed = shares.filter(({ member, exact }) => !isForfeited(group, member) && exact.n > 0n);
  const base = sumOf(stayed.map(({ exact }) => exact));
  const isSpread = typeof group.leavers === 'object' && group.leavers.nothing === 'isSpread';
  const part = isSpread && !isZero(base) ? divide(lost, base) : ZERO;
  const paid = shares.map(({ member, exact }): MemberAmount => {
    if (isForfeited(group, member)) return { partner: member.partner, exact: ZERO, from: 'forfeited' };
    const more = exact.n > 0n ? multiply(exact, part) : ZERO;
    return orAlone(group, member, add(exact, more));
  });
  return { members: paid, lapsed: add(spread.lapsed, subtract(lost, multiply(base, part))) };
}

function isForfeited({ leavers }: Group, { leftOn }: Member): boolean {
  return leftOn !== undefined && typeof leavers === 'object';
}

/** What each member has of the group's amount, and what nobody has. */
function spreadOver(
  group: Group,
  { paid }: FormulaResult,
  members: readonly Member[],
): { readonly shares: readonly Rational[]; readonly lapsed: Rational } {
  const measureOf = ({ qualifier, payouts }: Member, payout: string) =>
    group.spreadBy === 'qualifierMeasure' ? qualifier : (payouts.get(payout) ?? ZERO);
  const parts = paid.map(({ payout, amount }) => {
    const together = sumOf(members.map((member) => measureOf(member, payout)));
    return { payout, amount, together };
  });
  const shares = members.map((member) => {
    if (member.atLeaving !== undefined) return ratedAs(member.atLeaving, member);
    return sumOf(parts.map((part) => shareOf(part.amount, measureOf(member, part.payout), part.together)));
  });
  const lapsed = sumOf(parts.filter(({ together }) => isZero(together)).map(({ amount }) => amount));
  return { shares, lapsed };
}

/** A member's payout at what the group was paid for each unit when it left. */
function ratedAs({ result, payouts }: NonNullable<Member['atLeaving']>, member: Member): Rational {
  return sumOf(
    result.paid.map(({ payout, amount }) =>
      shareOf(amount, member.payouts.get(payout) ?? ZERO, payouts.get(payout) ?? ZERO),
    ),
  );
}

function shareOf(amount: Rational, own: Rational, together: Rational): Rational {
  return isZero(together) ? ZERO : divide(multiply(amount, own), together);
}

function orAlone(
  { target }: Group,
  { partner, individual, atLeaving }: Member,
  exact: Rational,
): MemberAmount {
  if (target === 'higher' && compare(individual.exact, exact) > 0) {
    return { partner, exact: individual.exact, from: 'individual' };
  }
  return { partner, exact, from: atLeaving === undefined ? 'group' : 'atLeaving' };
}
