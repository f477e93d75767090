import type { Measure } from '../../../core/agreement/agreement.ts';
import { type Account, limitOf, linesFor, saleKey } from './accounts.ts';
import { Fraction, NOTHING, ONE } from './fraction.ts';
import { gathered, measured, type Use } from './measures.ts';
import type { Entry } from './question.ts';

/** What each line takes part in the amount of an account with. Source: rulings R21. */
export function weightsOf(one: Account): Map<string, Fraction> {
  const { term } = one.question;
  const { by } = term.apportionment;
  if (by === 'sequence' && one.outcome.bySale !== undefined) {
    const { bySale } = one.outcome;
    const lines = linesFor('payout', one.window, one.group, one.entries);
    return new Map(
      lines.map((entry) => [
        entry.key,
        saleKey(entry) === entry.key ? (bySale.get(entry.key) ?? NOTHING) : NOTHING,
      ]),
    );
  }
  if (by === 'qualifierMeasure') {
    const { qualifier } = term;
    return partsOfLines(one, qualifier.of === 'share' ? qualifier.part : qualifier, 'qualifier');
  }
  const weights = new Map<string, Fraction>();
  for (const { id, measure } of term.payouts) {
    const parts = partsOfLines(one, measure, 'payout');
    const all = Fraction.sum([...parts.values()]);
    const amount = Fraction.sum(
      one.outcome.parts.filter(({ payout }) => payout === id).map((part) => part.amount),
    );
    const rate = by !== 'ownRate' ? ONE : all.isZero ? NOTHING : amount.over(all);
    for (const [key, part] of parts) weights.set(key, (weights.get(key) ?? NOTHING).plus(part.times(rate)));
  }
  return weights;
}

/** Of what a bucket counts for, each of its lines has its part by what it would be without counting. */
function partsOfLines(one: Account, measure: Measure, use: Exclude<Use, 'other'>): Map<string, Fraction> {
  const { question, window, group, entries } = one;
  const measuring = { question, window, use };
  const perLine = limitOf(question.term, use, 'line');
  const parts = new Map<string, Fraction>();
  for (const some of buckets(measure, linesFor(use, window, group, entries), perLine !== undefined)) {
    const linear = linearOf(measure);
    const all = measured(measuring, linear, some);
    const counted = measured({ ...measuring, ...(perLine && { perLine }) }, measure, some);
    for (const entry of some) {
      const own = measured(measuring, linear, [entry]);
      parts.set(entry.key, all.isZero ? NOTHING : counted.times(own).over(all));
    }
  }
  return parts;
}

function buckets(measure: Measure, entries: readonly Entry[], isCapped: boolean): Entry[][] {
  if (measure.of === 'count') return gathered(entries, [measure.what]);
  if (measure.of === 'pallets')
    return gathered(entries, measure.mixed ? [measure.level] : [measure.level, 'product']);
  return isCapped ? gathered(entries, ['line']) : [[...entries]];
}

function linearOf(measure: Measure): Measure {
  const where = measure.where === undefined ? {} : { where: measure.where };
  if (measure.of === 'count') return { of: 'value', basis: 'net', ...where };
  if (measure.of === 'pallets') return { of: 'quantity', basis: measure.basis, unit: measure.unit, ...where };
  return measure;
}
