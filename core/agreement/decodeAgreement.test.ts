import { describe, expect, it } from 'vitest';
import { REFUSED_AGREEMENTS } from '../../test/support/refusedAgreements.ts';
import { STORED_AGREEMENT_REFUSALS } from '../../test/support/storedAgreementRefusals.ts';
import { agreementText, dayOf, decimalOf, type JsonObject, UNITS } from '../../test/support/trade.ts';
import { REFUSALS, type Refusal } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';
import { decodeAgreement } from './decodeAgreement.ts';

const BASELINE = {
  source: 'sameWindowPreviousYear',
  growthAs: 'percent',
  whenNotPositive: { policy: 'paysNothing' },
  likeForLike: 'no',
};
const ELIGIBILITY = {
  include: [],
  exclude: [],
  attributesAsOf: 'transaction',
  payment: 'any',
  submission: 'any',
};
const NET = { of: 'value', basis: 'net' };

/** Only what the case is about: "code at {facts}". */
function refusalsOf(json: unknown): string[] {
  const result = decodeAgreement(json);
  return result.ok ? [] : result.refusals.map(written);
}

function written({ code, at, facts }: Refusal): string {
  return [code, at, ...(Object.keys(facts).length > 0 ? [JSON.stringify(facts)] : [])].join(' ');
}

function tiers(...rows: readonly JsonObject[]): JsonObject {
  return { tiers: { boundary: 'atLeast', rows } };
}

function unitTable(differs: JsonObject, ...from: readonly string[]): JsonObject {
  const rows = from.map((bound) => ({ from: bound, perUnit: '1' }));
  return {
    formula: 'marginal',
    qualifier: UNITS,
    payout: UNITS,
    tiers: { boundary: 'atLeast', rows, ...differs },
  };
}

/** What the text shows, and what differs in the term and in the agreement. */
const ACCEPTED: readonly (readonly [string, JsonObject, JsonObject?])[] = [
  ['wholeVolume', tiers({ from: '0', percent: '1' })],
  ['wholeVolume, money per unit', { payout: UNITS, ...tiers({ from: '0', perUnit: '1' }) }],
  ['wholeVolume, tier by units and percent of value', { qualifier: UNITS }],
  ['marginal', { formula: 'marginal' }],
  [
    'growthWhole with a tier for those without baseline',
    {
      formula: 'growthWhole',
      baseline: { ...BASELINE, whenNotPositive: { policy: 'treatAsTier', tier: 1 } },
    },
  ],
  ['lumpSum', { formula: 'lumpSum', ...tiers({ from: '1', amount: '5' }) }],
  ['lumpSum on units', { formula: 'lumpSum', payout: UNITS, ...tiers({ from: '1', amount: '5' }) }],
  ['one day', {}, { validity: { firstDay: '2026-02-28', lastDay: '2026-02-28' } }],
  [
    'two terms',
    {},
    {
      terms: [...[agreementText(), agreementText({ id: 'other' })].flatMap(({ terms }) => terms as Json[])],
    },
  ],
  [
    'the same measure for both sides of a marginal table in another order of words',
    {
      formula: 'marginal',
      qualifier: { basis: 'gross', of: 'value' },
      payout: { of: 'value', basis: 'gross' },
    },
  ],
];

