import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  type JsonObject,
  lineOf,
  planTermOf,
  type Texts,
  UNITS,
  windowsText,
} from '../../test/support/trade.ts';
import { windowText } from '../calendar/window.ts';
import type { Line, LineDates, OriginalLine } from '../fact/line.ts';
import { type Master, NO_MASTER } from '../master/master.ts';
import { BLOCKS, EXCLUSIONS, type Match, matchLine } from './matchLine.ts';
import { isReturn } from './placeLine.ts';

function originalOn(dates: LineDates): OriginalLine {
  return { document: 'D0', line: '1', dates, attributes: {}, batch: 1 };
}

const MASTER: Master = {
  ...NO_MASTER,
  partners: new Map([
    [
      'P1',
      {
        code: 'P1',
        versions: [
          { name: 'Miller', attributes: { country: 'DE', tier: 'gold' } },
          { validFrom: dayOf('2026-06-01'), name: 'Miller & Sons', attributes: { country: 'FR' } },
        ],
      },
    ],
  ]),
  products: new Map([['A', { code: 'A', versions: [{ name: 'Tea', attributes: { category: 'tea' } }] }]]),
};

function match(term: JsonObject, line: Line, effective = '2026-12-31', differs: JsonObject = {}): Match {
  return matchLine(planTermOf(agreementOf(term, differs)), line, {
    master: MASTER,
    effective: dayOf(effective),
  });
}

/** "excluded otherSide {…}", "blocked noUnitPath {…} in windows", "counted on …: role window amount". */
function written(result: Match): string {
  if (result.state === 'excluded') return `excluded ${result.reason} ${JSON.stringify(result.facts)}`;
  if (result.state === 'blocked') {
    const windows = result.pays.map(windowText).join(' ');
    return `blocked ${result.reason} ${JSON.stringify(result.facts)} ${windows} ${result.worth}`;
  }
  return `counted ${result.hits.map((hit) => `${hit.slot} ${windowText(hit.pays)} ${hit.amount}`).join(', ')}`;
}

function eligible(
  include: readonly JsonObject[],
  exclude: readonly JsonObject[] = [],
  asOf = 'transaction',
): JsonObject {
  return { eligibility: { include, exclude, attributesAsOf: asOf, payment: 'any', submission: 'any' } };
}

/** Measuring a line has its own tests, which run through these. */
const IN_MASTER_DATA: ReadonlySet<string> = new Set([
  'unitFactorInvalid',
  'exchangeRateInvalid',
  'priceMissing',
  'priceInvalid',
  'quantityZero',
]);

const YEAR = '2026-01-01..2026-12-31';
const QUARTERS = { windows: windowsText('quarter') };
const DE = { attribute: 'partner.country', in: ['DE', 'AT'] };
const TEA = { attribute: 'product.category', in: ['tea'] };
const GROWTH = {
  formula: 'growthWhole',
  baseline: {
    source: 'sameWindowPreviousYear',
    growthAs: 'percent',
    whenNotPositive: { policy: 'paysNothing' },
    likeForLike: 'no',
  },
};

