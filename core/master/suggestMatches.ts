import { compareTexts } from '../text/compareTexts.ts';
import { nameDistance } from './nameDistance.ts';
import { NAME_FORMS, type NameForm, nameKeys } from './nameKey.ts';

/** A partner or product of ours that a sender may have meant. */
export type Candidate = { readonly code: string; readonly name: string };

/** Confidence in percent. `letters`: so many characters differ. */
export type Suggestion = Candidate & {
  readonly confidence: number;
  readonly by: 'code' | 'name';
  readonly because: NameForm | 'letters';
};

const CONFIDENCE: Readonly<Record<NameForm, number>> = {
  spelling: 99,
  separators: 97,
  leadingZeros: 95,
  companyForm: 92,
};
const LETTERS_MOST = 90;
const LETTERS_LEAST = 70;
const SUGGESTED = 3;

/**
 * Prepares the search for what a sender's name may stand for among codes and names of ours: equal
 * in one of the forms of `nameKeys`, or all but a few letters. The surest first, at most three;
 * it only suggests: two names that look alike may well be two companies.
 */
export function suggestMatches(candidates: readonly Candidate[]): (received: string) => Suggestion[] {
  const texts = candidates.flatMap((candidate) =>
    (['code', 'name'] as const).map((by) => ({ candidate, by, keys: nameKeys(candidate[by]) })),
  );
  const exact = new Map(NAME_FORMS.map((form) => [form, Map.groupBy(texts, ({ keys }) => keys[form])]));
  const byPair = new Map<string, Set<(typeof texts)[number]>>();
  for (const text of texts) {
    for (const pair of pairsOf(text.keys.companyForm)) {
      byPair.set(pair, (byPair.get(pair) ?? new Set()).add(text));
    }
  }
  return (received) => {
    const asked = nameKeys(received);
    const found: Suggestion[] = [];
    for (const form of NAME_FORMS) {
      for (const { candidate, by } of exact.get(form)?.get(asked[form]) ?? []) {
        if (asked[form] === '') continue;
        found.push({ ...candidate, by, confidence: CONFIDENCE[form], because: form });
      }
    }
    for (const { candidate, by, keys } of nearby(asked.companyForm, byPair)) {
      const confidence = likeness(asked.companyForm, keys.companyForm);
      if (confidence >= LETTERS_LEAST) found.push({ ...candidate, by, confidence, because: 'letters' });
    }
    return best(found);
  };
}

/** In percent of the longer text, and never as sure as an equal form. */
function likeness(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  const most = Math.floor((length * (100 - LETTERS_LEAST)) / 100);
  const distance = nameDistance(a, b, most);
  if (distance > most) return 0;
  return Math.min(LETTERS_MOST, Math.floor((100 * (length - distance)) / length));
}

function pairsOf(text: string): Set<string> {
  const padded = Array.from(` ${text} `);
  return new Set(padded.slice(1).map((letter, index) => `${padded[index]}${letter}`));
}

/** Texts that share a third of their pairs of letters: others cannot be near. */
function nearby<T extends object>(text: string, byPair: ReadonlyMap<string, ReadonlySet<T>>): T[] {
  const pairs = pairsOf(text);
  const shared = new Map<T, number>();
  for (const pair of pairs) {
    for (const one of byPair.get(pair) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
  }
  return [...shared].filter(([, count]) => count * 3 >= pairs.size).map(([one]) => one);
}

/** Of each candidate the surest reason; of the candidates the surest. */
function best(found: readonly Suggestion[]): Suggestion[] {
  const ordered = [...found].sort((a, b) => b.confidence - a.confidence || compareTexts(a.code, b.code));
  const seen = new Set<string>();
  const once = ordered.filter(({ code }) => !seen.has(code) && seen.add(code));
  return once.slice(0, SUGGESTED);
}
