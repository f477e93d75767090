import { z } from 'zod';
import type { AccrualPart } from '../../../app/accruals/exportAccruals.ts';
import type { LineIdentity } from '../../../app/earnings/explainLine.ts';
import type { LineHistory, ShownRevision } from '../../../app/intake/lineRevisions.ts';
import type { TermStates } from '../../../app/intake/reconcile.ts';
import type { LedgerPart } from '../../../app/ledgerExport/exportLedger.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import type { Download } from '../download.ts';
import { termStatesJson, termStatesSchema } from '../intakeJson.ts';
import { LINE_PARTS, readLineIdentity } from '../lineIdentity.ts';
import { code, dayParameter } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

/** The formats of an export, and what each is called on its way. */
export const EXPORT_MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
} as const;
export type ExportFormat = keyof typeof EXPORT_MEDIA_TYPES;
const FORMATS = Object.keys(EXPORT_MEDIA_TYPES) as readonly ExportFormat[];

/** Counts and sums of an export, and the hash of its bytes. */
export type ExportSeal = {
  readonly format: ExportFormat;
  readonly batch: number;
  readonly rows: number;
  readonly netValue: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** The forms of the books, and what each is called on its way. */
export const LEDGER_MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  hledger: 'text/plain; charset=utf-8',
  beancount: 'text/plain; charset=utf-8',
} as const;
export type LedgerExportFormat = keyof typeof LEDGER_MEDIA_TYPES;
const LEDGER_FORMATS = Object.keys(LEDGER_MEDIA_TYPES) as readonly LedgerExportFormat[];

/** The forms of accruals by line. */
export const ACCRUAL_MEDIA_TYPES = {
  csv: EXPORT_MEDIA_TYPES.csv,
  ndjson: EXPORT_MEDIA_TYPES.ndjson,
} as const;
export type AccrualExportFormat = keyof typeof ACCRUAL_MEDIA_TYPES;
const ACCRUAL_FORMATS = Object.keys(ACCRUAL_MEDIA_TYPES) as readonly AccrualExportFormat[];

export type ExportUseCases = {
  /** Refuses: exports-busy, company-not-found, agreement-not-found. */
  readonly exportAccruals: (format: AccrualExportFormat, part: AccrualPart) => Promise<Result<Download>>;
  /** Refuses: exports-busy, company-not-found. */
  readonly exportLedger: (format: LedgerExportFormat, part: LedgerPart) => Promise<Result<Download>>;
  /** Refuses: exports-busy. */
  readonly exportLines: (format: ExportFormat) => Promise<Result<Download>>;
  /** Refuses: exports-busy. */
  readonly sealExport: (format: ExportFormat) => Promise<Result<ExportSeal>>;
  /** Refuses: agreement-not-found. */
  readonly reconcileAgreement: (code: string) => Promise<Result<TermStates>>;
  /** Refuses: line-not-found. */
  readonly lineRevisions: (identity: LineIdentity) => Promise<Result<LineHistory>>;
};

const define = route<ExportUseCases>();
const FORMAT = {
  schema: z.enum(FORMATS).default('csv'),
  expected: FORMATS.join(', '),
  meaning: 'csv, a workbook, or ndjson for programs; without it csv',
};

const lineReference = z.strictObject({ document: z.string(), line: z.string() });

const revisionSchema = z.strictObject({
  revision: z.int(),
  withdrawn: z.enum(['undo', 'document']).nullable().describe('why the line is no more from here on'),
  batch: z.int(),
  knownOn: dayText,
  recordedAt: z.string(),
  import: z.string(),
  file: z.string(),
  row: z.int(),
  actor: z.string(),
  undoReason: z.string().nullable(),
  changes: z.record(
    z.string(),
    z.strictObject({ before: z.string().nullable(), now: z.string().nullable() }),
  ),
});

