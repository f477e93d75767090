import { addLine, newDocument, type Plant } from '../plant/ground.ts';
import { buyMore, earnedMore, shortOf, takeWindows, windowCase } from '../plant/thresholdGaming.ts';

/** Billed on the last days so that a tier is reached, credited in the next window and billed there again. */
export const creditAndRebill: Plant = {
  kind: 'creditAndRebill',
  group: 'fraud',
  plant: (ground) =>
    takeWindows(ground, (window) => shortOf(window, 0.6) !== undefined).map((window) => {
      const { until } = window.earning;
      const early = buyMore(ground, window, shortOf(window, 0.6) ?? 0, [until - 1, until - 2]);
      const minor = earnedMore(window, early);
      const again = early.flatMap((line) => {
        const day = until + ground.chance.whole(1, ground.disguised ? 20 : 6);
        const names = ground.disguised ? {} : { correctionOf: { document: line.document, line: line.line } };
        const credit = addLine(ground, {
          ...line,
          document: newDocument(ground, line.document),
          day,
          quantity: -line.quantity,
          minor: -line.minor,
          ...names,
        });
        const rebill = addLine(ground, {
          ...line,
          document: newDocument(ground, line.document),
          day: day + 1,
          ...names,
        });
        return [credit, rebill];
      });
      return windowCase(window, [...early, ...again], minor);
    }),
};
