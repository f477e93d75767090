import { expect, test } from 'vitest';
import { codesIn, draftOf, wantedOf } from './wantedRoles.ts';

test('codes stand between commas of either script', () => {
  expect(codesIn(' AW, NW，ZW ,,')).toEqual(['AW', 'NW', 'ZW']);
  expect(codesIn('')).toEqual([]);
});

test('a role that was granted is typed and sent as it was', () => {
  const limit = { amount: '10000.00', currency: 'USD' };
  const granted = { role: 'approver', companies: ['AW', 'NW'], limit } as const;
  expect(wantedOf(draftOf(granted))).toEqual(granted);
  expect(wantedOf(draftOf({ role: 'auditor', companies: null, limit: null }))).toEqual({ role: 'auditor' });
});
