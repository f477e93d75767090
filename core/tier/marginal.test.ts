import { describe, expect, it } from 'vitest';
import { fractionOf, type JsonObject, tiersOf, UNITS } from '../../test/support/trade.ts';
import type { Tiers } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { marginalBands, rateFactor, sumBands } from './marginal.ts';

function tableOf(rows: readonly JsonObject[], reachingUnit?: 'oldRate' | 'newRate'): Tiers {
  const measure = reachingUnit === undefined ? {} : { qualifier: UNITS, payout: UNITS };
  const tiers = { boundary: 'atLeast', rows, ...(reachingUnit && { reachingUnit }) };
  return tiersOf(tiers, { formula: 'marginal', ...measure });
}

const FROM_ZERO = [
  { from: '0', percent: '1' },
  { from: '50000', percent: '2.5' },
  { from: '120000', percent: '4' },
];

describe('marginal', () => {
  it.each([
    ['-100', '0', ''],
    ['0', '0', ''],
    ['0.01', '0.0001', '0.01'],
    ['49999.99', '499.9999', '49999.99'],
    ['50000', '500', '50000'],
    ['50000.01', '500.00025', '50000 0.01'],
    ['120000', '2250', '50000 70000'],
    ['138060.5', '2972.42', '50000 70000 18060.5'],
    ['10000000', '397450', '50000 70000 9880000'],
  ])('%s earns %s, in bands of %j', (volume, earned, inside) => {
    const bands = marginalBands(tableOf(FROM_ZERO), fractionOf(volume));
    expect(exactText(sumBands(bands))).toBe(earned);
    expect(bands.map((band) => exactText(band.volume)).join(' ')).toBe(inside);
  });

  it('pays nothing on what lies below the first bound', () => {
    const rows = [
      { from: '1000', percent: '10' },
      { from: '2000', percent: '20' },
    ];
    const earned = ['-5', '999', '1000', '1001', '2001'].map((volume) =>
      exactText(sumBands(marginalBands(tableOf(rows), fractionOf(volume)))),
    );
    expect(earned).toEqual(['0', '0', '0', '0.1', '100.2']);
  });

  it('gives each band its bounds; the last one is open', () => {
    const bands = marginalBands(tableOf(FROM_ZERO), fractionOf('130000'));
    const bounds = bands.map(({ from, until }) => [exactText(from), until && exactText(until)]);
    expect(bounds).toEqual([
      ['0', '50000'],
      ['50000', '120000'],
      ['120000', undefined],
    ]);
  });
});

describe('the unit that reaches a threshold', () => {
  const rows = [
    { from: '0', perUnit: '1' },
    { from: '10', perUnit: '3' },
    { from: '20', perUnit: '7' },
  ];

  it.each([
    ['9', '9', '9'],
    ['10', '10', '12'],
    ['11', '13', '15'],
    ['19', '37', '39'],
    ['20', '40', '46'],
    ['21', '47', '53'],
  ])('%s units earn %s at the old rate, %s at the new one', (volume, old, fresh) => {
    const earned = (['oldRate', 'newRate'] as const).map((which) =>
      exactText(sumBands(marginalBands(tableOf(rows, which), fractionOf(volume)))),
    );
    expect(earned).toEqual([old, fresh]);
  });

  it('from the first one on means from the first one', () => {
    const first = tableOf([{ from: '1', perUnit: '2' }], 'newRate');
    const beyond = tableOf([{ from: '1', perUnit: '2' }], 'oldRate');
    const earned = [first, beyond].map((tiers) => exactText(sumBands(marginalBands(tiers, fractionOf('3')))));
    expect(earned).toEqual(['6', '4']);
  });

  it('leaves no unit to a tier that starts with the first one beside a tier from zero', () => {
    const table = tableOf(
      [
        { from: '0', perUnit: '1' },
        { from: '1', perUnit: '2' },
      ],
      'newRate',
    );
    expect(marginalBands(table, fractionOf('3')).map((band) => exactText(band.amount))).toEqual(['6']);
  });
});

describe('a rate', () => {
  it('is percent points over a hundred, or money as it stands', () => {
    const percent = tableOf([{ from: '0', percent: '2.5' }]);
    const money = tableOf([{ from: '0', perUnit: '2.5' }], 'oldRate');
    expect(percent.rows.map((row) => exactText(rateFactor(percent, row)))).toEqual(['0.025']);
    expect(money.rows.map((row) => exactText(rateFactor(money, row)))).toEqual(['2.5']);
  });
});
