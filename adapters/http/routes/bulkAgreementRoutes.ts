import { z } from 'zod';
import type { CountedBulk } from '../../../app/ports/bulkStore.ts';
import type { ApprovedBulk, ShownBulk } from '../../../app/yearEnd/approveBulk.ts';
import type { BulkOutcome } from '../../../app/yearEnd/planBulk.ts';
import type { SubmittedBulk } from '../../../app/yearEnd/submitBulk.ts';
import { type Result, refused } from '../../../core/refusal/refusals.ts';
import {
  bulkEntryJson,
  bulkEntrySchema,
  bulkJson,
  bulkPlanSchema,
  bulkSchema,
  outcomeJson,
  planJson,
  statesOf,
  submittedBulkSchema,
} from '../bulkAgreementJson.ts';
import { cursorParameter, cutPage, pageOf, readCursor, writeCursor } from '../cursor.ts';
import { languageParameter, limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { REFUSALS_MAX } from '../refusalJson.ts';
import { answer, route } from '../route.ts';
import { fileNameParameter, TABLE_UPLOAD } from '../tableUpload.ts';
import { BULK_EXAMPLES } from './bulkAgreementExamples.ts';

type SentFile = { readonly path: string; readonly name: string };

export type BulkAgreementUseCases = {
  /** Refuses: those of readBulkFile, bulk-empty. */
  readonly previewBulk: (file: SentFile) => Promise<Result<readonly BulkOutcome[]>>;
  /** Refuses: those of readBulkFile and submitBulk. */
  readonly submitBulk: (file: SentFile) => Promise<Result<SubmittedBulk>>;
  readonly listBulks: (page: {
    readonly limit: number;
    readonly before?: string;
  }) => Promise<Result<readonly CountedBulk[]>>;
  /** Refuses: bulk-not-found. */
  readonly showBulk: (id: string) => Promise<Result<ShownBulk & { readonly version: string }>>;
  /** Refuses: those of approveBulk. */
  readonly approveBulk: (approval: {
    readonly id: string;
    readonly seen: string;
    readonly reason?: string;
  }) => Promise<Result<ApprovedBulk>>;
};

const define = route<BulkAgreementUseCases>();

const BULK = { id: idPart('bulk', 'bulk-not-found', 'the id of a spreadsheet that was handed in') };

export const bulkAgreementRoutes = [
  define({
    id: 'previewBulk',
    method: 'POST',
    path: '/api/v1/agreement-bulks/preview',
    summary: 'What would become of each row of a spreadsheet of agreements; nothing is written',
    scope: 'agreements:read',
    isRead: true,
    query: { name: fileNameParameter, lang: languageParameter },
    upload: TABLE_UPLOAD,
    answer: bulkPlanSchema,
    example: BULK_EXAMPLES.preview,
    respond: async ({ query: { name }, upload: { path }, language }, { previewBulk }) => {
      const planned = await previewBulk({ path, name });
      if (!planned.ok) return planned;
      const rows = planned.value.map((entry) => outcomeJson(entry, language));
      return answer({ plan: planJson(planned.value), rows });
    },
  }),
  define({
    id: 'submitBulk',
    method: 'POST',
    path: '/api/v1/agreement-bulks',
    summary: 'Hand all agreements of a spreadsheet in for one approval, all or nothing. Only persons',
    scope: 'agreements:write',
    query: { name: fileNameParameter },
    upload: TABLE_UPLOAD,
    status: 201,
    answer: submittedBulkSchema,
    example: BULK_EXAMPLES.submit,
    respond: async ({ query: { name }, upload: { path } }, { submitBulk }) => {
      const submitted = await submitBulk({ path, name });
      if (!submitted.ok) return refused(...submitted.refusals.slice(0, REFUSALS_MAX));
      const { id, outcomes } = submitted.value;
      return answer({ id, plan: planJson(outcomes) }, { location: `/api/v1/agreement-bulks/${id}` });
    },
  }),
  define({
    id: 'listBulks',
    method: 'GET',
    path: '/api/v1/agreement-bulks',
    summary:
      'Spreadsheets of agreements that were handed in, the latest first, and where their agreements stand',
    scope: 'agreements:read',
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(bulkSchema),
    example: BULK_EXAMPLES.list,
    respond: async ({ query: { limit, cursor } }, { listBulks }) => {
      const before = readCursor(cursor, 'bulks', z.tuple([z.uuid()]));
      if (!before.ok) return before;
      const found = await listBulks({ limit: limit + 1, ...(before.value && { before: before.value[0] }) });
      if (!found.ok) return found;
      const { rows, next } = cutPage(found.value, limit, 'bulks', ({ id }) => [id]);
      return answer({ rows: rows.map(bulkJson), next });
    },
  }),
  define({
    id: 'getBulk',
    method: 'GET',
    path: '/api/v1/agreement-bulks/{id}',
    summary: 'A spreadsheet that was handed in, and how many of its agreements stand where',
    scope: 'agreements:read',
    parts: BULK,
    version: 'shown',
    answer: bulkSchema,
    example: BULK_EXAMPLES.get,
    respond: async ({ path }, { showBulk }) => {
      const shown = await showBulk(path.id as string);
      if (!shown.ok) return shown;
      const { bulk, entries, version } = shown.value;
      return answer(bulkJson({ ...bulk, states: statesOf(entries) }), { version });
    },
  }),
  define({
    id: 'listBulkRows',
    method: 'GET',
    path: '/api/v1/agreement-bulks/{id}/rows',
    summary: 'What became of each row of a spreadsheet: its agreement, proposal, state and version',
    scope: 'agreements:read',
    parts: BULK,
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(bulkEntrySchema),
    example: BULK_EXAMPLES.rows,
    respond: async ({ path, query: { limit, cursor } }, { showBulk }) => {
      const selection = JSON.stringify(['bulk', path.id]);
      const after = readCursor(cursor, selection, z.tuple([z.int().min(0)]));
      if (!after.ok) return after;
      const shown = await showBulk(path.id as string);
      if (!shown.ok) return shown;
      const later = shown.value.entries
        .filter(({ row }) => row > (after.value?.[0] ?? 0))
        .toSorted((a, b) => a.row - b.row);
      const rows = later.slice(0, limit);
      const last = rows.at(-1);
      const next = later.length > limit && last ? writeCursor(selection, [last.row]) : null;
      return answer({ rows: rows.map(bulkEntryJson), next });
    },
  }),
  define({
    id: 'approveBulk',
    method: 'POST',
    path: '/api/v1/agreement-bulks/{id}/approvals',
    summary: 'Give the next level of approval to all of its agreements in review, as looked at. Only persons',
    scope: 'agreements:approve',
    isLong: true,
    parts: BULK,
    version: 'needed',
    status: 201,
    body: z.strictObject({
      reason: z.exactOptional(z.string().min(1).max(4000)).describe('to be read in the history of each'),
    }),
    answer: z.strictObject({
      id: z.uuid(),
      approved: z.int().min(0),
      versions: z.int().min(0).describe('how many have every level by this, and are in force together'),
    }),
    example: BULK_EXAMPLES.approve,
    respond: async ({ path, body, seenVersion }, { approveBulk }) => {
      const given = await approveBulk({ id: path.id as string, seen: seenVersion, ...body });
      if (!given.ok) return given;
      const { id, approved, versions } = given.value;
      return answer({ id, approved, versions });
    },
  }),
];
