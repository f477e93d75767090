import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  agreementText,
  earningsOf,
  type JsonObject,
  lineOf,
  windowsText,
} from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import type { Json } from '../text/canonicalJson.ts';

const paying = (percent: string) => ({ tiers: { boundary: 'atLeast', rows: [{ from: '1', percent }] } });

function termsOf(...terms: readonly JsonObject[]): JsonObject {
  return { terms: terms.flatMap((term) => agreementText(term).terms as Json[]) };
}

describe('a term that is net of another one', () => {
  const lines = ['01', '02', '03'].map((month) =>
    lineOf({ document: month, invoiceDate: `2026-${month}-05`, netValue: '1000' }),
  );
  const outer = { id: 'outer', ...paying('1'), netting: { of: ['inner'], lowers: 'payout' } };

  it.each([
    ['by the year', windowsText('year'), '27'],
    ['by the month', windowsText('month'), '27'],
    ['to date', windowsText('month', { qualifier: { toDate: 'year' }, pays: 'cumulative' }), '27'],
    [
      'to date by quarter',
      windowsText('month', { qualifier: { toDate: 'quarter' }, pays: 'cumulative' }),
      '27',
    ],
  ])('takes off what that has earned %s, once', (_, windows, exact) => {
    const agreement = agreementOf({}, termsOf({ id: 'inner', ...paying('10'), windows }, outer));
    const [earning] = earningsOf(agreement, lines).filter(({ term }) => term === 'outer');
    expect(earning && exactText(earning.exact)).toBe(exact);
  });
});

type Sale = readonly [partner: string, day: string, value: string, product?: string];

function linesOf(sales: readonly Sale[]) {
  return sales.map(([partner, day, netValue, product = 'A'], row) =>
    lineOf({ document: `D${row}`, partner, product, invoiceDate: `2026-${day}`, netValue }),
  );
}

/** "B P1 10, A P1 9": what each term pays each partner, exact, in the order of the agreement. */
function earned(terms: JsonObject, sales: readonly Sale[], agreement: JsonObject = {}): string {
  return earningsOf(agreementOf({}, { ...terms, ...agreement }), linesOf(sales))
    .map(({ term, partner, exact }) => `${term} ${partner} ${exactText(exact)}`)
    .join(', ');
}

const ofProduct = (code: string) => ({
  eligibility: {
    include: [{ attribute: 'product.code', in: [code] }],
    exclude: [],
    attributesAsOf: 'transaction',
    payment: 'any',
    submission: 'any',
  },
});

describe('what inner terms have earned on a line', () => {
  const netOf = (...of: readonly string[]) => ({ netting: { of, lowers: 'payout' } });

  it('comes off together, and each partner has its own', () => {
    const terms = termsOf(
      { id: 'C', ...paying('10'), ...netOf('A', 'B') },
      { id: 'A', ...paying('2') },
      { id: 'B', ...paying('3') },
    );
    const sales: Sale[] = [
      ['P1', '01-05', '100'],
      ['P2', '01-05', '1000'],
    ];
    expect(earned(terms, sales)).toBe('C P1 9.5, C P2 95, A P1 2, A P2 20, B P1 3, B P2 30');
  });

  it('goes by what each line has earned of it', () => {
    const terms = termsOf(
      { id: 'C', ...paying('10'), ...netOf('A'), ...ofProduct('A') },
      { id: 'A', ...paying('10'), windows: windowsText('quarter') },
    );
    const sales: Sale[] = [
      ['P1', '01-05', '100', 'A'],
      ['P1', '01-06', '300', 'B'],
      ['P1', '04-05', '100', 'A'],
    ];
    expect(earned(terms, sales)).toBe('C P1 18, A P1 40, A P1 10');
  });

  it('is nothing where its lines come to nothing', () => {
    const terms = termsOf({ id: 'C', ...paying('10'), ...netOf('A') }, { id: 'A', ...paying('10') });
    const sales: Sale[] = [
      ['P1', '01-05', '100'],
      ['P1', '01-06', '-100'],
    ];
    expect(earned(terms, sales)).toBe('C P1 0, A P1 0');
  });
});

