import { expect, it } from 'vitest';
import { runsOfRows } from './runsOfRows.ts';

const rows = (length: number) => Array.from({ length }, (_, row) => String(row));

it.each([0, 1, 150])('takes all of %i rows', (length) => {
  expect(runsOfRows(rows(length))).toEqual(rows(length));
});

it.each([151, 152, 2000])(
  'takes the first and the last of %i rows, each once, in runs of fifty',
  (length) => {
    const taken = runsOfRows(rows(length)).map(Number);
    expect([taken[0], new Set(taken).size]).toEqual([0, 150]);
    expect(taken.at(-1)).toBeGreaterThanOrEqual(length - 2);
    const steps = taken.slice(1).filter((row, at) => row === (taken[at] ?? 0) + 1);
    expect(steps.length).toBeGreaterThanOrEqual(150 - 3);
  },
);
