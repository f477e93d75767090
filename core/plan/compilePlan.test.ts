import { describe, expect, it } from 'vitest';
import { agreementOf, planTermOf, UNITS, windowsText } from '../../test/support/trade.ts';
import { windowText } from '../calendar/window.ts';
import { NO_MASTER } from '../master/master.ts';
import { compilePlan } from './compilePlan.ts';

const BASELINE = {
  source: 'sameWindowPreviousYear',
  growthAs: 'percent',
  whenNotPositive: { policy: 'paysNothing' },
  likeForLike: 'no',
};

describe('the plan of an agreement', () => {
  it('has a qualifier and a payout sum for each window', () => {
    const term = planTermOf(agreementOf({ qualifier: UNITS, windows: windowsText('halfYear') }));
    expect(term.slots.map(({ id, role, measure }) => [id, role, measure.of])).toEqual([
      ['qualifier', 'qualifier', 'quantity'],
      ['payout.payout', 'payout', 'value'],
    ]);
    for (const { windows } of term.slots) {
      expect(windows.map(({ lines }) => windowText(lines))).toEqual([
        '2026-01-01..2026-06-30',
        '2026-07-01..2026-12-31',
      ]);
      expect(windows.every(({ lines, pays }) => lines.from === pays.from && lines.until === pays.until)).toBe(
        true,
      );
    }
  });

  it('has a baseline sum of the qualifier measure, from the days a year before', () => {
    const quarter = { windows: windowsText('quarter') };
    const term = planTermOf(
      agreementOf({ formula: 'growthWhole', baseline: BASELINE, qualifier: UNITS, ...quarter }),
    );
    const baseline = term.slots[2];
    expect([baseline?.role, baseline?.measure, term.slots.length]).toEqual(['baseline', UNITS, 3]);
    expect(baseline?.windows.map(({ lines, pays }) => [windowText(lines), windowText(pays)])).toEqual([
      ['2025-01-01..2025-03-31', '2026-01-01..2026-03-31'],
      ['2025-04-01..2025-06-30', '2026-04-01..2026-06-30'],
      ['2025-07-01..2025-09-30', '2026-07-01..2026-09-30'],
      ['2025-10-01..2025-12-31', '2026-10-01..2026-12-31'],
    ]);
  });

  it('carries what decides about a line', () => {
    const agreement = agreementOf(
      { date: 'order', transactions: 'purchase' },
      { direction: 'supplierRebate' },
    );
    const { terms, ...plan } = compilePlan(agreement, NO_MASTER);
    expect(plan).toEqual({ agreement });
    expect(terms).toHaveLength(1);
    expect(terms[0]).toMatchObject({
      id: 'volume',
      kind: 'additive',
      companies: ['EU'],
      currency: 'EUR',
      participants: [],
      term: agreement.terms[0],
    });
  });
});
