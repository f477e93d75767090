import { z } from 'zod';
import type { SettlementFilter, StoredSettlement } from '../../../app/ports/settlementStore.ts';
import type { ApprovedSettlement } from '../../../app/settlement/approveSettlement.ts';
import type { IssuedSettlement } from '../../../app/settlement/issueSettlement.ts';
import type { PlannedSettlement, SettlementSelection } from '../../../app/settlement/planSettlement.ts';
import type { Advance } from '../../../app/settlement/proposeAdvance.ts';
import type { ProposedSettlement } from '../../../app/settlement/proposeSettlement.ts';
import { plannedJson, settlementJson, shownSettlementJson } from '../../../app/settlement/settlementJson.ts';
import type { SettlementLineExplanation, ShownSettlement } from '../../../app/settlement/showSettlements.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { moneyText } from '../../../core/money/money.ts';
import { formatDecimal } from '../../../core/number/decimal.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { SETTLEMENT_STATES } from '../../../core/settlement/settlementState.ts';
import { answerPage } from '../answerPage.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { plainText } from '../jsonBody.ts';
import { code, languageParameter, limitParameter } from '../parameters.ts';
import { anyPart, idPart } from '../parts.ts';
import { answer, route } from '../route.ts';
import {
  advanceBody,
  plannedSchema,
  proposedSchema,
  settlementLineSchema,
  settlementSchema,
  settlementSelection,
  shownSettlementSchema,
} from '../settlementSchemas.ts';
import { stepJson } from '../stepJson.ts';
import { SETTLEMENT_EXAMPLES } from './settlementExamples.ts';

type WithReason = { readonly id: string; readonly reason: string };

/** Each refuses what the use case of its name does. */
export type SettlementUseCases = {
  readonly previewSettlement: (selection: SettlementSelection) => Promise<Result<PlannedSettlement>>;
  readonly proposeSettlement: (selection: SettlementSelection) => Promise<Result<ProposedSettlement>>;
  readonly proposeAdvance: (advance: Advance) => Promise<Result<{ readonly id: string }>>;
  readonly listSettlements: (
    filter: Omit<SettlementFilter, 'before'> & { readonly after?: string },
  ) => Promise<{ readonly rows: readonly StoredSettlement[]; readonly hasMore: boolean }>;
  readonly showSettlement: (id: string) => Promise<Result<ShownSettlement>>;
  readonly explainSettlementLine: (place: {
    readonly id: string;
    readonly line: number;
  }) => Promise<Result<SettlementLineExplanation>>;
  readonly approveSettlement: (id: string) => Promise<Result<ApprovedSettlement>>;
  readonly rejectSettlement: (entry: WithReason) => Promise<Result<{ readonly id: string }>>;
  readonly issueSettlement: (id: string) => Promise<Result<IssuedSettlement>>;
  readonly numberSettlement: (entry: {
    readonly id: string;
    readonly number: string;
  }) => Promise<Result<IssuedSettlement>>;
  readonly cancelSettlement: (entry: WithReason) => Promise<Result<{ readonly id: string }>>;
};

const define = route<SettlementUseCases>();

const SETTLEMENT = { id: idPart('settlement', 'settlement-not-found', 'the id of a settlement') };
const reasonBody = z.strictObject({ reason: plainText(1000) });
const idSchema = z.strictObject({ id: z.uuid() });
const issuedSchema = z.strictObject({
  id: z.uuid(),
  state: z.enum(['issued', 'awaitingNumber']),
  number: z.string().nullable(),
});
const issuedJson = ({ id, state, number }: IssuedSettlement) => ({ id, state, number: number ?? null });

const running = [
  define({
    id: 'previewSettlement',
    method: 'POST',
    path: '/api/v1/settlements/preview',
    summary: 'What a settlement would do, every figure of it; nothing is written',
    scope: 'settlements:read',
    isRead: true,
    isLong: true,
    body: settlementSelection,
    answer: plannedSchema,
    example: SETTLEMENT_EXAMPLES.preview,
    respond: async ({ body }, { previewSettlement }) => {
      const planned = await previewSettlement(body);
      return planned.ok ? answer(plannedJson(planned.value)) : planned;
    },
  }),
  define({
    id: 'proposeSettlement',
    method: 'POST',
    path: '/api/v1/settlements',
    summary: 'Propose what the preview shows, for other persons to approve; run again, nothing',
    scope: 'settlements:write',
    isLong: true,
    status: 201,
    body: settlementSelection,
    answer: proposedSchema,
    example: SETTLEMENT_EXAMPLES.propose,
    respond: async ({ body }, { proposeSettlement }) => {
      const proposed = await proposeSettlement(body);
      if (!proposed.ok) return proposed;
      const { run = null, settlements } = proposed.value;
      return answer({ ...plannedJson(proposed.value), run, settlements: settlements.map(({ id }) => id) });
    },
  }),
  define({
    id: 'proposeAdvance',
    method: 'POST',
    path: '/api/v1/settlements/advances',
    summary: 'Propose to pay a partner ahead; what its agreement settles later is set off against it',
    scope: 'settlements:write',
    status: 201,
    body: advanceBody,
    answer: idSchema,
    example: SETTLEMENT_EXAMPLES.advance,
    respond: async ({ body }, { proposeAdvance }) => {
      const proposed = await proposeAdvance(body);
      return proposed.ok ? answer(proposed.value) : proposed;
    },
  }),
];

