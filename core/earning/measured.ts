import { decimalToRational } from '../number/decimal.ts';
import {
  compare,
  divide,
  floor,
  isZero,
  lesser,
  multiply,
  type Rational,
  rational,
  sumOf,
  ZERO,
} from '../number/rational.ts';
import { isShare, type MeasurePlan, type SharePlan } from '../plan/plan.ts';
import { NO_SLOT, type SlotSum, type Sum, type Sums } from './sums.ts';

const HUNDRED = rational(100n);

/** What a measure comes to: sums as they are, whole pallets, numbers of documents, complete sets. */
export function measured(plan: MeasurePlan, sums: Sums): Sum {
  const slotOf = (id: string): SlotSum => sums.slots.get(id) ?? NO_SLOT;
  switch (plan.take) {
    case 'sum': {
      const slot = slotOf(plan.slot);
      if (plan.max === undefined) return { value: slot.value, lines: slot.lines };
      const max = decimalToRational(plan.max);
      return {
        value: sumOf([...slot.buckets.values()].map((value) => lesser(value, max))),
        lines: slot.lines,
      };
    }
    case 'full': {
      const slot = slotOf(plan.slot);
      return { value: sumOf([...slot.buckets.values()].map(wholeUnits)), lines: slot.lines };
    }
    case 'fullUnits': {
      const slot = slotOf(plan.slot);
      const units = slotOf(plan.units).buckets;
      const onFull = [...slot.buckets].map(([bucket, value]) =>
        piecesOnFull(value, units.get(bucket) ?? ZERO),
      );
      return { value: sumOf(onFull), lines: slot.lines };
    }
    case 'positive': {
      const slot = slotOf(plan.slot);
      const above = [...slot.buckets.values()].filter((value) => value.n > 0n);
      return { value: rational(BigInt(above.length)), lines: slot.lines };
    }
    case 'sets': {
      const parts = plan.parts.map(({ slot, quantity }) =>
        wholeUnits(divide(slotOf(slot).value, decimalToRational(quantity))),
      );
      const lines = plan.parts.reduce((sum, { slot }) => sum + slotOf(slot).lines, 0);
      return { value: parts.reduce(lesser), lines };
    }
  }
}

/** A measure, or one measure in percent of another; undefined where there is nothing to compare with. */
export function measuredShare(plan: MeasurePlan | SharePlan, sums: Sums): Sum | undefined {
  if (!isShare(plan)) return measured(plan, sums);
  const part = measured(plan.part, sums);
  const whole = measured(plan.whole, sums);
  if (compare(whole.value, ZERO) <= 0) return undefined;
  return { value: divide(multiply(part.value, HUNDRED), whole.value), lines: whole.lines };
}

/** Whole units in a bucket. More returned than delivered is no full unit, not one below zero. */
export function wholeUnits(value: Rational): Rational {
  return value.n <= 0n ? ZERO : rational(floor(value));
}

/** `units` pieces make `packed` units of packing; so many pieces stand on the whole ones. */
export function piecesOnFull(packed: Rational, units: Rational): Rational {
  return isZero(packed) ? ZERO : multiply(wholeUnits(packed), divide(units, packed));
}
