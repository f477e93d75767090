import { z } from 'zod';
import type { ShownStatement, StatementQuestion } from '../../../app/statements/partnerStatement.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { moneyText } from '../../../core/money/money.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import type { PartnerStatement } from '../../../core/statement/partnerStatement.ts';
import type { Language } from '../../../core/wording/language.ts';
import { dayField } from '../dayField.ts';
import type { Download } from '../download.ts';
import { code, dayParameter, languageParameter } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { stepJson, stepSchema } from '../stepJson.ts';

/** The forms of a statement, and what each is called on its way. */
const STATEMENT_MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
} as const;
type StatementForm = keyof typeof STATEMENT_MEDIA_TYPES;
const FORMS = Object.keys(STATEMENT_MEDIA_TYPES) as readonly StatementForm[];

export type StatementUseCases = {
  /** Refuses: company-not-found, partner-not-found, statement-days-turned. */
  readonly partnerStatement: (question: StatementQuestion) => Promise<Result<ShownStatement>>;
  /** The same as a file. Refuses besides: paper-sign-unknown. */
  readonly statementFile: (
    question: StatementQuestion,
    form: StatementForm,
    language: Language,
  ) => Promise<Result<Omit<Download, 'mediaType'>>>;
};

const define = route<StatementUseCases>();
const FOR_PARTNERS = { isPortal: true, isServedByUs: true } as const;

const PARTS = { code: codePart('partner', 'partner-not-found', 'the code of a partner', 'partner') };
const QUESTION = {
  company: {
    ...code('the company of ours', 'company'),
    schema: code('', '').schema.unwrap(),
  },
  from: { ...dayParameter('the first day in the books'), schema: dayField },
  until: { ...dayParameter('the last day in the books'), schema: dayField },
  lang: languageParameter,
};

const entrySchema = z.strictObject({
  bookedOn: dayText,
  event: z.string(),
  origin: z.strictObject({ kind: z.string(), id: z.string() }),
  reference: z.string().nullable().describe('what the partner knows it by: the number of a document'),
  agreement: z.string().nullable(),
  term: z.string().nullable(),
  firstDay: dayText.nullable(),
  lastDay: dayText.nullable(),
  amount: decimalText.describe('above zero: we owe more'),
});

export const statementSchema = z.strictObject({
  company: z.string(),
  partner: z.string(),
  from: dayText,
  until: dayText,
  batch: z.int(),
  currencies: z.array(
    z.strictObject({
      currency: z.string(),
      opening: decimalText,
      entries: z.array(entrySchema),
      closing: decimalText,
    }),
  ),
  earnings: z.array(
    z.strictObject({
      id: z.uuid().describe('its explanation is at /earnings/{id}/explanation'),
      agreement: z.string(),
      term: z.string(),
      firstDay: dayText,
      lastDay: dayText,
      currency: z.string(),
      earned: decimalText,
      explanation: stepSchema,
      lines: z
        .array(
          z.strictObject({
            source: z.string(),
            document: z.string(),
            line: z.string(),
            product: z.string(),
            share: decimalText,
          }),
        )
        .describe("of the partner's own"),
    }),
  ),
  unexplained: z.int().describe('accounts of entries that the calculation of another partner stands behind'),
});

const ASKED = { company: 'EU', from: '2026-01-01', until: '2026-12-31' };

export const statementRoutes = [
  define({
    ...FOR_PARTNERS,
    id: 'partnerStatement',
    method: 'GET',
    path: '/api/v1/partners/{code}/statement',
    summary: 'What is open between a company and a partner, what changed it, and how it was earned',
    scope: 'earnings:read',
    parts: PARTS,
    query: QUESTION,
    answer: statementSchema,
    example: {
      path: { code: 'P1' },
      query: ASKED,
      answer: {
        ...{ company: 'EU', partner: 'P1', from: '2026-01-01', until: '2026-12-31', batch: 12 },
        ...{ currencies: [], earnings: [], unexplained: 0 },
      },
    },
    respond: async ({ path, query, language }, { partnerStatement }) => {
      const found = await partnerStatement(questionOf(path.code as string, query));
      return found.ok ? answer(statementJson(found.value, language)) : found;
    },
  }),
  define({
    ...FOR_PARTNERS,
    id: 'partnerStatementFile',
    method: 'GET',
    path: '/api/v1/partners/{code}/statement/file',
    summary: 'The same as a file: a paper with the explanation of every amount, or a table of its entries',
    scope: 'earnings:read',
    parts: PARTS,
    query: {
      ...QUESTION,
      format: {
        schema: z.enum(FORMS).default('pdf'),
        expected: FORMS.join(', '),
        meaning: 'pdf, a workbook, csv, or zip: all of them with the lines behind the amounts and the proofs',
      },
    },
    files: Object.values(STATEMENT_MEDIA_TYPES),
    example: { path: { code: 'P1' }, query: { ...ASKED, format: 'pdf' } },
    respond: async ({ path, query, language }, { statementFile }) => {
      const { format } = query;
      const file = await statementFile(questionOf(path.code as string, query), format, language);
      if (!file.ok) return file;
      return accept({ download: { ...file.value, mediaType: STATEMENT_MEDIA_TYPES[format] } });
    },
  }),
];

function questionOf(
  partner: string,
  { company, from, until }: { readonly company: string; readonly from: number; readonly until: number },
): StatementQuestion {
  return { company, partner, firstDay: from, lastDay: until };
}

function statementJson(
  { company, partner, firstDay, lastDay, batch, ...rest }: ShownStatement,
  language: Language,
) {
  return {
    ...{ company, partner, from: formatDate(firstDay), until: formatDate(lastDay), batch },
    currencies: rest.statements.map(currencyJson),
    earnings: rest.earnings.map(({ id, subject, currency, earnedMinor, explanation, lines }) => ({
      ...{ id, agreement: subject.agreement, term: subject.term, currency },
      firstDay: formatDate(subject.window.from),
      lastDay: formatDate(subject.window.until - 1),
      earned: moneyText({ minor: earnedMinor, currency }),
      explanation: stepJson(explanation, language),
      lines: lines.map(({ source, document, line, product, shareMinor }) => ({
        ...{ source, document, line, product },
        share: moneyText({ minor: shareMinor, currency }),
      })),
    })),
    unexplained: rest.unexplained,
  };
}

function currencyJson({ currency, openingMinor, entries, closingMinor }: PartnerStatement) {
  const text = (minor: bigint) => moneyText({ minor, currency });
  return {
    currency,
    opening: text(openingMinor),
    entries: entries.map(({ bookedOn, event, origin, reference = null, subject, minor }) => ({
      ...{ bookedOn: formatDate(bookedOn), event, origin, reference },
      agreement: subject?.agreement ?? null,
      term: subject?.term ?? null,
      firstDay: subject ? formatDate(subject.window.from) : null,
      lastDay: subject ? formatDate(subject.window.until - 1) : null,
      amount: text(minor),
    })),
    closing: text(closingMinor),
  };
}
