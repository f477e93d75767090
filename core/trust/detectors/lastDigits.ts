import { type AmountGroup, amountGroups, isFixed, othersThan } from '../amountGroups.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { digitsFinding } from '../digitsFinding.ts';
import { percentFact, tenthFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { scoreBetween } from '../scoreOf.ts';
import { chiSquare } from '../statistics.ts';

/**
 * Last digits that somebody thought up: one comes far more often than among the others here. Only many amounts that are no fixed
 * prices, large enough for their last digit to be chance; round amounts are another detector's.
 */
export const lastDigits: Detector = {
  name: 'lastDigits',
  version: 1,
  group: 'fraud',
  needs: [],
  parameters: [parameter('leastAmounts', 100, 200, 100_000), parameter('chiSquare', 22, 50, 1000)],
  begin: (history, parameters) => ({
    end: () => {
      const groups = amountGroups(history);
      return groups.flatMap((group) => judged(group, groups, parameters));
    },
  }),
};

function judged(group: AmountGroup, groups: readonly AmountGroup[], parameters: Parameters): Finding[] {
  const large = group.amounts.filter((amount) => amount >= 1000 && amount % 100 !== 0);
  if (large.length < (parameters.leastAmounts as number) || isFixed(large)) return [];
  const seen = countsOf(large);
  const others = othersThan(group, groups).filter((amount) => amount >= 1000 && amount % 100 !== 0);
  // Without enough others each digit is as likely; with them, what is usual here, and never nothing.
  const usual =
    others.length >= 1000
      ? countsOf(others).map((count) => (count + 1) / (others.length + 10))
      : new Array<number>(10).fill(1 / 10);
  const square = chiSquare(
    seen,
    usual.map((share) => share * large.length),
  );
  const share = (digit: number) => (seen[digit] as number) / large.length;
  const most = usual.reduce(
    (best, part, digit) => (share(digit) - part > share(best) - (usual[best] as number) ? digit : best),
    0,
  );
  // Many amounts make a small difference a sure one, and it is still small.
  if (square < (parameters.chiSquare as number) || share(most) < (usual[most] as number) * 2) return [];
  const facts = {
    of: group.of,
    amounts: String(large.length),
    digit: String(most),
    share: percentFact(share(most)),
    expected: percentFact(usual[most] as number),
    chiSquare: tenthFact(square),
  };
  return [
    digitsFinding(
      lastDigits,
      group,
      scoreBetween(share(most), 1 / 5, 1 / 2, 350, 650),
      facts,
      (minor) => minor % 10 === most && minor % 100 !== 0,
    ),
  ];
}

function countsOf(amounts: readonly number[]): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const amount of amounts) counts[amount % 10] = (counts[amount % 10] as number) + 1;
  return counts;
}
