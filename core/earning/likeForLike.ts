import { type Rational, sumOf } from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import type { SlotSum, Sums } from './sums.ts';

/** Growth like for like: only products that the baseline has too, on both sides of the comparison. */
export function likeForLike(planned: PlanTerm, sums: Sums): Sums {
  if (planned.term.baseline?.likeForLike !== 'products') return sums;
  const compared = sums.slots.get('baseline')?.buckets ?? new Map<string, Rational>();
  const isKept = (product: string) => (compared.get(product)?.n ?? 0n) > 0n;
  return withBuckets(sums, (slot) => slot.startsWith('gate'), isKept);
}

/** The sums with only the buckets that are kept, in all slots but the spared ones. */
export function withBuckets(
  sums: Sums,
  isSpared: (slot: string) => boolean,
  isKept: (bucket: string) => boolean,
): Sums {
  const slots = [...sums.slots].map(
    ([id, slot]) => [id, isSpared(id) ? slot : filtered(slot, isKept)] as const,
  );
  return { ...sums, slots: new Map(slots) };
}

function filtered(slot: SlotSum, isKept: (bucket: string) => boolean): SlotSum {
  const buckets = new Map([...slot.buckets].filter(([bucket]) => isKept(bucket)));
  return { ...slot, value: sumOf(buckets.values()), buckets };
}
