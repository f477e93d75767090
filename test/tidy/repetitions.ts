import ts from 'typescript';
import { lineOf, nodesOf, parse } from './forbiddenCode.ts';
import { type HouseFile, isScript, isTest, roomOf } from './houseFiles.ts';
import type { Inspection } from './inspection.ts';
import { type Pattern, patternTree } from './patternTree.ts';

/**
 * What comes again without a bound can be read in one way only, character by character: then no text makes an
 * expression try all ways of cutting it. Every expression in the code of the product is looked at; one that is put
 * together while the program runs could not be, and is a fault.
 * Source: Brüggemann-Klein and Wood, One-unambiguous regular languages (1998).
 */
export function repetitions(files: readonly HouseFile[]): Inspection {
  const faults: string[] = [];
  let seen = 0;
  for (const file of files.filter(({ path }) => isScript(path) && !isTest(path) && roomOf(path) !== '')) {
    const source = parse(file);
    for (const node of nodesOf(source)) {
      const found = ts.isRegularExpressionLiteral(node) ? ambiguity(node.text) : putTogether(node);
      if (ts.isRegularExpressionLiteral(node)) seen += 1;
      if (found !== undefined) faults.push(`${file.path}: line ${lineOf(source, node)}, ${found}`);
    }
  }
  return { seen, faults };
}

function putTogether(node: ts.Node): string | undefined {
  const isMade = (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression);
  return isMade && node.expression.text === 'RegExp' ? 'RegExp() puts an expression together' : undefined;
}

/** What can be read in two ways inside of something without a bound; undefined where nothing can. */
export function ambiguity(literal: string): string | undefined {
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end + 1).replace(/[dgy]/g, '');
  const places = new Places(flags);
  for (const repeat of unboundedIn(patternTree(literal.slice(1, end), flags))) places.reach(repeat);
  return places.twice === undefined ? undefined : `${literal} can repeat ${places.twice} in two ways`;
}

/** The outermost ones: what is inside of them is looked at with them. */
function unboundedIn(pattern: Pattern): readonly Pattern[] {
  if (pattern.is === 'one') return [];
  if (pattern.is === 'repeat' && pattern.most === Infinity) return [pattern, ...placesIn(pattern.of)];
  return pattern.is === 'repeat' || pattern.is === 'place'
    ? unboundedIn(pattern.of)
    : pattern.parts.flatMap(unboundedIn);
}

/** What has to stand before or behind something that comes again is read on its own. */
function placesIn(pattern: Pattern): readonly Pattern[] {
  if (pattern.is === 'one') return [];
  if (pattern.is === 'place') return unboundedIn(pattern.of);
  return pattern.is === 'repeat' ? placesIn(pattern.of) : pattern.parts.flatMap(placesIn);
}

/** One place of a character in an expression, and the places that may come next. */
type Place = { readonly text: string; readonly next: Set<Place> };
type Reach = {
  readonly first: readonly Place[];
  readonly last: readonly Place[];
  readonly mayBeEmpty: boolean;
};

const EMPTY: Reach = { first: [], last: [], mayBeEmpty: true };
/** A bound beyond this is like none. */
const COPIES = 50;

/** The places of an expression; two that may come next and share a character are two ways. */
class Places {
  /** The first character that was found to be read in two ways. */
  twice: string | undefined;
  private readonly flags: string;

  constructor(flags: string) {
    this.flags = flags;
  }

  reach(pattern: Pattern): Reach {
    if (pattern.is === 'place') return EMPTY;
    if (pattern.is === 'one') {
      const place = { text: pattern.text, next: new Set<Place>() };
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

  private choice(places: readonly Place[]): void {
    for (const [index, one] of places.entries()) {
      const other = places.slice(index + 1).find(({ text }) => shared(one.text, text, this.flags));
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
const SAMPLE = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
);

function shared(one: string, other: string, flags: string): boolean {
  const [a, b] = [one, other].map((text) => new RegExp(`^${text}$`, flags)) as [RegExp, RegExp];
  return [...SAMPLE, ...one, ...other].some((sign) => a.test(sign) && b.test(sign));
}
