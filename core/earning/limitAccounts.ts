import type { ConsumptionOrder, Limit } from '../agreement/agreement.ts';
import { limitsOf } from '../agreement/limitsOf.ts';
import type { Contribution } from '../cell/contribution.ts';
import { decimalToRational } from '../number/decimal.ts';
import { add, compare, divide, isZero, multiply, sumOf, ZERO } from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { limitStep } from './explainStages.ts';
import { openGates } from './gates.ts';
import { type LimitAccount, limitAcross } from './limits.ts';
import { payoutWeights } from './lineShares.ts';
import { baseOf, withPayouts } from './openAccount.ts';
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
    return group.map((worked, index) => limitAmount(worked, limit, partners[index]));
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
  const more = isAlone(limit, first) ? [] : others.asking(at, limit.order, asked, planned.term);
  const max = decimalToRational(limit.max);
  return limitAcross(max, limit.order, [...more, ...asked]).partners.slice(more.length);
}

function sharedLimit(planned: PlanTerm, of: 'payout' | 'amount'): SharedLimit | undefined {
  return limitsOf(planned.term).find((limit): limit is SharedLimit => 'order' in limit && limit.of === of);
}

/** A limit holds per payout window, over all partners or over those of each group; who has no group is alone. */
function perProgramme(
  limit: SharedLimit,
  accounts: readonly Worked[],
  cut: (group: readonly Worked[]) => readonly Worked[],
): Worked[] {
  const keyOf = (worked: Worked) => {
    const { window, pool, partner } = worked;
    const together = limit.scope === 'group' ? pool : '';
    return joinKey(dayKey(window.window.from), together, isAlone(limit, worked) ? partner : '');
  };
  const result = new Map<Worked, Worked>();
  for (const group of Map.groupBy(accounts, keyOf).values()) {
    for (const [index, worked] of cut(group).entries()) result.set(group[index] as Worked, worked);
  }
  return accounts.map((worked) => result.get(worked) ?? worked);
}

function isAlone({ scope }: SharedLimit, { pool }: Worked): boolean {
  return scope === 'group' && pool === '';
}

function payoutAccount(worked: Worked, stream: readonly Contribution[]): LimitAccount {
  if (!isPaidOn(worked)) return { partner: worked.partner, base: ZERO, lines: [] };
  const payout = [...worked.payouts.values()][0]?.value ?? ZERO;
  const base = worked.planned.term.formula === 'aboveBase' ? baseOf(worked, payout) : ZERO;
  return { partner: worked.partner, base, lines: payoutLines(worked, stream) };
}

/** Who is paid nothing uses no limit up; of a group, the sums of all members decide that later. */
function isPaidOn({ planned, result, sums }: Worked): boolean {
  if (planned.term.group !== 'none') return true;
  return !isZero(result.exact) && openGates(planned, sums).isOpen;
}

/** A budget is used up line by line, each with its share of the amount. */
function amountAccount(worked: Worked, stream: readonly Contribution[]): LimitAccount {
  return { partner: worked.partner, base: ZERO, lines: scaled(payoutLines(worked, stream), worked) };
}

type Limited = ReturnType<typeof limitAcross>['partners'][number];

/** An amount below zero asks for nothing of a budget, and stays. */
function limitAmount(worked: Worked, limit: SharedLimit, found: Limited | undefined): Worked {
  if (found === undefined || compare(found.limited, found.uncapped) === 0) return worked;
  const exact = found.limited;
  return { ...worked, exact, steps: [...worked.steps, limitStep(worked, limit, worked.exact, exact)] };
}

function limitPayout(
  worked: Worked,
  limit: SharedLimit,
  asked: LimitAccount | undefined,
  found: Limited | undefined,
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

/** The partner's lines by their parts in the payout measure; what a gate has left out is not among them. */
function payoutLines(worked: Worked, stream: readonly Contribution[]): LimitAccount['lines'] {
  const { planned, partner, pool, window, result, sums } = worked;
  const own = stream
    .filter((entry) => entry.partner === partner)
    .map((entry) => ({ ...entry, addends: entry.addends.filter((addend) => addend.pool === pool) }));
  const parts = payoutWeights({ planned, pays: window.window, result, sums }, own);
  return own.flatMap(({ key, order, arrival }) => {
    const value = parts.get(key);
    return value === undefined ? [] : [{ key, order, arrival, value }];
  });
}

function scaled(lines: LimitAccount['lines'], { exact }: Worked): LimitAccount['lines'] {
  const all = sumOf(lines.map(({ value }) => value));
  if (isZero(all)) return [{ key: '', order: '', arrival: '', value: exact }];
  return lines.map((line) => ({ ...line, value: divide(multiply(exact, line.value), all) }));
}
