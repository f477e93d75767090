import { describe, expect, it } from 'vitest';
import { agreementOf, fractionOf, type JsonObject, UNITS } from '../../test/support/trade.ts';
import type { Term } from '../agreement/agreement.ts';
import { operandText } from '../wording/operandText.ts';
import { underOtherFormulas } from './otherFormulas.ts';

function comparison(term: JsonObject, volume?: string) {
  const found = agreementOf(term).terms[0] as Term;
  return underOtherFormulas(found, 'EUR', volume === undefined ? undefined : fractionOf(volume));
}

/** The table as text: a line for each volume. */
function lines(term: JsonObject, volume?: string): string[] {
  return (comparison(term, volume)?.rows ?? []).map(({ volume, amounts }) =>
    [volume, ...amounts].map((operand) => operandText(operand, 'en').replaceAll('\u00a0', ' ')).join(' | '),
  );
}

function table(...rows: JsonObject[]): JsonObject {
  return { tiers: { boundary: 'atLeast', rows } };
}

const BASELINE = {
  source: 'sameWindowPreviousYear',
  growthAs: 'percent',
  whenNotPositive: { policy: 'paysNothing' },
  likeForLike: 'no',
};

describe('the same volume under the other formulas', () => {
  it('is taken at each threshold, just below, half-way on and beyond the last', () => {
    const term = table({ from: '1000', percent: '10' }, { from: '2000', percent: '25' });
    expect(comparison(term)?.formulas).toEqual([
      'wholeVolume',
      'marginal',
      'rolling',
      'total',
      'aboveThreshold',
    ]);
    expect(lines(term)).toEqual([
      'EUR 999.99 | EUR 0.00 | EUR 0.00 | EUR 0.00 | EUR 0.00 | EUR 0.00',
      'EUR 1,000.00 | EUR 100.00 | EUR 0.00 | EUR 100.00 | EUR 100.00 | EUR 0.00',
      'EUR 1,500.00 | EUR 150.00 | EUR 50.00 | EUR 150.00 | EUR 150.00 | EUR 0.00',
      'EUR 1,999.99 | EUR 199.999 | EUR 99.999 | EUR 199.999 | EUR 199.999 | EUR 0.00',
      'EUR 2,000.00 | EUR 500.00 | EUR 100.00 | EUR 700.00 | EUR 700.00 | EUR 0.00',
      'EUR 3,000.00 | EUR 750.00 | EUR 350.00 | EUR 950.00 | EUR 1,050.00 | EUR 250.00',
    ]);
  });

  it('asks only a marginal table at which rate the unit is paid that reaches a threshold', () => {
    const units = { of: 'quantity', basis: 'invoiced', unit: 'EA' };
    const rows = [{ from: '10', perUnit: '1' }];
    const term = {
      formula: 'marginal',
      qualifier: units,
      payout: units,
      tiers: { boundary: 'atLeast', reachingUnit: 'newRate', rows },
    };
    // Marginal, whole volume, rolling, total, above the threshold.
    expect(lines(term, '10')).toEqual(['10 units | EUR 1.00 | EUR 10.00 | EUR 10.00 | EUR 10.00 | EUR 0.00']);
  });

  it('gives the published figures of one table at one volume', () => {
    const term = table({ from: '0', percent: '10' }, { from: '1000', percent: '25' });
    expect(lines(term, '2000')).toEqual([
      'EUR 2,000.00 | EUR 500.00 | EUR 350.00 | EUR 600.00 | EUR 700.00 | EUR 250.00',
    ]);
  });

  it('begins with the formula of the agreement', () => {
    const term = {
      formula: 'marginal',
      ...table({ from: '0', percent: '10' }, { from: '1000', percent: '25' }),
    };
    expect(comparison(term)?.formulas[0]).toBe('marginal');
    expect(comparison(term)?.chosen).toBe('marginal');
  });

  it('assumes a hundred to be paid on where the tiers do not say it', () => {
    const term = { qualifier: UNITS, ...table({ from: '10', percent: '2' }, { from: '20', percent: '4' }) };
    expect(comparison(term)?.formulas).toEqual(['wholeVolume', 'marginal']);
    expect(comparison(term)?.assumed).toEqual({
      what: 'payout',
      value: { kind: 'money', value: '100', currency: 'EUR' },
    });
    // At 20 units half of the volume lies above the first threshold.
    expect(lines(term, '20')).toEqual(['20 units | EUR 4.00 | EUR 1.00']);
  });

  it('assumes a baseline of a hundred for growth', () => {
    const rows = table(
      { from: '110', percent: '2' },
      { from: '115', percent: '3' },
      { from: '120', percent: '4' },
    );
    const term = { formula: 'growthWhole', baseline: BASELINE, ...rows };
    expect(comparison(term)?.assumed?.what).toBe('baseline');
    // A hundredth of a published example: 70,500, 10,500 and 3,500 on a baseline of 2,000,000.
    expect(lines(term, '117.5')).toEqual(['117.5% | EUR 3.525 | EUR 0.525 | EUR 0.175']);
  });

  it.each([
    ['a lump sum', { formula: 'lumpSum', ...table({ from: '10', amount: '5' }) }],
    ['one tier from zero', table({ from: '0', percent: '2' })],
  ])('has nothing to say of %s', (_, term) => {
    expect(comparison(term)).toBeUndefined();
  });
});
