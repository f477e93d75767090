import { z } from 'zod';
import type { ProposalView } from '../../../app/agreements/agreementHistory.ts';
import type { Amendment, TextEdit } from '../../../app/agreements/amendAgreement.ts';
import type { GivenApproval } from '../../../app/agreements/approveProposal.ts';
import type { BegunProposal } from '../../../app/agreements/beginProposal.ts';
import type { MovedProposal } from '../../../app/agreements/endReview.ts';
import type { SavedDraft } from '../../../app/agreements/saveDraft.ts';
import type { MadeSubmission, ValueToName } from '../../../app/agreements/submitProposal.ts';
import type { Proposal, ProposalFilter } from '../../../app/ports/proposalStore.ts';
import type { Window } from '../../../core/calendar/window.ts';
import { PROPOSAL_STATES } from '../../../core/lifecycle/proposalState.ts';
import { formatDecimal, parseDecimal } from '../../../core/number/decimal.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import type { Json } from '../../../core/text/canonicalJson.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { plainText } from '../jsonBody.ts';
import { code, limitParameter } from '../parameters.ts';
import { codePart, idPart } from '../parts.ts';
import {
  proposalJson,
  proposalSchema,
  proposalVersion,
  proposalViewJson,
  proposalViewSchema,
  textSchema,
} from '../proposalJson.ts';
import { type Answer, answer, route } from '../route.ts';
import { PROPOSAL_EXAMPLE, PROPOSAL_EXAMPLES } from './agreementExamples.ts';

type Reason = { readonly reason?: string };
type Copy = Reason & { readonly agreement: string; readonly id: string; readonly edits: readonly TextEdit[] };
type WithoutActor<T> = T extends unknown ? Omit<T, 'actor'> : never;

/** Each refuses what the use case of its name does. */
export type ProposalUseCases = {
  readonly listProposals: (filter: ProposalFilter) => Promise<readonly Proposal[]>;
  readonly getProposal: (id: string) => Promise<Result<ProposalView>>;
  readonly draftAgreement: (entry: Reason & { readonly parsed: unknown }) => Promise<Result<BegunProposal>>;
  readonly saveDraft: (
    entry: Reason & {
      readonly proposal: string;
      readonly seen: number;
      readonly parsed: unknown;
      readonly onVersionInForce: boolean;
    },
  ) => Promise<Result<SavedDraft>>;
  readonly amendAgreement: (amendment: WithoutActor<Amendment>) => Promise<Result<BegunProposal>>;
  readonly cloneAgreement: (copy: Copy) => Promise<Result<BegunProposal>>;
  readonly renewAgreement: (copy: Copy & { readonly period?: Window }) => Promise<Result<BegunProposal>>;
  readonly submitProposal: (
    entry: Reason & { readonly proposal: string; readonly seen: number; readonly value: ValueToName },
  ) => Promise<Result<MadeSubmission>>;
  readonly approveProposal: (
    entry: Reason & { readonly proposal: string; readonly seen: number },
  ) => Promise<Result<GivenApproval>>;
  readonly rejectProposal: (
    entry: Reason & { readonly proposal: string; readonly seen: number },
  ) => Promise<Result<MovedProposal>>;
  readonly recallProposal: (entry: Reason & { readonly proposal: string }) => Promise<Result<MovedProposal>>;
  readonly withdrawProposal: (
    entry: Reason & { readonly proposal: string },
  ) => Promise<Result<MovedProposal>>;
};

const define = route<ProposalUseCases>();

const PROPOSAL = { id: idPart('proposal', 'proposal-not-found', 'the id of a proposal') };
const AGREEMENT = { code: codePart('agreement', 'agreement-not-found', 'the id of an agreement', 'id') };
const TEXT_BYTES_MAX = 1024 ** 2 + 64 * 1024;

const reason = z.exactOptional(plainText(4000)).describe('why, to be read in the history');
const name = z.strictObject({ en: z.string(), 'zh-CN': z.string() });
const seenRevision = z.int().min(1).describe('the revision that is handed in');
const seenSubmission = z.int().min(1).describe('the submission that was read: a later one is another text');
const json = z.unknown().describe('any JSON value');
const edits = z
  .array(z.strictObject({ path: plainText(500), value: z.exactOptional(json) }))
  .max(1000)
  .describe('changes by place, as in terms[volume].tiers.rows[0].percent; without a value it is taken away');
const amount = z
  .string()
  .regex(/^\d{1,30}(\.\d{1,9})?$/)
  .describe('decimal text, in the currency of the agreement');

const valueSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('expected'), amount }),
  z.strictObject({ of: z.literal('capped') }).describe('the most that its own caps allow'),
]);

