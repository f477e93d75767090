import { describe, expect, it } from 'vitest';
import { agreementOf, earningsOf, lineOf, windowsText } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';

describe('a guarantee in an agreement that is ended', () => {
  const lines = ['02', '05'].map((month) =>
    lineOf({ document: month, invoiceDate: `2026-${month}-05`, netValue: '1000' }),
  );

  /** What the two quarters earn at 1 % beside a guarantee of 100, with the second one forfeited. */
  function earned(unearned: string, openWindows = 'forfeit'): string[] {
    const agreement = agreementOf(
      {
        windows: windowsText('quarter'),
        tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '1' }] },
        guarantee: { amount: '100', cumulative: false, paid: 'atEnd', unearned },
      },
      { termination: { lastDay: '2026-05-15', openWindows } },
    );
    return earningsOf(agreement, lines, '2026-06-30').map(({ exact }) => exactText(exact));
  }

  it('tops a forfeited window up to nothing', () => {
    expect(earned('kept')).toEqual(['100', '0']);
    expect(earned('kept', 'settleToDate')).toEqual(['100', '100']);
  });

  it('takes back in it what is repaid at the end', () => {
    expect(earned('repaidAtEnd')).toEqual(['100', '-90']);
  });
});

describe('a guarantee of 100 a quarter', () => {
  const sold = (partner: string, month: string) =>
    lineOf({ document: month, partner, invoiceDate: `2026-${month}-05`, netValue: '1000' });

  /** "P1 100": what each quarter of a partner comes to, at 1 % of its sales. */
  function quarters(cumulative: boolean, ...lines: ReturnType<typeof sold>[]): string[] {
    const agreement = agreementOf({
      windows: windowsText('quarter'),
      tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '1' }] },
      guarantee: { amount: '100', cumulative, paid: 'atEnd', unearned: 'kept' },
    });
    return earningsOf(agreement, lines, '2026-12-31').map(
      ({ partner, exact }) => `${partner} ${exactText(exact)}`,
    );
  }

  it('holds in quarters without lines, for a partner that master data does not know', () => {
    expect(quarters(false, sold('P1', '02'))).toEqual(['P1 100', 'P1 100', 'P1 100', 'P1 100']);
    expect(quarters(true, sold('P1', '08'))).toEqual(['P1 100', 'P1 100', 'P1 100', 'P1 100']);
  });

  it('holds for nobody without any line', () => {
    expect(quarters(true)).toEqual([]);
  });
});
