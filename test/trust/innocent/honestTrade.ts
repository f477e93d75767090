import { isSold } from '../business/tradeIndex.ts';
import { claimLineId, lineId, MILLION, workdayFrom, worth } from '../draft.ts';
import type { Named } from '../label.ts';
import {
  addClaim,
  addLine,
  changeClaimLine,
  type Ground,
  named,
  newDocument,
  repay,
  take,
  takeBuyers,
  takeClaims,
} from '../plant/ground.ts';
import { usual } from '../plant/impossibleQuantity.ts';

/** The same goods in the same quantity every week, each time ordered. */
export function standingOrders(ground: Ground): Named[][] {
  return takeBuyers(ground, 2).map(({ partner }) => {
    const lines = ground.index
      .ofPartner(partner)
      .filter((line) => isSold(line) && line.source === ground.draft.source);
    const like = ground.chance.pick(lines);
    const every = ground.chance.pick([7, 14]);
    return Array.from({ length: 8 }, (_, at) => {
      const day = like.day + (at + 1) * every;
      if (day > ground.draft.today - 21) return undefined;
      return addLine(ground, {
        ...like,
        document: newDocument(ground, like.document),
        line: '0001',
        day,
        order: ground.codes('SO'),
      });
    }).flatMap((line) => (line === undefined ? [] : [named('line', lineId(line))]));
  });
}

/** Whole packs, many of them, and no more than may be in one order. */
export function bulkPallets(ground: Ground): Named[][] {
  const products = new Map(ground.draft.products.map((product) => [product.product, product]));
  const fits = usual(ground).filter(({ product }) => {
    const { perOrder = 0, perPack = 1 } = products.get(product) ?? {};
    return perOrder > perPack * 3;
  });
  return take(ground, fits, lineId).map((like) => {
    const { perOrder = 1, perPack = 1 } = products.get(like.product) ?? {};
    const quantity = Math.floor((perOrder * 0.95) / perPack) * perPack * MILLION;
    const line = addLine(ground, {
      ...like,
      document: newDocument(ground, like.document),
      line: '0001',
      quantity,
      minor: worth(quantity, like.unitMinor ?? 0),
    });
    return [named('line', lineId(line))];
  });
}

/** From a day on everybody pays eight percent more for a product. */
export function newPriceList(ground: Ground): Named[][] {
  const sold = ground.draft.products.filter(({ product }) => {
    const lines = ground.index.ofProduct(product);
    return lines.length > 8 && lines.length < 400 && !ground.taken.has(`price ${product}`);
  });
  return take(ground, sold, ({ product }) => `price ${product}`, Math.min(3, ground.count)).map(
    ({ product }) => {
      const lines = ground.index
        .ofProduct(product)
        .filter((line) => isSold(line) && line.source === ground.draft.source);
      const recent = lines.toSorted((a, b) => b.day - a.day).slice(0, 4);
      return recent.map((like) => {
        const unitMinor = Math.round((like.unitMinor ?? 0) * 1.08);
        const line = addLine(ground, {
          ...like,
          document: newDocument(ground, like.document),
          unitMinor,
          minor: worth(like.quantity, unitMinor),
        });
        return named('line', lineId(line));
      });
    },
  );
}

/** One sale claimed in two claims that together are what was sold. */
export function claimedInHalves(ground: Ground): Named[][] {
  return takeClaims(ground).flatMap((claim) => {
    const at = claim.lines.findIndex(({ quantity = 0 }) => quantity >= 2 * MILLION);
    const line = claim.lines[at];
    if (line === undefined) return [];
    const { quantity = 0, unitMinor = 0 } = line;
    const part = Math.floor(quantity / 2 / MILLION) * MILLION;
    const before = claim.minor;
    changeClaimLine(claim, at, { quantity: quantity - part, minor: worth(quantity - part, unitMinor) });
    repay(ground, claim, before);
    const minor = worth(part, unitMinor);
    const second = addClaim(ground, {
      ...claim,
      claim: ground.codes('CL'),
      reference: `${claim.reference} part 2`,
      sentOn: Math.min(workdayFrom(claim.sentOn + 7), ground.draft.today),
      state: 'accepted',
      minor,
      lines: [{ ...line, number: 1, quantity: part, minor }],
    });
    return [
      [
        named('claim', claim.claim),
        named('claim', second.claim),
        named('claimLine', claimLineId(claim, line)),
        named('claimLine', claimLineId(second, { number: 1 })),
      ],
    ];
  });
}
