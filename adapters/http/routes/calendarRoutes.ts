import { z } from 'zod';
import type { CalendarChange } from '../../../app/companies/calendars.ts';
import type { NamedCalendar } from '../../../app/ports/calendarStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import type { Json } from '../../../core/text/canonicalJson.ts';
import { nameText } from '../jsonBody.ts';
import { codePart } from '../parts.ts';
import { bothLanguages } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

export type CalendarUseCases = {
  readonly listCalendars: () => Promise<readonly NamedCalendar[]>;
  /** Refuses: those of decodeCalendar, version-differs. */
  readonly setCalendar: (change: CalendarChange) => Promise<Result<NamedCalendar>>;
};

const calendarSchema = z.strictObject({
  code: z.string(),
  version: z.int().min(1),
  name: bothLanguages,
  calendar: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .describe('as an agreement says it: `calendar` in its format'),
  isOffered: z.boolean().describe('one that is offered no more stays where it was chosen'),
});

const WEEKS = { pattern: '4-4-5', years: [{ firstDay: '2026-02-01', weeks: 52 }] };
const CALENDAR = {
  name: { en: 'Retail year', 'zh-CN': '零售年度' },
  calendar: { weeks: WEEKS },
  isOffered: true,
};

const define = route<CalendarUseCases>();

export const calendarRoutes = [
  define({
    id: 'listCalendars',
    method: 'GET',
    path: '/api/v1/calendars',
    summary: 'The calendars that are chosen in agreements',
    scope: 'company:read',
    answer: z.strictObject({ rows: z.array(calendarSchema) }),
    example: { answer: { rows: [{ code: 'RETAIL', version: 1, ...CALENDAR }] } },
    respond: async (_asked, { listCalendars }) => answer({ rows: (await listCalendars()).map(calendarJson) }),
  }),
  define({
    id: 'setCalendar',
    method: 'PUT',
    path: '/api/v1/calendars/{code}',
    summary: 'Say a calendar, or another version of it; agreements keep the words they were written in',
    scope: 'company:write',
    parts: { code: codePart('calendar', 'address-not-found', 'a code of your own', 'address') },
    version: 'needed',
    body: calendarSchema
      .omit({ code: true, version: true })
      .extend({ name: z.strictObject({ en: nameText, 'zh-CN': nameText }) }),
    answer: calendarSchema,
    example: {
      path: { code: 'RETAIL' },
      body: CALENDAR,
      answer: { code: 'RETAIL', version: 1, ...CALENDAR },
    },
    respond: async ({ path, body, seenVersion: seen }, { setCalendar }) => {
      const wanted = { ...body, calendar: body.calendar as Json };
      const set = await setCalendar({ ...wanted, code: path.code as string, seen });
      return set.ok ? answer(calendarJson(set.value), { version: String(set.value.version) }) : set;
    },
  }),
];

function calendarJson({ calendar, ...named }: NamedCalendar) {
  // It was decoded when it was said.
  return { ...named, calendar: calendar as string | Record<string, Json> };
}
