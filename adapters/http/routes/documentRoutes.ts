import { z } from 'zod';
import type { DocumentFilter, IssuedDocument } from '../../../app/ports/settlementStore.ts';
import { issuedDocumentJson } from '../../../app/settlement/issuedDocuments.ts';
import { DOCUMENT_KINDS } from '../../../core/document/rebateDocument.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import type { Language } from '../../../core/wording/language.ts';
import { answerPage } from '../answerPage.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import type { Download } from '../download.ts';
import { code, languageParameter, limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { route } from '../route.ts';
import { SETTLEMENT_EXAMPLES } from './settlementExamples.ts';

/** The forms of a document, and what each is called on its way. */
const DOCUMENT_MEDIA_TYPES = {
  pdf: 'application/pdf',
  ubl: 'application/xml',
  json: 'application/json',
} as const;
type DocumentForm = keyof typeof DOCUMENT_MEDIA_TYPES;
const FORMS = Object.keys(DOCUMENT_MEDIA_TYPES) as readonly DocumentForm[];

export type DocumentUseCases = {
  readonly listIssuedDocuments: (
    filter: Omit<DocumentFilter, 'before'> & { readonly after?: string },
  ) => Promise<{ readonly rows: readonly IssuedDocument[]; readonly hasMore: boolean }>;
  /** Refuses: settlement-document-missing, paper-sign-unknown, document-format-unfit. */
  readonly documentFile: (
    id: string,
    form: DocumentForm,
    language: Language,
  ) => Promise<Result<Omit<Download, 'mediaType'>>>;
};

const define = route<DocumentUseCases>();

const issuedDocumentSchema = z.strictObject({
  settlement: z.uuid(),
  kind: z.enum(DOCUMENT_KINDS),
  number: z.string(),
  company: z.string(),
  partner: z.string(),
  currency: z.string(),
  issuedOn: dayText,
  dueOn: dayText,
  net: decimalText,
  tax: decimalText,
  gross: decimalText,
  preceding: z.string().nullable().describe('the number of the document that this one takes back'),
  isCancelled: z.boolean().describe('another document has taken it back'),
});

export const documentRoutes = [
  define({
    id: 'listIssuedDocuments',
    method: 'GET',
    path: '/api/v1/documents',
    summary: 'Documents as they were issued, the latest first; partners see those to them',
    scope: 'settlements:read',
    isPortal: true,
    query: {
      company: code('of this company', 'company'),
      partner: code('to or from this partner', 'partner'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(issuedDocumentSchema),
    example: SETTLEMENT_EXAMPLES.documents,
    respond: ({ query }, { listIssuedDocuments }) => {
      const { company, partner } = query;
      const filter = { ...(company && { company }), ...(partner && { partner }) };
      const list = (page: { readonly limit: number; readonly after?: string }) =>
        listIssuedDocuments({ ...filter, ...page });
      const selection = JSON.stringify(['documents', filter]);
      return answerPage(query, selection, list, ({ settlement }) => settlement, issuedDocumentJson);
    },
  }),
  define({
    id: 'getIssuedDocument',
    method: 'GET',
    path: '/api/v1/settlements/{id}/document',
    summary: 'The document of a settlement as it was issued: a paper, an electronic invoice, or JSON',
    scope: 'settlements:read',
    isPortal: true,
    parts: { id: idPart('settlement', 'settlement-document-missing', 'the id of a settlement') },
    query: {
      format: {
        schema: z.enum(FORMS).default('pdf'),
        expected: FORMS.join(', '),
        meaning: 'pdf, ubl (EN 16931), or json; without it pdf',
      },
      lang: languageParameter,
    },
    files: Object.values(DOCUMENT_MEDIA_TYPES),
    example: SETTLEMENT_EXAMPLES.document,
    respond: async ({ path, query: { format }, language }, { documentFile }) => {
      const file = await documentFile(path.id as string, format, language);
      if (!file.ok) return file;
      return accept({ download: { ...file.value, mediaType: DOCUMENT_MEDIA_TYPES[format] } });
    },
  }),
];
