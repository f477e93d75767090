import fc from 'fast-check';
import { FORMULAS } from '../../core/agreement/agreement.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import {
  condition,
  formulaTerm,
  marginalOfAnother,
  NET,
  one,
  only,
  PIECES,
  returns,
  type Shape,
  shortWindows,
  text,
  wholeVolume,
  wholeVolumeOn,
  withFields,
} from './agreementCases.ts';
import { type JsonObject, windowsText } from './trade.ts';
import { dayAfter } from './tradeCases.ts';

const basis = one('invoiced', 'invoiced', 'stocked');
const units = one<JsonObject>(
  { factorsAsOf: 'delivery' },
  { factorsAsOf: 'invoice' },
  { factorsAsOf: 'current' },
);
const conversion = fc.record({ units, currency: one('none') });
const packed = { returns: 20, foreign: 0, packed: 50 };

/** Both as what finds the tier and as what is paid on. */
function measureShape(measure: fc.Arbitrary<JsonObject>, differs: Partial<Shape> = {}): Shape {
  const narrowed = fc
    .tuple(measure, fc.oneof(fc.constant(undefined), condition))
    .map(([own, where]) => (where === undefined ? own : { ...own, where: [where] }));
  const term = fc
    .tuple(fc.oneof(narrowed, one(NET, PIECES)), fc.oneof(narrowed, narrowed, one(NET, PIECES)))
    .chain(([qualifier, payout]) => wholeVolumeOn(qualifier, payout));
  return {
    terms: only(withFields(term, { windows: shortWindows, returns, conversion })),
    lines: packed,
    ...differs,
  };
}

const price = fc.oneof(
  fc.record({ source: one('list', 'unit', 'contract', 'net', 'cost'), times: one('1', '0.8') }),
  fc.record({ source: one('product'), name: one('standard', 'standard', 'listed'), times: one('1', '1.1') }),
  fc.record({
    source: one('agreed'),
    prices: one<JsonObject[]>([
      { product: 'A', price: '3.25' },
      { product: 'B', price: '4' },
      { product: 'C', price: '1.5' },
    ]),
    times: one('1'),
  }),
) as fc.Arbitrary<JsonObject>;

