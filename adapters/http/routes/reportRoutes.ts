import { z } from 'zod';
import { REPORT_FORMATS, type ReportFormat } from '../../../app/ports/mails.ts';
import type { MadeReport } from '../../../app/reports/makeReport.ts';
import { DIRECTIONS, type Direction } from '../../../core/agreement/agreement.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import {
  REPORT_COLUMNS,
  REPORT_FILTERS,
  REPORT_NAMES,
  type ReportColumn,
  type ReportFilter,
  type ReportName,
  type ReportRow,
} from '../../../core/report/report.ts';
import { CATALOGUES } from '../../../core/wording/catalogue.ts';
import type { Language } from '../../../core/wording/language.ts';
import { reportCell } from '../../../core/wording/reportCell.ts';
import type { Download } from '../download.ts';
import { code } from '../parameters.ts';
import { dayText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

export const REPORT_MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const satisfies Readonly<Record<ReportFormat, string>>;

type Asked = { readonly name: ReportName; readonly filter: ReportFilter };

export type ReportUseCases = {
  /** Refuses: agreement-not-found, partner-not-found, report-agreement-missing, report-filter-not-taken. */
  readonly makeReport: (asked: Asked) => Promise<Result<MadeReport>>;
  /** Refuses: those of makeReport, paper-sign-unknown. */
  readonly reportFile: (
    asked: Asked & { readonly format: ReportFormat; readonly language: Language },
  ) => Promise<Result<Download>>;
};

const define = route<ReportUseCases>();

const ASKED = {
  name: {
    schema: z.enum(REPORT_NAMES),
    expected: REPORT_NAMES.join(', '),
    meaning: 'which report',
    isRequired: true,
  },
  agreement: code('only this agreement', 'agreement'),
  partner: code('only this partner', 'partner'),
  direction: {
    schema: z.enum(DIRECTIONS).optional(),
    expected: DIRECTIONS.join(', '),
    meaning: 'only what we owe, or is owed to us',
  },
};

const cellSchema = z.record(z.string(), z.string()).describe('by column; what is missing has nothing to say');
const rowSchema = z.strictObject({
  cells: cellSchema.describe('canonical texts by column: amounts in major units, percents in points'),
  said: cellSchema.describe('the same where they are words or names, in the language of the reader'),
  earning: z.string().nullable().describe('the id of the earning behind it, where there is just one'),
});
const reportSchema = z.strictObject({
  name: z.enum(REPORT_NAMES),
  title: z.string(),
  lead: z.string(),
  day: dayText,
  batch: z.int(),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      holds: z.enum(['text', 'money', 'percent', 'count']),
    }),
  ),
  rows: z.array(rowSchema),
  totals: z.array(rowSchema).describe('one for each currency and direction'),
  bar: z.strictObject({ label: z.array(z.string()), figure: z.string() }).describe('what is drawn'),
});

/** What was not said is not there. */
export function filterOf({
  agreement,
  partner,
  direction,
}: Partial<Record<keyof ReportFilter, unknown>>): ReportFilter {
  return {
    ...(typeof agreement === 'string' && { agreement }),
    ...(typeof partner === 'string' && { partner }),
    ...(direction !== undefined && { direction: direction as Direction }),
  };
}

export const reportRoutes = [
  define({
    id: 'listReports',
    method: 'GET',
    path: '/api/v1/reports',
    summary: 'The ready reports, in the language of the reader',
    scope: 'earnings:read',
    answer: z.strictObject({
      rows: z.array(
        z.strictObject({
          name: z.enum(REPORT_NAMES),
          title: z.string(),
          lead: z.string(),
          takes: z
            .array(z.enum(REPORT_FILTERS.liability))
            .describe('by what it can be narrowed; any other filter is refused'),
        }),
      ),
    }),
    example: {
      answer: {
        rows: [
          { name: 'ageing', title: 'Ageing', lead: 'What is claimed or documented …', takes: ['partner'] },
        ],
      },
    },
    respond: async ({ language }) =>
      answer({
        rows: REPORT_NAMES.map((name) => ({
          name,
          ...CATALOGUES[language].reports.names[name],
          takes: [...REPORT_FILTERS[name]],
        })),
      }),
  }),
  define({
    id: 'makeReport',
    method: 'GET',
    path: '/api/v1/reports/table',
    summary: 'A report as of now, in the language of the reader',
    scope: 'earnings:read',
    query: ASKED,
    answer: reportSchema,
    example: {
      query: { name: 'earnedByPartner' },
      answer: {
        name: 'earnedByPartner',
        title: 'Earnings by partner',
        lead: 'What each partner has earned …',
        day: '2026-08-31',
        batch: 12,
        columns: [{ name: 'partnerName', title: 'Partner', holds: 'text' }],
        rows: [
          { cells: { partner: 'P1', earnedAmount: '400.00', currency: 'EUR' }, said: {}, earning: null },
        ],
        totals: [{ cells: { earnedAmount: '400.00', currency: 'EUR' }, said: {}, earning: null }],
        bar: { label: ['partnerName'], figure: 'earnedAmount' },
      },
    },
    respond: async ({ query: { name, ...filter }, language }, { makeReport }) => {
      const made = await makeReport({ name, filter: filterOf(filter) });
      return made.ok ? answer(reportJson(made.value, language)) : made;
    },
  }),
  define({
    id: 'reportFile',
    method: 'GET',
    path: '/api/v1/reports/file',
    summary: 'The same as a file: a workbook, a table or a paper in the language of the reader',
    scope: 'earnings:read',
    query: {
      ...ASKED,
      format: {
        schema: z.enum(REPORT_FORMATS).default('xlsx'),
        expected: REPORT_FORMATS.join(', '),
        meaning: 'a workbook, a table or a paper; without it a workbook',
      },
    },
    files: Object.values(REPORT_MEDIA_TYPES),
    example: { query: { name: 'earnedByPartner', format: 'csv' } },
    respond: async ({ query: { name, format, ...filter }, language }, { reportFile }) => {
      const download = await reportFile({ name, filter: filterOf(filter), format, language });
      return download.ok ? accept({ download: download.value }) : download;
    },
  }),
];

function reportJson(report: MadeReport, language: Language) {
  const texts = CATALOGUES[language].reports;
  const row = (one: ReportRow) => ({
    cells: one.cells,
    said: Object.fromEntries(
      report.columns
        .filter((column) => REPORT_COLUMNS[column] === 'text')
        .map((column) => [column, reportCell(one, column, language)]),
    ),
    earning: one.earning ?? null,
  });
  return {
    name: report.name,
    ...texts.names[report.name],
    day: formatDate(report.day),
    batch: report.batch,
    columns: report.columns.map((name: ReportColumn) => ({
      name,
      title: texts.columns[name],
      holds: REPORT_COLUMNS[name],
    })),
    rows: report.rows.map(row),
    totals: report.totals.map(row),
    bar: report.bar,
  };
}
