import { expect, it } from 'vitest';
import { backTested, type DecidedFinding } from './backTest.ts';

const of = (id: string) => ({ detector: 'claimedTwice', object: 'claim', id }) as const;
const decided = (id: string, decision: DecidedFinding['decision']): DecidedFinding => ({
  ...of(id),
  decision,
});

it('compares what is found with what was decided, each object once', () => {
  const known = [decided('A', 'confirmed'), decided('B', 'falseAlarm'), decided('C', 'confirmed')];
  expect(backTested([of('A'), of('A'), of('B'), of('D')], known)).toEqual([
    { detector: 'claimedTwice', found: 3, confirmed: 1, falseAlarms: 1, unknown: 1, missed: 1 },
  ]);
});

it('takes what was once right for right, also where it was a false alarm another time', () => {
  const known = [decided('A', 'falseAlarm'), decided('A', 'confirmed')];
  expect(backTested([of('A')], known)).toEqual([
    { detector: 'claimedTwice', found: 1, confirmed: 1, falseAlarms: 0, unknown: 0, missed: 0 },
  ]);
});

it('names a detector that finds nothing any more', () => {
  expect(backTested([], [decided('A', 'confirmed')])).toMatchObject([{ found: 0, missed: 1 }]);
  expect(backTested([], [])).toEqual([]);
});
