import type { Measure } from '../../../core/agreement/agreement.ts';
import { type Account, type GroupPart, limitOf, saleKey } from './accounts.ts';
import { Fraction, NOTHING, ONE } from './fraction.ts';
import { gathered, isIncluded, type Measuring, measured } from './measures.ts';
import type { Entry } from './question.ts';
import { largestRemainder } from './rounding.ts';

/** A line with its cents of an amount; none where nothing says how to spread. Source: rulings R21. */
export type LineShare = { readonly key: string; readonly minor: bigint };

export function sharesOf(one: Account, minor: bigint): LineShare[] {
  const parts = [...weightsOf(one)].map(([key, weight]) => ({ key, weight }));
  const cents = largestRemainder(minor, parts) ?? [];
  return parts.map(({ key }, index) => ({ key, minor: cents[index] ?? 0n }));
}

/** What each line takes part in the amount of an account with. */
export function weightsOf(one: Account): ReadonlyMap<string, Fraction> {
  const { returned, beforeReturns = NOTHING } = one;
  const weights = ownWeights(one);
  if (returned === undefined) return weights;
  const all = Fraction.sum([...weights.values()]);
  const own = all.isZero
    ? []
    : [...weights].map(([key, part]) => [key, part.times(beforeReturns).over(all)] as const);
  return new Map([...own, ...returned]);
}

/** What comes from several groups: each at its own rate, or as far as a limit of the group lets it. */
function weightsOfParts(parts: readonly GroupPart[], isAtRate: boolean): ReadonlyMap<string, Fraction> {
  const weights = new Map<string, Fraction>();
  for (const { own, paidBy, amount } of parts) {
    const lines = own.limited ?? (isAtRate ? payoutParts(own, paidBy) : ownWeights({ ...own, parts: [] }));
    const all = Fraction.sum([...lines.values()]);
    if (isAtRate && all.isZero) continue;
    for (const [key, part] of lines) {
      const weight = isAtRate ? part.times(amount).over(all) : part;
      weights.set(key, (weights.get(key) ?? NOTHING).plus(weight));
    }
  }
  return weights;
}

function ownWeights(one: Account): ReadonlyMap<string, Fraction> {
  const { by } = one.question.term.apportionment;
  const { parts = [] } = one;
  const isLimited = parts.some(({ own }) => own.limited !== undefined);
  if (parts.length > 0 && (by === 'ownRate' || isLimited)) return weightsOfParts(parts, by === 'ownRate');
  if (one.limited !== undefined) return one.limited;
  const { bySale } = one.outcome;
  if (by === 'sequence' && bySale !== undefined) {
    const own = (entry: Entry) => (saleKey(entry) === entry.key ? bySale.get(entry.key) : undefined);
    const lines = [...new Set([...one.qualifying, ...one.paidOn])];
    return new Map(lines.map((entry) => [entry.key, own(entry) ?? NOTHING]));
  }
  return by === 'qualifierMeasure'
    ? qualifierParts(one)
    : payoutParts(one, by === 'ownRate' ? one : undefined);
}

function qualifierParts(one: Account): ReadonlyMap<string, Fraction> {
  const { qualifier } = one.question.term;
  const measure = qualifier.of === 'share' ? qualifier.part : qualifier;
  return partsOfLines(one, measure, 'qualifier', one.qualifying);
}

/** The part of each line in the payouts, or that part at the rate that its payout has earned. */
export function payoutParts(one: Account, paidBy?: Account): ReadonlyMap<string, Fraction> {
  const weights = new Map<string, Fraction>();
  for (const { id, measure } of one.question.term.payouts) {
    const parts = partsOfLines(one, measure, 'payout', one.paidOn);
    const all =
      paidBy === one ? Fraction.sum([...parts.values()]) : (paidBy?.measures.payouts.get(id) ?? NOTHING);
    const amounts = (paidBy ?? one).outcome.parts.filter(({ payout }) => payout === id);
    const earned = all.isZero ? NOTHING : Fraction.sum(amounts.map(({ amount }) => amount)).over(all);
    const rate = paidBy === undefined ? ONE : earned;
    for (const [key, part] of parts) {
      weights.set(key, (weights.get(key) ?? NOTHING).plus(part.times(rate)));
    }
  }
  return weights;
}

/**
 * What is counted together, such as a pallet, is shared by its lines by what they would be without
 * counting; complete sets by their components, each of which brings all of them.
 */
function partsOfLines(
  { question, window }: Account,
  measure: Measure,
  use: 'qualifier' | 'payout',
  entries: readonly Entry[],
): Map<string, Fraction> {
  const perLine = limitOf(question.term, use, 'line');
  const measuring = { question, window, use, ...(perLine && { perLine }) };
  const own = entries.filter((entry) => isIncluded(measuring, measure, entry));
  const parts = new Map<string, Fraction>();
  const share = (some: readonly Entry[], counted: Fraction, linear: Measure) => {
    const plain = { question, window, use };
    const sum = measured(plain, linear, some);
    for (const entry of some) {
      const part = measured(plain, linear, [entry]).times(counted);
      parts.set(entry.key, (parts.get(entry.key) ?? NOTHING).plus(sum.isZero ? NOTHING : part.over(sum)));
    }
  };
  if (measure.of === 'bundles') {
    const sets = measured(measuring, measure, own);
    for (const { where } of measure.components) {
      const linear = { of: 'quantity', basis: measure.basis, unit: measure.unit, where } as const;
      share(
        own.filter((entry) => isIncluded(measuring, linear, entry)),
        sets,
        linear,
      );
    }
    return parts;
  }
  for (const some of together(measuring, measure, own)) {
    share(some, measured(measuring, measure, some), linearOf(measure));
  }
  return parts;
}

function together({ perLine }: Measuring, measure: Measure, entries: readonly Entry[]): Entry[][] {
  if (measure.of === 'count') return gathered(entries, [measure.what]);
  if (measure.of === 'pallets') {
    return gathered(entries, measure.mixed ? [measure.level] : [measure.level, 'product']);
  }
  return perLine === undefined ? entries.map((entry) => [entry]) : gathered(entries, ['line']);
}

function linearOf(measure: Measure): Measure {
  if (measure.of === 'count') return { of: 'value', basis: 'net' };
  if (measure.of === 'pallets') return { of: 'quantity', basis: measure.basis, unit: measure.unit };
  return measure;
}
