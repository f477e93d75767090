import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Step } from '../explanation/explanation.ts';
import { money, plain, step, window as windowOperand, word } from '../explanation/operands.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import type { PayoutWindow } from '../plan/payoutWindows.ts';
import type { Plan, PlanTerm } from '../plan/plan.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { dayKey, joinKey } from '../text/key.ts';
import type { Adjustment, AdjustmentPart } from './adjustment.ts';
import { calculatedOf, type Earning } from './earning.ts';
import { openAccount } from './openAccount.ts';
import { joinSums } from './sums.ts';

/** One part of an adjustment, with what it is for. */
export type AdjustmentEntry = Omit<Adjustment, 'parts'> & AdjustmentPart;
type Entry = AdjustmentEntry;
type Place = Pick<Earning, 'term' | 'partner' | 'window'>;

/**
 * Earnings with the adjustments that count up to the day: earned = F(lines, terms) + approved adjustments.
 * The part of the terms stays apart from them. Where no line of the partner counts there is an earning
 * for the adjustment alone, and no guarantee or floor comes with it. Order: that of `earn`.
 * Source: rulings R2.
 */
export function adjusted(
  plan: Plan,
  earnings: readonly Earning[],
  adjustments: readonly Adjustment[],
  context: MatchContext,
): Earning[] {
  const entries = counted(adjustments, context.effective);
  if (entries.length === 0) return [...earnings];
  const byPlace = Map.groupBy(entries, placeOf);
  const known = new Set(earnings.map(placeOf));
  const alone = [...byPlace].flatMap(([place, [first]]) => {
    const planned = plan.terms.find(({ id }) => id === first?.term);
    if (known.has(place) || first === undefined || planned === undefined) return [];
    return [nothingEarned(plan, planned, first, context)];
  });
  const order = new Map(plan.terms.map(({ id }, index) => [id, index]));
  return [...earnings, ...alone]
    .map((earning) => withEntries(earning, byPlace.get(placeOf(earning)) ?? []))
    .sort(
      (a, b) =>
        (order.get(a.term) ?? 0) - (order.get(b.term) ?? 0) ||
        compareTexts(joinKey(a.partner, dayKey(a.window.from)), joinKey(b.partner, dayKey(b.window.from))),
    );
}

/** The parts of one account that count up to the day, in the order in which they do. */
export function entriesOf(
  adjustments: readonly Adjustment[],
  place: Place,
  effective: LocalDate,
): readonly AdjustmentEntry[] {
  return inOrder(counted(adjustments, effective).filter((entry) => placeOf(entry) === placeOf(place)));
}

function counted(adjustments: readonly Adjustment[], effective: LocalDate): Entry[] {
  return adjustments
    .flatMap(({ parts, ...head }) => parts.map((part): Entry => ({ ...head, ...part })))
    .filter(({ countsFrom }) => countsFrom <= effective);
}

function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.countsFrom - b.countsFrom || compareTexts(a.id, b.id));
}

function placeOf({ term, partner, window }: Place): string {
  return joinKey(term, partner, dayKey(window.from), dayKey(window.until));
}

function withEntries(earning: Earning, entries: readonly Entry[]): Earning {
  if (entries.length === 0) return earning;
  const calculated = calculatedOf(earning);
  const sum = entries.reduce((total, { minor }) => total + minor, 0n);
  const amount = { ...calculated, minor: calculated.minor + sum };
  const { currency } = amount;
  const own = inOrder(entries).map((entry) => entryStep(entry, currency));
  const operands = {
    calculated: money(calculated),
    adjusted: money({ minor: sum, currency }),
    amount: money(amount),
  };
  const { explanation } = earning;
  return {
    ...earning,
    amount,
    calculated,
    explanation: {
      ...explanation,
      operands: { ...explanation.operands, amount: money(amount) },
      steps: [...explanation.steps, step('adjusted', operands, own)],
    },
  };
}

function entryStep(
  { kind, countsFrom, minor, wording, expiresOn, withdraws }: Entry,
  currency: string,
): Step {
  return step(withdraws === undefined ? 'adjustment' : 'adjustmentWithdrawn', {
    kind: word(`adjustment.${kind}`),
    amount: money({ minor, currency }),
    day: { kind: 'date', value: formatDate(countsFrom) },
    ...(wording !== undefined && { wording: plain(wording) }),
    ...(expiresOn !== undefined && { expires: { kind: 'date', value: formatDate(expiresOn) } as const }),
  });
}

/** Of a window that the terms do not have any more the tiers are those of the first one. */
function windowOf({ windows }: PlanTerm, { from }: Window): PayoutWindow {
  const found = windows.find(({ window }) => window.from === from) ?? windows[0];
  if (found === undefined) throw new Error('Fault: a term without windows');
  return found;
}

/** What stands under an adjustment of a partner that has no line: nothing measured, nothing paid. */
function nothingEarned(
  { agreement }: Plan,
  planned: PlanTerm,
  { partner, window }: Entry,
  { effective }: MatchContext,
): Earning {
  const found = windowOf(planned, window);
  const { qualifier, payouts, input, result, sums } = openAccount(
    planned,
    { ...found, window },
    joinSums([], partner, '', window),
    [],
    effective,
  );
  const amount = { minor: 0n, currency: agreement.currency };
  const operands = { amount: money(amount), partner: plain(partner), window: windowOperand(window) };
  return {
    ...{ agreement: agreement.id, term: planned.id, direction: agreement.direction, partner, window },
    ...{ qualifier, payouts, table: input.table, result, amount, blocked: sums.blocked },
    exact: { n: 0n, d: 1n },
    explanation: step('earning', operands),
  };
}