describe('an agreement that is accepted', () => {
  it('has exact numbers, half-open days and no x- fields', () => {
    const term = { ...tiers({ from: '1000.50', percent: '2.50', words: 'from 1,000.50' }), 'x-note': 1 };
    const result = decodeAgreement(agreementText(term, { 'x-author': 'me' }));
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    expect(result.value.validity).toEqual({ from: dayOf('2026-01-01'), until: dayOf('2027-01-01') });
    expect(result.value.terms[0]?.tiers).toEqual({
      boundary: 'atLeast',
      rows: [
        {
          from: decimalOf('1000.50'),
          rates: [{ payout: 'payout', pays: 'percent', rate: decimalOf('2.50') }],
          words: 'from 1,000.50',
        },
      ],
    });
    expect([...Object.keys(result.value), ...Object.keys(result.value.terms[0] ?? {})].join()).not.toContain(
      'x-',
    );
  });

  it('keeps what is optional: words, baseline, the reaching unit', () => {
    const growth = { formula: 'growthWhole', words: 'w', baseline: BASELINE };
    const result = decodeAgreement(agreementText(growth));
    expect(result.ok && result.value.terms[0]).toMatchObject({ words: 'w', baseline: BASELINE });
    const marginal = decodeAgreement(agreementText(unitTable({ reachingUnit: 'oldRate' }, '0', '2.5')));
    expect(marginal.ok && marginal.value.terms[0]?.tiers.reachingUnit).toBe('oldRate');
  });

  it('compares with facts: text is brought to NFC', () => {
    const include = [{ attribute: 'product.gro\u0308\u00dfe', in: ['Cafe\u0301'] }];
    const eligibility = { ...ELIGIBILITY, include };
    const result = decodeAgreement(agreementText({ eligibility }));
    expect(result.ok && result.value.terms[0]?.eligibility.include).toEqual([
      { attribute: 'product.größe', in: ['Café'] },
    ]);
  });

  it.each(ACCEPTED.map(([what, term, differs = {}]) => [what, term, differs] as const))(
    '%s',
    (_, term, differs) => {
      expect(refusalsOf(agreementText(term, differs))).toEqual([]);
    },
  );
});

const WORDS = '"allowed":"customerRebate, supplierRebate, neither"';

