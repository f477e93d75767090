import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withFormulaGuard, withoutFormulaGuard } from './formulaGuard.ts';

it.each([
  ["'=1+1", '=1+1'],
  ["'-5", '-5'],
  ["'＝A1", '＝A1'],
  ["'\tx", '\tx'],
  ["''=x", "'=x"],
  ["a;'=1", 'a;=1'],
  ['5"\'-x', '5"-x'],
  ["'\t'=1", '\t=1'],
  ["a'=1", "a'=1"],
  ['=1+1', '=1+1'],
  ["'Hoek", "'Hoek"],
  ["O'Neill", "O'Neill"],
  ['', ''],
])('reads %j as %j', (text, expected) => {
  expect(withoutFormulaGuard(text)).toBe(expected);
});

it('takes off exactly what an export puts on', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '＝', 'a', ' ', ';', '"') });
  fc.assert(
    fc.property(text, (one) => {
      expect(withoutFormulaGuard(withFormulaGuard(one))).toBe(one);
    }),
    { seed: 20261129, numRuns: 500 },
  );
});
