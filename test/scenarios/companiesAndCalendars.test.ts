import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { addCompany, renameCompany } from '../../app/companies/addCompany.ts';
import { listCalendars, setCalendar } from '../../app/companies/calendars.ts';
import { listCompanies } from '../../app/companies/listCompanies.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { code } from '../support/paymentStory.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';

// A group grows by a company, and keeps the years that its agreements count by.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const SHANGHAI = { code: 'CN', name: 'Acme Shanghai', timeZone: 'Asia/Shanghai', actor: ANNA };
const WEEKS = (firstDay: string, ...rest: { firstDay: string; weeks: number }[]) => ({
  weeks: { pattern: '4-4-5', years: [{ firstDay, weeks: 52 }, ...rest] },
});

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
});
afterAll(() => story.close());

const add = (differs: Partial<typeof SHANGHAI> = {}) =>
  addCompany(story.ports, story.tenant, { ...SHANGHAI, ...differs });
const says = (calendar: Json, seen: string, isOffered = true) =>
  setCalendar(
    story.ports,
    story.tenant,
    { code: 'RETAIL', name: { en: 'Retail year', 'zh-CN': '零售年度' }, calendar, isOffered, seen },
    ANNA,
  );

it('a company is added once, with days of its own zone', async () => {
  expect(code(await add({ timeZone: 'Mars/Base' }))).toBe('time-zone-unknown');
  expect(code(await add({ timeZone: '+08:00' }))).toBe('time-zone-unknown');
  expect(taken(await add())).toMatchObject({ code: 'CN', name: 'Acme Shanghai' });
  expect(code(await add({ name: 'Another' }))).toBe('company-code-taken');
  const all = await listCompanies(story.ports, story.tenant);
  expect(all.map((company) => [company.code, company.timeZone])).toContainEqual(['CN', 'Asia/Shanghai']);
});

it('a company is called otherwise, and keeps its code', async () => {
  const named = { code: 'CN', name: 'Acme China', actor: ANNA };
  expect(taken(await renameCompany(story.ports, story.tenant, named))).toMatchObject({ name: 'Acme China' });
  expect(code(await renameCompany(story.ports, story.tenant, { ...named, code: 'XX' }))).toBe(
    'company-not-found',
  );
});

it('a calendar is said in versions; whoever has not seen the last one is told', async () => {
  expect(taken(await says(WEEKS('2026-02-01'), '0')).version).toBe(1);
  expect(code(await says(WEEKS('2026-02-01'), '0'))).toBe('version-differs');
  const longer = WEEKS('2026-02-01', { firstDay: '2027-01-31', weeks: 53 });
  expect(taken(await says(longer, '1')).version).toBe(2);
  expect(taken(await says(longer, '2', false)).isOffered).toBe(false);
  expect(await listCalendars(story.ports, story.tenant)).toMatchObject([
    { code: 'RETAIL', version: 3, calendar: longer, isOffered: false },
  ]);
});

it.each([
  ['a month that there is not', { fiscal: { firstMonth: 13 } }, 'agreement-value-not-allowed'],
  [
    'a gap between years',
    WEEKS('2026-02-01', { firstDay: '2027-02-01', weeks: 52 }),
    'agreement-calendar-year-misplaced',
  ],
  ['no calendar', { moon: {} }, 'agreement-field-missing'],
])('refuses %s', async (_, calendar, refusal) => {
  expect(code(await says(calendar as Json, '3'))).toBe(refusal);
});
