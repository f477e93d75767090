import type { Direction } from '../agreement/agreement.ts';
import { add, compare, divide, multiply, type Rational, rational, sumOf, ZERO } from '../number/rational.ts';

/** One way in which a window may end, and what is then recognised for the volume so far. */
export type Outcome = { readonly amount: Rational; readonly probability: Rational };

/** The mean of the outcomes by their probabilities. Source: IFRS 15.53 (a). */
export function expectedValue(outcomes: readonly Outcome[]): Rational {
  const all = sumOf(outcomes.map(({ probability }) => probability));
  return divide(sumOf(outcomes.map(({ amount, probability }) => multiply(amount, probability))), all);
}

/** The outcome with the highest probability; of two, the one that is less favourable to us. Source: IFRS 15.53 (b). */
export function mostLikely(outcomes: readonly Outcome[], direction: Direction): Rational {
  const [first, ...others] = careful(outcomes, direction);
  if (first === undefined) return ZERO;
  return others.reduce(
    (found, next) => (compare(next.probability, found.probability) > 0 ? next : found),
    first,
  ).amount;
}

/**
 * The estimate, or the outcome that with the probability asked for is at least as unfavourable to us
 * as what will come, whichever is worse for us: what is recognised in our favour must be unlikely to
 * be taken back. Units: `confidence` in percent of all probabilities. Source: IFRS 15.56.
 */
export function constrained(
  estimate: Rational,
  outcomes: readonly Outcome[],
  confidence: Rational,
  direction: Direction,
): Rational {
  const asked = divide(
    multiply(confidence, sumOf(outcomes.map(({ probability }) => probability))),
    rational(100n),
  );
  let covered = ZERO;
  // From the best for us to the worst: the first that covers enough is safe enough.
  for (const { amount, probability } of careful(outcomes, direction).reverse()) {
    covered = add(covered, probability);
    if (compare(covered, asked) >= 0) return worse(estimate, amount, direction);
  }
  return estimate;
}

/** The worst for us first: of what we owe the most, of what is owed to us the least. */
function careful(outcomes: readonly Outcome[], direction: Direction): Outcome[] {
  const sign = direction === 'supplierRebate' ? 1 : -1;
  return [...outcomes].sort((a, b) => sign * compare(a.amount, b.amount));
}

function worse(a: Rational, b: Rational, direction: Direction): Rational {
  const [worst] = careful(
    [a, b].map((amount) => ({ amount, probability: ZERO })),
    direction,
  );
  return worst?.amount ?? a;
}