const begunSchema = z.strictObject({
  proposal: z.string(),
  agreement: z.string(),
  revision: z.int().min(1),
});
const movedSchema = z.strictObject({
  proposal: z.string(),
  agreement: z.string(),
  state: z.enum(['draft', 'withdrawn']),
});
const stateParameter = {
  schema: z.enum(PROPOSAL_STATES).optional(),
  expected: PROPOSAL_STATES.join(', '),
  meaning: 'only proposals in this state',
};

const reads = [
  define({
    id: 'listProposals',
    method: 'GET',
    path: '/api/v1/proposals',
    summary: 'Proposals of one agreement or of all, such as those that wait for an approval',
    scope: 'agreements:read',
    query: {
      agreement: code('only proposals of this agreement', 'agreement'),
      state: stateParameter,
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(proposalSchema),
    example: { query: { state: 'draft' }, answer: { rows: [PROPOSAL_EXAMPLE], next: null } },
    respond: async ({ query: { agreement, state, limit, cursor } }, { listProposals }) => {
      const selection = JSON.stringify(['proposals', agreement ?? null, state ?? null]);
      const after = readCursor(cursor, selection, z.tuple([z.string().max(200), z.int().min(0)]));
      if (!after.ok) return after;
      const found = await listProposals({
        ...(agreement !== undefined && { codes: [agreement] }),
        ...(state && { state }),
        ...(after.value && { after: { code: after.value[0], number: after.value[1] } }),
        limit: limit + 1,
      });
      const { rows, next } = cutPage(found, limit, selection, ({ code, number }) => [code, number]);
      return answer({ rows: rows.map(proposalJson), next });
    },
  }),
  define({
    id: 'getProposal',
    method: 'GET',
    path: '/api/v1/proposals/{id}',
    summary: 'A proposal: its text, and whose approval is missing',
    scope: 'agreements:read',
    parts: PROPOSAL,
    version: 'shown',
    answer: proposalViewSchema,
    example: { path: PROPOSAL_EXAMPLES.path, answer: PROPOSAL_EXAMPLES.view },
    respond: async ({ path }, { getProposal }) => {
      const found = await getProposal(path.id as string);
      if (!found.ok) return found;
      return answer(proposalViewJson(found.value), { version: proposalVersion(found.value) });
    },
  }),
];

const drafts = [
  define({
    id: 'draftAgreement',
    method: 'POST',
    path: '/api/v1/proposals',
    summary: 'Begin a new agreement as a draft; it need not be whole yet',
    scope: 'agreements:write',
    status: 201,
    maxBytes: TEXT_BYTES_MAX,
    body: z.strictObject({
      text: textSchema,
      submit: z
        .exactOptional(valueSchema)
        .describe('hands the draft in for review as well, with this value; both or nothing'),
      reason,
    }),
    answer: begunSchema,
    example: { body: { text: PROPOSAL_EXAMPLES.text }, answer: PROPOSAL_EXAMPLES.begun },
    respond: async ({ body: { text, submit, ...why } }, { draftAgreement, submitProposal }) => {
      const made = await draftAgreement({ parsed: text, ...why });
      if (!made.ok || submit === undefined) return begun(made);
      const { proposal } = made.value;
      const submitted = await submitProposal({ proposal, seen: 1, value: namedValue(submit), ...why });
      return submitted.ok ? begun(made) : submitted;
    },
  }),
  define({
    id: 'saveDraft',
    method: 'PUT',
    path: '/api/v1/proposals/{id}/text',
    summary: 'Save the next text of a draft; every text stays, and none is saved over another',
    scope: 'agreements:write',
    parts: PROPOSAL,
    version: 'needed',
    maxBytes: TEXT_BYTES_MAX,
    body: z.strictObject({
      text: textSchema,
      onVersionInForce: z.boolean().describe('whether the text now goes by the version in force'),
      reason,
    }),
    answer: begunSchema,
    example: {
      path: PROPOSAL_EXAMPLES.path,
      body: { text: PROPOSAL_EXAMPLES.text, onVersionInForce: false },
      refused: 'proposal-id-differs',
    },
    respond: async ({ path, body: { text, ...more }, seenVersion }, { saveDraft }) => {
      const seen = Number(/^\d{1,9}/.exec(seenVersion)?.[0] ?? 0);
      return begun(await saveDraft({ proposal: path.id as string, seen, parsed: text, ...more }));
    },
  }),
  define({
    id: 'amendAgreement',
    method: 'POST',
    path: '/api/v1/agreements/{code}/amendments',
    summary: 'Draft a version, a supplement or a termination, on the version in force',
    scope: 'agreements:write',
    parts: AGREEMENT,
    status: 201,
    maxBytes: TEXT_BYTES_MAX,
    body: amendmentBody(),
    answer: begunSchema,
    example: {
      path: { code: 'A-2026' },
      body: {
        kind: 'termination',
        base: 1,
        lastDay: '2026-11-30',
        openWindows: 'settleToDate',
        reason: 'They have closed their shop.',
      },
      answer: PROPOSAL_EXAMPLES.begun,
    },
    respond: async ({ path, body }, { amendAgreement }) =>
      begun(await amendAgreement({ agreement: path.code as string, ...amendmentOf(body) })),
  }),
  define({
    id: 'cloneAgreement',
    method: 'POST',
    path: '/api/v1/agreements/{code}/clones',
    summary: 'Draft another agreement with the same text',
    scope: 'agreements:write',
    parts: AGREEMENT,
    status: 201,
    body: z.strictObject({ id: plainText(200), edits, reason }),
    answer: begunSchema,
    example: {
      path: { code: 'A-2026' },
      body: { id: 'A-2026-NORTH', edits: [{ path: 'name.en', value: 'Bonus of the north' }] },
      answer: PROPOSAL_EXAMPLES.begun,
    },
    respond: async ({ path, body }, { cloneAgreement }) =>
      begun(
        await cloneAgreement({ agreement: path.code as string, ...body, edits: body.edits as TextEdit[] }),
      ),
  }),
  define({
    id: 'renewAgreement',
    method: 'POST',
    path: '/api/v1/agreements/{code}/renewals',
    summary: 'Draft the agreement of the next period, with the terms as they stand at the end of this one',
    scope: 'agreements:write',
    parts: AGREEMENT,
    status: 201,
    body: z.strictObject({
      id: plainText(200),
      period: z
        .exactOptional(z.strictObject({ firstDay: dayField, lastDay: dayField }))
        .describe('without it the next one by the calendar of the agreement'),
      edits,
      reason,
    }),
    answer: begunSchema,
    example: {
      path: { code: 'A-2026' },
      body: { id: 'A-2027', edits: [] },
      answer: PROPOSAL_EXAMPLES.begun,
    },
    respond: async ({ path, body: { period, ...body } }, { renewAgreement }) =>
      begun(
        await renewAgreement({
          agreement: path.code as string,
          ...body,
          edits: body.edits as TextEdit[],
          ...(period && { period: { from: period.firstDay, until: period.lastDay + 1 } }),
        }),
      ),
  }),
];

const reviews = [
  define({
    id: 'submitProposal',
    method: 'POST',
    path: '/api/v1/proposals/{id}/submissions',
    summary: 'Hand a draft in for review; its text is frozen then. Only persons',
    scope: 'agreements:write',
    parts: PROPOSAL,
    status: 201,
    body: z.strictObject({
      revision: seenRevision,
      value: valueSchema,
      reason,
    }),
    answer: z.strictObject({
      proposal: z.string(),
      agreement: z.string(),
      submission: z.int().min(1),
      value: z.strictObject({
        of: z.enum(['expected', 'capped']),
        amount: z.string(),
        currency: z.string(),
      }),
      levels: z
        .array(z.strictObject({ id: z.string(), name }))
        .describe('whose approval is needed, in order'),
    }),
    example: {
      path: PROPOSAL_EXAMPLES.path,
      body: { revision: 1, value: { of: 'expected', amount: '60000' } },
      answer: PROPOSAL_EXAMPLES.submitted,
    },
    respond: async ({ path, body: { revision, value, ...why } }, { submitProposal }) => {
      const made = await submitProposal({
        proposal: path.id as string,
        seen: revision,
        value: namedValue(value),
        ...why,
      });
      return made.ok ? answer(submittedJson(made.value)) : made;
    },
  }),
  define({
    id: 'approveProposal',
    method: 'POST',
    path: '/api/v1/proposals/{id}/approvals',
    summary: 'Give the next level of approval; with the last one the text is in force. Only persons',
    scope: 'agreements:approve',
    parts: PROPOSAL,
    status: 201,
    body: z.strictObject({ submission: seenSubmission, reason }),
    answer: z.strictObject({
      proposal: z.string(),
      agreement: z.string(),
      level: z.string(),
      missing: z.array(z.string()),
      version: z.int().min(1).nullable(),
    }),
    example: {
      path: PROPOSAL_EXAMPLES.path,
      body: { submission: 1 },
      answer: PROPOSAL_EXAMPLES.approved,
    },
    respond: async ({ path, body: { submission, ...why } }, { approveProposal }) => {
      const given = await approveProposal({ proposal: path.id as string, seen: submission, ...why });
      if (!given.ok) return given;
      const { proposal, code: agreement, level, missing, version } = given.value;
      return answer({ proposal, agreement, level, missing, version: version ?? null });
    },
  }),
  define({
    id: 'rejectProposal',
    method: 'POST',
    path: '/api/v1/proposals/{id}/rejections',
    summary: 'Send a proposal back to its authors, with a reason. Only persons',
    scope: 'agreements:approve',
    parts: PROPOSAL,
    status: 201,
    body: z.strictObject({ submission: seenSubmission, reason: plainText(4000) }),
    answer: movedSchema,
    example: {
      path: PROPOSAL_EXAMPLES.path,
      body: { submission: 1, reason: 'It leaves no margin.' },
      answer: PROPOSAL_EXAMPLES.moved,
    },
    respond: async ({ path, body: { submission, ...why } }, { rejectProposal }) =>
      moved(await rejectProposal({ proposal: path.id as string, seen: submission, ...why })),
  }),
  define({
    id: 'recallProposal',
    method: 'POST',
    path: '/api/v1/proposals/{id}/recall',
    summary: 'Take a proposal back from review to go on writing; approvals given so far are void',
    scope: 'agreements:write',
    parts: PROPOSAL,
    body: z.strictObject({ reason }),
    answer: movedSchema,
    example: { path: PROPOSAL_EXAMPLES.path, body: {}, answer: PROPOSAL_EXAMPLES.moved },
    respond: async ({ path, body }, { recallProposal }) =>
      moved(await recallProposal({ proposal: path.id as string, ...body })),
  }),
  define({
    id: 'withdrawProposal',
    method: 'POST',
    path: '/api/v1/proposals/{id}/withdrawal',
    summary: 'Give a proposal up; it stays to be read',
    scope: 'agreements:write',
    parts: PROPOSAL,
    body: z.strictObject({ reason }),
    answer: movedSchema,
    example: {
      path: PROPOSAL_EXAMPLES.path,
      body: { reason: 'Not needed.' },
      answer: { ...PROPOSAL_EXAMPLES.moved, state: 'withdrawn' },
    },
    respond: async ({ path, body }, { withdrawProposal }) =>
      moved(await withdrawProposal({ proposal: path.id as string, ...body })),
  }),
];

export const proposalRoutes = [...reads, ...drafts, ...reviews];

function amendmentBody() {
  const base = z.int().min(1).describe('the version that was read; another one in force is refused');
  const common = { base, reason };
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), ...common, text: textSchema }),
    z.strictObject({ kind: z.literal('edits'), ...common, edits }),
    z.strictObject({
      kind: z.literal('supplement'),
      ...common,
      term: plainText(200),
      supplement: z.record(z.string(), json).describe('as in the format, with its first day and tiers'),
    }),
    z.strictObject({
      kind: z.literal('termination'),
      ...common,
      lastDay: dayField,
      openWindows: z.enum(['settleToDate', 'forfeit', 'prorateThresholds']),
    }),
  ]);
}

