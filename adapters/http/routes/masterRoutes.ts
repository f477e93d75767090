import { z } from 'zod';
import type { MasterAnswer, MasterQuestion } from '../../../app/facts/masterAsOf.ts';
import type { MasterPreview } from '../../../app/intake/previewMaster.ts';
import type { MasterWritten } from '../../../app/intake/writeMaster.ts';
import type { KnownMaster, MasterSaid } from '../../../app/ports/masterPage.ts';
import { type ImportSummary, MASTER_KINDS, type MasterKind, type MasterRow } from '../../../app/ports.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { answerBulk, BULK_STATUSES, bulkAnswer, bulkBody } from '../bulk.ts';
import { cursorParameter, pageOf, readCursor, writeCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { FILE_UPLOAD } from '../fileUpload.ts';
import { summaryJson, summarySchema } from '../intakeJson.ts';
import { plainText } from '../jsonBody.ts';
import { masterPreviewJson, masterPreviewSchema } from '../masterPreviewJson.ts';
import { code, dayParameter, limitParameter, textParameter } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { dayText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { saidText } from '../saidText.ts';
import { earningsParameter, type SentRows, sentFileQuery, sentRows } from '../sentFile.ts';
import { IMPORT_EXAMPLE, previewOf } from './importExamples.ts';

export type MasterUseCases = {
  readonly masterAsOf: (question: MasterQuestion) => Promise<MasterAnswer>;
  /** Refuses: master-not-found. */
  readonly masterHistory: (thing: {
    readonly kind: MasterKind;
    readonly code: string;
  }) => Promise<Result<readonly MasterSaid[]>>;
  /** Refuses: mapping-not-found, source-invalid, those of importMasterFile. */
  readonly importMasterFile: (file: SentRows) => Promise<Result<ImportSummary>>;
  /** Refuses: mapping-not-found, source-invalid, those of previewMaster. */
  readonly previewMasterFile: (file: SentRows, earnings: boolean) => Promise<Result<MasterPreview>>;
  /** Refuses: known-day-backwards; each row: master-invalid, master-version-repeated. */
  readonly writeMaster: (rows: readonly MasterRow[]) => Promise<Result<readonly Result<MasterWritten>[]>>;
};

const define = route<MasterUseCases>();

const CODE_MAX = 200;
const TEXT_MAX = 2000;

const attributes = z.record(plainText(CODE_MAX), saidText(TEXT_MAX));

const newMaster = z.strictObject({
  kind: z.enum(MASTER_KINDS),
  code: saidText(CODE_MAX).min(1),
  name: z.exactOptional(saidText(TEXT_MAX).min(1)).describe('without one it is called what its code says'),
  validFrom: z.exactOptional(dayField).describe('from which day on; without one since ever'),
  attributes,
});

const masterSchema = z.strictObject({
  kind: z.enum(MASTER_KINDS),
  code: z.string(),
  name: z.string(),
  validFrom: dayText.nullable().describe('null: since ever'),
  batch: z.int().min(1).describe('known from this batch on'),
  attributes: z.record(z.string(), z.string()),
});

const EXAMPLE = {
  kind: 'partner',
  code: 'P1',
  name: 'Müller Teehandel',
  validFrom: '2026-01-01',
  attributes: { country: 'DE', parent: 'HQ' },
} as const;

const kindParameter = {
  schema: z.enum(MASTER_KINDS).optional(),
  expected: MASTER_KINDS.join(', '),
  meaning: 'only of this kind',
};

const ONE = { rows: 1, quantity: '0', netValue: '0' };
const SUMMARY = {
  ...IMPORT_EXAMPLE,
  kind: 'master' as const,
  name: 'partners.json',
  bytes: 74,
  received: ONE,
  accepted: ONE,
  reasons: {},
};
const { mode, ...PREVIEW_QUERY } = sentFileQuery('allOrNothing');

export const masterRoutes = [
  define({
    id: 'listMasterData',
    method: 'GET',
    path: '/api/v1/master-data',
    summary: 'Partners, products and other master data in force on a day, as known on another',
    scope: 'facts:read',
    query: {
      kind: kindParameter,
      code: code('only what has this code', 'partner'),
      text: textParameter('only what has this in its code, or in what it is or was called'),
      effective: dayParameter('in force on this day; without it the business day'),
      known: dayParameter('as it was known at the end of this day; without it now'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(masterSchema),
    example: {
      query: { kind: 'partner', code: 'P1', effective: '2026-03-31' },
      answer: { rows: [{ ...EXAMPLE, batch: 1 }], next: null },
    },
    respond: async ({ query }, { masterAsOf }) => {
      const { kind, code: only, text, effective, known, limit, cursor } = query;
      const selection = JSON.stringify(
        ['master', kind, only, text, effective, known].map((one) => one ?? null),
      );
      const after = readCursor(cursor, selection, place);
      if (!after.ok) return after;
      const found = await masterAsOf({
        ...(kind && { kind }),
        ...(only !== undefined && { codes: [only] }),
        ...(text !== undefined && { text }),
        ...(effective !== undefined && { effective }),
        ...(known !== undefined && { known }),
        ...(after.value && placeOf(after.value)),
        limit,
      });
      const last = found.rows.at(-1);
      const at = last && [found.effective, found.batch, last.kind, last.code];
      return answer({
        rows: found.rows.map(masterJson),
        next: found.hasMore && at ? writeCursor(selection, at) : null,
      });
    },
  }),
  define({
    id: 'listMasterVersions',
    method: 'GET',
    path: '/api/v1/master-data/{kind}/{code}/versions',
    summary: 'Everything that was ever said of one partner, product or other thing, the first word first',
    scope: 'facts:read',
    parts: {
      kind: codePart('masterKind', 'master-not-found', 'partner, product, …', 'code'),
      code: codePart('partner', 'master-not-found', 'the code of the thing', 'code'),
    },
    answer: z.strictObject({
      rows: z.array(
        masterSchema.extend({
          knownOn: dayText,
          isWithdrawn: z.boolean().describe('from then on the version is known no more'),
        }),
      ),
    }),
    example: {
      path: { kind: 'partner', code: 'P1' },
      answer: { rows: [{ ...EXAMPLE, batch: 1, knownOn: '2026-01-02', isWithdrawn: false }] },
    },
    respond: async ({ path }, { masterHistory }) => {
      const kind = MASTER_KINDS.find((known) => known === path.kind);
      if (kind === undefined) return refused(refuse('master-not-found', 'code', { code: path.code ?? '' }));
      const found = await masterHistory({ kind, code: path.code as string });
      if (!found.ok) return found;
      const rows = found.value.map((said) => ({
        ...masterJson(said),
        ...{ knownOn: formatDate(said.knownOn), isWithdrawn: said.isWithdrawn },
      }));
      return answer({ rows });
    },
  }),
  define({
    id: 'writeMasterData',
    method: 'POST',
    path: '/api/v1/master-data/bulk',
    summary: 'Many versions of master data at once; what is known already changes nothing',
    scope: 'facts:write',
    maxBytes: 4 * 1024 * 1024,
    body: bulkBody(newMaster),
    answer: bulkAnswer(z.strictObject({ isChanged: z.boolean() })),
    otherStatuses: BULK_STATUSES,
    example: {
      body: { items: [EXAMPLE], allOrNothing: false },
      answer: { done: 1, refused: 0, items: [{ index: 0, status: 200, value: { isChanged: true } }] },
    },
    respond: async ({ body, language }, { writeMaster }) => {
      const written = await writeMaster(body.items.map((item) => ({ name: item.code, ...item })));
      if (!written.ok) return written;
      const each = async (_: unknown, index: number) => written.value[index] as Result<MasterWritten>;
      return answerBulk(body, language, each, (value) => value);
    },
  }),
  define({
    id: 'importMasterFile',
    method: 'POST',
    path: '/api/v1/master-data/files',
    summary:
      'A file of master data: our JSON or columns of any kinds, or CSV, XLSX or JSON through a saved description; every row ends accepted, duplicate, superseded or quarantined',
    scope: 'facts:write',
    query: { ...PREVIEW_QUERY, mode },
    upload: FILE_UPLOAD,
    status: 201,
    answer: summarySchema,
    example: {
      file: JSON.stringify({ partners: [{ code: 'P1', name: 'One', attributes: {} }], products: [] }),
      answer: SUMMARY,
    },
    respond: async ({ query, upload }, { importMasterFile }) => {
      const done = await importMasterFile(sentRows(query, upload.path));
      if (!done.ok) return done;
      return answer(summaryJson(done.value), { location: `/api/v1/imports/${done.value.document.id}` });
    },
  }),
  define({
    id: 'previewMasterFile',
    method: 'POST',
    path: '/api/v1/master-data/files/preview',
    summary:
      'What a file of master data would change, field by field, and what would be booked afterwards; nothing is written',
    scope: 'facts:write',
    isRead: true,
    query: { ...PREVIEW_QUERY, earnings: earningsParameter },
    upload: FILE_UPLOAD,
    answer: masterPreviewSchema,
    example: {
      query: { earnings: 'true' },
      file: JSON.stringify({ partners: [{ code: 'P2', name: 'Two', attributes: {} }], products: [] }),
      answer: {
        summary: previewOf(SUMMARY),
        ...{ newThings: 1, newVersions: 0, correctedVersions: 0 },
        rows: [
          {
            ...{ row: 1, kind: 'partner', code: 'P2', validFrom: null, change: 'newThing' },
            fields: [{ field: 'name', before: null, after: 'Two' }],
          },
        ],
        refusedRows: [],
        changes: [],
      },
    },
    respond: async ({ query, upload, language }, { previewMasterFile }) => {
      const { earnings, ...said } = query;
      const done = await previewMasterFile(sentRows(said, upload.path), earnings === 'true');
      return done.ok ? answer(masterPreviewJson(done.value, language)) : done;
    },
  }),
];

/** The day and batch of the first page, so that all pages show one state; then the last row. */
const place = z.tuple([z.int(), z.int().min(0), z.enum(MASTER_KINDS), saidText(CODE_MAX)]);

function placeOf([effective, batch, kind, last]: z.output<typeof place>) {
  return { effective, batch, after: { kind, code: last } };
}

function masterJson({ kind, code: own, name, validFrom, batch, attributes: said }: KnownMaster) {
  const first = validFrom === undefined ? null : formatDate(validFrom);
  return { kind, code: own, name, validFrom: first, batch, attributes: said };
}
