import type { Agreement, SharedCap } from '../agreement/agreement.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, type Rational, ZERO } from '../number/rational.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { sharedCapStep } from './explainStages.ts';
import type { Others } from './others.ts';
import { type CappedAmount, capShared } from './sharedCaps.ts';
import type { Worked } from './worked.ts';

type WorkedTerms = ReadonlyMap<string, readonly Worked[]>;

/** Cuts what several terms pay together in one window, one cap after the other in the agreement's order. */
export function capTogether(agreement: Agreement, worked: WorkedTerms, others: Others): WorkedTerms {
  if (agreement.sharedCaps === 'none') return worked;
  return agreement.sharedCaps.reduce((terms, cap) => applyCap(cap, terms, agreement, others), worked);
}

function applyCap(cap: SharedCap, worked: WorkedTerms, agreement: Agreement, others: Others): WorkedTerms {
  const inOrder = agreement.terms.map(({ id }) => id).filter((id) => cap.terms.includes(id));
  const concerned = inOrder.flatMap((id) => worked.get(id) ?? []);
  const exact = new Map<Worked, Rational>();
  for (const group of Map.groupBy(concerned, (entry) => placeOf(cap, entry)).values()) {
    const amounts = group.map((entry) => ({
      term: entry.planned.id,
      partner: joinKey(entry.partner, entry.pool),
      exact: entry.exact,
    }));
    const capped = capWithOthers(cap, group, amounts, others);
    for (const [index, entry] of group.entries()) exact.set(entry, capped[index]?.exact ?? ZERO);
  }
  const cut = (entry: Worked): Worked => {
    const amount = exact.get(entry);
    if (amount === undefined || compare(amount, entry.exact) === 0) return entry;
    return { ...entry, exact: amount, steps: [...entry.steps, sharedCapStep(entry, cap, amount)] };
  };
  return new Map([...worked].map(([id, entries]) => [id, entries.map(cut)]));
}

function capWithOthers(
  cap: SharedCap,
  group: readonly Worked[],
  amounts: readonly CappedAmount[],
  others: Others,
): readonly CappedAmount[] {
  const max = decimalToRational(cap.max);
  const from = group[0]?.window.window.from ?? 0;
  const isShared = cap.scope === 'programme';
  const rest = isShared ? others.amounts({ of: 'cap', id: cap.id, from, group: '' }, group) : undefined;
  if (rest === undefined) return capShared(max, cap.spread, amounts);
  const nobody = (exact: Rational) => ({ term: '', partner: '', exact });
  const mixed = rest.positive.flatMap((exact, index) => [nobody(exact), ...amounts.slice(index, index + 1)]);
  const capped = capShared(max, cap.spread, [...mixed, nobody(rest.negative)]);
  return amounts.map((_, index) => capped[2 * index + 1] as CappedAmount);
}

function placeOf(cap: SharedCap, { partner, window }: Worked): string {
  const days = [dayKey(window.window.from), dayKey(window.window.until)];
  return joinKey(...days, cap.scope === 'partner' ? partner : '');
}
