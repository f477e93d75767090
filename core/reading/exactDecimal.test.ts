import { expect, it } from 'vitest';
import { exactDecimal } from './exactDecimal.ts';

it.each([
  ['12.50', '12.50', '12.5'],
  ['0.30000000000000004', '0.30000000000000004', '0.3'],
  ['1.1000000000000001', '1.1000000000000001', '1.1'],
  ['2.675', '2.675', '2.675'],
  ['1234567890123456', '1234567890123456', '1234567890123456'],
  ['0.1234567890123455', '0.1234567890123455', '0.123456789012346'],
  ['999999999999999.9', '999999999999999.9', '1000000000000000'],
  ['-1E-3', '-0.001', '-0.001'],
  ['1.5E+3', '1500', '1500'],
  ['1.5e2', '150', '150'],
  ['0', '0', '0'],
  ['-0.0', '0.0', '0'],
  ['00012', '12', '12'],
  ['1e400', `1${'0'.repeat(400)}`, `1${'0'.repeat(400)}`],
])('writes %s out', (text, exact, shown) => {
  expect(exactDecimal(text)).toBe(exact);
  expect(exactDecimal(text, 15)).toBe(shown);
});

it.each(['', 'x', '1e401', '1e99999', '.5', '1.', '+1', 'Infinity', '1,5'])('refuses %s', (text) => {
  expect(exactDecimal(text)).toBeUndefined();
});

it('comes back from a number of many zeros, though each could be the first of the last ones', () => {
  const text = `0.${'0'.repeat(200_000)}1`;
  expect(exactDecimal(text, 15)).toBe(text);
});
