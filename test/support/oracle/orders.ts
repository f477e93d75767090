import type { Entry } from './question.ts';

/** Day, document, line; a return at its original's place right behind it. */
export function inBusinessOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => compared(businessPlace(a), businessPlace(b)));
}

/** As they became known; those of one day in business order. A return stands where its original does. */
export function inOrderOfArrival(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(
    (a, b) => compared(arrival(a), arrival(b)) || compared(businessPlace(a), businessPlace(b)),
  );
}

function businessPlace({ line, on, isOriginal, key }: Entry): readonly (string | number)[] {
  const original = isOriginal ? line.original : undefined;
  const { document, line: number } = original ?? line;
  return [on, document, number, original === undefined ? '' : key, line.source];
}

function arrival({ line, isOriginal }: Entry): readonly number[] {
  const { batch, knownOn } = (isOriginal ? line.original : undefined) ?? line;
  return [batch, knownOn ?? 0];
}

function compared(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] as string | number;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
