import fc, { type Arbitrary } from 'fast-check';
import {
  type Agreement,
  APPORTIONMENTS,
  ATTRIBUTE_DAYS,
  type Baseline,
  BUCKETS,
  CONSUMPTION_ORDERS,
  type Condition,
  type Conversion,
  type CountedQuantity,
  DIRECTIONS,
  type Eligibility,
  type Exclusive,
  FORMAT,
  FORMULAS,
  type Gates,
  type GateTest,
  GRAINS,
  type Group,
  type Guarantee,
  type Limit,
  type Measure,
  PAYS,
  type Payout,
  PROGRAMMES,
  type Price,
  type Qualifier,
  type Rate,
  type Settlement,
  type Supplement,
  type Term,
  type Tier,
  type Tiers,
  VALUE_BASES,
  type Windows,
} from '../../core/agreement/agreement.ts';
import { type Calendar, WEEK_PATTERNS } from '../../core/calendar/calendar.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { FREQUENCIES } from '../../core/calendar/window.ts';
import { DATE_KINDS, SIDES } from '../../core/fact/line.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { ROUNDING_MODES } from '../../core/number/round.ts';

/**
 * Well-typed agreements with every variant of the format, whether they make sense or not: each
 * field is drawn by itself. The types see to it that a new field is drawn, too.
 */
export const arbitraryAgreement = (): Arbitrary<Agreement> => AGREEMENT;

const name = fc.constantFrom('A', 'B', 'North', 'a”, “b', 'a  b', 'c\u00a0d', '白酒', 'x\\y');
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const attribute = fc.constantFrom(
  'partner.code',
  'partner.country',
  'product.code',
  'product.name',
  'line.source',
  'line.country',
);
const unit = fc.constantFrom('EA', 'CS', 'PF', 'KGM', 'kg', 'M3');
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'CNY');
const days = fc.integer({ min: 1, max: 400 });
const ordinal = fc.integer({ min: 1, max: 5 });
const day: Arbitrary<LocalDate> = fc.integer({ min: 19000, max: 22000 });

const decimal: Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: 0n, max: 3_000_000n }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, scale]) => ({ digits, scale }));

const dateKind = fc.constantFrom(...DATE_KINDS);
const frequency = fc.constantFrom(...FREQUENCIES);
const basis: Arbitrary<CountedQuantity> = fc.constantFrom('invoiced', 'ordered', 'received', 'stocked');
const mode = fc.constantFrom(...ROUNDING_MODES);
const boundary = fc.constantFrom('atLeast', 'moreThan');

const condition: Arbitrary<Condition> = fc.oneof(
  fc.record({ attribute, in: names }),
  fc.record({ attribute, notIn: names }),
  fc.record({ attribute, under: names }),
);
const someConditions = fc.array(condition, { minLength: 1, maxLength: 2 });
const conditions = fc.array(condition, { maxLength: 2 });

const price: Arbitrary<Price> = fc.oneof(
  fc.record({ times: decimal, source: fc.constantFrom('list', 'unit', 'contract', 'net', 'cost') }),
  fc.record({ times: decimal, source: fc.constant('product'), name }),
  fc.record({
    times: decimal,
    source: fc.constant('agreed'),
    prices: fc.array(fc.record({ product: name, price: decimal }), { minLength: 1, maxLength: 2 }),
  }),
);

type Bare<M> = M extends unknown ? Omit<M, 'where'> : never;
const bareMeasure: Arbitrary<Bare<Measure>> = fc.oneof(
  fc.record({ of: fc.constant('quantity'), basis, unit }),
  fc.record({ of: fc.constant('value'), basis: fc.constantFrom(...VALUE_BASES) }),
  fc.record({ of: fc.constant('atPrice'), basis, unit, price }),
  fc.record({
    of: fc.constant('priceDifference'),
    basis,
    unit,
    higher: price,
    lower: price,
    whenNegative: fc.constantFrom('zero', 'negative'),
  }),
  fc.record({ of: fc.constant('count'), what: fc.constantFrom(...BUCKETS) }),
  fc.record({
    of: fc.constant('pallets'),
    basis,
    unit,
    level: fc.constantFrom('line', 'delivery', 'order', 'day'),
    mixed: fc.boolean(),
    returns: fc.constantFrom('reduce', 'doNotBreak'),
    counts: fc.oneof(fc.constant('pallets' as const), fc.record({ units: unit })),
  }),
  fc.record({
    of: fc.constant('bundles'),
    basis,
    unit,
    components: fc.array(fc.record({ quantity: decimal, where: conditions }), { minLength: 1, maxLength: 2 }),
  }),
);
const measure: Arbitrary<Measure> = fc
  .tuple(bareMeasure, fc.option(someConditions, { nil: undefined }))
  .map(([bare, where]) => (where === undefined ? bare : { ...bare, where }));

