import { expect, it } from 'vitest';
import { subjectOf } from './subject.ts';

it.each([
  ['claimLine', 'C1/2', { object: 'claim', id: 'C1' }],
  ['claimLine', 'C/1/2', { object: 'claim', id: 'C/1' }],
  ['claimLine', 'C1', { object: 'claim', id: 'C1' }],
  ['claim', 'C1', { object: 'claim', id: 'C1' }],
  ['bankChange', 'P1/7', { object: 'bankChange', id: 'P1/7' }],
] as const)('of %s %s', (object, id, subject) => {
  expect(subjectOf({ object, id })).toEqual(subject);
});
