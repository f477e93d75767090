import { describe, expect, it } from 'vitest';
import { refuse } from '../refusal/refusals.ts';
import { disposeFacts, type FactRow, type KnownFact } from './disposeFacts.ts';

/** "key content" of each row, "!" for a refused one. */
function ends(texts: readonly string[], known: Readonly<Record<string, KnownFact>> = {}): string {
  const rows = texts.map((text, index): FactRow => {
    const [key = '', content = ''] = text.split(' ');
    if (key === '!') return { row: index + 1, refusals: [refuse('line-field-missing', 'unit')] };
    return { row: index + 1, key, content };
  });
  const name = () => ({ document: 'Z1', line: 'D1' });
  return disposeFacts(rows, new Map(Object.entries(known)), name)
    .map(({ disposition, revision }) => `${disposition}${revision === undefined ? '' : ` ${revision}`}`)
    .join(', ');
}

const LAST = { revision: 3, content: 'now' };

describe('rows of facts', () => {
  it.each<[string, readonly string[], Readonly<Record<string, KnownFact>>, string]>([
    ['new', ['a 1', 'b 1'], {}, 'accepted 1, accepted 1'],
    ['refused', ['!', 'b 1'], {}, 'quarantined, accepted 1'],
    ['twice the same', ['a 1', 'a 1'], {}, 'accepted 1, duplicate 1'],
    ['that contradict each other', ['a 1', 'b 1', 'a 2'], {}, 'quarantined, accepted 1, quarantined'],
    ['known already', ['a now'], { a: { ...LAST, isNewer: false } }, 'duplicate 3'],
    ['corrected', ['a then'], { a: { ...LAST, isNewer: false } }, 'accepted 4'],
    ['of a file that came before', ['a then'], { a: { ...LAST, isNewer: true } }, 'superseded 3'],
    ['of a file that came before, still so', ['a now'], { a: { ...LAST, isNewer: true } }, 'duplicate 3'],
  ])('%s', (_, texts, known, expected) => {
    expect(ends(texts, known)).toBe(expected);
  });
});