/** What is wrong, the text, and the refusals. */
const WRONG_SHAPE: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['no object', 'text', ['agreement-field-type  {"expected":"object"}']],
  ['null', null, ['agreement-field-type  {"expected":"object"}']],
  ['a list', [], ['agreement-field-type  {"expected":"object"}']],
  ['a number for a text', agreementText({}, { id: 5 }), ['agreement-field-type id {"expected":"text"}']],
  ['an empty text', agreementText({}, { company: '' }), ['agreement-field-type company {"expected":"text"}']],
  [
    'a control character',
    agreementText({ id: 'a\u001fb' }),
    ['agreement-field-type terms[0].id {"expected":"text"}'],
  ],
  [
    'a code beyond all length',
    agreementText({}, { id: 'A'.repeat(201) }),
    ['agreement-value-not-allowed id {"value":"AAAAAAAAAAAAAAAAAAAA…","allowed":"≤ 200"}'],
  ],
  [
    'a decimal beyond all length',
    agreementText(tiers({ from: '0', percent: '9'.repeat(101) })),
    ['agreement-field-type terms[0].tiers.rows[0].percent {"expected":"decimal"}'],
  ],
  [
    'half a surrogate pair',
    agreementText({}, { name: { en: '\ud800', 'zh-CN': '测' } }),
    ['agreement-field-type name.en {"expected":"text"}'],
  ],
  [
    "null in the contract's words",
    agreementText({ words: 'a\u0000' }),
    ['agreement-field-type terms[0].words {"expected":"text"}'],
  ],
  [
    'a bare number as a rate',
    agreementText(tiers({ from: '0', percent: 2.5 })),
    ['agreement-field-type terms[0].tiers.rows[0].percent {"expected":"decimal"}'],
  ],
  [
    'a day that does not exist',
    agreementText({}, { validity: { firstDay: '2026-02-29', lastDay: '2026-12-31' } }),
    ['agreement-field-type validity.firstDay {"expected":"date"}'],
  ],
  [
    'a tier of zero',
    agreementText({
      formula: 'growthWhole',
      baseline: { ...BASELINE, whenNotPositive: { policy: 'treatAsTier', tier: 0 } },
    }),
    ['agreement-value-not-allowed terms[0].baseline.whenNotPositive.tier {"value":"0","allowed":"1–1000"}'],
  ],
  [
    'no list',
    agreementText({}, { participants: {} }),
    ['agreement-field-type participants {"expected":"list"}'],
  ],
  [
    'half a tier',
    agreementText({ formula: 'defaultTier', tiers: { boundary: 'atLeast', defaultTier: 1.5, rows: [] } }),
    [
      'agreement-field-type terms[0].tiers.defaultTier {"expected":"wholeNumber"}',
      'agreement-list-empty terms[0].tiers.rows',
    ],
  ],
  [
    'the thirteenth month',
    agreementText({}, { calendar: { fiscal: { firstMonth: 13 } } }),
    ['agreement-value-not-allowed calendar.fiscal.firstMonth {"value":"13","allowed":"1–12"}'],
  ],
  [
    'a year of fifty weeks',
    agreementText(
      {},
      { calendar: { weeks: { pattern: '4-4-5', years: [{ firstDay: '2026-01-01', weeks: 50 }] } } },
    ),
    ['agreement-value-not-allowed calendar.weeks.years[0].weeks {"value":"50","allowed":"52, 53"}'],
  ],
  [
    'a number beyond all length',
    agreementText(tiers({ from: '1'.repeat(101), percent: '1' })),
    ['agreement-field-type terms[0].tiers.rows[0].from {"expected":"decimal"}'],
  ],
  [
    'one free piece for each zero',
    agreementText({
      formula: 'freeGoods',
      payout: UNITS,
      ...tiers({ from: '1', free: { give: '1', per: '0.0', unitValue: '1' } }),
    }),
    ['agreement-value-not-allowed terms[0].tiers.rows[0].free.per {"value":"0.0","allowed":"> 0"}'],
  ],
  [
    'a cap of an amount by line',
    agreementText({ limits: [{ of: 'amount', scope: 'line', max: '1' }] }),
    [
      'agreement-value-not-allowed terms[0].limits[0].scope {"value":"line","allowed":"partner, group, programme"}',
    ],
  ],
  [
    'a condition with two lists, of which one counts',
    agreementText({}, { participants: [{ attribute: 'partner.code', in: ['x'], notIn: ['y'] }] }),
    ['agreement-field-unknown participants[0].notIn {"field":"notIn"}'],
  ],
  [
    'a condition with none',
    agreementText({}, { participants: [{ attribute: 'partner.code' }] }),
    ['agreement-field-missing participants[0] {"field":"in | notIn | under"}'],
  ],
  [
    'a word for what has more than words',
    agreementText({ gates: 'some' }),
    ['agreement-value-not-allowed terms[0].gates {"value":"some","allowed":"none"}'],
  ],
  ['no terms', agreementText({}, { terms: [] }), ['agreement-list-empty terms']],
  ['no tiers', agreementText(tiers()), ['agreement-list-empty terms[0].tiers.rows']],
  [
    'a condition without values',
    agreementText({}, { participants: [{ attribute: 'partner.code', in: [] }] }),
    ['agreement-list-empty participants[0].in'],
  ],
  [
    'an unknown word',
    agreementText({}, { direction: 'both' }),
    [`agreement-value-not-allowed direction {"value":"both",${WORDS}}`],
  ],
  [
    'a number for a word',
    agreementText({}, { direction: 7 }),
    [`agreement-value-not-allowed direction {"value":"7",${WORDS}}`],
  ],
  [
    'an object for a word',
    agreementText({}, { direction: {} }),
    [`agreement-value-not-allowed direction {"value":"{}",${WORDS}}`],
  ],
  ['an unknown field', agreementText({ cap: '5' }), ['agreement-field-unknown terms[0].cap {"field":"cap"}']],
  [
    'a field that every object has',
    agreementText({}, { constructor: 'x' }),
    ['agreement-field-unknown constructor {"field":"constructor"}'],
  ],
  [
    'a measure of nothing',
    agreementText({ payout: { basis: 'net' } }),
    ['agreement-field-missing terms[0].payout.of {"field":"of"}'],
  ],
  [
    'a measure of something else',
    agreementText({ payout: { of: 'weight' } }),
    [
      'agreement-value-not-allowed terms[0].payout.of {"value":"weight","allowed":"quantity, value, atPrice, priceDifference, count, pallets, bundles, parts"}',
    ],
  ],
  [
    'a unit of money',
    agreementText({ payout: { ...NET, unit: 'EA' } }),
    ['agreement-field-unknown terms[0].payout.unit {"field":"unit"}'],
  ],
  [
    'an attribute of no family',
    agreementText({}, { participants: [{ attribute: 'prtner.code', in: ['x'] }] }),
    ['agreement-value-not-allowed participants[0].attribute {"value":"prtner.code","allowed":"partner.…"}'],
  ],
  [
    'an attribute without a name',
    agreementText({}, { participants: [{ attribute: 'partner.', in: ['x'] }] }),
    ['agreement-value-not-allowed participants[0].attribute {"value":"partner.","allowed":"partner.…"}'],
  ],
  [
    'who takes part by a product',
    agreementText({}, { participants: [{ attribute: 'product.code', in: ['x'] }] }),
    ['agreement-value-not-allowed participants[0].attribute {"value":"product.code","allowed":"partner.…"}'],
  ],
  [
    'an exclusion of no family',
    agreementText({
      eligibility: { ...ELIGIBILITY, exclude: [{ attribute: 'category', in: ['x'] }] },
    }),
    [
      'agreement-value-not-allowed terms[0].eligibility.exclude[0].attribute {"value":"category","allowed":"partner.…, product.…, line.…"}',
    ],
  ],
  [
    'a negative threshold',
    agreementText(tiers({ from: '-5', percent: '1' })),
    ['agreement-value-not-allowed terms[0].tiers.rows[0].from {"value":"-5","allowed":"≥ 0"}'],
  ],
];

