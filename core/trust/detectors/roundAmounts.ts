import { minorDigits } from '../../money/currency.ts';
import { type AmountGroup, amountGroups, othersThan } from '../amountGroups.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { digitsFinding } from '../digitsFinding.ts';
import { percentFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { scoreBetween } from '../scoreOf.ts';

/**
 * Far more round amounts (whole hundreds) than the others have: calculated amounts are seldom round, thought-up ones often. A partner
 * whose amounts are few different ones, such as a fixed fee, is not looked at.
 */
export const roundAmounts: Detector = {
  name: 'roundAmounts',
  version: 1,
  group: 'fraud',
  needs: [],
  parameters: [
    parameter('leastAmounts', 5, 20, 10_000),
    parameter('sharePercent', 5, 30, 100),
    parameter('timesOthers', 2, 4, 100),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const groups = amountGroups(history);
      return groups.flatMap((group) => judged(group, groups, parameters));
    },
  }),
};

function judged(group: AmountGroup, groups: readonly AmountGroup[], parameters: Parameters): Finding[] {
  const hundred = 100 * 10 ** (minorDigits(group.currency) ?? 2);
  const isRound = (minor: number) => minor % hundred === 0;
  const { amounts } = group;
  const isFew = new Set(amounts).size * 3 < amounts.length;
  if (amounts.length < (parameters.leastAmounts as number) || isFew) return [];
  const share = amounts.filter(isRound).length / amounts.length;
  const others = othersThan(group, groups);
  const usual = others.length === 0 ? 0 : others.filter(isRound).length / others.length;
  if (share * 100 < (parameters.sharePercent as number) || share < usual * (parameters.timesOthers as number))
    return [];
  const facts = {
    of: group.of,
    amounts: String(amounts.length),
    share: percentFact(share),
    usual: percentFact(usual),
  };
  return [digitsFinding(roundAmounts, group, scoreBetween(share, 3 / 10, 9 / 10, 450, 720), facts, isRound)];
}
