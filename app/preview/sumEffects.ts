import { joinKey } from '../../core/text/key.ts';
import type { Effect, EffectSum } from './preview.ts';

/** Adds up what belongs together, never across directions or currencies. */
export function sumEffects<T extends EffectSum, S extends EffectSum>(
  items: readonly T[],
  keyOf: (item: T) => string,
  shape: (item: T, sum: EffectSum) => S,
): S[] {
  const groups = Map.groupBy(items, (item) => joinKey(keyOf(item), item.direction, item.currency));
  return [...groups.values()].map((group) => {
    const [{ direction, currency }] = group as [T, ...T[]];
    return shape(group[0] as T, { direction, currency, ...effectOf(group) });
  });
}

function effectOf(group: readonly Effect[]): Effect {
  return {
    beforeMinor: group.reduce((sum, { beforeMinor }) => sum + beforeMinor, 0n),
    afterMinor: group.reduce((sum, { afterMinor }) => sum + afterMinor, 0n),
  };
}
