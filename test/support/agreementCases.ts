import fc from 'fast-check';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { CaseTexts, LineText, MasterText } from './caseTexts.ts';
import { agreementText, type JsonObject, windowsText } from './trade.ts';
import { dayAfter } from './tradeCases.ts';

/**
 * Random agreements of one mechanism, in the text of a file, with lines and master data that make it
 * work. The world is small, so that volumes fall onto thresholds, lines onto the edges of windows,
 * returns onto their sales, and partners into each other's limits.
 */
export type Shape = {
  readonly terms: fc.Arbitrary<JsonObject[]>;
  readonly agreement?: fc.Arbitrary<JsonObject>;
  /** What the lines of this mechanism have that others lack. */
  readonly lines?: Partial<LineChoice>;
  readonly effective?: fc.Arbitrary<number>;
  /** Draw again where the decoder refuses what was drawn; elsewhere a refusal is a fault. */
  readonly mayBeRefused?: true;
};

type LineChoice = { readonly returns: number; readonly foreign: number; readonly packed: number };

const PARTNERS = ['P1', 'P2', 'P3'];
const PRODUCTS = ['A', 'B', 'C'];
const FIRST = '2025-11-01';

export const text = (min: number, max: number, places = 0): fc.Arbitrary<string> =>
  fc.integer({ min: min * 10 ** places, max: max * 10 ** places }).map((digits) => {
    if (places === 0) return String(digits);
    const size = String(Math.abs(digits)).padStart(places + 1, '0');
    return `${digits < 0 ? '-' : ''}${size.slice(0, -places)}.${size.slice(-places)}`;
  });
export const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** `rare` one time in so many. */
const seldom = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: usual }, { weight: 1, arbitrary: rare });

const VALIDITIES = [
  { firstDay: '2026-01-01', lastDay: '2026-06-30' },
  { firstDay: '2026-01-31', lastDay: '2026-08-14' },
  { firstDay: '2026-02-10', lastDay: '2027-01-09' },
  { firstDay: '2026-03-01', lastDay: '2026-05-31' },
] as const;
type Validity = (typeof VALIDITIES)[number];

function daysBetween(a: string, b: string): number {
  return (Date.parse(b) - Date.parse(a)) / 86_400_000;
}

function days(validity: Validity, isEarlierToo: boolean): fc.Arbitrary<string> {
  const length = daysBetween(validity.firstDay, validity.lastDay);
  const near = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: length }) },
    { weight: 1, arbitrary: one(0, length, length + 1, -1, 27, 28, 30, 31) },
  );
  const any = isEarlierToo
    ? fc.oneof(
        near,
        near.map((day) => day - 365),
      )
    : near;
  return any.map((day) => dayAfter(validity.firstDay, day));
}

function lineArbitrary(validity: Validity, choice: LineChoice): fc.Arbitrary<LineText> {
  const isFrom = (part: number) => fc.integer({ min: 1, max: 100 }).map((number) => number <= part);
  return fc
    .record({
      document: fc.integer({ min: 1, max: 18 }).map((number) => `D${number}`),
      line: one('1', '1', '2'),
      partner: one('P1', 'P1', 'P2', 'P3'),
      product: one(...PRODUCTS),
      company: one(...Array<string>(20).fill('EU'), 'US'),
      invoiceDate: days(validity, true),
      orderDate: seldom(days(validity, false), one(''), 12),
      deliveryDate: days(validity, false),
      paymentDate: seldom(days(validity, false), one(''), 4),
      submissionDate: seldom(days(validity, false), one(''), 10),
      quantity: seldom(text(0, 14), text(0, 9, 1), 4),
      stockedQuantity: text(0, 12),
      unitPrice: text(0, 9, 2),
      listPrice: text(1, 9, 2),
      contractPrice: text(0, 9, 2),
      unitCost: text(0, 5, 2),
      netValue: text(0, 90, 2),
      grossValue: text(0, 99, 2),
      isPacked: isFrom(choice.packed),
      isForeign: isFrom(choice.foreign),
      isReturn: isFrom(choice.returns),
      returnOf: seldom(fc.integer({ min: 1, max: 18 }).map(String), one(''), 4),
      side: seldom(one('sale'), one('sellThrough', 'purchase'), 25),
      lineKind: seldom(one('', 'goods'), one('freight', 'freeGoods', 'rebateDocument'), 20),
      deliveryNumber: seldom(one(''), one('L1', 'L2'), 8),
      'attribute.delivery': seldom(one('L1', 'L2', 'L3', 'L4', 'L5'), one(''), 5),
      'attribute.order': seldom(one('O1', 'O2', 'O3'), one(''), 5),
      'attribute.promotion': one('', 'spring', 'clearance'),
      'discount.promotion.SPRING': one('', '', '', '5%', '12.5%'),
      'discount.coupon.C1': one('', '', '', '1.50', '=2.25'),
    })
    .map(({ isPacked, isForeign, isReturn, returnOf, ...fields }) => {
      const texts: Record<string, string> = {
        ...fields,
        source: 'erp',
        unit: isPacked ? 'CS' : 'EA',
        currency: isForeign ? 'USD' : 'EUR',
      };
      if (isReturn) {
        for (const field of ['quantity', 'stockedQuantity', 'netValue', 'grossValue']) {
          texts[field] = `-${texts[field]}`;
        }
        if (returnOf !== '') Object.assign(texts, { returnOfDocument: `D${returnOf}`, returnOfLine: '1' });
      }
      return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
    });
}

