import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
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
