import { describe, expect, it } from 'vitest';
import { agreementOf, agreementText, dayOf } from '../../test/support/trade.ts';
import { formatDate } from '../calendar/localDate.ts';
import { isFinalDue, isLastDue, nextSettlementDay, settlementDue } from './settlementDue.ts';

function agreementWith(settlement: object, differs: object = {}) {
  const text = agreementText();
  return agreementOf({}, { settlement: { ...(text.settlement as object), ...settlement }, ...differs });
}

const YEAR = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };

describe('what can be settled', () => {
  it.each([
    ['2026-03-31', undefined],
    ['2026-04-01', '2026-03-31'],
    ['2026-06-30', '2026-03-31'],
    ['2026-07-15', '2026-06-30'],
    ['2027-01-01', '2026-12-31'],
    ['2031-01-01', '2026-12-31'],
  ])('on %s by quarters: up to %s', (today, asOf) => {
    const due = settlementDue(agreementWith({ frequency: 'quarter' }), dayOf(today));
    expect(due && formatDate(due.asOf)).toBe(asOf);
  });

  it.each([
    ['2026-03-31', '2026-04-01'],
    ['2026-04-01', '2026-07-01'],
    ['2026-12-31', '2027-01-01'],
    ['2027-01-01', undefined],
  ])('on %s by quarters: the next can be settled on %s', (today, day) => {
    const next = nextSettlementDay(agreementWith({ frequency: 'quarter' }), dayOf(today));
    expect(next && formatDate(next)).toBe(day);
  });

  it('waits for the as-of day where that is later than the window', () => {
    const agreement = agreementWith({ frequency: 'quarter', asOf: { daysAfter: 10 } });
    expect(settlementDue(agreement, dayOf('2026-04-10'))).toBeUndefined();
    const due = settlementDue(agreement, dayOf('2026-04-11'));
    expect(due).toEqual({ asOf: dayOf('2026-04-10'), lastDay: dayOf('2026-03-31') });
  });

  it('ends with a termination', () => {
    const termination = { lastDay: '2026-05-10', openWindows: 'settleToDate' };
    const agreement = agreementWith({ frequency: 'quarter', finalDays: 30 }, { termination });
    const due = settlementDue(agreement, dayOf('2026-12-31'));
    expect(due?.lastDay).toBe(dayOf('2026-05-10'));
    expect(due && isLastDue(agreement, due, dayOf('2026-06-08'))).toBe(false);
    expect(due && isLastDue(agreement, due, dayOf('2026-06-09'))).toBe(true);
  });

  it.each([
    ['2027-01-30', false],
    ['2027-01-31', true],
  ])('on %s the year is settled for good: %s', (today, expected) => {
    const agreement = agreementWith({ frequency: 'quarter', finalDays: 31 });
    const due = settlementDue(agreement, dayOf(today));
    expect(due && isFinalDue(agreement, YEAR, due, dayOf(today))).toBe(expected);
  });

  it('settles no window for good that is not due yet', () => {
    const agreement = agreementWith({ frequency: 'quarter', finalDays: 0 });
    const today = dayOf('2026-05-20');
    const due = settlementDue(agreement, today);
    const april = { from: dayOf('2026-04-01'), until: dayOf('2026-05-01') };
    const march = { from: dayOf('2026-03-01'), until: dayOf('2026-04-01') };
    expect(due && isFinalDue(agreement, april, due, today)).toBe(false);
    expect(due && isFinalDue(agreement, march, due, today)).toBe(true);
  });
});
