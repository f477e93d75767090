import { expect, it } from 'vitest';
import { standingText } from './standing.ts';

it.each([
  ['approved', 'comesInForce'],
  ['active', 'inForce'],
  ['expired', 'wasInForce'],
  ['terminated', 'wasInForce'],
] as const)('the last version of an agreement that is %s: %s', (state, said) => {
  expect(standingText(state, 2)).toBe(said);
  expect(standingText(state, undefined)).toBe('noVersion');
});
