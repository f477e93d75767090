import type { Group } from '../agreement/agreement.ts';
import { limitsOf } from '../agreement/limitsOf.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Contribution } from '../cell/contribution.ts';
import { add, type Rational, ZERO } from '../number/rational.ts';
import { groupChanges } from '../plan/groupChanges.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { groupSteps } from './explainStages.ts';
import { gated, openResult } from './gated.ts';
import { openGates } from './gates.ts';
import { type Member, payMembers } from './group.ts';
import { openAccount, withPayouts } from './openAccount.ts';
import type { Others } from './others.ts';
import { joinSums, NOTHING, plus, type Sum, sumsOfLines } from './sums.ts';
import type { Account, GroupShare, Worked } from './worked.ts';

/**
 * Partners that reach targets together: the group's sums find the tier, and its amount is spread
 * over the members, where its gates are open. A partner without a group keeps what it earned alone,
 * by gates of its own. Source: rulings R14.
 */
export function payGroups(
  planned: PlanTerm,
  accounts: readonly Worked[],
  stream: readonly Contribution[],
  context: MatchContext,
  others: Others,
): readonly Worked[] {
  const { group } = planned.term;
  if (group === 'none') return accounts.map(gated);
  const alone = accounts
    .filter(({ pool }) => pool === '')
    .map(gated)
    .map((worked) => ({ ...worked, shares: [shareOf(worked, worked.exact)] }));
  const pooled = accounts.filter(({ pool }) => pool !== '');
  const groups = Map.groupBy(pooled, ({ pool, window }) => joinKey(pool, dayKey(window.window.from)));
  const paid = [...groups.values()].flatMap((members) => payGroup(group, members, stream, context, others));
  return joinPartners([...alone, ...paid]);
}

function payGroup(
  group: Group,
  members: readonly Worked[],
  stream: readonly Contribution[],
  context: MatchContext,
  others: Others,
): Worked[] {
  const [{ planned, pool, window }] = members as readonly [Worked, ...Worked[]];
  const at = { of: 'group', id: planned.id, from: window.window.from, group: pool } as const;
  const rest = others.members(at, members);
  const all = [...rest, ...members];
  const sums = joinSums(
    all.map((member) => member.sums),
    pool,
    pool,
    window.window,
  );
  const opened = openAccount(planned, window, sums, [], context.effective);
  const joint = withPayouts(opened, payoutsOf(opened, all));
  const together = { ...joint, result: openResult(joint) };
  const { steps: gates } = gated({ ...together, exact: ZERO, steps: [] });
  const left = new Map(all.map((member) => [member.partner, leftOn(member, group, context)]));
  const outcome = payMembers({
    group,
    result: together.result,
    members: all.map((member) => {
      const { partner, payouts, qualifier } = member;
      const leaving = left.get(partner);
      return {
        partner,
        payouts: new Map([...payouts].map(([id, sum]) => [id, sum.value])),
        qualifier: qualifier.value,
        individual: openResult(member),
        ...(leaving !== undefined && { leftOn: leaving }),
        ...(leaving !== undefined &&
          group.leavers === 'tierAtLeaving' && { atLeaving: resultAt(leaving, together, stream, context) }),
      };
    }),
  });
  const isWhole = rest.length === 0;
  return members.map((member): Worked => {
    const own = outcome.members.find(({ partner }) => partner === member.partner);
    const exact = own?.exact ?? ZERO;
    const isOwn = own?.from === 'individual';
    const standing = isOwn
      ? {}
      : { qualifier: together.qualifier, input: together.input, result: together.result };
    const before = isOwn ? gated(member).steps : [...gates, ...member.steps];
    const steps = [...before, ...groupSteps(member, together, own)];
    const share = { ...shareOf(member, exact), ...(!isOwn && { paidBy: together }), together, isWhole };
    return { ...member, ...standing, exact, steps, shares: [share] };
  });
}

/** What an account is paid alone, as a part of what its partner is paid in all. */
function shareOf(worked: Worked, exact: Rational): GroupShare {
  const { weights } = worked;
  return { exact, isWhole: true, paidBy: worked, pool: worked.pool, ...(weights && { weights }) };
}

/** Where members share a limit, the group is paid on what that has left them together. */
function payoutsOf({ planned, payouts }: Account, members: readonly Worked[]): ReadonlyMap<string, Sum> {
  const isLimited = limitsOf(planned.term).some((limit) => limit.of === 'payout' && 'order' in limit);
  if (!isLimited) return payouts;
  return members.map((member) => member.payouts).reduce(addPayouts);
}

/** The first day on which a member is no longer in the group, where it left before the window's end. */
function leftOn(
  { partner, pool, window }: Worked,
  { by }: Group,
  context: MatchContext,
): LocalDate | undefined {
  const end = Math.min(window.window.until - 1, context.effective);
  const changes = groupChanges(by, partner, { from: window.window.from, until: end + 1 }, context.master);
  const last = changes.findLast((change) => change.group === pool);
  return last === undefined || last.days.until > end ? undefined : last.days.until;
}

/** The group's result from the lines before a day. */
function resultAt(
  day: LocalDate,
  together: Account,
  stream: readonly Contribution[],
  { effective }: MatchContext,
): NonNullable<Member['atLeaving']> {
  const { planned, pool, window } = together;
  const before = stream.filter(({ placedOn }) => placedOn < day);
  const own = sumsOfLines(before, []).filter(
    (sums) => sums.pool === pool && sums.window.from === window.window.from,
  );
  const account = openAccount(planned, window, joinSums(own, pool, pool, window.window), [], effective);
  const result = openGates(planned, together.sums).isOpen ? account.result : together.result;
  return { result, payouts: account.input.payouts };
}

/** A partner that changed its group within a window earns the sum of both. */
function joinPartners(accounts: readonly Worked[]): Worked[] {
  const keyOf = ({ partner, window }: Worked) => joinKey(partner, dayKey(window.window.from));
  const joined = [...Map.groupBy(accounts, keyOf)].map(([key, own]) => ({
    key,
    worked: own.reduce(joinTwo),
  }));
  return joined.sort((a, b) => compareTexts(a.key, b.key)).map(({ worked }) => worked);
}

function joinTwo(a: Worked, b: Worked): Worked {
  return {
    ...(a.pool === '' ? b : a),
    sums: joinSums([a.sums, b.sums], a.partner, '', a.window.window),
    payouts: addPayouts(a.payouts, b.payouts),
    exact: add(a.exact, b.exact),
    steps: [...a.steps, ...b.steps],
    shares: [...(a.shares ?? []), ...(b.shares ?? [])],
  };
}

function addPayouts(a: ReadonlyMap<string, Sum>, b: ReadonlyMap<string, Sum>): ReadonlyMap<string, Sum> {
  const payouts = new Map(a);
  for (const [id, sum] of b) payouts.set(id, plus(payouts.get(id) ?? NOTHING, sum));
  return payouts;
}
