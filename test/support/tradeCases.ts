import fc from 'fast-check';
import type { CaseTexts, LineText, MasterText } from './caseTexts.ts';
import { agreementText, type JsonObject, windowsText } from './trade.ts';

/**
 * Random agreements, lines and master data for the laws. The world is small, so that volumes fall
 * onto thresholds, lines onto the edges of windows, and returns onto what they take back.
 */
export type TradeCase = CaseTexts & {
  readonly agreement: JsonObject & {
    readonly validity: { readonly firstDay: string; readonly lastDay: string };
  };
};

export const SEED = 20_261_124;
/** Full counts where the deep run asks for them. */
export const IS_DEEP = process.env.OPENREBATE_DEEP === '1';

const PARTNERS = ['P1', 'P2', 'P10'];
const PRODUCTS = ['A', 'B', 'C'];
const COUNTRIES = ['DE', 'FR'];
const CATEGORIES = ['tea', 'coffee'];

/** A day that many days after another one. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Absent one time in so many. */
function maybe<T>(arbitrary: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: oneIn - 1, arbitrary });
}

/** Plain decimal text of at most so many places, with zeros at its end now and then. */
function decimal(min: number, max: number, places: number): fc.Arbitrary<string> {
  const text = ([digits, scale]: [number, number]) => {
    const size = String(Math.abs(digits)).padStart(scale + 1, '0');
    const [whole, rest] = [size.slice(0, size.length - scale), size.slice(size.length - scale)];
    return `${digits < 0 ? '-' : ''}${whole}${scale > 0 ? `.${rest}` : ''}`;
  };
  const atScale = fc.integer({ min: 0, max: places }).chain((scale) => {
    return fc
      .tuple(fc.integer({ min: min * 10 ** scale, max: max * 10 ** scale }), fc.constant(scale))
      .map(text);
  });
  return fc.oneof(fc.integer({ min, max }).map(String), atScale);
}

const measures: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({
    of: fc.constant('quantity'),
    basis: fc.constantFrom('invoiced', 'stocked'),
    unit: fc.constant('EA'),
  }),
  fc.record({ of: fc.constant('value'), basis: fc.constantFrom('net', 'net', 'gross', 'stockedAtPrice') }),
);

const thresholds = (isWhole: boolean, max: number) =>
  fc.uniqueArray(isWhole ? fc.integer({ min: 0, max }).map(String) : decimal(0, max, 2), {
    minLength: 1,
    maxLength: 4,
    selector: Number,
  });

type Pay = 'percent' | 'perUnit' | 'amount';

function tierRows(pays: Pay, isWhole: boolean, max: number): fc.Arbitrary<JsonObject[]> {
  return thresholds(isWhole, max).chain((bounds) => {
    const sorted = bounds.toSorted((a, b) => Number(a) - Number(b));
    const rates = fc.array(fc.oneof(fc.constantFrom('0.5', '2.5', '12.5', '50', '0'), decimal(0, 20, 3)), {
      minLength: sorted.length,
      maxLength: sorted.length,
    });
    return rates.map((values) => sorted.map((from, index) => ({ from, [pays]: values[index] as string })));
  });
}

const policies: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constant({ policy: 'paysNothing' }),
  fc.constant({ policy: 'treatAsTier', tier: 1 }),
);

function conditions(families: readonly (readonly [string, readonly string[]])[]): fc.Arbitrary<JsonObject[]> {
  const one = fc
    .constantFrom(...families)
    .chain(([attribute, values]) =>
      fc.subarray([...values], { minLength: 1 }).map((chosen) => ({ attribute, in: chosen })),
    );
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<JsonObject[]>([]) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }) },
  );
}

const PARTNER_FAMILIES = [
  ['partner.code', PARTNERS],
  ['partner.country', COUNTRIES],
  ['partner.name', ['one', 'two']],
] as const;
const LINE_FAMILIES = [
  ...PARTNER_FAMILIES,
  ['product.code', PRODUCTS],
  ['product.category', CATEGORIES],
  ['line.promotion', ['clearance', 'spring']],
  ['line.source', ['erp']],
] as const;