describe('a line that counts', () => {
  it('is summed at nine places in the window of its day', () => {
    expect(written(match({}, lineOf()))).toBe(
      `counted qualifier ${YEAR} 10000000000, payout.payout ${YEAR} 10000000000`,
    );
    expect(match({}, lineOf())).toMatchObject({ placedOn: dayOf('2026-02-03') });
  });

  it.each([
    ['2025-12-31', 'excluded outsideWindows {}'],
    ['2026-01-01', `counted qualifier ${YEAR}`],
    ['2026-12-31', `counted qualifier ${YEAR}`],
    ['2027-01-01', 'excluded outsideWindows {}'],
  ])('on %s: %s', (invoiceDate, expected) => {
    expect(written(match({}, lineOf({ invoiceDate }), '2030-01-01'))).toContain(expected);
  });

  it.each([
    ['2026-02-02', 'excluded afterEffectiveDay {}'],
    ['2026-02-03', `counted qualifier ${YEAR}`],
    ['2026-02-04', `counted qualifier ${YEAR}`],
    ['2025-06-30', 'excluded afterEffectiveDay {}'],
  ])('up to %s: %s', (effective, expected) => {
    expect(written(match({}, lineOf(), effective))).toContain(expected);
  });

  it('acts in this year and as the baseline of the next', () => {
    const twoYears = { validity: { firstDay: '2026-01-01', lastDay: '2027-12-31' } };
    const [y1, y2] = [YEAR, '2027-01-01..2027-12-31'];
    expect(written(match(GROWTH, lineOf(), '2027-01-01', twoYears))).toBe(
      `counted qualifier ${y1} 10000000000, payout.payout ${y1} 10000000000, baseline ${y2} 10000000000`,
    );
    expect(written(match(GROWTH, lineOf(), '2026-12-31', twoYears))).not.toContain('baseline');
    const before = lineOf({ invoiceDate: '2025-12-31' });
    expect(written(match(GROWTH, before, '2026-12-31', twoYears))).toBe(`counted baseline ${y1} 10000000000`);
  });
});

describe('a line that is excluded', () => {
  const product = { attribute: 'product.category', in: ['coffee'] };
  it.each([
    ['a purchase', {}, { side: 'purchase' }, 'otherSide {"side":"purchase"}'],
    [
      'a sale that a partner reports to have sold on',
      {},
      { side: 'sellThrough' },
      'otherSide {"side":"sellThrough"}',
    ],
    ['a sale of ours', { transactions: 'sellThrough' }, {}, 'otherSide {"side":"sale"}'],
    [
      'of a rebate document of ours, whatever else it may be',
      {},
      { document: 'CN-17', lineKind: 'rebateDocument', side: 'purchase' },
      'ownRebateDocument {"document":"CN-17"}',
    ],
    ['of another company', {}, { company: 'US' }, 'otherCompany {"company":"US"}'],
    ['without the day that places it', { date: 'delivery' }, {}, 'dateMissing {"date":"delivery"}'],
    ['outside of the validity', {}, { invoiceDate: '2027-01-01' }, 'outsideWindows {}'],
    [
      'that does not meet a condition',
      eligible([TEA, product]),
      {},
      'conditionNotMet {"attribute":"product.category","value":"tea","wanted":"coffee"}',
    ],
    [
      'whose product nobody knows',
      eligible([TEA]),
      { product: 'Z' },
      'conditionNotMet {"attribute":"product.category","value":"","wanted":"tea"}',
    ],
    [
      'that an exclusion names',
      eligible([TEA], [product, TEA]),
      {},
      'exclusionMet {"attribute":"product.category","value":"tea","wanted":"tea"}',
    ],
  ] as readonly (readonly [string, JsonObject, Texts, string])[])('%s', (_, term, texts, expected) => {
    expect(written(match(term, lineOf(texts)))).toBe(`excluded ${expected}`);
  });

  it('whose partner takes no part', () => {
    const participants = [{ attribute: 'partner.country', in: ['FR', 'BE'] }];
    expect(written(match({}, lineOf(), '2026-12-31', { participants }))).toBe(
      'excluded notParticipant {"attribute":"partner.country","value":"DE","wanted":"FR, BE"}',
    );
  });

  it('by the first test that it misses, in the order of the list', () => {
    const participants = [{ attribute: 'partner.code', in: ['P9'] }];
    const term = {
      eligibility: {
        include: [product],
        exclude: [TEA],
        attributesAsOf: 'transaction',
        payment: { withinDays: 10, from: 'delivery' },
        submission: { graceDays: 5 },
      },
      date: 'delivery',
    };
    // Each line mends what the one before missed.
    const lines: Texts[] = [
      { side: 'purchase', company: 'US' },
      { company: 'US' },
      {},
      { deliveryDate: '2027-01-01' },
      { deliveryDate: '2026-12-31' },
      { deliveryDate: '2026-06-20' },
      { deliveryDate: '2026-06-10', paymentDate: '2026-06-21' },
      { deliveryDate: '2026-06-20', paymentDate: '2026-06-30' },
      { deliveryDate: '2026-06-20', paymentDate: '2026-06-30', submissionDate: '2027-01-06' },
      { deliveryDate: '2026-06-20', paymentDate: '2026-06-30', submissionDate: '2027-01-05' },
      {
        deliveryDate: '2026-06-20',
        paymentDate: '2026-06-30',
        submissionDate: '2027-01-05',
        partner: 'P9',
      },
    ];
    const reasons = lines.map((texts) => match(term, lineOf(texts), '2026-06-30', { participants }));
    reasons.push(match(eligible([TEA], [TEA]), lineOf()));
    const own = match(term, lineOf({ lineKind: 'rebateDocument', side: 'purchase' }), '2026-06-30');
    const all = [own, ...reasons].map((reason) => reason.state === 'excluded' && reason.reason);
    expect(all).toEqual([...EXCLUSIONS]);
  });
});

