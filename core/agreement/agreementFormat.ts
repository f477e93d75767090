import { WEEK_PATTERNS } from '../calendar/calendar.ts';
import { FREQUENCIES } from '../calendar/window.ts';
import { DATE_KINDS } from '../fact/line.ts';
import { ROUNDING_MODES } from '../number/round.ts';
import {
  APPORTIONMENTS,
  ATTRIBUTE_DAYS,
  type Baseline,
  BUCKETS,
  CONSUMPTION_ORDERS,
  type Condition,
  DIRECTIONS,
  FORMAT,
  FORMULAS,
  GRAINS,
  type Limit,
  type Measure,
  PROGRAMMES,
  type Price,
  type Qualifier,
  type QualifierWindow,
  VALUE_BASES,
} from './agreement.ts';
import {
  byField,
  type Decoder,
  date,
  decimal,
  key,
  list,
  nameIn,
  object,
  oneOf,
  optional,
  ordinal,
  prose,
  threshold,
  variants,
  wholeNumber,
  wordOr,
} from './decoder.ts';

function conditionOn(...families: readonly string[]): Decoder<Condition> {
  const attribute = nameIn(...families);
  return byField<Condition>({
    in: object({ attribute, in: list(key, 1) }),
    notIn: object({ attribute, notIn: list(key, 1) }),
    under: object({ attribute, under: list(key, 1) }),
  });
}

const condition = conditionOn('partner', 'product', 'line');
/** Who takes part is a property of the partner, never of one line. */
const participant = conditionOn('partner');

const quantityBasis = oneOf('invoiced', 'ordered', 'received', 'stocked');
const dateKind = oneOf(...DATE_KINDS);
const boundary = oneOf('atLeast', 'moreThan');
const where = optional(list(condition, 1));

const price = variants<Price>('source', {
  list: object({ source: oneOf('list'), times: threshold }),
  unit: object({ source: oneOf('unit'), times: threshold }),
  net: object({ source: oneOf('net'), times: threshold }),
  cost: object({ source: oneOf('cost'), times: threshold }),
  product: object({ source: oneOf('product'), name: key, times: threshold }),
  agreed: object({
    source: oneOf('agreed'),
    prices: list(object({ product: key, price: threshold }), 1),
    times: threshold,
  }),
});

const MEASURES: Record<Measure['of'], Decoder<Measure>> = {
  quantity: object({ of: oneOf('quantity'), basis: quantityBasis, unit: key, where }),
  value: object({ of: oneOf('value'), basis: oneOf(...VALUE_BASES), where }),
  atPrice: object({ of: oneOf('atPrice'), basis: quantityBasis, unit: key, price, where }),
  priceDifference: object({
    of: oneOf('priceDifference'),
    basis: quantityBasis,
    unit: key,
    higher: price,
    lower: price,
    whenNegative: oneOf('zero', 'negative'),
    where,
  }),
  count: object({ of: oneOf('count'), what: oneOf(...BUCKETS), where }),
  pallets: object({
    of: oneOf('pallets'),
    basis: quantityBasis,
    unit: key,
    level: oneOf('line', 'delivery', 'order', 'day'),
    mixed: oneOf(true, false),
    returns: oneOf('reduce', 'doNotBreak'),
    counts: wordOr(['pallets'], object({ units: key })),
    where,
  }),
  bundles: object({
    of: oneOf('bundles'),
    basis: quantityBasis,
    unit: key,
    components: list(object({ quantity: threshold, where: list(condition, 1) }), 1),
    where,
  }),
};

const measure = variants<Measure>('of', MEASURES);
const qualifier = variants<Qualifier>('of', {
  ...MEASURES,
  share: object({ of: oneOf('share'), part: measure, whole: measure }),
});

/** What is paid on: one measure, or several named parts with rates of their own. */
export type FilePayout =
  | Measure
  | { readonly of: 'parts'; readonly parts: readonly { id: string; measure: Measure }[] };
const payout = variants<FilePayout>('of', {
  ...MEASURES,
  parts: object({ of: oneOf('parts'), parts: list(object({ id: key, measure }), 1) }),
});

/** A row names its lower bound and exactly one of `percent`, `perUnit`, `amount`, `free`, `parts`. */
const tierRow = object({
  from: threshold,
  percent: optional(decimal),
  perUnit: optional(decimal),
  amount: optional(decimal),
  free: optional(object({ give: threshold, per: threshold, unitValue: threshold })),
  parts: optional(
    list(
      object({
        part: key,
        percent: optional(decimal),
        perUnit: optional(decimal),
        amount: optional(decimal),
      }),
      1,
    ),
  ),
  measureCap: optional(threshold),
  words: optional(prose),
});

const tiers = object({
  boundary,
  reachingUnit: optional(oneOf('oldRate', 'newRate', 'notWhole')),
  stepValuation: optional(oneOf('average', 'sequence')),
  defaultTier: optional(ordinal),
  rows: list(tierRow, 1),
});

