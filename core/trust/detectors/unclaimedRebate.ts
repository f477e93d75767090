import { type Detector, parameter } from '../detector.ts';
import { aboutEarning, earningEvidence, earningsOf } from '../earningEvidence.ts';
import { amountFact, dayFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import { scoreOf } from '../scoreOf.ts';

/** A supplier owes us what nobody claimed: the deadline is near or gone, or there is none and the window ended long ago. */
export const unclaimedRebate: Detector = {
  name: 'unclaimedRebate',
  version: 1,
  group: 'leakage',
  needs: ['agreements', 'earnings'],
  parameters: [
    parameter('warnDays', 1, 30, 365),
    parameter('openDays', 1, 30, 365),
    parameter('leastMinor', 0, 1000, 100_000_000),
  ],
  begin: (history, parameters) => ({
    end: () =>
      earningsOf(history, 'supplier').flatMap(({ earning, agreement }): Finding[] => {
        const open = earning.earned - Math.max(earning.claimed, earning.settled);
        if (open < Math.max(1, parameters.leastMinor as number) || earning.until > history.today) return [];
        const deadline =
          agreement.claimWithin === undefined ? undefined : earning.until + agreement.claimWithin;
        const left = deadline === undefined ? undefined : deadline - history.today;
        const isDue =
          left === undefined
            ? history.today - earning.until >= (parameters.openDays as number)
            : left <= (parameters.warnDays as number);
        if (!isDue) return [];
        const state = left === undefined ? 'open' : left < 0 ? 'missed' : 'near';
        const facts = {
          state,
          open: amountFact(open, earning.currency),
          deadline: deadline === undefined ? '' : dayFact(deadline),
        };
        const points =
          { open: 640, missed: 820, near: 780 }[state] +
          Math.min(120, (open / Math.max(1, earning.earned)) * 120);
        const evidence = [withFacts(earningEvidence(earning), facts)];
        return [
          found(unclaimedRebate, { ...aboutEarning(earning), score: scoreOf(points), minor: open, evidence }),
        ];
      }),
  }),
};