const MEASURES: Readonly<Record<string, Shape>> = {
  'quantity in units of packing': measureShape(
    fc.record({ of: one('quantity'), basis, unit: one('EA', 'CS', 'KGM') }),
  ),
  'value on each basis': measureShape(
    fc.record({
      of: one('value'),
      basis: one('list', 'invoice', 'net', 'gross', 'margin', 'stockedAtPrice'),
    }),
  ),
  'quantity at a price': measureShape(fc.record({ of: one('atPrice'), basis, unit: one('EA', 'CS'), price })),
  'difference of prices': measureShape(
    fc.record({
      of: one('priceDifference'),
      basis,
      unit: one('EA', 'CS'),
      higher: price,
      lower: price,
      whenNegative: one('zero', 'negative'),
    }),
  ),
  count: measureShape(
    fc.record({ of: one('count'), what: one('line', 'document', 'delivery', 'order', 'day', 'product') }),
  ),
  pallets: measureShape(
    fc.record({
      of: one('pallets'),
      basis,
      unit: one('CS', 'PF'),
      level: one('line', 'delivery', 'order', 'day'),
      mixed: fc.boolean(),
      returns: one('reduce', 'doNotBreak'),
      counts: one<JsonObject[string]>('pallets', { units: 'EA' }),
    }),
  ),
  bundles: measureShape(
    fc.record({
      of: one('bundles'),
      basis,
      unit: one('EA', 'CS'),
      components: fc.array(
        fc.record({ quantity: one('1', '2.5', '3'), where: condition.map((single) => [single]) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
  ),
};

const qualifierWindows = fc.oneof(
  one('payoutWindow'),
  one({ within: 'year' }, { within: 'term' }),
  one({ toDate: 'year' }, { toDate: 'term' }),
  fc.record({ rollingMonths: one(1, 3, 12) }),
) as fc.Arbitrary<JsonObject[string]>;

const calendars = one<JsonObject[string]>(
  'gregorian',
  'fromStart',
  { fiscal: { firstMonth: 4 } },
  { fiscal: { firstMonth: 12 } },
  {
    weeks: {
      pattern: '4-4-5',
      years: [
        { firstDay: '2025-06-29', weeks: 53 },
        { firstDay: '2026-07-05', weeks: 52 },
      ],
    },
  },
  {
    weeks: {
      pattern: '5-4-4',
      years: [
        { firstDay: '2025-12-28', weeks: 52 },
        { firstDay: '2026-12-27', weeks: 53 },
      ],
    },
  },
);

function windowed(windows: fc.Arbitrary<JsonObject>, term = wholeVolume): Shape['terms'] {
  return only(withFields(term, { windows, returns }));
}

const WINDOWS: Readonly<Record<string, Shape>> = {
  calendars: {
    terms: windowed(
      one('week', 'month', 'quarter', 'halfYear', 'year', 'term').map((payout) => windowsText(payout)),
    ),
    agreement: fc.record({ calendar: calendars }),
  },
  'windows of days': { terms: windowed(one(windowsText('day'))) },
  'windows of the qualifier': {
    terms: windowed(
      fc
        .tuple(one('month', 'quarter', 'halfYear'), qualifierWindows)
        .map(([payout, qualifier]) => windowsText(payout, { qualifier })),
    ),
    agreement: fc.record({ calendar: calendars }),
  },
  'marginal tables over other windows': {
    terms: windowed(
      fc
        .tuple(one('month', 'quarter', 'halfYear'), qualifierWindows)
        .map(([payout, qualifier]) => windowsText(payout, { qualifier })),
      marginalOfAnother,
    ),
  },
  'cumulative windows': {
    terms: windowed(
      fc
        .tuple(one('month', 'quarter'), one('year', 'term'))
        .map(([payout, toDate]) => windowsText(payout, { qualifier: { toDate }, pays: 'cumulative' })),
    ),
    agreement: fc.record({ calendar: calendars }),
  },
  'cut windows': {
    terms: windowed(
      fc
        .tuple(one('month', 'quarter', 'year'), one('byDays', 'byMonths'))
        .map(([payout, cut]) => windowsText(payout, { cut })),
    ),
    agreement: fc.record({ calendar: calendars }),
  },
  'targets of their own': {
    terms: windowed(
      fc
        .tuple(
          one(['quarter', 4], ['month', 12], ['halfYear', 2]),
          fc.array(text(1, 200), { minLength: 12, maxLength: 12 }),
        )
        .map(([[payout, count], percents]) =>
          windowsText(String(payout), { targets: { percentOfTable: percents.slice(0, Number(count)) } }),
        ),
    ),
    agreement: fc.record({ calendar: calendars }),
  },
  'growth over other windows': {
    terms: only(
      withFields(formulaTerm('growthWhole'), {
        windows: fc
          .tuple(one('month', 'quarter'), qualifierWindows)
          .map(([payout, qualifier]) => windowsText(payout, { qualifier })),
      }),
    ),
    agreement: fc.record({ calendar: calendars }),
  },
  'growth like for like': {
    terms: only(
      withFields(
        fc
          .tuple(one('growthWhole', 'growthIncrement', 'growthMarginal').chain(formulaTerm))
          .map(([term]) => ({
            ...term,
            baseline: {
              ...(term.baseline as JsonObject),
              source: 'sameWindowPreviousYear',
              likeForLike: 'products',
            },
          })),
        {},
      ),
    ),
  },
};

const gateTest = fc.oneof(
  fc.record({
    measure: fc.oneof(
      one(NET, PIECES, { of: 'count', what: 'product' }),
      condition.map((single) => ({ ...PIECES, where: [single] })),
    ),
    boundary: one('atLeast', 'moreThan'),
    from: fc.oneof(text(0, 3), text(0, 30)),
  }),
  fc.record({
    share: condition.map((single) => ({ part: { ...NET, where: [single] }, whole: NET })),
    boundary: one('atLeast', 'moreThan'),
    percent: fc.oneof(one('0', '50', '100'), text(0, 100)),
  }),
) as fc.Arbitrary<JsonObject>;

function gated(within: 'window' | 'document'): Shape {
  const gates = fc.array(gateTest, { minLength: 1, maxLength: 3 }).chain((tests) =>
    fc.record({
      need: fc.oneof(one('all'), fc.integer({ min: 1, max: tests.length })),
      within: one(within),
      tests: fc.constant(tests),
    }),
  ) as fc.Arbitrary<JsonObject>;
  return { terms: only(withFields(wholeVolume, { gates, returns, windows: shortWindows })) };
}

/** Returns act at their sales, as orders of business are told by those. */
const atSales = fc.record({
  linked: one('originalWindow'),
  unlinked: one('returnWindow'),
  negativeWindow: one('zero', 'lowestTier', 'mirror'),
});

function limited(
  limits: fc.Arbitrary<JsonObject[]>,
  term = wholeVolume,
  windows: fc.Arbitrary<JsonObject> = shortWindows,
): Shape {
  return { terms: only(withFields(term, { limits, returns: atSales, windows })) };
}

const sharedOrder = one('transactionDate', 'arrival', 'proRata');

const LIMITS: Readonly<Record<string, Shape>> = {
  'limits per line': limited(
    fc.tuple(text(1, 40), text(1, 40)).map(([first, second]) => [
      { of: 'qualifier', scope: 'line', max: first },
      { of: 'payout', scope: 'line', max: second },
    ]),
  ),
  'limits per partner': limited(
    fc.tuple(text(1, 90), text(1, 90), text(1, 40)).map(([first, second, third]) => [
      { of: 'qualifier', scope: 'partner', max: first },
      { of: 'payout', scope: 'partner', max: second },
      { of: 'amount', scope: 'partner', max: third },
    ]),
    fc.oneof(wholeVolume, marginalOfAnother),
  ),
  'limit of an upsell per partner': limited(
    text(1, 20).map((max) => [{ of: 'payout', scope: 'partner', max }]),
    formulaTerm('aboveBase'),
    one('month', 'quarter', 'year').map((payout) => windowsText(payout)),
  ),
  'limit of the payout over the programme': limited(
    fc
      .tuple(text(1, 90), sharedOrder)
      .map(([max, order]) => [{ of: 'payout', scope: 'programme', max, order }]),
  ),
  'limit of the amount over the programme': limited(
    fc
      .tuple(text(1, 60), sharedOrder)
      .map(([max, order]) => [{ of: 'amount', scope: 'programme', max, order }]),
  ),
  'limit of an upsell over the programme': limited(
    fc
      .tuple(text(1, 60), sharedOrder)
      .map(([max, order]) => [{ of: 'payout', scope: 'programme', max, order }]),
    formulaTerm('aboveBase'),
    one('month', 'quarter', 'year').map((payout) => windowsText(payout)),
  ),
};

const RETURNS: Readonly<Record<string, Shape>> = Object.fromEntries(
  (['originalWindow', 'returnWindow', 'currentAtOriginalRate', 'currentAtCurrentRate'] as const).map(
    (linked) => [
      `returns: ${linked}`,
      {
        terms: only(
          withFields(fc.oneof(wholeVolume, formulaTerm('marginal')), {
            windows: one('month', 'quarter').map((payout) => windowsText(payout)),
            returns: fc.record({
              linked: one(linked),
              unlinked: one('returnWindow', 'blocked', 'oldestSale', 'newestSale'),
              negativeWindow: one('zero', 'lowestTier', 'mirror'),
            }),
          }),
        ),
        lines: { returns: 40, foreign: 0, packed: 0 },
      } satisfies Shape,
    ],
  ),
);

const AMOUNTS: Readonly<Record<string, Shape>> = {
  'minimum and floor': {
    terms: only(
      withFields(wholeVolume, {
        windows: shortWindows,
        returns,
        minimum: fc.oneof(one('none'), fc.record({ amount: text(1, 30) })) as fc.Arbitrary<
          JsonObject[string]
        >,
        floor: fc.record({ amount: text(1, 30), when: one('tierReached', 'always') }),
      }),
    ),
  },
  guarantee: {
    terms: only(
      withFields(wholeVolume, {
        windows: one('month', 'quarter', 'halfYear').map((payout) => windowsText(payout)),
        returns,
        guarantee: fc.record({
          amount: text(1, 30),
          cumulative: fc.boolean(),
          paid: one('atBeginning', 'atEnd'),
          unearned: one('kept', 'recoveredLater', 'repaidAtEnd'),
        }),
      }),
    ),
    effective: fc.integer({ min: 20, max: 400 }),
  },
  'rounding grains and modes': {
    terms: only(
      withFields(wholeVolume, {
        windows: shortWindows,
        returns,
        rounding: fc.record({
          grain: one('line', 'partnerWindow', 'programmeWindow'),
          mode: one(
            'halfAwayFromZero',
            'halfEven',
            'halfUp',
            'halfDown',
            'towardsZero',
            'awayFromZero',
            'floor',
            'ceiling',
          ),
          unitRate: fc.oneof(
            one('none'),
            fc.record({ places: fc.integer({ min: 0, max: 4 }), mode: one('halfUp', 'floor', 'halfEven') }),
          ) as fc.Arbitrary<JsonObject[string]>,
        }),
        apportionment: fc.record({
          by: one('payoutMeasure', 'qualifierMeasure', 'ownRate'),
          residual: one('largestRemainder'),
        }),
      }),
    ),
    agreement: fc.record({ currency: one('EUR') }),
  },
};

const group = fc.record({
  by: one('partner.buyingGroup'),
  target: one('group', 'higher'),
  joiners: fc.record({
    qualifier: one('fromJoining', 'wholeWindow'),
    payout: one('fromJoining', 'wholeWindow'),
  }),
  leavers: fc.oneof(
    one('finalTier', 'tierAtLeaving'),
    fc.record({ nothing: one('lapses', 'isSpread') }),
  ) as fc.Arbitrary<JsonObject[string]>,
  spreadBy: one('payoutMeasure', 'qualifierMeasure'),
  keptPercent: one('0', '0', '10', '2.5'),
});

const GROUPS: Readonly<Record<string, Shape>> = {
  'groups of partners': {
    terms: only(
      withFields(fc.oneof(wholeVolume, marginalOfAnother.filter(isNoSequence), formulaTerm('lumpSum')), {
        windows: shortWindows,
        returns,
        group,
      }).map(joinersOfOneKind),
    ),
  },
  'limit over a group': {
    terms: only(
      withFields(wholeVolume, {
        windows: shortWindows,
        returns: atSales,
        group: group.map((own) => ({ ...own, joiners: { qualifier: 'fromJoining', payout: 'fromJoining' } })),
        limits: fc
          .tuple(text(1, 90), sharedOrder)
          .map(([max, order]) => [{ of: 'payout', scope: 'group', max, order }]),
      }),
    ),
  },
};

/** A marginal table that values no step pays on the lines that it is tiered by. */
function joinersOfOneKind(term: JsonObject): JsonObject {
  const own = term.group as JsonObject;
  const { qualifier } = own.joiners as JsonObject;
  const { stepValuation } = term.tiers as JsonObject;
  if (term.formula !== 'marginal' || stepValuation !== undefined) return term;
  return { ...term, group: { ...own, joiners: { qualifier, payout: qualifier } as JsonObject } };
}

function isNoSequence(term: JsonObject): boolean {
  return (term.tiers as JsonObject).stepValuation !== 'sequence';
}

const onValues = one(NET, { of: 'value', basis: 'gross' }).chain((payout) => wholeVolumeOn(payout, payout));
const sameWindows = one('month', 'quarter', 'year').map((payout) => windowsText(payout));

function several(
  count: number,
  term: fc.Arbitrary<JsonObject>,
  differs: (index: number, windows: JsonObject) => fc.Arbitrary<JsonObject>,
): Shape['terms'] {
  return sameWindows.chain((windows) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.tuple(term, differs(index, windows)).map(([own, more]) => ({ ...own, windows, ...more })),
      ),
    ),
  );
}

const STACKING: Readonly<Record<string, Shape>> = {
  'exclusive choice': {
    terms: one('bestForPayee', 'bestForPayer', 'rank').chain((choice) =>
      several(3, wholeVolume, (index) =>
        fc.record({
          eligibility: condition.map((single) => ({
            include: [single],
            exclude: [],
            attributesAsOf: 'transaction',
            payment: 'any',
            submission: 'any',
          })),
          exclusive: fc.record({
            set: one('S'),
            choice: one(choice),
            rank: one(3 - index),
            loserQualifier: one('keeps', 'loses'),
          }),
          returns,
        }),
      ),
    ),
  },
  'net of other terms': {
    terms: several(3, onValues, (index) =>
      fc.record({
        netting:
          index === 2
            ? fc.constant('none' as JsonObject[string])
            : (fc.record({
                of: one(...(index === 0 ? [['T2'], ['T3'], ['T2', 'T3']] : [['T3']])),
                lowers: one('payout', 'payoutAndQualifier'),
              }) as fc.Arbitrary<JsonObject[string]>),
        returns,
      }),
    ),
  },
  'caps that terms share': {
    terms: several(3, wholeVolume, () => fc.record({ returns })),
    agreement: fc
      .record({
        max: text(1, 50),
        scope: one('partner', 'programme'),
        spread: one('proRata', 'termOrder'),
        terms: one(['T1', 'T2'], ['T1', 'T3'], ['T1', 'T2', 'T3']),
      })
      .map((cap) => ({ sharedCaps: [{ id: 'C1', ...cap }] })),
  },
};

const currency = fc.record({
  rateOn: one('invoice', 'delivery', 'windowEnd', 'agreementStart'),
  rateType: one('closing'),
  path: one<JsonObject[string]>('direct', 'inverse', { through: 'GBP' }),
  fallback: one<JsonObject[string]>('blocked', { previousDays: 15 }, { previousDays: 60 }),
});

const MONEY: Readonly<Record<string, Shape>> = {
  currencies: {
    terms: only(
      withFields(
        fc.oneof(
          wholeVolume,
          MEASURES['difference of prices']?.terms.map(([term]) => term ?? {}) ?? wholeVolume,
        ),
        {
          windows: shortWindows,
          returns,
          conversion: fc.record({ units, currency }) as fc.Arbitrary<JsonObject>,
        },
      ),
    ),
    lines: { returns: 15, foreign: 40, packed: 10 },
  },
};

const supplements = fc
  .record({
    days: fc.integer({ min: 1, max: 80 }),
    carryVolume: fc.boolean(),
    touches: one('linesFrom', 'wholeWindow'),
    cut: one('fullThreshold', 'byDays', 'byMonths'),
    payout: one('month', 'quarter', 'year'),
    qualifier: one<JsonObject[string]>('payoutWindow', { within: 'term' }, { toDate: 'term' }),
    term: fc.tuple(wholeVolume, wholeVolume).map(([term, other]) => ({ term, other })),
  })
  .filter(({ term: { term, other } }) => isSamePay(term, other))
  .map(({ days, carryVolume, touches, cut, payout, qualifier, term: { term, other } }) => ({
    ...term,
    windows: windowsText(payout, { cut, qualifier }),
    supplements: [
      {
        id: 'S1',
        firstDay: dayAfter('2026-03-01', days),
        tiers: other.tiers as JsonObject,
        carryVolume,
        touches,
      },
    ],
  }));

/** Tables of one term pay in one way. */
function isSamePay(one: JsonObject, other: JsonObject): boolean {
  return (one.payout as JsonObject).of === (other.payout as JsonObject).of;
}

const TIMES: Readonly<Record<string, Shape>> = {
  supplements: { terms: only(withFields(supplements, { returns })) },
  termination: {
    terms: only(
      withFields(wholeVolume, {
        returns,
        windows: fc
          .tuple(
            one('month', 'quarter', 'year', 'term'),
            one('fullThreshold', 'byDays'),
            one<JsonObject[string]>('payoutWindow', { toDate: 'term' }),
          )
          .filter(([payout, , qualifier]) => payout !== 'term' || qualifier === 'payoutWindow')
          .map(([payout, cut, qualifier]) => windowsText(payout, { cut, qualifier })),
      }),
    ),
    agreement: fc.record({
      termination: fc.record({
        lastDay: fc.integer({ min: 0, max: 85 }).map((days) => dayAfter('2026-03-01', days)),
        openWindows: one('settleToDate', 'forfeit', 'prorateThresholds'),
      }),
    }) as fc.Arbitrary<JsonObject>,
  },
};

const ELIGIBILITY: Readonly<Record<string, Shape>> = {
  'who and what is eligible': {
    terms: only(
      withFields(wholeVolume, {
        windows: shortWindows,
        returns,
        eligibility: fc.record({
          include: fc.array(condition, { maxLength: 2 }),
          exclude: fc.array(condition, { maxLength: 1 }),
          attributesAsOf: one('transaction', 'windowEnd', 'current'),
          payment: one('any'),
          submission: one('any'),
        }),
      }),
    ),
    agreement: fc.record({
      company: one<JsonObject[string]>(
        'EU',
        { settling: 'HQ', trading: ['EU', 'US'], withoutLines: 'HQ' },
        { settling: 'EU', trading: ['US'], withoutLines: 'US' },
      ),
      participants: one<JsonObject[]>(
        [],
        [{ attribute: 'partner.code', under: ['P1'] }],
        [{ attribute: 'partner.country', in: ['DE'] }],
        [{ attribute: 'partner.buyingGroup', notIn: ['G2'] }],
      ),
    }),
  },
  'payment and submission': {
    terms: only(
      withFields(wholeVolume, {
        windows: shortWindows,
        returns,
        date: one('invoice', 'order'),
        eligibility: fc.record({
          include: one<JsonObject[]>([]),
          exclude: one<JsonObject[]>([]),
          attributesAsOf: one('transaction'),
          payment: one<JsonObject[string]>('any', 'paid', { withinDays: 40, from: 'invoice' }),
          submission: one<JsonObject[string]>('any', { graceDays: 0 }, { graceDays: 20 }),
        }),
      }),
    ),
    effective: fc.integer({ min: 60, max: 400 }),
  },
};

/** One time in three. */
function sometimes(field: fc.Arbitrary<Json>, otherwise: Json = 'none'): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: field });
}

