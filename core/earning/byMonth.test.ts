import { expect, it } from 'vitest';
import { dayOf, fractionOf, lineOf } from '../../test/support/trade.ts';
import type { LineShare } from './apportion.ts';
import { byMonth } from './byMonth.ts';

function share(day: string, qualifier: string, payout: string): LineShare {
  return {
    line: lineOf(),
    placedOn: dayOf(day),
    qualifier: fractionOf(qualifier),
    payout: fractionOf(payout),
    weight: fractionOf(payout),
  };
}

it('adds up what lines of one month add, in order of the months', () => {
  const shares = [
    share('2026-03-31', '1/3', '10'),
    share('2025-12-31', '5', '7.50'),
    share('2026-03-01', '2/3', '-4'),
    share('2026-04-01', '1', '1'),
  ];
  expect(byMonth(shares)).toEqual([
    { month: '2025-12', qualifier: fractionOf('5'), payout: fractionOf('7.50'), lines: 1 },
    { month: '2026-03', qualifier: fractionOf('1'), payout: fractionOf('6'), lines: 2 },
    { month: '2026-04', qualifier: fractionOf('1'), payout: fractionOf('1'), lines: 1 },
  ]);
  expect(byMonth([])).toEqual([]);
});
