import { type AgreementText, isFields, type Json, listAt, withValueAt, wordAt } from '../text/textPath.ts';

/** The same agreement so many years earlier, to be tried on a history that is there. */
export function yearsEarlier(text: AgreementText, years: number): AgreementText {
  if (years === 0) return text;
  const of = (day: string) => earlierDay(day, years);
  const moved = withValueAt(text, ['validity'], {
    firstDay: of(wordAt(text, ['validity', 'firstDay'])),
    lastDay: of(wordAt(text, ['validity', 'lastDay'])),
  });
  const terms = listAt(moved, ['terms']).map((term) => (isFields(term) ? movedTerm(term, of) : term));
  return withValueAt(moved, ['terms'], terms);
}

function movedTerm(term: AgreementText, of: (day: string) => string): Json {
  const supplements = listAt(term, ['supplements']);
  if (supplements.length === 0) return term;
  return withValueAt(
    term,
    ['supplements'],
    supplements.map((one) =>
      isFields(one) ? withValueAt(one, ['firstDay'], of(wordAt(one, ['firstDay']))) : one,
    ),
  );
}

/** Years of weeks are listed day by day, and are not moved. */
export function canBeMoved(text: AgreementText): boolean {
  return !isFields(text.calendar) || !('weeks' in text.calendar);
}

/** How many years back the first whole history lies: none where it has begun. */
export function yearsToHistory(text: AgreementText, today: string): number {
  const firstDay = wordAt(text, ['validity', 'firstDay']);
  if (!/^\d{4}-/.test(firstDay) || today === '') return 0;
  const years = Number(firstDay.slice(0, 4)) - Number(today.slice(0, 4));
  return firstDay > today ? Math.max(1, years) : 0;
}

function earlierDay(day: string, years: number): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return day;
  const [, year = '', month = '', date = ''] = match;
  const leap = month === '02' && date === '29' ? '28' : date;
  return `${String(Number(year) - years).padStart(4, '0')}-${month}-${leap}`;
}
