import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../core/agreement/agreement.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { casesOf } from '../support/agreementCases.ts';
import { type CaseInputs, computed, inputsOf } from '../support/caseInputs.ts';
import type { CaseTexts } from '../support/caseTexts.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { IS_DEEP, SEED, tradeCases } from '../support/tradeCases.ts';

const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };
const CASES: readonly (readonly [string, fc.Arbitrary<CaseTexts>, number])[] = [
  ['plain terms', tradeCases, IS_DEEP ? 5000 : 60],
  ...Object.entries(MECHANISMS).map(([name, shape]) => [name, casesOf(shape), IS_DEEP ? 500 : 10] as const),
];

/**
 * Where a line is a thing of its own: counted, floored or capped by the line, with a discount of the line,
 * in a sequence, or as a sale that is looked for by its quantity.
 */
function looksAtLines(term: Term): boolean {
  const text = JSON.stringify(term, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  const { limits, returns, tiers } = term;
  return (
    /"what":"line"|"level":"line"|"basis":"invoice"/.test(text) ||
    (limits !== 'none' && limits.some(({ scope }) => scope === 'line')) ||
    tiers.stepValuation === 'sequence' ||
    returns.unlinked === 'oldestSale' ||
    returns.unlinked === 'newestSale'
  );
}

function half({ digits, scale }: Decimal): Decimal {
  return { digits: digits * 5n, scale: scale + 1 };
}

/** One line as two with half of everything each; returns of it refer to the first one. */
function inHalves(line: Line): Line[] {
  const part = {
    ...line,
    quantities: Object.fromEntries(
      Object.entries(line.quantities).map(([kind, quantity]) => [kind, half(quantity)]),
    ),
    ...(line.netValue && { netValue: half(line.netValue) }),
    ...(line.grossValue && { grossValue: half(line.grossValue) }),
  };
  return [part, { ...part, line: `${line.line}b` }];
}

function exactOf(inputs: CaseInputs): string[] {
  return computed(inputs).map(({ term, partner, window, exact }) =>
    [term, partner, window.from, `${exact.n}/${exact.d}`].join(' '),
  );
}

describe('a line and its two halves', () => {
  it.each(CASES)('earn the same where no line is a thing of its own: %s', TIME, (_, cases, numRuns) => {
    fc.assert(
      fc.property(cases, fc.nat(5), (trade, choice) => {
        const inputs = inputsOf(trade);
        if (inputs.agreement.terms.some(looksAtLines)) return;
        const lines = inputs.lines.flatMap((line, index) => (index % 6 === choice ? line : inHalves(line)));
        expect(exactOf({ ...inputs, lines })).toEqual(exactOf(inputs));
      }),
      { numRuns, seed: SEED },
    );
  });
});
