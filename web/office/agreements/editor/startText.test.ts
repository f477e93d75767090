import { expect, it } from 'vitest';
import { sideOf, startText, yearOfLines } from './startText.ts';

it.each([
  ['2026-12-01', 2025, '2025'],
  ['2026-12-01', 2026, undefined],
  ['2026-12-01', null, undefined],
  ['2026-12-01', undefined, undefined],
] as const)('on %s, with newest lines of %s, begins with %s', (today, newest, year) => {
  expect(yearOfLines(today, newest)).toBe(year);
});

it('begins with the whole year, and says it in its id', () => {
  const start = { template: { calendar: 'gregorian' }, name: 'Volume', company: 'EU', currency: 'EUR' };
  expect(startText({ ...start, year: '2025' })).toMatchObject({
    id: 'VOLUME-2025',
    validity: { firstDay: '2025-01-01', lastDay: '2025-12-31' },
  });
});

it.each([
  [{ terms: [{ transactions: 'purchase' }] }, 'purchase'],
  [{ terms: [{ transactions: 'sellThrough' }] }, 'sellThrough'],
  [{ terms: [{}] }, 'sale'],
  [undefined, 'sale'],
] as const)('looks at the lines that its first promise looks at', (text, side) => {
  expect(sideOf(text)).toBe(side);
});
