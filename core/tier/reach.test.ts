import { describe, expect, it } from 'vitest';
import { fractionOf, tiersOf } from '../../test/support/trade.ts';
import { reach } from './reach.ts';

const ROWS = [
  { from: '1000', percent: '2' },
  { from: '2500', percent: '3.5' },
  { from: '5000', percent: '5' },
];

describe('the tier that a volume reaches', () => {
  it.each([
    ['-1', 0, 0, '1001'],
    ['0', 0, 0, '1000'],
    ['999.999999999', 0, 0, '0.000000001'],
    ['1000', 1, 0, '0'],
    ['1000.000000001', 1, 1, '1499.999999999'],
    ['2499', 1, 1, '1'],
    ['2500', 2, 1, '0'],
    ['2501', 2, 2, '2499'],
    ['4999.99', 2, 2, '0.01'],
    ['5000', 3, 2, '0'],
    ['5001', 3, 3, undefined],
    ['1000000000000', 3, 3, undefined],
  ] as const)('%s reaches tier %i by atLeast, %i by moreThan', (text, atLeast, moreThan, missing) => {
    const volume = fractionOf(text);
    const [least, more] = (['atLeast', 'moreThan'] as const).map((boundary) =>
      reach(tiersOf({ boundary, rows: ROWS }), volume),
    );
    expect([least?.tier, more?.tier]).toEqual([atLeast, moreThan]);
    expect(more?.next?.missing).toEqual(missing === undefined ? undefined : fractionOf(missing));
    expect(more?.next?.tier).toBe(missing === undefined ? undefined : moreThan + 1);
  });

  it('names the row reached and the next one', () => {
    const tiers = tiersOf({ boundary: 'atLeast', rows: ROWS });
    const none = reach(tiers, fractionOf('10'));
    expect(none).toEqual({ tier: 0, next: { tier: 1, row: tiers.rows[0], missing: fractionOf('990') } });
    const last = reach(tiers, fractionOf('5000'));
    expect(last).toEqual({ tier: 3, row: tiers.rows[2] });
  });

  it.each([
    ['0', 'atLeast', 1],
    ['0', 'moreThan', 0],
    ['0.01', 'moreThan', 1],
    ['-0.01', 'atLeast', 0],
  ] as const)('%s with a first bound of zero and %s: tier %i', (volume, boundary, tier) => {
    const tiers = tiersOf({ boundary, rows: [{ from: '0', percent: '1' }] });
    expect(reach(tiers, fractionOf(volume)).tier).toBe(tier);
  });
});
