import { describe, expect, it } from 'vitest';
import {
  type FormulaCase,
  formulaInput,
  paidText,
  resultText,
  tableOf,
} from '../../test/support/formulaCases.ts';
import { decimalOf } from '../../test/support/trade.ts';
import type { FormulaKind } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { applyFormula } from './applyFormula.ts';
import type { FormulaResult } from './formula.ts';

const PERCENT = '110 2%, 115 3%, 120 4%';
const FORMULAS = ['growthWhole', 'growthIncrement', 'growthMarginal'] as const;

function grown(formula: FormulaKind, texts: FormulaCase, rows = PERCENT): FormulaResult {
  return applyFormula(formulaInput(formula, tableOf(rows), { baseline: '2000', ...texts }));
}

function growthOf({ growth, base }: FormulaResult): string {
  return `${growth && exactText(growth)} over ${base && exactText(base)}`;
}

describe('growth in percent of a baseline of 2,000', () => {
  it.each([
    ['0', 'tier 0, 0, missing 2200', '0', '0'],
    ['2000', 'tier 0, 0, missing 200', '0', '0'],
    ['2199.99', 'tier 0, 0, missing 0.01', '0', '0'],
    ['2200', 'tier 1, 44, missing 100', '4', '0'],
    ['2200.02', 'tier 1, 44.0004, missing 99.98', '4.0004', '0.0004'],
    ['2299.99', 'tier 1, 45.9998, missing 0.01', '5.9998', '1.9998'],
    ['2300', 'tier 2, 69, missing 100', '9', '2'],
    ['2350', 'tier 2, 70.5, missing 50', '10.5', '3.5'],
    ['2400', 'tier 3, 96', '16', '5'],
    ['9000', 'tier 3, 360', '280', '269'],
  ])('%s: on the whole %s; on the increment %s; by bands %s', (qualifier, whole, increment, bands) => {
    const results = FORMULAS.map((formula) => grown(formula, { qualifier }));
    expect(results.map((result) => exactText(result.exact))).toEqual([
      whole.split(', ')[1],
      increment,
      bands,
    ]);
    for (const result of results) {
      expect(resultText({ ...result, exact: (results[0] as FormulaResult).exact })).toBe(whole);
    }
  });

  it('is reached by more than the bound, where the table says so', () => {
    const table = tableOf(PERCENT, { boundary: 'moreThan' });
    const texts = FORMULAS.map((formula) =>
      resultText(applyFormula(formulaInput(formula, table, { qualifier: '2200', baseline: '2000' }))),
    );
    expect(texts).toEqual(['tier 0, 0, missing 0', 'tier 0, 0, missing 0', 'tier 0, 0, missing 0']);
  });

  it('says how much it is, of what', () => {
    expect(growthOf(grown('growthWhole', { qualifier: '2350' }))).toBe('117.5 over 2000');
    expect(growthOf(grown('growthWhole', { qualifier: '1', baseline: '3' }))).toBe('100/3 over 3');
    expect(exactText(grown('growthWhole', { qualifier: '2350' }).volume)).toBe('117.5');
  });

  it('is paid on the payout measure and its own baseline', () => {
    const texts = { qualifier: '2350', payout: '500', basePayout: '400' };
    expect(FORMULAS.map((formula) => paidText(grown(formula, texts)))).toEqual([
      '2: 3 of 500 = 15',
      '2: 3 of 100 = 3',
      '1: 2 of 20 = 0.4, 2: 3 of 10 = 0.3',
    ]);
  });

  it('takes back on a payout that has fallen, by the increment', () => {
    const texts = { qualifier: '2350', payout: '300', basePayout: '400' };
    expect(paidText(grown('growthIncrement', texts))).toBe('2: 3 of -100 = -3');
  });

  it('compares a payout that the baseline window does not have with nothing', () => {
    const texts = { qualifier: '2350', payout: ['500', '70'], baseline: '2000' };
    const paid = FORMULAS.map((formula) =>
      paidText(applyFormula(formulaInput(formula, tableOf('110 2%+10%'), texts))),
    );
    expect(paid).toEqual(['1: 2 of 500 = 10, 1: 10 of 70 = 7', '1: 2 of 500 = 10, 1: 10 of 70 = 7', '']);
  });

  it('has bands with their bounds in percent', () => {
    const { paid } = grown('growthMarginal', { qualifier: '2450' });
    const bands = paid.map(({ band }) => [
      band && exactText(band.from),
      band?.until && exactText(band.until),
    ]);
    expect(bands).toEqual([
      ['110', '115'],
      ['115', '120'],
      ['120', undefined],
    ]);
  });
});

