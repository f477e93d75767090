import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutFormulaGuard } from './formulaGuard.ts';

it.each([
  ["'=1+1", '=1+1'],
  ["'-5", '-5'],
  ["'＝A1", '＝A1'],
  ["'\tx", '\tx'],
  ["''=x", "'=x"],
  ['=1+1', '=1+1'],
  ["'Hoek", "'Hoek"],
  ["O'Neill", "O'Neill"],
  ['', ''],
])('reads %j as %j', (text, expected) => {
  expect(withoutFormulaGuard(text)).toBe(expected);
});

it('takes off exactly what an export puts on', () => {
  const guard = (text: string) => (/^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text);
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '＝', 'a', ' ') });
  fc.assert(
    fc.property(text, (one) => {
      expect(withoutFormulaGuard(guard(one))).toBe(one);
    }),
    { seed: 20261129, numRuns: 500 },
  );
});
