import { compareTexts } from '../../text/compareTexts.ts';
import { joinKey } from '../../text/key.ts';
import { byKey } from '../byKey.ts';
import { liveClaims } from '../claimedSales.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { claimEvidence, claimLineEvidence, tenthFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaim, found, withFacts } from '../found.ts';
import type { HistoryClaim, HistoryClaimLine } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { median } from '../statistics.ts';
import { surprises } from '../surprises.ts';

/**
 * Claims that are odd in several ways at once, none of them enough by itself: how seldom each thing about a claim is among claims of its
 * sort, added up. Of a sort are claims in one currency, of ours or of partners, with lines or without. At most a few of a thousand are
 * named, each with what made it odd.
 */
export const oddClaims: Detector = {
  name: 'oddClaims',
  version: 2,
  group: 'fraud',
  needs: ['claims'],
  parameters: [
    parameter('leastClaims', 50, 200, 100_000),
    parameter('surpriseBits', 10, 26, 100),
    parameter('mostPerMille', 1, 10, 50),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const claims = liveClaims(history).filter(({ minor }) => minor > 0);
      const sorts = byKey(claims, ({ currency, claimant, lines }) =>
        joinKey(currency, claimant, String(lines.length > 0)),
      );
      return [...sorts.values()].flatMap((sort) => oddAmong(sort, parameters));
    },
  }),
};

/** What a claim looks like, each the odder the higher it is; the names stand in the evidence. */
const FEATURES = ['amount', 'ofUsual', 'age', 'bare', 'weekday', 'perUnit'] as const;

/** Odd in a way: one of twenty at most is so. */
const ODD_BITS = Math.log2(20);
const LEAST_WAYS = 3;

type Judged = { readonly claim: HistoryClaim; readonly bits: readonly number[]; readonly sum: number };

function oddAmong(claims: readonly HistoryClaim[], parameters: Parameters): Finding[] {
  if (claims.length < (parameters.leastClaims as number)) return [];
  const most = Math.ceil((claims.length * (parameters.mostPerMille as number)) / 1000);
  const usual = usualOf(claims);
  const bits = surprises(claims.map((claim) => rowOf(claim, usual.get(claim.claim))));
  return claims
    .map((claim, index): Judged => {
      const own = bits[index] as readonly number[];
      return { claim, bits: own, sum: own.reduce((total, one) => total + one, 0) };
    })
    .filter(
      ({ sum, bits: own }) => sum >= (parameters.surpriseBits as number) && waysOf(own).length >= LEAST_WAYS,
    )
    .sort((a, b) => b.sum - a.sum || compareTexts(a.claim.claim, b.claim.claim))
    .slice(0, most)
    .map(oddClaim);
}

/** The columns in which it is odd, the oddest first. */
function waysOf(bits: readonly number[]): number[] {
  return [...bits.keys()]
    .filter((column) => (bits[column] as number) >= ODD_BITS)
    .sort((a, b) => (bits[b] as number) - (bits[a] as number) || a - b);
}

function oddClaim({ claim, bits, sum }: Judged): Finding {
  const drivers = waysOf(bits).map((column) => FEATURES[column] as string);
  const facts = { drivers: drivers.join(', '), surprise: tenthFact(sum) };
  const evidence = [
    withFacts(claimEvidence(claim), facts),
    ...claim.lines.slice(0, 4).map((line) => claimLineEvidence(claim, line)),
  ];
  return found(oddClaims, {
    ...aboutClaim(claim),
    score: scoreBetween(sum, 26, 50, 440, 680),
    minor: claim.minor,
    evidence,
  });
}

/** By claim, the middle of what the others of its partner claim; of the only one nothing. */
function usualOf(claims: readonly HistoryClaim[]): ReadonlyMap<string, number> {
  const usual = new Map<string, number>();
  for (const own of byKey(claims, ({ partner }) => partner).values()) {
    const rising = own.map(({ claim, minor }) => ({ claim, minor })).sort((a, b) => a.minor - b.minor);
    const middle = (rising.length - 2) / 2;
    for (const [index, { claim }] of rising.entries()) {
      const other = (at: number) => rising[at < index ? at : at + 1]?.minor ?? 0;
      if (rising.length > 1) usual.set(claim, (other(Math.floor(middle)) + other(Math.ceil(middle))) / 2);
    }
  }
  return usual;
}

/** What is unknown is usual; a line without a quantity is taken for one piece. */
function rowOf({ minor, sentOn, lines }: HistoryClaim, usual: number | undefined): number[] {
  const ages = lines.flatMap(({ day }) => (day === undefined ? [] : [sentOn - day]));
  const unnamed = lines.filter(({ document }) => document === undefined).length;
  return [
    minor,
    usual === undefined ? 0 : minor / Math.max(1, usual),
    ages.length === 0 ? 0 : Math.min(...ages),
    lines.length === 0 ? 0 : unnamed / lines.length,
    // 1970-01-01 was a Thursday; weekends are far from the days of work.
    (sentOn + 3) % 7 >= 5 ? 1 : 0,
    median(lines.map(priceOf)),
  ];
}

function priceOf({ quantity, minor }: HistoryClaimLine): number {
  return quantity === undefined || quantity <= 0 ? minor : (minor * 1_000_000) / quantity;
}
