import { expect, test } from 'vitest';
import { FOUR_EYES } from '../../../core/lifecycle/approvalRules.ts';
import { DIRECTIONS, draftOf, freshId, PROGRAMMES, SUBJECTS, textOf } from './approvalRules.ts';

const LARGE = {
  format: 'openrebate/approval/v1',
  levels: [
    { id: 'sales', name: { en: 'Head of sales', 'zh-CN': '销售主管' }, approvers: ['p1', 'p2'] },
    { id: 'finance', name: { en: 'Controlling', 'zh-CN': '财务控制' }, approvers: 'anyone' },
  ],
  rules: [
    {
      ...{ id: 'all', subjects: 'any', directions: 'any', programmes: 'any', partners: 'any', amount: 'any' },
      levels: ['sales'],
    },
    {
      ...{ id: 'large', subjects: ['settlement'], directions: ['customerRebate'], programmes: ['volume'] },
      ...{ partners: ['P1'], amount: { atLeast: '50000', currency: 'EUR' }, levels: ['finance'] },
    },
  ],
};

test('a form gives the rules back that it was filled with', () => {
  expect(textOf(draftOf(LARGE))).toEqual(LARGE);
  const [rule] = FOUR_EYES.rules;
  expect(textOf(draftOf(FOUR_EYES))).toEqual({
    ...{ format: LARGE.format, levels: FOUR_EYES.levels },
    rules: [{ ...rule, subjects: 'any' }],
  });
});

test('it offers what the server knows', async () => {
  const { DIRECTIONS: directions, PROGRAMMES: programmes } = await import(
    '../../../core/agreement/agreement.ts'
  );
  const { APPROVED } = await import('../../../core/lifecycle/approvalRules.ts');
  expect([SUBJECTS, DIRECTIONS, [...PROGRAMMES].sort()]).toEqual([
    APPROVED,
    directions,
    [...programmes].sort(),
  ]);
});

test('a new one has an id of its own', () => {
  expect(freshId('rule', [{ id: 'rule2' }])).toBe('rule3');
});
