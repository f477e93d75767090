import { earnedOn, partnersIn } from '../business/earningsOf.ts';
import { goodsValueOf, isSold } from '../business/tradeIndex.ts';

import { type DraftOf, earningId, lineId, worth } from '../draft.ts';
import {
  addLine,
  agreementOf,
  type Case,
  caseOf,
  type Ground,
  named,
  newDocument,
  type Plant,
  removeClaim,
  removeSettlement,
  repay,
  take,
  takeBuyers,
} from './ground.ts';
import { takeWindows, type Window } from './thresholdGaming.ts';

type Earning = DraftOf<'earnings'>;

function byEarning({ earning, agreement }: Window, minor: number): Case {
  return caseOf(
    'earning',
    earningId(earning),
    [named('agreement', agreement.agreement), named('partner', earning.partner)],
    minor,
  );
}

function dropClaim(ground: Ground, { agreement, partner, earned }: Earning): void {
  const claim = ground.draft.claims.find(
    (one) =>
      one.agreement === agreement &&
      one.partner === partner &&
      one.minor === earned &&
      one.lines.length === 0,
  );
  if (claim !== undefined) removeClaim(ground, claim);
}

function dropSettlement({ draft }: Ground, { agreement, partner, earned }: Earning): void {
  const settlement = draft.settlements.find(
    (one) => one.agreement === agreement && one.partner === partner && one.minor === earned,
  );
  if (settlement !== undefined) removeSettlement(draft, settlement.settlement);
}

/** Suppliers owe it and nobody asked for it; disguised, for most of it nobody did. */
export const unclaimedRebate: Plant = {
  kind: 'unclaimedRebate',
  group: 'leakage',
  plant: (ground) =>
    takeWindows(ground, ({ earning, agreement }) => agreement.side === 'supplier' && earning.settled > 0).map(
      (window) => {
        const { earning } = window;
        dropClaim(ground, earning);
        earning.claimed = ground.disguised ? Math.floor(earning.earned * 0.3) : 0;
        earning.settled = earning.claimed;
        return byEarning(window, earning.earned - earning.claimed);
      },
    ),
};

/** Claimed long ago, and nothing came. */
export const claimedNotSettled: Plant = {
  kind: 'claimedNotSettled',
  group: 'leakage',
  plant: (ground) =>
    takeWindows(
      ground,
      ({ earning, agreement }) =>
        agreement.side === 'supplier' && earning.settled > 0 && earning.until < ground.draft.today - 120,
    ).map((window) => {
      const { earning, agreement } = window;
      const claim = ground.draft.claims.find(
        (one) => one.agreement === agreement.agreement && one.minor === earning.earned,
      );
      if (claim) claim.state = 'accepted';
      dropSettlement(ground, earning);
      earning.settled = ground.disguised ? Math.floor(earning.earned * 0.4) : 0;
      const found = byEarning(window, earning.earned - earning.settled);
      return claim === undefined
        ? found
        : { ...found, alternatives: [...found.alternatives, named('claim', claim.claim)] };
    }),
};

/** What counted is less than what was traded: a carton taken for a piece, or a price at a tenth. */
export const wrongUnitInBase: Plant = {
  kind: 'wrongUnitInBase',
  group: 'leakage',
  plant: (ground) => shortBase(ground, 'quantity'),
};
export const wrongPriceInBase: Plant = {
  kind: 'wrongPriceInBase',
  group: 'leakage',
  plant: (ground) => shortBase(ground, 'value'),
};

function shortBase(ground: Ground, basis: 'value' | 'quantity'): Case[] {
  return takeWindows(ground, ({ agreement, lines }) => agreement.basis === basis && lines.length > 3).map(
    (window) => {
      const { earning, agreement, lines } = window;
      const share = ground.disguised ? 0.25 : 0.6;
      const wrong = lines.toSorted((a, b) => b.minor - a.minor).slice(0, Math.ceil(lines.length * share));
      const lost = wrong.reduce(
        (sum, { minor, quantity }) => sum + (basis === 'value' ? minor * 0.9 : (quantity * 11) / 12),
        0,
      );
      const before = earning.earned;
      earning.base = Math.max(0, Math.round(earning.base - lost));
      earning.earned = earnedOn(earning.base, agreement);
      earning.claimed = Math.min(earning.claimed, earning.earned);
      earning.settled = Math.min(earning.settled, earning.earned);
      const claim = ground.draft.claims.find(
        (one) =>
          one.agreement === agreement.agreement &&
          one.partner === earning.partner &&
          one.minor === before &&
          one.lines.length === 0,
      );
      if (claim) {
        claim.minor = earning.earned;
        repay(ground, claim, before);
      }
      const found = byEarning(window, before - earning.earned);
      return {
        ...found,
        alternatives: [...found.alternatives, ...wrong.map((line) => named('line', lineId(line)))],
      };
    },
  );
}

