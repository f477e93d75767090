import fc from 'fast-check';
import { agreementText, type JsonObject, windowsText } from '../trade.ts';

/** One thing that happens to agreements with two customers and a supplier; what cannot be done is passed over. */
export type HistoryDeed =
  | { readonly do: 'days'; readonly days: number }
  /** A line of so many cents, dated so many days back: of a window that is over, it is late. */
  | {
      readonly do: 'sale';
      readonly partner: number;
      readonly cents: number;
      readonly back: number;
      readonly rate: string;
    }
  | { readonly do: 'return'; readonly of: number; readonly percent: number; readonly isLinked: boolean }
  | { readonly do: 'correct'; readonly of: number; readonly cents: number }
  | { readonly do: 'amend'; readonly which: number; readonly tiers: JsonObject }
  | { readonly do: 'claim'; readonly partner: number; readonly percent: number }
  | { readonly do: 'accrue' | 'settle' | 'pay' | 'confirm' }
  | { readonly do: 'comeBack'; readonly which: number; readonly percent: number }
  | { readonly do: 'cancel'; readonly which: number };

export type History = { readonly agreements: readonly JsonObject[]; readonly deeds: readonly HistoryDeed[] };

/** Two customers, and a supplier. */
export const PARTNERS = ['HOFMANN', 'KELLER', 'LINDE'] as const;
export const SUPPLIER = 'LINDE';
export const FIRST_DAY = '2026-01-01';

/** Small amounts, so that volumes fall onto thresholds, with values that need rounding. */
const tiers: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('0', '50', '100', '250', '1000'), { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom('0.5', '1', '2.5', '3.33', '12.5'), { minLength: 3, maxLength: 3 }),
    fc.constantFrom('atLeast', 'moreThan'),
  )
  .map(([bounds, rates, boundary]) => ({
    boundary,
    rows: bounds
      .toSorted((a, b) => Number(a) - Number(b))
      .map((from, at) => ({ from, percent: rates[at] as string })),
  }));

const SCENARIOS = [
  { percentOfForecast: '80', probability: '30' },
  { percentOfForecast: '120', probability: '70' },
];
const accruals = fc.constantFrom<JsonObject['x'][]>(
  'reachedTier',
  'reachedTier',
  'expectedTier',
  { percent: '2' },
  { scenarios: SCENARIOS, take: 'expectedValue', constraint: 'none' },
  { scenarios: SCENARIOS, take: 'mostLikely', constraint: { confidence: '75' } },
);

const settlements = fc
  .record({
    frequency: fc.constantFrom('month', 'quarter'),
    interimPercent: fc.constantFrom('100', '100', '80', '33.3'),
    finalDays: fc.constantFrom(0, 10, 45),
    minimumPayout: fc.constantFrom<JsonObject['x'][]>(
      ...['none', 'none', { amount: '5.00', below: 'carry' }, { amount: '1.00', below: 'lapse' }],
    ),
    accrual: accruals,
    clawBack: fc.record({
      scope: fc.constantFrom('full', 'untilFinal', 'waived'),
      by: fc.constantFrom('offset', 'invoice'),
    }),
    afterFinal: fc.constantFrom<JsonObject['x'][]>('reopens', 'nextWindow', { ignoredAfterDays: 20 }),
    rule: fc.constantFrom('automatic', 'automatic', 'partnerClaims'),
    amounts: fc.constantFrom('net', 'net', 'taxInclusive'),
  })
  .map(({ rule, amounts, ...terms }) => ({
    ...terms,
    claim: { rule, deadlineDays: 30, afterDeadline: 'lapses', silence: 'rejects' },
    tax: { treatment: 'priceReduction', rate: 'perLineRate', amounts, withholding: 'none' },
    method: 'payment',
    paymentDays: 0,
  }));

