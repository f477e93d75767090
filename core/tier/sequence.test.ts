import { describe, expect, it } from 'vitest';
import {
  type FormulaCase,
  formulaInput,
  paidText,
  resultText,
  tableOf,
} from '../../test/support/formulaCases.ts';
import { fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { add, type Rational, ZERO } from '../number/rational.ts';
import { applyFormula } from './applyFormula.ts';
import type { FormulaResult } from './formula.ts';

const TABLE = tableOf('10 10%, 30 20%', { stepValuation: 'sequence' });

/** Lines "qualifier payout"; their sums are the measures unless said otherwise. */
function inSequence(
  sequence: readonly string[],
  differs: Partial<FormulaCase> = {},
  table = TABLE,
): FormulaResult {
  const sum = (index: number) =>
    exactText(sequence.map((line) => fractionOf(line.split(' ')[index] as string)).reduce(add, ZERO));
  const texts = { qualifier: sum(0), payout: sum(1), sequence, ...differs };
  return applyFormula(formulaInput('marginal', table, texts));
}

function amounts({ lineAmounts }: FormulaResult): string {
  return [...(lineAmounts ?? new Map<string, Rational>())]
    .map(([key, amount]) => `${key} ${exactText(amount)}`)
    .join(', ');
}

describe('line after line', () => {
  it.each([
    [['9 90'], 'tier 0, 0, missing 1', 'L1 0'],
    [['10 100'], 'tier 1, 0, missing 20', 'L1 0'],
    [['11 110'], 'tier 1, 1, missing 19', 'L1 1'],
    [['10 100', '20 400'], 'tier 2, 40', 'L1 0, L2 40'],
    [['10 100', '20 400', '5 100'], 'tier 2, 60', 'L1 0, L2 40, L3 20'],
    [['20 400', '10 100'], 'tier 2, 30', 'L1 20, L2 10'],
    [['40 400'], 'tier 2, 40', 'L1 40'],
  ])('%j: %s', (lines, text, each) => {
    const result = inSequence(lines);
    expect([resultText(result), amounts(result)]).toEqual([text, each]);
  });

  it('gives a band that share of a line which it has of its qualifier', () => {
    const result = inSequence(['25 100', '10 70']);
    expect(paidText(result)).toBe('1: 10 of 95 = 9.5, 2: 20 of 35 = 7');
    expect(amounts(result)).toBe('L1 6, L2 10.5');
  });

  it.each([
    ['atLeast', 'L1 0, L2 5, L3 20, L4 10'],
    ['moreThan', 'L1 0, L2 0, L3 20, L4 5'],
  ] as const)('pays a line without qualifier at the tier where it stands, %s', (boundary, each) => {
    const table = { ...TABLE, boundary };
    expect(amounts(inSequence(['10 100', '0 50', '20 200', '0 50'], {}, table))).toBe(each);
  });

  it('pays a line without qualifier nothing below the first tier', () => {
    expect(amounts(inSequence(['0 50', '5 10', '0 -7']))).toBe('L1 0, L2 0, L3 0');
  });

  it('lets a negative line take from the top', () => {
    const result = inSequence(['35 350', '-10 -120', '6 60']);
    expect(amounts(result)).toBe('L1 30, L2 -18, L3 7');
    expect(resultText(result)).toBe('tier 2, 19');
    expect(paidText(result)).toBe('1: 10 of 190 = 19');
  });

  it('comes back to nothing where all of it comes back', () => {
    const result = inSequence(['35 350', '-35 -350']);
    expect([resultText(result), amounts(result)]).toEqual(['tier 0, 0, missing 10', 'L1 30, L2 -30']);
  });

  it('has nothing to pay below zero, where a return comes first', () => {
    const table = tableOf('0 10%, 30 20%', { stepValuation: 'sequence' });
    expect(amounts(inSequence(['-5 -50', '10 100', '30 300'], {}, table))).toBe('L1 0, L2 5, L3 35');
  });

  it('follows the reaching unit', () => {
    const table = tableOf('0 10%, 10 20%', { stepValuation: 'sequence', reachingUnit: 'newRate' });
    expect(amounts(inSequence(['9 90', '1 50', '0 100'], {}, table))).toBe('L1 9, L2 10, L3 20');
  });

  it('fills a cap on the payout in order', () => {
    expect(amounts(inSequence(['30 300', '10 100', '10 100'], { payout: '350' }))).toBe('L1 20, L2 10, L3 0');
  });

  it('fills a cap on the qualifier in order; later lines stand still', () => {
    const result = inSequence(['20 200', '20 200', '20 200'], { qualifier: '30' });
    expect([resultText(result), amounts(result)]).toEqual(['tier 2, 70', 'L1 10, L2 20, L3 40']);
  });

  it('is the marginal amount of the sums where payout and qualifier are one', () => {
    const lines = ['7 7', '0.5 0.5', '40 40', '-3 -3', '12 12'];
    const whole = applyFormula(formulaInput('marginal', tableOf('10 10%, 30 20%'), { qualifier: '56.5' }));
    expect(exactText(inSequence(lines).exact)).toBe(exactText(whole.exact));
  });

  it('has no lines at all', () => {
    const { sequence: _, ...input } = formulaInput('marginal', TABLE, { qualifier: '0' });
    expect(resultText(applyFormula(input))).toBe('tier 0, 0, missing 10');
  });
});
