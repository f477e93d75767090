import type { Plant } from '../plant/ground.ts';
import { buyMore, earnedMore, shortOf, takeWindows, windowCase } from '../plant/thresholdGaming.ts';

/** Lines dated into the last week of a window that was long over when anybody knew of them: with them the tier is reached. */
export const backdatedInvoice: Plant = {
  kind: 'backdatedInvoice',
  group: 'fraud',
  plant: (ground) =>
    takeWindows(ground, (window) => shortOf(window, 0.6) !== undefined).map((window) => {
      const { until } = window.earning;
      const late = buyMore(ground, window, shortOf(window, 0.6) ?? 0, [until - 2, until - 4, until - 7]);
      const knownOn = until + ground.chance.whole(ground.disguised ? 6 : 18, 35);
      for (const line of late) line.knownOn = knownOn;
      return windowCase(window, late, earnedMore(window, late));
    }),
};
