import { describe, expect, it } from 'vitest';
import { formulaInput, paidText, resultText, tableOf } from '../../test/support/formulaCases.ts';
import { applyFormula } from './applyFormula.ts';

describe('a whole volume', () => {
  it.each([
    ['0', 'tier 0, 0, missing 1000', 'tier 0, 0, missing 1000'],
    ['999.99', 'tier 0, 0, missing 0.01', 'tier 0, 0, missing 0.01'],
    ['1000', 'tier 1, 20, missing 1500', 'tier 0, 0, missing 0'],
    ['1000.01', 'tier 1, 20.0002, missing 1499.99', 'tier 1, 20.0002, missing 1499.99'],
    ['2499.99', 'tier 1, 49.9998, missing 0.01', 'tier 1, 49.9998, missing 0.01'],
    ['2500', 'tier 2, 87.5', 'tier 1, 50, missing 0'],
    ['2500.01', 'tier 2, 87.50035', 'tier 2, 87.50035'],
    ['1000000', 'tier 2, 35000', 'tier 2, 35000'],
  ])('of %s: %s; moreThan: %s', (qualifier, atLeast, moreThan) => {
    const texts = (['atLeast', 'moreThan'] as const).map((boundary) => {
      const table = tableOf('1000 2%, 2500 3.5%', { boundary });
      return resultText(applyFormula(formulaInput('wholeVolume', table, { qualifier })));
    });
    expect(texts).toEqual([atLeast, moreThan]);
  });

  it('finds the tier by one measure and pays on the other', () => {
    const table = tableOf('100 0.5, 200 0.75');
    const result = applyFormula(formulaInput('wholeVolume', table, { qualifier: '200', payout: '31' }));
    expect([resultText(result), paidText(result)]).toEqual(['tier 2, 23.25', '2: 0.75 of 31 = 23.25']);
  });

  it('pays each part at its own rate, a negative one too', () => {
    const table = tableOf('20 0.9%+4%');
    const texts = { qualifier: '20', payout: ['27656', '-50'] };
    const result = applyFormula(formulaInput('mixShare', table, texts));
    expect(resultText(result)).toBe('tier 1, 246.904');
    expect(paidText(result)).toBe('1: 0.9 of 27656 = 248.904, 1: 4 of -50 = -2');
  });

  it.each([
    ['9', 'tier 0, 0, missing 1'],
    ['10', 'tier 1, 3, missing 10'],
    ['20', 'tier 2, 500, missing 10'],
    ['29', 'tier 2, 500, missing 1'],
    ['30', 'tier 3, 14'],
    ['1000', 'tier 3, 140'],
  ])('may change from tier to tier what it pays: %s, %s', (qualifier, text) => {
    const table = tableOf('10 1%, 20 #500, 30 2/100*7');
    const texts = { qualifier, payout: qualifier === '1000' ? '1000' : qualifier === '30' ? '100' : '300' };
    expect(resultText(applyFormula(formulaInput('wholeVolume', table, texts)))).toBe(text);
  });
});

describe('a lump sum', () => {
  it.each([
    ['9.99', 'tier 0, 0, missing 0.01'],
    ['10', 'tier 1, 100, missing 10'],
    ['19', 'tier 1, 100, missing 1'],
    ['20', 'tier 2, 250'],
    ['900', 'tier 2, 250'],
  ])('at %s, whatever the payout measure: %s', (qualifier, text) => {
    const table = tableOf('10 #100, 20 #250');
    for (const payout of ['0', '7', '-1']) {
      expect(resultText(applyFormula(formulaInput('lumpSum', table, { qualifier, payout })))).toBe(text);
    }
  });
});

describe('a share of the mix', () => {
  it.each([
    ['0', 'tier 0, 0, missing 20'],
    ['19.99998', 'tier 0, 0, missing 0.00002'],
    ['20', 'tier 1, 10, missing 20'],
    ['40', 'tier 2, 20'],
    ['100', 'tier 2, 20'],
  ])('of %s percent: %s', (qualifier, text) => {
    const table = tableOf('20 1%, 40 2%');
    expect(resultText(applyFormula(formulaInput('mixShare', table, { qualifier, payout: '1000' })))).toBe(
      text,
    );
  });
});

describe('free goods', () => {
  it.each([
    ['0', 'tier 0, 0, missing 100'],
    ['99', 'tier 0, 0, missing 1'],
    ['100', 'tier 1, 14, missing 900'],
    ['199', 'tier 1, 14, missing 801'],
    ['200', 'tier 1, 28, missing 800'],
    ['999', 'tier 1, 126, missing 1'],
    ['1000', 'tier 2, 210'],
    ['1099', 'tier 2, 210'],
  ])('for %s units: %s', (qualifier, text) => {
    const table = tableOf('100 2/100*7, 1000 3/100*7');
    expect(resultText(applyFormula(formulaInput('freeGoods', table, { qualifier })))).toBe(text);
  });
});

describe('a default tier', () => {
  const table = tableOf('100 1%, 200 2%, 300 3%', { defaultTier: 2 });

  it.each([
    ['0', 'tier 0, 0, missing 100, defaultTier', 'tier 0, 0, missing 100'],
    ['99', 'tier 0, 1.98, missing 1, defaultTier', 'tier 0, 0, missing 1'],
    ['100', 'tier 1, 2, missing 100, defaultTier', 'tier 1, 1, missing 100'],
    ['199', 'tier 1, 3.98, missing 1, defaultTier', 'tier 1, 1.99, missing 1'],
    ['200', 'tier 2, 4, missing 100', 'tier 2, 4, missing 100'],
    ['300', 'tier 3, 9', 'tier 3, 9'],
  ])('of %s: %s, and once the window is over: %s', (qualifier, before, after) => {
    const texts = [false, true].map((isWindowOver) =>
      resultText(applyFormula(formulaInput('defaultTier', table, { qualifier, isWindowOver }))),
    );
    expect(texts).toEqual([before, after]);
  });

  it('is the tier that the products of its rates name', () => {
    const texts = { qualifier: '50', isWindowOver: false };
    expect(paidText(applyFormula(formulaInput('defaultTier', table, texts)))).toBe('2: 2 of 50 = 1');
  });
});

describe('a capped measure', () => {
  it.each([
    ['50', '99', 'tier 0, 0, missing 50'],
    ['100', '99', 'tier 1, 0.99, missing 100'],
    ['100', '150', 'tier 1, 1.5, missing 100'],
    ['100', '150.01', 'tier 1, 1.5, missing 100'],
    ['199', '5000', 'tier 1, 1.5, missing 1'],
    ['200', '5000', 'tier 2, 100'],
  ])('at %s pays on at most the cap of the tier, of %s: %s', (qualifier, payout, text) => {
    const table = tableOf('100 1% max150, 200 2%');
    expect(resultText(applyFormula(formulaInput('cappedMeasure', table, { qualifier, payout })))).toBe(text);
  });

  it('has a cap for the tier reached, not for others', () => {
    const table = tableOf('100 1%, 200 2% max10');
    expect(resultText(applyFormula(formulaInput('cappedMeasure', table, { qualifier: '150' })))).toBe(
      'tier 1, 1.5, missing 50',
    );
  });
});
