import { expect, it } from 'vitest';
import { namesReference } from './namesReference.ts';

it.each([
  ['LEAF-REBATE/1', true],
  ['Bonus leaf-rebate/1, advice 17', true],
  ['(LEAF-REBATE/1)', true],
  ['LEAF-REBATE/12', false],
  ['LEAF-REBATE/12 LEAF-REBATE/1', true],
  ['XLEAF-REBATE/1', false],
  ['ÄLEAF-REBATE/1', false],
  ['LEAF REBATE 1', false],
  ['', false],
])('%s', (text, isNamed) => {
  expect(namesReference(text, 'LEAF-REBATE/1')).toBe(isNamed);
});

it('is not said of nothing', () => {
  expect(namesReference('anything', '')).toBe(false);
});
