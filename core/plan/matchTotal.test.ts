import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  planTermOf,
  type Texts,
  UNITS,
  windowsText,
} from '../../test/support/trade.ts';
import { windowText } from '../calendar/window.ts';
import { type Master, NO_MASTER } from '../master/master.ts';
import { compilePlan } from './compilePlan.ts';
import { type Match, matchLine } from './matchLine.ts';
import type { PlanTerm } from './plan.ts';

type Asked = {
  readonly term?: JsonObject;
  readonly line?: Texts;
  readonly master?: Master;
  readonly effective?: string;
};

/** A total of the first quarter of 2026, of 90 pieces for 900.00. */
const QUARTER: Texts = {
  takenOverFrom: '2026-01-01',
  invoiceDate: '2026-03-31',
  quantity: '90',
  netValue: '900',
};

function matched({ term = {}, line = {}, master = NO_MASTER, effective = '2026-12-31' }: Asked): string {
  const planned = compilePlan(agreementOf(term), master).terms[0] as PlanTerm;
  const total = lineOf({ ...QUARTER, ...line });
  return written(matchLine(planned, total, { master, effective: dayOf(effective) }));
}

function written(match: Match): string {
  if (match.state === 'excluded') return match.reason;
  if (match.state === 'blocked') {
    const { reason, facts, pays } = match;
    return `${reason} ${facts.needs ?? ''}${facts.name ?? ''} in ${pays.map(windowText).join(' ')}`.replace(
      '  ',
      ' ',
    );
  }
  const slots = match.hits.map(({ slot, pays }) => `${slot} ${windowText(pays)}`);
  return ['counted', ...slots, ...(match.beside === undefined ? [] : [written(match.beside)])].join(', ');
}

function eligible(differs: JsonObject): JsonObject {
  const any = { include: [], exclude: [], attributesAsOf: 'transaction', payment: 'any', submission: 'any' };
  return { eligibility: { ...any, ...differs } };
}

const YEAR = '2026-01-01..2026-12-31';
const [Q1, Q2] = ['2026-01-01..2026-03-31', '2026-04-01..2026-06-30'];
const WHOLE = `counted, qualifier ${YEAR}, payout.payout ${YEAR}, takenOver ${YEAR}`;
const DE = { attribute: 'partner.country', in: ['DE'] };
const TEA = { attribute: 'product.category', in: ['tea'] };
const SPRING = { attribute: 'line.promotion', in: ['spring'] };
const moved = (day: string) =>
  masterOfTexts({ partners: { P1: [{ country: 'DE' }, { from: day, country: 'FR' }] } });
const limit = (order: string) => ({ limits: [{ of: 'payout', scope: 'programme', max: '100', order }] });
const LIST = {
  of: 'atPrice',
  basis: 'invoiced',
  unit: 'EA',
  price: { source: 'product', name: 'list', times: '1' },
};
const priced = (day: string) =>
  masterOfTexts({ products: { A: [{ 'price.list': '2 EUR' }, { from: day, 'price.list': '3 EUR' }] } });
const rates = (last: string) =>
  masterOfTexts({
    rates: {
      'USD/EUR': [
        { from: '2025-12-01', closing: '0.9' },
        { from: '2026-03-31', closing: last },
      ],
    },
  });
const converted = (rateOn: string) => ({
  conversion: {
    units: 'none',
    currency: { rateOn, rateType: 'closing', path: 'direct', fallback: { previousDays: 999 } },
  },
});
const LATER = 'the day after the period';

