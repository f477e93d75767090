import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { capShared } from './sharedCaps.ts';

/** Amounts "A P1 60" by term and partner; what a cap leaves of them, in their order. */
function left(max: string, spread: 'proRata' | 'termOrder', ...amounts: readonly string[]): string {
  const given = amounts.map((text) => {
    const [term = '', partner = '', amount = ''] = text.split(' ');
    return { term, partner, exact: fractionOf(amount) };
  });
  const capped = capShared(fractionOf(max), spread, given);
  expect(capped.map(({ term, partner }) => `${term} ${partner}`)).toEqual(
    given.map(({ term, partner }) => `${term} ${partner}`),
  );
  return capped.map(({ exact }) => exactText(exact)).join(', ');
}

describe('a cap that terms share', () => {
  it.each([
    ['101', '60, 40', '60, 40'],
    ['100', '60, 40', '60, 40'],
    ['99', '59.4, 39.6', '60, 39'],
    ['60', '36, 24', '60, 0'],
    ['59.99', '35.994, 23.996', '59.99, 0'],
    ['1/3', '0.2, 2/15', '1/3, 0'],
    ['0', '0, 0', '0, 0'],
  ])('of %s over 60 and 40: %s pro rata, %s in the order of terms', (max, proRata, termOrder) => {
    expect(left(max, 'proRata', 'A P1 60', 'B P1 40')).toBe(proRata);
    expect(left(max, 'termOrder', 'A P1 60', 'B P1 40')).toBe(termOrder);
  });

  it('cuts amounts of one, or of parts of it, like any other', () => {
    expect(left('1', 'proRata', 'A P1 1', 'B P1 1')).toBe('0.5, 0.5');
    expect(left('0.5', 'termOrder', 'A P1 1/4', 'B P1 1')).toBe('0.25, 0.25');
  });

  it('goes by the order of the terms alone', () => {
    expect(left('50', 'termOrder', 'B P1 40', 'A P1 60')).toBe('40, 10');
    expect(left('50', 'proRata', 'B P1 40', 'A P1 60')).toBe('20, 30');
  });

  it('cuts over all partners where they are all given', () => {
    expect(left('100', 'proRata', 'A P1 60', 'A P2 60', 'B P1 80')).toBe('30, 30, 40');
    expect(left('100', 'termOrder', 'A P1 60', 'A P2 60', 'B P1 80')).toBe('60, 40, 0');
  });

  it('negative amounts stay, and free room for the others', () => {
    expect(left('80', 'proRata', 'A P1 60', 'B P1 -10', 'C P1 40')).toBe('54, -10, 36');
    expect(left('80', 'termOrder', 'A P1 60', 'B P1 -10', 'C P1 40')).toBe('60, -10, 30');
    expect(left('90', 'proRata', 'A P1 60', 'B P1 -10', 'C P1 40')).toBe('60, -10, 40');
    expect(left('0', 'proRata', 'A P1 -5', 'B P1 5')).toBe('-5, 5');
    expect(left('0', 'termOrder', 'A P1 -5', 'B P1 6')).toBe('-5, 5');
  });

  it('leaves nothing as it is', () => {
    expect(left('5', 'proRata', 'A P1 0', 'B P1 10')).toBe('0, 5');
    expect(left('5', 'termOrder', 'A P1 0', 'B P1 10')).toBe('0, 5');
    expect(left('0', 'proRata', 'A P1 0')).toBe('0');
    expect(left('5', 'proRata')).toBe('');
  });
});
