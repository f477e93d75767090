import { isSold } from '../business/tradeIndex.ts';
import { lineId } from '../draft.ts';
import {
  addLine,
  addSupportClaim,
  agreementOf,
  caseOf,
  named,
  newDocument,
  type Plant,
  takeClaims,
} from '../plant/ground.ts';

/** Cheap goods billed under the code of the supported product, at their own price made up by quantity, and claimed for. */
export const relabelledProduct: Plant = {
  kind: 'relabelledProduct',
  group: 'fraud',
  plant: (ground) =>
    takeClaims(ground).flatMap((model) => {
      const agreement = agreementOf(ground, model.agreement);
      const [claimed] = model.lines;
      const like = ground.index
        .ofDocument(claimed?.document ?? '')
        .find(({ line }) => line === claimed?.line);
      const price = agreement?.contractPrice;
      if (agreement === undefined || like === undefined || price === undefined) return [];
      const cheap = ground.index
        .ofPartner(like.partner)
        .filter((line) => isSold(line) && (line.unitMinor ?? 0) < price * 0.6);
      if (cheap.length === 0) return [];
      const goods = ground.chance.pick(cheap);
      const share = ground.disguised ? 0.9 : 0.45;
      const line = addLine(ground, {
        ...like,
        document: newDocument(ground, like.document),
        quantity: goods.quantity,
        unitMinor: Math.max(1, Math.round((like.unitMinor ?? 1) * share)),
        minor: Math.max(1, Math.round(((like.unitMinor ?? 1) * share * goods.quantity) / 1_000_000)),
      });
      const claim = addSupportClaim(
        ground,
        agreement,
        [{ ...line, unitMinor: like.unitMinor ?? 0 }],
        model.sentOn,
      );
      return [
        caseOf(
          'claimLine',
          `${claim.claim}/1`,
          [named('claim', claim.claim), named('line', lineId(line))],
          claim.minor,
        ),
      ];
    }),
};
