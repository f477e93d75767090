import { byKey } from '../byKey.ts';
import { liveClaims } from '../claimedSales.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { claimEvidence, tenthFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaim, found, withFacts } from '../found.ts';
import type { HistoryClaim } from '../history.ts';
import { type Isolation, isolationForest } from '../isolationForest.ts';
import { scoreBetween } from '../scoreOf.ts';
import { median } from '../statistics.ts';

/**
 * Claims that are odd in several ways at once, none of them enough by itself: an isolation forest over what a claim looks like, with a
 * seed, so that it says the same each time. At most a few of a thousand are named, each with what made it odd.
 */
export const oddClaims: Detector = {
  name: 'oddClaims',
  version: 1,
  group: 'fraud',
  needs: ['claims'],
  parameters: [
    parameter('leastClaims', 50, 200, 100_000),
    parameter('lonelinessPercent', 55, 70, 95),
    parameter('mostPerMille', 1, 5, 50),
    parameter('seed', 0, 1, 1_000_000),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const claims = liveClaims(history).filter(({ claimant, minor }) => claimant === 'partner' && minor > 0);
      const groups = byKey(claims, ({ currency }) => currency);
      return [...groups.values()].flatMap((group) => oddAmong(group, parameters));
    },
  }),
};

/** What a claim looks like; the names stand in the evidence. */
const FEATURES = ['amount', 'ofUsual', 'lineCount', 'gap', 'lineSpread', 'weekday', 'age', 'perUnit'] as const;

function oddAmong(claims: readonly HistoryClaim[], parameters: Parameters): Finding[] {
  if (claims.length < (parameters.leastClaims as number)) return [];
  const own = usualOf(claims);
  const rows = claims.map((claim) => rowOf(claim, own.get(claim.claim) as Own));
  const isolations = isolationForest(rows, parameters.seed as number);
  const most = Math.ceil((claims.length * (parameters.mostPerMille as number)) / 1000);
  return claims
    .map((claim, index) => ({ claim, ...(isolations[index] as Isolation) }))
    .filter(
      ({ loneliness, drivers }) =>
        loneliness * 100 >= (parameters.lonelinessPercent as number) && drivers.length >= 2,
    )
    .sort((a, b) => b.loneliness - a.loneliness || (a.claim.claim < b.claim.claim ? -1 : 1))
    .slice(0, most)
    .map(({ claim, loneliness, drivers }) => {
      const said = drivers.slice(0, 3).map((driver) => FEATURES[driver] as string);
      const facts = { drivers: said.join(', '), loneliness: tenthFact(loneliness * 100) };
      const evidence = [withFacts(claimEvidence(claim), facts)];
      const score = scoreBetween(loneliness * 100, 70, 90, 380, 620);
      return found(oddClaims, { ...aboutClaim(claim), score, minor: claim.minor, evidence });
    });
}

/** Days since the claim before of the same partner, and the middle of what it claims. */
type Own = { readonly gap: number; readonly usual: number };

function usualOf(claims: readonly HistoryClaim[]): Map<string, Own> {
  const partners = [...byKey(claims, ({ partner }) => partner).values()];
  return new Map(
    partners.flatMap((group) => {
      const usual = median(group.map(({ minor }) => minor));
      return group.map(({ claim, sentOn }, index): [string, Own] => {
        const before = group[index - 1];
        return [claim, { usual, gap: before === undefined ? 30 : Math.min(120, sentOn - before.sentOn) }];
      });
    }),
  );
}

/** Sizes by their logarithm. */
function rowOf(claim: HistoryClaim, { gap, usual }: Own): number[] {
  const amounts = claim.lines.map((line) => Math.abs(line.minor));
  const most = amounts.reduce((high, one) => Math.max(high, one), 0);
  const days = claim.lines.flatMap(({ day }) => (day === undefined ? [] : [claim.sentOn - day]));
  const units = claim.lines.flatMap(({ quantity, minor }) =>
    quantity === undefined || quantity <= 0 ? [] : [Math.log1p(Math.max(0, minor) / (quantity / 1_000_000))],
  );
  return [
    Math.log1p(claim.minor),
    Math.log1p(claim.minor) - Math.log1p(usual),
    Math.log1p(claim.lines.length),
    gap,
    amounts.length < 2 ? 0 : Math.log1p(most) - Math.log1p(median(amounts)),
    // 1970-01-01 was a Thursday; weekends are far from the days of work.
    (claim.sentOn + 3) % 7 >= 5 ? 1 : 0,
    median(days),
    median(units),
  ];
}