const baseline = object({
  source: wordOr(
    ['sameWindowPreviousYear'],
    byField<Exclude<Baseline['source'], string>>({
      averageOfMonths: object({ averageOfMonths: ordinal }),
      fixed: object({ fixed: decimal }),
      entered: object({ entered: list(object({ partner: key, value: decimal }), 1) }),
    }),
  ),
  growthAs: oneOf('percent', 'difference'),
  whenNotPositive: variants<Baseline['whenNotPositive']>('policy', {
    paysNothing: object({ policy: oneOf('paysNothing') }),
    treatAsTier: object({ policy: oneOf('treatAsTier'), tier: ordinal }),
    useDefault: object({ policy: oneOf('useDefault'), value: threshold }),
  }),
  likeForLike: oneOf('no', 'products'),
});

const windows = object({
  payout: oneOf(...FREQUENCIES),
  qualifier: wordOr(
    ['payoutWindow'],
    byField<Exclude<QualifierWindow, string>>({
      within: object({ within: oneOf(...FREQUENCIES) }),
      toDate: object({ toDate: oneOf(...FREQUENCIES) }),
      rollingMonths: object({ rollingMonths: ordinal }),
    }),
  ),
  pays: oneOf('own', 'cumulative'),
  cut: oneOf('fullThreshold', 'byDays', 'byMonths'),
  targets: wordOr(['same'], object({ percentOfTable: list(threshold, 1) })),
});

const share = object({ part: measure, whole: measure });
const gates = object({
  need: wordOr(['all'], ordinal),
  within: oneOf('window', 'document'),
  tests: list(
    byField<
      | { measure: Measure; boundary: 'atLeast' | 'moreThan'; from: FileDecimal }
      | { share: { part: Measure; whole: Measure }; boundary: 'atLeast' | 'moreThan'; percent: FileDecimal }
    >({
      measure: object({ measure, boundary, from: threshold }),
      share: object({ share, boundary, percent: threshold }),
    }),
    1,
  ),
});
type FileDecimal = NonNullable<ReturnType<typeof threshold.decode>>;

/** A limit that partners share names who uses it up first. */
const limit: Decoder<Limit> = variants<Limit>('of', {
  qualifier: object({ of: oneOf('qualifier'), scope: oneOf('line', 'partner'), max: threshold }),
  payout: variants<Limit>('scope', {
    line: object({ of: oneOf('payout'), scope: oneOf('line'), max: threshold }),
    partner: object({ of: oneOf('payout'), scope: oneOf('partner'), max: threshold }),
    group: sharedLimit('payout', 'group'),
    programme: sharedLimit('payout', 'programme'),
  }),
  amount: variants<Limit>('scope', {
    partner: object({ of: oneOf('amount'), scope: oneOf('partner'), max: threshold }),
    group: sharedLimit('amount', 'group'),
    programme: sharedLimit('amount', 'programme'),
  }),
});

function sharedLimit<const O extends 'payout' | 'amount', const S extends 'group' | 'programme'>(
  of: O,
  scope: S,
) {
  return object({ of: oneOf(of), scope: oneOf(scope), max: threshold, order: oneOf(...CONSUMPTION_ORDERS) });
}

const guarantee = object({
  amount: threshold,
  cumulative: oneOf(true, false),
  paid: oneOf('atBeginning', 'atEnd'),
  unearned: oneOf('kept', 'recoveredLater', 'repaidAtEnd'),
});

const group = object({
  by: nameIn('partner'),
  target: oneOf('group', 'higher'),
  joiners: object({
    qualifier: oneOf('fromJoining', 'wholeWindow'),
    payout: oneOf('fromJoining', 'wholeWindow'),
  }),
  leavers: wordOr(['finalTier', 'tierAtLeaving'], object({ nothing: oneOf('lapses', 'isSpread') })),
  spreadBy: oneOf('payoutMeasure', 'qualifierMeasure'),
  keptPercent: threshold,
});