const CATEGORIES: readonly MasterText[] = [
  { kind: 'category', code: 'drinks', name: 'drinks', attributes: {} },
  { kind: 'category', code: 'tea', name: 'tea', attributes: { parent: 'drinks' } },
  { kind: 'category', code: 'coffee', name: 'coffee', attributes: { parent: 'drinks' } },
];

const dated = (record: Omit<MasterText, 'validFrom'>, after: number): MasterText =>
  after === 0 ? record : { ...record, validFrom: dayAfter(FIRST, after) };

const partners: fc.Arbitrary<MasterText[]> = fc
  .array(
    fc.record({
      code: one(...PARTNERS),
      after: fc.oneof(one(0), fc.integer({ min: 1, max: 300 })),
      buyingGroup: one('G1', 'G1', 'G2', ''),
      country: one('DE', 'FR'),
      parent: one('', 'P1'),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((versions) =>
    versions.map(({ code, after, ...attributes }) =>
      dated({ kind: 'partner', code, name: code, attributes: present(attributes) }, after),
    ),
  );

/** One case is so many pieces; a pallet is so many cases. */
const products: fc.Arbitrary<MasterText[]> = fc
  .array(
    fc.record({
      code: one(...PRODUCTS),
      after: fc.oneof(one(0), fc.integer({ min: 1, max: 300 })),
      category: one('tea', 'coffee', 'drinks'),
      'unit.CS': one('12 EA', '6 EA', '2.5 EA'),
      'unit.PF': one('2 CS', '1 CS', '18 EA', ''),
      'unit.EA': one('', '', '0.35 KGM'),
      'price.standard': one('2.50 EUR', '3.00 EUR', '2.00 USD'),
    }),
    { minLength: 3, maxLength: 8 },
  )
  .map((versions) =>
    versions.map(({ code, after, ...attributes }) =>
      dated({ kind: 'product', code, name: code, attributes: present(attributes) }, after),
    ),
  );

/** Rates of some days, from dollars to euros or the other way round, and through pounds. */
const rates: fc.Arbitrary<MasterText[]> = fc
  .array(
    fc.record({
      code: one('USD/EUR', 'USD/EUR', 'EUR/USD', 'USD/GBP', 'EUR/GBP'),
      closing: text(0, 2, 2),
      after: fc.integer({ min: 1, max: 300 }),
    }),
    {
      minLength: 10,
      maxLength: 60,
    },
  )
  .map((days) =>
    days
      .filter(({ closing }) => closing !== '0.00')
      .map(({ code, closing, after }) =>
        dated({ kind: 'rate', code, name: code, attributes: { closing } }, after),
      ),
  );

/** Prices that stand in a list of their own. */
const prices: fc.Arbitrary<MasterText[]> = fc
  .array(
    fc.record({
      code: one('listed/A', 'listed/B', 'listed/C'),
      price: text(0, 9, 2),
      after: fc.integer({ min: 0, max: 300 }),
    }),
    {
      maxLength: 6,
    },
  )
  .map((versions) =>
    versions.map(({ code, price, after }) =>
      dated({ kind: 'price', code, name: code, attributes: { price: `${price} EUR` } }, after),
    ),
  );

/** Documents of rebates that come back among the lines. */
const ownDocuments: fc.Arbitrary<MasterText[]> = fc
  .array(
    fc.record({
      number: fc.integer({ min: 1, max: 90 }),
      partner: one('', '', 'P1'),
      ours: one('', '', 'no'),
    }),
    {
      maxLength: 3,
    },
  )
  .map((entries) =>
    entries.map(({ number, ...attributes }) => {
      const code = `EU/D${number}`;
      return { kind: 'ownDocument', code, name: code, attributes: present(attributes) };
    }),
  );

function present(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
}

const masters: fc.Arbitrary<MasterText[]> = fc
  .tuple(partners, products, rates, prices, ownDocuments)
  .map(([...kinds]) => {
    const rows = [...kinds.flat(), ...CATEGORIES];
    const keys = rows.map(({ kind, code, validFrom }) => `${kind} ${code} ${validFrom}`);
    return rows.filter((_, index) => keys.indexOf(keys[index] as string) === index);
  });

/** A random case of a mechanism. */
export function casesOf(shape: Shape): fc.Arbitrary<CaseTexts> {
  const cases = drawn(shape);
  return shape.mayBeRefused ? cases.filter(({ agreement }) => decodeAgreement(agreement).ok) : cases;
}

function drawn({ terms, agreement = fc.constant({}), lines, effective }: Shape): fc.Arbitrary<CaseTexts> {
  const choice = { returns: 20, foreign: 0, packed: 0, ...lines };
  return one<Validity>(...VALIDITIES).chain((validity) =>
    fc
      .record({
        terms,
        differs: agreement,
        rows: fc.array(lineArbitrary(validity, choice), { minLength: 3, maxLength: 34, size: 'max' }),
        master: masters,
        days: effective ?? seldom(one(400), fc.integer({ min: 20, max: 170 }), 4),
        knownAfter: fc.array(fc.integer({ min: 0, max: 260 }), { minLength: 34, maxLength: 34, size: 'max' }),
      })
      .map(({ terms: texts, differs, rows, master, days: after, knownAfter }) => ({
        agreement: agreementText(
          {},
          { validity, terms: texts.map((term, index) => termText(term, index)), ...differs },
        ),
        lines: rows.map((row, index) => ({
          ...row,
          knownOn: dayAfter(validity.firstDay, knownAfter[index] as number),
        })),
        master,
        effective: dayAfter(validity.firstDay, after),
        known: '2030-01-01',
      })),
  );
}

function termText(term: JsonObject, index: number): JsonObject {
  const [whole] = agreementText({ id: `T${index + 1}`, ...term }).terms as unknown as JsonObject[];
  return whole as JsonObject;
}

// ---- Measures and formulas that fit each other.

export const NET: JsonObject = { of: 'value', basis: 'net' };
export const PIECES: JsonObject = { of: 'quantity', basis: 'invoiced', unit: 'EA' };

export const condition: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ attribute: one('product.code'), in: fc.subarray(PRODUCTS, { minLength: 1 }) }),
  fc.record({ attribute: one('product.code'), notIn: fc.subarray(PRODUCTS, { minLength: 1, maxLength: 1 }) }),
  fc.record({ attribute: one('product.category'), under: fc.subarray(['tea', 'drinks'], { minLength: 1 }) }),
  fc.record({ attribute: one('line.promotion'), in: fc.constant(['spring']) }),
  fc.record({ attribute: one('partner.country'), in: fc.subarray(['DE', 'FR'], { minLength: 1 }) }),
  fc.record({ attribute: one('partner.code'), under: fc.constant(['P1']) }),
);

