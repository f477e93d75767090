import { z } from 'zod';
import { adjustmentJson, adjustmentPreviewJson } from '../../../app/adjustments/adjustmentJson.ts';
import type { AdjustmentPreview } from '../../../app/adjustments/previewAdjustment.ts';
import type { ProposingAdjustment } from '../../../app/adjustments/proposeAdjustment.ts';
import type { AdjustmentList } from '../../../app/adjustments/showAdjustments.ts';
import type { AdjustmentFilter, StoredAdjustment } from '../../../app/ports/adjustmentStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import {
  ADJUSTMENT_STATES,
  adjustmentBody,
  adjustmentPreviewSchema,
  adjustmentSchema,
} from '../adjustmentSchemas.ts';
import { answerPage } from '../answerPage.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { plainText } from '../jsonBody.ts';
import { code, limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { type Answer, answer, route } from '../route.ts';
import { ADJUSTMENT_EXAMPLES } from './adjustmentExamples.ts';

type WithReason = { readonly id: string; readonly reason: string };

/** Each refuses what the use case of its name does. */
export type AdjustmentUseCases = {
  readonly previewAdjustment: (asked: ProposingAdjustment) => Promise<Result<AdjustmentPreview>>;
  readonly proposeAdjustment: (asked: ProposingAdjustment) => Promise<Result<StoredAdjustment>>;
  readonly listAdjustments: (filter: AdjustmentFilter) => Promise<AdjustmentList>;
  readonly getAdjustment: (id: string) => Promise<Result<StoredAdjustment>>;
  readonly approveAdjustment: (id: string) => Promise<Result<StoredAdjustment>>;
  readonly rejectAdjustment: (entry: WithReason) => Promise<Result<StoredAdjustment>>;
  readonly withdrawAdjustment: (entry: WithReason) => Promise<Result<StoredAdjustment>>;
};

const define = route<AdjustmentUseCases>();

const ADJUSTMENT = { id: idPart('adjustment', 'adjustment-not-found', 'the id of an adjustment') };
const reasonBody = z.strictObject({ reason: plainText(1000) });

function shown(done: Result<StoredAdjustment>): Result<Answer> {
  return done.ok ? answer(adjustmentJson(done.value)) : done;
}

const proposing = [
  define({
    id: 'previewAdjustment',
    method: 'POST',
    path: '/api/v1/adjustments/preview',
    summary: 'What an amount beside the terms would change today; nothing is written',
    scope: 'agreements:read',
    isRead: true,
    body: adjustmentBody,
    answer: adjustmentPreviewSchema,
    example: ADJUSTMENT_EXAMPLES.preview,
    respond: async ({ body }, { previewAdjustment }) => {
      const previewed = await previewAdjustment(body);
      return previewed.ok ? answer(adjustmentPreviewJson(previewed.value)) : previewed;
    },
  }),
  define({
    id: 'proposeAdjustment',
    method: 'POST',
    path: '/api/v1/adjustments',
    summary: 'Propose an amount beside the terms, for a second person to approve',
    scope: 'agreements:write',
    status: 201,
    body: adjustmentBody,
    answer: adjustmentSchema,
    example: ADJUSTMENT_EXAMPLES.propose,
    respond: async ({ body }, { proposeAdjustment }) => shown(await proposeAdjustment(body)),
  }),
  define({
    id: 'withdrawAdjustment',
    method: 'POST',
    path: '/api/v1/adjustments/{id}/withdrawal',
    summary: 'Propose a mirrored adjustment that takes an approved one back; it needs an approval as well',
    scope: 'agreements:write',
    status: 201,
    parts: ADJUSTMENT,
    body: reasonBody,
    answer: adjustmentSchema,
    example: ADJUSTMENT_EXAMPLES.withdraw,
    respond: async ({ path, body }, { withdrawAdjustment }) =>
      shown(await withdrawAdjustment({ id: path.id as string, ...body })),
  }),
];

const deciding = [
  define({
    id: 'listAdjustments',
    method: 'GET',
    path: '/api/v1/adjustments',
    summary: 'Amounts beside the terms, the latest first: what waits, what was approved or rejected',
    scope: 'agreements:read',
    query: {
      agreement: code('of this agreement', 'agreement'),
      partner: code('of this partner', 'partner'),
      state: {
        schema: z.enum(ADJUSTMENT_STATES).optional(),
        expected: ADJUSTMENT_STATES.join(', '),
        meaning: 'only those in this state',
      },
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(adjustmentSchema),
    example: ADJUSTMENT_EXAMPLES.list,
    respond: ({ query }, { listAdjustments }) => {
      const { agreement, partner, state } = query;
      const filter = {
        ...(agreement && { agreement }),
        ...(partner && { partner }),
        ...(state && { state }),
      };
      const list = (page: { readonly limit: number; readonly after?: string }) =>
        listAdjustments({ ...filter, ...page });
      const selection = JSON.stringify(['adjustments', filter]);
      return answerPage(query, selection, list, ({ id }) => id, adjustmentJson);
    },
  }),
  define({
    id: 'getAdjustment',
    method: 'GET',
    path: '/api/v1/adjustments/{id}',
    summary: 'An amount beside the terms, with its reason, its document and who decided',
    scope: 'agreements:read',
    parts: ADJUSTMENT,
    answer: adjustmentSchema,
    example: ADJUSTMENT_EXAMPLES.get,
    respond: async ({ path }, { getAdjustment }) => shown(await getAdjustment(path.id as string)),
  }),
  define({
    id: 'approveAdjustment',
    method: 'POST',
    path: '/api/v1/adjustments/{id}/approval',
    summary: 'Approve it: the next calculation books it. Only persons, and not who proposed it',
    scope: 'agreements:approve',
    parts: ADJUSTMENT,
    answer: adjustmentSchema,
    example: ADJUSTMENT_EXAMPLES.approve,
    respond: async ({ path }, { approveAdjustment }) => shown(await approveAdjustment(path.id as string)),
  }),
  define({
    id: 'rejectAdjustment',
    method: 'POST',
    path: '/api/v1/adjustments/{id}/rejection',
    summary: 'Say no to it, with a reason. Only persons',
    scope: 'agreements:approve',
    parts: ADJUSTMENT,
    body: reasonBody,
    answer: adjustmentSchema,
    example: ADJUSTMENT_EXAMPLES.reject,
    respond: async ({ path, body }, { rejectAdjustment }) =>
      shown(await rejectAdjustment({ id: path.id as string, ...body })),
  }),
];

export const adjustmentRoutes = [...proposing, ...deciding];
