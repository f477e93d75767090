import { type Refusal, refuse } from '../refusal/refusals.ts';
import { type CutOverPlace, cutOverPlaceKey } from './cutOverPlace.ts';

/** Two rows of one account contradict each other, or count twice: the later one is refused. */
export function withoutRepeated<T extends CutOverPlace & { readonly row: number }>(
  entries: readonly T[],
): { readonly entries: readonly T[]; readonly refusals: readonly Refusal[] } {
  const first = new Map<string, number>();
  const refusals: Refusal[] = [];
  const single = entries.filter((entry) => {
    const key = cutOverPlaceKey(entry);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, entry.row);
      return true;
    }
    const facts = { row: String(entry.row), first: String(earlier) };
    refusals.push(refuse('cut-over-row-repeated', `row ${entry.row}`, facts));
    return false;
  });
  return { entries: single, refusals };
}
