import type { ConsumptionOrder, Limit } from '../../../core/agreement/agreement.ts';
import { type Account, linesFor } from './accounts.ts';
import { baseOfUpsell, outcomeOf, total } from './formulas.ts';
import { Fraction, NOTHING } from './fraction.ts';
import { measured } from './measures.ts';
import { inBusinessOrder, inOrderOfArrival } from './orders.ts';
import type { Entry } from './question.ts';

type SharedLimit = Extract<Limit, { order: ConsumptionOrder }>;

/** What one account asks of a limit: its lines, as far as they go beyond its base. */
type Asked = {
  readonly base: Fraction;
  readonly lines: readonly { readonly entry: Entry; readonly value: Fraction }[];
};

/** Cuts payout measures to a limit that partners share; only of upsell it is the extra that is cut. */
export function limitPayouts(accounts: readonly Account[]): Account[] {
  return limited(
    accounts,
    'payout',
    (one) => ({
      base: baseOfUpsell(one.rules, one.measures),
      lines: valuesOf(one),
    }),
    (one, uncapped, left) => {
      if (!left.isBelow(uncapped)) return one;
      const isUpsell = one.rules.formula === 'aboveBase';
      const payouts = new Map([...one.measures.payouts.keys()].map((id) => [id, left]));
      const measures = isUpsell ? { ...one.measures, extraLimit: left } : { ...one.measures, payouts };
      const outcome = outcomeOf(one.rules, measures);
      return { ...one, measures, outcome, exact: total(outcome) };
    },
  );
}

/** Cuts amounts to a budget, which each line uses up with its part of the amount. */
export function limitAmounts(accounts: readonly Account[]): Account[] {
  return limited(
    accounts,
    'amount',
    (one) => {
      const lines = valuesOf(one);
      const all = Fraction.sum([...one.measures.payouts.values()]);
      const [first] = one.entries;
      if (all.isZero || first === undefined) return { base: one.exact.negated(), lines: [] };
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
  cut: (one: Account, uncapped: Fraction, left: Fraction) => Account,
): Account[] {
  const limits = accounts[0]?.question.term.limits ?? 'none';
  const limit = (limits === 'none' ? [] : limits).find(
    (one): one is SharedLimit => one.of === of && 'order' in one,
  );
  if (limit === undefined) return [...accounts];
  return accounts.map((one) => {
    const sharing = accounts.filter(
      ({ window, group }) => window === one.window && (limit.scope === 'programme' || group === one.group),
    );
    const asked = sharing.map(askedBy);
    const own = sharing.indexOf(one);
    const { uncapped, left } = shareOf(Fraction.of(limit.max), limit.order, asked, own);
    return cut(one, uncapped, left);
  });
}

/** Walks all lines in order, and adds up everything from the start at each of them. */
function shareOf(max: Fraction, order: ConsumptionOrder, asked: readonly Asked[], own: number) {
  const uncappedOf = ({ base, lines }: Asked, seen: ReadonlySet<Entry>) =>
    Fraction.sum(lines.filter(({ entry }) => seen.has(entry)).map(({ value }) => value))
      .minus(base)
      .atLeast(NOTHING);
  const entries = asked.flatMap(({ lines }) => lines.map(({ entry }) => entry));
  const all = new Set(entries);
  const uncapped = uncappedOf(asked[own] as Asked, all);
  const together = (seen: ReadonlySet<Entry>) => Fraction.sum(asked.map((one) => uncappedOf(one, seen)));
  if (order === 'proRata') {
    const sum = together(all);
    return { uncapped, left: max.isBelow(sum) ? uncapped.times(max).over(sum) : uncapped };
  }
  const seen = new Set<Entry>();
  let left = NOTHING;
  let before = together(seen).atMost(max);
  left = uncappedOf(asked[own] as Asked, seen);
  for (const entry of order === 'arrival' ? inOrderOfArrival(entries) : inBusinessOrder(entries)) {
    seen.add(entry);
    const now = together(seen).atMost(max);
    if (asked[own]?.lines.some((line) => line.entry === entry)) left = left.plus(now.minus(before));
    before = now;
  }
  return { uncapped, left };
}

/** What each line adds to the payout measures. */
function valuesOf({ question, window, group, entries }: Account): Asked['lines'] {
  return linesFor('payout', window, group, entries).map((entry) => ({
    entry,
    value: Fraction.sum(
      question.term.payouts.map(({ measure }) =>
        measured({ question, window, use: 'payout' }, measure, [entry]),
      ),
    ),
  }));
}