const terms = fc.array(
  fc.record({
    formula: fc.constantFrom('wholeVolume', 'marginal'),
    tiers,
    window: fc.constantFrom('month', 'quarter', 'halfYear'),
    linked: fc.constantFrom('originalWindow', 'originalWindow', 'returnWindow'),
  }),
  { minLength: 1, maxLength: 2 },
);

const agreed = fc.record({
  terms,
  lastDay: fc.constantFrom('2026-03-31', '2026-06-30'),
  settlement: settlements,
  isOfSupplier: fc.boolean(),
});

/** Two agreements, of which the second may be a supplier's; they may be set off against each other. */
const agreements: fc.Arbitrary<readonly JsonObject[]> = fc
  .tuple(agreed, agreed, fc.boolean())
  .map(([first, second, isNetted]) =>
    [{ ...first, isOfSupplier: false }, second].map((own, at) =>
      agreementOf(own, at, isNetted ? [codeOf(1 - at)] : 'none'),
    ),
  );

const codeOf = (at: number) => `HISTORY-${at + 1}`;

function agreementOf(
  {
    terms: own,
    lastDay,
    settlement,
    isOfSupplier,
  }: typeof agreed extends fc.Arbitrary<infer Of> ? Of : never,
  at: number,
  nettingWith: 'none' | readonly string[],
): JsonObject {
  const text = agreementText({}, { id: codeOf(at), validity: { firstDay: FIRST_DAY, lastDay } });
  const [plain] = text.terms as readonly JsonObject[];
  const side = isOfSupplier
    ? { direction: 'supplierRebate', participants: [{ attribute: 'partner.code', in: [SUPPLIER] }] }
    : { participants: [{ attribute: 'partner.code', in: PARTNERS.filter((code) => code !== SUPPLIER) }] };
  const { claim } = settlement;
  const method = isOfSupplier
    ? { method: 'debitNote', recognition: 'onTerms', claim: { ...claim, rule: 'automatic' } }
    : {};
  return {
    ...{ ...text, ...side },
    terms: own.map(({ window, linked, ...term }, index) => ({
      ...{ ...plain, ...term, id: `${codeOf(at)} ${index + 1}` },
      ...{ transactions: isOfSupplier ? 'purchase' : 'sale', windows: windowsText(window) },
      returns: { linked, unlinked: 'returnWindow', negativeWindow: 'zero' },
    })),
    settlement: { ...(text.settlement as object), ...settlement, ...method, nettingWith },
  } as JsonObject;
}

const partner = fc.nat(2);
const customer = fc.nat(1);
const percent = fc.constantFrom(100, 100, 50, 33);
const cents = fc.oneof(fc.constantFrom(5_000, 10_000, 25_000, 100_000), fc.integer({ min: 1, max: 60_000 }));

const deeds: fc.Arbitrary<HistoryDeed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.constantFrom(1, 3, 10, 20, 31) }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      ...{ do: fc.constant('sale' as const), partner, cents },
      back: fc.constantFrom(0, 0, 2, 20, 45),
      rate: fc.constantFrom('20', '20', '10'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('return' as const),
      of: fc.nat(20),
      percent,
      isLinked: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), of: fc.nat(20), cents }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('amend' as const), which: fc.nat(3), tiers }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('claim' as const), partner: customer, percent }) },
  { weight: 4, arbitrary: fc.constant<HistoryDeed>({ do: 'accrue' }) },
  { weight: 4, arbitrary: fc.constant<HistoryDeed>({ do: 'settle' }) },
  { weight: 2, arbitrary: fc.constant<HistoryDeed>({ do: 'pay' }) },
  { weight: 2, arbitrary: fc.constant<HistoryDeed>({ do: 'confirm' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('comeBack' as const), which: fc.nat(9), percent }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat(9) }) },
);

/** Agreements, and what happens in their time and after it. */
export const histories: fc.Arbitrary<History> = fc.record({
  agreements,
  deeds: fc.array(deeds, { minLength: 15, maxLength: 45, size: 'max' }),
});
