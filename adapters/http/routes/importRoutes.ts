import { z } from 'zod';
import type { ImportItemsInput } from '../../../app/intake/importItems.ts';
import { type LineImport, UNKNOWN_THINGS } from '../../../app/intake/lineImport.ts';
import type { LinePreview } from '../../../app/intake/previewLines.ts';
import type { Reconciliation } from '../../../app/intake/reconcile.ts';
import { TAKEN_BACK_MAX, type UndoneImport, type UndoPreview } from '../../../app/intake/undoImport.ts';
import { FACT_KINDS } from '../../../app/ports/factStore.ts';
import type { MasterTakenBack } from '../../../app/ports/masterChange.ts';
import type { StoredImport } from '../../../app/ports/receivedStore.ts';
import { type ImportSummary, MASTER_KINDS } from '../../../app/ports.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { FILE_UPLOAD } from '../fileUpload.ts';
import {
  changeSchema,
  changesJson,
  importJson,
  importSchema,
  itemEndSchema,
  itemEndsJson,
  previewSummaryJson,
  previewSummarySchema,
  reconciliationJson,
  reconciliationSchema,
  strangeUnitsJson,
  strangeUnitsSchema,
  summaryJson,
  summarySchema,
} from '../intakeJson.ts';
import { plainText } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { dayText } from '../plainTexts.ts';
import { refusedRowsJson, refusedRowsSchema } from '../refusalJson.ts';
import { answer, route } from '../route.ts';
import { earningsParameter, type SentRows, sentFileQuery, sentRows, word } from '../sentFile.ts';
import { IMPORT_EXAMPLE, NO_ROWS, previewOf } from './importExamples.ts';

/** Files of master data have a place of their own. */
const FILE_KINDS = ['lines', ...FACT_KINDS] as const;
type FileKind = (typeof FILE_KINDS)[number];

/** A file as it was sent, and what is said of it. */
export type SentFile = SentRows & { readonly kind: FileKind } & Pick<LineImport, 'documents' | 'unknown'>;

/** A file that is being read or looked through at this moment. */
export type ImportUnderWay = {
  readonly name: string;
  readonly kind: FileKind | 'master';
  readonly isPreview: boolean;
  readonly startedAt: Date;
  /** Rows read so far. */
  readonly rows: number;
};

export type ImportUseCases = {
  /** Refuses: those of importLines or importFacts, mapping-not-found. */
  readonly importFile: (file: SentFile) => Promise<Result<ImportSummary>>;
  /** Refuses: those of previewLines or previewFacts, mapping-not-found. */
  readonly previewFile: (file: SentFile, earnings: boolean) => Promise<Result<LinePreview>>;
  /** Refuses: import-not-whole, known-day-backwards. */
  readonly importItems: (
    items: Pick<ImportItemsInput, 'source' | 'items' | 'mode'>,
  ) => ReturnType<typeof import('../../../app/intake/importItems.ts').importItems>;
  /** Those of this server. */
  readonly listImportsUnderWay: () => readonly ImportUnderWay[];
  readonly listImports: (page: { limit: number; before?: number }) => Promise<readonly StoredImport[]>;
  /** Refuses: import-not-found. */
  readonly reconcileImport: (id: string) => Promise<Result<Reconciliation>>;
  /** Refuses: import-not-found, reason-missing, master-in-use, master-invalid, known-day-backwards. */
  readonly undoImport: (id: string, reason: string) => Promise<Result<UndoneImport>>;
  /** Refuses: import-not-found, master-in-use, master-invalid, known-day-backwards. */
  readonly previewUndo: (id: string) => Promise<Result<UndoPreview>>;
};

const define = route<ImportUseCases>();

const IMPORT = { id: idPart('import', 'import-not-found', 'the id of an import') };
const FILE_QUERY = {
  kind: word(FILE_KINDS, 'what its rows are; without it lines'),
  ...sentFileQuery('goodRows'),
  documents: word(
    ['mayBeCut', 'whole'],
    'whether documents without line numbers are whole; without it mayBeCut',
  ),
  unknown: word(
    UNKNOWN_THINGS,
    'what becomes of partners and products that nobody knows and lines name: their rows wait, or they come in with them; without it quarantine',
  ),
};
const FILE =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency\n' +
  'api,F1,1,sale,AW,NOBODY,X,2025-01-05,1,EA,10.00,USD\n';

const TALLY = { rows: 1, quantity: '1', netValue: '10.00' };
const SUMMARY = {
  ...IMPORT_EXAMPLE,
  kind: 'lines' as const,
  name: 'lines.csv',
  bytes: 147,
  received: TALLY,
  quarantined: TALLY,
  reasons: { 'line-partner-unknown': 1, 'line-product-unknown': 1 },
};
const STORED = {
  id: SUMMARY.id,
  kind: SUMMARY.kind,
  source: 'file',
  name: 'lines.csv',
  sha256: SUMMARY.sha256,
  bytes: 147,
  batch: 12,
  recordedAt: '2026-11-29T08:00:00.000Z',
  actor: 'person:0199b5a0-7c00-7000-8000-000000000001',
  parent: null,
  mapping: null,
  rows: { accepted: 0, duplicate: 0, superseded: 0, quarantined: 1 },
  open: 1,
  ended: { repaired: 0, replayed: 0, arrived: 0, dismissed: 0 },
  undone: null,
};

