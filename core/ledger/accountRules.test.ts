import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AccountRule, accountOf, contradicting } from './accountRules.ts';

const rules: readonly AccountRule[] = [
  { role: 'rebateExpense', account: '4730' },
  { role: 'rebateExpense', account: '4731', company: 'EU' },
  { role: 'rebateExpense', account: '4732', costCentre: 'north' },
  { role: 'rebateExpense', account: '4733', company: 'EU', costCentre: 'north' },
  { role: 'accruedLiability', account: '3070', event: 'accrue' },
];

describe('the account that an amount stands on', () => {
  it.each([
    ['the rule for all', 'rebateExpense', { company: 'UK' }, '4730'],
    ['the rule of its company', 'rebateExpense', { company: 'EU' }, '4731'],
    ['the rule that names most', 'rebateExpense', { company: 'EU', costCentre: 'north' }, '4733'],
    ['not one that is not met', 'rebateExpense', { company: 'UK', costCentre: 'south' }, '4730'],
    ['a rule of an event', 'accruedLiability', { event: 'accrue' }, '3070'],
    ['without a rule the role', 'accruedLiability', { event: 'settle' }, 'accruedLiability'],
    ['without a rule for the role at all', 'bank', {}, 'bank'],
  ] as const)('%s', (_, role, amount, account) => {
    expect(accountOf(rules, role, amount)).toBe(account);
  });

  it('is that of the earlier field where two rules name as many', () => {
    const two = [rules[2], rules[1]] as AccountRule[];
    expect(accountOf(two, 'rebateExpense', { company: 'EU', costCentre: 'north' })).toBe('4731');
  });

  it('does not depend on the order of the rules', () => {
    const amount = { company: 'EU', costCentre: 'north', event: 'accrue' };
    fc.assert(
      fc.property(fc.shuffledSubarray([...rules], { minLength: rules.length }), (shuffled) => {
        expect(accountOf(shuffled, 'rebateExpense', amount)).toBe('4733');
      }),
    );
  });
});

test('two rules that ask the same contradict each other, also where they agree', () => {
  expect(contradicting(rules)).toBeUndefined();
  const again: AccountRule = { account: '9', company: 'EU', role: 'rebateExpense' };
  expect(contradicting([...rules, again])).toEqual([rules[1], again]);
});
