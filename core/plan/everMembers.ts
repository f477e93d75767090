import type { Window } from '../calendar/window.ts';

export const EVER: Window = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
/** On every day. Shared: most members are so, and plans of many terms hold millions of them. */
export const ALWAYS: readonly Window[] = [EVER];

/** The codes of master data, in its order, and the place of each. */
export type KnownCodes = { readonly codes: readonly string[]; readonly placeOf: ReadonlyMap<string, number> };

/**
 * Members on every day, as their places among the codes of master data: a tenth of the memory of a map. Ten thousand
 * agreements name tens of millions of members.
 */
export class EverMembers implements ReadonlyMap<string, readonly Window[]> {
  readonly known: KnownCodes;
  /** Shape: in order, none twice. */
  readonly places: Uint32Array;

  constructor(known: KnownCodes, places: Uint32Array) {
    this.known = known;
    this.places = places;
  }

  get size(): number {
    return this.places.length;
  }

  get(code: string): readonly Window[] | undefined {
    return this.has(code) ? ALWAYS : undefined;
  }

  has(code: string): boolean {
    const place = this.known.placeOf.get(code);
    if (place === undefined) return false;
    let [low, high] = [0, this.places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.places[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return this.places[low] === place;
  }

  forEach(
    each: (value: readonly Window[], key: string, map: ReadonlyMap<string, readonly Window[]>) => void,
  ): void {
    for (const code of this.keys()) each(ALWAYS, code, this);
  }

  *keys(): MapIterator<string> {
    for (const place of this.places) yield this.known.codes[place] as string;
  }

  *values(): MapIterator<readonly Window[]> {
    for (let at = 0; at < this.places.length; at += 1) yield ALWAYS;
  }

  *entries(): MapIterator<[string, readonly Window[]]> {
    for (const code of this.keys()) yield [code, ALWAYS];
  }

  [Symbol.iterator](): MapIterator<[string, readonly Window[]]> {
    return this.entries();
  }
}
