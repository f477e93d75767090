import { byKey } from '../byKey.ts';
import { liveClaims } from '../claimedSales.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact, claimEvidence, dayFact, tenthFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { HistoryClaim } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { median, medianDeviation } from '../statistics.ts';

/**
 * Suddenly many claims: in four weeks far more money, or far more claims, than this partner ever has in four weeks; of one that claims in
 * few months, more than it has on average. A year before in the same weeks, or the other partners in these weeks, the same: then it is a
 * season.
 */
export const claimVelocity: Detector = {
  name: 'claimVelocity',
  version: 2,
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

function countIn({ blocks }: Series, block: number): number {
  return blocks.get(block)?.length ?? 0;
}

type Measure = typeof amountIn;
type Excess = {
  readonly measure: Measure;
  readonly usual: number;
  readonly deviations: number;
  readonly times: number;
};

/** How far a block is above the others. A count spreads at least as chance spreads it. */
function excess(one: Series, others: readonly number[], block: number, measure: Measure): Excess {
  const values = others.map((other) => measure(one, other));
  const usual = usualOf(values);
  const spread = Math.max(
    medianDeviation(values),
    usual / 3,
    measure === countIn ? Math.sqrt(Math.max(usual, 1)) : 0,
  );
  const value = measure(one, block);
  const isKnown = usual > 0;
  return {
    ...{ measure, usual },
    deviations: isKnown ? (value - usual) / spread : 0,
    times: isKnown ? value / usual : 0,
  };
}

/** The median; where more than half of the blocks are empty, the mean of all but the highest. */
function usualOf(values: readonly number[]): number {
  const middle = median(values);
  if (middle > 0 || values.length < 2) return middle;
  const rest = values.reduce((sum, value) => sum + value, 0) - Math.max(...values);
  return rest / (values.length - 1);
}

function burstsIn(one: Series, all: readonly Series[], parameters: Parameters): Finding[] {
  if (one.last - one.first < YEAR / 2) return [];
  return [...one.blocks].flatMap(([block, claims]): Finding[] => {
    if (claims.length < (parameters.leastClaims as number)) return [];
    const others = Array.from({ length: one.last - one.first + 1 }, (_, index) => one.first + index).filter(
      (other) => other !== block,
    );
    const of = (measure: Measure) => excess(one, others, block, measure);
    const [money, count] = [of(amountIn), of(countIn)];
    const strongest = [money, count].filter(
      ({ deviations, times }) =>
        deviations >= (parameters.deviations as number) && times >= (parameters.timesUsual as number),
    );
    const isOfSeason = ({ measure, times }: Excess) => isSeason(one, all, block, { measure, ratio: times });
    if (strongest.length === 0 || strongest.every(isOfSeason)) return [];
    const deviations = Math.max(...strongest.map((each) => each.deviations));
    const [amount, usual] = [amountIn(one, block), money.usual];
    return [burst(claims, { amount, usual, deviations, block })];
  });
}

function isSeason(
  one: Series,
  all: readonly Series[],
  block: number,
  { measure, ratio }: { readonly measure: Measure; readonly ratio: number },
): boolean {
  const before = Math.max(...[-1, 0, 1].map((off) => measure(one, block - YEAR + off)));
  if (before * 2 >= measure(one, block)) return true;
  const peers = all.flatMap((other) => {
    const numbers = Array.from({ length: other.last - other.first + 1 }, (_, index) => other.first + index);
    const usual = usualOf(numbers.map((number) => measure(other, number)));
    return other === one || usual <= 0 ? [] : [measure(other, block) / usual];
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