/** Formula, measures, tiers and baseline that fit each other. */
const formulas: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.constantFrom('wholeVolume', 'marginal', 'growthWhole', 'lumpSum'), measures, measures)
  .chain(([formula, qualifier, other]) => {
    const payout = formula === 'marginal' ? qualifier : other;
    const pays: Pay = formula === 'lumpSum' ? 'amount' : payout.of === 'value' ? 'percent' : 'perUnit';
    const isByUnit = formula === 'marginal' && qualifier.of === 'quantity';
    return fc
      .tuple(
        fc.constantFrom('atLeast', 'moreThan'),
        fc.constantFrom('oldRate', 'newRate'),
        fc.boolean(),
        policies,
      )
      .chain(([boundary, unit, isSmall, whenNotPositive]) => {
        const isNew = isByUnit && unit === 'newRate';
        // A lump sum that starts at zero is refused, since whoever has a line would get it.
        const named = isNew ? 'atLeast' : formula === 'lumpSum' ? 'moreThan' : boundary;
        const max = formula === 'growthWhole' ? 200 : isSmall ? 10 : 100;
        return tierRows(pays, isNew, max).map((rows) => ({
          formula,
          qualifier,
          payout,
          tiers: { boundary: named, rows, ...(isByUnit && { reachingUnit: unit }) },
          ...(formula === 'growthWhole' && {
            baseline: {
              source: 'sameWindowPreviousYear',
              growthAs: 'percent',
              whenNotPositive,
              likeForLike: 'no',
            },
          }),
        }));
      });
  });

const terms: fc.Arbitrary<JsonObject> = fc
  .record({
    formula: formulas,
    date: fc.constantFrom('invoice', 'invoice', 'order'),
    window: fc.constantFrom('month', 'quarter', 'halfYear', 'year', 'term'),
    eligibility: fc.record({
      include: conditions(LINE_FAMILIES),
      exclude: conditions(LINE_FAMILIES),
      attributesAsOf: fc.constantFrom('transaction', 'current'),
      payment: fc.constant('any'),
      submission: fc.constant('any'),
    }),
    returns: fc.record({
      linked: fc.constantFrom('originalWindow', 'originalWindow', 'returnWindow'),
      unlinked: fc.constantFrom('returnWindow', 'returnWindow', 'blocked'),
      negativeWindow: fc.constant('zero'),
    }),
    mode: fc.constantFrom(
      'halfAwayFromZero',
      'halfEven',
      'halfUp',
      'halfDown',
      'towardsZero',
      'awayFromZero',
      'floor',
      'ceiling',
    ),
  })
  .map(({ formula, window, mode, ...term }) => ({
    ...formula,
    ...term,
    windows: windowsText(window),
    rounding: { grain: 'partnerWindow', mode, unitRate: 'none' },
  }));

const validities = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('2024-02-29', '2024-01-01', '2024-02-01', '2023-03-01', '2025-02-28', '2024-12-31'),
      fc.integer({ min: 0, max: 800 }).map((days) => dayAfter('2023-06-15', days)),
    ),
    fc.oneof(
      fc.constantFrom(0, 27, 28, 58, 59, 89, 364, 365),
      fc.integer({ min: 30, max: 500 }),
      fc.integer({ min: 30, max: 500 }),
    ),
  )
  .map(([firstDay, days]) => ({ firstDay, lastDay: dayAfter(firstDay, days) }));

type Days = { readonly firstDay: string; readonly lastDay: string };

function daysAround({ firstDay, lastDay }: Days): fc.Arbitrary<string> {
  const length = Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000);
  const edges = [-366, -365, -1, 0, length, length + 1, length - 365, length - 366];
  return fc
    .oneof(
      fc.integer({ min: 0, max: length }),
      fc.integer({ min: 0, max: length }),
      fc.constantFrom(...edges),
      fc.integer({ min: -400, max: length + 40 }),
    )
    .map((days) => dayAfter(firstDay, days));
}

