import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  planTermOf,
  type Texts,
} from '../../test/support/trade.ts';
import type { Master } from '../master/master.ts';
import { apportion } from './apportion.ts';

type Sale = readonly [partner: string, product: string, value: string, more?: Texts];

const GROUP = {
  by: 'partner.group',
  target: 'group',
  joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
  leavers: 'finalTier',
  spreadBy: 'payoutMeasure',
  keptPercent: '0',
};
const OWN_RATE = { apportionment: { by: 'ownRate', residual: 'largestRemainder' } };
const netOf = (product: string) => ({
  of: 'value',
  basis: 'net',
  where: [{ attribute: 'product.code', in: [product] }],
});

/** "D0 400, D1 20000": the cents of each line of P1. */
function shares(term: JsonObject, sales: readonly Sale[], master: Master): string {
  const lines = sales.map(([partner, product, netValue, more], index) =>
    lineOf({ document: `D${index}`, partner, product, netValue, ...more }),
  );
  const agreement = agreementOf({ group: GROUP, ...term });
  const earning = earningsOf(agreement, lines, '2026-12-31', master).find(({ partner }) => partner === 'P1');
  if (earning === undefined) throw new Error('P1 has no earning');
  const context = { master, effective: dayOf('2026-12-31') };
  return apportion(earning, planTermOf(agreement), lines, context)
    .map(({ line, shareMinor }) => `${line.document} ${shareMinor}`)
    .join(', ');
}

describe('the lines of a member', () => {
  it('have the rates that the group was paid at, whatever it has of each payout', () => {
    const master = masterOfTexts({ partners: { P1: { group: 'G' }, P2: { group: 'G' } } });
    const parts = {
      payout: {
        of: 'parts',
        parts: [
          { id: 'high', measure: netOf('A') },
          { id: 'low', measure: netOf('B') },
        ],
      },
      tiers: {
        boundary: 'atLeast',
        rows: [
          {
            from: '1',
            parts: [
              { part: 'high', percent: '4' },
              { part: 'low', percent: '1' },
            ],
          },
        ],
      },
    };
    const sales: readonly Sale[] = [
      ['P1', 'A', '100'],
      ['P1', 'B', '20000'],
      ['P2', 'A', '9900'],
    ];
    expect(shares({ ...parts, ...OWN_RATE }, sales, master)).toBe('D0 400, D1 20000');
    expect(shares(parts, sales, master)).toBe('D0 101, D1 20299');
  });

  it('have the rate of the group that they count for', () => {
    const master = masterOfTexts({
      partners: { P1: [{ group: 'G' }, { from: '2026-07-01', group: 'H' }], P2: { group: 'H' } },
    });
    const rows = [
      { from: '1', percent: '1' },
      { from: '1000', percent: '5' },
    ];
    const sales: readonly Sale[] = [
      ['P1', 'A', '100'],
      ['P1', 'A', '100', { invoiceDate: '2026-08-03' }],
      ['P2', 'A', '900'],
    ];
    const tiers = { tiers: { boundary: 'atLeast', rows } };
    expect(shares({ ...tiers, ...OWN_RATE }, sales, master)).toBe('D0 100, D1 500');
    expect(shares(tiers, sales, master)).toBe('D0 300, D1 300');
  });

  it('have what a limit of their group has left them', () => {
    const master = masterOfTexts({
      partners: { P1: [{ group: 'G' }, { from: '2026-07-01', group: 'H' }], P2: { group: 'H' } },
    });
    const limited = (max: string) => ({
      tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '10' }] },
      limits: [{ of: 'payout', scope: 'group', max, order: 'transactionDate' }],
    });
    const sales: readonly Sale[] = [
      ['P1', 'A', '100'],
      ['P1', 'A', '40', { invoiceDate: '2026-08-03' }],
    ];
    expect(shares(limited('60'), sales, master)).toBe('D0 600, D1 400');
    expect(shares(limited('30'), sales, master)).toBe('D0 300, D1 300');
    expect(shares(limited('100'), sales, master)).toBe('D0 1000, D1 400');
  });
});
