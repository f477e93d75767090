import { misplacedYear, WEEK_PATTERNS } from '../calendar/calendar.ts';
import { formatDate } from '../calendar/localDate.ts';
import { accept, type Refusal, type Result } from '../refusal/refusals.ts';
import { byField, date, list, object, oneOf, says, wholeNumber, wordOr } from './decoder.ts';
import { RefusalList } from './refusalList.ts';

export type FileCalendar =
  | { fiscal: { firstMonth: number } }
  | {
      weeks: {
        pattern: (typeof WEEK_PATTERNS)[number];
        years: readonly { firstDay: number; weeks: 52 | 53 }[];
      };
    };

/** Units: days are whole numbers, as everywhere in core. */
export const calendar = wordOr(
  ['gregorian', 'fromStart'],
  byField<FileCalendar>({
    fiscal: object({
      fiscal: says(
        'Civil months, in a year with another first month.',
        object({ firstMonth: says('The first month of the year: 4 for April.', wholeNumber(1, 12)) }),
      ),
    }),
    weeks: object({
      weeks: says(
        'Years of whole weeks.',
        object({
          pattern: says('The weeks of the three months of a quarter.', oneOf(...WEEK_PATTERNS)),
          years: says(
            'Every year that the validity touches, in order, without gap.',
            list(
              object({
                firstDay: says('Its first day.', date),
                weeks: says('How many weeks; the 53rd lengthens the last month.', oneOf(52, 53)),
              }),
              1,
            ),
          ),
        }),
      ),
    }),
  }),
);

/** A calendar as an agreement says it, without an agreement around it. */
export type SaidCalendar = 'gregorian' | 'fromStart' | FileCalendar;

/** Years of weeks follow each other without gap; whether they do. Refuses: agreement-calendar-year-misplaced. */
export function checkYears(said: SaidCalendar, list: RefusalList): boolean {
  const years = typeof said === 'object' && 'weeks' in said ? said.weeks.years : [];
  const misplaced = misplacedYear(years);
  if (misplaced === undefined) return true;
  const day = formatDate(years[misplaced]?.firstDay ?? 0);
  list.add('agreement-calendar-year-misplaced', `calendar.weeks.years[${misplaced}].firstDay`, { day });
  return false;
}

/**
 * A calendar on its own, such as one that a company keeps for its agreements, or every reason against it.
 * Refuses: the codes of shape of agreements, those of checkYears.
 */
export function decodeCalendar(json: unknown): Result<SaidCalendar> {
  const refusals: Refusal[] = [];
  const said = calendar.decode(json, 'calendar', refusals);
  const isWhole = said !== undefined && checkYears(said, new RefusalList(refusals));
  return isWhole ? accept(said) : { ok: false, refusals };
}
