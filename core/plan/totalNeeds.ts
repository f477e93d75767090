import { limitsOf } from '../agreement/limitsOf.ts';
import type { Line } from '../fact/line.ts';
import type { PlanTerm, Slot } from './plan.ts';

/** What a term asks that a total of many lines cannot answer. */
export const TOTAL_NEEDS = [
  'date',
  'payment',
  'submission',
  'sequence',
  'order',
  'lines',
  'documents',
  'days',
  'product',
  'attribute',
  'factor',
  'rate',
  'price',
] as const;
export type TotalNeed = (typeof TOTAL_NEEDS)[number];

/** What the term as a whole needs of single lines; undefined where sums over a period are enough. */
export function needOfTerm({ term }: PlanTerm): TotalNeed | undefined {
  const { eligibility, rounding, gates, group, tiers, supplements } = term;
  if (eligibility.payment !== 'any') return 'payment';
  if (eligibility.submission !== 'any') return 'submission';
  const tables = [tiers, ...(supplements === 'none' ? [] : supplements.map((entry) => entry.tiers))];
  if (tables.some(({ stepValuation }) => stepValuation === 'sequence')) return 'sequence';
  if (limitsOf(term).some((limit) => 'order' in limit && limit.order !== 'proRata')) return 'order';
  if (rounding.grain === 'line') return 'lines';
  if (gates !== 'none' && gates.within === 'document') return 'documents';
  return group !== 'none' && group.leavers === 'tierAtLeaving' ? 'days' : undefined;
}

/** What one sum of the term needs: its buckets are smaller than a total, or its prices are of lines. */
export function needOfSlot({ buckets, measure }: Slot, { product }: Line): TotalNeed | undefined {
  if (buckets.some((bucket) => bucket !== 'product')) return 'documents';
  if (buckets.includes('product') && product === '') return 'product';
  if (measure.of !== 'priceDifference' || measure.whenNegative !== 'zero') return undefined;
  const isOfLine = [measure.higher, measure.lower].some(({ source }) => source === 'net');
  return isOfLine ? 'price' : undefined;
}
