import { expect, it } from 'vitest';
import { isRoutingNumber } from './routingNumber.ts';

/** The first four are numbers of Federal Reserve and large banks, as they are published. */
it.each([
  ['011000015', true],
  ['021000021', true],
  ['121042882', true],
  ['231380104', true],
  ['021000012', false],
  ['021000022', false],
  ['000000000', false],
  ['02100002', false],
  ['0210000210', false],
  ['02100002A', false],
])('%s: %s', (text, expected) => {
  expect(isRoutingNumber(text)).toBe(expected);
});
