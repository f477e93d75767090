import { describe, expect, it } from 'vitest';
import { changed, INSTEAD, pathsOf, valueAt } from '../../test/support/changedJson.ts';
import { isValid } from '../../test/support/jsonSchema.ts';
import { agreementText, type JsonObject, UNITS, windowsText } from '../../test/support/trade.ts';
import type { Refusal } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';
import { agreementFormat } from './agreementFormat.ts';
import { agreementSchema } from './agreementSchema.ts';

/** What a term may be beside the plain one; every field of the format stands in one of these texts. */
const NET: Json = { of: 'value', basis: 'net' };
const CHEAP: Json = { source: 'product', name: 'base', times: '0.8' };
const AGREED: Json = { source: 'agreed', prices: [{ product: 'A', price: '1.50' }], times: '1' };
const MEASURES: Readonly<Record<string, Json>> = {
  value: { of: 'value', basis: 'margin' },
  atPrice: { of: 'atPrice', basis: 'stocked', unit: 'EA', price: AGREED },
  priceDifference: {
    of: 'priceDifference',
    basis: 'invoiced',
    unit: 'EA',
    higher: { source: 'list', times: '1' },
    lower: CHEAP,
    whenNegative: 'negative',
    where: [{ attribute: 'line.kind', notIn: ['free'] }],
  },
  count: { of: 'count', what: 'product' },
  pallets: {
    of: 'pallets',
    basis: 'received',
    unit: 'PF',
    level: 'delivery',
    mixed: true,
    returns: 'doNotBreak',
    counts: { units: 'EA' },
  },
  bundles: {
    of: 'bundles',
    basis: 'ordered',
    unit: 'EA',
    components: [{ quantity: '2', where: [{ attribute: 'product.group', under: ['tea'] }] }],
  },
};

