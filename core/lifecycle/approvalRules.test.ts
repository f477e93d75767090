import { describe, expect, it } from 'vitest';
import { agreementOf, decimalOf, fractionOf } from '../../test/support/trade.ts';
import { APPROVAL_FORMAT, type ApprovalRule, decodeApprovalRules, FOUR_EYES } from './approvalRules.ts';
import { neededLevels } from './neededLevels.ts';

const level = (id: string, approvers: unknown = 'anyone') => ({
  id,
  name: { en: id, 'zh-CN': id },
  approvers,
});
const EVERYTHING = {
  id: 'everything',
  directions: 'any',
  programmes: 'any',
  partners: 'any',
  amount: 'any',
  levels: ['sales'],
};
const rulesText = (differs: object = {}) => ({
  format: APPROVAL_FORMAT,
  levels: [level('sales'), level('finance', ['anna']), level('board')],
  rules: [EVERYTHING],
  ...differs,
});

function refusalsOf(text: unknown): string[] {
  const decoded = decodeApprovalRules(text);
  return decoded.ok ? [] : decoded.refusals.map(({ code, at }) => `${code} ${at}`);
}

describe('the text of approval rules', () => {
  it('is taken where it is whole', () => {
    expect(refusalsOf(rulesText())).toEqual([]);
  });

  it.each([
    [
      'a level that is not there',
      { rules: [{ ...EVERYTHING, levels: ['sales', 'cfo'] }] },
      'approval-level-unknown rules[0].levels',
    ],
    [
      'no rule for all subjects',
      { rules: [{ ...EVERYTHING, subjects: ['agreement'] }] },
      'approval-rules-gap rules',
    ],
    [
      'a subject that nobody approves by levels',
      {
        rules: [
          { ...EVERYTHING, subjects: ['claim'] },
          { ...EVERYTHING, id: 'b', subjects: 'any' },
        ],
      },
      'agreement-value-not-allowed rules[0].subjects[0]',
    ],
    ['no rule for everything', { rules: [{ ...EVERYTHING, partners: ['P1'] }] }, 'approval-rules-gap rules'],
    ['a level twice', { levels: [level('sales'), level('sales')] }, 'agreement-id-repeated levels[1].id'],
    ['a rule twice', { rules: [EVERYTHING, EVERYTHING] }, 'agreement-id-repeated rules[1].id'],
    ['nobody who approves', { levels: [level('sales', [])] }, 'agreement-list-empty levels[0].approvers'],
    [
      'an unknown currency',
      { rules: [EVERYTHING, { ...EVERYTHING, id: 'b', amount: { atLeast: '1', currency: 'EURO' } }] },
      'agreement-currency-unknown rules[1].amount.currency',
    ],
    [
      'an amount that is a number',
      { rules: [EVERYTHING, { ...EVERYTHING, id: 'b', amount: { atLeast: 1, currency: 'EUR' } }] },
      'agreement-field-type rules[1].amount.atLeast',
    ],
    ['a field of nobody', { deputies: 'none' }, 'agreement-field-unknown deputies'],
  ])('is refused with %s', (_, differs, expected) => {
    expect(refusalsOf(rulesText(differs))).toEqual([expected]);
  });
});

describe('the levels that an agreement needs', () => {
  const everything = EVERYTHING as unknown as ApprovalRule;
  const decoded = decodeApprovalRules(rulesText());
  const { levels } = decoded.ok ? decoded.value : FOUR_EYES;
  const question = (value: string, differs: object = {}) => ({
    subject: 'settlement' as const,
    agreement: agreementOf({}, {}),
    value: fractionOf(value),
    concerns: (partner: string) => partner === 'P1',
    ...differs,
  });
  const needed = (rule: Partial<ApprovalRule>, value = '0', differs: object = {}) => {
    const rules = [everything, { ...everything, id: 'more', levels: ['board'], ...rule }];
    return neededLevels({ levels, rules }, question(value, differs))
      .map(({ id }) => id)
      .join(' ');
  };
  const atLeast = { atLeast: decimalOf('10000'), currency: 'EUR' };

  it.each([
    ['below the amount', { amount: atLeast }, '9999.99', 'sales'],
    ['at the amount', { amount: atLeast }, '10000', 'sales board'],
    ['above the amount', { amount: atLeast }, '10000.01', 'sales board'],
    [
      'in a currency that cannot be compared',
      { amount: { ...atLeast, currency: 'USD' } },
      '0',
      'sales board',
    ],
    ['of everything', { subjects: 'any' as const }, '0', 'sales board'],
    ['of documents that settle', { subjects: ['settlement', 'lapse'] as const }, '0', 'sales board'],
    ['of agreements', { subjects: ['agreement'] as const }, '0', 'sales'],
    ['of the direction', { directions: ['customerRebate'] as const }, '0', 'sales board'],
    ['of another direction', { directions: ['supplierRebate'] as const }, '0', 'sales'],
    ['of the programme', { programmes: ['volume'] as const }, '0', 'sales board'],
    ['of another programme', { programmes: ['growth'] as const }, '0', 'sales'],
    ['that a partner can take part in', { partners: ['P0', 'P1'] }, '0', 'sales board'],
    ['of other partners', { partners: ['P2'] }, '0', 'sales'],
    ['in the order of the levels, each once', { levels: ['finance', 'sales'] }, '0', 'sales finance'],
  ])('one %s', (_, rule, value, expected) => {
    expect(needed(rule, value)).toBe(expected);
  });

  it('are a second person where a company has no rules', () => {
    expect(neededLevels(FOUR_EYES, question('1')).map(({ id }) => id)).toEqual(['secondPerson']);
  });
});
