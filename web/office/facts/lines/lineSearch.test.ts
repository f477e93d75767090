import { expect, test } from 'vitest';
import { filtersOf, lineSearchIn } from './lineSearch.ts';

test('the address says what is looked for, where the page begins, and whose sheet is open', () => {
  const said = {
    partner: 100,
    side: 'sale',
    from: '2026-01-31',
    source: 'erp',
    of: 7,
    line: '1',
    cursor: 'x',
    passed: 50,
  };
  const search = lineSearchIn(said);
  expect(search).toEqual({ ...said, partner: '100', of: '7' });
  expect(filtersOf(search)).toEqual({ partner: '100', side: 'sale', from: '2026-01-31' });
});

test('nonsense counts as nothing', () => {
  expect(lineSearchIn({ side: 'left', until: '31.01.2026', other: 'x', passed: 50 })).toEqual({});
});