const reading = [
  define({
    id: 'listSettlements',
    method: 'GET',
    path: '/api/v1/settlements',
    summary: 'Settlements, the latest first: what is proposed, approved, issued',
    scope: 'settlements:read',
    query: {
      company: code('of this company', 'company'),
      partner: code('with this partner', 'partner'),
      state: {
        schema: z.enum(SETTLEMENT_STATES).optional(),
        expected: SETTLEMENT_STATES.join(', '),
        meaning: 'only those in this state',
      },
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(settlementSchema),
    example: SETTLEMENT_EXAMPLES.list,
    respond: ({ query }, { listSettlements }) => {
      const { company, partner, state } = query;
      const filter = { ...(company && { company }), ...(partner && { partner }), ...(state && { state }) };
      const list = (page: { readonly limit: number; readonly after?: string }) =>
        listSettlements({ ...filter, ...page });
      const selection = JSON.stringify(['settlements', filter]);
      return answerPage(query, selection, list, ({ id }) => id, settlementJson);
    },
  }),
  define({
    id: 'getSettlement',
    method: 'GET',
    path: '/api/v1/settlements/{id}',
    summary: 'A settlement with its lines, taxes, approvals, and what its run found of each account',
    scope: 'settlements:read',
    parts: SETTLEMENT,
    answer: shownSettlementSchema,
    example: SETTLEMENT_EXAMPLES.get,
    respond: async ({ path }, { showSettlement }) => {
      const shown = await showSettlement(path.id as string);
      return shown.ok ? answer(shownSettlementJson(shown.value)) : shown;
    },
  }),
  define({
    id: 'explainSettlementLine',
    method: 'GET',
    path: '/api/v1/settlements/{id}/lines/{line}',
    summary: 'How what stands behind a line was earned: steps and lines, as its run saw them',
    scope: 'settlements:read',
    parts: { ...SETTLEMENT, line: anyPart('settlementLine', 'its place among the lines, from 1') },
    query: { lang: languageParameter },
    answer: settlementLineSchema,
    example: SETTLEMENT_EXAMPLES.explain,
    respond: async ({ path, language }, { explainSettlementLine }) => {
      const line = /^\d{1,6}$/.test(path.line ?? '') ? Number(path.line) : 0;
      const found = await explainSettlementLine({ id: path.id as string, line });
      if (!found.ok) return found;
      const { asOf, batch, explanation, shares, line: own } = found.value;
      return answer({
        ...{ asOf: formatDate(asOf), batch, explanation: stepJson(explanation, language) },
        lines: shares.map((share) => shareJson(share, own.account.currency)),
      });
    },
  }),
];

const deciding = [
  define({
    id: 'approveSettlement',
    method: 'POST',
    path: '/api/v1/settlements/{id}/approvals',
    summary: 'Give the next level of approval. Only persons, and not who proposed it',
    scope: 'settlements:approve',
    status: 201,
    parts: SETTLEMENT,
    answer: z.strictObject({ id: z.uuid(), level: z.string(), missing: z.array(z.string()) }),
    example: SETTLEMENT_EXAMPLES.approve,
    respond: async ({ path }, { approveSettlement }) => {
      const given = await approveSettlement(path.id as string);
      return given.ok ? answer(given.value) : given;
    },
  }),
  define({
    id: 'rejectSettlement',
    method: 'POST',
    path: '/api/v1/settlements/{id}/rejection',
    summary: 'Take it back before it is issued; a later run settles it anew. Only persons',
    scope: 'settlements:approve',
    parts: SETTLEMENT,
    body: reasonBody,
    answer: idSchema,
    example: SETTLEMENT_EXAMPLES.reject,
    respond: async ({ path, body }, { rejectSettlement }) => {
      const rejected = await rejectSettlement({ id: path.id as string, ...body });
      return rejected.ok ? answer(rejected.value) : rejected;
    },
  }),
  define({
    id: 'issueSettlement',
    method: 'POST',
    path: '/api/v1/settlements/{id}/issue',
    summary: 'Give it its number: it becomes a document, counts as settled, and stands in the books',
    scope: 'settlements:write',
    parts: SETTLEMENT,
    answer: issuedSchema,
    example: SETTLEMENT_EXAMPLES.issue,
    respond: async ({ path }, { issueSettlement }) => {
      const issued = await issueSettlement(path.id as string);
      return issued.ok ? answer(issuedJson(issued.value)) : issued;
    },
  }),
  define({
    id: 'numberSettlement',
    method: 'POST',
    path: '/api/v1/settlements/{id}/number',
    summary: 'Give it the number that another system has for it',
    scope: 'settlements:write',
    parts: SETTLEMENT,
    body: z.strictObject({ number: plainText(30) }),
    answer: issuedSchema,
    example: SETTLEMENT_EXAMPLES.number,
    respond: async ({ path, body }, { numberSettlement }) => {
      const issued = await numberSettlement({ id: path.id as string, ...body });
      return issued.ok ? answer(issuedJson(issued.value)) : issued;
    },
  }),
  define({
    id: 'cancelSettlement',
    method: 'POST',
    path: '/api/v1/settlements/{id}/cancellation',
    summary: 'Propose a mirrored document that takes it back; it needs the same approvals',
    scope: 'settlements:write',
    status: 201,
    parts: SETTLEMENT,
    body: reasonBody,
    answer: idSchema,
    example: SETTLEMENT_EXAMPLES.cancel,
    respond: async ({ path, body }, { cancelSettlement }) => {
      const mirrored = await cancelSettlement({ id: path.id as string, ...body });
      return mirrored.ok ? answer(mirrored.value) : mirrored;
    },
  }),
];

export const settlementRoutes = [...running, ...reading, ...deciding];

function shareJson({ line, shareMinor }: SettlementLineExplanation['shares'][number], currency: string) {
  const { source, document, line: number, taxRate } = line;
  return {
    ...{ source, document, line: number },
    taxRate: taxRate === undefined ? null : formatDecimal(taxRate),
    share: shareMinor === undefined ? null : moneyText({ minor: shareMinor, currency }),
  };
}