function lineFields(validity: Days, currency: string): fc.Arbitrary<Record<string, string | undefined>> {
  const document = fc.integer({ min: 1, max: 40 }).map((number) => `D${number}`);
  return fc.record({
    document,
    partner: fc.constantFrom('P1', 'P1', 'P1', 'P2', 'P10', 'P3'),
    product: fc.constantFrom(...PRODUCTS, 'Z'),
    side: fc.constantFrom(...Array<string>(20).fill('sale'), 'purchase', 'sellThrough'),
    company: fc.constantFrom(...Array<string>(20).fill('EU'), 'US'),
    invoiceDate: maybe(daysAround(validity), 20),
    orderDate: maybe(daysAround(validity), 10),
    quantity: maybe(decimal(-3, 12, 1), 40),
    stockedQuantity: maybe(decimal(0, 12, 1), 40),
    unitPrice: maybe(decimal(0, 9, 2), 40),
    netValue: maybe(decimal(-20, 60, 2), 40),
    grossValue: maybe(decimal(-20, 60, 2), 40),
    unit: fc.constantFrom(...Array<string>(40).fill('EA'), 'CS'),
    currency: fc.constantFrom(...Array<string>(40).fill(currency), 'USD'),
    lineKind: fc.constantFrom(...Array<string | undefined>(20).fill(undefined), 'fee', 'rebateDocument'),
    'attribute.promotion': maybe(fc.constantFrom('clearance', 'spring'), 2),
    returnOf: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: document }),
  });
}

function rowOf(fields: Record<string, string | undefined>, index: number, firstDay: string): LineText {
  const { returnOf, ...texts } = fields;
  const reference = returnOf === undefined ? {} : { returnOfDocument: returnOf, returnOfLine: '1' };
  const row = {
    source: 'erp',
    line: '1',
    ...texts,
    ...reference,
    knownOn: dayAfter(firstDay, 30 + 10 * index),
  };
  return Object.fromEntries(Object.entries(row).filter(([, text]) => text !== undefined)) as LineText;
}

const attributes = fc.record({ country: maybe(fc.constantFrom(...COUNTRIES), 8) });
const masters: fc.Arbitrary<MasterText[]> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...PARTNERS), fc.constantFrom('one', 'two'), attributes, fc.nat(40)), {
      maxLength: 8,
    }),
    fc.array(fc.tuple(fc.constantFrom(...PRODUCTS), fc.constantFrom(...CATEGORIES), fc.nat(40)), {
      maxLength: 6,
    }),
  )
  .map(([partners, products]) => {
    const rows = [
      ...partners.map(([code, name, { country }, month]): MasterText => {
        const own = {
          kind: 'partner',
          code,
          name,
          attributes: country === undefined ? {} : { country },
        } as const;
        return month === 0 ? own : { ...own, validFrom: dayAfter('2022-11-01', 30 * month) };
      }),
      ...products.map(([code, category, month]): MasterText => {
        const own = { kind: 'product', code, name: code, attributes: { category } } as const;
        return month === 0 ? own : { ...own, validFrom: dayAfter('2022-11-01', 30 * month) };
      }),
    ];
    const keys = rows.map(({ kind, code, validFrom }) => `${kind} ${code} ${validFrom}`);
    return rows.filter((_, index) => keys.indexOf(keys[index] as string) === index);
  });

/** Everything that an earned amount depends on. */
export const tradeCases: fc.Arbitrary<TradeCase> = fc
  .tuple(validities, fc.constantFrom('EUR', 'EUR', 'EUR', 'JPY', 'KWD'))
  .chain(([validity, currency]) =>
    fc
      .record({
        first: terms,
        second: maybe(terms, 3),
        participants: conditions(PARTNER_FAMILIES),
        fields: fc.array(lineFields(validity, currency), { minLength: 12, maxLength: 45, size: 'max' }),
        master: masters,
        effective: fc.oneof(fc.constant(dayAfter(validity.lastDay, 400)), daysAround(validity)),
        knownAfter: fc.oneof(fc.constant(1000), fc.integer({ min: 20, max: 250 })),
      })
      .map(({ first, second, participants, fields, master, effective, knownAfter }) => {
        const texts = [first, ...(second === undefined ? [] : [{ ...second, id: 'other' }])].map(termText);
        const agreement = agreementText({}, { validity, currency, participants, terms: texts });
        return {
          agreement: agreement as TradeCase['agreement'],
          lines: fields.map((one, index) => rowOf(one, index, validity.firstDay)),
          master,
          effective,
          known: dayAfter(validity.firstDay, knownAfter),
        };
      }),
  );

function termText(term: JsonObject): JsonObject {
  const [text] = agreementText(term).terms as unknown as JsonObject[];
  return text as JsonObject;
}
