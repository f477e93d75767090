import { z } from 'zod';
import type { Repaired } from '../../../app/intake/repairRows.ts';
import type { Replayed } from '../../../app/intake/replayQuarantine.ts';
import type { QuarantinedRow, QuarantineFilter, QuarantinePlace } from '../../../app/ports/receivedStore.ts';
import { IMPORT_KINDS } from '../../../app/ports.ts';
import { DISPOSITIONS } from '../../../core/fact/knownLines.ts';
import type { LineTexts } from '../../../core/fact/parseLine.ts';
import { accept, isRefusalCode, type Result, refuse } from '../../../core/refusal/refusals.ts';
import type { Language } from '../../../core/wording/language.ts';
import { refusalText } from '../../../core/wording/refusalText.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import type { Download } from '../download.ts';
import { summaryJson, summarySchema } from '../intakeJson.ts';
import { idField, plainText } from '../jsonBody.ts';
import { code, limitParameter, textParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { problemOf, problemSchema } from '../problem.ts';
import { answer, route } from '../route.ts';

export type QuarantineUseCases = {
  /** How many rows wait, by code. */
  readonly quarantineReasons: (document: string | undefined) => Promise<Readonly<Record<string, number>>>;
  readonly listQuarantine: (
    filter: QuarantineFilter,
    page: { limit: number; after?: QuarantinePlace },
  ) => Promise<readonly QuarantinedRow[]>;
  /** Refuses: import-not-found, known-day-backwards; each row for itself. */
  readonly repairRows: (
    id: string,
    repairs: readonly { row: number; fields: LineTexts }[],
  ) => Promise<Result<Repaired>>;
  /** Refuses: import-not-found, known-day-backwards. */
  readonly replayQuarantine: (chosen: { import?: string; code?: string }) => Promise<Result<Replayed>>;
  /** Refuses: import-not-found, reason-missing. */
  readonly dismissRows: (
    id: string,
    chosen: { rows?: readonly number[]; code?: string; reason: string },
  ) => Promise<Result<{ readonly dismissed: number }>>;
  /** Refuses: import-not-found. */
  readonly failedRows: (id: string, language: Language) => Promise<Result<Download>>;
};

const define = route<QuarantineUseCases>();
const IMPORT = { id: idPart('import', 'import-not-found', 'the id of an import') };
const REFUSAL_CODE = textParameter('only rows refused by this code');
const ROWS_MAX = 1000;
const ID = '0199b5a0-7c00-7000-8000-000000000021';

const rowSchema = z.strictObject({
  import: z.string(),
  row: z.int(),
  texts: z.array(z.string()).describe('as they were received'),
  fields: z.record(z.string(), z.string()).nullable().describe('what a repair begins with'),
  problem: problemSchema,
});

export const quarantineRoutes = [
  define({
    id: 'listQuarantine',
    method: 'GET',
    path: '/api/v1/quarantine',
    summary: 'Rows that are no facts yet, as received, each with every reason and what helps',
    scope: 'facts:read',
    query: {
      import: code('only rows of this import', 'import'),
      kind: {
        schema: z.enum(IMPORT_KINDS).optional(),
        expected: IMPORT_KINDS.join(', '),
        meaning: 'only rows of files of this kind',
      },
      code: REFUSAL_CODE,
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(rowSchema).extend({
      reasons: z
        .record(z.string(), z.int())
        .describe('rows that wait, of this import or all, by refusal code'),
      titles: z
        .record(z.string(), z.string())
        .describe('what each of these codes says, with “…” for what it is about'),
    }),
    example: { answer: { rows: [], next: null, reasons: {}, titles: {} } },
    respond: async ({ query, language }, { listQuarantine, quarantineReasons }) => {
      const selection = `quarantine ${query.import ?? ''} ${query.code ?? ''} ${query.kind ?? ''}`;
      const place = readCursor(query.cursor, selection, z.tuple([z.uuid(), z.int()]));
      if (!place.ok) return place;
      const after = place.value && { document: place.value[0], row: place.value[1] };
      const isNoId = query.import !== undefined && !z.uuid().safeParse(query.import).success;
      if (isNoId) return answer({ rows: [], next: null, reasons: {}, titles: {} });
      const filter = {
        ...(query.import && { document: query.import }),
        ...(query.code && { code: query.code }),
        ...(query.kind && { kind: query.kind }),
      };
      const found = await listQuarantine(filter, { limit: query.limit + 1, ...(after && { after }) });
      const { rows, next } = cutPage(found, query.limit, selection, ({ document, row }) => [document, row]);
      const reasons = await quarantineReasons(query.import);
      const titles = titlesOf(Object.keys(reasons), language);
      return answer({ rows: rows.map((row) => rowJson(row, language)), next, reasons, titles });
    },
  }),
  define({
    id: 'repairRows',
    method: 'POST',
    path: '/api/v1/imports/{id}/repairs',
    summary: 'Change fields of waiting rows; each that is a fact now comes in, what was received stays',
    scope: 'facts:write',
    parts: IMPORT,
    maxBytes: 4 * 1024 * 1024,
    body: z.strictObject({
      repairs: z
        .array(
          z.strictObject({
            row: z.int().min(1),
            fields: z
              .record(z.string().max(300), z.string().max(4000))
              .describe('only those that read otherwise; an empty text takes one away'),
          }),
        )
        .min(1)
        .max(ROWS_MAX),
    }),
    answer: z.strictObject({
      import: z
        .string()
        .nullable()
        .describe('the import that the repaired rows make; null where none is a fact'),
      rows: z.array(
        z.strictObject({
          row: z.int(),
          disposition: z.enum(DISPOSITIONS).nullable(),
          problem: problemSchema.nullable(),
        }),
      ),
    }),
    example: {
      path: { id: ID },
      body: { repairs: [{ row: 1, fields: { partner: 'NOBODY' } }] },
      answer: { import: null, rows: [] },
    },
    respond: async ({ path, body, language }, { repairRows }) => {
      const done = await repairRows(path.id as string, body.repairs);
      if (!done.ok) return done;
      const rows = done.value.rows.map((row) =>
        'refusals' in row
          ? { row: row.row, disposition: null, problem: problemOf(row.refusals, language) }
          : { row: row.row, disposition: row.disposition, problem: null },
      );
      return answer({ import: done.value.import ?? null, rows });
    },
  }),
  define({
    id: 'replayQuarantine',
    method: 'POST',
    path: '/api/v1/quarantine/replay',
    summary: 'Try waiting rows again as they were received, after master data or names have come',
    scope: 'facts:write',
    body: z.strictObject({
      import: z.exactOptional(idField('import')),
      code: z.exactOptional(plainText(100)),
    }),
    answer: z.strictObject({ tried: z.int(), imports: z.array(summarySchema) }),
    example: { body: {}, answer: { tried: 0, imports: [] } },
    respond: async ({ body }, { replayQuarantine }) => {
      const done = await replayQuarantine(body);
      if (!done.ok) return done;
      return answer({ tried: done.value.tried, imports: done.value.imports.map(summaryJson) });
    },
  }),
  define({
    id: 'dismissRows',
    method: 'POST',
    path: '/api/v1/imports/{id}/dismissals',
    summary: 'Put waiting rows aside for good: they end excluded, with the reason',
    scope: 'facts:write',
    parts: IMPORT,
    body: z.strictObject({
      rows: z
        .exactOptional(z.array(z.int().min(1)).min(1).max(ROWS_MAX))
        .describe('without it all that wait'),
      code: z.exactOptional(plainText(100)),
      reason: plainText(1000),
    }),
    answer: z.strictObject({ dismissed: z.int() }),
    example: { path: { id: ID }, body: { reason: 'A test order' }, answer: { dismissed: 1 } },
    respond: async ({ path, body }, { dismissRows }) => {
      const done = await dismissRows(path.id as string, body);
      return done.ok ? answer(done.value) : done;
    },
  }),
  define({
    id: 'exportFailedRows',
    method: 'GET',
    path: '/api/v1/imports/{id}/failed-rows',
    summary: 'The waiting rows as CSV with the reasons; corrected and imported again, it adds exactly those',
    scope: 'facts:read',
    parts: IMPORT,
    files: ['text/csv; charset=utf-8'],
    example: { path: { id: ID } },
    respond: async ({ path, language }, { failedRows }) => {
      const found = await failedRows(path.id as string, language);
      return found.ok ? accept({ download: found.value }) : found;
    },
  }),
];

/** A code that a later version of the program knows no more says only itself. */
function titlesOf(codes: readonly string[], language: Language): Record<string, string> {
  const titleOf = (said: string) =>
    isRefusalCode(said) ? refusalText(refuse(said, ''), language).what : said;
  return Object.fromEntries(codes.map((said) => [said, titleOf(said)]));
}

function rowJson({ document, row, texts, fields = {}, refusals }: QuarantinedRow, language: Language) {
  return {
    import: document,
    row,
    texts,
    fields: Object.keys(fields).length === 0 ? null : fields,
    problem: problemOf(refusals, language),
  };
}
