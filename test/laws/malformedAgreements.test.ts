import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { changed, INSTEAD, type Path, pathsOf, valueAt } from '../support/changedJson.ts';
import { REFUSED_AGREEMENTS } from '../support/refusedAgreements.ts';

const SEED = { seed: 20_261_124 };
const TEXTS: readonly Json[] = REFUSED_AGREEMENTS.flatMap(({ text, accepted }) => [text, accepted]);
const PATHS = new Map(TEXTS.map((text) => [text, pathsOf(text)] as const));

/** Decodes; a refusal is a code of the registry with a place in the file, an agreement has terms. */
function outcomeOf(json: unknown): 'accepted' | 'refused' {
  const result = decodeAgreement(json);
  if (result.ok) {
    expect(result.value.terms.length).toBeGreaterThan(0);
    return 'accepted';
  }
  expect(result.refusals.length).toBeGreaterThan(0);
  for (const { code, at } of result.refusals) {
    expect(code in REFUSALS).toBe(true);
    if (code !== 'agreement-field-unknown') expect(at).toMatch(/^$|^[^.[\]]+(\.[^.[\]]+|\[\d+\])*$/);
  }
  return 'refused';
}

/** What stands somewhere in one of the texts, or something that should stand nowhere. */
const part: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom(undefined, ...INSTEAD),
  fc
    .tuple(fc.constantFrom(...TEXTS), fc.double({ min: 0, max: 0.999, noNaN: true }))
    .map(([text, place]) => valueAt(text, pathAt(text, place)) ?? null),
);

function pathAt(text: Json, place: number): Path {
  const paths = PATHS.get(text) as Path[];
  return paths[Math.floor(place * paths.length)] as Path;
}

describe('whatever a file says, the decoder answers', () => {
  it('of any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => outcomeOf(json) === 'refused'),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('of agreements in which one to three things were put in the place of others', () => {
    const seen = { accepted: 0, refused: 0 };
    const change = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), part);
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (text, changes) => {
          const all = PATHS.get(text) as Path[];
          const broken = changes.reduce<Json>((json, [place, instead]) => {
            const path = all[Math.floor(place * all.length)] as Path;
            if (path.length === 0 || valueAt(json, path) === undefined) return json;
            return changed(json, path, instead);
          }, text);
          seen[outcomeOf(broken)] += 1;
        },
      ),
      { ...SEED, numRuns: 6000 },
    );
    expect(seen.accepted).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(3000);
  });
});
