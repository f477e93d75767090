import { joinKey } from '../../text/key.ts';
import { byKey } from '../byKey.ts';
import { liveClaims } from '../claimedSales.ts';
import { type Detector, parameter } from '../detector.ts';
import { foldedNumber, type NumberLikeness, numberLikeness } from '../documentNumber.ts';
import { claimEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaim, found, withFacts } from '../found.ts';
import type { History, HistoryClaim } from '../history.ts';
import { areRelated } from '../relatedPartners.ts';

/**
 * The same claim twice: the same number, also misspelled, or the same lines, for (nearly) the same amount, from the same partner or one
 * related to it. The same amount each month under the next number is none, and neither is a refused claim that was sent again.
 */
export const duplicateClaims: Detector = {
  name: 'duplicateClaims',
  version: 2,
  group: 'fraud',
  needs: ['claims'],
  parameters: [
    parameter('withinDays', 1, 180, 730),
    parameter('amountPercent', 0, 2, 20),
    parameter('mostAlike', 2, 60, 500),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const found = new Map<string, Finding>();
      for (const group of alikeGroups(history)) {
        if (group.length > (parameters.mostAlike as number)) continue;
        for (const [index, later] of group.entries()) {
          for (const earlier of group.slice(0, index)) {
            const finding = duplicateOf(history, earlier, later, parameters);
            const known = found.get(later.claim);
            if (finding !== undefined && finding.score > (known?.score ?? 0)) found.set(later.claim, finding);
          }
        }
      }
      return [...found.values()];
    },
  }),
};

/** Claims that could be the same: of the same amount, of the same number, or with the same first line; the earlier first. */
function alikeGroups(history: History): HistoryClaim[][] {
  const claims = liveClaims(history).filter((claim) => claim.minor > 0);
  return [
    byKey(claims, (claim) => `${claim.claimant} ${claim.minor} ${claim.currency}`),
    byKey(claims, (claim) =>
      claim.reference === undefined ? undefined : `${claim.claimant} ${foldedNumber(claim.reference)}`,
    ),
    byKey(claims, (claim) => [...lineKeys(claim)].sort()[0]),
    byKey(claims, (claim) => [...goodsKeys(claim)].sort()[0]),
  ].flatMap((groups) => [...groups.values()].filter((group) => group.length > 1));
}

function duplicateOf(
  history: History,
  earlier: HistoryClaim,
  later: HistoryClaim,
  parameters: Readonly<Record<string, number>>,
): Finding | undefined {
  if (
    later.sentOn - earlier.sentOn > (parameters.withinDays as number) ||
    earlier.currency !== later.currency
  )
    return undefined;
  if (Math.abs(later.minor - earlier.minor) * 100 > earlier.minor * (parameters.amountPercent as number))
    return undefined;
  if (
    earlier.agreement !== undefined &&
    later.agreement !== undefined &&
    earlier.agreement !== later.agreement
  )
    return undefined;
  const likeness =
    earlier.reference === undefined || later.reference === undefined
      ? undefined
      : numberLikeness(earlier.reference, later.reference);
  const score = pointsOf(
    likeness,
    sameLines(earlier, later),
    whoOf(history, earlier, later),
    earlier.minor === later.minor,
  );
  if (score === 0) return undefined;
  const facts = {
    // People know a claim by its reference; the evidence below names both by their ids.
    other: earlier.reference ?? earlier.claim,
    ...{ otherPartner: earlier.partner, likeness: likeness ?? 'lines' },
  };
  const evidence = [withFacts(claimEvidence(later), facts), claimEvidence(earlier)];
  return found(duplicateClaims, { ...aboutClaim(later), score, minor: later.minor, evidence });
}

type Lines = 'same' | 'different' | 'unknown';
type Who = 'same' | 'related' | 'other';

function pointsOf(
  likeness: NumberLikeness | undefined,
  lines: Lines,
  who: Who,
  isSameAmount: boolean,
): number {
  if (lines === 'different') return 0;
  const isSameNumber = likeness === 'same' || likeness === 'spelled';
  const off = who === 'same' ? 0 : 40;
  if (who === 'other') return lines === 'same' ? (isSameNumber ? 860 : 760) : 0;
  if (lines === 'same') return (isSameNumber ? 980 : 930) - off;
  if (isSameNumber) return (likeness === 'same' ? 900 : 870) - off - (isSameAmount ? 0 : 100);
  if (likeness === undefined || !isSameAmount) return 0;
  return (likeness === 'suffix' ? 760 : 740) - off;
}

function whoOf(history: History, a: HistoryClaim, b: HistoryClaim): Who {
  if (a.partner === b.partner) return 'same';
  return areRelated(history, a.partner, b.partner) ? 'related' : 'other';
}

/** Four of five lines are the same; unknown where lines say too little of what they are for. */
function sameLines(a: HistoryClaim, b: HistoryClaim): Lines {
  // Where one of them leaves out which line of a document it was, the goods on the document have to do.
  const isPlain = [...a.lines, ...b.lines].every(
    ({ document, line }) => (document === undefined) === (line === undefined),
  );
  const keysOf = isPlain ? lineKeys : goodsKeys;
  const [one, other] = [keysOf(a), keysOf(b)];
  if (one.size === 0 || other.size === 0) return 'unknown';
  const common = [...one].filter((key) => other.has(key)).length;
  return common * 5 >= Math.max(one.size, other.size) * 4 ? 'same' : 'different';
}

/** The document that a line names, and what and how much of it. */
function goodsKeys(claim: HistoryClaim): Set<string> {
  return new Set(
    claim.lines.flatMap(({ document, product = '', quantity }) =>
      document === undefined || quantity === undefined
        ? []
        : [joinKey(document, product.toUpperCase(), String(quantity))],
    ),
  );
}

/** The sale that a line names, else what was sold to whom on which day. */
function lineKeys(claim: HistoryClaim): Set<string> {
  return new Set(
    claim.lines.flatMap((line) => {
      if (line.document !== undefined && line.line !== undefined)
        return [`${line.document}\u001f${line.line}`];
      if (line.day === undefined || line.product === undefined) return [];
      return [
        [line.product, line.endCustomer ?? '', line.day, line.quantity ?? '', line.minor].join('\u001f'),
      ];
    }),
  );
}
