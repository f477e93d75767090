import { claimOf } from '../business/claimsOf.ts';
import { workdayFrom } from '../draft.ts';
import { addClaim, caseOf, named, type Plant } from '../plant/ground.ts';
import { takeClaimants } from '../plant/unusualClaims.ts';

/** A claim every few days, each a little below the ten pounds that nobody looks at. */
export const claimDrip: Plant = {
  kind: 'claimDrip',
  group: 'fraud',
  plant: (ground) =>
    takeClaimants(ground, Math.min(ground.count, 3)).map((agreement) => {
      const { chance, draft, codes, disguised } = ground;
      const partner = agreement.partners[0] ?? '';
      let day = Math.max(agreement.from, draft.today - 300);
      const claims = Array.from({ length: chance.whole(35, 50) }, () => {
        day += chance.whole(2, 7);
        const minor = chance.whole(disguised ? 870 : 950, 999);
        return addClaim(
          ground,
          claimOf(
            draft,
            agreement,
            partner,
            Math.min(workdayFrom(day), draft.today),
            minor,
            [],
            codes,
            chance,
          ),
        );
      });
      return caseOf(
        'partner',
        partner,
        [named('agreement', agreement.agreement), ...claims.map(({ claim }) => named('claim', claim))],
        claims.reduce((sum, { minor }) => sum + minor, 0),
      );
    }),
};
