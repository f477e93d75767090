import { describe, expect, it } from 'vitest';
import type { Condition, Term, Tier } from '../../core/agreement/agreement.ts';
import type { Layer } from '../../core/booking/differences.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { Executor } from '../../core/cell/cell.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import { step } from '../../core/explanation/operands.ts';
import type { Line } from '../../core/fact/line.ts';
import { allocate } from '../../core/money/allocate.ts';
import { addMoney, type Money, subtractMoney } from '../../core/money/money.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { rational } from '../../core/number/rational.ts';
import { round } from '../../core/number/round.ts';
import type { Match } from '../../core/plan/matchLine.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { execute } from '../../engine/simple/execute.ts';

/**
 * Lines that must not compile. The compiler reads this file with the others (`npx tsc -b`): where a
 * mistake becomes possible, the expectation above it is an error. Nothing of it is run.
 */
function mistakes(line: Line, term: Term, window: Window, match: Match, made: Step): unknown[] {
  const euros: Money<'EUR'> = { minor: 1n, currency: 'EUR' };
  const dollars: Money<'USD'> = { minor: 1n, currency: 'USD' };
  // @ts-expect-error facts are not changed
  line.partner = 'P2';
  return [
    // @ts-expect-error two currencies do not add up
    addMoney(euros, dollars),
    // @ts-expect-error nor is one taken off the other
    subtractMoney(dollars, euros),
    // @ts-expect-error an amount is an integer of minor units, never a float
    { minor: 1.5, currency: 'EUR' } satisfies Money,
    // @ts-expect-error a fraction is made of bigints
    rational(1, 3),
    // @ts-expect-error a mode is named in full
    round(rational(1n, 2n), 'half'),
    // @ts-expect-error a weight is no number
    allocate(10n, [{ key: 'a', weight: 1 }]),
    // @ts-expect-error a decimal is digits and scale
    { from: 1000, rate: 2 } satisfies Tier,
    // @ts-expect-error a decimal is not its text either
    '12.50' satisfies Decimal,
    // @ts-expect-error nor are agreements
    term.tiers.rows.push(),
    // @ts-expect-error a window has an end
    { from: window.from } satisfies Window,
    // @ts-expect-error a condition has a list of values
    { attribute: 'partner.code', in: 'P1' } satisfies Condition,
    // @ts-expect-error only what is blocked is worth something
    match.worth,
    // @ts-expect-error a refusal is one of the registry
    refuse('agreement-wrong', 'terms'),
    // @ts-expect-error a step is one of the list
    step('guess', {}),
    // @ts-expect-error an explanation is not changed
    made.steps.push(made),
    // @ts-expect-error a cause is one of the closed list
    { cause: 'rounding', targets: new Map() } satisfies Layer,
    // @ts-expect-error what has no canonical text cannot be hashed
    canonicalJson({ amount: 5n }),
    // @ts-expect-error an executor gives its tallies, too
    ((plan, lines, context) => ({ cells: execute(plan, lines, context).cells })) satisfies Executor,
    execute satisfies Executor,
  ];
}

describe('mistakes', () => {
  it('are listed for the compiler, not run', () => {
    expect(mistakes).toHaveLength(5);
  });
});