describe('days of grace', () => {
  const monthly = (qualifier: JsonObject | string, pays = 'own') => ({
    windows: windowsText('month', { qualifier, pays }),
    eligibility: {
      include: [],
      exclude: [],
      attributesAsOf: 'transaction',
      payment: 'any',
      submission: { graceDays: 5 },
    },
  });

  it.each<[string, JsonObject, string, boolean]>([
    ['the last day in time', monthly('payoutWindow'), '2026-03-05', true],
    ['a day late', monthly('payoutWindow'), '2026-03-06', false],
    [
      'a day late, also for a later sum to date',
      monthly({ toDate: 'year' }, 'cumulative'),
      '2026-03-06',
      false,
    ],
    ['in time for every sum to date', monthly({ toDate: 'year' }, 'cumulative'), '2026-03-05', true],
    ['a day late, also for the tier of the year', monthly({ within: 'year' }), '2026-03-06', false],
    ['a day late, also for rolling months', monthly({ rollingMonths: 3 }), '2026-03-06', false],
  ])('run from the end of the window of the line: %s', (_, term, submissionDate, counts) => {
    const found = match(term, lineOf({ invoiceDate: '2026-02-03', submissionDate }));
    expect(found.state === 'excluded' ? found.reason : found.state).toBe(
      counts ? 'counted' : 'submittedLate',
    );
  });

  it('of a line before all windows run from the end of each window that asks for it', () => {
    const days = { invoiceDate: '2025-12-03', submissionDate: '2026-02-10' };
    expect(written(match(monthly({ rollingMonths: 3 }), lineOf(days)))).toContain('2026-02-01..2026-02-28');
    expect(written(match(monthly({ rollingMonths: 3 }), lineOf(days)))).not.toContain('2026-01-01');
  });
});

describe('an attribute', () => {
  it.each([
    ['partner.code', 'P1'],
    ['partner.name', 'Miller'],
    ['partner.country', 'DE'],
    ['product.code', 'A'],
    ['product.name', 'Tea'],
    ['product.category', 'tea'],
    ['line.source', 'erp'],
    ['line.company', 'EU'],
    ['line.promotion', 'clearance'],
    ['line.a.b', undefined],
    ['partner.none', undefined],
    ['line.none', undefined],
    ['partner.constructor', undefined],
    ['product.toString', undefined],
    ['line.__proto__', undefined],
  ])('%s of the line is %s', (attribute, value) => {
    const term = eligible([{ attribute, in: [value ?? 'x'] }]);
    const result = match(term, lineOf({ 'attribute.promotion': 'clearance' }));
    expect(result.state).toBe(value === undefined ? 'excluded' : 'counted');
    if (result.state === 'excluded') expect(result.facts).toEqual({ attribute, value: '', wanted: 'x' });
  });

  it.each([
    ['2026-05-31', 'transaction', 'counted'],
    ['2026-06-01', 'transaction', 'excluded'],
    ['2026-05-31', 'current', 'excluded'],
    ['2026-06-01', 'current', 'excluded'],
  ])('on %s as of %s: %s', (invoiceDate, asOf, state) => {
    const line = lineOf({ invoiceDate });
    expect(match(eligible([DE], [], asOf), line).state).toBe(state);
    const participants = { participants: [DE] };
    expect(match(eligible([], [], asOf), line, '2026-12-31', participants).state).toBe(state);
  });

  it('that a later version no longer has is absent', () => {
    const gold = { attribute: 'partner.tier', in: ['gold'] };
    expect(match(eligible([gold]), lineOf({ invoiceDate: '2026-07-01' })).state).toBe('excluded');
    expect(match(eligible([], [gold]), lineOf({ invoiceDate: '2026-07-01' })).state).toBe('counted');
  });
});