const share = fc.record({ part: measure, whole: measure });
const qualifier: Arbitrary<Qualifier> = fc.oneof(
  { weight: 3, arbitrary: measure },
  { weight: 1, arbitrary: share.map((parts) => ({ of: 'share' as const, ...parts })) },
);

const eligibility: Arbitrary<Eligibility> = fc.record({
  include: conditions,
  exclude: conditions,
  attributesAsOf: fc.constantFrom(...ATTRIBUTE_DAYS),
  payment: fc.oneof(fc.constantFrom('any', 'paid'), fc.record({ withinDays: days, from: dateKind })),
  submission: fc.oneof(fc.constant('any' as const), fc.record({ graceDays: days })),
});

const windows: Arbitrary<Windows> = fc.record({
  payout: frequency,
  qualifier: fc.oneof(
    fc.constant('payoutWindow' as const),
    fc.record({ within: frequency }),
    fc.record({ toDate: frequency }),
    fc.record({ rollingMonths: ordinal }),
  ),
  pays: fc.constantFrom('own', 'cumulative'),
  cut: fc.constantFrom('fullThreshold', 'byDays', 'byMonths'),
  targets: fc.oneof(
    fc.constant('same' as const),
    fc.record({ percentOfTable: fc.array(decimal, { minLength: 1, maxLength: 3 }) }),
  ),
});

const free = fc.record({ give: decimal, per: decimal });

/** The rates of one row: one for each payout measure. */
function ratesFor(payouts: readonly string[]): Arbitrary<readonly Rate[]> {
  const rate = fc
    .record({ pays: fc.constantFrom(...PAYS), rate: decimal, free })
    .map(({ pays, rate, free }) => (pays === 'free' ? { pays, rate, free } : { pays, rate }));
  return fc.tuple(...payouts.map((payout) => rate.map((paid): Rate => ({ payout, ...paid }))));
}