describe('one of several terms', () => {
  const set = (rank: number, differs: JsonObject = {}) => ({
    exclusive: { set: 'S', choice: 'bestForPayee', rank, loserQualifier: 'keeps', ...differs },
  });
  /** "kind winner": what is said first of each earning that lost. */
  const losers = (terms: JsonObject, sales: readonly Sale[]) =>
    earningsOf(agreementOf({}, terms), linesOf(sales)).flatMap(({ term, partner, explanation }) => {
      const lost = explanation.steps.filter(({ kind }) => kind === 'exclusiveLost');
      return lost.map(({ operands }) => [
        term,
        partner,
        ...Object.values(operands).map((operand) => ('value' in operand ? operand.value : '')),
      ]);
    });
  const terms = termsOf(
    { id: 'A', ...paying('10'), ...set(1) },
    { id: 'B', tiers: { boundary: 'atLeast', rows: [{ from: '500', percent: '20' }] }, ...set(2) },
  );
  const sales: Sale[] = [
    ['P1', '01-05', '100'],
    ['P2', '01-05', '1000'],
    ['P3', '01-05', '500'],
  ];

  it('is paid to each partner, as it is best for that one', () => {
    expect(earned(terms, sales)).toBe('A P1 10, A P2 0, A P3 0, B P1 0, B P2 200, B P3 100');
  });

  it('says what it lost to, and what both would have been', () => {
    const said = losers(terms, sales);
    expect(said.map(([term, partner]) => `${term} ${partner}`)).toEqual(['A P2', 'A P3', 'B P1']);
    expect(said[0]).toEqual(expect.arrayContaining(['B', '100', '200']));
  });

  it('leaves lines to the loser that the winner does not count', () => {
    const apart = termsOf(
      { id: 'A', ...paying('10'), ...set(1), ...ofProduct('A') },
      { id: 'B', ...paying('20'), ...set(2), ...ofProduct('B') },
    );
    const both: Sale[] = [
      ['P1', '01-05', '100', 'A'],
      ['P1', '01-05', '100', 'B'],
    ];
    expect(earned(apart, both)).toBe('A P1 10, B P1 20');
  });

  it('is chosen window by window', () => {
    const quarterly = termsOf(
      { id: 'A', ...paying('10'), ...set(1), windows: windowsText('quarter') },
      {
        id: 'B',
        tiers: { boundary: 'atLeast', rows: [{ from: '500', percent: '20' }] },
        ...set(2),
        windows: windowsText('quarter'),
      },
    );
    const spread: Sale[] = [
      ['P1', '01-05', '100'],
      ['P1', '04-05', '500'],
    ];
    expect(earned(quarterly, spread)).toBe('A P1 10, A P1 0, B P1 0, B P1 100');
  });
});

describe('a cap over terms', () => {
  const terms = termsOf(
    { id: 'X', ...paying('10') },
    { id: 'Y', ...paying('5') },
    { id: 'Z', ...paying('5') },
  );
  const sales: Sale[] = [
    ['P1', '01-05', '100'],
    ['P2', '01-05', '200'],
  ];
  const cap = (scope: string, spread: string, max: string) => ({
    sharedCaps: [{ id: 'C', terms: ['Y', 'X'], scope, max, spread }],
  });

  it.each([
    ['partner', 'termOrder', '12', 'X P1 10, X P2 12, Y P1 2, Y P2 0, Z P1 5, Z P2 10'],
    ['partner', 'termOrder', '15', 'X P1 10, X P2 15, Y P1 5, Y P2 0, Z P1 5, Z P2 10'],
    ['partner', 'proRata', '15', 'X P1 10, X P2 10, Y P1 5, Y P2 5, Z P1 5, Z P2 10'],
    ['programme', 'termOrder', '31', 'X P1 10, X P2 20, Y P1 1, Y P2 0, Z P1 5, Z P2 10'],
    ['programme', 'proRata', '22.5', 'X P1 5, X P2 10, Y P1 2.5, Y P2 5, Z P1 5, Z P2 10'],
    ['programme', 'proRata', '45', 'X P1 10, X P2 20, Y P1 5, Y P2 10, Z P1 5, Z P2 10'],
  ])('of each %s, by %s, of %s: %s', (scope, spread, max, expected) => {
    expect(earned(terms, sales, cap(scope, spread, max))).toBe(expected);
  });

  it('is said where it cuts, and only there', () => {
    const said = (max: string) =>
      earningsOf(agreementOf({}, { ...terms, ...cap('partner', 'termOrder', max) }), linesOf(sales))
        .filter(({ explanation }) => explanation.steps.some(({ kind }) => kind === 'sharedCap'))
        .map(({ term, partner }) => `${term} ${partner}`);
    expect(said('15')).toEqual(['X P2', 'Y P2']);
    expect(said('30')).toEqual([]);
  });
});
