import type { Layer } from './differences.ts';

/**
 * The layers of the first run that books after a cut-over. An account with an opening amount has that
 * amount in all of them, and its target in a last one of cause `adjustments`: what the books before
 * made of the same window is replaced once by what the contract gives, and no line of that time is
 * booked again; what was approved beside the terms since is in the same layer. Accounts without one keep
 * their causes. Units: minor. Source: rulings R2, R11.
 */
export function openedLayers(layers: readonly Layer[], openings: ReadonlyMap<string, bigint>): Layer[] {
  const last = layers.at(-1);
  if (last === undefined || openings.size === 0) return [...layers];
  const opened = layers
    .filter(({ cause }) => cause !== 'adjustments')
    .map(({ cause, targets }): Layer => ({ cause, targets: new Map([...targets, ...openings]) }));
  return [...opened, { cause: 'adjustments', targets: last.targets }];
}