export const exportRoutes = [
  define({
    id: 'exportLines',
    method: 'GET',
    path: '/api/v1/exports/lines',
    summary:
      'All lines that are known, without a limit, in our own line format: imported again it changes nothing',
    scope: 'exports:read',
    isLong: true,
    query: { format: FORMAT },
    files: Object.values(EXPORT_MEDIA_TYPES),
    example: { query: { format: 'csv' } },
    respond: async ({ query }, { exportLines }) => {
      const download = await exportLines(query.format);
      return download.ok ? accept({ download: download.value }) : download;
    },
  }),
  define({
    id: 'sealExport',
    method: 'GET',
    path: '/api/v1/exports/lines/manifest',
    summary: 'What the export of the lines holds at this moment: count, sum, bytes and SHA-256',
    scope: 'exports:read',
    query: { format: FORMAT },
    answer: z.strictObject({
      format: z.enum(FORMATS),
      batch: z.int(),
      rows: z.int(),
      netValue: decimalText,
      bytes: z.int(),
      sha256: z.string(),
    }),
    example: {
      answer: { format: 'csv', batch: 12, rows: 0, netValue: '0', bytes: 700, sha256: '0'.repeat(64) },
    },
    respond: async ({ query }, { sealExport }) => {
      const seal = await sealExport(query.format);
      return seal.ok ? answer(seal.value) : seal;
    },
  }),
  define({
    id: 'exportLedger',
    method: 'GET',
    path: '/api/v1/exports/ledger',
    summary: 'The books, as a table or as a journal that hledger or beancount reads',
    scope: 'exports:read',
    isLong: true,
    query: {
      format: {
        schema: z.enum(LEDGER_FORMATS).default('csv'),
        expected: LEDGER_FORMATS.join(', '),
        meaning: 'csv, hledger or beancount; without it csv',
      },
      company: code('only the books of this company', 'company'),
      from: dayParameter('from this day in the books on'),
      until: dayParameter('until this day in the books, which belongs to it'),
    },
    files: [...new Set(Object.values(LEDGER_MEDIA_TYPES))],
    example: { query: { format: 'hledger' } },
    respond: async ({ query: { format, company, from, until } }, { exportLedger }) => {
      const part = {
        ...(company !== undefined && { company }),
        ...(from !== undefined && { first: from }),
        ...(until !== undefined && { last: until }),
      };
      const download = await exportLedger(format, part);
      return download.ok ? accept({ download: download.value }) : download;
    },
  }),
  define({
    id: 'exportAccruals',
    method: 'GET',
    path: '/api/v1/exports/accruals',
    summary: 'What is recognised of each line, as of the last calculation: it sums to what the books hold',
    scope: 'exports:read',
    isLong: true,
    query: {
      format: {
        schema: z.enum(ACCRUAL_FORMATS).default('csv'),
        expected: ACCRUAL_FORMATS.join(', '),
        meaning: 'csv, or ndjson for programs; without it csv',
      },
      company: code('only what this company bears', 'company'),
      agreement: code('only of this agreement', 'agreement'),
      from: dayParameter('of lines that act on this day or later'),
      until: dayParameter('of lines that act up to this day'),
    },
    files: Object.values(ACCRUAL_MEDIA_TYPES),
    example: { query: { format: 'csv' } },
    respond: async ({ query: { format, company, agreement, from, until } }, { exportAccruals }) => {
      const part = {
        ...(company !== undefined && { company }),
        ...(agreement !== undefined && { agreement }),
        ...(from !== undefined && { first: from }),
        ...(until !== undefined && { last: until }),
      };
      const download = await exportAccruals(format, part);
      return download.ok ? accept({ download: download.value }) : download;
    },
  }),
  define({
    id: 'reconcileAgreement',
    method: 'GET',
    path: '/api/v1/agreements/{code}/reconciliation',
    summary: 'What an agreement makes of every line that is known: counted, excluded or blocked, with sums',
    scope: 'facts:read',
    parts: { code: codePart('agreement', 'agreement-not-found', 'the code of an agreement', 'id') },
    answer: termStatesSchema,
    example: { path: { code: 'A-2026' }, answer: { agreement: 'A-2026', states: [] } },
    respond: async ({ path }, { reconcileAgreement }) => {
      const found = await reconcileAgreement(path.code as string);
      return found.ok ? answer(termStatesJson(found.value)) : found;
    },
  }),
  define({
    id: 'listRevisions',
    method: 'GET',
    path: '/api/v1/lines/{source}/{document}/{line}/revisions',
    summary: 'The chain of corrections of a line: who said what, by which file, known from when',
    scope: 'facts:read',
    parts: LINE_PARTS,
    answer: z.strictObject({
      rows: z.array(revisionSchema),
      corrects: z
        .array(lineReference)
        .describe('the lines in whose place it stands, the one that it names first'),
      correctedBy: z.array(lineReference).describe('the lines that stand in its place'),
    }),
    example: {
      path: { source: 's', document: 'd', line: '1' },
      answer: { rows: [], corrects: [], correctedBy: [{ document: 'd-A', line: '1' }] },
    },
    respond: async ({ path }, { lineRevisions }) => {
      const identity = readLineIdentity(path);
      if (!identity.ok) return identity;
      const found = await lineRevisions(identity.value);
      if (!found.ok) return found;
      const { revisions, corrects, correctedBy } = found.value;
      return answer({
        rows: revisions.map(revisionJson),
        corrects: [...corrects],
        correctedBy: [...correctedBy],
      });
    },
  }),
];

function revisionJson({ knownOn, recordedAt, withdrawn, undoReason, ...rest }: ShownRevision) {
  const days = { knownOn: formatDate(knownOn), recordedAt: recordedAt.toISOString() };
  return { ...rest, ...days, withdrawn: withdrawn ?? null, undoReason: undoReason ?? null };
}
