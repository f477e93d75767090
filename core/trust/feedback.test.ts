import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feedbackOf, JUDGED_LEAST, type Judged } from './feedback.ts';

const judged = (right: readonly number[], wrong: readonly number[]): Judged[] => [
  ...right.map((score) => ({ detector: 'd', score, decision: 'confirmed' }) as const),
  ...wrong.map((score) => ({ detector: 'd', score, decision: 'falseAlarm' }) as const),
];
const suggested = (right: readonly number[], wrong: readonly number[]) =>
  feedbackOf(judged(right, wrong))[0]?.suggestion;

it('says how much of what was found was right', () => {
  expect(feedbackOf(judged([900], [300, 400]))).toEqual([
    { detector: 'd', confirmed: 1, falseAlarms: 2, precision: 3333 },
  ]);
});

it.each([
  ['too few decisions', [900], [300, 310, 320], undefined],
  ['all false alarms are weaker', [900, 910], [300, 400, 500], { leastScore: 900, spared: 3, missed: 0 }],
  ['nothing would be better', [300, 310], [900, 910, 920], undefined],
  [
    'one miss is worth four spared',
    [100, 900],
    [200, 210, 220, 230],
    { leastScore: 900, spared: 4, missed: 1 },
  ],
  ['but not three', [100, 900], [200, 210, 220], undefined],
  ['no false alarm', [100, 200, 300, 400, 500], [], undefined],
])('%s', (_, right, wrong, suggestion) => {
  expect(suggested(right, wrong)).toEqual(suggestion);
});

it('suggests what no other score beats, worked out one by one', () => {
  const scores = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 0, maxLength: 12 });
  fc.assert(
    fc.property(scores, scores, (right, wrong) => {
      const gainAt = (least: number) =>
        wrong.filter((score) => score < least).length - 3 * right.filter((score) => score < least).length;
      const all = [...right, ...wrong];
      const best = Math.max(0, ...all.map(gainAt));
      const found = suggested(right, wrong);
      const gain = found === undefined ? 0 : gainAt(found.leastScore);
      expect(gain).toBe(all.length < JUDGED_LEAST ? 0 : best);
    }),
  );
});
