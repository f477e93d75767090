import { describe, expect, it } from 'vitest';
import { formulaInput, paidText, resultText, tableOf } from '../../test/support/formulaCases.ts';
import { applyFormula } from './applyFormula.ts';

const ROWS = '100 10%, 1000 25%, 2500 30%';

describe('rolling and total', () => {
  it.each([
    ['0', 'tier 0, 0, missing 100', 'tier 0, 0, missing 100'],
    ['99', 'tier 0, 0, missing 1', 'tier 0, 0, missing 1'],
    ['100', 'tier 1, 10, missing 900', 'tier 1, 10, missing 900'],
    ['999', 'tier 1, 99.9, missing 1', 'tier 1, 99.9, missing 1'],
    ['1000', 'tier 2, 350, missing 1500', 'tier 2, 350, missing 1500'],
    ['2000', 'tier 2, 600, missing 500', 'tier 2, 700, missing 500'],
    ['2500', 'tier 3, 1475', 'tier 3, 1625'],
    ['3000', 'tier 3, 1625', 'tier 3, 1950'],
  ])('of %s: rolling %s; total %s', (qualifier, rolling, total) => {
    const texts = (['rolling', 'total'] as const).map((formula) =>
      resultText(applyFormula(formulaInput(formula, tableOf(ROWS), { qualifier }))),
    );
    expect(texts).toEqual([rolling, total]);
  });

  it.each([
    ['1000', 'tier 1, 100, missing 0'],
    ['1000.01', 'tier 2, 350.0025, missing 1499.99'],
  ])('reach a tier by the boundary: more than, %s: %s', (qualifier, text) => {
    const table = tableOf(ROWS, { boundary: 'moreThan' });
    expect(resultText(applyFormula(formulaInput('rolling', table, { qualifier })))).toBe(text);
  });

  it('show each rate with what it is paid on', () => {
    const [rolling, total] = (['rolling', 'total'] as const).map((formula) =>
      paidText(applyFormula(formulaInput(formula, tableOf(ROWS), { qualifier: '3000' }))),
    );
    expect(rolling).toBe('1: 10 of 1000 = 100, 2: 25 of 2500 = 625, 3: 30 of 3000 = 900');
    expect(total).toBe('1: 10 of 3000 = 300, 2: 25 of 3000 = 750, 3: 30 of 3000 = 900');
  });

  it('stop at the thresholds of a cut window', () => {
    const table = tableOf(ROWS, {}, '1/2');
    expect(paidText(applyFormula(formulaInput('rolling', table, { qualifier: '600' })))).toBe(
      '1: 10 of 500 = 50, 2: 25 of 600 = 150',
    );
  });
});
