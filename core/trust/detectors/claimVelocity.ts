import { byKey } from '../byKey.ts';
import { liveClaims } from '../claimedSales.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact, claimEvidence, dayFact, tenthFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { HistoryClaim } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { deviationsAbove, median } from '../statistics.ts';

/**
 * Suddenly many claims: in four weeks far more money than this partner ever claims in four weeks. A year before in the same weeks, or
 * the other partners in these weeks, the same: then it is a season.
 */
export const claimVelocity: Detector = {
  name: 'claimVelocity',
  version: 1,
  group: 'fraud',
  needs: ['claims'],
  parameters: [
    parameter('deviations', 3, 6, 50),
    parameter('leastClaims', 2, 4, 1000),
    parameter('timesUsual', 2, 4, 100),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const series = [
        ...byKey(
          liveClaims(history).filter(({ claimant, minor }) => claimant === 'partner' && minor > 0),
          (claim) => `${claim.partner}\u001f${claim.currency}`,
        ).values(),
      ].map(blocksOf);
      return series.flatMap((one) => burstsIn(one, series, parameters));
    },
  }),
};

const DAYS = 28;
/** A year in blocks of four weeks. */
const YEAR = 13;

type Series = {
  readonly claims: readonly HistoryClaim[];
  readonly blocks: ReadonlyMap<number, readonly HistoryClaim[]>;
  readonly first: number;
  readonly last: number;
};

function blocksOf(claims: readonly HistoryClaim[]): Series {
  const blocks = byKey(claims, ({ sentOn }) => Math.floor(sentOn / DAYS));
  const numbers = [...blocks.keys()];
  return { claims, blocks, first: Math.min(...numbers), last: Math.max(...numbers) };
}

function amountIn({ blocks }: Series, block: number): number {
  return (blocks.get(block) ?? []).reduce((sum, { minor }) => sum + minor, 0);
}

function burstsIn(one: Series, all: readonly Series[], parameters: Parameters): Finding[] {
  if (one.last - one.first < YEAR / 2) return [];
  return [...one.blocks].flatMap(([block, claims]): Finding[] => {
    if (claims.length < (parameters.leastClaims as number)) return [];
    const others = Array.from({ length: one.last - one.first + 1 }, (_, index) => one.first + index).filter(
      (other) => other !== block,
    );
    const amounts = others.map((other) => amountIn(one, other));
    const [amount, usual] = [amountIn(one, block), median(amounts)];
    const deviations = deviationsAbove(amount, amounts, usual / 3);
    const isMuch = usual > 0 && amount >= usual * (parameters.timesUsual as number);
    if (
      !isMuch ||
      deviations < (parameters.deviations as number) ||
      isSeason(one, all, block, amount / usual)
    )
      return [];
    return [burst(claims, { amount, usual, deviations, block })];
  });
}

function isSeason(one: Series, all: readonly Series[], block: number, ratio: number): boolean {
  const before = Math.max(
    amountIn(one, block - YEAR),
    amountIn(one, block - YEAR - 1),
    amountIn(one, block - YEAR + 1),
  );
  if (before * 2 >= amountIn(one, block)) return true;
  const peers = all.flatMap((other) => {
    const usual = median(
      Array.from({ length: other.last - other.first + 1 }, (_, index) =>
        amountIn(other, other.first + index),
      ),
    );
    return other === one || usual <= 0 ? [] : [amountIn(other, block) / usual];
  });
  return peers.length >= 3 && median(peers) * 2 >= ratio;
}

function burst(
  claims: readonly HistoryClaim[],
  { amount, usual, deviations, block }: Readonly<Record<'amount' | 'usual' | 'deviations' | 'block', number>>,
): Finding {
  const { partner, currency } = claims[0] as HistoryClaim;
  const facts = {
    from: dayFact(block * DAYS),
    claims: String(claims.length),
    amount: amountFact(amount, currency),
    usual: amountFact(usual, currency),
    deviations: tenthFact(deviations),
  };
  const largest = [...claims].sort((a, b) => b.minor - a.minor || (a.claim < b.claim ? -1 : 1)).slice(0, 5);
  return found(claimVelocity, {
    object: 'partner',
    id: partner,
    partner,
    day: block * DAYS + DAYS - 1,
    score: scoreBetween(deviations, 6, 30, 480, 780),
    minor: amount - usual,
    currency,
    evidence: [{ object: 'partner', id: partner, facts }, ...largest.map(claimEvidence)],
  });
}
