import { type Account, account, isClosed } from './accounts.ts';
import { attributeAt } from './attributes.ts';
import type { Counted } from './counting.ts';
import { type Outcome, outcomeOf, total } from './formulas.ts';
import { Fraction, NOTHING } from './fraction.ts';
import type { TermQuestion } from './question.ts';
import type { PaidWindow } from './windows.ts';

/**
 * The group's lines find the tier; what it gives is spread over the members. A partner that has
 * lines in two groups, or in one and alone, earns the sum. Source: rulings R14, R21.
 */
export function payGroups(accounts: readonly Account[], counted: Counted): Account[] {
  const terms = accounts[0]?.question.term.group ?? 'none';
  if (terms === 'none') return [...accounts];
  const names = [...new Set(accounts.map(({ group }) => group))];
  const windows = [...new Set(accounts.map(({ window }) => window))];
  const paid = windows.flatMap((window) =>
    names.flatMap((group) => {
      const members = accounts.filter((one) => one.window === window && one.group === group);
      if (members.length === 0) return [];
      if (group !== '') return payMembers(members, counted);
      return members.map((one) => ({ ...one, parts: [{ amount: one.exact, own: one, paidBy: one }] }));
    }),
  );
  return joined(paid);
}

function payMembers(members: readonly Account[], counted: Counted): Account[] {
  const [{ question, window, group }] = members as readonly [Account, ...Account[]];
  const { group: terms } = question.term;
  if (terms === 'none') return [...members];
  const partners = members.map(({ partner }) => partner);
  const lines = (counted.entries.get(window) ?? []).filter(({ line }) => partners.includes(line.partner));
  const joint = withLimit(account(question, window, group, group, lines), members);
  const together = isClosed(joint) ? { ...joint, outcome: { ...joint.outcome, parts: [] } } : joint;
  const shares = members.map((member) => {
    const left = dayOfLeaving(question, window, group, member.partner);
    if (left === undefined || terms.leavers !== 'tierAtLeaving') {
      return { member, left, amount: shareOf(together, member, members) };
    }
    const before = isClosed(joint) ? [] : lines.filter(({ on }) => on < left);
    return { member, left, amount: atRateOf(account(question, window, group, group, before), member) };
  });
  const getsNothing = ({ left }: { left: number | undefined }) =>
    left !== undefined && typeof terms.leavers === 'object';
  const lost = Fraction.sum(shares.filter(getsNothing).map(({ amount }) => amount));
  const getting = shares.filter((one) => !getsNothing(one) && one.amount.isPositive);
  const stayed = Fraction.sum(getting.map(({ amount }) => amount));
  const isSpread = typeof terms.leavers === 'object' && terms.leavers.nothing === 'isSpread';
  const alone: boolean[] = [];
  const full = shares.map((one, index) => {
    if (getsNothing(one)) return NOTHING;
    const more = isSpread && getting.includes(one) ? lost.times(one.amount).over(stayed) : NOTHING;
    const amount = one.amount.plus(more);
    alone[index] = amount.isBelow(one.member.exact);
    return terms.target === 'higher' ? amount.atLeast(one.member.exact) : amount;
  });
  return shares.map(({ member }, index) => {
    const exact = full[index] as Fraction;
    const isAlone = terms.target === 'higher' && alone[index] === true;
    const part = { together, amount: exact, own: member, paidBy: isAlone ? member : together };
    return { ...member, outcome: part.paidBy.outcome, exact, parts: [part] };
  });
}

/** Last of all, groups keep their percent of what their members are paid, each of what comes from it. */
export function keepParts(accounts: readonly Account[]): Account[] {
  const terms = accounts[0]?.question.term.group ?? 'none';
  if (terms === 'none') return [...accounts];
  const percent = Fraction.of(terms.keptPercent).percent();
  const taken = accounts.flatMap((one) =>
    comingFrom(one).map((part) => ({ one, group: part.together, amount: part.amount.times(percent) })),
  );
  const sumOf = (some: readonly { amount: Fraction }[]) => Fraction.sum(some.map(({ amount }) => amount));
  const members = accounts.map((one) => {
    const left = one.exact.minus(sumOf(taken.filter((part) => part.one === one)));
    return { ...one, exact: left };
  });
  const groups = [...new Set(taken.map(({ group }) => group))].map((group): Account => {
    const exact = sumOf(taken.filter((part) => part.group === group));
    return { ...group, group: '', qualifying: [], paidOn: [], exact };
  });
  const isOf = (group: Account) => (one: Account) =>
    one.partner === group.partner && one.window === group.window;
  const ofPartner = members.map((one) => {
    const kept = groups.find(isOf(one));
    return kept === undefined ? one : { ...one, exact: one.exact.plus(kept.exact) };
  });
  return [...ofPartner, ...groups.filter((group) => !group.exact.isZero && !members.some(isOf(group)))];
}

