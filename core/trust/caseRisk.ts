import type { Finding } from './finding.ts';
import { riskOf } from './risk.ts';
import type { Subject } from './subject.ts';

/** What is found about a subject, and about whom it concerns. */
export type CaseFindings = {
  /** On the subject itself, or on parts of it. */
  readonly own: readonly Finding[];
  /** On its partner, beside those. */
  readonly ofPartner: readonly Finding[];
};

/**
 * What findings about one subject come to, 0 to 1000. `fraud`: how risky it is; `score`: how much it is worth a look, since money that
 * was left on the table is that as well. `minor` in `currency`: the largest sum that one of its findings names, since they speak
 * of the same money.
 */
export type CaseRisk = {
  readonly score: number;
  readonly fraud: number;
  readonly minor?: number;
  readonly currency?: string;
};

/** Nothing is said of a subject by its partner alone. */
export function caseRisk(
  subject: Subject & { readonly partner?: string },
  { own, ofPartner }: CaseFindings,
): CaseRisk {
  if (own.length === 0) return { score: 0, fraud: 0 };
  const fraud = riskOf(subject, [...own, ...ofPartner])?.score ?? 0;
  const leaks = own.filter(({ group }) => group === 'leakage').map(({ score }) => score);
  const largest = own.reduce<Finding | undefined>(
    (best, one) => ((one.minor ?? -1) > (best?.minor ?? -1) ? one : best),
    undefined,
  );
  return {
    ...{ score: Math.max(fraud, ...leaks), fraud },
    ...(largest?.minor !== undefined && { minor: largest.minor }),
    ...(largest?.currency !== undefined && { currency: largest.currency }),
  };
}