describe('growth as the difference to a baseline of 2,000', () => {
  const rows = '100 2%, 300 3%';

  it.each([
    ['0', 'tier 0, 0, missing 2100', '0', '0'],
    ['1999', 'tier 0, 0, missing 101', '0', '0'],
    ['2099', 'tier 0, 0, missing 1', '0', '0'],
    ['2100', 'tier 1, 42, missing 200', '2', '0'],
    ['2299', 'tier 1, 45.98, missing 1', '5.98', '3.98'],
    ['2300', 'tier 2, 69', '9', '4'],
    ['2400', 'tier 2, 72', '12', '7'],
  ])('%s: on the whole %s; on the increment %s; by bands %s', (qualifier, whole, increment, bands) => {
    const results = FORMULAS.map((formula) => grown(formula, { qualifier, growthAs: 'difference' }, rows));
    expect(resultText(results[0] as FormulaResult)).toBe(whole);
    expect(results.map((result) => exactText(result.exact)).slice(1)).toEqual([increment, bands]);
  });

  it('is paid on the part that a band has of the payout in the baseline window', () => {
    const texts = { qualifier: '2400', payout: '1', basePayout: '500', growthAs: 'difference' } as const;
    expect(paidText(grown('growthMarginal', texts, rows))).toBe('1: 2 of 50 = 1, 2: 3 of 25 = 0.75');
  });
});

describe('without a baseline above zero', () => {
  it.each(['0', '-1'])('of %s, nothing is paid, or the named tier stands', (baseline) => {
    const texts = { qualifier: '1000', baseline };
    const tier = { policy: 'treatAsTier', tier: 2 } as const;
    for (const growthAs of ['percent', 'difference'] as const) {
      expect(FORMULAS.map((formula) => resultText(grown(formula, { ...texts, growthAs })))).toEqual([
        'tier 0, 0, noBaseline',
        'tier 0, 0, noBaseline',
        'tier 0, 0, noBaseline',
      ]);
      const result = grown('growthWhole', { ...texts, growthAs, whenNotPositive: tier });
      expect([resultText(result), growthOf(result)]).toEqual([
        'tier 2, 30, noBaseline',
        'undefined over undefined',
      ]);
      expect(exactText(result.volume)).toBe('1000');
    }
  });

  it('a default takes its place, of the payout as well', () => {
    const whenNotPositive = { policy: 'useDefault', value: decimalOf('800') } as const;
    const results = FORMULAS.map((formula) =>
      grown(formula, { qualifier: '1000', baseline: '-5', whenNotPositive }),
    );
    expect(results.map(growthOf)).toEqual(['125 over 800', '125 over 800', '125 over 800']);
    expect(results.map(resultText)).toEqual([
      'tier 3, 40, baselineDefault',
      'tier 3, 8, baselineDefault',
      'tier 3, 3.6, baselineDefault',
    ]);
    expect(resultText(grown('growthWhole', { qualifier: '1000', whenNotPositive }))).toBe(
      'tier 0, 0, missing 1200',
    );
  });

  it('a default of zero is nothing to take percent of, and all of it is the difference', () => {
    const whenNotPositive = { policy: 'useDefault', value: decimalOf('0') } as const;
    const texts = { qualifier: '150', baseline: '0', whenNotPositive };
    expect(resultText(grown('growthWhole', texts))).toBe('tier 0, 0, noBaseline');
    const rows = '100 2%, 120 3%';
    const difference = FORMULAS.map((formula) =>
      resultText(grown(formula, { ...texts, growthAs: 'difference' }, rows)),
    );
    expect(difference).toEqual([
      'tier 2, 4.5, baselineDefault',
      'tier 2, 4.5, baselineDefault',
      'tier 2, 1.3, baselineDefault',
    ]);
  });

  it('a smallest positive one is a baseline', () => {
    expect(growthOf(grown('growthWhole', { qualifier: '1', baseline: '0.01' }))).toBe('10000 over 0.01');
  });

  it('that was never given, it is a fault', () => {
    const input = formulaInput('growthWhole', tableOf(PERCENT), { qualifier: '1' });
    expect(() => applyFormula(input)).toThrow('Fault');
  });
});
