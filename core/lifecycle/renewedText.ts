import type { Agreement } from '../agreement/agreement.ts';
import type { WeekCalendar } from '../calendar/calendar.ts';
import { addMonths, formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';
import { isMembers, type Members } from './textPath.ts';

/**
 * The period that follows an agreement's own: as many whole months, or whole years of weeks, from
 * the day after its last one.
 * Units: days, half-open. Refuses: renewal-period-needed where the validity is neither, or where the
 * calendar of weeks does not list the years that follow.
 */
export function nextPeriod({ validity, calendar }: Pick<Agreement, 'validity' | 'calendar'>): Result<Window> {
  const isWeeks = typeof calendar !== 'string' && 'weeks' in calendar;
  const until = isWeeks ? afterYears(validity, calendar.weeks) : afterMonths(validity);
  if (until !== undefined) return accept({ from: validity.until, until });
  const facts = { from: formatDate(validity.from), until: formatDate(validity.until - 1) };
  return refused(refuse('renewal-period-needed', 'validity', facts));
}

const MONTHS_MAX = 1200;

function afterMonths({ from, until }: Window): LocalDate | undefined {
  for (let months = 1; months <= MONTHS_MAX; months += 1) {
    const end = addMonths(from, months);
    if (end === until) return addMonths(from, 2 * months);
    if (end > until) return undefined;
  }
  return undefined;
}

function afterYears({ from, until }: Window, { years }: WeekCalendar): LocalDate | undefined {
  const first = years.findIndex(({ firstDay }) => firstDay === from);
  const after = years.findIndex(({ firstDay }) => firstDay === until);
  if (first === -1 || after === -1) return undefined;
  const last = years[after + (after - first) - 1];
  return last && last.firstDay + 7 * last.weeks;
}

/**
 * The text of an agreement for another period, under another id: as it stands at its end. The tiers
 * of the last supplement of a term are its tiers, and a termination is not repeated.
 * Shape: a text that decodes; `period` is half-open.
 */
export function renewedText(text: Members, id: string, period: Window): Members {
  const terms = Array.isArray(text.terms) ? (text.terms as readonly Json[]) : [];
  return {
    ...text,
    id,
    validity: { firstDay: formatDate(period.from), lastDay: formatDate(period.until - 1) },
    termination: 'none',
    terms: terms.map((term) => (isMembers(term) ? atItsEnd(term) : term)),
  };
}

function atItsEnd(term: Members): Members {
  if (!Array.isArray(term.supplements)) return term;
  const supplements = (term.supplements as readonly Members[]).toSorted((a, b) =>
    String(a.firstDay) < String(b.firstDay) ? -1 : 1,
  );
  return { ...term, tiers: supplements.at(-1)?.tiers ?? (term.tiers as Json), supplements: 'none' };
}
