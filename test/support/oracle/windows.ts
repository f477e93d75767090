import type { Agreement, Supplement, Term, Tiers } from '../../../core/agreement/agreement.ts';
import {
  type Days,
  length,
  monthsOf,
  monthsUpTo,
  periodAround,
  placeInYear,
  shared,
  type Times,
  yearBefore,
} from './days.ts';
import { Fraction, ONE } from './fraction.ts';

/** Lines whose sum is compared with, times a factor. */
export type Earlier = { readonly days: Days; readonly times: Fraction };

/** A window that a term pays for. */
export type PaidWindow = {
  readonly days: Days;
  /** The lines that the tier is found by. */
  readonly qualifier: Days;
  /** The lines that are paid on. */
  readonly payout: Days;
  /** Of cumulative windows: the first day that they all count from. */
  readonly cumulatedFrom?: number;
  readonly baseline?: { readonly qualifier: Earlier; readonly payout: Earlier };
  readonly tiers: Tiers;
  /** Of the thresholds. */
  readonly factor: Fraction;
  readonly isForfeited: boolean;
};

/** A stretch of days under one table of tiers. */
type Stretch = { readonly days: Days; readonly tiers: Tiers; readonly looksBack: boolean };

/**
 * The windows of a term, day by day: a new one begins where the calendar's period or the table of
 * tiers changes. Source: rulings R3, R16.
 */
export function windowsOf(agreement: Agreement, term: Term): PaidWindow[] {
  const validity = { first: agreement.validity.from, last: agreement.validity.until - 1 };
  const times: Times = { calendar: agreement.calendar, validity };
  const end =
    agreement.termination === 'none' ? validity.last : Math.min(validity.last, agreement.termination.lastDay);
  const stretches = stretchesOf(times, term, end);
  const windows: PaidWindow[] = [];
  for (let day = validity.first; day <= end; ) {
    const period = periodAround(times, term.windows.payout, day);
    const stretch = stretches.findLast(({ days }) => days.first <= day) as Stretch;
    const last = Math.min(period.last, stretch.days.last, end);
    windows.push(described({ agreement, term, times, end, period, stretch }, { first: day, last }));
    day = last + 1;
  }
  return windows;
}

function stretchesOf(times: Times, term: Term, end: number): Stretch[] {
  let stretches: Stretch[] = [
    { days: { first: Number.NEGATIVE_INFINITY, last: end }, tiers: term.tiers, looksBack: true },
  ];
  const supplements = term.supplements === 'none' ? [] : term.supplements;
  for (const supplement of supplements.toSorted((a, b) => a.firstDay - b.firstDay)) {
    if (supplement.firstDay > end) continue;
    const first = firstDayOf(times, term, supplement);
    stretches = stretches
      .filter(({ days }) => days.first < first)
      .map((one) => ({ ...one, days: shared(one.days, { first: one.days.first, last: first - 1 }) }));
    stretches.push({
      days: { first, last: end },
      tiers: supplement.tiers,
      looksBack: supplement.carryVolume,
    });
  }
  return stretches;
}

function firstDayOf(times: Times, term: Term, { firstDay, touches }: Supplement): number {
  if (touches === 'linesFrom') return firstDay;
  return Math.max(times.validity.first, periodAround(times, term.windows.payout, firstDay).first);
}

type About = {
  readonly agreement: Agreement;
  readonly term: Term;
  readonly times: Times;
  readonly end: number;
  readonly period: Days;
  readonly stretch: Stretch;
};

function described(about: About, days: Days): PaidWindow {
  const { agreement, term, times, end, period, stretch } = about;
  const { windows, baseline } = term;
  const longer = longerWindow(about, days);
  const inForce = {
    ...longer,
    first: stretch.looksBack ? longer.first : Math.max(longer.first, stretch.days.first),
  };
  const reached = shared(inForce, { first: inForce.first, last: Math.min(stretch.days.last, end) });
  const isWithin = typeof windows.qualifier === 'object' && 'within' in windows.qualifier;
  const qualifier = isWithin ? reached : { first: reached.first, last: days.last };
  const isCumulative = windows.pays === 'cumulative';
  const cumulatedFrom = Math.max(longer.first, stretch.days.first);
  const payout = isCumulative ? { first: cumulatedFrom, last: days.last } : days;
  const earlier = (lines: Days): Earlier =>
    baseline?.source === 'sameWindowPreviousYear'
      ? { days: yearBefore(times, windows.payout, lines), times: ONE }
      : average(times, lines, monthsCompared(term));
  const termination = agreement.termination;
  const isOpenAtEnd = days.last === end && end < shared(period, times.validity).last;
  return {
    days,
    qualifier,
    payout,
    ...(isCumulative && { cumulatedFrom }),
    ...(hasEarlierLines(term) && { baseline: { qualifier: earlier(qualifier), payout: earlier(payout) } }),
    tiers: stretch.tiers,
    factor: cutFactor(about, { longer, reached, qualifier }).times(target(about, days)),
    isForfeited: isOpenAtEnd && termination !== 'none' && termination.openWindows === 'forfeit',
  };
}

function hasEarlierLines({ baseline }: Term): boolean {
  if (baseline === undefined) return false;
  return baseline.source === 'sameWindowPreviousYear' || 'averageOfMonths' in baseline.source;
}

function monthsCompared({ baseline }: Term): number {
  const source = baseline?.source;
  return typeof source === 'object' && 'averageOfMonths' in source ? source.averageOfMonths : 1;
}

function average(times: Times, lines: Days, months: number): Earlier {
  return {
    days: monthsUpTo(times, months, lines.first - 1),
    times: monthsOf(times, lines).over(new Fraction(BigInt(months))),
  };
}

/** What the qualifier is gathered over, as the calendar and the validity have it. */
function longerWindow({ term, times, period }: About, days: Days): Days {
  const { qualifier } = term.windows;
  if (qualifier === 'payoutWindow') return shared(period, times.validity);
  if ('rollingMonths' in qualifier) return monthsUpTo(times, qualifier.rollingMonths, days.last);
  const frequency = 'within' in qualifier ? qualifier.within : qualifier.toDate;
  const last = shared(period, times.validity).last;
  return shared(periodAround(times, frequency, last), times.validity);
}

/** What is left of the qualifier's window in days or months, of what the calendar has. */
function cutFactor(
  { agreement, term, times, end, period, stretch: _ }: About,
  { longer, reached, qualifier }: { longer: Days; reached: Days; qualifier: Days },
): Fraction {
  const { termination } = agreement;
  const isEnded = qualifier.last === end && end < longer.last;
  const isProrated = isEnded && termination !== 'none' && termination.openWindows === 'prorateThresholds';
  const cut = isProrated ? 'byDays' : term.windows.cut;
  if (cut === 'fullThreshold') return ONE;
  const whole = wholeWindow(term, times, period, longer);
  return cut === 'byDays'
    ? length(reached).over(length(whole))
    : monthsOf(times, reached).over(monthsOf(times, whole));
}

function wholeWindow(term: Term, times: Times, period: Days, longer: Days): Days {
  const { qualifier } = term.windows;
  if (qualifier === 'payoutWindow') return period;
  if ('rollingMonths' in qualifier) return longer;
  return periodAround(times, 'within' in qualifier ? qualifier.within : qualifier.toDate, longer.last);
}

function target({ term, times }: About, days: Days): Fraction {
  const { targets, payout } = term.windows;
  if (targets === 'same') return ONE;
  const percent = targets.percentOfTable[placeInYear(times, payout, days.last)];
  if (percent === undefined) throw new Error('the case has too few targets');
  return Fraction.of(percent).percent();
}
