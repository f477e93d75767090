import { describe, expect, it } from 'vitest';
import { ageBucket, daysLate, reminderDue } from './ageing.ts';

describe('how late a claim is', () => {
  it.each([
    [-1, 0, 'notDue'],
    [0, 0, 'notDue'],
    [1, 1, 'to30'],
    [30, 30, 'to30'],
    [31, 31, 'to60'],
    [60, 60, 'to60'],
    [61, 61, 'to90'],
    [90, 90, 'to90'],
    [91, 91, 'over90'],
  ])('%i days after its due day', (after, late, bucket) => {
    expect([daysLate(100, 100 + after), ageBucket(100, 100 + after)]).toEqual([late, bucket]);
  });
});

describe('the next reminder', () => {
  it.each([
    ['on its day', 1, 0, 1],
    ['not before', 0, 0, undefined],
    ['is the second after the first', 15, 1, 2],
    ['is one at a time, however late it is', 90, 0, 1],
    ['is none after the last', 90, 2, undefined],
  ])('%s', (_, after, sent, due) => {
    expect(reminderDue(100, 100 + after, [1, 15], sent)).toBe(due);
  });
});
