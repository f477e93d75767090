import type { ClaimedLine } from './claimedSales.ts';
import type { Detector } from './detector.ts';
import type { Evidence, Finding } from './finding.ts';
import type { HistoryClaim } from './history.ts';

/** A finding of a detector. */
export function found(by: Detector, what: Omit<Finding, 'detector' | 'version' | 'group'>): Finding {
  return { detector: by.name, version: by.version, group: by.group, ...what };
}

/** Whom and what a claim line is about. */
export function aboutClaimLine({ claim, line }: ClaimedLine) {
  return { ...aboutClaim(claim), object: 'claimLine' as const, id: `${claim.claim}/${line.number}` };
}

export function aboutClaim(claim: HistoryClaim) {
  return {
    object: 'claim' as const,
    id: claim.claim,
    partner: claim.partner,
    ...(claim.agreement !== undefined && { agreement: claim.agreement }),
    day: claim.sentOn,
    currency: claim.currency,
  };
}

/** Evidence with what a detector worked out of it: its words speak of these. */
export function withFacts(evidence: Evidence, facts: Evidence['facts']): Evidence {
  return { ...evidence, facts: { ...evidence.facts, ...facts } };
}
