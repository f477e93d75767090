import { describe, expect, it } from 'vitest';
import type { Agreement, Supplement, Term, Termination, Tiers, Windows } from '../agreement/agreement.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { type LocalDate, parseDate } from '../calendar/localDate.ts';
import { type Window, windowText } from '../calendar/window.ts';
import { type Decimal, parseDecimal } from '../number/decimal.ts';
import { type PayoutWindow, payoutWindows } from './payoutWindows.ts';

const AS_AGREED: Tiers = { boundary: 'atLeast', rows: [] };
const NEW: Tiers = { boundary: 'moreThan', rows: [] };
const MONTHLY: Windows = {
  payout: 'month',
  qualifier: 'payoutWindow',
  pays: 'own',
  cut: 'fullThreshold',
  targets: 'same',
};

function day(text: string): LocalDate {
  return parseDate(text) as LocalDate;
}

function windowOf(text: string): Window {
  const [firstDay = '', lastDay = ''] = text.split('..');
  return { from: day(firstDay), until: day(lastDay) + 1 };
}

function decimals(...texts: string[]): Decimal[] {
  return texts.map((text) => parseDecimal(text) as Decimal);
}

type Case = {
  readonly validity?: string;
  readonly calendar?: Calendar;
  readonly termination?: Termination;
  readonly windows?: Partial<Windows>;
  readonly supplements?: readonly Supplement[];
  readonly baseline?: Term['baseline'];
};

function windowsIn(given: Case): PayoutWindow[] {
  const agreement: Pick<Agreement, 'calendar' | 'validity' | 'termination'> = {
    calendar: given.calendar ?? 'gregorian',
    validity: windowOf(given.validity ?? '2026-01-01..2026-03-31'),
    termination: given.termination ?? 'none',
  };
  return payoutWindows(agreement, {
    windows: { ...MONTHLY, ...given.windows },
    tiers: AS_AGREED,
    supplements: given.supplements ?? 'none',
    ...(given.baseline && { baseline: given.baseline }),
  });
}

function supplement(firstDay: string, differs: Partial<Supplement> = {}): Supplement {
  return {
    id: 'S',
    firstDay: day(firstDay),
    tiers: NEW,
    carryVolume: true,
    touches: 'linesFrom',
    ...differs,
  };
}

function ended(lastDay: string, openWindows: Termination['openWindows'] = 'settleToDate'): Termination {
  return { lastDay: day(lastDay), openWindows };
}

/** "02-10..02-28" of the year 2026, with the year where it is another one. */
function short(window: Window | undefined): string {
  return window === undefined ? '' : windowText(window).replaceAll('2026-', '');
}

function factorsOf(given: Case): string[] {
  return windowsIn(given).map(({ thresholdFactor: { n, d } }) => (d === 1n ? `${n}` : `${n}/${d}`));
}

function qualifiersOf(given: Case): string[] {
  return windowsIn(given).map(({ qualifierLines }) => short(qualifierLines));
}

describe('the lines that find the tier', () => {
  it.each<[string, Partial<Windows>, string[]]>([
    ['are the own ones', {}, ['01-10..01-31', '02-01..02-28', '03-01..03-31', '04-01..04-05']],
    [
      'are those of the longer window',
      { qualifier: { within: 'quarter' } },
      ['01-10..03-31', '01-10..03-31', '01-10..03-31', '04-01..04-05'],
    ],
    [
      'are those of the term',
      { qualifier: { within: 'term' } },
      ['01-10..04-05', '01-10..04-05', '01-10..04-05', '01-10..04-05'],
    ],
    [
      'are those of the quarter to date',
      { qualifier: { toDate: 'quarter' } },
      ['01-10..01-31', '01-10..02-28', '01-10..03-31', '04-01..04-05'],
    ],
    [
      'are those of the life to date',
      { qualifier: { toDate: 'term' } },
      ['01-10..01-31', '01-10..02-28', '01-10..03-31', '01-10..04-05'],
    ],
    [
      'reach back over the start of the agreement where they roll',
      { qualifier: { rollingMonths: 2 } },
      ['2025-12-01..01-31', '01-01..02-28', '02-01..03-31', '02-06..04-05'],
    ],
  ])('%s', (_, windows, expected) => {
    expect(qualifiersOf({ validity: '2026-01-10..2026-04-05', windows })).toEqual(expected);
  });

  it('are paid on too where a window pays cumulatively, as far as the longer window goes', () => {
    const windows = windowsIn({
      validity: '2025-12-10..2026-02-28',
      windows: { qualifier: { toDate: 'year' }, pays: 'cumulative' },
    });
    expect(windows.map(({ payoutLines, enclosing }) => [short(payoutLines), short(enclosing)])).toEqual([
      ['2025-12-10..2025-12-31', '2025-12-10..2025-12-31'],
      ['01-01..01-31', '01-01..02-28'],
      ['01-01..02-28', '01-01..02-28'],
    ]);
  });

  it('are otherwise not what is paid on', () => {
    const windows = windowsIn({ windows: { qualifier: { toDate: 'year' } } });
    expect(windows.map(({ payoutLines, enclosing }) => [short(payoutLines), short(enclosing)])).toEqual([
      ['01-01..01-31', ''],
      ['02-01..02-28', ''],
      ['03-01..03-31', ''],
    ]);
  });
});

