import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
  windowsText,
} from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';

type Sale = readonly [partner: string, value: string, more?: Texts];

const MASTER = masterOfTexts({
  partners: { P1: { group: 'G' }, P2: { group: 'G' }, P3: {} },
  products: { A: {}, B: {} },
});
const TEN = { tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '10' }] } };

function group(differs: JsonObject = {}): JsonObject {
  return {
    group: {
      by: 'partner.group',
      target: 'group',
      joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
      leavers: 'finalTier',
      spreadBy: 'payoutMeasure',
      keptPercent: '0',
      ...differs,
    },
  };
}

function gate(from: string): JsonObject {
  const measure = { of: 'value', basis: 'net' };
  return { gates: { need: 'all', within: 'window', tests: [{ measure, boundary: 'atLeast', from }] } };
}

/** "P1 90, P2 45": what each earns, exact, with the group's own part. */
function earned(term: JsonObject, sales: readonly Sale[]): string {
  const lines = sales.map(([partner, netValue, more], index) =>
    lineOf({ document: `D${index}`, partner, netValue, ...more }),
  );
  return earningsOf(agreementOf({ ...TEN, ...term }), lines, '2026-12-31', MASTER)
    .map(({ partner, exact }) => `${partner} ${exactText(exact)}`)
    .join(', ');
}

const SALES: readonly Sale[] = [
  ['P1', '1000'],
  ['P2', '500'],
  ['P3', '1200'],
];

describe('gates of a group', () => {
  it.each([
    ['below', '1200.01', 'P1 100, P2 50, P3 0'],
    ['at the bound, and who is alone at its own', '1200', 'P1 100, P2 50, P3 120'],
    ['at the sum of all members', '1500', 'P1 100, P2 50, P3 0'],
    ['above it', '1500.01', 'P1 0, P2 0, P3 0'],
  ])('look at the lines of all members: %s', (_, from, expected) => {
    expect(earned({ ...group(), ...gate(from) }, SALES)).toBe(expected);
  });

  it('leave the group its percent of what is paid', () => {
    const term = { ...group({ keptPercent: '10' }), ...gate('1500') };
    expect(earned(term, SALES)).toBe('G 15, P1 90, P2 45, P3 0');
    expect(earned({ ...term, ...gate('1500.01') }, SALES)).toBe('P1 0, P2 0, P3 0');
  });

  it('open for who reaches more alone by lines of its own', () => {
    const rows = [
      { from: '1', percent: '10' },
      { from: '800', percent: '20' },
    ];
    const term = { ...group({ target: 'higher' }), tiers: { boundary: 'atLeast', rows } };
    const back: readonly Sale[] = [
      ['P1', '1000'],
      ['P2', '-600', { quantity: '-1' }],
    ];
    expect(earned({ ...term, ...gate('400') }, back)).toBe('P1 200, P2 0');
    expect(earned({ ...term, ...gate('401') }, back)).toBe('P1 200, P2 0');
    expect(earned({ ...term, ...gate('1001') }, back)).toBe('P1 0, P2 0');
  });
});

describe('what is said of gates and tiers', () => {
  const said = (term: JsonObject, sales: readonly Sale[]) =>
    earningsOf(
      agreementOf({ ...TEN, ...term }),
      sales.map(([partner, netValue, more], index) =>
        lineOf({ document: `D${index}`, partner, netValue, ...more }),
      ),
      '2026-12-31',
      MASTER,
    ).map(({ partner, result, explanation }) => {
      const gates = explanation.steps.map(({ kind }) => kind).filter((kind) => kind.startsWith('gates'));
      return `${partner} ${result.reached.tier} ${gates.join(', ')}`;
    });

  it('is of the group where that pays, and of the member where it is paid alone', () => {
    const rows = [
      { from: '1', percent: '10' },
      { from: '800', percent: '20' },
    ];
    const higher = { ...group({ target: 'higher' }), tiers: { boundary: 'atLeast', rows } };
    const back: readonly Sale[] = [
      ['P1', '1000'],
      ['P2', '-600', { quantity: '-1' }],
    ];
    expect(said({ ...higher, ...gate('401') }, back)).toEqual(['P1 2 gatesOpen', 'P2 1 gatesClosed']);
    expect(said({ ...group(), ...gate('1500') }, SALES.slice(0, 2))).toEqual([
      'P1 1 gatesOpen',
      'P2 1 gatesOpen',
    ]);
  });
});