describe('a total of many lines', () => {
  it.each<[string, Asked, string]>([
    ['counts in the window around it', {}, WHOLE],
    ['that ends with the window', { term: { windows: windowsText('quarter') } }, WHOLE.replaceAll(YEAR, Q1)],
    [
      'that reaches over its end',
      { term: { windows: windowsText('quarter') }, line: { invoiceDate: '2026-04-01' } },
      `totalCut in ${Q1} ${Q2}`,
    ],
    ['that begins before the first', { line: { takenOverFrom: '2025-12-31' } }, `totalCut in ${YEAR}`],
    [
      'of before all windows',
      { line: { takenOverFrom: '2025-12-01', invoiceDate: '2025-12-31' } },
      'outsideWindows',
    ],
    ['on whose last day we stand', { effective: '2026-03-31' }, WHOLE],
    ['that is not over', { effective: '2026-03-30' }, `totalCut in ${YEAR}`],
    ['that has not begun', { effective: '2025-12-31' }, 'afterEffectiveDay'],
    ['by another date', { term: { date: 'delivery' } }, `totalTooCoarse date in ${YEAR}`],
    [
      'that a payment window cuts and the year of the tier does not',
      {
        term: { windows: windowsText('quarter', { qualifier: { within: 'year' } }) },
        line: { takenOverFrom: '2026-02-01', invoiceDate: '2026-04-30' },
      },
      `counted, qualifier 2026-07-01..2026-09-30, qualifier 2026-10-01..2026-12-31, takenOver 2026-07-01..2026-09-30, takenOver 2026-10-01..2026-12-31, totalCut in ${Q1} ${Q2}`,
    ],
  ])('%s', (_, asked, expected) => {
    expect(matched(asked)).toBe(expected);
  });

  it.each<[string, JsonObject, string]>([
    ['payment', eligible({ payment: 'paid' }), 'payment'],
    ['submission', eligible({ submission: { graceDays: 10 } }), 'submission'],
    ['the order of use', limit('transactionDate'), 'order'],
    ['lines that are rounded', { rounding: { grain: 'line', mode: 'halfEven', unitRate: 'none' } }, 'lines'],
    ['documents that are counted', { qualifier: { of: 'count', what: 'document' } }, 'documents'],
    ['an attribute', eligible({ include: [SPRING] }), 'attributeline.promotion'],
    ['an attribute that excludes', eligible({ exclude: [SPRING] }), 'attributeline.promotion'],
    [
      'an attribute of one sum',
      { qualifier: { of: 'value', basis: 'net', where: [SPRING] } },
      'attributeline.promotion',
    ],
  ])('is blocked where the term needs to know %s', (_, term, needs) => {
    expect(matched({ term })).toBe(`totalTooCoarse ${needs} in ${YEAR}`);
  });

  it('counts under a limit that is used pro rata, whatever the order', () => {
    expect(matched({ term: limit('proRata') })).toBe(WHOLE);
  });

  it.each<[string, Asked, string]>([
    ['that says the attribute', { line: { 'attribute.promotion': 'spring' } }, WHOLE],
    ['that says another value', { line: { 'attribute.promotion': 'autumn' } }, 'conditionNotMet'],
  ])('%s', (_, asked, expected) => {
    expect(matched({ ...asked, term: eligible({ include: [SPRING] }) })).toBe(expected);
  });

  it.each<[string, Texts, string]>([
    ['tea', { product: '', 'attribute.product-category': 'tea' }, WHOLE],
    ['coffee', { product: '', 'attribute.product-category': 'coffee' }, 'conditionNotMet'],
    ['any goods', { product: '' }, `totalTooCoarse attributeproduct.category in ${YEAR}`],
    ['a product that is tea', { product: 'T' }, WHOLE],
    ['a product of no category', { product: 'X' }, 'conditionNotMet'],
  ])('of %s, where only tea counts', (_, line, expected) => {
    const master = masterOfTexts({ products: { T: { category: 'tea' }, X: {} } });
    expect(matched({ term: eligible({ include: [TEA] }), line, master })).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['on the first day', '2026-01-01', 'conditionNotMet'],
    ['on the second day', '2026-01-02', `totalTooCoarse attributepartner.country in ${YEAR}`],
    ['on the last day', '2026-03-31', `totalTooCoarse attributepartner.country in ${YEAR}`],
    [LATER, '2026-04-01', WHOLE],
  ])('of a partner that changes its country %s', (_, day, expected) => {
    expect(matched({ term: eligible({ include: [DE] }), master: moved(day) })).toBe(expected);
  });

  it.each<[string, string]>([
    ['windowEnd', 'conditionNotMet'],
    ['current', 'conditionNotMet'],
  ])('is asked once where attributes are read as of %s', (attributesAsOf, expected) => {
    const term = eligible({ include: [DE], attributesAsOf });
    expect(matched({ term, master: moved('2026-02-01') })).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['on the first day', '2026-01-01', WHOLE],
    ['on the last day', '2026-03-31', `totalTooCoarse factor in ${YEAR}`],
    [LATER, '2026-04-01', WHOLE],
  ])('at a price that changes %s', (_, day, expected) => {
    expect(matched({ term: { payout: LIST }, master: priced(day) })).toBe(expected);
  });

  it.each<[string, string, string, string]>([
    ['each day, and the same', 'invoice', '0.9', WHOLE],
    ['each day, and another one on the last', 'invoice', '0.8', `totalTooCoarse rate in ${YEAR}`],
    ['the end of the window', 'windowEnd', '0.8', WHOLE],
  ])('in another currency at the rate of %s', (_, rateOn, last, expected) => {
    expect(matched({ term: converted(rateOn), line: { currency: 'USD' }, master: rates(last) })).toBe(
      expected,
    );
  });

  it('below zero holds returns, which some terms want to see with their originals', () => {
    const returns = { linked: 'originalWindow', unlinked: 'blocked', negativeWindow: 'zero' };
    expect(matched({ term: { returns }, line: { netValue: '-1' } })).toBe(`returnWithoutOriginal in ${YEAR}`);
    expect(matched({ term: { returns } })).toBe(WHOLE);
  });

  it('without what is measured is blocked like any line', () => {
    expect(matched({ term: { qualifier: UNITS }, line: { quantity: '' } })).toBe(`measureMissing in ${YEAR}`);
    expect(matched({ term: { qualifier: UNITS }, line: { unit: 'CS' } })).toBe(`noUnitPath in ${YEAR}`);
  });

  it('is of one side and one company like any line', () => {
    expect(matched({ line: { side: 'purchase' } })).toBe('otherSide');
    expect(matched({ line: { company: 'US' } })).toBe('otherCompany');
    expect(planTermOf(agreementOf()).kind).toBe('additive');
  });
});