/** What an account is paid, by the groups that it comes from. */
function comingFrom({ exact, parts = [] }: Account): { together: Account; amount: Fraction }[] {
  const all = Fraction.sum(parts.map(({ amount }) => amount));
  const ofGroups = parts.flatMap(({ together, amount }) => (together ? [{ together, amount }] : []));
  if (all.isZero) return ofGroups.slice(0, 1).map(({ together }) => ({ together, amount: exact }));
  return ofGroups.map(({ together, amount }) => ({ together, amount: exact.times(amount).over(all) }));
}

/** Where members share a limit on the payout, all are paid on what it has left each of them. */
function withLimit(together: Account, members: readonly Account[]): Account {
  const { limits } = together.question.term;
  const isLimited = limits !== 'none' && limits.some((limit) => limit.of === 'payout' && 'order' in limit);
  if (!isLimited) return together;
  const left = members.map(({ measures }) => measures.payouts);
  const payouts = new Map(
    [...together.measures.payouts.keys()].map((id) => [
      id,
      Fraction.sum(left.map((one) => one.get(id) ?? NOTHING)),
    ]),
  );
  const measures = { ...together.measures, payouts };
  const outcome = outcomeOf(together.rules, measures);
  return { ...together, measures, outcome, exact: total(outcome) };
}

/** Each part of the group's amount by the member's share of what it was paid on. */
function shareOf({ outcome, question }: Account, member: Account, members: readonly Account[]): Fraction {
  const { group } = question.term;
  const isByQualifier = group !== 'none' && group.spreadBy === 'qualifierMeasure';
  const weight = ({ measures }: Account, payout: string) =>
    isByQualifier ? measures.qualifier : (measures.payouts.get(payout) ?? NOTHING);
  return Fraction.sum(
    outcome.parts.map(({ payout, amount }) => {
      const all = Fraction.sum(members.map((one) => weight(one, payout)));
      return all.isZero ? NOTHING : amount.times(weight(member, payout)).over(all);
    }),
  );
}

/** The member's payout at what the group had for each unit. */
function atRateOf(
  { outcome, measures }: { outcome: Outcome; measures: Account['measures'] },
  member: Account,
) {
  return Fraction.sum(
    outcome.parts.map(({ payout, amount }) => {
      const all = measures.payouts.get(payout) ?? NOTHING;
      const own = member.measures.payouts.get(payout) ?? NOTHING;
      return all.isZero ? NOTHING : amount.times(own).over(all);
    }),
  );
}

/** The day after the last one in the group, where that lies before the end of the window. */
function dayOfLeaving(
  { term, master, effective }: TermQuestion,
  { days }: PaidWindow,
  group: string,
  partner: string,
): number | undefined {
  if (term.group === 'none') return undefined;
  const name = term.group.by.replace('partner.', '');
  const end = Math.min(days.last, effective);
  for (let day = end; day >= days.first; day -= 1) {
    if (attributeAt(master.partners.get(partner), name, day) !== group) continue;
    return day === end ? undefined : day + 1;
  }
  return undefined;
}

function joined(accounts: readonly Account[]): Account[] {
  const found: Account[] = [];
  for (const one of accounts) {
    const at = found.findIndex(({ partner, window }) => partner === one.partner && window === one.window);
    const known = found[at];
    if (known === undefined) found.push(one);
    else {
      const paidOn = [...known.paidOn, ...one.paidOn];
      const qualifying = [...known.qualifying, ...one.qualifying];
      const parts = [...(known.parts ?? []), ...(one.parts ?? [])];
      found[at] = { ...known, parts, qualifying, paidOn, exact: known.exact.plus(one.exact) };
    }
  }
  return found;
}