type AmendmentBody = z.output<ReturnType<typeof amendmentBody>>;
type WithoutAgreement<T> = T extends unknown ? Omit<T, 'actor' | 'agreement'> : never;

function amendmentOf(body: AmendmentBody): WithoutAgreement<Amendment> {
  const { base, reason: why } = body;
  const common = { base, ...(why !== undefined && { reason: why }) };
  switch (body.kind) {
    case 'text':
      return { ...common, kind: 'version', parsed: body.text };
    case 'edits':
      return { ...common, kind: 'version', edits: body.edits as TextEdit[] };
    case 'supplement':
      return { ...common, kind: 'supplement', term: body.term, supplement: body.supplement as Json };
    case 'termination': {
      const { lastDay, openWindows } = body;
      return { ...common, kind: 'termination', termination: { lastDay, openWindows } };
    }
  }
}

function namedValue(value: { of: 'expected'; amount: string } | { of: 'capped' }): ValueToName {
  if (value.of === 'capped') return value;
  const exact = parseDecimal(value.amount);
  if (exact === undefined) throw new Error(`Fault: ${value.amount} is no decimal`);
  return { of: 'expected', amount: exact };
}

function submittedJson({ proposal, code: agreement, submission, value, levels }: MadeSubmission) {
  return {
    proposal,
    agreement,
    submission,
    value: { of: value.of, amount: formatDecimal(value.amount), currency: value.currency },
    levels: levels.map(({ id, name: called }) => ({ id, name: called })),
  };
}

function begun(draft: Result<BegunProposal>): Result<Answer> {
  if (!draft.ok) return draft;
  const { proposal, code: agreement, revision } = draft.value;
  return answer({ proposal, agreement, revision }, { location: `/api/v1/proposals/${proposal}` });
}

function moved(proposal: Result<MovedProposal>): Result<Answer> {
  if (!proposal.ok) return proposal;
  const { proposal: id, code: agreement, state } = proposal.value;
  return answer({ proposal: id, agreement, state });
}
