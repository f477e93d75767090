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
  ])('of 100, %s units: %s', (payout, text) => {
    const result = above({ qualifier: '0', payout, baseline: '100' }, '1 1.35, 50 2');
    expect(resultText(result)).toBe(text);
  });

  it('the extra finds the tier and is paid, not the qualifier', () => {
    const result = above({ qualifier: '9999', payout: '330', baseline: '7', basePayout: '100' });
    expect(paidText(result)).toBe('1: 1.35 of 230 = 310.5');
    expect([result.volume, result.base, result.growth]).toEqual([
      fractionOf('230'),
      fractionOf('100'),
      undefined,
    ]);
  });

  it.each(['0', '-20'])('of %s is none: nothing, a named tier, or a default', (basePayout) => {
    const texts = { qualifier: '150', baseline: '1', basePayout };
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

  it('that the payout never had is none', () => {
    const input = formulaInput('aboveBase', tableOf('0 1'), { qualifier: '0', payout: ['5'], baseline: '3' });
    expect(resultText(applyFormula(input))).toBe('tier 0, 0, noBaseline');
  });

  it('of zero by default makes everything extra', () => {
    const whenNotPositive = { policy: 'useDefault', value: decimalOf('0') } as const;
    expect(resultText(above({ qualifier: '150', baseline: '0', whenNotPositive }))).toBe(
      'tier 1, 202.5, baselineDefault',
    );
  });

  it('pays each of several payouts on its own extra; the first finds the tier', () => {
    const input = formulaInput('aboveBase', tableOf('10 1+2'), {
      qualifier: '0',
      payout: ['30', '7'],
      baseline: '0',
    });
    const terms = input.baseline?.terms;
    if (terms === undefined) throw new Error('no baseline');
    const payouts = new Map([
      ['part1', fractionOf('20')],
      ['part2', fractionOf('9')],
    ]);
    const result = applyFormula({ ...input, baseline: { terms, qualifier: fractionOf('0'), payouts } });
    expect(paidText(result)).toBe('1: 1 of 10 = 10, 1: 2 of 0 = 0');
  });
});
