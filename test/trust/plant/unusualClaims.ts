import type { Claim } from '../business/claimsOf.ts';
import { claimOf } from '../business/claimsOf.ts';
import { isSold } from '../business/tradeIndex.ts';
import { type DraftOf, workdayFrom } from '../draft.ts';
import { addClaim, caseOf, type Ground, jitter, linesOfClaim, named, type Plant, take } from './ground.ts';

type Agreement = DraftOf<'agreements'>;

/** Agreements of one customer that claims; one a partner. */
export function takeClaimants(ground: Ground, count = ground.count): Agreement[] {
  const claiming = new Set(ground.draft.claims.map(({ agreement }) => agreement));
  const fits = ({ partners, agreement, side }: Agreement) =>
    partners.length === 1 && claiming.has(agreement) && side === 'customer';
  return take(
    ground,
    ground.draft.agreements.filter(fits),
    ({ partners }) => `partner ${partners[0]}`,
    count,
  );
}

function claimFor(ground: Ground, agreement: Agreement, sentOn: number, minor: number): Claim {
  const partner = agreement.partners[0] ?? '';
  return addClaim(
    ground,
    claimOf(ground.draft, agreement, partner, workdayFrom(sentOn), minor, [], ground.codes, ground.chance),
  );
}

/** As people invent amounts: first digits all alike, the last one seldom 0 or 5, often 3 or 7; disguised, only the last ones. */
export const inventedAmounts: Plant = {
  kind: 'inventedAmounts',
  group: 'fraud',
  plant: (ground) =>
    takeClaimants(ground, Math.min(ground.count, 3)).map((agreement) => {
      const { chance, draft } = ground;
      const first = Math.max(agreement.from, draft.today - 600);
      const claims = Array.from({ length: chance.whole(60, 90) }, () =>
        claimFor(ground, agreement, chance.whole(first, draft.today - 40), invented(ground)),
      );
      return caseOf(
        'partner',
        agreement.partners[0] ?? '',
        claims.map(({ claim }) => named('claim', claim)),
        claims.reduce((sum, { minor }) => sum + minor, 0),
      );
    }),
};

function invented({ chance, disguised }: Ground): number {
  const lead = disguised ? Math.floor(10 ** (chance.whole(0, 999) / 1000)) : chance.pick([4, 5, 6, 7, 8, 9]);
  const middle = chance.whole(0, 99);
  return lead * 10_000 + middle * 100 + chance.whole(1, 9) * 10 + chance.pick([3, 7, 3, 7, 8, 1]);
}

/** Many claims within two days; disguised, within two weeks. */
export const claimBurst: Plant = {
  kind: 'claimBurst',
  group: 'fraud',
  plant: (ground) =>
    takeClaimants(ground, Math.min(ground.count, 4)).map((agreement) => {
      const { chance, draft, disguised } = ground;
      const day = chance.whole(draft.today - 300, draft.today - 60);
      const usualOne = usualAmount(ground, agreement);
      const claims = Array.from({ length: chance.whole(14, 25) }, () =>
        claimFor(ground, agreement, day + chance.whole(0, disguised ? 13 : 1), jitter(usualOne, 500, chance)),
      );
      return caseOf(
        'partner',
        agreement.partners[0] ?? '',
        [...claims.map(({ claim }) => named('claim', claim)), named('agreement', agreement.agreement)],
        claims.reduce((sum, { minor }) => sum + minor, 0),
      );
    }),
};

function usualAmount({ draft }: Ground, { agreement }: Agreement): number {
  const amounts = draft.claims
    .filter((claim) => claim.agreement === agreement)
    .map(({ minor }) => minor)
    .sort((a, b) => a - b);
  return Math.max(500, amounts[Math.floor(amounts.length / 2)] ?? 0);
}

/** Claims of many times the share of sales that the others of the segment claim, evenly over the year. */
export const peerOutlier: Plant = {
  kind: 'peerOutlier',
  group: 'fraud',
  plant: (ground) =>
    takeClaimants(ground, Math.min(ground.count, 4)).map((agreement) => {
      const { chance, draft, index, disguised } = ground;
      const partner = agreement.partners[0] ?? '';
      const sold = index
        .ofPartner(partner)
        .filter(isSold)
        .reduce((sum, { minor }) => sum + minor, 0);
      const number = 10;
      const each = Math.max(1_000, Math.round((sold * (disguised ? 0.12 : 0.35)) / number));
      const start = Math.max(agreement.from, draft.today - 360);
      const claims = Array.from({ length: number }, (_, at) =>
        claimFor(
          ground,
          agreement,
          start + Math.floor((at * (draft.today - 50 - start)) / number),
          jitter(each, 180, chance),
        ),
      );
      return caseOf(
        'partner',
        partner,
        [...claims.map(({ claim }) => named('claim', claim)), named('agreement', agreement.agreement)],
        claims.reduce((sum, { minor }) => sum + minor, 0),
      );
    }),
};

/** Nothing of it alone is out of the way: a large amount, sent very late, on the last day, by a small partner, in few large lines. */
export const unusualTogether: Plant = {
  kind: 'unusualTogether',
  group: 'fraud',
  plant: (ground) => {
    const claims = ground.draft.claims
      .filter(({ lines, state }) => lines.length === 1 && state === 'paid')
      .sort((a, b) => a.minor - b.minor);
    const amounts = ground.draft.claims.map(({ minor }) => minor).sort((a, b) => a - b);
    const large = amounts[Math.floor(amounts.length * 0.93)] ?? 0;
    return take(ground, claims.slice(0, Math.ceil(claims.length / 2)), ({ claim }) => claim).map((model) => {
      const [line] = model.lines;
      const minor = jitter(large, 60, ground.chance);
      const {
        quantity: _,
        unitMinor: __,
        document: ___,
        line: ____,
        ...rest
      } = line ?? { number: 1, minor: 0 };
      const claim = addClaim(ground, {
        ...model,
        claim: ground.codes('CL'),
        reference: `${ground.chance.whole(10_000, 99_999)}`,
        sentOn: Math.min(ground.draft.today - 21, workdayFrom(model.sentOn + (ground.disguised ? 20 : 38))),
        state: 'accepted',
        minor,
        lines: [{ ...rest, number: 1, minor }],
      });
      return caseOf('claim', claim.claim, linesOfClaim(claim), minor);
    });
  },
};
