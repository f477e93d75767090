import { toYearMonthDay } from '../../../core/calendar/localDate.ts';
import { isSold } from '../business/tradeIndex.ts';
import { lineId } from '../draft.ts';
import type { Named } from '../label.ts';
import { addLine, type Ground, named, newDocument, takeBuyers } from '../plant/ground.ts';

const PEAK = 2.5;
const MOST = 60;

/** Real partners that buy in October and November several times what they buy in other months. */
export function seasonPeaks(ground: Ground): Named[][] {
  const peaks = ground.draft.partners.filter(({ partner, segment }) => {
    if (segment === 'counter' || ground.taken.has(`partner ${partner}`)) return false;
    const lines = ground.index.ofPartner(partner).filter(isSold);
    const inSeason = (day: number) => [10, 11].includes(toYearMonthDay(day).month);
    const [season, rest] = [
      lines.filter(({ day }) => inSeason(day)),
      lines.filter(({ day }) => !inSeason(day)),
    ];
    const value = (list: typeof lines) => list.reduce((sum, { minor }) => sum + minor, 0);
    return season.length >= 20 && rest.length >= 20 && value(season) / 2 > (PEAK * value(rest)) / 10;
  });
  return ground.chance.some(peaks, MOST).map(({ partner }) => {
    ground.taken.add(`partner ${partner}`);
    return [named('partner', partner)];
  });
}

/** Real cancellations that name no invoice: the line they take back has the same partner, product, quantity and price, days before. */
export function cancellationPairs({ draft, index }: Ground): Named[][] {
  if (draft.set !== 'uci-online-retail') return [];
  return draft.lines
    .filter(
      ({ document, kind, partner }) =>
        document.startsWith('C') && kind === 'goods' && !partner.startsWith('COUNTER'),
    )
    .flatMap((back) => {
      const sold = index
        .ofPartner(back.partner)
        .find(
          (line) =>
            line.quantity === -back.quantity &&
            line.product === back.product &&
            line.unitMinor === back.unitMinor &&
            line.day <= back.day &&
            back.day - line.day < 60,
        );
      return sold === undefined ? [] : [[named('line', lineId(sold)), named('line', lineId(back))]];
    });
}

/** A document cancelled and written again the same week, with what it is in the place of. */
export function reInvoices(ground: Ground): Named[][] {
  return takeBuyers(ground, 4).map(({ partner }) => {
    const lines = ground.index
      .ofPartner(partner)
      .filter((line) => isSold(line) && line.source === ground.draft.source);
    const { document } = ground.chance.pick(lines);
    const [credit, rebill] = [newDocument(ground, document), newDocument(ground, document)];
    return lines
      .filter((line) => line.document === document)
      .slice(0, 10)
      .flatMap((line) => {
        const correctionOf = { document, line: line.line };
        const day = line.day + 2;
        const back = addLine(ground, {
          ...line,
          document: credit,
          day,
          quantity: -line.quantity,
          minor: -line.minor,
          correctionOf,
        });
        const again = addLine(ground, { ...line, document: rebill, day, correctionOf });
        return [line, back, again].map((one) => named('line', lineId(one)));
      });
  });
}
