import { type Detector, parameter } from '../detector.ts';
import { aboutEarning, earningEvidence, earningsOf } from '../earningEvidence.ts';
import { amountFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import { scoreBetween } from '../scoreOf.ts';

/** A supplier was asked for what we earned and has not paid, or not all of it, long after the window ended. */
export const earnedNotSettled: Detector = {
  name: 'earnedNotSettled',
  version: 1,
  group: 'leakage',
  needs: ['agreements', 'earnings'],
  parameters: [parameter('afterDays', 1, 90, 730), parameter('leastMinor', 0, 1000, 100_000_000)],
  begin: (history, parameters) => ({
    end: () =>
      earningsOf(history, 'supplier').flatMap(({ earning }): Finding[] => {
        const open = Math.min(earning.claimed, earning.earned) - earning.settled;
        const age = history.today - earning.until;
        if (open < Math.max(1, parameters.leastMinor as number) || age < (parameters.afterDays as number))
          return [];
        const facts = { open: amountFact(open, earning.currency), days: String(age) };
        const evidence = [withFacts(earningEvidence(earning), facts)];
        const score = scoreBetween(age, parameters.afterDays as number, 365, 560, 820);
        return [found(earnedNotSettled, { ...aboutEarning(earning), score, minor: open, evidence })];
      }),
  }),
};