describe('a member that leaves', () => {
  const rows = [
    { from: '1', percent: '10' },
    { from: '1000', percent: '20' },
  ];
  const tiers = { tiers: { boundary: 'atLeast', rows } };
  /** P1 is in G until a day, then in H; P2 stays. */
  const leaving = (day: string, term: JsonObject, sales: readonly Sale[], effective = '2026-12-31') => {
    const master = masterOfTexts({
      partners: { P1: [{ group: 'G' }, { from: day, group: 'H' }], P2: { group: 'G' }, P3: { group: 'H' } },
      products: { A: {}, B: {} },
    });
    const lines = sales.map(([partner, netValue, more], index) =>
      lineOf({ document: `D${index}`, partner, netValue, ...more }),
    );
    return earningsOf(agreementOf({ ...tiers, ...term }), lines, effective, master)
      .map(({ partner, exact, result }) => `${partner} ${exactText(exact)} (${result.reached.tier})`)
      .join(', ');
  };
  const two: readonly Sale[] = [
    ['P1', '100'],
    ['P2', '200'],
  ];

  it.each([
    ['2026-12-30', '2026-12-31', 'P1 0 (1), P2 20 (1)'],
    ['2026-12-31', '2026-12-31', 'P1 0 (1), P2 20 (1)'],
    ['2027-01-01', '2026-12-31', 'P1 10 (1), P2 20 (1)'],
    ['2026-12-31', '2027-06-30', 'P1 0 (1), P2 20 (1)'],
    ['2027-01-01', '2027-06-30', 'P1 10 (1), P2 20 (1)'],
    ['2026-06-30', '2026-06-30', 'P1 0 (1), P2 20 (1)'],
    ['2026-07-01', '2026-06-30', 'P1 10 (1), P2 20 (1)'],
  ])('on %s, seen on %s: %s', (day, effective, expected) => {
    expect(leaving(day, group({ leavers: { nothing: 'lapses' } }), two, effective)).toBe(expected);
  });

  it.each([
    ['2026-06-30', 'P1 100 (2), P2 600 (2)'],
    ['2026-07-01', 'P1 50 (2), P2 600 (2)'],
  ])('on 2026-07-01 has the tier of the lines before, with one on %s: %s', (day, expected) => {
    const sales: readonly Sale[] = [
      ['P1', '500', { invoiceDate: '2026-06-29' }],
      ['P2', '3000', { invoiceDate: day }],
    ];
    expect(leaving('2026-07-01', group({ leavers: 'tierAtLeaving' }), sales)).toBe(expected);
  });

  it('has the tier of its own group and window, whatever others have sold before', () => {
    const sales: readonly Sale[] = [
      ['P3', '5000', { invoiceDate: '2026-04-01' }],
      ['P1', '500', { invoiceDate: '2026-04-01' }],
      ['P2', '5000', { invoiceDate: '2026-02-01' }],
      ['P2', '3000', { invoiceDate: '2026-06-30' }],
    ];
    const term = { ...group({ leavers: 'tierAtLeaving' }), windows: windowsText('quarter') };
    expect(leaving('2026-05-01', term, sales)).toBe('P1 50 (2), P2 1000 (2), P2 600 (2), P3 1000 (2)');
  });

  it('has nothing at the tier of its leaving where the gates of the group are shut', () => {
    const term = { ...group({ leavers: 'tierAtLeaving' }), ...gate('10000') };
    expect(leaving('2026-07-01', term, two)).toBe('P1 0 (1), P2 0 (1)');
  });

  it('stands where its group stands, whether it was alone before or after', () => {
    const sales: readonly Sale[] = [
      ['P1', '100', { invoiceDate: '2026-02-01' }],
      ['P1', '100', { invoiceDate: '2026-10-01' }],
      ['P2', '1000'],
    ];
    const moved = (before: string, after: string) => {
      const master = masterOfTexts({
        partners: { P1: [{ group: before }, { from: '2026-07-01', group: after }], P2: { group: 'G' } },
        products: { A: {} },
      });
      const lines = sales.map(([partner, netValue, more], index) =>
        lineOf({ document: `D${index}`, partner, netValue, ...more }),
      );
      return earningsOf(agreementOf({ ...tiers, ...group() }), lines, '2026-12-31', master).map(
        ({ partner, exact, result, payouts }) =>
          `${partner} ${exactText(exact)} (${result.reached.tier}), ${payouts.get('payout')?.lines} lines`,
      );
    };
    expect(moved('', 'G')).toEqual(['P1 30 (2), 2 lines', 'P2 200 (2), 1 lines']);
    expect(moved('G', '')).toEqual(['P1 30 (2), 2 lines', 'P2 200 (2), 1 lines']);
    // Of two groups it is the first by name.
    expect(moved('G', 'H')).toEqual(['P1 30 (2), 2 lines', 'P2 200 (2), 1 lines']);
    expect(moved('H', 'G')).toEqual(['P1 30 (2), 2 lines', 'P2 200 (2), 1 lines']);
    expect(moved('F', 'G')).toEqual(['P1 30 (1), 2 lines', 'P2 200 (2), 1 lines']);
  });
});

describe('caps under a group', () => {
  const both: readonly Sale[] = [
    ['P1', '100'],
    ['P2', '100'],
  ];

  it('that members share leave the group what each has got', () => {
    const shared = { of: 'payout', scope: 'group', max: '150', order: 'transactionDate' };
    const amount = { of: 'amount', scope: 'partner', max: '9' };
    expect(earned({ ...group(), limits: [shared] }, both)).toBe('P1 10, P2 5');
    expect(earned({ ...group(), limits: [shared, amount] }, both)).toBe('P1 9, P2 5');
    expect(earned({ ...group(), limits: [amount] }, both)).toBe('P1 9, P2 9');
  });

  it('of a budget leave the payout as it is', () => {
    const budget = { of: 'amount', scope: 'group', max: '15', order: 'transactionDate' };
    const pallets = { of: 'count', what: 'product' };
    const term = {
      ...group(),
      limits: [budget],
      payout: pallets,
      tiers: { boundary: 'atLeast', rows: [{ from: '1', perUnit: '10' }] },
    };
    expect(earned(term, both)).toBe('P1 5, P2 5');
  });
});
