import { describe, expect, it } from 'vitest';
import { agreementOf, planTermOf, UNITS } from '../../test/support/trade.ts';
import { windowText } from '../calendar/window.ts';
import { compilePlan } from './compilePlan.ts';

const BASELINE = {
  window: 'sameWindowPreviousYear',
  whenNotPositive: { policy: 'paysNothing' },
  likeForLike: false,
};

describe('the plan of an agreement', () => {
  it('has a qualifier and a payout sum for each window', () => {
    const term = planTermOf(
      agreementOf({ qualifier: UNITS, qualifierWindow: 'halfYear', payoutWindow: 'halfYear' }),
    );
    expect(term.slots.map(({ role, measure, scale }) => [role, measure.of, scale])).toEqual([
      ['qualifier', 'quantity', 9],
      ['payout', 'value', 9],
    ]);
    for (const { windows } of term.slots) {
      expect(windows.map(({ lines }) => windowText(lines))).toEqual([
        '2026-01-01..2026-06-30',
        '2026-07-01..2026-12-31',
      ]);
      expect(windows.every(({ lines, pays }) => lines === pays)).toBe(true);
    }
  });

  it('has a baseline sum of the qualifier measure, from the days a year before', () => {
    const quarter = { qualifierWindow: 'quarter', payoutWindow: 'quarter' };
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

  it.each(['orderedAtPrice', 'receivedAtPrice', 'stockedAtPrice'])(
    '%s has the places of both factors',
    (basis) => {
      const term = planTermOf(agreementOf({ qualifier: { of: 'value', basis } }));
      expect(term.slots.map(({ scale }) => scale)).toEqual([18, 9]);
    },
  );

  it('carries what decides about a line', () => {
    const agreement = agreementOf(
      { date: 'order', transactions: 'purchase' },
      { direction: 'supplierRebate' },
    );
    const { terms, ...plan } = compilePlan(agreement);
    expect(plan).toEqual({ agreement: 'TEST' });
    expect(terms).toHaveLength(1);
    expect(terms[0]).toMatchObject({
      id: 'volume',
      kind: 'additive',
      side: 'purchase',
      company: 'EU',
      currency: 'EUR',
      date: 'order',
      participants: [],
      eligibility: agreement.terms[0]?.eligibility,
      returns: agreement.terms[0]?.returns,
    });
  });
});
