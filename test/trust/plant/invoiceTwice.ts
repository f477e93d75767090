import { isSold } from '../business/tradeIndex.ts';
import { type DraftLine, lineId } from '../draft.ts';
import {
  addLine,
  type Case,
  caseOf,
  type Ground,
  jitter,
  mistype,
  named,
  newDocument,
  type Plant,
  takeBuyers,
} from './ground.ts';

/** A whole document booked again under another number, the same day or some days later. */
export const invoiceTwiceExact: Plant = {
  kind: 'invoiceTwiceExact',
  group: 'fraud',
  plant: (ground) => again(ground, (line) => ({ ...line, document: newDocument(ground, line.document) })),
};

/** The number with a typing error, days later, cents apart. */
export const invoiceTwiceNear: Plant = {
  kind: 'invoiceTwiceNear',
  group: 'fraud',
  plant: (ground) => {
    const { chance, disguised } = ground;
    const days = new Map<string, { document: string; day: number }>();
    return again(ground, (line) => {
      const first = days.get(line.document) ?? {
        document: mistype(line.document, chance),
        day: line.day + chance.whole(1, disguised ? 12 : 4),
      };
      days.set(line.document, first);
      const minor = jitter(line.minor, disguised ? 30 : 6, chance);
      return { ...line, ...first, minor };
    });
  },
};

function again(ground: Ground, change: (line: DraftLine) => DraftLine): Case[] {
  return takeBuyers(ground, 4).map(({ partner }) => {
    const lines = ground.index
      .ofPartner(partner)
      .filter((line) => isSold(line) && line.source === ground.draft.source);
    const document = ground.chance.pick(lines).document;
    const originals = lines.filter((line) => line.document === document).slice(0, 12);
    const first = change(originals[0] as DraftLine);
    const copies = originals.map((line) =>
      addLine(ground, { ...change(line), document: first.document, day: first.day }),
    );
    const [main, ...rest] = copies as [DraftLine, ...DraftLine[]];
    const others = [...rest, ...originals].map((line) => named('line', lineId(line)));
    return caseOf(
      'line',
      lineId(main),
      others,
      copies.reduce((sum, { minor }) => sum + minor, 0),
    );
  });
}
