import { describe, expect, it } from 'vitest';
import { isValid } from '../../test/support/jsonSchema.ts';
import { agreementText, type JsonObject, UNITS } from '../../test/support/trade.ts';
import type { Refusal } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';
import { agreementFormat } from './agreementFormat.ts';

/** Every field of the format stands in one of these. */
const GROWTH = agreementText(
  {
    words: 'First line,\nsecond line.',
    eligibility: {
      include: [{ attribute: 'product.category', in: ['tea', 'Café'] }],
      exclude: [{ attribute: 'line.promotion', in: ['clearance'] }],
      attributesAsOf: 'current',
    },
    formula: 'growthWhole',
    tiers: { boundary: 'moreThan', rows: [{ from: '105', percent: '1', words: 'from 105 %' }] },
    baseline: {
      window: 'sameWindowPreviousYear',
      whenNotPositive: { policy: 'treatAsTier', tier: 1 },
      likeForLike: false,
    },
  },
  { participants: [{ attribute: 'partner.country', in: ['DE', 'FR'] }] },
);
const UNIT_TABLE = agreementText({
  qualifier: UNITS,
  payout: UNITS,
  formula: 'marginal',
  tiers: { boundary: 'atLeast', reachingUnit: 'newRate', rows: [{ from: '10', perUnit: '0.5' }] },
});
const LUMP = agreementText({
  formula: 'lumpSum',
  tiers: { boundary: 'atLeast', rows: [{ from: '10', amount: '100' }] },
  baseline: {
    window: 'sameWindowPreviousYear',
    whenNotPositive: { policy: 'paysNothing' },
    likeForLike: false,
  },
});

/** What may stand where something else should. */
const INSTEAD: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  1.5,
  -1,
  2 ** 53,
  1e300,
  '',
  'x',
  'x\ny',
  'x\u0000',
  'x\ud800',
  'x\u007f',
  '😀',
  '12',
  '-12',
  '-0',
  '12.5',
  '12.',
  '1e3',
  '+1',
  '2026-01-31',
  '2026-02-30',
  '0000-01-01',
  '2026-1-1',
  'partner.',
  'partner.x',
  'product.x',
  'line.x',
  'partnerx',
  'order.x',
  'term',
  'EUR',
  'paysNothing',
  [],
  [null],
  ['x'],
  [''],
  [[]],
  {},
  { of: 'value' },
  { 'x-note': 1 },
];

type Path = readonly (string | number)[];

function pathsOf(value: Json, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([name, member]) =>
      pathsOf(member, [...at, Array.isArray(value) ? Number(name) : name]),
    ),
  ];
}

/** The value with something else at a path; `undefined` takes the member out. */
function changed(value: Json, path: Path, instead: Json | undefined): Json {
  const [name, ...rest] = path;
  if (name === undefined) return instead as Json;
  const inner = changed((value as JsonObject)[name] as Json, rest, instead);
  if (Array.isArray(value))
    return value.flatMap((item, index) => (index !== name ? [item] : inner === undefined ? [] : [inner]));
  const { [name]: _, ...others } = value as JsonObject;
  return inner === undefined ? others : { ...others, [name]: inner };
}

function isDecoded(value: Json): boolean {
  const refusals: Refusal[] = [];
  const decoded = agreementFormat.decode(value, '', refusals);
  expect(decoded === undefined).toBe(refusals.length > 0);
  return decoded !== undefined;
}

describe('the JSON Schema of the format and its decoder', () => {
  const texts = { GROWTH, UNIT_TABLE, LUMP };

  it.each(Object.entries(texts))('both accept %s', (_, text) => {
    expect([isValid(agreementFormat.schema, text), isDecoded(text)]).toEqual([true, true]);
  });

  it.each(Object.entries(texts))('say the same of every change to one value of %s', (_, text) => {
    const said = { accepted: 0, refused: 0 };
    for (const path of pathsOf(text)) {
      for (const instead of [undefined, ...INSTEAD]) {
        const vector = changed(text, path, instead);
        if (vector === undefined) continue;
        const verdict = isDecoded(vector);
        if (isValid(agreementFormat.schema, vector) !== verdict) {
          throw new Error(`${path.join('.')} as ${JSON.stringify(instead)}: decoder ${verdict}`);
        }
        said[verdict ? 'accepted' : 'refused'] += 1;
      }
    }
    expect(said.accepted).toBeGreaterThan(100);
    expect(said.refused).toBeGreaterThan(1500);
  });

  it.each(Object.entries(texts))('say the same of a field too many in each object of %s', (_, text) => {
    const objects = pathsOf(text).filter((path) => {
      const found = path.reduce<Json>((value, name) => (value as JsonObject)[name] as Json, text);
      return typeof found === 'object' && found !== null && !Array.isArray(found);
    });
    expect(objects.length).toBeGreaterThan(10);
    for (const path of objects) {
      for (const [field, wanted] of [
        ['x-note', true],
        ['note', false],
        ['X-note', false],
        ['constructor', false],
      ] as const) {
        const vector = changed(text, [...path, field], 'more');
        const said = [isDecoded(vector), isValid(agreementFormat.schema, vector)];
        if (said[0] !== wanted || said[1] !== wanted) throw new Error(`${path.join('.')}.${field}: ${said}`);
      }
    }
  });
});