export const plain: fc.Arbitrary<JsonObject> = one(NET, PIECES, { of: 'value', basis: 'gross' });

function isMoney(measure: JsonObject): boolean {
  return ['value', 'atPrice', 'priceDifference'].includes(String(measure.of));
}

export type RowChoice = {
  readonly pays?: 'percent' | 'perUnit' | 'amount' | 'free';
  readonly max?: number;
  readonly places?: number;
  readonly rows?: number;
  readonly isFromZero?: boolean;
  readonly hasCaps?: boolean;
};

/** Rising bounds, each with its rate. */
export function rowsOf(measure: JsonObject, choice: RowChoice = {}): fc.Arbitrary<JsonObject[]> {
  const { pays = isMoney(measure) ? 'percent' : 'perUnit', max = 60, places = 0, rows = 4 } = choice;
  const bounds = fc.uniqueArray(text(choice.isFromZero === false ? 1 : 0, max, places), {
    minLength: 1,
    maxLength: rows,
    selector: Number,
  });
  return bounds.chain((texts) => {
    const rising = texts.toSorted((a, b) => Number(a) - Number(b));
    return fc.tuple(
      ...rising.map((from) =>
        fc
          .record({
            from: one(from),
            rate: text(0, 20, 2),
            cap: text(1, 80),
            give: text(1, 3),
            per: text(2, 9),
          })
          .map(
            ({ rate, cap, give, per }): JsonObject => ({
              from,
              ...(pays === 'free' ? { free: { give, per, unitValue: rate } } : { [pays]: rate }),
              ...(choice.hasCaps && { measureCap: cap }),
            }),
          ),
      ),
    );
  });
}

