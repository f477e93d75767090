import { dayKey, joinKey } from '../text/key.ts';
import type { Worked } from './worked.ts';

/**
 * Of windows that add up to one amount, the one before each, of the same term and partner: what it has come
 * to is part of what the later one has. Windows that pay on their own lines have none before them.
 */
export function windowsBefore(accounts: readonly Worked[]): ReadonlyMap<Worked, Worked> {
  const before = new Map<Worked, Worked>();
  for (const own of addingUp(accounts)) {
    for (const [index, worked] of own.entries()) {
      const earlier = own[index - 1];
      if (earlier !== undefined) before.set(worked, earlier);
    }
  }
  return before;
}

function addingUp(accounts: readonly Worked[]): Worked[][] {
  const groups = Map.groupBy(accounts, ({ planned, partner, window: { enclosing } }) =>
    enclosing === undefined ? undefined : joinKey(planned.id, partner, dayKey(enclosing.from)),
  );
  groups.delete(undefined);
  return [...groups.values()].map((own) =>
    own.toSorted((a, b) => a.window.window.from - b.window.window.from),
  );
}