const GROWTH = agreementText(
  {
    words: 'First line,\nsecond line.',
    eligibility: {
      include: [{ attribute: 'product.category', in: ['tea', 'Café'] }],
      exclude: [{ attribute: 'line.promotion', in: ['clearance'] }],
      attributesAsOf: 'current',
      payment: { withinDays: 10, from: 'invoice' },
      submission: { graceDays: 0 },
    },
    formula: 'growthWhole',
    windows: windowsText('quarter', {
      qualifier: { toDate: 'year' },
      targets: { percentOfTable: ['20', '30', '30', '20'] },
    }),
    tiers: { boundary: 'moreThan', rows: [{ from: '105', percent: '1', words: 'from 105 %' }] },
    baseline: {
      source: { entered: [{ partner: 'P1', value: '100' }] },
      growthAs: 'difference',
      whenNotPositive: { policy: 'treatAsTier', tier: 1 },
      likeForLike: 'products',
    },
    returns: { linked: 'currentAtOriginalRate', unlinked: 'oldestSale', negativeWindow: 'mirror' },
    conversion: {
      units: { factorsAsOf: 'current' },
      currency: {
        rateOn: 'windowEnd',
        rateType: 'closing',
        path: { through: 'USD' },
        fallback: { previousDays: 3 },
      },
    },
    rounding: { grain: 'line', mode: 'floor', unitRate: { places: 4, mode: 'halfEven' } },
  },
  {
    company: { settling: 'HQ', trading: ['DE', 'FR'], withoutLines: 'HQ' },
    participants: [{ attribute: 'partner.country', in: ['DE', 'FR'] }],
    beneficiary: { partner: 'P9' },
    termination: { lastDay: '2026-06-30', openWindows: 'forfeit' },
    calendar: { weeks: { pattern: '4-5-4', years: [{ firstDay: '2025-12-29', weeks: 53 }] } },
  },
);
const UNIT_TABLE = agreementText(
  {
    qualifier: UNITS,
    payout: UNITS,
    windows: windowsText('month', { qualifier: { within: 'quarter' } }),
    formula: 'marginal',
    tiers: {
      boundary: 'atLeast',
      reachingUnit: 'newRate',
      stepValuation: 'average',
      defaultTier: 1,
      rows: [{ from: '10', perUnit: '0.5', measureCap: '7' }],
    },
    limits: [
      { of: 'qualifier', scope: 'line', max: '5' },
      { of: 'payout', scope: 'partner', max: '5' },
      { of: 'payout', scope: 'programme', max: '5', order: 'arrival' },
      { of: 'amount', scope: 'group', max: '5', order: 'proRata' },
    ],
    group: {
      by: 'partner.buyingGroup',
      target: 'higher',
      joiners: { qualifier: 'fromJoining', payout: 'wholeWindow' },
      leavers: { nothing: 'isSpread' },
      spreadBy: 'qualifierMeasure',
      keptPercent: '5',
    },
    supplements: [
      {
        id: 's',
        firstDay: '2026-05-01',
        words: 'From May on.',
        tiers: { boundary: 'atLeast', rows: [{ from: '5', perUnit: '1' }] },
        carryVolume: false,
        touches: 'wholeWindow',
      },
    ],
  },
  {
    sharedCaps: [{ id: 'c', terms: ['volume'], scope: 'programme', max: '9', spread: 'termOrder' }],
    calendar: { fiscal: { firstMonth: 4 } },
  },
);
const SHARES = agreementText(
  {
    qualifier: { of: 'share', part: NET, whole: { of: 'value', basis: 'gross' } },
    payout: {
      of: 'parts',
      parts: [
        { id: 'high', measure: MEASURES.pallets as Json },
        { id: 'low', measure: NET },
      ],
    },
    formula: 'mixShare',
    windows: windowsText('quarter', { qualifier: { rollingMonths: 12 } }),
    tiers: {
      boundary: 'atLeast',
      rows: [
        {
          from: '10',
          parts: [
            { part: 'high', perUnit: '1' },
            { part: 'low', percent: '2' },
          ],
        },
      ],
    },
    gates: {
      need: 1,
      within: 'document',
      tests: [
        { measure: MEASURES.count as Json, boundary: 'moreThan', from: '2' },
        { share: { part: NET, whole: NET }, boundary: 'atLeast', percent: '20' },
      ],
    },
    floor: { amount: '10', when: 'always' },
    minimum: { amount: '1' },
    guarantee: { amount: '100', cumulative: true, paid: 'atBeginning', unearned: 'repaidAtEnd' },
    exclusive: { set: 'x', choice: 'rank', rank: 1, loserQualifier: 'loses' },
    netting: { of: ['other'], lowers: 'payoutAndQualifier' },
  },
  {
    settlement: {
      frequency: 'month',
      asOf: { daysAfter: 5 },
      interimPercent: '80',
      finalDays: 60,
      claim: { rule: 'partnerClaims', deadlineDays: 90, afterDeadline: 'lapses', silence: 'rejects' },
      method: 'goods',
      paymentDays: 14,
      currency: 'USD',
      tax: {
        treatment: 'partnerService',
        rate: { percent: '20' },
        amounts: 'taxInclusive',
        withholding: { percent: '5' },
      },
      nettingWith: ['invoices'],
      minimumPayout: { amount: '25', below: 'carry' },
      accrual: { percent: '2' },
      clawBack: { scope: 'untilFinal', by: 'invoice' },
      afterFinal: { ignoredAfterDays: 30 },
    },
  },
);
const GOODS = agreementText({
  payout: UNITS,
  formula: 'freeGoods',
  tiers: { boundary: 'atLeast', rows: [{ from: '10', free: { give: '1', per: '10', unitValue: '2.50' } }] },
  baseline: {
    source: { averageOfMonths: 3 },
    growthAs: 'percent',
    whenNotPositive: { policy: 'useDefault', value: '0' },
    likeForLike: 'no',
  },
  rounding: { grain: 'programmeWindow', mode: 'ceiling', unitRate: 'none' },
});
const SCENARIOS = {
  scenarios: [
    { percentOfForecast: '90', probability: '40' },
    { percentOfForecast: '120', probability: '60' },
  ],
  take: 'expectedValue',
  constraint: { confidence: '80' },
};
const EXPECTED = agreementText(
  {},
  {
    settlement: {
      ...(agreementText().settlement as JsonObject),
      recognition: 'onTerms',
      accrual: {
        forecast: [{ term: 'volume', partner: 'P1', volume: '320000' }],
        others: 'expectedTier',
      },
    },
  },
);
const paidIn = (exchange: JsonObject) =>
  agreementText(
    {},
    { settlement: { ...(agreementText().settlement as JsonObject), currency: 'USD', exchange } },
  );
