import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Baseline, Supplement, Tiers, Windows } from '../../core/agreement/agreement.ts';
import type { Calendar } from '../../core/calendar/calendar.ts';
import { FREQUENCIES, nestsIn, type Window } from '../../core/calendar/window.ts';
import { compare, rational, ZERO } from '../../core/number/rational.ts';
import { type PayoutWindow, payoutWindows } from '../../core/plan/payoutWindows.ts';
import { dayOf } from '../support/trade.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 20_000 : 500, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };
const TIERS: Tiers = { boundary: 'atLeast', rows: [] };
const FIRST_DAY = dayOf('2023-11-30');

const frequencies = fc.constantFrom(...FREQUENCIES);
const calendars = fc.constantFrom<Calendar>(
  'gregorian',
  'fromStart',
  { fiscal: { firstMonth: 7 } },
  {
    weeks: {
      pattern: '4-5-4',
      years: [
        { firstDay: dayOf('2023-10-01'), weeks: 53 },
        { firstDay: dayOf('2024-10-06'), weeks: 52 },
        { firstDay: dayOf('2025-10-05'), weeks: 52 },
      ],
    },
  },
);

const supplements = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 700 }), fc.boolean(), fc.boolean()), { maxLength: 3 })
  .map((drawn): Supplement[] =>
    drawn.map(([day, carryVolume, isWhole], index) => ({
      id: `S${index}`,
      firstDay: FIRST_DAY + day,
      tiers: TIERS,
      carryVolume,
      touches: isWhole ? 'wholeWindow' : 'linesFrom',
    })),
  );

const qualifiers = fc.oneof(
  fc.constant('payoutWindow' as const),
  frequencies.map((within) => ({ within })),
  frequencies.map((toDate) => ({ toDate })),
  fc.integer({ min: 1, max: 14 }).map((rollingMonths) => ({ rollingMonths })),
);

const windowRules = fc.record<Windows>({
  payout: frequencies,
  qualifier: qualifiers,
  pays: fc.constantFrom('own', 'cumulative'),
  cut: fc.constantFrom('fullThreshold', 'byDays', 'byMonths'),
  targets: fc.constant('same'),
});

/** What an agreement may name: longer windows that hold the ones that are paid; cumulation in one that runs to date. */
function isAllowed(calendar: Calendar, { payout, qualifier, pays }: Windows): boolean {
  if (typeof qualifier === 'string' || 'rollingMonths' in qualifier) return pays === 'own';
  if ('within' in qualifier) return pays === 'own' && nestsIn(calendar, payout, qualifier.within);
  return nestsIn(calendar, payout, qualifier.toDate);
}

const cases = fc
  .tuple(
    fc.tuple(calendars, windowRules).filter(([calendar, windows]) => isAllowed(calendar, windows)),
    fc.integer({ min: 1, max: 700 }),
    fc.option(fc.integer({ min: -10, max: 720 })),
    fc.constantFrom('settleToDate', 'forfeit', 'prorateThresholds'),
    supplements,
    fc.constantFrom<'none' | Baseline['source']>('none', 'sameWindowPreviousYear', { averageOfMonths: 5 }),
  )
  .map(([[calendar, windows], length, end, openWindows, added, source]) => {
    const validity = { from: FIRST_DAY, until: FIRST_DAY + length };
    const termination = end === null ? ('none' as const) : { lastDay: FIRST_DAY + end, openWindows };
    const baseline: Baseline = {
      source: source === 'none' ? 'sameWindowPreviousYear' : source,
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    };
    const lastDay = Math.min(
      validity.until - 1,
      termination === 'none' ? validity.until : termination.lastDay,
    );
    const windowsFound = payoutWindows(
      { calendar, validity, termination },
      {
        windows,
        tiers: TIERS,
        supplements: added.length === 0 ? 'none' : added,
        ...(source !== 'none' && { baseline }),
      },
    );
    return { validity, lastDay, windows, added, source, windowsFound };
  });

