import { expect, test } from 'vitest';
import { firstAnswers, isWhole, saidTexts } from './question.ts';

const questions = [
  { id: 'amount', label: 'Amount', kind: 'amount' },
  { id: 'note', label: 'Note', isOptional: true },
] as const;

test('amounts are sent without the marks between thousands, and what is empty not at all', () => {
  const answered = { texts: { amount: ' 1,234.50 ', note: ' ' }, file: undefined };
  expect(saidTexts(questions, answered)).toEqual({ amount: '1234.50' });
  expect(isWhole(questions, answered)).toBe(true);
  expect(isWhole(questions, firstAnswers(questions))).toBe(false);
});
