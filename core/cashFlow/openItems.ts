import type { LocalDate } from '../calendar/localDate.ts';

/** A movement on an account of open items. Units: minor; the sign of the first of an item is that of the item. */
export type Movement<T> = { readonly minor: bigint; readonly on: LocalDate; readonly about: T };

/**
 * What is left of each item: what takes away is laid against the oldest items that are open, in the order of
 * days and then of the list, as nobody has said otherwise. Law: the rests sum to the movements.
 */
export function openItems<T>(movements: readonly Movement<T>[]): readonly Movement<T>[] {
  const open: { minor: bigint; readonly on: LocalDate; readonly about: T }[] = [];
  for (const movement of movements.toSorted((a, b) => a.on - b.on)) {
    let { minor } = movement;
    for (const item of open) {
      if (minor === 0n) break;
      if (item.minor === 0n || item.minor > 0n === minor > 0n) continue;
      const size = (amount: bigint) => (amount < 0n ? -amount : amount);
      const taken = size(item.minor) < size(minor) ? -item.minor : minor;
      item.minor += taken;
      minor -= taken;
    }
    if (minor !== 0n) open.push({ ...movement, minor });
  }
  return open.filter(({ minor }) => minor !== 0n);
}
