import { describe, expect, it } from 'vitest';
import { formulaInput, paidText, resultText, tableOf } from '../../test/support/formulaCases.ts';
import { applyFormula } from './applyFormula.ts';

describe('above a threshold only', () => {
  it.each([
    ['0', 'tier 0, 0, missing 1000', 'tier 0, 0, missing 1000'],
    ['999.99', 'tier 0, 0, missing 0.01', 'tier 0, 0, missing 0.01'],
    ['1000', 'tier 1, 0', 'tier 0, 0, missing 0'],
    ['1000.01', 'tier 1, 0.0005', 'tier 1, 0.0005'],
    ['3000', 'tier 1, 100', 'tier 1, 100'],
  ])('%s: %s; moreThan: %s', (qualifier, ...expected) => {
    const texts = (['atLeast', 'moreThan'] as const).map((boundary) =>
      resultText(
        applyFormula(formulaInput('aboveThreshold', tableOf('1000 5%', { boundary }), { qualifier })),
      ),
    );
    expect(texts).toEqual(expected);
  });

  it('shows what is paid on', () => {
    expect(
      paidText(applyFormula(formulaInput('aboveThreshold', tableOf('1000 5%'), { qualifier: '3000' }))),
    ).toBe('1: 5 of 2000 = 100');
  });

  it('pays on what a cap has left of the payout', () => {
    const texts = { qualifier: '3000', payout: '1500' };
    expect(resultText(applyFormula(formulaInput('aboveThreshold', tableOf('1000 5%'), texts)))).toBe(
      'tier 1, 25',
    );
  });
});
