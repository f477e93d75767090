import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Line } from '../../core/fact/line.ts';
import { originalOf } from '../../core/fact/originalOf.ts';
import { type Master, type MasterRecord, NO_MASTER } from '../../core/master/master.ts';
import { type Draw, seededRandom } from '../crash/seededRandom.ts';
import { agreementOf, agreementText, dayOf, type JsonObject, UNITS, windowsText } from '../support/trade.ts';

/**
 * A seeded trade of two years, as large as one likes: 5,000 partners in 600 groups of very different
 * size, 20,000 products in 500 categories and 50 brands, one line in fifty a return of a line before
 * it. A rule looks at some 190 partners and 1,500 products on average.
 */
export const TRADE = {
  partners: 5_000,
  groups: 600,
  products: 20_000,
  categories: 500,
  brands: 50,
  days: 731,
};
const FIRST_DAY = dayOf('2025-01-01');
const NET: JsonObject = { of: 'value', basis: 'net' };

/** Small numbers come far more often than large ones. */
function skewed(draw: Draw, below: number): number {
  const part = draw(1_000_000) / 1_000_000;
  return Math.min(below - 1, Math.floor(below * part * part));
}

export const partnerCode = (number: number) => `P${String(number).padStart(4, '0')}`;
const groupCode = (number: number) => `G${String(number).padStart(3, '0')}`;
export const productCode = (number: number) => `A${String(number).padStart(5, '0')}`;

export function tradeMaster(seed: number): Master {
  const draw = seededRandom(seed);
  const partners = recordsOf(TRADE.partners, partnerCode, () => ({
    group: groupCode(skewed(draw, TRADE.groups)),
  }));
  const products = recordsOf(TRADE.products, productCode, (number) => ({
    category: `C${number % TRADE.categories}`,
    brand: `B${number % TRADE.brands}`,
  }));
  return { ...NO_MASTER, partners, products };
}

function recordsOf(
  count: number,
  codeOf: (number: number) => string,
  attributesOf: (number: number) => Record<string, string>,
): Map<string, MasterRecord> {
  return new Map(
    Array.from({ length: count }, (_, number) => {
      const code = codeOf(number);
      return [code, { code, versions: [{ name: code, attributes: attributesOf(number) }] }] as const;
    }),
  );
}

/** The day of a line by its number, of so many: they are spread over two years. */
export function tradeDay(number: number, count: number): number {
  return FIRST_DAY + Math.floor((number * TRADE.days) / count);
}

/** Sales in the order of their days, and returns of some of them. */
export function* tradeLines(seed: number, count: number): Iterable<Line> {
  const draw = seededRandom(seed + 1);
  const sold: Line[] = [];
  for (let number = 0; number < count; number += 1) {
    const day = tradeDay(number, count);
    const original = draw(50) === 0 ? sold[draw(KEPT)] : undefined;
    if (original === undefined) {
      const line = sale(draw, number, day);
      sold[number % KEPT] = line;
      yield line;
    } else yield takenBack(original, number, day);
  }
}

/** So many of the last sales may be taken back. */
export const KEPT = 1024;
const NO_ATTRIBUTES = {};

/** Numbers of partner and product, units, price at four places and net value in cents. */
export function drawSale(draw: Draw) {
  const quantity = 1 + draw(24);
  const price = 10_000 + draw(2_000_000);
  const net = Math.round((quantity * price) / 100);
  const partner = skewed(draw, TRADE.partners);
  return { quantity, price, net, partner, product: skewed(draw, TRADE.products) };
}

function sale(draw: Draw, number: number, day: number): Line {
  const { quantity, price, net, partner, product } = drawSale(draw);
  return {
    ...{ source: 'erp', document: `D${Math.floor(number / 4)}`, line: String((number % 4) + 1), revision: 1 },
    ...{ side: 'sale', company: 'EU', partner: partnerCode(partner) },
    product: productCode(product),
    dates: { invoice: day },
    quantities: { invoiced: { digits: BigInt(quantity), scale: 0 } },
    unit: 'EA',
    unitPrice: { digits: BigInt(price), scale: 4 },
    netValue: { digits: BigInt(net), scale: 2 },
    currency: 'EUR',
    attributes: NO_ATTRIBUTES,
    batch: 1,
  };
}

function takenBack(original: Line, number: number, day: number): Line {
  const { netValue, quantities } = original;
  const { invoiced } = quantities;
  return {
    ...original,
    ...{ document: `D${Math.floor(number / 4)}`, line: String((number % 4) + 1), dates: { invoice: day } },
    ...(invoiced && { quantities: { invoiced: { ...invoiced, digits: -invoiced.digits } } }),
    ...(netValue && { netValue: { ...netValue, digits: -netValue.digits } }),
    returnOf: { document: original.document, line: original.line },
    original: originalOf(original),
  };
}

/** The eight quarters, and the two years. */
const QUARTERS = ['2025', '2026'].flatMap((year) => [
  { firstDay: `${year}-01-01`, lastDay: `${year}-03-31` },
  { firstDay: `${year}-04-01`, lastDay: `${year}-06-30` },
  { firstDay: `${year}-07-01`, lastDay: `${year}-09-30` },
  { firstDay: `${year}-10-01`, lastDay: `${year}-12-31` },
]);
const YEARS = ['2025', '2026'].map((year) => ({ firstDay: `${year}-01-01`, lastDay: `${year}-12-31` }));

/** Agreements with one to five rules each, three on average: plain sums, month by month or by quarter. */
export function tradeAgreements(seed: number, count: number): Agreement[] {
  const draw = seededRandom(seed + 2);
  return Array.from({ length: count }, (_, number) => {
    const rules = Array.from({ length: 1 + draw(5) }, (__, rule) => ruleText(draw, `R${rule + 1}`));
    const terms = rules.flatMap((rule) => agreementText(rule).terms as JsonObject[]);
    return agreementOf(
      {},
      {
        id: `A${number}`,
        terms,
        validity: (draw(10) < 4 ? QUARTERS[draw(8)] : YEARS[draw(2)]) as JsonObject,
        participants: [participantsOf(draw)],
      },
    );
  });
}

/** A few groups, or partners one by one: 190 of 5,000 on average. */
function participantsOf(draw: Draw): JsonObject {
  if (draw(2) === 0) {
    const groups = Array.from({ length: 1 + draw(44) }, () => groupCode(draw(TRADE.groups)));
    return { attribute: 'partner.group', in: [...new Set(groups)] };
  }
  const first = draw(TRADE.partners - 400);
  const partners = Array.from({ length: 20 + draw(340) }, (_, number) => partnerCode(first + number));
  return { attribute: 'partner.code', in: partners };
}

function ruleText(draw: Draw, id: string): JsonObject {
  const categories = Array.from({ length: 1 + draw(74) }, () => `C${draw(TRADE.categories)}`);
  const measure = draw(2) === 0 ? UNITS : NET;
  return {
    id,
    eligibility: {
      include: [{ attribute: 'product.category', in: [...new Set(categories)] }],
      exclude: [],
      attributesAsOf: 'transaction',
      payment: 'any',
      submission: 'any',
    },
    qualifier: measure,
    payout: NET,
    windows: windowsText(draw(2) === 0 ? 'month' : 'quarter'),
    tiers: {
      boundary: 'atLeast',
      rows: Array.from({ length: 3 + draw(3) }, (_, tier) => ({
        from: String(1000 * tier ** 2),
        percent: String(tier + 1),
      })),
    },
  };
}