const boundary = one('atLeast', 'moreThan');

/** A term that pays by whole volume on any two plain measures. */
export const wholeVolume: fc.Arbitrary<JsonObject> = fc
  .tuple(plain, plain)
  .chain(([qualifier, payout]) => wholeVolumeOn(qualifier, payout));

export function wholeVolumeOn(qualifier: JsonObject, payout: JsonObject): fc.Arbitrary<JsonObject> {
  return fc
    .record({ boundary, rows: rowsOf(payout) })
    .map((tiers) => ({ formula: 'wholeVolume', qualifier, payout, tiers }));
}

/** What is given for some fields of a term, beside what is drawn. */
export function withFields(
  term: fc.Arbitrary<JsonObject>,
  fields: Readonly<Record<string, fc.Arbitrary<Json>>>,
): fc.Arbitrary<JsonObject> {
  return fc.tuple(term, fc.record(fields)).map(([own, more]) => ({ ...own, ...more }));
}

export function only(term: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject[]> {
  return term.map((text) => [text]);
}

export const shortWindows = one('month', 'quarter', 'halfYear', 'year', 'term').map((payout) =>
  windowsText(payout),
);
export const returns: fc.Arbitrary<JsonObject> = fc.record({
  linked: one('originalWindow', 'originalWindow', 'returnWindow'),
  unlinked: one('returnWindow', 'returnWindow', 'blocked'),
  negativeWindow: one('zero', 'lowestTier', 'mirror'),
});

export function baselineOf(formula: string, isSame: boolean): fc.Arbitrary<JsonObject> {
  const isOnGrowth = formula === 'growthIncrement' || formula === 'growthMarginal';
  const policies: fc.Arbitrary<JsonObject>[] = [
    fc.constant({ policy: 'paysNothing' }),
    fc.record({ policy: one('useDefault'), value: text(formula === 'aboveBase' ? 0 : 1, 40) }),
  ];
  if (!isOnGrowth) policies.push(fc.constant({ policy: 'treatAsTier', tier: 1 }));
  const entered = fc.oneof(
    fc.record({ fixed: text(0, 60) }),
    fc.record({ entered: fc.constant([{ partner: 'P1', value: '30' }]) }),
  );
  const byLines = fc.oneof(one('sameWindowPreviousYear'), fc.record({ averageOfMonths: one(1, 3, 12) }));
  return fc.record({
    source: isSame ? fc.oneof<fc.Arbitrary<Json>[]>(byLines, byLines, entered) : byLines,
    growthAs: formula === 'growthMarginal' ? one('percent') : one('percent', 'difference'),
    whenNotPositive: fc.oneof(...policies),
    likeForLike: one('no'),
  });
}

/** A term of each formula of the catalogue, with measures, tiers and baseline that it may have. */
export function formulaTerm(formula: string): fc.Arbitrary<JsonObject> {
  const base = termsOfFormula(formula);
  const needsMonths = formula.startsWith('growth') || formula === 'aboveBase';
  return withFields(base, {
    windows: needsMonths
      ? one('month', 'quarter', 'year').map((payout) => windowsText(payout))
      : shortWindows,
    returns,
  });
}

function termsOfFormula(formula: string): fc.Arbitrary<JsonObject> {
  const drawn = (qualifier: JsonObject, payout: JsonObject, choice: RowChoice = {}, more: JsonObject = {}) =>
    fc
      .record({ boundary, rows: rowsOf(payout, choice) })
      .map((tiers) => ({ formula, qualifier, payout, tiers: { ...tiers, ...more } }) as JsonObject);
  const pair = fc.tuple(plain, plain);
  switch (formula) {
    case 'wholeVolume':
      return wholeVolume;
    case 'lumpSum':
      return pair.chain(([qualifier, payout]) =>
        drawn(qualifier, payout, { pays: 'amount', isFromZero: false }),
      );
    case 'marginal':
      return fc.oneof(marginalOfItself, marginalOfAnother);
    case 'rolling':
    case 'total':
      return plain.chain((measure) => drawn(measure, measure));
    case 'aboveThreshold':
      return plain.chain((measure) => drawn(measure, measure, { rows: 1 }));
    case 'weightedMarginal':
      return one(NET, { of: 'value', basis: 'gross' }).chain((qualifier) => drawn(qualifier, PIECES));
    case 'cappedMeasure':
      return pair.chain(([qualifier, payout]) => drawn(qualifier, payout, { hasCaps: true }));
    case 'defaultTier':
      return pair.chain(([qualifier, payout]) => drawn(qualifier, payout, {}, { defaultTier: 1 }));
    case 'freeGoods':
      return plain.chain((qualifier) => drawn(qualifier, PIECES, { pays: 'free' }));
    case 'fixed':
      return fc
        .record({ amount: text(1, 90, 2), qualifier: plain, payout: plain })
        .map(({ amount, qualifier, payout }) => ({
          formula,
          qualifier,
          payout,
          tiers: { boundary: 'atLeast', rows: [{ from: '0', amount }] },
        }));
    case 'mixShare':
      return mixShare;
    case 'aboveBase':
      return plain.chain((measure) => withBaseline(formula, drawn(measure, measure), true));
    default:
      return pair.chain(([qualifier, payout]) =>
        withBaseline(
          formula,
          drawn(qualifier, payout, { max: 200 }),
          JSON.stringify(qualifier) === JSON.stringify(payout),
        ),
      );
  }
}

function withBaseline(
  formula: string,
  term: fc.Arbitrary<JsonObject>,
  isSame: boolean,
): fc.Arbitrary<JsonObject> {
  return withFields(term, { baseline: baselineOf(formula, isSame) });
}

const marginalOfItself: fc.Arbitrary<JsonObject> = plain.chain((measure) =>
  fc.record({ rows: rowsOf(measure), unit: one('oldRate', 'newRate') }).map(({ rows, unit }) => ({
    formula: 'marginal',
    qualifier: measure,
    payout: measure,
    tiers: { boundary: 'atLeast', rows, ...(measure.of === 'quantity' && { reachingUnit: unit }) },
  })),
);

export const marginalOfAnother: fc.Arbitrary<JsonObject> = one(
  [PIECES, NET],
  [NET, PIECES],
  [NET, { of: 'value', basis: 'gross' }],
).chain(([qualifier, payout]) =>
  fc
    .record({ boundary, rows: rowsOf(payout as JsonObject), stepValuation: one('average', 'sequence') })
    .map((tiers) => ({ formula: 'marginal', qualifier, payout, tiers }) as JsonObject),
);

const parts = fc.record({
  of: one('parts'),
  parts: fc.constant([
    { id: 'high', measure: { ...NET, where: [{ attribute: 'product.code', in: ['A'] }] } },
    { id: 'low', measure: { ...NET, where: [{ attribute: 'product.code', in: ['B', 'C'] }] } },
  ]),
});

const mixShare: fc.Arbitrary<JsonObject> = fc
  .record({
    whole: one(NET, PIECES),
    part: condition,
    payout: parts,
    bounds: fc.uniqueArray(text(0, 100), { minLength: 1, maxLength: 3, selector: Number }),
    rates: fc.array(text(0, 9, 1), { minLength: 6, maxLength: 6 }),
    boundary,
  })
  .map(({ whole, part, payout, bounds, rates: percents, boundary: at }) => ({
    formula: 'mixShare',
    qualifier: { of: 'share', part: { ...whole, where: [part] }, whole },
    payout,
    tiers: {
      boundary: at,
      rows: bounds
        .toSorted((a, b) => Number(a) - Number(b))
        .map((from, index) => ({
          from,
          parts: [
            { part: 'high', percent: percents[2 * index] as string },
            { part: 'low', percent: percents[2 * index + 1] as string },
          ],
        })),
    },
  }));
