import { claimOf } from '../business/claimsOf.ts';
import { addressOf, bankAccountOf, phoneOf, taxIdOf } from '../business/partnersOf.ts';
import { workdayFrom } from '../draft.ts';
import { addClaim, caseOf, named, type Plant } from '../plant/ground.ts';

/** A partner of some days' age, with an agreement and without a sale, claims and is paid. */
export const ghostPartner: Plant = {
  kind: 'ghostPartner',
  group: 'fraud',
  plant: (ground) =>
    Array.from({ length: Math.min(ground.count, 4) }, () => {
      const { chance, draft, codes, disguised } = ground;
      const models = draft.agreements.filter(
        ({ side, partners }) => side === 'customer' && partners.length === 1,
      );
      if (models.length === 0) return undefined;
      const model = chance.pick(models);
      const since = chance.whole(Math.max(model.from, draft.today - 250), draft.today - 80);
      const like = draft.partners.find((one) => one.partner === model.partners[0]);
      const partner = codes('C');
      draft.partners.push({
        partner,
        kind: 'customer',
        name: `${like?.name ?? 'New'} North`,
        segment: like?.segment ?? 'trade',
        bankAccounts: [bankAccountOf(chance)],
        since: disguised ? since - 60 : since,
        taxId: taxIdOf(chance),
        address: addressOf(chance),
        ...(disguised ? { phone: phoneOf(chance) } : {}),
      });
      const agreement = {
        ...model,
        agreement: codes('AG'),
        name: `Volume bonus ${partner}`,
        partners: [partner],
        from: since,
      };
      delete agreement.together;
      draft.agreements.push(agreement);
      const claims = [6, 31].map((days) =>
        addClaim(
          ground,
          claimOf(
            draft,
            agreement,
            partner,
            workdayFrom(since + days),
            chance.whole(30_000, 180_000),
            [],
            codes,
            chance,
          ),
        ),
      );
      return caseOf(
        'partner',
        partner,
        [named('agreement', agreement.agreement), ...claims.map(({ claim }) => named('claim', claim))],
        claims.reduce((sum, { minor }) => sum + minor, 0),
      );
    }).filter((one) => one !== undefined),
};
