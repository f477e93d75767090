import { isSold } from '../business/tradeIndex.ts';
import { lineId, MILLION, worth } from '../draft.ts';
import { addLine, caseOf, type Ground, named, newDocument, type Plant, take } from './ground.ts';

/** More than may be in one order by far, or, disguised, half more; sold to somebody who buys little. */
export const impossibleQuantity: Plant = {
  kind: 'impossibleQuantity',
  group: 'fraud',
  plant: (ground) => {
    const { chance, disguised } = ground;
    const limits = new Map(ground.draft.products.map(({ product, perOrder }) => [product, perOrder ?? 0]));
    return take(
      ground,
      usual(ground).filter(({ product }) => (limits.get(product) ?? 0) > 0),
      lineId,
    ).map((like) => {
      const quantity =
        Math.ceil(
          ((limits.get(like.product) ?? 0) * chance.whole(disguised ? 130 : 400, disguised ? 200 : 3_000)) /
            100,
        ) * MILLION;
      const line = addLine(ground, {
        ...like,
        document: newDocument(ground, like.document),
        line: '0001',
        quantity,
        minor: worth(quantity, like.unitMinor ?? 0),
      });
      return caseOf(
        'line',
        lineId(line),
        [named('product', like.product), named('partner', like.partner)],
        line.minor,
      );
    });
  },
};

/** More sold in a month than the count at its begin had, with nothing said to come in, and still counted at its end. */
export const soldWithoutStock: Plant = {
  kind: 'soldWithoutStock',
  group: 'fraud',
  plant: (ground) => {
    const counts = ground.draft.stock.filter(({ partner }) => partner === undefined);
    return take(ground, counts, ({ product }) => `stock ${product}`).flatMap((count) => {
      const likes = ground.index
        .ofProduct(count.product)
        .filter(
          (line) =>
            isSold(line) &&
            line.day > count.day &&
            line.day <= count.day + 28 &&
            line.source === ground.draft.source,
        );
      if (likes.length === 0) return [];
      const like = ground.chance.pick(likes);
      const quantity =
        Math.ceil((count.quantity * ground.chance.whole(ground.disguised ? 140 : 250, 600)) / 100 / MILLION) *
        MILLION;
      const line = addLine(ground, {
        ...like,
        document: newDocument(ground, like.document),
        line: '0001',
        quantity,
        minor: worth(quantity, like.unitMinor ?? 0),
      });
      return [
        caseOf(
          'line',
          lineId(line),
          [named('product', count.product), named('partner', like.partner)],
          line.minor,
        ),
      ];
    });
  },
};

export function usual({ draft, chance, count, taken }: Ground) {
  const lines = draft.lines.filter(
    (line) =>
      isSold(line) &&
      line.source === draft.source &&
      !line.partner.startsWith('COUNTER') &&
      !taken.has(lineId(line)),
  );
  return chance.some(lines, count * 10);
}
