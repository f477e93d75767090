import { addMonths } from '../../../core/calendar/localDate.ts';
import { isSold } from '../business/tradeIndex.ts';
import { lineId } from '../draft.ts';
import { addLine, caseOf, named, newDocument, type Plant } from '../plant/ground.ts';
import { mostOf, takeWindows } from '../plant/thresholdGaming.ts';

/** The same goods bought at the end of every window and returned at the begin of the next, three times over. */
export const kitingReturns: Plant = {
  kind: 'kitingReturns',
  group: 'fraud',
  plant: (ground) =>
    takeWindows(
      ground,
      ({ lines, earning, agreement }) =>
        lines.some(isSold) && earning.until + 220 < ground.draft.today && agreement.windows !== 'year',
    ).map((window) => {
      const { chance, disguised } = ground;
      const like = window.lines.toSorted((a, b) => b.minor - a.minor)[0] as (typeof window.lines)[number];
      const months = window.agreement.windows === 'month' ? 1 : 3;
      const lines = [0, 1, 2].flatMap((round) => {
        const end = addMonths(window.earning.until, round * months);
        const times = Math.max(
          1,
          Math.min(chance.whole(2, 3), Math.floor(mostOf(ground, like.product) / like.quantity)),
        );
        const { order: _, ...rest } = like;
        const bought = addLine(ground, {
          ...rest,
          document: newDocument(ground, like.document),
          day: end - chance.whole(1, disguised ? 6 : 2),
          quantity: like.quantity * times,
          minor: like.minor * times,
        });
        const back = addLine(ground, {
          ...bought,
          document: newDocument(ground, like.document),
          day: end + chance.whole(1, disguised ? 9 : 4),
          quantity: -bought.quantity,
          minor: -bought.minor,
          ...(disguised ? {} : { returnOf: { document: bought.document, line: bought.line } }),
        });
        return [bought, back];
      });
      return caseOf(
        'partner',
        window.earning.partner,
        [named('agreement', window.agreement.agreement), ...lines.map((line) => named('line', lineId(line)))],
        like.minor * 2,
      );
    }),
};
