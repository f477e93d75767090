import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { type ComparedFigure, compareFigures, comparisonTotals, FIGURE_REASONS } from './compareFigures.ts';

const PLACE = { agreement: 'A', term: 'T', partner: 'P1', window: { from: 0, until: 31 }, currency: 'EUR' };

/** "amount volume rate lines"; a dash for what is not told. */
function figure(text: string): ComparedFigure {
  const [minor = '0', volume = '-', rate = '-', lines = '-', blocked = '-'] = text.split(' ');
  return {
    minor: BigInt(minor),
    ...(volume !== '-' && { volume: fractionOf(volume) }),
    ...(rate !== '-' && { rate: fractionOf(rate) }),
    ...(lines !== '-' && { lines: Number(lines) }),
    ...(blocked !== '-' && { blocked: Number(blocked) }),
  };
}

const side = (text: string | undefined) =>
  text === undefined ? [] : [{ place: PLACE, figure: figure(text) }];

const CASES: readonly (readonly [ours: string | undefined, theirs: string | undefined, reason: string])[] = [
  ['100 50 2', '100 50 2', 'equal'],
  ['100 50 2', '100 49 2', 'equal'],
  ['0', undefined, 'equal'],
  [undefined, '0', 'equal'],
  ['100 50 2', undefined, 'onlyHere'],
  [undefined, '100', 'onlyThere'],
  ['100 50 2 - 1', '110 55 2', 'incomplete'],
  ['110 55 2', '100 50 2', 'extraLines'],
  ['100 50 2', '110 55 2', 'missingLines'],
  ['100 50 2', '125 50 2.5', 'rate'],
  ['100 50 2', '101 50 2', 'rounding'],
  ['100 50 2', '101 50', 'rounding'],
  ['100 50 2', '102 50 2', 'terms'],
  ['100 50 2', '102 50 2 2', 'rounding'],
  ['100 50 2', '103 50 2 2', 'terms'],
  ['100 50 2', '103 50 2 3', 'rounding'],
  ['100 50 2', '104 50 2 3', 'terms'],
  ['100 50', '150 50 2', 'terms'],
  ['100 50 2', '101', 'rounding'],
  ['100 50 2', '102', 'unexplained'],
  ['-100 -50 2', '-102 -50 2', 'terms'],
];

describe('ours and theirs of one account', () => {
  it.each(CASES)('%s beside %s: %s', (ours, theirs, reason) => {
    const [compared] = compareFigures(side(ours), side(theirs));
    expect(compared?.reason).toBe(reason);
  });

  it('has a case for every reason', () => {
    expect([...new Set(CASES.map(([, , reason]) => reason))].sort()).toEqual([...FIGURE_REASONS].sort());
  });

  it('is listed by account, and added up by reason, never across currencies', () => {
    const at = (partner: string, minor: bigint, currency = 'EUR') => ({
      place: { ...PLACE, partner, currency },
      figure: { minor },
    });
    const compared = compareFigures(
      [at('P2', 5n), at('P1', 5n)],
      [at('P1', 5n), at('P3', 9n), at('P4', 1n, 'USD')],
    );
    expect(compared.map(({ place, deltaMinor }) => `${place.partner} ${deltaMinor}`)).toEqual([
      'P1 0',
      'P2 5',
      'P3 -9',
      'P4 -1',
    ]);
    expect(
      comparisonTotals(compared).map(({ reason, currency, accounts, oursMinor, theirsMinor }) =>
        [reason, currency, accounts, oursMinor, theirsMinor].join(' '),
      ),
    ).toEqual(['equal EUR 1 5 5', 'onlyHere EUR 1 5 0', 'onlyThere EUR 1 0 9', 'onlyThere USD 1 0 1']);
  });
});
