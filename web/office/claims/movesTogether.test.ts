import { expect, test } from 'vitest';
import { movesTogether } from './movesTogether.ts';

type Move = Parameters<typeof movesTogether>[0][number];

test('lines that went the same way are one move, and what is disputed comes first', () => {
  const granted = { from: 'undecided', to: 'accepted', toReason: null } as Move;
  const disputed = { from: 'undecided', to: 'disputed', toReason: 'quantity' } as Move;
  const moves = [
    { ...granted, line: 1, amount: '1.10' },
    { ...disputed, line: 1, amount: '0.50' },
    { ...granted, line: 2, amount: '2.05' },
  ];
  expect(movesTogether(moves).map(({ lines, amount, to }) => [lines, amount, to])).toEqual([
    [[1], '0.50', 'disputed'],
    [[1, 2], '3.15', 'accepted'],
  ]);
});
