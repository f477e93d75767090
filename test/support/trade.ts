import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { parseDate } from '../../core/calendar/localDate.ts';
import { earn } from '../../core/earning/earn.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import { type LineField, parseLine } from '../../core/fact/parseLine.ts';
import { type Master, NO_MASTER } from '../../core/master/master.ts';
import { type Decimal, parseDecimal } from '../../core/number/decimal.ts';
import { type Rational, rational } from '../../core/number/rational.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { execute } from '../../engine/simple/execute.ts';

/** Facts and agreements as a test writes them down: in texts, each with what differs from a plain case. */
export type JsonObject = { readonly [key: string]: Json };

/** A window that pays on its own lines, cut by nothing. */
export function windowsText(payout: string, differs: JsonObject = {}): JsonObject {
  return {
    payout,
    qualifier: 'payoutWindow',
    pays: 'own',
    cut: 'fullThreshold',
    targets: 'same',
    ...differs,
  };
}

const TERM: JsonObject = {
  id: 'volume',
  transactions: 'sale',
  date: 'invoice',
  eligibility: { include: [], exclude: [], attributesAsOf: 'transaction', payment: 'any', submission: 'any' },
  qualifier: { of: 'value', basis: 'net' },
  payout: { of: 'value', basis: 'net' },
  windows: windowsText('year'),
  formula: 'wholeVolume',
  tiers: { boundary: 'atLeast', rows: [{ from: '1000', percent: '2' }] },
  gates: 'none',
  limits: 'none',
  floor: 'none',
  minimum: 'none',
  guarantee: 'none',
  group: 'none',
  exclusive: 'none',
  netting: 'none',
  returns: { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'zero' },
  conversion: { units: 'none', currency: 'none' },
  supplements: 'none',
  rounding: { grain: 'partnerWindow', mode: 'halfAwayFromZero', unitRate: 'none' },
  apportionment: { by: 'payoutMeasure', residual: 'largestRemainder' },
};

const SETTLEMENT: JsonObject = {
  frequency: 'quarter',
  asOf: 'windowEnd',
  interimPercent: '100',
  finalDays: 30,
  claim: { rule: 'automatic', deadlineDays: 'none', afterDeadline: 'staysOpen', silence: 'accepts' },
  method: 'creditNote',
  paymentDays: 30,
  currency: 'EUR',
  tax: 'perLineRate',
  nettingWith: 'none',
  minimumPayout: 'none',
  accrual: 'reachedTier',
  clawBack: { scope: 'full', by: 'offset' },
  afterFinal: 'reopens',
};

/** What suppliers owe us, we claim. */
const CLAIMED: JsonObject = {
  ...SETTLEMENT,
  claim: { rule: 'weClaim', deadlineDays: 90, afterDeadline: 'lapses', silence: 'accepts' },
  method: 'debitNote',
  recognition: 'onTerms',
};

const AGREEMENT: JsonObject = {
  format: 'openrebate/v1',
  id: 'TEST',
  name: { en: 'A test', 'zh-CN': '测试' },
  programme: 'volume',
  direction: 'customerRebate',
  company: 'EU',
  participants: [],
  beneficiary: 'participant',
  validity: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
  termination: 'none',
  currency: 'EUR',
  calendar: 'gregorian',
  sharedCaps: 'none',
};

export const UNITS: JsonObject = { of: 'quantity', basis: 'invoiced', unit: 'EA' };

/** A whole-volume agreement of the year 2026 in euros: 2 % from 1,000; say what is different. */
export function agreementText(term: JsonObject = {}, differs: JsonObject = {}): JsonObject {
  const settlement = differs.direction === 'supplierRebate' ? CLAIMED : SETTLEMENT;
  return { ...AGREEMENT, settlement, terms: [{ ...TERM, ...term }], ...differs };
}

export function agreementOf(term: JsonObject = {}, differs: JsonObject = {}): Agreement {
  const result = decodeAgreement(agreementText(term, differs));
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.refusals));
}

/** The one term of a plan. */
export function planTermOf(agreement: Agreement): PlanTerm {
  return compilePlan(agreement, NO_MASTER).terms[0] as PlanTerm;
}

export type Texts = { readonly [field in LineField | `attribute.${string}` | `discount.${string}`]?: string };

const LINE: Texts = {
  source: 'erp',
  document: 'D1',
  line: '1',
  side: 'sale',
  company: 'EU',
  partner: 'P1',
  product: 'A',
  invoiceDate: '2026-02-03',
  quantity: '1',
  unit: 'EA',
  netValue: '10.00',
  currency: 'EUR',
};

/** A sale of one piece for 10.00 euros on 2026-02-03; a text of "" leaves the field out. */
export function lineTexts(differs: Texts = {}): Record<string, string> {
  return { ...LINE, ...differs } as Record<string, string>;
}

export function lineOf(differs: Texts = {}, more: Partial<Line> = {}): Line {
  const result = parseLine(lineTexts(differs));
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return { ...result.value, ...more };
}

type Attributes = Readonly<Record<string, string>>;
/** Attributes of a record, or of each of its versions; `from` is the day that a version is valid from. */
type RecordTexts = Readonly<Record<string, Attributes | readonly Attributes[]>>;

/** Master data by code; every record is named like its code. */
export function masterOfTexts(
  texts: {
    readonly partners?: RecordTexts;
    readonly products?: RecordTexts;
    readonly categories?: RecordTexts;
    readonly rates?: RecordTexts;
    readonly prices?: RecordTexts;
    readonly ownDocuments?: RecordTexts;
  } = {},
): Master {
  const { partners = {}, products = {}, categories = {}, rates = {}, prices = {}, ownDocuments = {} } = texts;
  return {
    partners: recordsOf(partners),
    products: recordsOf(products),
    categories: recordsOf(categories),
    rates: recordsOf(rates),
    prices: recordsOf(prices),
    ownDocuments: recordsOf(ownDocuments),
  };
}

function recordsOf(texts: RecordTexts): Master['partners'] {
  return new Map(
    Object.entries(texts).map(([code, given]) => {
      const versions = [given].flat().map(({ from, ...attributes }) => ({
        name: code,
        attributes: attributes as Attributes,
        ...(from !== undefined && { validFrom: dayOf(from) }),
      }));
      return [code, { code, versions }];
    }),
  );
}

export function dayOf(text: string): number {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

export function decimalOf(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
}

/** "12.5" or "1/3" as a fraction. */
export function fractionOf(text: string): Rational {
  const [above = '', below = '1'] = text.split('/');
  const top = decimalOf(above);
  return rational(top.digits, 10n ** BigInt(top.scale) * BigInt(below));
}

/** Everything once through: plan, cells, money. */
export function earningsOf(
  agreement: Agreement,
  lines: readonly Line[],
  effective = '9999-12-30',
  master: Master = NO_MASTER,
): Earning[] {
  const context = { master, effective: dayOf(effective) };
  const plan = compilePlan(agreement, master);
  return earn(plan, execute(plan, lines, context), context);
}
