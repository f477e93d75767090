import { describe, expect, it } from 'vitest';
import { tableOf } from '../../test/support/formulaCases.ts';
import { fractionOf } from '../../test/support/trade.ts';
import { reach, tierByPolicy } from './reach.ts';

const ROWS = '1000 2%, 2500 3.5%, 5000 5%';

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
      reach(tableOf(ROWS, { boundary }), volume),
    );
    expect([least?.tier, more?.tier]).toEqual([atLeast, moreThan]);
    expect(more?.next?.missing).toEqual(missing === undefined ? undefined : fractionOf(missing));
    expect(more?.next?.tier).toBe(missing === undefined ? undefined : moreThan + 1);
  });

  it('names the row reached and the next one', () => {
    const table = tableOf(ROWS);
    const none = reach(table, fractionOf('10'));
    expect(none).toEqual({ tier: 0, next: { tier: 1, row: table.rows[0], missing: fractionOf('990') } });
    expect(reach(table, fractionOf('5000'))).toEqual({ tier: 3, row: table.rows[2] });
  });

  it.each([
    ['0', 'atLeast', 1],
    ['0', 'moreThan', 0],
    ['0.01', 'moreThan', 1],
    ['-0.01', 'atLeast', 0],
  ] as const)('%s with a first bound of zero and %s: tier %i', (volume, boundary, tier) => {
    expect(reach(tableOf('0 1%', { boundary }), fractionOf(volume)).tier).toBe(tier);
  });

  it('is exact where a cut window makes bounds of fractions', () => {
    const table = tableOf(ROWS, {}, '1/3');
    expect(reach(table, fractionOf('1000/3')).tier).toBe(1);
    expect(reach(table, fractionOf('333.333333333'))).toMatchObject({
      tier: 0,
      next: { missing: fractionOf('1/3000000000') },
    });
  });
});

describe('a tier that a policy names', () => {
  it('is that of the table, with nothing next to it', () => {
    const table = tableOf(ROWS);
    expect(tierByPolicy(table, 2)).toEqual({ tier: 2, row: table.rows[1] });
    expect(tierByPolicy(table, 0)).toEqual({ tier: 0 });
    expect(tierByPolicy(table, 4)).toEqual({ tier: 0 });
  });
});