describe('thresholds', () => {
  const CUT = '2026-02-15..2026-05-10';
  it.each<[string, Case, string[]]>([
    ['stay whole', { validity: CUT }, ['1', '1', '1', '1']],
    ['by days', { validity: CUT, windows: { cut: 'byDays' } }, ['1/2', '1', '1', '10/31']],
    [
      'by days of a leap year',
      { validity: '2024-02-29..2024-03-31', windows: { cut: 'byDays' } },
      ['1/29', '1'],
    ],
    ['by months, of months', { validity: CUT, windows: { cut: 'byMonths' } }, ['1/2', '1', '1', '10/31']],
    [
      'by months, of quarters',
      { validity: '2026-02-15..2026-07-31', windows: { payout: 'quarter', cut: 'byMonths' } },
      ['1/2', '1', '1/3'],
    ],
    [
      'by days, of quarters',
      { validity: '2026-02-15..2026-07-31', windows: { payout: 'quarter', cut: 'byDays' } },
      ['1/2', '1', '31/92'],
    ],
    [
      'by months of the year that rates its months',
      { validity: '2026-07-01..2026-08-31', windows: { qualifier: { within: 'year' }, cut: 'byMonths' } },
      ['1/6', '1/6'],
    ],
    [
      'by the year, not by the part of it that is over',
      { validity: '2026-10-01..2026-12-31', windows: { qualifier: { toDate: 'year' }, cut: 'byMonths' } },
      ['1/4', '1/4', '1/4'],
    ],
    [
      'whole where months roll',
      { validity: CUT, windows: { qualifier: { rollingMonths: 3 }, cut: 'byDays' } },
      ['1', '1', '1', '1'],
    ],
    [
      'counted from the start are cut at the end only',
      { validity: CUT, calendar: 'fromStart', windows: { cut: 'byDays' } },
      ['1', '1', '13/15'],
    ],
    [
      'in a last month of six weeks',
      {
        validity: '2024-01-21..2024-02-03',
        calendar: { weeks: { pattern: '4-4-5', years: [{ firstDay: day('2023-01-29'), weeks: 53 }] } },
        windows: { cut: 'byDays' },
      },
      ['1/3'],
    ],
    [
      'of the window of a year',
      {
        validity: '2026-03-01..2026-12-31',
        windows: { payout: 'quarter', targets: { percentOfTable: decimals('10', '20.5', '30', '100') } },
      },
      ['1/10', '41/200', '3/10', '1'],
    ],
    [
      'of the window of a fiscal year, cut',
      {
        validity: '2026-03-01..2026-04-30',
        calendar: { fiscal: { firstMonth: 4 } },
        windows: {
          payout: 'quarter',
          cut: 'byMonths',
          targets: { percentOfTable: decimals('10', '20', '30', '40') },
        },
      },
      ['2/15', '1/30'],
    ],
  ])('%s', (_, given, expected) => {
    expect(factorsOf(given)).toEqual(expected);
  });

  it('need a target for each window of a year', () => {
    const targets = { percentOfTable: decimals('10', '20') };
    expect(() => windowsIn({ windows: { targets } })).toThrow('Fault: no target for window 2');
  });
});

