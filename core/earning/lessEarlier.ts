import type { Rounded } from './roundAmounts.ts';
import { standing } from './standing.ts';
import { NOTHING, type Sum } from './sums.ts';
import type { TakenOverAmounts } from './takenOver.ts';
import { windowsBefore } from './windowsBefore.ts';
import type { Worked } from './worked.ts';

/** What the earlier windows have earned is what was rounded for them, or what was taken over. */
export function lessEarlier(
  accounts: readonly Worked[],
  cumulated: readonly bigint[],
  currency: string,
  takenOver: TakenOverAmounts,
): Rounded[] {
  const before = windowsBefore(accounts);
  const minorOf = new Map(accounts.map((worked, index) => [worked, cumulated[index] as bigint]));
  const sums = new Map<Worked, bigint>();
  const earlierOf = (worked: Worked): bigint => {
    const last = before.get(worked);
    return last === undefined ? 0n : earnedUpTo(last);
  };
  const earnedUpTo = (worked: Worked): bigint => {
    const known = sums.get(worked);
    if (known !== undefined) return known;
    const fixed = takenOver.of(worked.partner, worked.window.window);
    const sum = fixed === undefined ? (minorOf.get(worked) ?? 0n) : earlierOf(worked) + fixed.minor;
    sums.set(worked, sum);
    return sum;
  };
  const blockedBefore = (worked: Worked): Sum => {
    const last = before.get(worked);
    if (last === undefined) return NOTHING;
    const isFixed = takenOver.of(last.partner, last.window.window) !== undefined;
    return !isFixed && last.sums.blocked.lines > 0 ? last.sums.blocked : blockedBefore(last);
  };
  return accounts.map((worked) => {
    const own = worked.sums.blocked;
    const blocked = own.lines > 0 ? own : blockedBefore(worked);
    const minor = minorOf.get(worked) ?? 0n;
    const earlier = earlierOf(worked);
    const last = before.get(worked);
    const cumulative = {
      amount: { minor, currency },
      earlier: { minor: earlier, currency },
      ...(last && { before: last }),
    };
    return standing({ worked, amount: { minor: minor - earlier, currency }, cumulative, blocked }, takenOver);
  });
}
