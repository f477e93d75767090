import { describe, expect, it } from 'vitest';
import { messageState, repairedRows } from './claimMessage.ts';

const nothing = { isRepaired: false, isDismissed: false };

describe('the state of a message', () => {
  it.each([
    ['waiting', undefined, nothing],
    ['taken', { refused: 0, waitingRows: 0 }, nothing],
    ['refused', { refused: 1, waitingRows: 0 }, nothing],
    ['quarantined', { refused: 1, waitingRows: 2 }, nothing],
    ['dismissed', { refused: 1, waitingRows: 2 }, { ...nothing, isDismissed: true }],
    ['repaired', { refused: 1, waitingRows: 2 }, { isRepaired: true, isDismissed: true }],
  ] as const)('%s', (state, taken, more) => {
    expect(messageState({ taken, ...more })).toBe(state);
  });
});

describe('repaired rows', () => {
  const rows = [
    { row: 2, texts: { reference: 'R', amount: '1' } },
    { row: 3, texts: { reference: 'S', amount: 'x' } },
    { row: 4, texts: { reference: 'S', amount: '2' } },
  ];

  it('say what was repaired, and are those that wait', () => {
    const repaired = repairedRows(rows, [3, 4], [{ row: 3, set: { amount: '5' } }]);
    expect(repaired.ok && repaired.value).toEqual([
      { row: 3, texts: { reference: 'S', amount: '5' } },
      { row: 4, texts: { reference: 'S', amount: '2' } },
    ]);
  });

  it('are none that do not wait', () => {
    const repaired = repairedRows(rows, [3, 4], [{ row: 2, set: { amount: '5' } }]);
    expect(repaired.ok ? [] : repaired.refusals.map(({ code }) => code)).toEqual(['claim-row-not-waiting']);
  });
});
