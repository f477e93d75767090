import { type AmountGroup, amountGroups, isFixed, othersThan, spansOrders } from '../amountGroups.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { digitsFinding } from '../digitsFinding.ts';
import { percentFact, scaledText } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { scoreBetween } from '../scoreOf.ts';

/**
 * First digits that do not fall as Benford's law has them. Only where the law holds: many amounts, over two orders of magnitude, that are
 * no fixed prices; and only where the amounts of the others here follow it better. It points at a place to look, and proves nothing.
 * Nonconformity by mean absolute deviation as in M. Nigrini, "Benford's Law" (2012): 15 in 1000 and above.
 */
export const firstDigits: Detector = {
  name: 'firstDigits',
  version: 1,
  group: 'fraud',
  needs: [],
  parameters: [parameter('leastAmounts', 500, 500, 100_000), parameter('deviationPerMille', 10, 15, 100)],
  begin: (history, parameters) => ({
    end: () => {
      const groups = amountGroups(history);
      return groups.flatMap((group) => judged(group, groups, parameters));
    },
  }),
};

const BENFORD = Array.from({ length: 9 }, (_, index) => Math.log10(1 + 1 / (index + 1)));

function judged(group: AmountGroup, groups: readonly AmountGroup[], parameters: Parameters): Finding[] {
  const { amounts } = group;
  const holds =
    amounts.length >= (parameters.leastAmounts as number) && spansOrders(amounts, 2) && !isFixed(amounts);
  if (!holds) return [];
  const shares = firstShares(amounts);
  const deviation = meanDeviation(shares, BENFORD);
  // With less than a thousand amounts chance alone makes up a part of it.
  const byChance = 1 / (4 * Math.sqrt(amounts.length));
  if ((deviation - byChance / 2) * 1000 < (parameters.deviationPerMille as number)) return [];
  const others = othersThan(group, groups);
  const ofOthers = others.length >= 500 ? meanDeviation(firstShares(others), BENFORD) : 0;
  if (deviation < ofOthers * 2) return [];
  const most = shares.reduce(
    (best, share, index) =>
      share - (BENFORD[index] as number) > (shares[best] as number) - (BENFORD[best] as number)
        ? index
        : best,
    0,
  );
  const facts = {
    of: group.of,
    amounts: String(amounts.length),
    deviation: scaledText(Math.round(deviation * 1000), 3),
    digit: String(most + 1),
    share: percentFact(shares[most] as number),
    expected: percentFact(BENFORD[most] as number),
  };
  return [
    digitsFinding(
      firstDigits,
      group,
      scoreBetween(deviation * 1000, 15, 60, 350, 650),
      facts,
      (minor) => firstDigit(minor) === most + 1,
    ),
  ];
}

function firstShares(amounts: readonly number[]): number[] {
  const counts = new Array<number>(9).fill(0);
  for (const amount of amounts)
    counts[firstDigit(amount) - 1] = (counts[firstDigit(amount) - 1] as number) + 1;
  return counts.map((count) => count / amounts.length);
}

function firstDigit(amount: number): number {
  let rest = amount;
  while (rest >= 10) rest = Math.floor(rest / 10);
  return rest;
}

function meanDeviation(shares: readonly number[], expected: readonly number[]): number {
  return (
    shares.reduce((sum, share, index) => sum + Math.abs(share - (expected[index] as number)), 0) /
    shares.length
  );
}
