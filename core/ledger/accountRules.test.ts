import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AccountRule, accountOf, contradicting, lineless, unclearable } from './accountRules.ts';

const rules: readonly AccountRule[] = [
  { role: 'rebateExpense', account: '4730' },
  { role: 'rebateExpense', account: '4731', company: 'EU' },
  { role: 'rebateExpense', account: '4732', agreement: 'A1' },
  { role: 'rebateExpense', account: '4733', company: 'EU', agreement: 'A1' },
  { role: 'rebateIncome', account: '4790', event: 'stock' },
  { role: 'rebateExpense', account: '4735', productGroup: 'PUMPS' },
  { role: 'rebateExpense', account: '4736', costCentre: 'K9' },
];

describe('the account that an amount stands on', () => {
  it.each([
    ['the rule for all', 'rebateExpense', { company: 'UK' }, '4730'],
    ['the rule of its company', 'rebateExpense', { company: 'EU' }, '4731'],
    ['the rule that names most', 'rebateExpense', { company: 'EU', agreement: 'A1' }, '4733'],
    ['not one that is not met', 'rebateExpense', { company: 'UK', agreement: 'A2' }, '4730'],
    ['a rule of an event', 'rebateIncome', { event: 'stock' }, '4790'],
    ['the rule of its products', 'rebateExpense', { company: 'UK', productGroup: 'PUMPS' }, '4735'],
    ['the company before its products', 'rebateExpense', { company: 'EU', productGroup: 'PUMPS' }, '4731'],
    [
      'the group before the cost centre',
      'rebateExpense',
      { costCentre: 'K9', productGroup: 'PUMPS' },
      '4735',
    ],
    ['without a rule the role', 'rebateIncome', { event: 'accrue' }, 'rebateIncome'],
    ['without a rule for the role at all', 'bank', {}, 'bank'],
  ] as const)('%s', (_, role, amount, account) => {
    expect(accountOf(rules, role, amount)).toBe(account);
  });

  it('is that of the earlier field where two rules name as many', () => {
    const two = [rules[2], rules[1]] as AccountRule[];
    expect(accountOf(two, 'rebateExpense', { company: 'EU', agreement: 'A1' })).toBe('4731');
  });

  it('does not depend on the order of the rules', () => {
    const amount = { company: 'EU', agreement: 'A1', event: 'accrue' };
    fc.assert(
      fc.property(fc.shuffledSubarray([...rules], { minLength: rules.length }), (shuffled) => {
        expect(accountOf(shuffled, 'rebateExpense', amount)).toBe('4733');
      }),
    );
  });
});

test('what comes onto a balance and what goes off it stand on one account', () => {
  expect(unclearable(rules)).toBeUndefined();
  const apart: AccountRule = { role: 'accruedLiability', account: '3070', event: 'accrue' };
  expect(unclearable([...rules, apart])).toEqual(apart);
});

test('only what lines have earned knows their products', () => {
  expect(lineless(rules)).toBeUndefined();
  const paid: AccountRule = { role: 'bank', account: '1200', costCentre: 'K9' };
  expect(lineless([...rules, paid])).toEqual(paid);
});

test('two rules that ask the same contradict each other, also where they agree', () => {
  expect(contradicting(rules)).toBeUndefined();
  const again: AccountRule = { account: '9', company: 'EU', role: 'rebateExpense' };
  expect(contradicting([...rules, again])).toEqual([rules[1], again]);
});