function each(
  law: (window: PayoutWindow, given: typeof cases extends fc.Arbitrary<infer Case> ? Case : never) => void,
) {
  fc.assert(
    fc.property(cases, (given) => {
      for (const window of given.windowsFound) law(window, given);
    }),
    RUNS,
  );
}

function holds(outer: Window, inner: Window): boolean {
  return outer.from <= inner.from && inner.until <= outer.until;
}

describe('the payout windows of a term', () => {
  it('cover it until its last day, without gap or overlap', TIME, () => {
    fc.assert(
      fc.property(cases, ({ validity, lastDay, windowsFound }) => {
        let day = validity.from;
        for (const { window } of windowsFound) {
          expect(window.from).toBe(day);
          expect(window.until).toBeGreaterThan(day);
          day = window.until;
        }
        expect(day).toBe(Math.max(validity.from, lastDay + 1));
      }),
      RUNS,
    );
  });

  it(
    'lie in whole ones, and are found by lines that end with them unless a longer window rates them',
    TIME,
    () => {
      each(({ window, whole, qualifierLines }, { windows: { qualifier } }) => {
        expect(holds(whole, window)).toBe(true);
        const isRolling = typeof qualifier === 'object' && 'rollingMonths' in qualifier;
        const isWithin = typeof qualifier === 'object' && 'within' in qualifier;
        if (!isRolling) expect(holds(qualifierLines, window)).toBe(true);
        if (!isWithin) expect(qualifierLines.until).toBe(window.until);
      });
    },
  );

  it('are forfeited one at most, and that is the last one', TIME, () => {
    fc.assert(
      fc.property(cases, ({ windowsFound }) => {
        expect(windowsFound.slice(0, -1).some(({ forfeited }) => forfeited)).toBe(false);
      }),
      RUNS,
    );
  });

  it('lower thresholds where they are cut, never raise them', TIME, () => {
    each(({ thresholdFactor }, { windows: { cut } }) => {
      expect(compare(thresholdFactor, rational(1n))).toBeLessThanOrEqual(0);
      if (cut === 'fullThreshold') return;
      expect(compare(thresholdFactor, ZERO)).toBe(1);
    });
  });

  it('take their tiers from the last supplement that has begun, and no line of the next one', TIME, () => {
    each(({ window, supplement, qualifierLines }, { added }) => {
      const last = window.until - 1;
      const begun = added
        .filter(({ firstDay }) => firstDay <= last)
        .toSorted((a, b) => a.firstDay - b.firstDay);
      const latest = begun.at(-1);
      expect(supplement).toBe(latest?.id);
      for (const next of added) {
        if (next.touches === 'linesFrom' && next.firstDay > last) {
          expect(qualifierLines.until).toBeLessThanOrEqual(next.firstDay);
        }
      }
      if (latest?.touches === 'linesFrom' && !latest.carryVolume) {
        expect(qualifierLines.from).toBeGreaterThanOrEqual(latest.firstDay);
      }
    });
  });

  it('pay each line once, cumulative ones by what is in one longer window', TIME, () => {
    each(({ window, payoutLines, enclosing: longer }, { windows: { pays }, windowsFound }) => {
      expect(payoutLines.until).toBe(window.until);
      if (pays === 'own' || longer === undefined) return expect(payoutLines).toEqual(window);
      expect(payoutLines.from).toBe(longer.from);
      expect(longer.until).toBeGreaterThanOrEqual(window.until);
      const sameFrom = windowsFound.filter((other) => other.enclosing?.from === longer.from);
      expect(sameFrom.every((other) => other.enclosing?.until === longer.until)).toBe(true);
    });
  });

  it('have a baseline as it is named, before them', TIME, () => {
    each(({ baseline, qualifierLines, payoutLines }, { source }) => {
      expect(baseline === undefined).toBe(source === 'none');
      if (typeof source === 'object') {
        expect(baseline?.qualifier.lines.until).toBe(qualifierLines.from);
        expect(baseline?.payout.lines.until).toBe(payoutLines.from);
      }
    });
  });
});
