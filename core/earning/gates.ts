import type { Gates } from '../agreement/agreement.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, divide, multiply, type Rational, rational, subtract, sumOf } from '../number/rational.ts';
import { type GatePlan, isShare, type PlanTerm } from '../plan/plan.ts';
import { firstParts } from '../text/key.ts';
import { withBuckets } from './likeForLike.ts';
import { measured, measuredShare } from './measured.ts';
import type { SlotSum, Sums } from './sums.ts';

/** What one gate came to. `missing`: how much more of the measured thing would open it. */
export type GateOutcome = {
  readonly plan: GatePlan;
  readonly isMet: boolean;
  /** Undefined for a share of nothing. */
  readonly value: Rational | undefined;
  readonly missing?: Rational;
};

export type GatesOutcome = { readonly isOpen: boolean; readonly outcomes: readonly GateOutcome[] };

/** Whether enough gates are open, by the window as a whole. Gates by document have done their work before. */
export function openGates(planned: PlanTerm, sums: Sums): GatesOutcome {
  const { gates } = planned.term;
  if (gates === 'none' || gates.within === 'document') return { isOpen: true, outcomes: [] };
  const outcomes = planned.gates.map((plan) => gateOutcome(plan, sums));
  return { isOpen: isEnough(gates, outcomes), outcomes };
}

/** Gates document by document: those that fail leave the payout measures. */
export function documentsThatPass(planned: PlanTerm, sums: Sums): Sums {
  const { gates } = planned.term;
  if (gates === 'none' || gates.within === 'window') return sums;
  const isKept = (document: string) =>
    isEnough(
      gates,
      planned.gates.map((plan) => gateOutcome(plan, ofDocument(sums, document))),
    );
  return withBuckets(
    sums,
    (slot) => !slot.startsWith('payout.'),
    (bucket) => isKept(documentOf(bucket)),
  );
}

function isEnough({ need }: Gates, outcomes: readonly GateOutcome[]): boolean {
  const met = outcomes.filter(({ isMet }) => isMet).length;
  return need === 'all' ? met === outcomes.length : met >= need;
}

function gateOutcome(plan: GatePlan, sums: Sums): GateOutcome {
  const value = measuredShare(plan.measure, sums)?.value;
  const from = decimalToRational(plan.from);
  const order = value === undefined ? -1 : compare(value, from);
  const isMet = plan.boundary === 'atLeast' ? order >= 0 : order > 0;
  const missing = isMet ? undefined : missingTo(plan, sums, from);
  return { plan, isMet, value, ...(missing && { missing }) };
}

/**
 * Of a share p / (p + q) ≥ s, the missing part is q·s/(1 − s) − p: more of the part grows the whole,
 * too. A share of a whole that does not hold the part is only missing s × whole − part.
 */
function missingTo(plan: GatePlan, sums: Sums, from: Rational): Rational | undefined {
  if (!isShare(plan.measure)) return subtract(from, measured(plan.measure, sums).value);
  const part = measured(plan.measure.part, sums).value;
  const rest = subtract(measured(plan.measure.whole, sums).value, part);
  const share = divide(from, rational(100n));
  const other = subtract(rational(1n), share);
  return other.n <= 0n ? undefined : subtract(divide(multiply(rest, share), other), part);
}

function ofDocument(sums: Sums, document: string): Sums {
  const slots = [...sums.slots].map(([id, slot]) => [id, onlyDocument(slot, document)] as const);
  return { ...sums, slots: new Map(slots) };
}

function onlyDocument(slot: SlotSum, document: string): SlotSum {
  const buckets = new Map([...slot.buckets].filter(([bucket]) => documentOf(bucket) === document));
  return { value: sumOf(buckets.values()), lines: slot.lines, buckets };
}

/** A bucket by document begins with its source and its document. */
function documentOf(bucket: string): string {
  return firstParts(bucket, 2);
}