describe('a line that is blocked', () => {
  const atPrice = {
    qualifier: { of: 'value', basis: 'stockedAtPrice' },
    payout: { of: 'value', basis: 'stockedAtPrice' },
  };
  const stocked = { qualifier: { of: 'quantity', basis: 'stocked', unit: 'EA' } };
  it.each([
    [
      'in another unit',
      { qualifier: UNITS },
      { unit: 'CS' },
      `noUnitPath {"product":"A","from":"CS","to":"EA"} ${YEAR} 10000000000`,
    ],
    [
      'in another currency: it is worth nothing here',
      {},
      { currency: 'USD' },
      `noExchangeRate {"from":"USD","to":"EUR"} ${YEAR} 0`,
    ],
    ['without a net value', {}, { netValue: '' }, `measureMissing {"field":"netValue"} ${YEAR} 0`],
    [
      'without a gross value',
      { payout: { of: 'value', basis: 'gross' } },
      {},
      `measureMissing {"field":"grossValue"} ${YEAR} 10000000000`,
    ],
    ['without the quantity', stocked, {}, `measureMissing {"field":"quantity.stocked"} ${YEAR} 10000000000`],
    [
      'without the quantity at a price',
      atPrice,
      { unitPrice: '1' },
      `measureMissing {"field":"quantity.stocked"} ${YEAR} 10000000000`,
    ],
    [
      'without a price',
      atPrice,
      { stockedQuantity: '1' },
      `measureMissing {"field":"unitPrice"} ${YEAR} 10000000000`,
    ],
  ] as readonly (readonly [string, JsonObject, Texts, string])[])('%s', (_, term, texts, expected) => {
    expect(written(match(term, lineOf(texts)))).toBe(`blocked ${expected}`);
  });

  it('is one that would count: conditions come first', () => {
    const coffee = eligible([{ attribute: 'product.category', in: ['coffee'] }]);
    expect(match(coffee, lineOf({ currency: 'USD' })).state).toBe('excluded');
  });

  it('needs no measure that its windows do not ask for', () => {
    const term = { ...GROWTH, payout: { of: 'value', basis: 'gross' } };
    const before = lineOf({ invoiceDate: '2025-03-01' });
    expect(written(match(term, before))).toBe(`counted baseline ${YEAR} 10000000000`);
  });

  it('leaves every window incomplete that it would have acted in, each once', () => {
    const twoYears = { validity: { firstDay: '2026-01-01', lastDay: '2027-12-31' } };
    const result = match(GROWTH, lineOf({ currency: 'USD' }), '2027-01-01', twoYears);
    expect(written(result)).toContain(`${YEAR} 2027-01-01..2027-12-31 0`);
  });

  it('is found, too, where windows are equal but not the same object', () => {
    const term = planTermOf(agreementOf());
    const copied = structuredClone({ ...term, slots: term.slots.map((slot) => structuredClone(slot)) });
    const result = matchLine(copied, lineOf({ currency: 'USD' }), {
      master: MASTER,
      effective: dayOf('2026-12-31'),
    });
    expect(result.state === 'blocked' && result.pays.map(windowText)).toEqual([YEAR]);
  });
});