const anyLimits = fc.array(
  fc.oneof(
    fc.record({ of: one('qualifier', 'payout', 'amount'), scope: one('line', 'partner'), max: text(1, 90) }),
    fc.record({
      of: one('payout', 'amount'),
      scope: one('programme', 'group'),
      max: text(1, 90),
      order: sharedOrder,
    }),
  ),
  { minLength: 1, maxLength: 2 },
);

const anyWindows = fc
  .record({
    payout: one('month', 'quarter', 'halfYear', 'year', 'term'),
    qualifier: sometimes(qualifierWindows, 'payoutWindow'),
    pays: sometimes(one('cumulative'), 'own'),
    cut: sometimes(one('byDays', 'byMonths'), 'fullThreshold'),
    targets: fc.constant('same'),
  })
  .map((windows) => windows as JsonObject);

const anyMeasure = fc.oneof(...Object.values(MEASURES).map(({ terms }) => terms.map(([term]) => term ?? {})));

/** What is fixed is paid whether another term is or not. */
function isBySales(formula: string): boolean {
  return formula !== 'fixed';
}

/** Any mechanism together with any other: what the decoder refuses is left out. */
const anyTerm = withFields(fc.oneof(anyMeasure, one(...FORMULAS).chain(formulaTerm)), {
  windows: anyWindows,
  gates: sometimes(
    fc.record({
      need: one<Json>('all', 1),
      within: one('window', 'document'),
      tests: fc.array(gateTest, { minLength: 1, maxLength: 2 }),
    }) as fc.Arbitrary<Json>,
  ),
  limits: sometimes(anyLimits as fc.Arbitrary<Json>),
  minimum: sometimes(fc.record({ amount: text(1, 20) })),
  floor: sometimes(fc.record({ amount: text(1, 20), when: one('tierReached', 'always') })),
  guarantee: sometimes(
    fc.record({
      amount: text(1, 30),
      cumulative: fc.boolean(),
      paid: one('atBeginning', 'atEnd'),
      unearned: one('kept', 'recoveredLater', 'repaidAtEnd'),
    }),
  ),
  group: sometimes(group as fc.Arbitrary<Json>),
  returns: fc.record({
    linked: one(
      'originalWindow',
      'originalWindow',
      'returnWindow',
      'currentAtCurrentRate',
      'currentAtOriginalRate',
    ),
    unlinked: one('returnWindow', 'blocked', 'oldestSale', 'newestSale'),
    negativeWindow: one('zero', 'lowestTier', 'mirror'),
  }),
  conversion: fc.record({ units: sometimes(units), currency: sometimes(currency as fc.Arbitrary<Json>) }),
  rounding: fc.record({
    grain: one('line', 'partnerWindow', 'programmeWindow'),
    mode: one('halfEven', 'floor', 'halfAwayFromZero'),
    unitRate: sometimes(fc.record({ places: fc.integer({ min: 0, max: 4 }), mode: one('halfUp') })),
  }),
  apportionment: fc.record({
    by: one('payoutMeasure', 'qualifierMeasure', 'ownRate', 'sequence'),
    residual: one('largestRemainder'),
  }),
});

