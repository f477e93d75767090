import { claimOf } from '../business/claimsOf.ts';
import { workdayFrom } from '../draft.ts';
import { addClaim, agreementOf, caseOf, claimTwin, type Plant, takeClaims } from '../plant/ground.ts';

/** The same sales under a second agreement of another name: each claim is in order, and only one of them is due. */
export const saleClaimedTwice: Plant = {
  kind: 'saleClaimedTwice',
  group: 'fraud',
  plant: (ground) =>
    takeClaims(ground).flatMap((claim) => {
      const agreement = agreementOf(ground, claim.agreement);
      if (agreement === undefined) return [];
      const { chance, draft, codes, disguised } = ground;
      const price = (agreement.contractPrice ?? 0) + (disguised ? chance.whole(1, 3) : 0);
      const { together: _, ...rest } = agreement;
      const second = {
        ...rest,
        agreement: codes('AG'),
        name: `Campaign ${agreement.products[0]}`,
        contractPrice: price,
      };
      draft.agreements.push(second);
      const lines = claim.lines.map((line) => {
        const unitMinor = (line.unitMinor ?? 0) - price + (agreement.contractPrice ?? 0);
        return { ...line, unitMinor, minor: Math.round(((line.quantity ?? 0) / 1_000_000) * unitMinor) };
      });
      const minor = lines.reduce((sum, line) => sum + line.minor, 0);
      if (minor <= 0) return [];
      const sentOn = Math.min(workdayFrom(claim.sentOn + chance.whole(0, 25)), draft.today);
      const twin = addClaim(
        ground,
        claimOf(draft, second, claim.partner, sentOn, minor, lines, codes, chance),
      );
      return [caseOf('claim', twin.claim, claimTwin(claim, twin), minor)];
    }),
};
