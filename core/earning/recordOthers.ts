import type { ConsumptionOrder, Term } from '../agreement/agreement.ts';
import { formatDate } from '../calendar/localDate.ts';
import { exactText } from '../explanation/operands.ts';
import { hasBothSigns } from '../money/roundedTogether.ts';
import { add, compare, floor, type Rational, rational, subtract, sumOf, ZERO } from '../number/rational.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { type LimitAccount, type LimitLine, limitAcross } from './limits.ts';
import type { Figure, SumFigure, Unprovable } from './otherFigures.ts';
import { type Meeting, NOBODY_ELSE, type Others, type RoundedShare } from './others.ts';
import { joinSums, NOTHING, type Sum } from './sums.ts';
import type { Worked } from './worked.ts';

/** What one partner needs to know of all others, gathered while everything is calculated. */
export type Recording = {
  readonly others: Others;
  readonly figures: readonly Figure[];
  readonly unprovable: readonly Unprovable[];
};

/**
 * Listens to a calculation of all partners and writes down, for one of them, what the others come
 * to wherever it meets them. The calculation itself is not touched. Source: rulings R18.
 */
export function recordOthers(partner: string): Recording {
  const figures: Figure[] = [];
  const unprovable: Unprovable[] = [];
  const isOwn = (entry: { readonly partner: string }) => entry.partner === partner;
  const others: Others = {
    ...NOBODY_ELSE,
    asking: (at, order, accounts, term) => {
      if (!accounts.some(isOwn)) return [];
      if (term.exclusive !== 'none') unprovable.push({ term: at.id, mechanism: 'exclusive' });
      const asked = askedBetween(order, accounts, isOwn).map(exactText);
      figures.push({ ...placeOf(at), of: at.of as 'payoutLimit' | 'amountLimit', asked });
      return [];
    },
    members: (at, members) => {
      if (!members.some(isOwn)) return [];
      const rest = members.filter((member) => !isOwn(member));
      unprovable.push(...hindrances(at, members));
      figures.push({ ...placeOf(at), of: 'group', ...groupFigure(rest) });
      return [];
    },
    cents: (at, shares) => {
      if (shares.some(isOwn)) figures.push({ ...placeOf(at), of: 'rounding', ...centsFigure(shares, isOwn) });
      return undefined;
    },
    amounts: (at, amounts) => {
      if (amounts.some(isOwn)) figures.push({ ...placeOf(at), of: 'cap', ...capFigure(amounts, isOwn) });
      return undefined;
    },
  };
  return { others, figures, unprovable };
}

function placeOf({ id, from, group }: Meeting): Pick<Figure, 'id' | 'group' | 'firstDay'> {
  return { id, group, firstDay: formatDate(from) };
}

type IsOwn = (entry: { readonly partner: string }) => boolean;

/** What others ask for between the lines of one partner, in the order in which a limit is used up. */
function askedBetween(order: ConsumptionOrder, accounts: readonly LimitAccount[], isOwn: IsOwn): Rational[] {
  const by = order === 'arrival' ? 'arrival' : 'order';
  const values = accounts.flatMap(({ lines }) => lines.map(({ value }) => value));
  const everything = sumOf(values.filter(({ n }) => n > 0n));
  const { partners } = limitAcross(everything, order === 'proRata' ? 'transactionDate' : order, accounts);
  const steps = accounts.flatMap((account, index) =>
    account.lines.toSorted(comparing(by)).map((line, place) => ({
      line,
      index,
      isOwn: isOwn(account),
      asked: partners[index]?.lines[place]?.limited ?? ZERO,
    })),
  );
  steps.sort((a, b) => comparing(by)(a.line, b.line) || a.index - b.index);
  const between: Rational[] = [ZERO];
  for (const step of steps) {
    if (step.isOwn) between.push(ZERO);
    else between.push(add(between.pop() ?? ZERO, step.asked));
  }
  return order === 'proRata' ? [sumOf(between)] : between;
}

function comparing(by: 'order' | 'arrival'): (a: LimitLine, b: LimitLine) => number {
  return (a, b) => compareTexts(a[by], b[by]) || compareTexts(a.key, b.key);
}

/** A group's sums say it all, unless they are gathered by things of others, or single members decide. */
function hindrances({ id }: Meeting, members: readonly Worked[]): Unprovable[] {
  const [first] = members;
  const term: Term | undefined = first?.planned.term;
  const isGathered = members.some(({ sums }) =>
    [...sums.slots.values()].some(({ buckets }) => [...buckets.keys()].some((bucket) => bucket !== '')),
  );
  const group = term?.group ?? 'none';
  const leavers = group === 'none' ? 'finalTier' : group.leavers;
  const looksAtMembers =
    leavers === 'tierAtLeaving' || (typeof leavers === 'object' && leavers.nothing === 'isSpread');
  return [
    ...(term !== undefined && term.exclusive !== 'none'
      ? [{ term: id, mechanism: 'exclusive' as const }]
      : []),
    ...(isGathered ? [{ term: id, mechanism: 'groupBuckets' as const }] : []),
    ...(looksAtMembers ? [{ term: id, mechanism: 'groupLeavers' as const }] : []),
  ];
}

function groupFigure(rest: readonly Worked[]): {
  qualifier: SumFigure;
  payouts: Record<string, SumFigure>;
  slots: Record<string, SumFigure>;
} {
  const { slots } = joinSums(
    rest.map(({ sums }) => sums),
    '',
    '',
    { from: 0, until: 0 },
  );
  const ids = new Set(rest.flatMap(({ payouts }) => [...payouts.keys()]));
  return {
    qualifier: sumFigure(rest.map(({ qualifier }) => qualifier)),
    payouts: Object.fromEntries(
      [...ids].map((id) => [id, sumFigure(rest.map(({ payouts }) => payouts.get(id) ?? NOTHING))]),
    ),
    slots: Object.fromEntries([...slots].map(([id, slot]) => [id, sumFigure([slot])])),
  };
}

function sumFigure(sums: readonly Sum[]): SumFigure {
  return {
    value: exactText(sumOf(sums.map(({ value }) => value))),
    lines: sums.reduce((total, { lines }) => total + lines, 0),
  };
}

/** The cents of others, rounded down, and who of them is before the partner when the rest is dealt out. */
function centsFigure(shares: readonly RoundedShare[], isOwn: IsOwn) {
  const fraction = ({ part }: RoundedShare) => subtract(part, rational(floor(part)));
  const own = shares.find(isOwn) as RoundedShare;
  const rest = shares.filter((share) => !isOwn(share));
  const ahead = rest.filter((share) => {
    const difference = compare(fraction(share), fraction(own));
    return difference > 0 || (difference === 0 && share.key < own.key);
  });
  const signs: 'one' | 'both' = hasBothSigns(shares.map(({ exact }) => exact)) ? 'both' : 'one';
  return {
    exact: exactText(sumOf(rest.map(({ exact }) => exact))),
    signs,
    floored: String(rest.reduce((sum, { part }) => sum + floor(part), 0n)),
    ahead: String(ahead.length),
  };
}

function capFigure(
  amounts: readonly { readonly partner: string; readonly exact: Rational }[],
  isOwn: IsOwn,
): { positive: string[]; negative: string } {
  const positive: Rational[] = [ZERO];
  let negative = ZERO;
  for (const entry of amounts) {
    if (isOwn(entry)) positive.push(ZERO);
    else if (entry.exact.n > 0n) positive.push(add(positive.pop() ?? ZERO, entry.exact));
    else negative = add(negative, entry.exact);
  }
  return { positive: positive.map(exactText), negative: exactText(negative) };
}
