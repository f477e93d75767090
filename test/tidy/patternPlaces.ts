import type { Pattern } from './patternTree.ts';

/** One place of a character in an expression, which characters it takes, and the places that may come next. */
export type Place = { readonly text: string; readonly signs: ReadonlySet<string>; readonly next: Set<Place> };
export type Reach = {
  readonly first: readonly Place[];
  readonly last: readonly Place[];
  readonly mayBeEmpty: boolean;
};

const EMPTY: Reach = { first: [], last: [], mayBeEmpty: true };
/** A bound beyond this is like none. */
const COPIES = 50;

/** The places of an expression; two that may come next and share a character are two ways. */
export class Places {
  /** The first character that was found to be read in two ways. */
  twice: string | undefined;
  private readonly flags: string;
  private readonly literal: string;

  constructor(literal: string) {
    this.flags = literal.slice(literal.lastIndexOf('/') + 1).replace(/[dgy]/g, '');
    this.literal = literal;
  }

  reach(pattern: Pattern): Reach {
    if (pattern.is === 'place') return EMPTY;
    if (pattern.is === 'one') {
      const place = { text: pattern.text, signs: this.signs(pattern.text), next: new Set<Place>() };
      return { first: [place], last: [place], mayBeEmpty: false };
    }
    if (pattern.is === 'sequence') {
      return pattern.parts.map((part) => this.reach(part)).reduce((a, b) => this.behind(a, b), EMPTY);
    }
    if (pattern.is === 'repeat') return this.repeat(pattern);
    const parts = pattern.parts.map((part) => this.reach(part));
    const first = parts.flatMap((part) => part.first);
    this.choice(first);
    const last = parts.flatMap((part) => part.last);
    return { first, last, mayBeEmpty: parts.some((part) => part.mayBeEmpty) };
  }

  private repeat({ of, least, most }: Extract<Pattern, { is: 'repeat' }>): Reach {
    if (most > COPIES) {
      const reach = this.reach(of);
      this.link(reach.last, reach.first);
      return { ...reach, mayBeEmpty: reach.mayBeEmpty || least === 0 };
    }
    // One, and perhaps another one, and perhaps another one behind that.
    let whole = EMPTY;
    for (let copy = most; copy > 0; copy -= 1) {
      whole = this.behind(this.reach(of), whole);
      if (copy > least) whole = { ...whole, mayBeEmpty: true };
    }
    return whole;
  }

  private behind(a: Reach, b: Reach): Reach {
    this.link(a.last, b.first);
    return {
      first: a.mayBeEmpty ? [...a.first, ...b.first] : a.first,
      last: b.mayBeEmpty ? [...a.last, ...b.last] : b.last,
      mayBeEmpty: a.mayBeEmpty && b.mayBeEmpty,
    };
  }

  /** From a place to the same one by two ways is as bad as to two that share a character. */
  private link(from: readonly Place[], to: readonly Place[]): void {
    for (const { next } of from) {
      for (const place of to) {
        if (next.has(place)) this.twice ??= place.text;
        next.add(place);
      }
      this.choice([...next]);
    }
  }

  private signs(text: string): ReadonlySet<string> {
    const one = new RegExp(`^(?:${text})$`, this.flags);
    const known = SIGNS.get(`${one}`) ?? new Set(SAMPLE.filter((sign) => one.test(sign)));
    SIGNS.set(`${one}`, known);
    // The literal itself may have signs that the sample has not.
    const others = [...this.literal].filter((sign) => !known.has(sign) && one.test(sign));
    return others.length === 0 ? known : new Set([...known, ...others]);
  }

  private choice(places: readonly Place[]): void {
    for (const [index, one] of places.entries()) {
      const other = places.slice(index + 1).find((another) => share(one, another));
      if (other !== undefined) this.twice ??= other.text;
    }
  }
}

/** Letters, signs and spaces of the scripts that our expressions speak of. */
const RANGES = [
  [0, 0x24f],
  [0x370, 0x4ff],
  [0x2000, 0x206f],
  [0x3000, 0x30ff],
  [0x4e00, 0x4e20],
  [0xff00, 0xffef],
] as const;
/** What each expression for one character takes of the sample; most are asked for again and again. */
const SIGNS = new Map<string, ReadonlySet<string>>();
const SAMPLE = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
);

/** Whether one character fits all of them. */
export function share(...[one, ...others]: readonly [Place, ...Place[]]): boolean {
  for (const sign of one.signs) if (others.every(({ signs }) => signs.has(sign))) return true;
  return false;
}
