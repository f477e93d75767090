import { describe, expect, it } from 'vitest';
import {
  type FormulaCase,
  formulaInput,
  paidText,
  resultText,
  tableOf,
} from '../../test/support/formulaCases.ts';
import { FORMULAS, type FormulaKind } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { applyFormula } from './applyFormula.ts';
import { isNegative } from './negativeWindow.ts';
import type { TierTable } from './tierTable.ts';

const POLICIES = ['zero', 'lowestTier', 'mirror'] as const;

function amounts(formula: FormulaKind, table: TierTable, texts: FormulaCase): string[] {
  return POLICIES.map((negativeWindow) =>
    exactText(applyFormula(formulaInput(formula, table, { ...texts, negativeWindow })).exact),
  );
}

describe('a negative window', () => {
  it.each([
    ['0', '0', false],
    ['0', '-0.01', true],
    ['0', '5', false],
    ['-0.01', '0', true],
    ['-0.01', '5', true],
    ['5', '-5', true],
    ['5', '0', false],
    ['5', '5', false],
  ])('is one of a qualifier of %s and a payout of %s: %s', (qualifier, payout, expected) => {
    const table = tableOf('0 1%');
    expect(isNegative(formulaInput('wholeVolume', table, { qualifier, payout }))).toBe(expected);
  });

  it.each([
    [['-5', '-5'], true],
    [['-5', '0'], true],
    [['-5', '1'], false],
    [['0', '0'], false],
  ])('of several payouts %j: %s', (payout, expected) => {
    const input = formulaInput('wholeVolume', tableOf('0 1%+1%'), { qualifier: '5', payout });
    expect(isNegative(input)).toBe(expected);
  });

  it('is found by the qualifier alone for a lump sum, and never for what is fixed', () => {
    const texts = { qualifier: '5', payout: '-5' };
    const negative = FORMULAS.filter((formula) => isNegative(formulaInput(formula, tableOf('0 1%'), texts)));
    expect(FORMULAS.filter((formula) => !negative.includes(formula))).toEqual(['lumpSum', 'fixed']);
    const below = FORMULAS.filter((formula) =>
      isNegative(formulaInput(formula, tableOf('0 1%'), { qualifier: '-5', payout: '5' })),
    );
    expect(FORMULAS.filter((formula) => !below.includes(formula))).toEqual(['fixed']);
  });
});

describe('nothing, the lowest tier, or the mirror', () => {
  const table = tableOf('100 1%, 1000 2%');

  it.each([
    ['-0.01', ['0', '-0.0001', '0']],
    ['-99', ['0', '-0.99', '0']],
    ['-100', ['0', '-1', '-1']],
    ['-999', ['0', '-9.99', '-9.99']],
    ['-1000', ['0', '-10', '-20']],
    ['-3000', ['0', '-30', '-60']],
  ])('for a whole volume of %s: %j', (qualifier, expected) => {
    expect(amounts('wholeVolume', table, { qualifier })).toEqual(expected);
  });

  it('take back at the tier reached where only the payout is below zero', () => {
    expect(amounts('wholeVolume', table, { qualifier: '5000', payout: '-300' })).toEqual(['0', '-3', '-6']);
    expect(amounts('marginal', table, { qualifier: '5000', payout: '-300' })).toEqual(['0', '-3', '-2']);
  });

  it.each<[FormulaKind, string, string[]]>([
    ['marginal', '100 1%, 1000 2%', ['0', '-30', '-49']],
    ['weightedMarginal', '100 0.01, 1000 0.02', ['0', '-30', '-49']],
    ['rolling', '100 1%, 1000 2%', ['0', '-30', '-70']],
    ['total', '100 1%, 1000 2%', ['0', '-30', '-90']],
    ['mixShare', '100 1%, 1000 2%', ['0', '-30', '-60']],
    ['defaultTier', '100 1%, 1000 2%', ['0', '-30', '-60']],
    ['aboveThreshold', '1000 2%', ['0', '-60', '-40']],
    ['cappedMeasure', '100 1%, 1000 2% max2000', ['0', '-30', '-40']],
    ['lumpSum', '100 #5, 1000 #7', ['0', '0', '-7']],
    ['freeGoods', '100 1/100*2, 1000 1/70*2', ['0', '-60', '-84']],
  ])('for %s', (formula, rows, expected) => {
    expect(amounts(formula, tableOf(rows), { qualifier: '-3000' })).toEqual(expected);
  });

  it.each<[FormulaKind, string[]]>([
    ['growthWhole', ['0', '-30', '-60']],
    ['growthIncrement', ['0', '-30', '-20']],
    ['growthMarginal', ['0', '-30', '-15']],
    ['aboveBase', ['0', '-30', '-20']],
  ])('for %s, over the baseline as it is', (formula, expected) => {
    expect(amounts(formula, tableOf('100 1%, 125 2%'), { qualifier: '-3000', baseline: '2000' })).toEqual(
      expected,
    );
  });

  it('say which of them it was, and where the window stands as it is', () => {
    const texts = POLICIES.map((negativeWindow) =>
      resultText(applyFormula(formulaInput('wholeVolume', table, { qualifier: '-1000', negativeWindow }))),
    );
    expect(texts).toEqual([
      'tier 0, 0, missing 1100, negativeWindow',
      'tier 0, -10, missing 1100, negativeWindow',
      'tier 0, -20, missing 1100, mirrored',
    ]);
  });

  it('show what was paid on', () => {
    const paid = POLICIES.map((negativeWindow) =>
      paidText(applyFormula(formulaInput('marginal', table, { qualifier: '-1500', negativeWindow }))),
    );
    expect(paid).toEqual(['', '1: 1 of -1500 = -15', '1: 1 of -900 = -9, 2: 2 of -500 = -10']);
  });

  it('pay no fixed amount of a mixed table at the lowest tier', () => {
    const mixed = tableOf('0 #100, 10 5%');
    expect(amounts('wholeVolume', mixed, { qualifier: '-20' })).toEqual(['0', '0', '-1']);
    expect(amounts('wholeVolume', mixed, { qualifier: '-5' })).toEqual(['0', '0', '-100']);
  });

  it('hold line after line', () => {
    const inSequence = tableOf('10 10%, 30 20%', { stepValuation: 'sequence' });
    const sequence = ['-20 -200', '-20 -300'];
    const results = POLICIES.map((negativeWindow) =>
      applyFormula(
        formulaInput('marginal', inSequence, { qualifier: '-40', payout: '-500', sequence, negativeWindow }),
      ),
    );
    expect(results.map(({ exact }) => exactText(exact))).toEqual(['0', '-50', '-55']);
    const each = results.map(({ lineAmounts }) => lineAmounts && [...lineAmounts.values()].map(exactText));
    expect(each).toEqual([undefined, ['-20', '-30'], ['-10', '-45']]);
  });

  it('keep a positive qualifier where lines of a negative payout are mirrored', () => {
    const inSequence = tableOf('10 10%, 30 20%', { stepValuation: 'sequence' });
    const result = applyFormula(
      formulaInput('marginal', inSequence, {
        qualifier: '40',
        payout: '-40',
        sequence: ['40 -40'],
        negativeWindow: 'mirror',
      }),
    );
    expect(resultText(result)).toBe('tier 2, -4, mirrored');
  });
});
