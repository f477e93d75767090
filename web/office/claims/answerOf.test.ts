import { expect, test } from 'vitest';
import { answerOf, lessOf } from './answerOf.ts';

const line = (number: number, undecided: string) => ({ line: number, positions: { undecided } });

test('what is not granted of a line goes out with its reason, to the cent', () => {
  const said = new Map([
    [1, { granted: '423.00', reason: 'price' }],
    [2, { granted: '1,084.5', reason: 'price' }],
    [3, { granted: '', reason: 'price' }],
  ] as const);
  expect(answerOf([line(1, '453.00'), line(2, '1084.50'), line(3, '5.00')], said)).toEqual([
    { line: 1, accepted: '423.00', objected: [{ amount: '30.00', reason: 'price' }] },
    { line: 2, accepted: '1084.5', objected: [] },
  ]);
  expect(lessOf('-5.00', '-7.50')).toBe('2.50');
});
