import { expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
  UNITS,
} from '../../test/support/trade.ts';
import type { Master } from '../master/master.ts';
import { NO_MASTER } from '../master/master.ts';
import { changeText } from '../wording/changeText.ts';
import { LANGUAGES } from '../wording/language.ts';
import { compilePlan } from './compilePlan.ts';
import { BLOCKS, EXCLUSIONS, type Match, matchLine } from './matchLine.ts';
import { type Change, nearestChange } from './nearestChange.ts';
import type { PlanTerm } from './plan.ts';

const YEAR_END = '2026-12-31';

function eligibility(differs: JsonObject): JsonObject {
  return {
    eligibility: {
      include: [],
      exclude: [],
      attributesAsOf: 'transaction',
      payment: 'any',
      submission: 'any',
      ...differs,
    },
  };
}

type Asked = {
  readonly term?: JsonObject;
  readonly agreement?: JsonObject;
  readonly line?: Texts;
  readonly isContradicted?: boolean;
  readonly master?: Master;
  readonly effective?: string;
};

function answer({
  term = {},
  agreement = {},
  line = {},
  isContradicted = false,
  master = NO_MASTER,
  effective = YEAR_END,
}: Asked) {
  const planned = compilePlan(agreementOf(term, agreement), master).terms[0] as PlanTerm;
  const context = { master, effective: dayOf(effective) };
  const asked = lineOf(line, isContradicted ? { correction: { chain: [], isContradicted } } : {});
  const match = matchLine(planned, asked, context);
  return { match, change: nearestChange(planned, asked, match, context) };
}

function reasonOf(match: Match): string {
  return match.state === 'counted' ? 'counted' : match.reason;
}

const TEA = { attribute: 'product.category', in: ['tea', 'coffee'] };
const TOOLS = masterOfTexts({ products: { A: { category: 'tools' } } });
const UNDER = { attribute: 'product.category', under: ['drinks'] };
const CONVERTED = { qualifier: { ...UNITS, unit: 'PF' } };
const TEA_VALUE = { of: 'value', basis: 'net', where: [TEA] };
const FACTORS = { conversion: { units: { factorsAsOf: 'invoice' }, currency: 'none' } };
const RATES = {
  conversion: {
    units: 'none',
    currency: { rateOn: 'invoice', rateType: 'closing', path: 'direct', fallback: 'blocked' },
  },
};
const AT_LIST = {
  of: 'atPrice',
  basis: 'invoiced',
  unit: 'EA',
  price: { source: 'product', name: 'list', times: '1' },
};

