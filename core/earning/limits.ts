import type { ConsumptionOrder } from '../agreement/agreement.ts';
import {
  add,
  compare,
  divide,
  isZero,
  lesser,
  multiply,
  negate,
  type Rational,
  subtract,
  sumOf,
  ZERO,
} from '../number/rational.ts';
import { compareTexts } from '../text/compareTexts.ts';

/** A line that uses a limit up, with its place in both orders. */
export type LimitLine = {
  readonly key: string;
  readonly order: string;
  readonly arrival: string;
  readonly value: Rational;
};

/** What one partner asks of a limit: its lines, as far as they go beyond a base of its own. */
export type LimitAccount = {
  readonly partner: string;
  readonly base: Rational;
  readonly lines: readonly LimitLine[];
};

export type LimitedAccount = {
  readonly partner: string;
  /** What it asked for, and the part of it that it got. */
  readonly uncapped: Rational;
  readonly limited: Rational;
  /** In the order in which the limit was used up; they sum to `limited`, and none is below zero. */
  readonly lines: readonly { readonly key: string; readonly limited: Rational }[];
};

export type LimitOutcome = {
  /** In the order of the accounts. */
  readonly partners: readonly LimitedAccount[];
  /** What nobody has used. */
  readonly left: Rational;
};

/**
 * Spreads a limit over partners. A partner asks for (Σ lines − base)⁺. Walking all lines in the
 * named order, what is asked for together is cut to the limit, and each line's step of the cut sum
 * belongs to its partner. Pro rata, the cut sum is spread by what each asks for, fractions included.
 *
 * A line below zero frees the limit where its partner had used it up last: a linked return stands
 * behind its sale and takes it back there, an unlinked one takes from the top. So nobody gets more
 * than it asks for, and what comes free goes to whoever is next in the order.
 *
 * The caller gives the accounts of one limit and payout window, `order` and `arrival` so that
 * texts sort as the lines do, and a base and a `max` that are not below zero.
 * Units: those of the lines, or money. Source: rulings R6, R21.
 */
export function limitAcross(
  max: Rational,
  order: ConsumptionOrder,
  accounts: readonly LimitAccount[],
): LimitOutcome {
  const steps = stepsOf(accounts, order === 'arrival' ? 'arrival' : 'order');
  const together = sumOf(steps.map(({ asked }) => asked));
  const got = order === 'proRata' ? proRata(max, together, steps) : inTurn(max, steps);
  const linesOf = Map.groupBy(
    steps.map((step, index) => ({ ...step, limited: got[index] ?? ZERO })),
    ({ account }) => account,
  );
  const partners = accounts.map(({ partner }, account): LimitedAccount => {
    const own = linesOf.get(account) ?? [];
    return {
      partner,
      uncapped: sumOf(own.map(({ asked }) => asked)),
      limited: sumOf(own.map(({ limited }) => limited)),
      lines: own.map(({ key, limited }) => ({ key, limited })),
    };
  });
  return { partners, left: subtract(max, lesser(together, max)) };
}

/** One line on its way through the limit, with what it still asks for once all lines are in. */
type Step = { readonly key: string; readonly account: number; asked: Rational };

function stepsOf(accounts: readonly LimitAccount[], by: 'order' | 'arrival'): readonly Step[] {
  const lines = accounts.flatMap((owner, account) => owner.lines.map((line) => ({ ...line, account })));
  lines.sort((a, b) => compareTexts(a[by], b[by]) || compareTexts(a.key, b.key) || a.account - b.account);
  const sums = accounts.map(({ base }) => negate(base));
  const used: Step[][] = accounts.map(() => []);
  return lines.map(({ key, account, value }) => {
    const before = positive(sums[account] ?? ZERO);
    const sum = add(sums[account] ?? ZERO, value);
    sums[account] = sum;
    const step: Step = { key, account, asked: positive(subtract(positive(sum), before)) };
    free(used[account] ?? [], positive(subtract(before, positive(sum))));
    used[account]?.push(step);
    return step;
  });
}

/** Takes back what was asked for last. */
function free(used: Step[], amount: Rational): void {
  let left = amount;
  while (!isZero(left)) {
    const last = used.at(-1);
    if (last === undefined) return;
    const taken = lesser(last.asked, left);
    last.asked = subtract(last.asked, taken);
    left = subtract(left, taken);
    if (isZero(last.asked)) used.pop();
  }
}

function inTurn(max: Rational, steps: readonly Step[]): Rational[] {
  let room = max;
  return steps.map(({ asked }) => {
    const limited = lesser(asked, room);
    room = subtract(room, limited);
    return limited;
  });
}

/** Everybody gets the same part of what it asks for; so do its lines. */
function proRata(max: Rational, together: Rational, steps: readonly Step[]): Rational[] {
  const part = isZero(together) ? ZERO : divide(lesser(together, max), together);
  return steps.map(({ asked }) => multiply(asked, part));
}

function positive(value: Rational): Rational {
  return compare(value, ZERO) > 0 ? value : ZERO;
}