const term = object({
  id: key,
  words: optional(prose),
  transactions: oneOf('sale', 'purchase'),
  date: dateKind,
  eligibility: object({
    include: list(condition, 0),
    exclude: list(condition, 0),
    attributesAsOf: oneOf(...ATTRIBUTE_DAYS),
    payment: wordOr(['any', 'paid'], object({ withinDays: wholeNumber, from: dateKind })),
    submission: wordOr(['any'], object({ graceDays: wholeNumber })),
  }),
  qualifier,
  payout,
  windows,
  formula: oneOf(...FORMULAS),
  tiers,
  baseline: optional(baseline),
  gates: wordOr(['none'], gates),
  limits: wordOr(['none'], list(limit, 1)),
  floor: wordOr(['none'], object({ amount: threshold, when: oneOf('tierReached', 'always') })),
  minimum: wordOr(['none'], object({ amount: threshold })),
  guarantee: wordOr(['none'], guarantee),
  group: wordOr(['none'], group),
  exclusive: wordOr(
    ['none'],
    object({
      set: key,
      choice: oneOf('bestForPayee', 'bestForPayer', 'rank'),
      rank: ordinal,
      loserQualifier: oneOf('keeps', 'loses'),
    }),
  ),
  netting: wordOr(['none'], object({ of: list(key, 1), lowers: oneOf('payout', 'payoutAndQualifier') })),
  returns: object({
    linked: oneOf('originalWindow', 'returnWindow', 'currentAtOriginalRate', 'currentAtCurrentRate'),
    unlinked: oneOf('returnWindow', 'oldestSale', 'newestSale', 'blocked'),
    negativeWindow: oneOf('zero', 'lowestTier', 'mirror'),
  }),
  conversion: object({
    units: wordOr(['none'], object({ factorsAsOf: oneOf(...DATE_KINDS, 'current') })),
    currency: wordOr(
      ['none'],
      object({
        rateOn: oneOf(...DATE_KINDS, 'windowEnd', 'agreementStart'),
        rateType: key,
        path: wordOr(['direct', 'inverse'], object({ through: key })),
        fallback: wordOr(['blocked'], object({ previousDays: ordinal })),
      }),
    ),
  }),
  supplements: wordOr(
    ['none'],
    list(
      object({
        id: key,
        firstDay: date,
        words: optional(prose),
        tiers,
        carryVolume: oneOf(true, false),
        touches: oneOf('linesFrom', 'wholeWindow'),
      }),
      1,
    ),
  ),
  rounding: object({
    grain: oneOf(...GRAINS),
    mode: oneOf(...ROUNDING_MODES),
    unitRate: wordOr(['none'], object({ places: wholeNumber, mode: oneOf(...ROUNDING_MODES) })),
  }),
  apportionment: object({ by: oneOf(...APPORTIONMENTS), residual: oneOf('largestRemainder') }),
});

const calendar = wordOr(
  ['gregorian', 'fromStart'],
  byField<
    | { fiscal: { firstMonth: number } }
    | {
        weeks: {
          pattern: (typeof WEEK_PATTERNS)[number];
          years: readonly { firstDay: number; weeks: 52 | 53 }[];
        };
      }
  >({
    fiscal: object({ fiscal: object({ firstMonth: ordinal }) }),
    weeks: object({
      weeks: object({
        pattern: oneOf(...WEEK_PATTERNS),
        years: list(object({ firstDay: date, weeks: weekCount() }), 1),
      }),
    }),
  }),
);

function weekCount(): Decoder<52 | 53> {
  return {
    schema: { enum: [52, 53] },
    decode: (value, at, refusals) => {
      if (value === 52 || value === 53) return value;
      return oneOf('52', '53').decode(value, at, refusals) as undefined;
    },
  };
}

const settlement = object({
  frequency: oneOf(...FREQUENCIES),
  asOf: wordOr(['windowEnd'], object({ daysAfter: wholeNumber })),
  interimPercent: threshold,
  finalDays: wholeNumber,
  claim: object({
    rule: oneOf('automatic', 'partnerClaims', 'weClaim'),
    deadlineDays: wordOr(['none'], wholeNumber),
    afterDeadline: oneOf('lapses', 'staysOpen'),
    silence: oneOf('accepts', 'rejects'),
  }),
  method: oneOf('creditNote', 'debitNote', 'payment', 'goods', 'deduction'),
  paymentDays: wholeNumber,
  currency: key,
  tax: wordOr(['perLineRate', 'none'], object({ percent: threshold })),
  nettingWith: wordOr(['none'], list(key, 1)),
  minimumPayout: wordOr(['none'], object({ amount: threshold, below: oneOf('carry', 'lapse') })),
  accrual: wordOr(['reachedTier', 'expectedTier'], object({ percent: threshold })),
  clawBack: object({ scope: oneOf('full', 'untilFinal', 'waived'), by: oneOf('offset', 'invoice') }),
  afterFinal: wordOr(['reopens', 'nextWindow'], object({ ignoredAfterDays: wholeNumber })),
});

/** The whole of `openrebate/v1`, as it stands in a file. */
export const agreementFormat = object({
  format: oneOf(FORMAT),
  id: key,
  name: object({ en: prose, 'zh-CN': prose }),
  programme: oneOf(...PROGRAMMES),
  direction: oneOf(...DIRECTIONS),
  company: key,
  participants: list(participant, 0),
  beneficiary: wordOr(['participant'], object({ partner: key })),
  validity: object({ firstDay: date, lastDay: date }),
  termination: wordOr(
    ['none'],
    object({ lastDay: date, openWindows: oneOf('settleToDate', 'forfeit', 'prorateThresholds') }),
  ),
  currency: key,
  calendar,
  terms: list(term, 1),
  sharedCaps: wordOr(
    ['none'],
    list(
      object({
        id: key,
        terms: list(key, 1),
        scope: oneOf('partner', 'programme'),
        max: threshold,
        spread: oneOf('proRata', 'termOrder'),
      }),
      1,
    ),
  ),
  settlement,
});