/** A question, why it does not count, and the nearest change in English. */
const CASES: readonly (readonly [Asked, string, string])[] = [
  [
    { line: { document: 'CN-17', lineKind: 'rebateDocument' } },
    'ownRebateDocument',
    'Document CN-17 would have to be something else than a rebate document of ours.',
  ],
  [{ line: { side: 'purchase' } }, 'otherSide', 'It would have to be a sale.'],
  [{ term: { transactions: 'sellThrough' } }, 'otherSide', 'It would have to be a sell-through sale.'],
  [{ line: { company: 'US' } }, 'otherCompany', 'It would have to belong to company EU.'],
  [{ term: { date: 'delivery' } }, 'dateMissing', 'Its delivery date would have to be given.'],
  [
    { line: { invoiceDate: '2025-12-30' } },
    'outsideWindows',
    'Its invoice date is 30 Dec 2025; it takes 1 Jan 2026 or later.',
  ],
  [
    { line: { invoiceDate: '2027-01-01' } },
    'outsideWindows',
    'Its invoice date is 1 Jan 2027; it takes 31 Dec 2026 or earlier.',
  ],
  [
    { effective: '2026-02-02' },
    'afterEffectiveDay',
    'It counts from 3 Feb 2026 on; the calculation looks at 2 Feb 2026.',
  ],
  [{ term: eligibility({ payment: 'paid' }) }, 'notPaid', 'It would have to be paid.'],
  [
    { term: eligibility({ payment: { withinDays: 30, from: 'invoice' } }) },
    'notPaid',
    'It would have to be paid, by 5 Mar 2026 at the latest.',
  ],
  [
    {
      term: eligibility({ payment: { withinDays: 30, from: 'invoice' } }),
      line: { paymentDate: '2026-03-06' },
    },
    'paidLate',
    'It was paid on 6 Mar 2026; it took 5 Mar 2026 at the latest.',
  ],
  [
    { term: eligibility({ submission: { graceDays: 10 } }) },
    'notSubmitted',
    'Its submission date would have to be given, 10 Jan 2027 at the latest.',
  ],
  [
    { term: eligibility({ submission: { graceDays: 10 } }), line: { submissionDate: '2027-01-11' } },
    'submittedLate',
    'It was submitted on 11 Jan 2027; it took 10 Jan 2027 at the latest.',
  ],
  [
    { agreement: { participants: [{ attribute: 'partner.code', in: ['P7', 'P8'] }] } },
    'notParticipant',
    'partner.code is “P1”; it takes one of: P7, P8.',
  ],
  [
    { term: eligibility({ include: [TEA] }), master: TOOLS },
    'conditionNotMet',
    'product.category is “tools”; it takes one of: tea, coffee.',
  ],
  [
    { term: eligibility({ include: [{ attribute: 'product.category', notIn: ['tools'] }] }), master: TOOLS },
    'conditionNotMet',
    'product.category is “tools”; it takes anything but: tools.',
  ],
  [
    { term: eligibility({ include: [UNDER] }), master: TOOLS },
    'conditionNotMet',
    'product.category is “tools”; it takes one of these, or what stands below: drinks.',
  ],
  [
    {
      term: { qualifier: TEA_VALUE, payout: TEA_VALUE },
      master: TOOLS,
    },
    'conditionNotMet',
    'product.category is “tools”; it takes one of: tea, coffee.',
  ],
  [
    { term: eligibility({ exclude: [{ ...TEA, in: ['tools'] }] }), master: TOOLS },
    'exclusionMet',
    'product.category is “tools”; it takes anything but: tools.',
  ],
  [
    { term: eligibility({ exclude: [{ attribute: 'product.category', under: ['tools'] }] }), master: TOOLS },
    'exclusionMet',
    'product.category is “tools”; it takes anything but these and what stands below: tools.',
  ],
  [
    { term: eligibility({ exclude: [{ attribute: 'product.category', notIn: ['tea'] }] }), master: TOOLS },
    'exclusionMet',
    'product.category is “tools”; it takes one of: tea.',
  ],
  [
    { line: { correctionOfDocument: 'D9', correctionOfLine: '2' }, isContradicted: true },
    'correctionContradicted',
    'Of the documents that correct line 2 of document D9, or a line before it, one would have to stand: the others would have to name that one, or be taken back.',
  ],
  [
    { line: { returnOfDocument: 'D9', returnOfLine: '2' } },
    'returnOriginalUnknown',
    'Line 2 of document D9, which it takes back, would have to be delivered.',
  ],
  [
    {
      term: { returns: { linked: 'originalWindow', unlinked: 'blocked', negativeWindow: 'zero' } },
      line: { netValue: '-5', quantity: '-1' },
    },
    'returnWithoutOriginal',
    'It would have to name the document and line that it takes back.',
  ],
  [{ term: CONVERTED }, 'noUnitPath', 'Its unit is EA; the agreement counts PF and converts no units.'],
  [
    { term: { ...CONVERTED, ...FACTORS }, master: TOOLS },
    'noUnitPath',
    'Master data would have to say how EA becomes PF for product A, on 3 Feb 2026.',
  ],
  [
    {
      term: { ...CONVERTED, ...FACTORS },
      master: masterOfTexts({ products: { A: { 'unit.PF': 'many' } } }),
    },
    'unitFactorInvalid',
    'unit.PF of product A would have to be corrected in master data; it is “many”.',
  ],
  [
    { line: { currency: 'USD' } },
    'noExchangeRate',
    'Its currency is USD; the agreement is in EUR and converts no currency.',
  ],
  [
    { term: RATES, line: { currency: 'USD' } },
    'noExchangeRate',
    'Master data would have to have a rate from USD to EUR for 3 Feb 2026.',
  ],
  [
    {
      term: RATES,
      line: { currency: 'USD' },
      master: masterOfTexts({ rates: { 'USD/EUR': { from: '2026-02-03', closing: 'x' } } }),
    },
    'exchangeRateInvalid',
    'The rate USD/EUR of 3 Feb 2026 would have to be corrected in master data; it is “x”.',
  ],
  [{ line: { netValue: '' } }, 'measureMissing', 'Its netValue would have to be given.'],
  [
    { term: { payout: AT_LIST }, master: TOOLS },
    'priceMissing',
    'A price price.list of product A would have to be given.',
  ],
  [
    { term: { payout: AT_LIST }, master: masterOfTexts({ products: { A: { 'price.list': 'x' } } }) },
    'priceInvalid',
    'price.list of product A would have to be corrected in master data; it is “x”.',
  ],
  [
    {
      term: { payout: { ...AT_LIST, price: { source: 'net', times: '1' } } },
      line: { quantity: '0' },
    },
    'quantityZero',
    'Its quantity would have to be other than 0.',
  ],
  [
    { term: eligibility({ payment: 'paid' }), line: { takenOverFrom: '2026-02-01' } },
    'totalTooCoarse',
    'The volume would have to come line by line, or as totals that say when each line was paid.',
  ],
  [
    { line: { takenOverFrom: '2025-12-01' } },
    'totalCut',
    'The total from 1 Dec 2025 to 3 Feb 2026 would have to be split where the window begins or ends.',
  ],
];

it.each(CASES)('%j: %s', (asked, reason, english) => {
  const { match, change } = answer(asked);
  expect(reasonOf(match)).toBe(reason);
  expect(changeText(change as Change, 'en')).toBe(english);
});

it('has a case for every reason, and both languages name the same values', () => {
  const told = new Set(CASES.map(([, reason]) => reason));
  expect([...told].sort()).toEqual([...EXCLUSIONS, ...BLOCKS].sort());
  for (const [asked] of CASES) {
    const { change } = answer(asked);
    for (const language of LANGUAGES) expect(changeText(change as Change, language)).not.toMatch(/[{}[\]…]/);
  }
});

it('says nothing of a line that counts', () => {
  expect(answer({}).change).toBeUndefined();
});
