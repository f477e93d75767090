import { z } from 'zod';
import type { NewCompany } from '../../../app/companies/addCompany.ts';
import type { CompanyToday } from '../../../app/companies/listCompanies.ts';
import type { Company } from '../../../app/ports.ts';
import { formatDate, type LocalDate } from '../../../core/calendar/localDate.ts';
import { type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { dayField } from '../dayField.ts';
import { nameText } from '../jsonBody.ts';
import { codePart } from '../parts.ts';
import { dayText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

export type CompanyUseCases = {
  readonly listCompanies: () => Promise<readonly CompanyToday[]>;
  /** Refuses: time-zone-unknown, company-code-taken. */
  readonly addCompany: (company: Omit<NewCompany, 'actor'>) => Promise<Result<CompanyToday>>;
  /** Refuses: company-not-found. */
  readonly renameCompany: (code: string, name: string) => Promise<Result<CompanyToday>>;
  /** Refuses: company-not-found, company-day-real, version-differs. */
  readonly moveBusinessDay: (company: string, day: LocalDate, seen: string) => Promise<Result<Company>>;
};

const companySchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  timeZone: z.string().describe('IANA name; days begin and end there'),
  today: dayText.describe('the day that it is for the company'),
  isSandbox: z.boolean().describe('it stands on a day of its own, which can be moved'),
});

const EXAMPLE = {
  code: 'AW',
  name: 'Adventure Works Cycles',
  timeZone: 'UTC',
  today: '2025-09-30',
  isSandbox: true,
};

/** Stands in agreements, files and addresses, and never changes. */
const codeText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);

const NEW = { code: 'AW-ASIA', name: 'Adventure Works Asia', timeZone: 'Asia/Shanghai' };

const CODE = codePart('company', 'company-not-found', 'the code of a company of ours', 'company');
const define = route<CompanyUseCases>();

export const companyRoutes = [
  define({
    id: 'listCompanies',
    method: 'GET',
    path: '/api/v1/companies',
    summary: 'Our companies, and the day that it is for each',
    scope: 'company:read',
    answer: z.strictObject({ rows: z.array(companySchema) }),
    example: { answer: { rows: [EXAMPLE] } },
    respond: async (_asked, { listCompanies }) => answer({ rows: (await listCompanies()).map(companyJson) }),
  }),
  define({
    id: 'getCompany',
    method: 'GET',
    path: '/api/v1/companies/{code}',
    summary: 'One company; its ETag is its day',
    scope: 'company:read',
    parts: { code: CODE },
    version: 'shown',
    answer: companySchema,
    example: { path: { code: 'AW' }, answer: EXAMPLE },
    respond: async ({ path }, { listCompanies }) => {
      const company = (await listCompanies()).find(({ code }) => code === path.code);
      if (company === undefined) {
        return refused(refuse('company-not-found', 'code', { company: path.code ?? '' }));
      }
      return answer(companyJson(company), { version: formatDate(company.today) });
    },
  }),
  define({
    id: 'addCompany',
    method: 'POST',
    path: '/api/v1/companies',
    summary: 'Add a company of ours; in a sandbox it stands on the day of the others',
    scope: 'company:write',
    status: 201,
    body: z.strictObject({ code: codeText, name: nameText, timeZone: z.string().max(64) }),
    answer: companySchema,
    example: { body: NEW, answer: { ...NEW, today: '2025-09-30', isSandbox: true } },
    respond: async ({ body }, { addCompany }) => {
      const added = await addCompany(body);
      if (!added.ok) return added;
      return answer(companyJson(added.value), { location: `/api/v1/companies/${added.value.code}` });
    },
  }),
  define({
    id: 'renameCompany',
    method: 'PUT',
    path: '/api/v1/companies/{code}/name',
    summary: 'Call a company otherwise; issued documents keep the name they have',
    scope: 'company:write',
    parts: { code: CODE },
    body: z.strictObject({ name: nameText }),
    answer: companySchema,
    example: {
      path: { code: 'AW' },
      body: { name: 'Adventure Works' },
      answer: { ...EXAMPLE, name: 'Adventure Works' },
    },
    respond: async ({ path, body }, { renameCompany }) => {
      const renamed = await renameCompany(path.code as string, body.name);
      return renamed.ok ? answer(companyJson(renamed.value)) : renamed;
    },
  }),
  define({
    id: 'moveBusinessDay',
    method: 'PUT',
    path: '/api/v1/companies/{code}/business-day',
    summary: 'Let a company of a sandbox stand on another day',
    scope: 'company:write',
    parts: { code: CODE },
    version: 'needed',
    body: z.strictObject({ day: dayField }),
    answer: companySchema,
    example: {
      path: { code: 'AW' },
      body: { day: '2025-12-31' },
      answer: { ...EXAMPLE, today: '2025-12-31' },
    },
    respond: async ({ path, body, seenVersion }, { moveBusinessDay }) => {
      const moved = await moveBusinessDay(path.code as string, body.day, seenVersion);
      if (!moved.ok) return moved;
      return answer(companyJson({ ...moved.value, today: body.day }), { version: formatDate(body.day) });
    },
  }),
];

function companyJson({ code, name, timeZone, today, businessDay }: CompanyToday) {
  return { code, name, timeZone, today: formatDate(today), isSandbox: businessDay !== undefined };
}