const FIXED = paidIn({ fixed: '1.08' });
const RATED = paidIn({
  ...{ rateOn: 'runDay', rateType: 'closing' },
  ...{ path: { through: 'GBP' }, fallback: { previousDays: 3 } },
});
const LUMP = agreementText(
  {
    formula: 'lumpSum',
    tiers: { boundary: 'atLeast', rows: [{ from: '10', amount: '100' }] },
    baseline: {
      source: { fixed: '-1' },
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    },
  },
  { settlement: { ...(agreementText().settlement as JsonObject), accrual: SCENARIOS } },
);
const MEASURED = Object.fromEntries(
  Object.entries(MEASURES).map(([name, measure]) => [name, agreementText({ payout: measure })]),
);

/** The names of all fields that a schema knows. */
function namesOf(schema: Json): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as JsonObject).properties;
  const names = typeof own === 'object' && own !== null && !Array.isArray(own) ? Object.keys(own) : [];
  return [...names, ...Object.values(schema).flatMap(namesOf)];
}

function isDecoded(value: Json): boolean {
  const refusals: Refusal[] = [];
  const decoded = agreementFormat.decode(value, '', refusals);
  expect(decoded === undefined).toBe(refusals.length > 0);
  return decoded !== undefined;
}

describe('the JSON Schema of the format and its decoder', () => {
  const PLAIN = agreementText();
  const texts = { PLAIN, GROWTH, UNIT_TABLE, SHARES, GOODS, LUMP, EXPECTED, FIXED, RATED, ...MEASURED };
  const schema = agreementSchema();

  /** Paths whose value the plain agreement does not have: each is changed once. */
  const newPathsOf = (text: Json) =>
    pathsOf(text).filter(
      (path) =>
        text === PLAIN || JSON.stringify(valueAt(text, path)) !== JSON.stringify(valueAt(PLAIN, path)),
    );

  it.each(Object.entries(texts))('both accept %s', (_, text) => {
    expect([isValid(schema, text), isDecoded(text)]).toEqual([true, true]);
  });

  it('name every field of the format in these texts', () => {
    const written = new Set(
      Object.values(texts)
        .flatMap((text) => pathsOf(text))
        .flat(),
    );
    const fields = [...new Set(namesOf(schema))];
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((name) => !written.has(name))).toEqual([]);
  });

  it.each(Object.entries(texts))('say the same of every change to one value of %s', (_, text) => {
    const said = { accepted: 0, refused: 0 };
    for (const path of newPathsOf(text)) {
      for (const instead of [undefined, ...INSTEAD]) {
        const vector = changed(text, path, instead);
        if (vector === undefined) continue;
        const verdict = isDecoded(vector);
        if (isValid(schema, vector) !== verdict) {
          throw new Error(`${path.join('.')} as ${JSON.stringify(instead)}: decoder ${verdict}`);
        }
        said[verdict ? 'accepted' : 'refused'] += 1;
      }
    }
    expect(said.accepted).toBeGreaterThanOrEqual(text === PLAIN ? 100 : 0);
    expect(said.refused).toBeGreaterThan(100);
  });

  it.each(Object.entries(texts))('say the same of a field too many in each object of %s', (_, text) => {
    const objects = newPathsOf(text).filter((path) => {
      const found = valueAt(text, path);
      return typeof found === 'object' && found !== null && !Array.isArray(found);
    });
    expect(objects.length).toBeGreaterThan(2);
    for (const path of objects) {
      for (const [field, wanted] of [
        ['x-note', true],
        ['note', false],
        ['X-note', false],
        ['constructor', false],
      ] as const) {
        const vector = changed(text, [...path, field], 'more');
        const said = [isDecoded(vector), isValid(schema, vector)];
        if (said[0] !== wanted || said[1] !== wanted) throw new Error(`${path.join('.')}.${field}: ${said}`);
      }
    }
  });
});
