import { CLERKS, workdayAfter, workingMinute } from '../business/people.ts';
import { caseOf, named, type Plant, take } from '../plant/ground.ts';

const LEADS = [
  { person: 'h.brandt', limit: 100_000 },
  { person: 'c.dupont', limit: 100_000 },
];

/** One clerk adjusts one partner upwards, plausible amounts with reasons, and always the same lead approves within minutes. */
export const colludingPair: Plant = {
  kind: 'colludingPair',
  group: 'fraud',
  plant: (ground) =>
    take(
      ground,
      ground.draft.agreements.filter(({ partners }) => partners.length === 1),
      ({ partners }) => `partner ${partners[0]}`,
      Math.min(ground.count, 3),
    ).map((agreement) => {
      const { chance, draft, codes, disguised } = ground;
      const [partner = ''] = agreement.partners;
      const [by, lead] = [chance.pick(CLERKS), chance.pick(LEADS)];
      const made = Array.from({ length: chance.whole(7, 11) }, () => {
        const day = workdayAfter(Math.max(agreement.from, draft.today - 300), 0, 270, chance);
        const minor = chance.whole(15_000, disguised ? 60_000 : 97_000);
        const adjustment = {
          adjustment: codes('AJ'),
          agreement: agreement.agreement,
          partner,
          day,
          minor,
          currency: draft.currency,
          by,
          approvedBy: lead.person,
          reason: chance.pick(['price difference', 'damaged goods', 'freight allowance']),
        };
        draft.adjustments.push(adjustment);
        const approval = {
          approval: codes('AP'),
          of: 'adjustment' as const,
          object: adjustment.adjustment,
          partner,
          minor,
          currency: draft.currency,
          limit: lead.limit,
          proposedBy: by,
          decidedBy: lead.person,
          day,
          minute: workingMinute(chance),
        };
        draft.approvals.push(approval);
        return [named('adjustment', adjustment.adjustment), named('approval', approval.approval)];
      });
      const [first, ...rest] = made.flat();
      return caseOf('adjustment', first?.id ?? '', [
        named('partner', partner),
        named('agreement', agreement.agreement),
        ...rest,
      ]);
    }),
};
