import { expect, test } from 'vitest';
import { thousandsMeant } from './thousandsMeant.ts';

test.each([
  ['20.000', '20000'],
  ['1.250', '1250'],
  ['120.500', '120500'],
  ['0.125', undefined],
  ['20', undefined],
  ['20.00', undefined],
  ['20.0000', undefined],
  ['1250.000', undefined],
  ['', undefined],
])('%s may mean %s', (decimal, whole) => {
  expect(thousandsMeant(decimal)).toBe(whole);
});
