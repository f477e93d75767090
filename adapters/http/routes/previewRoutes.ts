import { z } from 'zod';
import type { PreviewFilter } from '../../../app/ports/previewStore.ts';
import type { KeptPreview } from '../../../app/preview/getPreview.ts';
import type { AsOfDays } from '../../../app/preview/previewFrame.ts';
import type { PreviewRequest } from '../../../app/preview/requestPreview.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, pageOf, readCursor, writeCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { code, limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { previewJson, previewRowSchema, previewSchema } from '../previewJson.ts';
import { type Answer, answer, route } from '../route.ts';

export type PreviewUseCases = {
  /** Refuses: proposal-not-found, those of decodeAgreement. */
  readonly requestPreview: (
    proposed: PreviewRequest['proposed'],
    asOf: AsOfDays,
  ) => Promise<Result<KeptPreview>>;
  /** Refuses: preview-not-found. */
  readonly getPreview: (id: string) => Promise<Result<KeptPreview>>;
  readonly listPreviews: (filter: PreviewFilter) => Promise<readonly KeptPreview[]>;
};

const define = route<PreviewUseCases>();

const PREVIEW = { id: idPart('preview', 'preview-not-found', 'the id of a preview') };
const PROPOSAL = { id: idPart('proposal', 'proposal-not-found', 'the id of a proposal') };

/** An agreement of many terms and supplements is long. */
const TEXT_BYTES_MAX = 1024 * 1024;

const EXAMPLE = {
  id: '0199b5a0-7c00-7000-8000-00000000000b',
  agreement: 'A-2026',
  proposal: null,
  state: 'waiting',
  job: '0199b5a0-7c00-7000-8000-00000000000a',
  requestedBy: 'person:0199b5a0-7c00-7000-8000-000000000001',
  requestedAt: '2026-11-29T08:00:00.000Z',
  finishedAt: null,
  effective: null,
  known: null,
  result: null,
};

const days = {
  effective: z
    .exactOptional(dayField)
    .describe('facts up to this day; without it as the next calculation sees them'),
  known: z.exactOptional(dayField).describe('as it was known at the end of this day'),
};

export const previewRoutes = [
  define({
    id: 'requestPreview',
    method: 'POST',
    path: '/api/v1/previews',
    summary:
      'What the text of an agreement would change over the whole history; a job works it out, nothing is booked',
    scope: 'agreements:read',
    status: 202,
    maxBytes: TEXT_BYTES_MAX,
    body: z.strictObject({
      text: z.record(z.string(), z.unknown()).describe('an agreement in the open format'),
      ...days,
    }),
    answer: previewSchema,
    example: {
      body: { text: { format: 'openrebate/v1', id: 'A-2026' } },
      refused: 'agreement-field-missing',
    },
    respond: async ({ body: { text, ...asOf } }, { requestPreview }) =>
      asked(await requestPreview({ parsed: text }, asOf)),
  }),
  define({
    id: 'requestProposalPreview',
    method: 'POST',
    path: '/api/v1/proposals/{id}/previews',
    summary: 'What a proposal, as its text stands now, would change over the whole history',
    scope: 'agreements:read',
    status: 202,
    parts: PROPOSAL,
    body: z.strictObject(days),
    answer: previewSchema,
    example: {
      path: { id: '0199b5a0-7c00-7000-8000-00000000000c' },
      body: {},
      answer: { ...EXAMPLE, proposal: '0199b5a0-7c00-7000-8000-00000000000c' },
    },
    respond: async ({ path, body }, { requestPreview }) =>
      asked(await requestPreview({ proposal: path.id as string }, body)),
  }),
  define({
    id: 'listPreviews',
    method: 'GET',
    path: '/api/v1/previews',
    summary: 'Which previews were asked for, the newest first; results by their ids',
    scope: 'agreements:read',
    query: {
      agreement: code('only previews of the agreement with this code', 'agreement'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(previewSchema),
    example: { query: { agreement: 'A-2026' }, answer: { rows: [EXAMPLE], next: null } },
    respond: async ({ query: { agreement, limit, cursor } }, { listPreviews }) => {
      const selection = JSON.stringify(['previews', agreement ?? null]);
      const after = readCursor(cursor, selection, z.tuple([z.uuid()]));
      if (!after.ok) return after;
      const found = await listPreviews({
        ...(agreement && { agreement }),
        ...(after.value && { before: after.value[0] }),
        limit: limit + 1,
      });
      const { rows, next } = cutPage(found, limit, selection, ({ id }) => [id]);
      return answer({ rows: rows.map(previewJson), next });
    },
  }),
  define({
    id: 'getPreview',
    method: 'GET',
    path: '/api/v1/previews/{id}',
    summary: 'A preview: in all, by partner and by month; null until it is worked out',
    scope: 'agreements:read',
    parts: PREVIEW,
    answer: previewSchema,
    example: { path: { id: EXAMPLE.id }, answer: EXAMPLE },
    respond: async ({ path }, { getPreview }) => {
      const found = await getPreview(path.id as string);
      return found.ok ? answer(previewJson(found.value)) : found;
    },
  }),
  define({
    id: 'listPreviewRows',
    method: 'GET',
    path: '/api/v1/previews/{id}/rows',
    summary: 'The amounts of a preview, by term, partner and window, with what would be booked',
    scope: 'agreements:read',
    parts: PREVIEW,
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(previewRowSchema),
    example: { path: { id: EXAMPLE.id }, query: { limit: '50' }, answer: { rows: [], next: null } },
    respond: async ({ path, query: { limit, cursor } }, { getPreview }) => {
      const selection = JSON.stringify(['preview', path.id]);
      const after = readCursor(cursor, selection, z.tuple([z.int().min(0)]));
      if (!after.ok) return after;
      const found = await getPreview(path.id as string);
      if (!found.ok) return found;
      const from = after.value?.[0] ?? 0;
      const rows = found.value.result?.rows ?? [];
      const next = rows.length > from + limit ? writeCursor(selection, [from + limit]) : null;
      return answer({ rows: rows.slice(from, from + limit), next });
    },
  }),
];

function asked(preview: Result<KeptPreview>): Result<Answer> {
  if (!preview.ok) return preview;
  return answer(previewJson(preview.value), { location: `/api/v1/previews/${preview.value.id}` });
}
