import { approve } from '../business/followUp.ts';
import { NIGHT_SHIFT, workdayAfter } from '../business/people.ts';
import { workdayFrom } from '../draft.ts';
import type { Named } from '../label.ts';
import { type Ground, named, take, takeClaims } from '../plant/ground.ts';

const SHIFT = 60;

/** Somebody works where it is day: all that person ever decides is in our night. */
export function nightShift(ground: Ground): Named[][] {
  const { draft, chance } = ground;
  const fits = draft.approvals.filter(
    ({ minor = 0, of }) => of === 'claim' && minor > 0 && minor <= NIGHT_SHIFT.limit,
  );
  return take(ground, fits, ({ approval }) => approval, Math.min(SHIFT, Math.floor(fits.length / 8))).map(
    (approval) => {
      approval.decidedBy = NIGHT_SHIFT.person;
      approval.limit = NIGHT_SHIFT.limit;
      approval.minute = chance.whole(0, 6 * 60 + 30);
      return [named('approval', approval.approval)];
    },
  );
}

/** Refused, put right and sent again: the first one was never paid. */
export function refusedAndSentAgain(ground: Ground): Named[][] {
  const { draft, chance, codes } = ground;
  return takeClaims(ground).map((claim) => {
    const first = {
      ...claim,
      claim: codes('CL'),
      state: 'refused' as const,
      sentOn: workdayFrom(claim.sentOn - chance.whole(6, 14)),
    };
    draft.claims.push(first);
    const lines = claim.lines.map(({ number }) => named('claimLine', `${claim.claim}/${number}`));
    return [named('claim', first.claim), named('claim', claim.claim), ...lines];
  });
}

/** Two partners number their claims alike. */
export function sharedReferences(ground: Ground): Named[][] {
  const claims = takeClaims(ground, ground.count * 2);
  return claims.flatMap((claim, at) => {
    const other = at % 2 === 0 ? claims[at + 1] : undefined;
    if (other === undefined || other.partner === claim.partner) return [];
    other.reference = claim.reference ?? '';
    return [[named('claim', claim.claim), named('claim', other.claim)]];
  });
}

/** The same round sum each quarter, as a marketing contract says it; two people, and a reason. */
export function contractAmounts(ground: Ground): Named[][] {
  const { draft, chance, codes } = ground;
  const fits = draft.agreements.filter(({ partners }) => partners.length === 1);
  return take(ground, fits, ({ partners }) => `partner ${partners[0]}`, Math.min(ground.count, 3)).map(
    ({ agreement, partners }) => {
      const [partner = ''] = partners;
      return [270, 180, 90].flatMap((back) => {
        const adjustment = codes('AJ');
        const day = workdayAfter(draft.today - back, 0, 3, chance);
        const approval = approve(
          draft,
          'adjustment',
          adjustment,
          { partner, minor: 50_000 },
          day,
          codes,
          chance,
        );
        if (approval === undefined) return [];
        draft.adjustments.push({
          adjustment,
          agreement,
          partner,
          day,
          minor: 50_000,
          currency: draft.currency,
          by: approval.proposedBy,
          approvedBy: approval.decidedBy,
          reason: 'marketing contract, quarterly sum',
        });
        return [named('adjustment', adjustment)];
      });
    },
  );
}
