import { describe, expect, it } from 'vitest';
import { tableOf } from '../../test/support/formulaCases.ts';
import { fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { bandsOf, insideBand } from './bands.ts';

function boundsOf(table: ReturnType<typeof tableOf>): unknown[] {
  return bandsOf(table).map(({ tier, from, until }) => [tier, exactText(from), until && exactText(until)]);
}

describe('the bands of a table', () => {
  it('lie side by side; the last one is open', () => {
    expect(boundsOf(tableOf('0 1%, 50000 2.5%, 120000 4%'))).toEqual([
      [1, '0', '50000'],
      [2, '50000', '120000'],
      [3, '120000', undefined],
    ]);
  });

  it.each([
    ['oldRate', [1, '0', '1'], [2, '1', '50'], [3, '50', undefined]],
    ['newRate', [1, '0', '0'], [2, '0', '49'], [3, '49', undefined]],
  ] as const)('begin where the reaching unit says: %s', (reachingUnit, ...bounds) => {
    expect(boundsOf(tableOf('0 1, 1 2, 50 3', { reachingUnit }))).toEqual(bounds);
  });

  it.each([
    ['33', '11', '10'],
    ['34', '34/3', '11'],
    ['35', '35/3', '11'],
    ['36', '12', '11'],
  ])('cut to a third, from %s begin at %s, or before the unit that reaches it, at %s', (from, old, fresh) => {
    const froms = (['oldRate', 'newRate'] as const).map(
      (reachingUnit) => bandsOf(tableOf(`${from} 1`, { reachingUnit }, '1/3'))[0]?.from,
    );
    expect(froms).toEqual([fractionOf(old), fractionOf(fresh)]);
  });

  it.each([
    ['-1', '0', '0'],
    ['9', '0', '0'],
    ['10', '0', '0'],
    ['10.01', '0.01', '0'],
    ['25', '15', '0'],
    ['30', '20', '0'],
    ['31', '20', '1'],
    ['1000', '20', '970'],
  ])('hold of %s: %s and %s', (volume, first, last) => {
    const inside = bandsOf(tableOf('10 1, 30 2')).map((band) => insideBand(band, fractionOf(volume)));
    expect(inside.map(exactText)).toEqual([first, last]);
  });
});
