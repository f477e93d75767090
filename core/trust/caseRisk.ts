import type { Finding } from './finding.ts';

/** What findings about one subject come to. `score`: 0 to 1000. Units of `minor`: those of `currency`. */
export type Risk = {
  readonly score: number;
  readonly isFraud: boolean;
  readonly minor?: number;
  readonly currency?: string;
};

type Weighed = Pick<Finding, 'detector' | 'group' | 'score' | 'minor' | 'currency'>;

const FULL = 1000n;

/**
 * The strongest finding of each detector counts, and each further one takes its share of what is missing to certainty: two
 * that agree are more than one, and none makes it less. The money is the largest sum that one of them names, since they
 * speak of the same money.
 */
export function caseRisk(findings: readonly Weighed[]): Risk {
  const strongest = new Map<string, number>();
  for (const { detector, score } of findings)
    strongest.set(detector, Math.max(score, strongest.get(detector) ?? 0));
  const scores = [...strongest.values()];
  const missing = scores.reduce((product, score) => product * (FULL - BigInt(score)), 1n);
  const left = missing / FULL ** BigInt(Math.max(scores.length - 1, 0));
  const named = findings.filter(({ minor }) => minor !== undefined);
  const largest = named.reduce<Weighed | undefined>(
    (best, one) => ((one.minor ?? 0) > (best?.minor ?? -1) ? one : best),
    undefined,
  );
  return {
    score: scores.length === 0 ? 0 : Number(FULL - left),
    isFraud: findings.some(({ group }) => group === 'fraud'),
    ...(largest?.minor !== undefined && { minor: largest.minor }),
    ...(largest?.currency !== undefined && { currency: largest.currency }),
  };
}