describe('a measure', () => {
  it.each([
    [{ of: 'value', basis: 'net' }, 10_500_000_000n],
    [{ of: 'value', basis: 'gross' }, 12_000_000_000n],
    [{ of: 'value', basis: 'orderedAtPrice' }, 20n * 3_250_000_000n * 10n ** 8n],
    [{ of: 'value', basis: 'receivedAtPrice' }, 15n * 3_250_000_000n * 10n ** 8n],
    [{ of: 'value', basis: 'stockedAtPrice' }, 5n * 3_250_000_000n * 10n ** 8n],
  ])('%j', (qualifier, amount) => {
    const line = lineOf({
      netValue: '10.50',
      grossValue: '12',
      orderedQuantity: '2.0',
      receivedQuantity: '1.5',
      stockedQuantity: '0.5',
      unitPrice: '3.25',
    });
    const result = match({ qualifier }, line);
    expect(result.state === 'counted' && result.hits[0]?.amount).toBe(amount);
  });

  it.each(['invoiced', 'ordered', 'received', 'stocked'])('the quantity %s', (basis) => {
    const line = lineOf({
      quantity: '1',
      orderedQuantity: '2',
      receivedQuantity: '3',
      stockedQuantity: '4',
      currency: 'USD',
    });
    const result = match({ ...tiersPerUnit(basis), qualifier: { ...UNITS, basis } }, line);
    const expected = BigInt(['invoiced', 'ordered', 'received', 'stocked'].indexOf(basis) + 1) * 10n ** 9n;
    expect(result.state === 'counted' && result.hits.map((hit) => hit.amount)).toEqual([expected, expected]);
  });

  function tiersPerUnit(basis: string): JsonObject {
    return {
      payout: { ...UNITS, basis },
      tiers: { boundary: 'atLeast', rows: [{ from: '1', perUnit: '1' }] },
    };
  }
});

