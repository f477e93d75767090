import { expect, test } from 'vitest';
import { lineSelectionIn } from './selection.ts';

test('the filters of the address, without what makes no sense', () => {
  const asked = { from: '2026-01-01', until: 'soon', product: 4711, document: '', other: 'x' };
  expect(lineSelectionIn(asked)).toEqual({ from: '2026-01-01', product: '4711' });
});