function tiersFor(payouts: readonly string[]): Arbitrary<Tiers> {
  const row: Arbitrary<Tier> = fc.record(
    { from: decimal, rates: ratesFor(payouts), measureCap: decimal, words: name },
    { requiredKeys: ['from', 'rates'] },
  );
  return fc.record(
    {
      boundary,
      reachingUnit: fc.constantFrom('oldRate', 'newRate', 'notWhole'),
      stepValuation: fc.constantFrom('average', 'sequence'),
      defaultTier: ordinal,
      rows: fc.array(row, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['boundary', 'rows'] },
  );
}

function supplementsFor(payouts: readonly string[]): Arbitrary<Term['supplements']> {
  const supplement: Arbitrary<Supplement> = fc.record(
    {
      id: name,
      firstDay: day,
      words: name,
      tiers: tiersFor(payouts),
      carryVolume: fc.boolean(),
      touches: fc.constantFrom('linesFrom', 'wholeWindow'),
    },
    { requiredKeys: ['id', 'firstDay', 'tiers', 'carryVolume', 'touches'] },
  );
  return noneOr(fc.array(supplement, { minLength: 1, maxLength: 2 }));
}

function noneOr<T>(value: Arbitrary<T>): Arbitrary<'none' | T> {
  return fc.oneof(fc.constant('none' as const), value);
}

const baseline: Arbitrary<Baseline> = fc.record({
  source: fc.oneof(
    fc.constant('sameWindowPreviousYear' as const),
    fc.record({ averageOfMonths: ordinal }),
    fc.record({ fixed: decimal }),
    fc.record({
      entered: fc.array(fc.record({ partner: name, value: decimal }), { minLength: 1, maxLength: 2 }),
    }),
  ),
  growthAs: fc.constantFrom('percent', 'difference'),
  whenNotPositive: fc.oneof(
    fc.record({ policy: fc.constant('paysNothing') }),
    fc.record({ policy: fc.constant('treatAsTier'), tier: ordinal }),
    fc.record({ policy: fc.constant('useDefault'), value: decimal }),
  ),
  likeForLike: fc.constantFrom('no', 'products'),
});

const gateTest: Arbitrary<GateTest> = fc.oneof(
  fc.record({ measure, boundary, from: decimal }),
  fc.record({ share, boundary, percent: decimal }),
);
const gates: Arbitrary<Gates> = fc.record({
  need: fc.oneof(fc.constant('all' as const), ordinal),
  within: fc.constantFrom('window', 'document'),
  tests: fc.array(gateTest, { minLength: 1, maxLength: 2 }),
});

const limit: Arbitrary<Limit> = fc.oneof(
  fc.record({
    of: fc.constantFrom('qualifier', 'payout'),
    scope: fc.constantFrom('line', 'partner'),
    max: decimal,
  }),
  fc.record({ of: fc.constant('amount'), scope: fc.constant('partner'), max: decimal }),
  fc.record({
    of: fc.constantFrom('payout', 'amount'),
    scope: fc.constantFrom('group', 'programme'),
    max: decimal,
    order: fc.constantFrom(...CONSUMPTION_ORDERS),
  }),
);

const guarantee: Arbitrary<Guarantee> = fc.record({
  amount: decimal,
  cumulative: fc.boolean(),
  paid: fc.constantFrom('atBeginning', 'atEnd'),
  unearned: fc.constantFrom('kept', 'recoveredLater', 'repaidAtEnd'),
});

const since = fc.constantFrom('fromJoining', 'wholeWindow');
const group: Arbitrary<Group> = fc.record({
  by: attribute,
  target: fc.constantFrom('group', 'higher'),
  joiners: fc.record({ qualifier: since, payout: since }),
  leavers: fc.oneof(
    fc.constantFrom('finalTier', 'tierAtLeaving'),
    fc.record({ nothing: fc.constantFrom('lapses', 'isSpread') }),
  ),
  spreadBy: fc.constantFrom('payoutMeasure', 'qualifierMeasure'),
  keptPercent: decimal,
});

const exclusive: Arbitrary<Exclusive> = fc.record({
  set: name,
  choice: fc.constantFrom('bestForPayee', 'bestForPayer', 'rank'),
  rank: ordinal,
  loserQualifier: fc.constantFrom('keeps', 'loses'),
});

const conversion: Arbitrary<Conversion> = fc.record({
  units: noneOr(fc.record({ factorsAsOf: fc.constantFrom(...DATE_KINDS, 'current') })),
  currency: noneOr(
    fc.record({
      rateOn: fc.constantFrom(...DATE_KINDS, 'windowEnd', 'agreementStart'),
      rateType: name,
      path: fc.oneof(fc.constantFrom('direct', 'inverse'), fc.record({ through: currency })),
      fallback: fc.oneof(fc.constant('blocked' as const), fc.record({ previousDays: days })),
    }),
  ),
});

const payouts: Arbitrary<readonly Payout[]> = fc.oneof(
  measure.map((only) => [{ id: 'payout', measure: only }]),
  fc.tuple(measure, measure).map(([high, low]) => [
    { id: 'high', measure: high },
    { id: 'low', measure: low },
  ]),
);

const REQUIRED_OF_TERM = [
  'id',
  'transactions',
  'date',
  'eligibility',
  'qualifier',
  'payouts',
  'windows',
  'formula',
  'tiers',
  'gates',
  'limits',
  'floor',
  'minimum',
  'guarantee',
  'group',
  'exclusive',
  'netting',
  'returns',
  'conversion',
  'supplements',
  'rounding',
  'apportionment',
] as const satisfies readonly (keyof Term)[];

const term: Arbitrary<Term> = payouts.chain((payouts) => {
  const ids = payouts.map(({ id }) => id);
  return fc.record(
    {
      id: name,
      words: name,
      transactions: fc.constantFrom(...SIDES),
      date: dateKind,
      eligibility,
      qualifier,
      payouts: fc.constant(payouts),
      windows,
      formula: fc.constantFrom(...FORMULAS),
      tiers: tiersFor(ids),
      baseline,
      gates: noneOr(gates),
      limits: noneOr(fc.array(limit, { minLength: 1, maxLength: 2 })),
      floor: noneOr(fc.record({ amount: decimal, when: fc.constantFrom('tierReached', 'always') })),
      minimum: noneOr(fc.record({ amount: decimal })),
      guarantee: noneOr(guarantee),
      group: noneOr(group),
      exclusive: noneOr(exclusive),
      netting: noneOr(fc.record({ of: names, lowers: fc.constantFrom('payout', 'payoutAndQualifier') })),
      returns: fc.record({
        linked: fc.constantFrom(
          'originalWindow',
          'returnWindow',
          'currentAtOriginalRate',
          'currentAtCurrentRate',
        ),
        unlinked: fc.constantFrom('returnWindow', 'oldestSale', 'newestSale', 'blocked'),
        negativeWindow: fc.constantFrom('zero', 'lowestTier', 'mirror'),
      }),
      conversion,
      supplements: supplementsFor(ids),
      rounding: fc.record({
        grain: fc.constantFrom(...GRAINS),
        mode,
        unitRate: noneOr(fc.record({ places: fc.integer({ min: 0, max: 8 }), mode })),
      }),
      apportionment: fc.record({
        by: fc.constantFrom(...APPORTIONMENTS),
        residual: fc.constant('largestRemainder'),
      }),
    },
    { requiredKeys: [...REQUIRED_OF_TERM] },
  );
});

const settlement: Arbitrary<Settlement> = fc.record({
  frequency,
  asOf: fc.oneof(fc.constant('windowEnd' as const), fc.record({ daysAfter: days })),
  interimPercent: decimal,
  finalDays: days,
  claim: fc.record({
    rule: fc.constantFrom('automatic', 'partnerClaims', 'weClaim'),
    deadlineDays: fc.oneof(fc.constant('none' as const), days),
    afterDeadline: fc.constantFrom('lapses', 'staysOpen'),
    silence: fc.constantFrom('accepts', 'rejects'),
  }),
  method: fc.constantFrom('creditNote', 'debitNote', 'payment', 'goods', 'deduction'),
  paymentDays: days,
  currency,
  tax: fc.oneof(
    fc.constantFrom('perLineRate', 'none'),
    fc.record({ percent: decimal }),
    fc.record({
      treatment: fc.constantFrom('priceReduction', 'partnerService', 'outsideScope', 'nonAdjacentPayer'),
      rate: fc.oneof(fc.constantFrom('perLineRate', 'none'), fc.record({ percent: decimal })),
      amounts: fc.constantFrom('net', 'taxInclusive'),
      withholding: noneOr(fc.record({ percent: decimal })),
    }),
  ),
  nettingWith: noneOr(names),
  minimumPayout: noneOr(fc.record({ amount: decimal, below: fc.constantFrom('carry', 'lapse') })),
  accrual: fc.oneof(
    fc.constantFrom('reachedTier', 'expectedTier'),
    fc.record({ percent: decimal }),
    fc.record({
      forecast: fc.array(fc.record({ term: name, partner: name, volume: decimal }), {
        minLength: 1,
        maxLength: 2,
      }),
      others: fc.constantFrom('expectedTier', 'reachedTier'),
    }),
    fc.record({
      scenarios: fc.array(fc.record({ percentOfForecast: decimal, probability: decimal }), {
        minLength: 1,
        maxLength: 3,
      }),
      take: fc.constantFrom('expectedValue', 'mostLikely'),
      constraint: noneOr(fc.record({ confidence: decimal })),
    }),
  ),
  recognition: fc.constantFrom('onAcceptance', 'onTerms'),
  clawBack: fc.record({
    scope: fc.constantFrom('full', 'untilFinal', 'waived'),
    by: fc.constantFrom('offset', 'invoice'),
  }),
  afterFinal: fc.oneof(fc.constantFrom('reopens', 'nextWindow'), fc.record({ ignoredAfterDays: days })),
});

const calendar: Arbitrary<Calendar> = fc.oneof(
  fc.constantFrom('gregorian', 'fromStart'),
  fc.record({ fiscal: fc.record({ firstMonth: fc.integer({ min: 1, max: 12 }) }) }),
  fc.record({
    weeks: fc.record({
      pattern: fc.constantFrom(...WEEK_PATTERNS),
      years: fc.array(fc.record({ firstDay: day, weeks: fc.constantFrom(52, 53) }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  }),
);

const AGREEMENT: Arbitrary<Agreement> = fc.record({
  format: fc.constant(FORMAT),
  id: name,
  name: fc.record({ en: name, 'zh-CN': name }),
  programme: fc.constantFrom(...PROGRAMMES),
  direction: fc.constantFrom(...DIRECTIONS),
  company: name,
  tradingCompanies: names,
  bearsTheRest: name,
  participants: conditions,
  beneficiary: fc.oneof(fc.constant('participant' as const), fc.record({ partner: name })),
  validity: fc.tuple(day, days).map(([from, length]) => ({ from, until: from + length })),
  termination: noneOr(
    fc.record({
      lastDay: day,
      openWindows: fc.constantFrom('settleToDate', 'forfeit', 'prorateThresholds'),
    }),
  ),
  currency,
  calendar,
  terms: fc.array(term, { minLength: 1, maxLength: 2 }),
  sharedCaps: noneOr(
    fc.array(
      fc.record({
        id: name,
        terms: names,
        scope: fc.constantFrom('partner', 'programme'),
        max: decimal,
        spread: fc.constantFrom('proRata', 'termOrder'),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  settlement,
});
