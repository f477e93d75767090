import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementText } from '../../test/support/trade.ts';
import type { Json } from '../text/canonicalJson.ts';
import { canonicalJson } from '../text/canonicalJson.ts';
import { textChanges } from './textChanges.ts';
import { valueAt, withValueAt } from './textPath.ts';

const TEXT = agreementText();
function edited(path: string, value: Json | undefined, text: Json = TEXT): Json {
  const changed = withValueAt(text, path, value);
  if (!changed.ok) throw new Error(JSON.stringify(changed.refusals));
  return changed.value;
}
const lines = (before: Json, after: Json) =>
  textChanges(before, after).map(
    ({ path, kind, before: old, after: now }) => `${kind} ${path}: ${old ?? '–'} → ${now ?? '–'}`,
  );

describe('what differs between two texts', () => {
  it('is nothing between a text and itself', () => {
    expect(lines(TEXT, TEXT)).toEqual([]);
  });

  it.each([
    [
      'a rate',
      'terms[volume].tiers.rows[0].percent',
      '3',
      ['changed terms[volume].tiers.rows[0].percent: 2 → 3'],
    ],
    [
      'by its place',
      'terms[0].tiers.rows[0].percent',
      '3',
      ['changed terms[volume].tiers.rows[0].percent: 2 → 3'],
    ],
    [
      'another tier',
      'terms[volume].tiers.rows[1]',
      { from: '2000', percent: '4' },
      ['added terms[volume].tiers.rows[1]: – → {"from":"2000","percent":"4"}'],
    ],
    [
      'a number for a word',
      'settlement.claim.deadlineDays',
      90,
      ['changed settlement.claim.deadlineDays: none → 90'],
    ],
    [
      'a part for a word',
      'termination',
      { lastDay: '2026-06-30', openWindows: 'forfeit' },
      ['changed termination: none → {"lastDay":"2026-06-30","openWindows":"forfeit"}'],
    ],
    ['a remark', 'terms[volume].words', 'As agreed.', ['added terms[volume].words: – → As agreed.']],
    [
      'a list of values',
      'participants',
      [{ attribute: 'partner.code', in: ['P1', 'P2'] }],
      ['changed participants: [] → [{"attribute":"partner.code","in":["P1","P2"]}]'],
    ],
  ] as const)('%s', (_, path, value, expected) => {
    expect(lines(TEXT, edited(path, value as Json))).toEqual(expected);
  });

  it('is told both ways round', () => {
    const after = edited('terms[volume].words', 'As agreed.');
    expect(lines(after, TEXT)).toEqual(['removed terms[volume].words: As agreed. → –']);
  });

  it('finds a term by its name wherever it stands, and says that the order is another one', () => {
    const second = { ...(valueAt(TEXT, 'terms[volume]') as object), id: 'second' } as Json;
    const both = edited('terms[1]', second);
    const turned = edited('terms', [second, valueAt(TEXT, 'terms[volume]') as Json]);
    expect(lines(both, turned)).toEqual(['moved terms: volume, second → second, volume']);
    const cheaper = edited('terms[volume].tiers.rows[0].from', '900', turned);
    expect(lines(both, cheaper)).toEqual([
      'changed terms[volume].tiers.rows[0].from: 1000 → 900',
      'moved terms: volume, second → second, volume',
    ]);
  });

  it('tells a value from the same text in a list', () => {
    expect(lines({ in: ['a, b'] }, { in: ['a', 'b'] })).toHaveLength(1);
    expect(lines({ n: 1 }, { n: '1' })).toHaveLength(1);
  });

  it('is empty exactly where the texts are the same', () => {
    const json = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('none', '1', 'a', 1, true, null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('id', 'a', 'b'), tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(textChanges(a, b).length === 0).toBe(canonicalJson(a) === canonicalJson(b));
      }),
      { seed: 2026, numRuns: 500 },
    );
  });
});

describe('a place in a text', () => {
  it.each([
    '',
    'terms[nobody].id',
    'terms[2]',
    'nothing.inside',
    'terms..id',
    'terms[',
    'id.more',
    '__proto__.x',
  ])('that is not there is refused: "%s"', (path) => {
    const changed = withValueAt(TEXT, path, '1');
    expect(changed.ok ? 'taken' : changed.refusals[0]?.code).toBe('agreement-path-unknown');
  });

  it('can be emptied', () => {
    expect(valueAt(edited('settlement', undefined), 'settlement')).toBeUndefined();
    expect(edited('terms[volume]', undefined)).toMatchObject({ terms: [] });
  });
});
