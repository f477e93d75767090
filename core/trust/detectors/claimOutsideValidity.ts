import { isInForce, windowsUpTo } from '../agreementScopes.ts';
import { type ClaimedLine, claimedSales, liveClaims } from '../claimedSales.ts';
import { type Detector, parameter } from '../detector.ts';
import { claimEvidence, claimLineEvidence, dayFact } from '../factTexts.ts';
import type { Evidence, Finding } from '../finding.ts';
import { aboutClaim, aboutClaimLine, found, withFacts } from '../found.ts';
import type { History, HistoryAgreement, HistoryClaim, HistoryLine } from '../history.ts';
import { areRelated } from '../relatedPartners.ts';
import { tablesOf } from '../tables.ts';

/**
 * Claims of partners for sales of days on which the agreement was not in force, sent after the days that it gives for it, or by
 * somebody who takes no part in it.
 */
export const claimOutsideValidity: Detector = {
  name: 'claimOutsideValidity',
  version: 1,
  group: 'fraud',
  needs: ['claims', 'agreements'],
  parameters: [parameter('graceDays', 0, 0, 60)],
  begin: (history, parameters) => {
    const sales = claimedSales(history);
    const agreements = new Map(history.agreements.map((one) => [one.agreement, one]));
    const grace = parameters.graceDays as number;
    const end = () =>
      liveClaims(history).flatMap((claim): Finding[] => {
        const agreement = agreements.get(claim.agreement ?? '');
        if (agreement === undefined || claim.claimant === 'us') return [];
        if (isStranger(history, agreement, claim.partner)) return [whole(claim, agreement, 'stranger', 780)];
        const outside = claim.lines.flatMap((line) =>
          ofDay({ claim, line }, agreement, sales.saleOf({ claim, line }), grace),
        );
        return outside.length > 0 ? outside : tooLate(history, claim, agreement, grace);
      });
    return { see: (line: HistoryLine) => sales.see(line), end };
  },
};

/** Named partners are known; whoever belongs to one of them claims under another code, and that is no fraud. */
function isStranger(history: History, agreement: HistoryAgreement, code: string): boolean {
  const partner = tablesOf(history).partners.get(code);
  if (agreement.partners.length > 0) return !agreement.partners.some((one) => areRelated(history, one, code));
  return agreement.segment !== undefined && partner?.segment !== undefined && partner.segment !== agreement.segment;
}

function ofDay(
  one: ClaimedLine,
  agreement: HistoryAgreement,
  sale: { readonly day: number; readonly evidence: Evidence } | undefined,
  grace: number,
): Finding[] {
  const day = sale?.day ?? one.line.day;
  if (day === undefined || isInForce(agreement, day)) return [];
  // A sale in the days of grace behind the end is a late delivery.
  if (agreement.until !== undefined && day >= agreement.until && day < agreement.until + grace) return [];
  const facts = {
    why: day < agreement.from ? 'before' : 'after',
    sold: dayFact(day),
    ...validity(agreement),
  };
  const evidence = [
    withFacts(claimLineEvidence(one.claim, one.line), facts),
    ...(sale === undefined ? [] : [sale.evidence]),
  ];
  return [
    found(claimOutsideValidity, { ...aboutClaimLine(one), score: 860, minor: one.line.minor, evidence }),
  ];
}

/** Counted from the end of the window that the newest sale of the claim lies in. */
function tooLate(
  history: History,
  claim: HistoryClaim,
  agreement: HistoryAgreement,
  grace: number,
): Finding[] {
  const days = claim.lines.flatMap(({ day }) => (day === undefined ? [] : [day]));
  if (agreement.claimWithin === undefined || days.length === 0) return [];
  const newest = Math.max(...days);
  const window = windowsUpTo(agreement, history.today).find(
    ({ from, until }) => from <= newest && newest < until,
  );
  const isLate = window !== undefined && claim.sentOn > window.until + agreement.claimWithin + grace;
  return isLate ? [whole(claim, agreement, 'late', 620)] : [];
}

function whole(claim: HistoryClaim, agreement: HistoryAgreement, why: string, score: number): Finding {
  const evidence = [
    withFacts(claimEvidence(claim), { why, sold: dayFact(claim.sentOn), ...validity(agreement) }),
  ];
  return found(claimOutsideValidity, { ...aboutClaim(claim), score, minor: claim.minor, evidence });
}

function validity(agreement: HistoryAgreement) {
  return {
    from: dayFact(agreement.from),
    until: agreement.until === undefined ? '' : dayFact(agreement.until - 1),
  };
}
