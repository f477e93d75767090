import type { ConsumptionOrder, Limit } from '../agreement/agreement.ts';
import type { Contribution } from '../cell/contribution.ts';
import { decimalToRational } from '../number/decimal.ts';
import { add, compare, divide, isZero, multiply, type Rational, ZERO } from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { limitStep } from './explainStages.ts';
import { type LimitAccount, limitAcross } from './limits.ts';
import { baseOf, limitsOf, withPayouts } from './openAccount.ts';
import type { Meeting, Others } from './others.ts';
import type { Worked } from './worked.ts';

type SharedLimit = Extract<Limit, { order: ConsumptionOrder }>;

/**
 * Cuts payout measures to a limit that partners share, before the rate is applied. Of a formula
 * that pays above a base only the extra uses the limit up. Source: rulings R6.
 */
export function limitPayouts(
  planned: PlanTerm,
  accounts: readonly Worked[],
  stream: readonly Contribution[],
  others: Others,
): readonly Worked[] {
  const limit = sharedLimit(planned, 'payout');
  if (limit === undefined) return accounts;
  return perProgramme(limit, accounts, (group) => {
    const asked = group.map((worked) => payoutAccount(worked, stream));
    const partners = shareOut(limit, asked, group, others);
    return group.map((worked, index) => limitPayout(worked, limit, asked[index], partners[index]));
  });
}

/** Cuts amounts to a limit that partners share: a budget. */
export function limitAmounts(
  planned: PlanTerm,
  accounts: readonly Worked[],
  stream: readonly Contribution[],
  others: Others,
): readonly Worked[] {
  const limit = sharedLimit(planned, 'amount');
  if (limit === undefined) return accounts;
  return perProgramme(limit, accounts, (group) => {
    const asked = group.map((worked) => amountAccount(worked, stream));
    const partners = shareOut(limit, asked, group, others);
    return group.map((worked, index) => {
      const limited = partners[index]?.limited ?? ZERO;
      // A budget cuts what is paid out; what is to be paid back stays as it is.
      if (worked.exact.n < 0n || compare(limited, worked.exact) === 0) return worked;
      return {
        ...worked,
        exact: limited,
        steps: [...worked.steps, limitStep(worked, limit, worked.exact, limited)],
      };
    });
  });
}

/** What each account gets of a limit, others that are not at hand first where they come first. */
function shareOut(
  limit: SharedLimit,
  asked: readonly LimitAccount[],
  [first]: readonly Worked[],
  others: Others,
): ReturnType<typeof limitAcross>['partners'] {
  if (first === undefined) return [];
  const { planned, window, pool } = first;
  const at: Meeting = {
    of: `${limit.of}Limit`,
    id: planned.id,
    from: window.window.from,
    group: limit.scope === 'group' ? pool : '',
  };
  const more = others.asking(at, limit.order, asked, planned.term);
  const max = decimalToRational(limit.max);
  return limitAcross(max, limit.order, [...more, ...asked]).partners.slice(more.length);
}

function sharedLimit(planned: PlanTerm, of: 'payout' | 'amount'): SharedLimit | undefined {
  return limitsOf(planned.term).find((limit): limit is SharedLimit => 'order' in limit && limit.of === of);
}

/** A limit holds per payout window, over all partners or over those of each group. */
function perProgramme(
  limit: SharedLimit,
  accounts: readonly Worked[],
  cut: (group: readonly Worked[]) => readonly Worked[],
): Worked[] {
  const keyOf = ({ window, pool }: Worked) =>
    joinKey(dayKey(window.window.from), limit.scope === 'group' ? pool : '');
  const result = new Map<Worked, Worked>();
  for (const group of Map.groupBy(accounts, keyOf).values()) {
    for (const [index, worked] of cut(group).entries()) result.set(group[index] as Worked, worked);
  }
  return accounts.map((worked) => result.get(worked) ?? worked);
}

function payoutAccount(worked: Worked, stream: readonly Contribution[]): LimitAccount {
  const payout = [...worked.payouts.values()][0]?.value ?? ZERO;
  const base = worked.planned.term.formula === 'aboveBase' ? baseOf(worked, payout) : ZERO;
  return { partner: worked.partner, base, lines: payoutLines(worked, stream) };
}

/** A budget is used up line by line, each with its share of the amount. */
function amountAccount(worked: Worked, stream: readonly Contribution[]): LimitAccount {
  const payout = [...worked.payouts.values()].reduce((sum, { value }) => add(sum, value), ZERO);
  const lines = payoutLines(worked, stream);
  return { partner: worked.partner, base: ZERO, lines: scaled(lines, worked, payout) };
}

function limitPayout(
  worked: Worked,
  limit: SharedLimit,
  asked: LimitAccount | undefined,
  found: ReturnType<typeof limitAcross>['partners'][number] | undefined,
): Worked {
  if (asked === undefined || found === undefined || compare(found.limited, found.uncapped) === 0)
    return worked;
  const value = add(asked.base, found.limited);
  const payouts = new Map([...worked.payouts].map(([id, sum]) => [id, { ...sum, value }]));
  const account = withPayouts(worked, payouts);
  return {
    ...worked,
    ...account,
    exact: account.result.exact,
    weights: new Map(found.lines.map(({ key, limited }) => [key, limited])),
    steps: [...worked.steps, limitStep(worked, limit, found.uncapped, found.limited)],
  };
}

function payoutLines(
  { partner, pool, window }: Worked,
  stream: readonly Contribution[],
): LimitAccount['lines'] {
  return stream
    .filter((entry) => entry.partner === partner)
    .flatMap(({ key, order, arrival, addends }) => {
      const own = addends.filter(
        ({ slot, pays, pool: other }) =>
          slot.startsWith('payout.') && pays.from === window.window.from && other === pool,
      );
      const value = own.reduce((sum, addend) => add(sum, addend.value), ZERO);
      return own.length === 0 ? [] : [{ key, order, arrival, value }];
    });
}

function scaled(lines: LimitAccount['lines'], { exact }: Worked, payout: Rational): LimitAccount['lines'] {
  if (isZero(payout)) return [{ key: '', order: '', arrival: '', value: exact }];
  return lines.map((line) => ({ ...line, value: divide(multiply(exact, line.value), payout) }));
}
