import { describe, expect, test } from 'vitest';
import type { Label } from './label.ts';
import { type Found, measure } from './measure.ts';

const label = (kind: string, id: string, alternative: string, heldOut = false): Label => ({
  kind,
  id,
  heldOut,
  group: 'fraud',
  object: 'claim',
  alternatives: [{ object: 'partner', id: alternative }],
});
const found = (detector: string, object: Found['object'], id: string, score: number): Found => ({
  detector,
  object,
  id,
  score,
});

// Three cases; `twins` is there for the first two, `late` for the third.
const SET = {
  set: 'one',
  labels: [label('twice', 'C1', 'P1'), label('twice', 'C2', 'P2'), label('late', 'C3', 'P3', true)],
  innocents: [{ kind: 'peak', named: [{ object: 'partner' as const, id: 'P9' }] }],
  found: [
    found('twins', 'claim', 'C1', 900),
    found('twins', 'claim', 'C9', 800),
    found('twins', 'partner', 'P2', 700),
    found('twins', 'partner', 'P3', 600),
    found('late', 'partner', 'P9', 500),
  ],
};
const OWN: Readonly<Record<string, string[]>> = { twins: ['twice'], late: ['late'] };

describe('what was found against what was planted', () => {
  const figures = measure([SET], (detector) => OWN[detector]);

  test('of a detector: precision of all it says, recall of what it is there for', () => {
    const [late, twins] = figures.detectors;
    // C1 and P2 of its own; P3 is a case of another kind and right; C9 is false. 1/2 × 1 + 1/2 × 2/3.
    expect(twins).toEqual({
      detector: 'twins',
      findings: 4,
      right: 3,
      innocent: 0,
      cases: 2,
      found: 2,
      averagePrecision: 1 / 2 + 1 / 3,
    });
    expect(late).toEqual({
      detector: 'late',
      findings: 1,
      right: 0,
      innocent: 1,
      cases: 1,
      found: 0,
      averagePrecision: 0,
    });
  });
  test('of a kind: found by anybody', () => {
    expect(figures.kinds).toEqual([
      { kind: 'twice', heldOut: false, cases: 2, found: 2, by: ['twins 2'] },
      { kind: 'late', heldOut: true, cases: 1, found: 1, by: ['twins 1'] },
    ]);
  });
  test('of what is honest', () => {
    expect(figures.innocents).toEqual([{ kind: 'peak', cases: 1, found: 1 }]);
  });
  test('the same code in another set is another record', () => {
    const other = measure(
      [
        { ...SET, found: [] },
        { ...SET, set: 'two', labels: [], innocents: [] },
      ],
      () => undefined,
    );
    expect(other.all).toMatchObject({ findings: 5, right: 0, cases: 3, found: 0 });
  });
});
