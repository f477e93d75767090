import { z } from 'zod';
import type { ClaimAnswer } from '../../../app/claims/answerClaim.ts';
import {
  claimEventJson,
  claimRowJson,
  claimStateJson,
  leftOutJson,
  raisedClaimsJson,
  shownClaimJson,
} from '../../../app/claims/claimJson.ts';
import type { ClaimPart } from '../../../app/claims/disputeClaim.ts';
import type { LeftOutPage } from '../../../app/claims/leftOut.ts';
import type { ClaimState } from '../../../app/claims/lockedClaim.ts';
import type { ClaimToRaise, RaisedClaims, Raising } from '../../../app/claims/raiseClaims.ts';
import type { Receipt } from '../../../app/claims/receiveMoney.ts';
import type { ClaimDetail, ClaimPage } from '../../../app/claims/showClaims.ts';
import type { WriteOffAsked, WriteOffDecision } from '../../../app/claims/writeOffClaim.ts';
import type { ClaimFilter, RecordedEvent, StoredClaim } from '../../../app/ports/claimStore.ts';
import type { LocalDate } from '../../../core/calendar/localDate.ts';
import { CLAIMANTS } from '../../../core/claim/claim.ts';
import { CLAIM_REASONS, type ClaimReason } from '../../../core/claim/claimReason.ts';
import { moneyText } from '../../../core/money/money.ts';
import { accept, type Refusal, type Result } from '../../../core/refusal/refusals.ts';
import { answerPage } from '../answerPage.ts';
import {
  claimAnswerBody,
  claimEventSchema,
  claimObjectionsBody,
  claimRowSchema,
  claimStateSchema,
  leftOutSchema,
  sentClaimSchema,
  shownClaimSchema,
} from '../claimSchemas.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { decimalField } from '../decimalField.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { code, dayParameter, limitParameter, textParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { refusalSchema, refusalsJson } from '../refusalJson.ts';
import { type Answer, answer, route } from '../route.ts';
import { CLAIM_EXAMPLES } from './claimExamples.ts';

type WithoutActor<T> = T extends unknown ? Omit<T, 'actor'> : never;

/** Each refuses what the use case of its name does. */
export type ClaimUseCases = {
  readonly raiseClaims: (asked: WithoutActor<Raising>) => Promise<Result<RaisedClaims>>;
  readonly previewRaising: (
    asked: WithoutActor<Raising>,
  ) => Promise<Result<{ readonly claims: readonly ClaimToRaise[]; readonly skipped: readonly Refusal[] }>>;
  readonly listLeftOut: (filter: Pick<ClaimFilter, 'agreement' | 'limit' | 'after'>) => Promise<LeftOutPage>;
  readonly listClaims: (filter: ClaimFilter & { readonly day?: LocalDate }) => Promise<ClaimPage>;
  readonly showClaim: (asked: {
    readonly claim: string;
    readonly day?: LocalDate;
  }) => Promise<Result<ClaimDetail>>;
  readonly claimHistory: (
    id: string,
  ) => Promise<Result<{ readonly claim: StoredClaim; readonly events: readonly RecordedEvent[] }>>;
  readonly answerClaim: (said: WithoutActor<ClaimAnswer>) => Promise<Result<ClaimState>>;
  readonly receiveMoney: (receipt: WithoutActor<Receipt>) => Promise<Result<ClaimState>>;
  readonly returnMoney: (
    asked: Pick<Receipt, 'claim' | 'reference' | 'day'> & { readonly reason: string },
  ) => Promise<Result<ClaimState>>;
  readonly openDispute: (
    part: WithoutActor<ClaimPart> & { readonly reason: ClaimReason },
  ) => Promise<Result<ClaimState>>;
  readonly resolveDispute: (
    part: WithoutActor<ClaimPart> & { readonly outcome: 'conceded' | 'agreed' },
  ) => Promise<Result<ClaimState>>;
  readonly askWriteOff: (asked: WithoutActor<WriteOffAsked>) => Promise<Result<ClaimState>>;
  readonly decideWriteOff: (decision: WithoutActor<WriteOffDecision>) => Promise<Result<ClaimState>>;
  readonly commentClaim: (comment: {
    readonly claim: string;
    readonly text: string;
  }) => Promise<Result<ClaimState>>;
};

const define = route<ClaimUseCases>();

const CLAIM = { id: idPart('claim', 'claim-not-found', 'the id of a claim') };
const BODY_BYTES_MAX = 4 * 1024 * 1024;
const optionalDay = z.exactOptional(dayField).describe('when it holds; without it the business day');
const note = z.exactOptional(plainText(1000));
const lineNumber = z.int().min(1).max(1_000_000);
const dayOfStanding = dayParameter('as it stood at the end of this day; without it now');

const sending = [
  define({
    id: 'raiseClaims',
    method: 'POST',
    path: '/api/v1/claims/raise',
    summary:
      'Claim from a supplier what an agreement has earned and nobody has claimed yet; run again, nothing',
    scope: 'claims:write',
    isLong: true,
    body: z.strictObject({ agreement: codeField('agreement'), day: optionalDay }),
    answer: z.strictObject({
      claims: z.array(sentClaimSchema),
      skipped: z.array(refusalSchema).describe('what was left out, and why'),
    }),
    example: CLAIM_EXAMPLES.raise,
    respond: async ({ body, language }, { raiseClaims }) => {
      const raised = await raiseClaims(body);
      if (!raised.ok) return raised;
      return answer({
        claims: raisedClaimsJson(raised.value),
        skipped: refusalsJson(raised.value.skipped, language),
      });
    },
  }),
  define({
    id: 'previewRaising',
    method: 'POST',
    path: '/api/v1/claims/raise/preview',
    summary: 'What would be claimed from a supplier now, and what is left out and why; nothing is written',
    scope: 'claims:read',
    isRead: true,
    isLong: true,
    body: z.strictObject({ agreement: codeField('agreement'), day: optionalDay }),
    answer: z.strictObject({
      claims: z.array(
        z.strictObject({ partner: z.string(), currency: z.string(), amount: z.string(), lines: z.int() }),
      ),
      skipped: z.array(refusalSchema).describe('what would be left out, and why'),
    }),
    example: CLAIM_EXAMPLES.toRaise,
    respond: async ({ body, language }, { previewRaising }) => {
      const found = await previewRaising(body);
      if (!found.ok) return found;
      const { claims, skipped } = found.value;
      return answer({
        claims: claims.map(({ minor, ...claim }) => ({
          ...claim,
          amount: moneyText({ minor, currency: claim.currency }),
        })),
        skipped: refusalsJson(skipped, language),
      });
    },
  }),
  define({
    id: 'listClaims',
    method: 'GET',
    path: '/api/v1/claims',
    summary: 'Claims in the order in which they were recorded: open, late, in dispute; now or on a day',
    scope: 'claims:read',
    isPortal: true,
    query: {
      partner: code('claims of or against this partner', 'partner'),
      agreement: code('claims on this agreement', 'agreement'),
      claimant: {
        schema: z.enum(CLAIMANTS).optional(),
        expected: CLAIMANTS.join(', '),
        meaning: 'claims of ours, or of partners',
      },
      term: textParameter('claims with a line on this term'),
      participant: code('claims with a line on what this partner has earned', 'partner'),
      firstDay: dayParameter('claims with a line on the window that begins on this day'),
      day: dayOfStanding,
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(claimRowSchema),
    example: CLAIM_EXAMPLES.list,
    respond: ({ query }, { listClaims }) => {
      const { partner, agreement, claimant, term, participant, firstDay, day } = query;
      const filter = {
        ...(partner && { partner }),
        ...(agreement && { agreement }),
        ...(claimant && { claimant }),
        ...(term && { term }),
        ...(participant && { participant }),
        ...(firstDay !== undefined && { firstDay }),
      };
      const page = ({ limit, after }: { readonly limit: number; readonly after?: string }) =>
        listClaims({ ...filter, limit, ...(after && { after }), ...(day !== undefined && { day }) });
      const selection = JSON.stringify(['claims', filter, day ?? null]);
      return answerPage(query, selection, page, ({ claim }) => claim.id, claimRowJson);
    },
  }),
  define({
    id: 'listLeftOut',
    method: 'GET',
    path: '/api/v1/claims/left-out',
    summary: 'What is not claimed from suppliers although its window is over, since when and why',
    scope: 'claims:read',
    query: {
      agreement: code('of this agreement', 'agreement'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(leftOutSchema),
    example: CLAIM_EXAMPLES.leftOut,
    respond: ({ query, language }, { listLeftOut }) => {
      const { agreement } = query;
      return answerPage(
        query,
        JSON.stringify(['leftOut', agreement ?? null]),
        (page) => listLeftOut({ ...page, ...(agreement && { agreement }) }),
        ({ id }) => id,
        (entry) => ({ ...leftOutJson(entry), why: refusalsJson([entry.why], language)[0] }),
      );
    },
  }),
  define({
    id: 'getClaim',
    method: 'GET',
    path: '/api/v1/claims/{id}',
    summary: 'A claim as it was sent, and what became of each line',
    scope: 'claims:read',
    isPortal: true,
    parts: CLAIM,
    query: { day: dayOfStanding },
    answer: shownClaimSchema,
    example: CLAIM_EXAMPLES.get,
    respond: async ({ path, query: { day } }, { showClaim }) => {
      const shown = await showClaim({ claim: path.id as string, ...(day !== undefined && { day }) });
      return shown.ok ? answer(shownClaimJson(shown.value)) : shown;
    },
  }),
  define({
    id: 'listClaimEvents',
    method: 'GET',
    path: '/api/v1/claims/{id}/events',
    summary: 'What happened to a claim, first to last, with comments: for us alone',
    scope: 'claims:read',
    parts: CLAIM,
    answer: z.strictObject({ events: z.array(claimEventSchema) }),
    example: CLAIM_EXAMPLES.events,
    respond: async ({ path }, { claimHistory }) => {
      const found = await claimHistory(path.id as string);
      return found.ok ? answer({ events: claimEventJson(found.value) }) : found;
    },
  }),
];

const answering = [
  define({
    id: 'answerClaim',
    method: 'POST',
    path: '/api/v1/claims/{id}/answer',
    summary: 'What the other side says, line by line: granted, and not granted with reasons',
    scope: 'claims:write',
    parts: CLAIM,
    maxBytes: BODY_BYTES_MAX,
    body: claimAnswerBody,
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.answer,
    respond: async ({ path, body }, { answerClaim }) =>
      stateOf(await answerClaim({ claim: path.id as string, ...body })),
  }),
  define({
    id: 'objectToClaim',
    method: 'POST',
    path: '/api/v1/claims/{id}/objections',
    summary: 'What the other side says of transactions; the shortfall is computed and split by reason',
    scope: 'claims:write',
    isLong: true,
    parts: CLAIM,
    maxBytes: BODY_BYTES_MAX,
    body: claimObjectionsBody,
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.object,
    respond: async ({ path, body }, { answerClaim }) =>
      stateOf(await answerClaim({ claim: path.id as string, ...body })),
  }),
  define({
    id: 'disputeClaim',
    method: 'POST',
    path: '/api/v1/claims/{id}/disputes',
    summary: 'Say that a part of a claim is in dispute, for a reason',
    scope: 'claims:write',
    parts: CLAIM,
    body: z.strictObject({
      reason: z.enum(CLAIM_REASONS),
      line: z.exactOptional(lineNumber).describe('without it all lines'),
      amount: z.exactOptional(decimalField).describe('without it all that is not received'),
      day: optionalDay,
      note,
    }),
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.dispute,
    respond: async ({ path, body }, { openDispute }) =>
      stateOf(await openDispute({ claim: path.id as string, ...body })),
  }),
  define({
    id: 'resolveClaimDispute',
    method: 'POST',
    path: '/api/v1/claims/{id}/disputes/resolution',
    summary: 'End a dispute: the other side grants it, or the claimant asks no more',
    scope: 'claims:write',
    parts: CLAIM,
    body: z.strictObject({
      outcome: z.enum(['conceded', 'agreed']),
      reason: z.exactOptional(z.enum(CLAIM_REASONS)).describe('without it all reasons'),
      line: z.exactOptional(lineNumber).describe('without it all lines'),
      amount: z.exactOptional(decimalField).describe('without it all that is in dispute'),
      day: optionalDay,
      note,
    }),
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.resolve,
    respond: async ({ path, body }, { resolveDispute }) =>
      stateOf(await resolveDispute({ claim: path.id as string, ...body })),
  }),
  define({
    id: 'commentClaim',
    method: 'POST',
    path: '/api/v1/claims/{id}/comments',
    summary: 'Write something beside a claim, for us alone',
    scope: 'claims:write',
    parts: CLAIM,
    status: 201,
    body: z.strictObject({ text: plainText(4000) }),
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.comment,
    respond: async ({ path, body: { text } }, { commentClaim }) =>
      stateOf(await commentClaim({ claim: path.id as string, text })),
  }),
];

const money = [
  define({
    id: 'receiveClaimMoney',
    method: 'POST',
    path: '/api/v1/claims/{id}/receipts',
    summary: 'Lay money that came against a claim; the same receipt again changes nothing',
    scope: 'claims:write',
    parts: CLAIM,
    body: z.strictObject({
      amount: decimalField,
      reference: plainText(200).describe('what tells the receipt from another one'),
      day: optionalDay,
      note,
    }),
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.receive,
    respond: async ({ path, body }, { receiveMoney }) =>
      stateOf(await receiveMoney({ claim: path.id as string, ...body })),
  }),
  define({
    id: 'returnClaimMoney',
    method: 'POST',
    path: '/api/v1/claims/{id}/receipts/return',
    summary: 'Money that came did not stay: what it covered is open again',
    scope: 'claims:write',
    parts: CLAIM,
    body: z.strictObject({ reference: plainText(200), reason: plainText(1000), day: optionalDay }),
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.returned,
    respond: async ({ path, body }, { returnMoney }) =>
      stateOf(await returnMoney({ claim: path.id as string, ...body })),
  }),
  define({
    id: 'askClaimWriteOff',
    method: 'POST',
    path: '/api/v1/claims/{id}/write-off',
    summary: 'Ask to give up what is open of a claim; another person decides',
    scope: 'claims:write',
    parts: CLAIM,
    body: z.strictObject({ amount: decimalField, reason: plainText(1000), day: optionalDay }),
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.askWriteOff,
    respond: async ({ path, body }, { askWriteOff }) =>
      stateOf(await askWriteOff({ claim: path.id as string, ...body })),
  }),
  define({
    id: 'decideClaimWriteOff',
    method: 'POST',
    path: '/api/v1/claims/{id}/write-off/decision',
    summary: 'Approve or reject a write-off that another person asked for',
    scope: 'claims:approve',
    parts: CLAIM,
    body: z.strictObject({ outcome: z.enum(['approved', 'rejected']), day: optionalDay, note }),
    answer: claimStateSchema,
    example: CLAIM_EXAMPLES.decideWriteOff,
    respond: async ({ path, body }, { decideWriteOff }) =>
      stateOf(await decideWriteOff({ claim: path.id as string, ...body })),
  }),
];

export const claimRoutes = [...sending, ...answering, ...money];

function stateOf(done: Result<ClaimState>): Result<Answer> {
  return done.ok ? accept({ value: claimStateJson(done.value) }) : done;
}
