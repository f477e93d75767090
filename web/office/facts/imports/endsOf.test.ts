import { expect, test } from 'vitest';
import { endsOf } from './endsOf.ts';

const SEEN = [{ agreement: 'A', states: [], term: 'all' }];

const STORED = {
  kind: 'lines' as const,
  rows: { accepted: 70, duplicate: 5, superseded: 2, quarantined: 23 },
  open: 10,
  ended: { repaired: 6, replayed: 3, arrived: 1, dismissed: 3 },
  undone: null,
};

test('every row that was read is in one part, and the parts add up', () => {
  const { total, ends } = endsOf({
    import: STORED,
    standing: { counted: 40, blocked: 4, excluded: 21 },
    terms: SEEN,
  });
  expect(total).toBe(100);
  expect(ends.map(({ end, count }) => [end, count])).toEqual([
    ['counted', 40],
    ['blocked', 4],
    ['excluded', 21],
    ['replaced', 5],
    ['known', 5],
    ['older', 2],
    ['repaired', 10],
    ['dismissed', 3],
    ['waits', 10],
  ]);
  expect(ends.reduce((sum, { count }) => sum + count, 0)).toBe(total);
});

test('of an import that was taken back nothing counts', () => {
  const undone = { batch: 9, reason: 'wrong month', actor: 'system:test' };
  const { ends } = endsOf({
    import: { ...STORED, open: 0, undone },
    standing: { counted: 0, blocked: 0, excluded: 0 },
    terms: SEEN,
  });
  expect(ends[0]).toEqual({ end: 'replaced', count: 70, meaning: 'neutral' });
});

test('where there is no agreement, none has put a line out', () => {
  const { ends } = endsOf({ import: STORED, standing: { counted: 0, blocked: 0, excluded: 65 }, terms: [] });
  expect(ends[0]).toEqual({ end: 'unseen', count: 65, meaning: 'information', opens: 'terms' });
});