/** Buys like those of its segment and is the only one that no agreement of the segment names. */
export const missingEnrolment: Plant = {
  kind: 'missingEnrolment',
  group: 'leakage',
  plant: (ground) => {
    const { draft, index, chance } = ground;
    const open = draft.agreements.filter(
      ({ partners, segment }) => partners.length === 0 && segment !== undefined,
    );
    return open.flatMap((agreement) => {
      const members = partnersIn(draft, agreement).filter(
        (partner) => goodsValueOf(index.ofPartner(partner)) > 0,
      );
      const alone = members.filter(
        (partner) =>
          !ground.taken.has(`partner ${partner}`) && !draft.claims.some((claim) => claim.partner === partner),
      );
      const left = chance.some(alone, Math.min(ground.count, Math.floor(members.length / 20)));
      for (const partner of left) ground.taken.add(`partner ${partner}`);
      agreement.partners = members.filter((partner) => !left.includes(partner));
      draft.earnings = draft.earnings.filter(
        (one) => one.agreement !== agreement.agreement || !left.includes(one.partner),
      );
      for (const { settlement } of draft.settlements.filter(
        (one) => one.agreement === agreement.agreement && left.includes(one.partner),
      ))
        removeSettlement(draft, settlement);
      return left.map((partner) =>
        caseOf(
          'partner',
          partner,
          [named('agreement', agreement.agreement)],
          Math.round(goodsValueOf(index.ofPartner(partner)) / 200),
        ),
      );
    });
  },
};

/** A window of ours ends within days and lacks a little of a tier that pays on everything: more than is bought anyway until then. */
export const tierWithinReach: Plant = {
  kind: 'tierWithinReach',
  group: 'leakage',
  plant: (ground) => {
    const { draft, chance, disguised } = ground;
    const running = draft.earnings.filter(({ until, agreement, from }) => {
      const one = agreementOf(ground, agreement);
      return (
        until > draft.today &&
        from < draft.today - 35 &&
        one?.side === 'supplier' &&
        one.partners.length === 1
      );
    });
    return take(ground, running, ({ partner }) => `partner ${partner}`).map((earning) => {
      const agreement = agreementOf(ground, earning.agreement) as DraftOf<'agreements'>;
      const left = chance.whole(2, 4);
      agreement.until = draft.today + left;
      earning.until = agreement.until;
      const pace = left / (draft.today - earning.from);
      const missing =
        Math.min(0.09, pace * 1.3) + chance.whole(disguised ? 15 : 5, disguised ? 30 : 15) / 1000;
      const at = Math.ceil(earning.base * (1 + missing));
      agreement.retroactive = true;
      const benefit = agreement.basis === 'value' ? 'rate' : 'perUnit';
      const usual = agreement.tiers[0]?.[benefit] ?? 1;
      agreement.tiers = [
        { from: Math.floor(at / 3), [benefit]: usual },
        { from: at, [benefit]: usual * 3 },
      ];
      earning.earned = earnedOn(earning.base, agreement);
      return byEarning({ earning, agreement, lines: [] }, earnedOn(at, agreement) - earning.earned);
    });
  },
};

/** The agreement ended and was not renewed, and we buy as before. */
export const expiredStillBought: Plant = {
  kind: 'expiredStillBought',
  group: 'leakage',
  plant: (ground) => {
    const { draft, index, chance } = ground;
    const fits = draft.agreements.filter(
      ({ side, partners, contractPrice, windows }) =>
        side === 'supplier' && partners.length === 1 && contractPrice === undefined && windows !== 'year',
    );
    return take(ground, fits, ({ partners }) => `partner ${partners[0]}`).flatMap((agreement) => {
      const partner = agreement.partners[0] ?? '';
      const ends = draft.earnings
        .filter((one) => one.agreement === agreement.agreement && one.until < draft.today - 60)
        .map(({ until }) => until);
      if (ends.length === 0) return [];
      agreement.until = chance.pick(ends.slice(-4));
      agreement.state = 'ended';
      const until = agreement.until;
      draft.earnings = draft.earnings.filter(
        (one) => one.agreement !== agreement.agreement || one.until <= until,
      );
      for (const claim of draft.claims.filter(
        (one) => one.agreement === agreement.agreement && one.sentOn >= until + 30,
      ))
        removeClaim(ground, claim);
      const after = index.ofPartner(partner).filter(({ day }) => day >= until);
      return after.length < 3
        ? []
        : [
            caseOf(
              'agreement',
              agreement.agreement,
              [named('partner', partner), ...after.map((line) => named('line', lineId(line)))],
              Math.round(goodsValueOf(after) / 100),
            ),
          ];
    });
  },
};