describe('a supplement', () => {
  function parts(given: Case): string[] {
    return windowsIn(given).map(
      ({ window, qualifierLines, supplement: id, tiers }) =>
        `${short(window)} by ${short(qualifierLines)}${id ? ` ${id}` : ''}${tiers === NEW ? ' new' : ''}`,
    );
  }
  const validity = '2026-01-01..2026-02-28';

  it.each<[string, Case, string[]]>([
    [
      'cuts its window',
      { supplements: [supplement('2026-02-10')] },
      ['01-01..01-31 by 01-01..01-31', '02-01..02-09 by 02-01..02-09', '02-10..02-28 by 02-01..02-28 S new'],
    ],
    [
      'without earlier volume',
      { supplements: [supplement('2026-02-10', { carryVolume: false })] },
      ['01-01..01-31 by 01-01..01-31', '02-01..02-09 by 02-01..02-09', '02-10..02-28 by 02-10..02-28 S new'],
    ],
    [
      'on the first day of a window cuts nothing',
      { supplements: [supplement('2026-02-01')] },
      ['01-01..01-31 by 01-01..01-31', '02-01..02-28 by 02-01..02-28 S new'],
    ],
    [
      'on the last day of a window cuts off that day',
      { supplements: [supplement('2026-01-31')] },
      [
        '01-01..01-30 by 01-01..01-30',
        '01-31..01-31 by 01-01..01-31 S new',
        '02-01..02-28 by 02-01..02-28 S new',
      ],
    ],
    [
      'takes the whole window',
      { supplements: [supplement('2026-02-28', { touches: 'wholeWindow', carryVolume: false })] },
      ['01-01..01-31 by 01-01..01-31', '02-01..02-28 by 02-01..02-28 S new'],
    ],
    [
      'on the first day of the agreement replaces its tiers',
      { supplements: [supplement('2026-01-01')] },
      ['01-01..01-31 by 01-01..01-31 S new', '02-01..02-28 by 02-01..02-28 S new'],
    ],
    [
      'before the agreement replaces its tiers too',
      { supplements: [supplement('2025-11-11', { touches: 'wholeWindow' })] },
      ['01-01..01-31 by 01-01..01-31 S new', '02-01..02-28 by 02-01..02-28 S new'],
    ],
    [
      'after the agreement does nothing',
      { supplements: [supplement('2026-03-01')] },
      ['01-01..01-31 by 01-01..01-31', '02-01..02-28 by 02-01..02-28'],
    ],
    [
      'ends what the earlier tiers look at, and does not look back itself',
      {
        windows: { qualifier: { within: 'year' } },
        supplements: [supplement('2026-02-01', { carryVolume: false })],
      },
      ['01-01..01-31 by 01-01..01-31', '02-01..02-28 by 02-01..02-28 S new'],
    ],
    [
      'looks back as far as its longer window goes',
      { windows: { qualifier: { within: 'year' } }, supplements: [supplement('2026-02-10')] },
      ['01-01..01-31 by 01-01..02-09', '02-01..02-09 by 01-01..02-09', '02-10..02-28 by 01-01..02-28 S new'],
    ],
    [
      'takes a whole month out of its year',
      {
        windows: { qualifier: { within: 'year' } },
        supplements: [supplement('2026-02-10', { touches: 'wholeWindow', carryVolume: false })],
      },
      ['01-01..01-31 by 01-01..01-31', '02-01..02-28 by 02-01..02-28 S new'],
    ],
    [
      'stops months that roll',
      {
        windows: { qualifier: { rollingMonths: 2 } },
        supplements: [supplement('2026-02-10', { carryVolume: false })],
      },
      [
        '01-01..01-31 by 2025-12-01..01-31',
        '02-01..02-09 by 2025-12-10..02-09',
        '02-10..02-28 by 02-10..02-28 S new',
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(parts({ validity, ...given })).toEqual(expected);
  });

  it.each<[string, readonly Supplement[], string[]]>([
    [
      'each from its day on, in whatever order they are written',
      [supplement('2026-02-20', { id: 'later' }), supplement('2026-02-10')],
      [
        '01-01..01-31 by 01-01..01-31',
        '02-01..02-09 by 02-01..02-09',
        '02-10..02-19 by 02-01..02-19 S new',
        '02-20..02-28 by 02-01..02-28 later new',
      ],
    ],
    [
      'the second takes the whole window, with what the first had cut off',
      [supplement('2026-02-10'), supplement('2026-02-20', { id: 'later', touches: 'wholeWindow' })],
      ['01-01..01-31 by 01-01..01-31', '02-01..02-28 by 02-01..02-28 later new'],
    ],
    [
      'the second cuts what the first has taken',
      [
        supplement('2026-02-10', { touches: 'wholeWindow' }),
        supplement('2026-02-20', { id: 'later', carryVolume: false }),
      ],
      [
        '01-01..01-31 by 01-01..01-31',
        '02-01..02-19 by 02-01..02-19 S new',
        '02-20..02-28 by 02-20..02-28 later new',
      ],
    ],
  ])('after another: %s', (_, supplements, expected) => {
    expect(parts({ validity, supplements })).toEqual(expected);
  });

  it('cuts thresholds of what it cuts', () => {
    const windows = { cut: 'byDays' } as const;
    const whole = supplement('2026-02-15');
    const fresh = supplement('2026-02-15', { carryVolume: false });
    expect(factorsOf({ validity, windows, supplements: [whole] })).toEqual(['1', '1/2', '1']);
    expect(factorsOf({ validity, windows, supplements: [fresh] })).toEqual(['1', '1/2', '1/2']);
  });

  it('starts cumulation anew, so that no line before it is paid by its tiers', () => {
    const windows = { qualifier: { toDate: 'year' }, pays: 'cumulative' } as const;
    const found = windowsIn({ validity, windows, supplements: [supplement('2026-02-10')] });
    expect(
      found.map(({ payoutLines, enclosing, qualifierLines }) =>
        [payoutLines, enclosing, qualifierLines].map(short),
      ),
    ).toEqual([
      ['01-01..01-31', '01-01..02-09', '01-01..01-31'],
      ['01-01..02-09', '01-01..02-09', '01-01..02-09'],
      ['02-10..02-28', '02-10..02-28', '01-01..02-28'],
    ]);
  });
});

describe('a termination', () => {
  function parts(given: Case): string[] {
    return windowsIn(given).map(
      ({ window, whole, forfeited, supplement: id }) =>
        `${short(window)} of ${short(whole)}${forfeited ? ' forfeited' : ''}${id ? ` by ${id}` : ''}`,
    );
  }
  const JANUARY = '01-01..01-31 of 01-01..01-31';

  it.each<[string, Case, string[]]>([
    ['ends the windows', { termination: ended('2026-02-10') }, [JANUARY, '02-01..02-10 of 02-01..02-28']],
    [
      'forfeits the open window',
      { termination: ended('2026-02-10', 'forfeit') },
      [JANUARY, '02-01..02-10 of 02-01..02-28 forfeited'],
    ],
    [
      'forfeits a window on its first day',
      { termination: ended('2026-02-01', 'forfeit') },
      [JANUARY, '02-01..02-01 of 02-01..02-28 forfeited'],
    ],
    ['on the end of a window forfeits nothing', { termination: ended('2026-01-31', 'forfeit') }, [JANUARY]],
    [
      'on the last day of the validity forfeits nothing',
      { validity: '2026-01-01..2026-02-10', termination: ended('2026-02-10', 'forfeit') },
      [JANUARY, '02-01..02-10 of 02-01..02-28'],
    ],
    [
      'after the validity ends nothing',
      { validity: '2026-01-01..2026-01-31', termination: ended('2026-02-10', 'forfeit') },
      [JANUARY],
    ],
    ['before the validity leaves nothing', { termination: ended('2025-12-31') }, []],
    [
      'forfeits the term',
      { windows: { payout: 'term' }, termination: ended('2026-02-10', 'forfeit') },
      ['01-01..02-10 of 01-01..03-31 forfeited'],
    ],
    [
      'forfeits what a supplement has left open, not what it closed',
      { termination: ended('2026-02-20', 'forfeit'), supplements: [supplement('2026-02-10')] },
      [JANUARY, '02-01..02-09 of 02-01..02-28', '02-10..02-20 of 02-01..02-28 forfeited by S'],
    ],
    [
      'comes before a supplement that starts the day after',
      { termination: ended('2026-02-09', 'forfeit'), supplements: [supplement('2026-02-10')] },
      [JANUARY, '02-01..02-09 of 02-01..02-28 forfeited'],
    ],
    [
      'comes before a supplement that would take the window',
      {
        termination: ended('2026-02-09'),
        supplements: [supplement('2026-02-10', { touches: 'wholeWindow' })],
      },
      [JANUARY, '02-01..02-09 of 02-01..02-28'],
    ],
  ])('%s', (_, given, expected) => {
    expect(parts(given)).toEqual(expected);
  });

  it.each<[string, Case, string[]]>([
    ['not', { termination: ended('2026-02-14') }, ['1', '1']],
    ['as a cut', { termination: ended('2026-02-14'), windows: { cut: 'byMonths' } }, ['1', '1/2']],
    ['of the open window', { termination: ended('2026-02-14', 'prorateThresholds') }, ['1', '1/2']],
    ['of no window that is over', { termination: ended('2026-02-28', 'prorateThresholds') }, ['1', '1']],
    [
      'of no window that only the start has cut',
      { validity: '2026-02-15..2026-12-31', termination: ended('2026-02-28', 'prorateThresholds') },
      ['1'],
    ],
    [
      'of the window that rates the others',
      {
        termination: ended('2026-02-14', 'prorateThresholds'),
        windows: { qualifier: { within: 'quarter' } },
      },
      ['1/2', '1/2'],
    ],
    [
      'of the quarter to date',
      {
        termination: ended('2026-02-14', 'prorateThresholds'),
        windows: { qualifier: { toDate: 'quarter' } },
      },
      ['1', '1/2'],
    ],
    [
      'of the agreed term',
      { termination: ended('2026-02-14', 'prorateThresholds'), windows: { payout: 'term' } },
      ['1/2'],
    ],
    [
      'by days, also where other cuts go by months',
      {
        validity: '2026-02-01..2026-12-31',
        termination: ended('2026-04-30', 'prorateThresholds'),
        windows: { payout: 'quarter', cut: 'byMonths' },
      },
      ['2/3', '30/91'],
    ],
  ])('prorates thresholds: %s', (_, given, expected) => {
    expect(factorsOf(given)).toEqual(expected);
  });
});

describe('what growth is compared with', () => {
  const GROWTH = {
    growthAs: 'percent',
    whenNotPositive: { policy: 'paysNothing' },
    likeForLike: 'no',
  } as const;

  function baselines(source: NonNullable<Term['baseline']>['source'], given: Case): string[] {
    return windowsIn({ ...given, baseline: { source, ...GROWTH } }).map(({ baseline }) =>
      [baseline?.qualifier, baseline?.payout]
        .map((found) => (found ? `${short(found.lines)} × ${found.times.n}/${found.times.d}` : 'none'))
        .join(' and '),
    );
  }

  it('is the year before of the lines that find the tier, and of those that are paid', () => {
    const windows = { qualifier: { toDate: 'year' } } as const;
    expect(baselines('sameWindowPreviousYear', { validity: '2026-02-10..2026-03-31', windows })).toEqual([
      '2025-02-10..2025-02-28 × 1/1 and 2025-02-10..2025-02-28 × 1/1',
      '2025-02-10..2025-03-31 × 1/1 and 2025-03-01..2025-03-31 × 1/1',
    ]);
  });

  it('is an average of the months before, as long as the window', () => {
    const windows = { payout: 'quarter', qualifier: { within: 'year' } } as const;
    expect(baselines({ averageOfMonths: 6 }, { validity: '2026-01-01..2026-05-15', windows })).toEqual([
      '2025-07-01..2025-12-31 × 139/186 and 2025-07-01..2025-12-31 × 1/2',
      '2025-07-01..2025-12-31 × 139/186 and 2025-10-01..03-31 × 23/93',
    ]);
  });

  it('is no line where it is a number', () => {
    const fixed = { fixed: parseDecimal('100') as Decimal };
    expect(baselines(fixed, { validity: '2026-01-01..2026-01-31' })).toEqual(['none and none']);
    const entered = { entered: [{ partner: 'P1', value: fixed.fixed }] };
    expect(baselines(entered, { validity: '2026-01-01..2026-01-31' })).toEqual(['none and none']);
  });
});