const underWaySchema = z.strictObject({
  name: z.string(),
  kind: z.enum([...FILE_KINDS, 'master']),
  isPreview: z.boolean().describe('it is only looked at'),
  startedAt: z.string(),
  rows: z.int().min(0).describe('read so far'),
});

export const importRoutes = [
  define({
    id: 'importFile',
    method: 'POST',
    path: '/api/v1/imports',
    summary:
      'Bring a file of lines, payments or stock in: CSV, XLSX or JSON; every row ends accepted, duplicate, superseded or quarantined',
    scope: 'facts:write',
    query: FILE_QUERY,
    upload: FILE_UPLOAD,
    status: 201,
    answer: summarySchema,
    example: { query: { name: 'lines.csv' }, file: FILE, answer: SUMMARY },
    respond: async ({ query, upload }, { importFile }) => {
      const done = await importFile(fileOf(query, upload.path));
      if (!done.ok) return done;
      return answer(summaryJson(done.value), { location: `/api/v1/imports/${done.value.document.id}` });
    },
  }),
  define({
    id: 'previewImport',
    method: 'POST',
    path: '/api/v1/imports/preview',
    summary: 'What an import of the file would do, with what would be booked afterwards; nothing is written',
    scope: 'facts:write',
    isRead: true,
    query: {
      ...FILE_QUERY,
      earnings: earningsParameter,
    },
    upload: FILE_UPLOAD,
    answer: z.strictObject({
      summary: previewSummarySchema,
      refusedRows: refusedRowsSchema,
      strangeUnits: strangeUnitsSchema,
      changes: z.array(changeSchema).nullable().describe('null where they were not asked for'),
    }),
    example: {
      query: { earnings: 'true' },
      file: FILE,
      answer: { summary: previewOf(SUMMARY), refusedRows: [], strangeUnits: [], changes: [] },
    },
    respond: async ({ query, upload, language }, { previewFile }) => {
      const { earnings, ...said } = query;
      const done = await previewFile(fileOf(said, upload.path), earnings === 'true');
      if (!done.ok) return done;
      const { summary, bad, strange = [], calculated } = done.value;
      return answer({
        summary: previewSummaryJson(summary),
        refusedRows: refusedRowsJson(bad, language),
        strangeUnits: strangeUnitsJson(strange),
        changes: calculated === undefined ? null : changesJson(calculated),
      });
    },
  }),
  define({
    id: 'importLines',
    method: 'POST',
    path: '/api/v1/lines',
    summary:
      'Bring up to a thousand lines in, each as the texts of its fields; the answer says where each ended',
    scope: 'facts:write',
    maxBytes: 4 * 1024 * 1024,
    body: z.strictObject({
      source: plainText(200).describe('the system that the lines come from'),
      items: z
        .array(z.record(z.string().max(300), z.string().max(4000)))
        .min(1)
        .max(1000),
      mode: z
        .enum(['goodRows', 'allOrNothing'])
        .describe('allOrNothing: one refused line and nothing is done'),
    }),
    status: 201,
    answer: z.strictObject({ import: summarySchema, items: z.array(itemEndSchema) }),
    example: {
      body: {
        source: 'api',
        items: [
          {
            document: 'F2',
            line: '1',
            side: 'sale',
            company: 'AW',
            partner: 'NOBODY',
            product: 'X',
            unit: 'EA',
            currency: 'USD',
          },
        ],
        mode: 'goodRows',
      },
      answer: { import: SUMMARY, items: [{ index: 0, disposition: 'quarantined', problem: null }] },
    },
    respond: async ({ body, language }, { importItems }) => {
      const done = await importItems(body);
      if (!done.ok) return done;
      const { summary, items } = done.value;
      return answer({ import: summaryJson(summary), items: itemEndsJson(items, language) });
    },
  }),
  define({
    id: 'listImports',
    method: 'GET',
    path: '/api/v1/imports',
    summary: 'Imports, the newest first: how their rows ended, and how many still wait',
    scope: 'facts:read',
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(importSchema),
    example: { answer: { rows: [STORED], next: null } },
    respond: async ({ query }, { listImports }) => {
      const place = readCursor(query.cursor, 'imports', z.tuple([z.int()]));
      if (!place.ok) return place;
      const before = place.value?.[0];
      const found = await listImports({ limit: query.limit + 1, ...(before !== undefined && { before }) });
      const { rows, next } = cutPage(found, query.limit, 'imports', ({ batch }) => [batch]);
      return answer({ rows: rows.map(importJson), next });
    },
  }),
  define({
    id: 'listImportsUnderWay',
    method: 'GET',
    path: '/api/v1/imports/under-way',
    summary:
      'Files that this server reads at this moment, and how far it is; what is read in is in the list of imports',
    scope: 'facts:read',
    answer: z.strictObject({ rows: z.array(underWaySchema) }),
    example: { answer: { rows: [] } },
    respond: async (_asked, { listImportsUnderWay }) =>
      answer({
        rows: listImportsUnderWay().map(({ startedAt, ...one }) => ({
          ...one,
          startedAt: startedAt.toISOString(),
        })),
      }),
  }),
  define({
    id: 'getImport',
    method: 'GET',
    path: '/api/v1/imports/{id}',
    summary: 'Accounts for an import: its rows, its lines that stand, and what every term makes of them',
    scope: 'facts:read',
    parts: IMPORT,
    answer: reconciliationSchema,
    example: {
      path: { id: SUMMARY.id },
      answer: {
        ...{ import: STORED, reasons: SUMMARY.reasons, lines: NO_ROWS, terms: [] },
        standing: { counted: 0, blocked: 0, excluded: 0 },
      },
    },
    respond: async ({ path }, { reconcileImport }) => {
      const found = await reconcileImport(path.id as string);
      return found.ok ? answer(reconciliationJson(found.value)) : found;
    },
  }),
  define({
    id: 'previewUndo',
    method: 'POST',
    path: '/api/v1/imports/{id}/undo/preview',
    summary: 'What taking an import back would do to lines and books; nothing is written',
    scope: 'facts:write',
    isRead: true,
    isLong: true,
    parts: IMPORT,
    answer: z.strictObject({
      isNew: z.boolean().describe('false: it was undone before'),
      withdrawn: z.int().nullable().describe('lines that nobody would say any more'),
      restored: z.int().nullable().describe('lines for which an earlier word would stand again'),
      things: z
        .array(
          z.strictObject({
            kind: z.enum(MASTER_KINDS),
            code: z.string(),
            validFrom: dayText.nullable().describe('null: since ever'),
            isWithdrawn: z.boolean().describe('the version would be known no more'),
            fields: z.array(
              z.strictObject({
                field: z.string(),
                before: z.string().nullable(),
                after: z.string().nullable(),
              }),
            ),
          }),
        )
        .describe(
          `of master data, what would be said no more or again, the first ${TAKEN_BACK_MAX} versions`,
        ),
      changes: z.array(changeSchema).describe('what would be booked'),
    }),
    example: {
      path: { id: SUMMARY.id },
      answer: { isNew: true, withdrawn: 0, restored: 0, things: [], changes: [] },
    },
    respond: async ({ path }, { previewUndo }) => {
      const done = await previewUndo(path.id as string);
      if (!done.ok) return done;
      const { isNew, withdrawn = null, restored = null, calculated } = done.value;
      const things = done.value.changes.map(takenBackJson);
      return answer({ isNew, withdrawn, restored, things, changes: changesJson(calculated) });
    },
  }),
  define({
    id: 'undoImport',
    method: 'POST',
    path: '/api/v1/imports/{id}/undo',
    summary: 'Take a whole import back; the next calculation reverses the books',
    scope: 'facts:write',
    parts: IMPORT,
    body: z.strictObject({ reason: plainText(1000) }),
    answer: z.strictObject({
      batch: z.int(),
      isNew: z.boolean().describe('false: it was undone before, and nothing was changed'),
      withdrawn: z.int().nullable(),
      restored: z.int().nullable(),
    }),
    example: {
      path: { id: SUMMARY.id },
      body: { reason: 'The file of another month' },
      answer: { batch: 13, isNew: true, withdrawn: 0, restored: 0 },
    },
    respond: async ({ path, body }, { undoImport }) => {
      const done = await undoImport(path.id as string, body.reason);
      if (!done.ok) return done;
      const { batch, isNew, withdrawn = null, restored = null } = done.value;
      return answer({ batch, isNew, withdrawn, restored });
    },
  }),
];

type FileQuery = Parameters<typeof sentRows>[0] & {
  readonly kind?: FileKind | undefined;
  readonly documents?: SentFile['documents'] | undefined;
  readonly unknown?: SentFile['unknown'] | undefined;
};

function fileOf({ kind = 'lines', documents, unknown, ...said }: FileQuery, path: string): SentFile {
  return { ...sentRows(said, path), kind, ...(documents && { documents }), ...(unknown && { unknown }) };
}

function takenBackJson({ kind, code, validFrom, before, after }: MasterTakenBack) {
  const texts = (said: MasterTakenBack['after']) => ({
    ...said?.attributes,
    ...(said && { name: said.name }),
  });
  const [old, again]: Readonly<Record<string, string>>[] = [texts(before), texts(after)];
  const fields = [...new Set(Object.keys({ ...old, ...again }))].filter((one) => old?.[one] !== again?.[one]);
  return {
    ...{ kind, code, validFrom: validFrom === undefined ? null : formatDate(validFrom) },
    isWithdrawn: after === undefined,
    fields: fields.map((field) => ({
      ...{ field, before: old?.[field] ?? null, after: again?.[field] ?? null },
    })),
  };
}