describe('an agreement of the wrong shape', () => {
  it.each(WRONG_SHAPE)('%s', (_, json, expected) => {
    expect(refusalsOf(json)).toEqual(expected);
  });

  const { terms: _, currency: __, ...incomplete } = agreementText();
  it('says everything at once, in the order of the format', () => {
    expect(refusalsOf({ ...incomplete, id: 3, direction: 'x', more: 1 })).toEqual([
      'agreement-field-unknown more {"field":"more"}',
      'agreement-field-type id {"expected":"text"}',
      `agreement-value-not-allowed direction {"value":"x",${WORDS}}`,
      'agreement-field-missing currency {"field":"currency"}',
      'agreement-field-missing terms {"field":"terms"}',
    ]);
  });

  it('is not asked for sense before its shape is right', () => {
    expect(refusalsOf(agreementText({}, { currency: 'XXX', id: '' }))).toEqual([
      'agreement-field-type id {"expected":"text"}',
    ]);
  });

  it('may go round in circles', () => {
    const circle: Record<string, unknown> = { ...agreementText() };
    circle.direction = circle;
    circle.participants = [circle];
    expect(refusalsOf(circle)).toContain(`agreement-value-not-allowed direction {"value":"{}",${WORDS}}`);
  });
});

describe('an agreement without sense', () => {
  it('says everything at once, of each term', () => {
    const second = agreementText({ id: 'b', formula: 'growthWhole' }).terms as Json[];
    const first = agreementText({ formula: 'lumpSum' }).terms as Json[];
    expect(refusalsOf(agreementText({}, { currency: 'ABC', terms: [...first, ...second] }))).toEqual([
      'agreement-currency-unknown currency {"value":"ABC"}',
      'agreement-formula-pay-mismatch terms[0].tiers.rows[0] {"formula":"lumpSum","pays":"percent"}',
      'agreement-baseline-missing terms[1].baseline',
    ]);
  });
});

describe('the refusals of agreement texts', () => {
  it('are each provoked here or by the texts without sense', () => {
    const provoked = new Set(
      [
        ...WRONG_SHAPE.flatMap(([, , refused]) => refused),
        ...REFUSED_AGREEMENTS.flatMap((row) => row.refused),
      ].map(codeOf),
    );
    const codes = Object.keys(REFUSALS).filter(
      (code) => code.startsWith('agreement-') && !STORED_AGREEMENT_REFUSALS.includes(code),
    );
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => !provoked.has(code))).toEqual([]);
  });
});

function codeOf(refusal: string): string {
  return refusal.slice(0, refusal.indexOf(' '));
}
