import { type Place, Places, share } from './patternPlaces.ts';
import { NOTHING, type Pattern } from './patternTree.ts';

/**
 * What makes an expression cut a text at each of its points in turn, when the rest does not fit: two parts that come
 * again without a bound, one behind the other, with a text that both take and that leads from one to the other. The
 * first of them may be what is passed over before an expression begins. The time grows with the square of the length.
 * Source: Weber and Seidl, On the degree of ambiguity of finite automata (1991).
 */
export function slowSearch(pattern: Pattern, literal: string): string | undefined {
  const flags = literal.slice(literal.lastIndexOf('/') + 1);
  for (const one of pattern.is === 'choice' ? pattern.parts : [pattern]) {
    const before = flags.includes('y') ? undefined : whatStandsBefore(one);
    for (const read of [one, ...withWhatFollows(one)]) {
      const whole = before === undefined ? read : sequence(ANYTHING, before, read);
      const { first, last } = new Places(literal).reach(whole);
      const ends = endsAtPlace(read) ? new Set<Place>() : new Set(last);
      const cut = cutIn(first, ends);
      if (cut !== undefined) return `cut ${cut[0].text} from ${cut[1].text} at any point`;
    }
  }
  return undefined;
}

const ANYTHING: Pattern = { is: 'repeat', of: { is: 'one', text: '[^]' }, least: 0, most: Infinity };

function sequence(...parts: readonly Pattern[]): Pattern {
  return { is: 'sequence', parts };
}

/** What has to stand before the first character; undefined where that is the beginning of the text. */
function whatStandsBefore(pattern: Pattern): Pattern | undefined {
  const first = pattern.is === 'sequence' ? (pattern.parts[0] ?? NOTHING) : pattern;
  if (first.is !== 'place') return NOTHING;
  if (first.sign === '^') return undefined;
  if (first.sign === '\\b') return { is: 'one', text: '\\W' };
  if (first.sign === '(?<=') return behindTheBeginning(first.of);
  const isNone = first.sign === '(?<!' && first.of.is === 'one';
  return isNone ? { is: 'one', text: `(?!${first.of.text})[^]` } : NOTHING;
}

/** Where the beginning may stand before it as well, no character is passed over there. */
function behindTheBeginning(pattern: Pattern): Pattern {
  if (pattern.is !== 'choice') return pattern;
  return { is: 'choice', parts: pattern.parts.filter((part) => part.is !== 'place' || part.sign !== '^') };
}

/** What has to follow is read behind what stands before it. */
function withWhatFollows(pattern: Pattern): readonly Pattern[] {
  if (pattern.is !== 'sequence') return [];
  return pattern.parts.flatMap((part, index) =>
    part.is === 'place' && /^\(\?[=!]/.test(part.sign)
      ? [sequence(...pattern.parts.slice(0, index), part.of)]
      : [],
  );
}

/** Then all that was read may be for nothing. */
function endsAtPlace(pattern: Pattern): boolean {
  if (pattern.is === 'place') return true;
  if (pattern.is === 'one') return false;
  if (pattern.is === 'repeat') return endsAtPlace(pattern.of);
  if (pattern.is === 'choice') return pattern.parts.some(endsAtPlace);
  const last = pattern.parts.at(-1);
  return last !== undefined && endsAtPlace(last);
}

/** What comes again at an end fits whatever follows. */
function cutIn(first: readonly Place[], ends: ReadonlySet<Place>): readonly [Place, Place] | undefined {
  const again = [...reachedFrom(first)].filter((place) => reachedFrom(place.next).has(place));
  for (const one of again) {
    const behind = reachedFrom(one.next);
    const other = again.find(
      (place) => place !== one && behind.has(place) && !ends.has(place) && areCut(one, place),
    );
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

function reachedFrom(first: Iterable<Place>): ReadonlySet<Place> {
  const reached = new Set(first);
  for (const { next } of reached) for (const place of next) reached.add(place);
  return reached;
}

/** Whether some text leads from one to itself, from one to the other, and from the other to itself. */
function areCut(one: Place, other: Place): boolean {
  const seen = new Map<Place, Map<Place, Set<Place>>>();
  const todo: (readonly [Place, Place, Place])[] = [[one, one, other]];
  for (const [a, b, c] of todo) {
    for (const x of a.next) {
      for (const y of b.next) {
        if (!share(x, y)) continue;
        const found = seen.get(x)?.get(y) ?? new Set();
        seen.set(x, (seen.get(x) ?? new Map()).set(y, found));
        for (const z of c.next) {
          if (found.has(z) || !share(x, y, z)) continue;
          if (x === one && y === other && z === other) return true;
          found.add(z);
          todo.push([x, y, z]);
        }
      }
    }
  }
  return false;
}
