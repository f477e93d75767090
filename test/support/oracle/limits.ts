import type { ConsumptionOrder, Limit } from '../../../core/agreement/agreement.ts';
import { type Account, areOpen, linesFor } from './accounts.ts';
import { baseOfUpsell, outcomeOf, total } from './formulas.ts';
import { Fraction, NOTHING, ONE } from './fraction.ts';
import { inBusinessOrder, inOrderOfArrival } from './orders.ts';
import type { Entry } from './question.ts';
import { payoutParts } from './shares.ts';

type SharedLimit = Extract<Limit, { order: ConsumptionOrder }>;

/** What one account asks of a limit: its lines, as far as they go beyond its base. */
type Asked = {
  readonly base: Fraction;
  readonly lines: readonly { readonly entry: Entry; readonly value: Fraction }[];
  /** Asked for without any line, and before all others. */
  readonly alone?: Fraction;
};

/** Cuts payout measures to a limit that partners share; only of upsell it is the extra that is cut. */
export function limitPayouts(accounts: readonly Account[]): Account[] {
  return limited(
    accounts,
    'payout',
    (one) => ({
      base: baseOfUpsell(one.rules, one.measures),
      lines: isPaid(one) ? valuesOf(one) : [],
    }),
    (one, uncapped, left, byLine) => {
      if (!left.isBelow(uncapped)) return one;
      const isUpsell = one.rules.formula === 'aboveBase';
      const payouts = new Map([...one.measures.payouts.keys()].map((id) => [id, left]));
      const measures = isUpsell ? { ...one.measures, extraLimit: left } : { ...one.measures, payouts };
      const outcome = outcomeOf(one.rules, measures);
      return { ...one, measures, outcome, exact: total(outcome), limited: byLine };
    },
  );
}

/** Who is paid nothing asks for nothing; of a member of a group that shows when all are together. */
function isPaid({ question, window, group, entries, exact }: Account): boolean {
  const { gates, group: members } = question.term;
  if (members !== 'none') return true;
  const isStopped =
    gates !== 'none' &&
    gates.within === 'window' &&
    !areOpen(question, window, linesFor('gate', window, group, entries));
  return !isStopped && !exact.isZero;
}

/** Cuts amounts to a budget, which each line uses up with its part of the amount. */
export function limitAmounts(accounts: readonly Account[]): Account[] {
  return limited(
    accounts,
    'amount',
    (one) => {
      const lines = valuesOf(one);
      const all = Fraction.sum(lines.map(({ value }) => value));
      if (all.isZero) return { base: NOTHING, lines: [], alone: one.exact };
      return {
        base: NOTHING,
        lines: lines.map(({ entry, value }) => ({ entry, value: value.times(one.exact).over(all) })),
      };
    },
    (one, uncapped, left) => (left.isBelow(uncapped) ? { ...one, exact: left } : one),
  );
}

function limited(
  accounts: readonly Account[],
  of: 'payout' | 'amount',
  askedBy: (one: Account) => Asked,
  cut: (one: Account, uncapped: Fraction, left: Fraction, byLine: ReadonlyMap<string, Fraction>) => Account,
): Account[] {
  const limits = accounts[0]?.question.term.limits ?? 'none';
  const limit = (limits === 'none' ? [] : limits).find(
    (one): one is SharedLimit => one.of === of && 'order' in one,
  );
  if (limit === undefined) return [...accounts];
  return accounts.map((one) => {
    const sharing = accounts.filter(({ window, group, partner }) => {
      const isWithin = group === '' ? partner === one.partner && one.group === '' : group === one.group;
      return window === one.window && (limit.scope === 'programme' || isWithin);
    });
    const asked = sharing.map(askedBy);
    const own = sharing.indexOf(one);
    const { uncapped, left, byLine } = shareOf(Fraction.of(limit.max), limit.order, asked, own);
    return cut(one, uncapped, left, byLine);
  });
}

/**
 * What an account asks for, line after line, beyond its base. What a line takes back is taken off
 * the last that its partner had asked for before: a linked return stands behind its sale.
 */
function stepsOf({ base, lines }: Asked, inOrder: (entries: readonly Entry[]) => Entry[]) {
  const steps: { entry: Entry; asked: Fraction }[] = [];
  let sum = NOTHING;
  for (const entry of inOrder(lines.map((line) => line.entry))) {
    const value = lines.find((line) => line.entry === entry)?.value ?? NOTHING;
    const before = sum.minus(base).atLeast(NOTHING);
    sum = sum.plus(value);
    let asked = sum.minus(base).atLeast(NOTHING).minus(before);
    for (let last = steps.length - 1; asked.isNegative && last >= 0; last -= 1) {
      const step = steps[last] as (typeof steps)[number];
      const taken = step.asked.atMost(asked.negated());
      step.asked = step.asked.minus(taken);
      asked = asked.plus(taken);
    }
    steps.push({ entry, asked });
  }
  return steps;
}

/** What one of several accounts asks for, and what a limit leaves it of that. */
function shareOf(max: Fraction, order: ConsumptionOrder, asked: readonly Asked[], own: number) {
  const inOrder = order === 'arrival' ? inOrderOfArrival : inBusinessOrder;
  const steps = asked.map((one) => stepsOf(one, inOrder));
  const alone = asked.map((one) => (one.alone ?? NOTHING).atLeast(NOTHING));
  const sumOf = (some: readonly { asked: Fraction }[]) => Fraction.sum(some.map((step) => step.asked));
  const mine = steps[own] ?? [];
  const uncapped = sumOf(mine).plus(alone[own] ?? NOTHING);
  if (order === 'proRata') {
    const together = sumOf(steps.flat()).plus(Fraction.sum(alone));
    const part = max.isBelow(together) ? max.over(together) : ONE;
    const byLine = new Map(mine.map(({ entry, asked: own }) => [entry.key, own.times(part)]));
    return { uncapped, left: uncapped.times(part), byLine };
  }
  const byLine = new Map<string, Fraction>();
  let unused = max;
  let left = NOTHING;
  for (const [index, amount] of alone.entries()) {
    const got = amount.atMost(unused);
    unused = unused.minus(got);
    if (index === own) left = got;
  }
  for (const entry of inOrder(steps.flat().map((step) => step.entry))) {
    const step = steps.flat().find((one) => one.entry === entry);
    const got = (step?.asked ?? NOTHING).atMost(unused);
    unused = unused.minus(got);
    if (step === undefined || !mine.includes(step)) continue;
    left = left.plus(got);
    byLine.set(entry.key, got);
  }
  return { uncapped, left, byLine };
}

/** What each line brings into the payout measures. */
function valuesOf(one: Account): Asked['lines'] {
  const parts = payoutParts(one);
  return one.paidOn
    .filter(({ key }) => parts.has(key))
    .map((entry) => ({ entry, value: parts.get(entry.key) ?? NOTHING }));
}
