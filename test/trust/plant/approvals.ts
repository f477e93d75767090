import type { FoundObject } from '../../../core/trust/finding.ts';
import { CLERKS } from '../business/people.ts';
import { type Draft, type DraftOf, weekdayOf } from '../draft.ts';
import { caseOf, type Ground, named, type Plant, take } from './ground.ts';

type Approval = DraftOf<'approvals'>;

function money({ approvals }: Draft): Approval[] {
  return approvals.filter(
    ({ of, minor = 0, decidedBy }) =>
      (of === 'claim' || of === 'settlement' || of === 'adjustment') && minor > 0 && decidedBy !== 'l.chen',
  );
}

function objectOf({ of, object }: Approval) {
  return named(of as FoundObject, object);
}

function takeApprovals(
  ground: Ground,
  fits: (approval: Approval) => boolean = () => true,
  count = ground.count,
): Approval[] {
  return take(
    ground,
    money(ground.draft).filter((one) => fits(one) && !ground.taken.has(one.object)),
    ({ approval }) => approval,
    count,
  );
}

/** One person decides a handful of amounts that are all a little below what it may. */
export const justUnderLimit: Plant = {
  kind: 'justUnderLimit',
  group: 'fraud',
  plant: (ground) =>
    Array.from({ length: Math.min(ground.count, 4) }, () => ground.chance.pick(money(ground.draft))).flatMap(
      ({ decidedBy, limit = 0 }) => {
        if (limit > 5_000_000) return [];
        const cluster = takeApprovals(
          ground,
          (one) => one.decidedBy === decidedBy && one.of === 'settlement',
          ground.chance.whole(5, 8),
        );
        for (const approval of cluster) {
          approval.minor = Math.floor(
            (limit * ground.chance.whole(ground.disguised ? 930 : 965, 999)) / 1000,
          );
          const settlement = ground.draft.settlements.find((one) => one.settlement === approval.object);
          if (settlement) settlement.minor = approval.minor;
          for (const payment of ground.draft.payments)
            if (payment.settlement === approval.object) payment.minor = approval.minor;
        }
        const [first, ...rest] = cluster;
        if (first === undefined) return [];
        const all = [
          objectOf(first),
          ...rest.flatMap((one) => [named('approval', one.approval), objectOf(one)]),
        ];
        return [
          caseOf(
            'approval',
            first.approval,
            all,
            cluster.reduce((sum, { minor = 0 }) => sum + minor, 0),
          ),
        ];
      },
    ),
};

/** Whoever proposed it decided it; disguised, the name is written in another way. */
export const samePersonTwice: Plant = {
  kind: 'samePersonTwice',
  group: 'fraud',
  plant: (ground) =>
    takeApprovals(ground).map((approval) => {
      approval.proposedBy = ground.disguised ? approval.decidedBy.toUpperCase() : approval.decidedBy;
      return caseOf('approval', approval.approval, [objectOf(approval)], approval.minor);
    }),
};

/** In the night or on a Sunday, by somebody who works by day; disguised, late in the evening. */
export const outOfHours: Plant = {
  kind: 'outOfHours',
  group: 'fraud',
  plant: (ground) =>
    takeApprovals(ground).map((approval, at) => {
      const { chance, disguised } = ground;
      if (at % 3 === 2 && !disguised) approval.day -= weekdayOf(approval.day);
      else
        approval.minute = disguised
          ? chance.whole(20 * 60 + 40, 23 * 60)
          : chance.pick([chance.whole(0, 4 * 60), chance.whole(22 * 60 + 30, 1439)]);
      return caseOf('approval', approval.approval, [objectOf(approval)], approval.minor);
    }),
};

/** One clerk grants one partner round amounts again and again, without a second person and with hardly a reason. */
export const manualAdjustments: Plant = {
  kind: 'manualAdjustments',
  group: 'fraud',
  plant: (ground) =>
    take(
      ground,
      ground.draft.agreements.filter(({ partners }) => partners.length === 1),
      ({ partners }) => `partner ${partners[0]}`,
      Math.min(ground.count, 4),
    ).map((agreement) => {
      const { chance, draft, codes, disguised } = ground;
      const by = chance.pick(CLERKS);
      const partner = agreement.partners[0] ?? '';
      const made = Array.from({ length: chance.whole(5, 9) }, () => {
        const minor = disguised ? chance.whole(40_000, 190_000) : chance.whole(4, 19) * 10_000;
        const adjustment = {
          adjustment: codes('AJ'),
          agreement: agreement.agreement,
          partner,
          day: chance.whole(Math.max(agreement.from, draft.today - 360), draft.today - 5),
          minor,
          currency: draft.currency,
          by,
          ...(disguised ? { approvedBy: by, reason: 'goodwill' } : {}),
        };
        draft.adjustments.push(adjustment);
        return adjustment;
      });
      const [first, ...rest] = made;
      return caseOf(
        'adjustment',
        first?.adjustment ?? '',
        [
          named('partner', partner),
          named('agreement', agreement.agreement),
          ...rest.map(({ adjustment }) => named('adjustment', adjustment)),
        ],
        made.reduce((sum, { minor }) => sum + minor, 0),
      );
    }),
};
