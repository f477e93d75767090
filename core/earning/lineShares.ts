import type { Window } from '../calendar/window.ts';
import type { Addend, Contribution } from '../cell/contribution.ts';
import { decimalToRational } from '../number/decimal.ts';
import {
  add,
  divide,
  isZero,
  lesser,
  multiply,
  type Rational,
  rational,
  sumOf,
  ZERO,
} from '../number/rational.ts';
import type { MeasurePlan, PlanTerm } from '../plan/plan.ts';
import { joinKey } from '../text/key.ts';
import type { FormulaResult } from '../tier/formula.ts';
import { piecesOnFull, wholeUnits } from './measured.ts';
import type { Sums } from './sums.ts';

/** What an amount is spread for: one partner and payout window, with what the formula made of it. */
export type Spread = {
  readonly planned: PlanTerm;
  readonly pays: Window;
  readonly result: FormulaResult;
  /** The payout measures that the result was paid on, where those of others were among them. */
  readonly measures?: ReadonlyMap<string, Rational>;
  /** Where gates by document or growth like for like have left lines out: the sums that remained. */
  readonly sums?: Sums;
};

/**
 * What each line takes part in an amount with, by its key: its part of the payout or qualifier
 * measure, or that part at the rate that it earned (each payout's amount by its own measure).
 * What was counted is shared by those behind it in proportion: whole pallets by the lines of their
 * delivery, a document by its lines, complete sets evenly by their components. The caller gives
 * the counted lines of the partner. Shape: weights are exact, and may be below zero.
 */
export function lineWeights(spread: Spread, stream: readonly Contribution[]): ReadonlyMap<string, Rational> {
  const { by } = spread.planned.term.apportionment;
  if (by === 'sequence' && spread.result.lineAmounts !== undefined) {
    return sequenceWeights(spread, stream, spread.result.lineAmounts);
  }
  if (by === 'qualifierMeasure') return measureWeights(spread, qualifierPlan(spread.planned), stream);
  return payoutWeights(spread, stream, by === 'ownRate');
}

/** The part of each line in the payout measure, several together; where asked, at the rate of each. */
export function payoutWeights(
  spread: Spread,
  stream: readonly Contribution[],
  atOwnRate = false,
): ReadonlyMap<string, Rational> {
  const weights = new Map<string, Rational>();
  for (const { id, measure } of spread.planned.payouts) {
    const own = measureWeights(spread, measure, stream);
    const rate = atOwnRate ? ratePaid(spread, id, own) : rational(1n);
    for (const [key, weight] of own) weights.set(key, add(weights.get(key) ?? ZERO, multiply(rate, weight)));
  }
  return weights;
}

function qualifierPlan({ qualifier }: PlanTerm): MeasurePlan {
  return 'whole' in qualifier ? qualifier.part : qualifier;
}

/** What one unit of a payout was paid, over all tiers that paid on it. */
function ratePaid(
  { result, measures }: Spread,
  payout: string,
  own: ReadonlyMap<string, Rational>,
): Rational {
  const total = measures?.get(payout) ?? sumOf(own.values());
  const amount = sumOf(result.paid.filter((part) => part.payout === payout).map((part) => part.amount));
  return isZero(total) ? ZERO : divide(amount, total);
}

function measureWeights(
  { pays, sums }: Spread,
  plan: MeasurePlan,
  stream: readonly Contribution[],
): ReadonlyMap<string, Rational> {
  const inWindow = stream.flatMap(({ key, addends }) =>
    addends.filter((addend) => addend.pays.from === pays.from).map((addend) => ({ key, addend })),
  );
  const buckets = new Map<string, Rational>();
  for (const { addend } of inWindow) {
    const key = bucketKey(addend);
    buckets.set(key, add(buckets.get(key) ?? ZERO, addend.value));
  }
  const weights = new Map<string, Rational>();
  for (const { key, addend } of inWindow.filter((entry) => isCounted(plan, entry.addend, sums))) {
    const weight = weightOf(plan, addend, buckets);
    weights.set(key, add(weights.get(key) ?? ZERO, weight));
  }
  return weights;
}

function isCounted(plan: MeasurePlan, { slot, bucket }: Addend, sums: Sums | undefined): boolean {
  if (!slotsOf(plan).includes(slot)) return false;
  return sums?.slots.get(slot)?.buckets.has(bucket) ?? true;
}

function slotsOf(plan: MeasurePlan): readonly string[] {
  return plan.take === 'sets' ? plan.parts.map(({ slot }) => slot) : [plan.slot];
}

function bucketKey({ slot, bucket }: Pick<Addend, 'slot' | 'bucket'>): string {
  return joinKey(slot, bucket);
}

/** The part of a line in what its bucket counts for. */
function weightOf(plan: MeasurePlan, addend: Addend, buckets: ReadonlyMap<string, Rational>): Rational {
  const bucket = buckets.get(bucketKey(addend)) ?? ZERO;
  // A plain sum of nothing is still made of its lines; nothing counted is made of none.
  if (isZero(bucket)) return plan.take === 'sum' ? addend.value : ZERO;
  return divide(multiply(countedOf(plan, addend, bucket, buckets), addend.value), bucket);
}

/** What a bucket counts for; of complete sets, what each component brings into all of them. */
function countedOf(
  plan: MeasurePlan,
  { bucket: name }: Addend,
  bucket: Rational,
  buckets: ReadonlyMap<string, Rational>,
): Rational {
  const held = (slot: string, own: string) => buckets.get(bucketKey({ slot, bucket: own })) ?? ZERO;
  switch (plan.take) {
    case 'sum':
      return plan.max === undefined ? bucket : lesser(bucket, decimalToRational(plan.max));
    case 'full':
      return wholeUnits(bucket);
    case 'fullUnits':
      return piecesOnFull(bucket, held(plan.units, name));
    case 'positive':
      return bucket.n > 0n ? rational(1n) : ZERO;
    case 'sets':
      return plan.parts
        .map(({ slot, quantity }) => wholeUnits(divide(held(slot, ''), decimalToRational(quantity))))
        .reduce(lesser);
  }
}

/** In sequence a sale has what its slices earned; a linked return has shrunk its sale and has no slice. */
function sequenceWeights(
  { pays }: Spread,
  stream: readonly Contribution[],
  amounts: ReadonlyMap<string, Rational>,
): ReadonlyMap<string, Rational> {
  const inWindow = stream.filter(({ addends }) => addends.some((addend) => addend.pays.from === pays.from));
  return new Map(inWindow.map(({ key }) => [key, amounts.get(key) ?? ZERO]));
}