const MIXED: Readonly<Record<string, Shape>> = {
  'any mechanism with any other': {
    terms: only(anyTerm),
    agreement: fc.record({
      calendar: sometimes(calendars, 'gregorian'),
      termination: sometimes(
        fc.record({
          lastDay: fc.integer({ min: 0, max: 85 }).map((days) => dayAfter('2026-03-01', days)),
          openWindows: one('settleToDate', 'forfeit', 'prorateThresholds'),
        }),
      ),
    }) as fc.Arbitrary<JsonObject>,
    lines: { returns: 20, foreign: 3, packed: 10 },
    mayBeRefused: true,
  },
  'any terms together': {
    terms: several(
      3,
      fc.oneof(wholeVolume, anyMeasure, one(...FORMULAS.filter(isBySales)).chain(formulaTerm)),
      (index, windows) =>
        fc.record({
          windows: fc.constant(windows as Json),
          exclusive: sometimes(
            fc.record({
              set: one('S'),
              choice: one('bestForPayee'),
              rank: one(3 - index),
              loserQualifier: one('keeps', 'loses'),
            }),
          ),
          netting: sometimes(
            fc.record({ of: one(['T1'], ['T2'], ['T3']), lowers: one('payout', 'payoutAndQualifier') }),
          ),
          limits: sometimes(anyLimits as fc.Arbitrary<Json>),
          returns,
        }) as fc.Arbitrary<JsonObject>,
    ),
    agreement: fc.record({
      sharedCaps: sometimes(
        fc
          .record({
            max: text(1, 50),
            scope: one('partner', 'programme'),
            spread: one('proRata', 'termOrder'),
          })
          .map((cap) => [{ id: 'C1', terms: ['T1', 'T2', 'T3'], ...cap }]) as fc.Arbitrary<Json>,
      ),
    }) as fc.Arbitrary<JsonObject>,
    mayBeRefused: true,
  },
};

/** Every mechanism that is compared with the oracle, by the name that the table of mechanisms has for it. */
export const MECHANISMS: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(
    FORMULAS.map((formula) => [`formula ${formula}`, { terms: only(formulaTerm(formula)) }]),
  ),
  ...MEASURES,
  ...WINDOWS,
  'gates over the window': gated('window'),
  'gates in each document': gated('document'),
  ...LIMITS,
  ...RETURNS,
  ...AMOUNTS,
  ...GROUPS,
  ...STACKING,
  ...MONEY,
  ...TIMES,
  ...ELIGIBILITY,
  ...MIXED,
};
