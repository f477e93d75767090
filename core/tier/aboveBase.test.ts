import { describe, expect, it } from 'vitest';
import {
  type FormulaCase,
  formulaInput,
  paidText,
  resultText,
  tableOf,
} from '../../test/support/formulaCases.ts';
import { decimalOf, fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { applyFormula } from './applyFormula.ts';
import type { FormulaResult } from './formula.ts';

function above(texts: FormulaCase, rows = '0 1.35'): FormulaResult {
  return applyFormula(formulaInput('aboveBase', tableOf(rows, { boundary: 'moreThan' }), texts));
}

describe('above a base', () => {
  it.each([
    ['0', 'tier 0, 0, missing 101'],
    ['99', 'tier 0, 0, missing 2'],
    ['100', 'tier 0, 0, missing 1'],
    ['101', 'tier 0, 0, missing 0'],
    ['102', 'tier 1, 2.7, missing 48'],
    ['150', 'tier 1, 67.5, missing 0'],
    ['151', 'tier 2, 102'],
  ])('of 100, %s units: %s', (qualifier, text) => {
    const result = above({ qualifier, baseline: '100' }, '1 1.35, 50 2');
    expect(resultText(result)).toBe(text);
  });

  it('less than the base is no extra', () => {
    expect(resultText(above({ qualifier: '99', baseline: '100' }))).toBe('tier 0, 0, missing 1');
  });

  it('the extra finds the tier, and what a limit leaves of it is paid', () => {
    const result = above({ qualifier: '330', payout: '190', baseline: '100' }, '0 1, 200 1.35');
    expect(paidText(result)).toBe('2: 1.35 of 90 = 121.5');
    expect([result.volume, result.base, result.growth]).toEqual([
      fractionOf('230'),
      fractionOf('100'),
      undefined,
    ]);
  });

  it.each(['0', '-20'])('of %s is none: nothing, a named tier, or a default', (baseline) => {
    const texts = { qualifier: '150', baseline };
    expect(above(texts).volume).toEqual(fractionOf('0'));
    expect(resultText(above(texts))).toBe('tier 0, 0, noBaseline');
    expect(resultText(above({ ...texts, whenNotPositive: { policy: 'treatAsTier', tier: 1 } }))).toBe(
      'tier 1, 202.5, noBaseline',
    );
    const whenNotPositive = { policy: 'useDefault', value: decimalOf('50') } as const;
    const result = above({ ...texts, whenNotPositive });
    expect([resultText(result), result.base && exactText(result.base)]).toEqual([
      'tier 1, 135, baselineDefault',
      '50',
    ]);
  });

  it('of zero by default makes everything extra', () => {
    const whenNotPositive = { policy: 'useDefault', value: decimalOf('0') } as const;
    expect(resultText(above({ qualifier: '150', baseline: '0', whenNotPositive }))).toBe(
      'tier 1, 202.5, baselineDefault',
    );
  });

  it('pays each payout on its own extra, by the policy where it has no base', () => {
    const paid = (['paysNothing', 'treatAsTier'] as const).map((policy) => {
      const whenNotPositive = policy === 'treatAsTier' ? { policy, tier: 1 } : { policy };
      const texts = { qualifier: '30', payout: ['30', '7'], baseline: '20', whenNotPositive };
      const input = formulaInput('aboveBase', tableOf('10 1+2'), texts);
      const { terms, qualifier } = input.baseline ?? {};
      if (terms === undefined || qualifier === undefined) throw new Error('no baseline');
      const payouts = new Map([['part1', qualifier]]);
      return paidText(applyFormula({ ...input, baseline: { terms, qualifier, payouts } }));
    });
    expect(paid).toEqual(['1: 1 of 10 = 10, 1: 2 of 0 = 0', '1: 1 of 10 = 10, 1: 2 of 7 = 14']);
  });
});
