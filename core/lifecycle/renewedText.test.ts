import { describe, expect, it } from 'vitest';
import { agreementOf, agreementText, dayOf, type JsonObject } from '../../test/support/trade.ts';
import { decodeAgreement } from '../agreement/decodeAgreement.ts';
import { formatDate } from '../calendar/localDate.ts';
import { windowText } from '../calendar/window.ts';
import { outsideOfKind, supplementedText, terminatedText } from './amendedText.ts';
import { nextPeriod, renewedText } from './renewedText.ts';

const years = (...weeks: number[]) => {
  let firstDay = dayOf('2026-02-01');
  return weeks.map((count) => {
    const year = { firstDay: formatDate(firstDay), weeks: count };
    firstDay += 7 * count;
    return year;
  });
};
const inWeeks = (lastDay: string, ...weeks: number[]) => ({
  validity: { firstDay: '2026-02-01', lastDay },
  calendar: { weeks: { pattern: '4-5-4', years: years(...weeks) } },
});

describe('the next period', () => {
  it.each([
    ['a civil year', {}, '2027-01-01..2027-12-31'],
    ['a quarter', { validity: { firstDay: '2026-01-01', lastDay: '2026-03-31' } }, '2026-04-01..2026-06-30'],
    [
      'a fiscal year from April',
      {
        validity: { firstDay: '2026-04-01', lastDay: '2027-03-31' },
        calendar: { fiscal: { firstMonth: 4 } },
      },
      '2027-04-01..2028-03-31',
    ],
    [
      'a February that ends on the 28th',
      { validity: { firstDay: '2027-02-01', lastDay: '2027-02-28' } },
      '2027-03-01..2027-03-31',
    ],
    [
      'a year from the 31st of August, from its start',
      { validity: { firstDay: '2025-08-31', lastDay: '2026-08-30' }, calendar: 'fromStart' },
      '2026-08-31..2027-08-30',
    ],
    [
      'six months from the 31st, which end where the month does',
      { validity: { firstDay: '2025-08-31', lastDay: '2026-02-27' }, calendar: 'fromStart' },
      '2026-02-28..2026-08-30',
    ],
    [
      'days that make no months',
      { validity: { firstDay: '2026-01-10', lastDay: '2026-12-31' } },
      'renewal-period-needed',
    ],
    ['a year of 52 weeks, the next one of 53', inWeeks('2027-01-30', 52, 53), '2027-01-31..2028-02-05'],
    ['a year of weeks that is the last one listed', inWeeks('2027-01-30', 52), 'renewal-period-needed'],
    [
      'two years of weeks, with one listed after them',
      inWeeks('2028-01-29', 52, 52, 53),
      'renewal-period-needed',
    ],
  ])('of %s', (_, differs, expected) => {
    const period = nextPeriod(agreementOf({}, differs as JsonObject));
    expect(period.ok ? windowText(period.value) : period.refusals[0]?.code).toBe(expected);
  });
});

describe('a renewed text', () => {
  const tiers = (percent: string) => ({ boundary: 'atLeast', rows: [{ from: '1000', percent }] });
  const supplement = (id: string, firstDay: string, percent: string) => ({
    id,
    firstDay,
    tiers: tiers(percent),
    carryVolume: true,
    touches: 'linesFrom',
  });
  const before = agreementText(
    { supplements: [supplement('b', '2026-10-01', '4'), supplement('a', '2026-07-01', '3')] },
    { termination: { lastDay: '2026-11-30', openWindows: 'settleToDate' } },
  );
  const period = { from: dayOf('2027-01-01'), until: dayOf('2028-01-01') };

  it('goes on with the terms as they stood at the end', () => {
    const after = renewedText(before, 'NEXT', period);
    expect(decodeAgreement(after).ok).toBe(true);
    expect(after).toEqual({
      ...agreementText({ tiers: tiers('4') }),
      id: 'NEXT',
      validity: { firstDay: '2027-01-01', lastDay: '2027-12-31' },
    });
  });
});

describe('what an amendment may change', () => {
  const text = agreementText();
  const supplement = {
    id: 's',
    firstDay: '2026-07-01',
    tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '3' }] },
    carryVolume: false,
    touches: 'linesFrom',
  };
  const added = supplementedText(text, 'volume', supplement) ?? {};
  const twice = supplementedText(added, 'volume', { ...supplement, id: 't', firstDay: '2026-09-01' }) ?? {};
  const ended = terminatedText(text, { lastDay: dayOf('2026-06-30'), openWindows: 'forfeit' });
  const renamed = { ...text, name: { en: 'Another name', 'zh-CN': '测试' } };

  it.each([
    ['supplement', text, added, []],
    ['supplement', added, twice, []],
    ['supplement', twice, added, ['terms[volume].supplements[t]']],
    ['supplement', text, ended, ['termination']],
    ['supplement', text, renamed, []],
    ['termination', text, ended, []],
    [
      'termination',
      ended,
      terminatedText(text, { lastDay: dayOf('2026-05-31'), openWindows: 'forfeit' }),
      [],
    ],
    ['termination', text, added, ['terms[volume].supplements']],
    ['version', text, { ...added, currency: 'USD' }, []],
    ['version', text, { ...text, id: 'OTHER' }, ['id']],
  ] as const)('as a %s (%#)', (kind, before, after, outside) => {
    expect(outsideOfKind(kind, before, after)).toEqual(outside);
  });

  it('names a term that is there', () => {
    expect(supplementedText(text, 'nobody', supplement)).toBeUndefined();
  });
});