/** Two agreements of a partner pay for the same lines, and neither says that it may. */
export const overlappingAgreements: Plant = {
  kind: 'overlappingAgreements',
  group: 'leakage',
  plant: (ground) => {
    const { draft, codes, chance, disguised } = ground;
    const fits = draft.agreements.filter(
      ({ partners, contractPrice, basis }) =>
        partners.length === 1 && contractPrice === undefined && basis === 'value',
    );
    return take(ground, fits, ({ partners }) => `partner ${partners[0]}`).map((agreement) => {
      const { together: _, guaranteed: __, ...rest } = agreement;
      const products = chance.some(
        [
          ...new Set(
            ground.index
              .ofPartner(agreement.partners[0] ?? '')
              .filter(isSold)
              .map(({ product }) => product),
          ),
        ],
        disguised ? 3 : 40,
      );
      const second = {
        ...rest,
        agreement: codes('AG'),
        name: `Bonus ${agreement.partners[0]} B`,
        products,
        tiers: [{ from: 0, rate: 100 }],
      };
      draft.agreements.push(second);
      const earned = draft.earnings
        .filter((one) => one.agreement === agreement.agreement)
        .flatMap((one) => {
          const base = goodsValueOf(
            ground.index
              .ofPartner(one.partner)
              .filter(({ product, day }) => products.includes(product) && day >= one.from && day < one.until),
          );
          const minor = Math.max(0, Math.round(base / 100));
          return base > 0
            ? [
                {
                  ...one,
                  agreement: second.agreement,
                  base,
                  earned: minor,
                  claimed: one.claimed > 0 ? minor : 0,
                  settled: one.settled > 0 ? minor : 0,
                },
              ]
            : [];
        });
      draft.earnings.push(...earned);
      return caseOf(
        'agreement',
        second.agreement,
        [
          named('agreement', agreement.agreement),
          named('partner', agreement.partners[0] ?? ''),
          ...earned.map((one) => named('earning', earningId(one))),
        ],
        earned.reduce((sum, one) => sum + one.earned, 0),
      );
    });
  },
};

/** Sold for less than it costs, once all rebates are off; disguised, above cost before them. */
export const negativeMargin: Plant = {
  kind: 'negativeMargin',
  group: 'leakage',
  plant: (ground) => {
    if (ground.draft.side !== 'sale') return [];
    const costs = new Map(ground.draft.products.map(({ product, unitCost = 0 }) => [product, unitCost]));
    return takeBuyers(ground, 3).flatMap(({ partner }) => {
      const lines = ground.index
        .ofPartner(partner)
        .filter(
          (line) =>
            isSold(line) &&
            (costs.get(line.product) ?? 0) > 50 &&
            !ground.taken.has(lineId(line)) &&
            line.source === ground.draft.source,
        );
      if (lines.length === 0) return [];
      const like = ground.chance.pick(lines);
      const cost = costs.get(like.product) ?? 0;
      const unitMinor = Math.floor(
        (cost * ground.chance.whole(ground.disguised ? 97 : 60, ground.disguised ? 99 : 92)) / 100,
      );
      const line = addLine(ground, {
        ...like,
        document: newDocument(ground, like.document),
        unitMinor,
        minor: worth(like.quantity, unitMinor),
      });
      return [
        caseOf(
          'line',
          lineId(line),
          [named('product', like.product), named('partner', partner)],
          worth(like.quantity, cost) - line.minor,
        ),
      ];
    });
  },
};

/** What was paid is below what is guaranteed for the window. */
export const guaranteeNotMet: Plant = {
  kind: 'guaranteeNotMet',
  group: 'leakage',
  plant: (ground) =>
    takeWindows(
      ground,
      ({ earning, agreement }) =>
        earning.settled > 0 && agreement.side === 'supplier' && agreement.guaranteed === undefined,
    ).map((window) => {
      const { earning, agreement } = window;
      const others = ground.draft.earnings.filter(
        (one) => one.agreement === agreement.agreement && one !== earning,
      );
      // The others of the agreement keep their promise: they are raised to it.
      agreement.guaranteed = Math.ceil(earning.earned * (ground.disguised ? 1.05 : 1.6));
      for (const one of others.filter(
        ({ until, earned }) => until <= ground.draft.today && earned < (agreement.guaranteed ?? 0),
      )) {
        [one.earned, one.claimed, one.settled] = [
          agreement.guaranteed,
          agreement.guaranteed,
          one.settled > 0 ? agreement.guaranteed : 0,
        ];
      }
      return byEarning(window, agreement.guaranteed - earning.earned);
    }),
};
