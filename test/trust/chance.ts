/** Numbers that look drawn and are the same for the same seed and name. */
export type Chance = {
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  readonly happens: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** At most so many different ones, in drawn order. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
  /** A stream of its own: what is drawn from it moves nothing else. */
  readonly fork: (name: string) => Chance;
};

const TWO_32 = 4_294_967_296;

export function chanceOf(seed: number, name = ''): Chance {
  const next = mulberry32(hashOf(`${seed}/${name}`));
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const some = <T>(list: readonly T[], count: number): T[] => {
    const rest = [...list];
    const drawn: T[] = [];
    while (drawn.length < count && rest.length > 0) {
      const index = whole(0, rest.length - 1);
      const last = rest.pop() as T;
      drawn.push(index < rest.length ? (rest[index] as T) : last);
      if (index < rest.length) rest[index] = last;
    }
    return drawn;
  };
  return {
    whole,
    some,
    happens: (share) => next() < share,
    pick: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[whole(0, list.length - 1)] as T;
    },
    fork: (part) => chanceOf(seed, `${name}/${part}`),
  };
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  return hash >>> 0;
}

/** Source: T. Ettinger, mulberry32 (public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_32;
  };
}
