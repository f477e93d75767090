import { windowsUpTo } from '../agreementScopes.ts';
import { type Detector, parameter } from '../detector.ts';
import { aboutEarning, earningEvidence, earningsOf } from '../earningEvidence.ts';
import { amountFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';

/** A supplier guaranteed an amount for a window, and less was earned and settled: the rest is owed. Only windows that are over and whole. */
export const guaranteeNotMet: Detector = {
  name: 'guaranteeNotMet',
  version: 1,
  group: 'leakage',
  needs: ['agreements', 'earnings'],
  parameters: [parameter('leastMinor', 0, 1000, 100_000_000)],
  begin: (history, parameters) => ({
    end: () =>
      earningsOf(history, 'supplier').flatMap(({ earning, agreement }): Finding[] => {
        const { guaranteed } = agreement;
        const isWhole = windowsUpTo(agreement, history.today).some(
          ({ from, until }) => earning.from <= from && until <= earning.until,
        );
        if (guaranteed === undefined || earning.until > history.today || !isWhole) return [];
        const short = guaranteed - Math.max(earning.earned, earning.claimed, earning.settled);
        if (short < Math.max(1, parameters.leastMinor as number)) return [];
        const facts = {
          guaranteed: amountFact(guaranteed, earning.currency),
          short: amountFact(short, earning.currency),
        };
        const evidence = [withFacts(earningEvidence(earning), facts)];
        return [found(guaranteeNotMet, { ...aboutEarning(earning), score: 840, minor: short, evidence })];
      }),
  }),
};
