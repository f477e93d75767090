import { z } from 'zod';
import { parseDate } from '../../core/calendar/localDate.ts';

/** A day in a body or cursor, as our integer day. */
export const dayField = z.iso.date().transform((text, context) => {
  const day = parseDate(text);
  if (day !== undefined) return day;
  context.addIssue('not a day');
  return z.NEVER;
});
