import { expect, test } from 'vitest';
import { barHeights } from './bars.ts';

test('bars are as high as their amounts, of twelve digits, too', () => {
  const heights = barHeights([
    { payments: '200000000000.00', receipts: '0.00' },
    { payments: '0', receipts: '50000000000' },
  ]);
  expect(heights).toEqual([
    { paid: 1000, got: 0 },
    { paid: 0, got: 250 },
  ]);
  expect(barHeights([{ payments: '0', receipts: '0' }])).toEqual([{ paid: 0, got: 0 }]);
});
