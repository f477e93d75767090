import { describe, expect, it } from 'vitest';
import { formulaInput, paidText, resultText, tableOf } from '../../test/support/formulaCases.ts';
import { exactText } from '../explanation/operands.ts';
import { applyFormula } from './applyFormula.ts';

const ROWS = '0 1%, 50000 2.5%, 120000 4%';

describe('marginal', () => {
  it.each([
    ['0', 'tier 1, 0, missing 50000', ''],
    ['0.01', 'tier 1, 0.0001, missing 49999.99', '0.01'],
    ['49999.99', 'tier 1, 499.9999, missing 0.01', '49999.99'],
    ['50000', 'tier 2, 500, missing 70000', '50000'],
    ['50000.01', 'tier 2, 500.00025, missing 69999.99', '50000 0.01'],
    ['120000', 'tier 3, 2250', '50000 70000'],
    ['138060.5', 'tier 3, 2972.42', '50000 70000 18060.5'],
    ['10000000', 'tier 3, 397450', '50000 70000 9880000'],
  ])('%s: %s, in bands of %j', (qualifier, text, inside) => {
    const result = applyFormula(formulaInput('marginal', tableOf(ROWS), { qualifier }));
    expect(resultText(result)).toBe(text);
    expect(result.paid.map(({ measure }) => exactText(measure)).join(' ')).toBe(inside);
  });

  it.each(['0', '49999', '50000', '50001', '120000', '120001'])(
    'pays the same on %s by both boundaries; only the tier reached differs',
    (qualifier) => {
      const [least, more] = (['atLeast', 'moreThan'] as const).map((boundary) =>
        applyFormula(formulaInput('marginal', tableOf(ROWS, { boundary }), { qualifier })),
      );
      expect(more?.paid.map(({ amount, tier }) => [tier, amount])).toEqual(
        least?.paid.map(({ amount, tier }) => [tier, amount]),
      );
      const isAtBound = ['0', '50000', '120000'].includes(qualifier);
      expect((least?.reached.tier ?? 0) - (more?.reached.tier ?? 0)).toBe(isAtBound ? 1 : 0);
    },
  );

  it('pays nothing on what lies below the first bound', () => {
    const earned = ['999', '1000', '1001', '2000', '2001'].map((qualifier) =>
      exactText(applyFormula(formulaInput('marginal', tableOf('1000 10%, 2000 20%'), { qualifier })).exact),
    );
    expect(earned).toEqual(['0', '0', '0.1', '100', '100.2']);
  });

  it('divides the payout measure itself where a cap has made it less than the qualifier', () => {
    const result = applyFormula(
      formulaInput('marginal', tableOf(ROWS), { qualifier: '130000', payout: '60000' }),
    );
    expect(resultText(result)).toBe('tier 3, 750');
    expect(paidText(result)).toBe('1: 1 of 50000 = 500, 2: 2.5 of 10000 = 250');
  });

  it('gives each band its bounds', () => {
    const { paid } = applyFormula(formulaInput('marginal', tableOf(ROWS), { qualifier: '130000' }));
    expect(
      paid.map(({ band }) => [band && exactText(band.from), band?.until && exactText(band.until)]),
    ).toEqual([
      ['0', '50000'],
      ['50000', '120000'],
      ['120000', undefined],
    ]);
  });
});

describe('the unit that reaches a threshold', () => {
  it.each([
    ['0', '0', '0', '0'],
    ['9', '9', '9', '9'],
    ['10', '10', '12', '10'],
    ['11', '13', '15', '13'],
    ['19', '37', '39', '37'],
    ['20', '40', '46', '40'],
    ['21', '47', '53', '47'],
  ])(
    '%s units earn %s at the old rate, %s at the new one, %s where none is whole',
    (qualifier, ...earned) => {
      const amounts = [{ reachingUnit: 'oldRate' }, { reachingUnit: 'newRate' }, {}] as const;
      const table = '0 1, 10 3, 20 7';
      expect(
        amounts.map((reaching) =>
          exactText(applyFormula(formulaInput('marginal', tableOf(table, reaching), { qualifier })).exact),
        ),
      ).toEqual(earned);
    },
  );

  it('from the first one on means from the first one', () => {
    const earned = (['newRate', 'oldRate'] as const).map((reachingUnit) =>
      exactText(
        applyFormula(formulaInput('marginal', tableOf('1 2', { reachingUnit }), { qualifier: '3' })).exact,
      ),
    );
    expect(earned).toEqual(['6', '4']);
  });

  it('leaves no unit to a tier that starts with the first one beside a tier from zero', () => {
    const table = tableOf('0 1, 1 2', { reachingUnit: 'newRate' });
    expect(paidText(applyFormula(formulaInput('marginal', table, { qualifier: '3' })))).toBe('2: 2 of 3 = 6');
  });
});

describe('a payout divided by the shares of the qualifier', () => {
  const table = tableOf('100 10%, 300 20%', { stepValuation: 'average' });

  it.each([
    ['0', '500', 'tier 0, 0, missing 100'],
    ['99', '500', 'tier 0, 0, missing 1'],
    ['100', '500', 'tier 1, 0, missing 200'],
    ['200', '500', 'tier 1, 25, missing 100'],
    ['300', '600', 'tier 2, 40'],
    ['400', '800', 'tier 2, 80'],
    ['400', '0', 'tier 2, 0'],
  ])('%s units worth %s: %s', (qualifier, payout, text) => {
    expect(resultText(applyFormula(formulaInput('marginal', table, { qualifier, payout })))).toBe(text);
  });

  it('holds exact parts, however the shares end', () => {
    const result = applyFormula(formulaInput('marginal', table, { qualifier: '700', payout: '100' }));
    expect(paidText(result)).toBe('1: 10 of 200/7 = 20/7, 2: 20 of 400/7 = 80/7');
  });

  it('divides each part of a payout', () => {
    const parts = tableOf('0 1%+10%, 100 2%+20%', { stepValuation: 'average' });
    const texts = { qualifier: '200', payout: ['1000', '-10'] };
    const result = applyFormula(formulaInput('marginal', parts, texts));
    expect(paidText(result)).toBe('1: 1 of 500 = 5, 1: 10 of -5 = -0.5, 2: 2 of 500 = 10, 2: 20 of -5 = -1');
  });

  it('follows the reaching unit', () => {
    const units = tableOf('0 10%, 10 20%', { stepValuation: 'average', reachingUnit: 'newRate' });
    const result = applyFormula(formulaInput('marginal', units, { qualifier: '10', payout: '100' }));
    expect(paidText(result)).toBe('1: 10 of 90 = 9, 2: 20 of 10 = 2');
  });

  it.each([
    ['0', '10', 'tier 0, 0, missing 100'],
    ['100', '10', 'tier 1, 0, missing 250'],
    ['200', '10', 'tier 1, 25, missing 150'],
    ['350', '7', 'tier 2, 25'],
    ['500', '10', 'tier 2, 49'],
  ])('is what TF10 pays per unit: %s spent on %s units, %s', (qualifier, payout, text) => {
    const perUnit = tableOf('100 5, 350 8');
    expect(resultText(applyFormula(formulaInput('weightedMarginal', perUnit, { qualifier, payout })))).toBe(
      text,
    );
  });
});