describe('a return', () => {
  const returned: Texts = {
    invoiceDate: '2026-11-14',
    quantity: '-1',
    netValue: '-10.00',
    returnOfDocument: 'D0',
    returnOfLine: '1',
  };
  const linked = lineOf(returned, {
    original: originalOn({ invoice: dayOf('2026-05-18'), order: dayOf('2026-03-31') }),
  });
  const [q1, q2, q3, q4] = [
    '2026-01-01..2026-03-31',
    '2026-04-01..2026-06-30',
    '2026-07-01..2026-09-30',
    '2026-10-01..2026-12-31',
  ];

  function policy(which: string, unlinked = 'returnWindow'): JsonObject {
    return { ...QUARTERS, returns: { linked: which, unlinked, negativeWindow: 'zero' } };
  }

  it('acts in the window of its original, by the day of the same kind', () => {
    expect(written(match(policy('originalWindow'), linked))).toBe(
      `counted qualifier ${q2} -10000000000, payout.payout ${q2} -10000000000`,
    );
    const byOrder = match({ ...policy('originalWindow'), date: 'order' }, linked);
    expect(written(byOrder)).toContain(`qualifier ${q1} -10000000000`);
  });

  it('counts as of a day before its own one, since it acts on its original', () => {
    expect(match(policy('originalWindow'), linked, '2026-05-18').state).toBe('counted');
    expect(written(match(policy('originalWindow'), linked, '2026-05-17'))).toBe(
      'excluded afterEffectiveDay {}',
    );
  });

  it('takes the master data as of its original', () => {
    const term = { ...policy('originalWindow'), ...eligible([DE]) };
    expect(match(term, linked).state).toBe('counted');
    expect(match({ ...policy('returnWindow'), ...eligible([DE]) }, linked).state).toBe('excluded');
  });

  it('acts in its own window by the other policy', () => {
    expect(written(match(policy('returnWindow'), linked))).toContain(`qualifier ${q4} -10000000000`);
    expect(match(policy('returnWindow'), lineOf(returned)).state).toBe('counted');
  });

  it.each([
    ['2026-11-14', '2026-12-31', `${q1} ${q2} ${q3} ${q4}`],
    ['2026-07-01', '2026-12-31', `${q1} ${q2} ${q3}`],
    ['2026-06-30', '2026-12-31', `${q1} ${q2}`],
    ['2026-11-14', '2026-03-31', q1],
    ['2027-01-14', '2027-12-31', `${q1} ${q2} ${q3} ${q4}`],
  ])('of a line that nobody knows, on %s up to %s, may touch %s', (invoiceDate, effective, windows) => {
    const line = lineOf({ ...returned, invoiceDate });
    expect(written(match(policy('originalWindow'), line, effective))).toBe(
      `blocked returnOriginalUnknown {} ${windows} -10000000000`,
    );
    const unlinked = lineOf({ ...returned, invoiceDate, returnOfDocument: '', returnOfLine: '' });
    expect(written(match(policy('returnWindow', 'blocked'), unlinked, effective))).toBe(
      `blocked returnWithoutOriginal {} ${windows} -10000000000`,
    );
  });

  it('of a line that nobody knows touches nothing that starts later', () => {
    const early = lineOf({ ...returned, invoiceDate: '2025-12-31' });
    expect(written(match(policy('originalWindow'), early))).toBe('excluded outsideWindows {}');
    const late = lineOf({ ...returned, invoiceDate: '2026-01-01' });
    expect(written(match(policy('originalWindow'), late, '2025-12-31'))).toBe(
      'excluded afterEffectiveDay {}',
    );
  });

  it('whose original has no such day waits, too', () => {
    const line = lineOf(returned, { original: originalOn({ order: dayOf('2026-03-31') }) });
    expect(written(match(policy('originalWindow'), line))).toContain('returnOriginalUnknown');
  });

  it('without a reference acts on its own day by policy', () => {
    const line = lineOf({ netValue: '-10.00', quantity: '-1', invoiceDate: '2026-11-14' });
    expect(written(match(policy('originalWindow'), line))).toContain(`qualifier ${q4} -10000000000`);
  });

  it.each([
    [{}, false],
    [{ netValue: '-0.01' }, true],
    [{ grossValue: '-0.01' }, true],
    [{ quantity: '-1' }, true],
    [{ stockedQuantity: '-1' }, true],
    [{ netValue: '0', quantity: '0' }, false],
    [{ netValue: '-0', quantity: '-0.0' }, false],
    [{ returnOfDocument: 'D0', returnOfLine: '1' }, true],
  ] as readonly (readonly [Texts, boolean])[])('%j: %s', (texts, expected) => {
    expect(isReturn(lineOf(texts))).toBe(expected);
    const isBlocked = match(policy('returnWindow', 'blocked'), lineOf(texts)).state === 'blocked';
    expect(isBlocked).toBe(expected && texts.returnOfLine === undefined);
  });

  const contradicted = lineOf(
    { correctionOfDocument: 'D0', correctionOfLine: '1' },
    { correction: { chain: [{ document: 'D0', line: '1' }], isContradicted: true } },
  );

  it('or sale that two documents correct is blocked where it would count, and nowhere else', () => {
    expect(written(match(policy('originalWindow'), contradicted))).toBe(
      `blocked correctionContradicted {"document":"D0","line":"1"} ${q1} 10000000000`,
    );
    expect(match({ ...policy('originalWindow'), ...eligible([TEA], [TEA]) }, contradicted).state).toBe(
      'excluded',
    );
    const alone = { ...contradicted, correction: { chain: [], isContradicted: false } };
    expect(match(policy('originalWindow'), alone).state).toBe('counted');
  });

  it('has a test for each block', () => {
    const seen = [
      match(policy('originalWindow'), lineOf(returned)),
      match(policy('returnWindow', 'blocked'), lineOf({ netValue: '-1' })),
      match({}, contradicted),
      match({ qualifier: UNITS }, lineOf({ unit: 'CS' })),
      match({}, lineOf({ currency: 'USD' })),
      match({}, lineOf({ netValue: '' })),
      match({ qualifier: { of: 'count', what: 'document' } }, lineOf({ takenOverFrom: '2026-02-01' })),
      match({}, lineOf({ takenOverFrom: '2025-12-01' })),
    ];
    const reasons = new Set(seen.map((result) => result.state === 'blocked' && result.reason));
    const own = BLOCKS.filter((reason) => !IN_MASTER_DATA.has(reason));
    expect(own.filter((reason) => !reasons.has(reason))).toEqual([]);
  });
});
