import { Readable } from 'node:stream';
import { z } from 'zod';
import type { OpenedDocument } from '../../../app/agreements/attachDocument.ts';
import { claimStateJson } from '../../../app/claims/claimJson.ts';
import { confirmationJson } from '../../../app/claims/confirmationJson.ts';
import type { ConfirmationStep, ShownConfirmation } from '../../../app/claims/confirmBalance.ts';
import type { Following } from '../../../app/claims/followDispute.ts';
import type { ClaimState } from '../../../app/claims/lockedClaim.ts';
import type { ConfirmationFilter } from '../../../app/ports/confirmationStore.ts';
import { DIRECTIONS } from '../../../core/agreement/agreement.ts';
import { CONFIRMATION_EVENTS, CONFIRMATION_STATES } from '../../../core/claim/confirmation.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { answerPage } from '../answerPage.ts';
import { claimStateSchema } from '../claimSchemas.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { decimalField } from '../decimalField.ts';
import { codeField, idField, plainText } from '../jsonBody.ts';
import { code, flagParameter, limitParameter, textParameter } from '../parameters.ts';
import { anyPart, codePart, idPart } from '../parts.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { type Answer, answer, route } from '../route.ts';
import { fileNameParameter } from '../tableUpload.ts';
import type { Upload } from '../upload.ts';
import { CONFIRMATION_EXAMPLES } from './confirmationExamples.ts';

type WithoutActor<T> = T extends unknown ? Omit<T, 'actor' | 'paper'> : never;

/** Each refuses what the use case of its name does. */
export type ConfirmationUseCases = {
  readonly followDispute: (
    asked: Following extends infer F ? (F extends unknown ? Omit<F, 'actor'> : never) : never,
  ) => Promise<Result<ClaimState>>;
  readonly sendConfirmation: (asked: {
    readonly partner: string;
    readonly company: string;
  }) => Promise<Result<readonly ShownConfirmation[]>>;
  readonly answerConfirmation: (
    step: WithoutActor<ConfirmationStep>,
    paper?: { readonly name: string; readonly upload: Upload },
  ) => Promise<Result<ShownConfirmation>>;
  /** By a person of the partner. Refuses besides: person-of-partner-needed. */
  readonly answerOwnConfirmation: (
    step: WithoutActor<ConfirmationStep>,
  ) => Promise<Result<ShownConfirmation>>;
  readonly listConfirmations: (
    filter: ConfirmationFilter,
  ) => Promise<{ readonly rows: readonly ShownConfirmation[]; readonly hasMore: boolean }>;
  readonly openConfirmationPaper: (asked: {
    readonly confirmation: string;
    readonly event: number;
  }) => Promise<Result<OpenedDocument>>;
};

const define = route<ConfirmationUseCases>();
const CLAIM = { id: idPart('claim', 'claim-not-found', 'the id of a claim') };
const BALANCE = { id: idPart('confirmation', 'confirmation-not-found', 'the id of a balance') };
const PAPER_BYTES = 10 * 1024 * 1024 + 1;
const note = plainText(4000);

const confirmationSchema = z.strictObject({
  id: z.uuid(),
  partner: z.string(),
  company: z.string(),
  direction: z.enum(DIRECTIONS),
  currency: z.string(),
  asOf: dayText,
  batch: z.int().min(0).describe('what was known then'),
  earned: decimalText,
  settled: decimalText,
  paid: decimalText,
  open: decimalText.describe('earned and not paid'),
  state: z.enum(CONFIRMATION_STATES),
  sentBy: z.string(),
  sentAt: z.iso.datetime(),
  events: z.array(
    z.strictObject({
      event: z.int().min(1),
      kind: z.enum(CONFIRMATION_EVENTS),
      day: dayText,
      amount: decimalText.nullable().describe('what the partner says that is open, where it contests'),
      person: z.string().nullable(),
      note: z.string().nullable(),
      sha256: z.string().nullable().describe('of the answer that was filed'),
      actor: z.string(),
      at: z.iso.datetime(),
    }),
  ),
});

const disputes = [
  define({
    id: 'assignClaimDispute',
    method: 'POST',
    path: '/api/v1/claims/{id}/disputes/assignment',
    summary: 'Say which person looks after what is in dispute on a claim',
    scope: 'claims:write',
    parts: CLAIM,
    body: z.strictObject({ person: idField('person'), note: z.exactOptional(note) }),
    answer: claimStateSchema,
    example: CONFIRMATION_EXAMPLES.assign,
    respond: async ({ path, body }, { followDispute }) =>
      stateOf(await followDispute({ claim: path.id as string, step: 'assigned', ...body })),
  }),
  define({
    id: 'replyToClaimDispute',
    method: 'POST',
    path: '/api/v1/claims/{id}/disputes/replies',
    summary: 'Write down what was said to what is in dispute on a claim',
    scope: 'claims:write',
    parts: CLAIM,
    body: z.strictObject({ note }),
    answer: claimStateSchema,
    example: CONFIRMATION_EXAMPLES.reply,
    respond: async ({ path, body }, { followDispute }) =>
      stateOf(await followDispute({ claim: path.id as string, step: 'replied', ...body })),
  }),
];

const balances = [
  define({
    id: 'sendConfirmation',
    method: 'POST',
    path: '/api/v1/partners/{code}/balance-confirmations',
    summary: 'Ask a partner to confirm what is earned, on documents and paid, as it stands now',
    scope: 'claims:write',
    isLong: true,
    parts: { code: codePart('partner', 'partner-not-found', 'the code of a partner', 'partner') },
    body: z.strictObject({ company: codeField('company') }),
    answer: z.strictObject({ balances: z.array(confirmationSchema) }),
    example: CONFIRMATION_EXAMPLES.send,
    respond: async ({ path, body: { company } }, { sendConfirmation }) => {
      const sent = await sendConfirmation({ partner: path.code as string, company });
      return sent.ok ? answer({ balances: sent.value.map(confirmationJson) }) : sent;
    },
  }),
  define({
    id: 'listConfirmations',
    isPortal: true,
    isServedByUs: true,
    method: 'GET',
    path: '/api/v1/balance-confirmations',
    summary: 'Balances that partners were asked to confirm, and what they said, in the order of asking',
    scope: 'claims:read',
    query: {
      partner: code('of this partner', 'partner'),
      waiting: flagParameter('only those that nobody has answered'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(confirmationSchema),
    example: CONFIRMATION_EXAMPLES.list,
    respond: ({ query }, { listConfirmations }) => {
      const { partner, waiting } = query;
      const filter = { isWaiting: waiting === 'true', ...(partner && { partner }) };
      const page = (asked: { readonly limit: number; readonly after?: string }) =>
        listConfirmations({ ...filter, ...asked });
      const selection = JSON.stringify(['confirmations', filter]);
      return answerPage(query, selection, page, ({ confirmation }) => confirmation.id, confirmationJson);
    },
  }),
  define({
    id: 'answerConfirmation',
    method: 'POST',
    path: '/api/v1/balance-confirmations/{id}/answer',
    summary: 'What the partner says: the balance is right, or another amount is open',
    scope: 'claims:write',
    parts: BALANCE,
    body: z.strictObject({
      contested: decimalField.nullable().describe('what the partner says that is open; null: it confirms'),
      note: z.exactOptional(note),
    }),
    answer: confirmationSchema,
    example: CONFIRMATION_EXAMPLES.answer,
    respond: async ({ path, body: { contested, ...body } }, { answerConfirmation }) => {
      const place = { confirmation: path.id as string, ...body };
      return contested === null
        ? shown(await answerConfirmation({ ...place, kind: 'confirmed' }))
        : shown(await answerConfirmation({ ...place, kind: 'contested', amount: contested }));
    },
  }),
  define({
    id: 'answerOwnConfirmation',
    method: 'POST',
    path: '/api/v1/balance-confirmations/{id}/own-answer',
    summary: 'Confirm or contest a balance in the portal, by a person of the partner',
    scope: 'claims:send',
    isPortal: true,
    isServedByUs: true,
    parts: BALANCE,
    body: z.strictObject({
      contested: decimalField.nullable().describe('what is open as the partner has it; null: it confirms'),
      note: z.exactOptional(note),
    }),
    answer: confirmationSchema,
    example: { ...CONFIRMATION_EXAMPLES.answer, refused: 'person-of-partner-needed' },
    respond: async ({ path, body: { contested, ...body } }, { answerOwnConfirmation }) => {
      const place = { confirmation: path.id as string, ...body };
      return contested === null
        ? shown(await answerOwnConfirmation({ ...place, kind: 'confirmed' }))
        : shown(await answerOwnConfirmation({ ...place, kind: 'contested', amount: contested }));
    },
  }),
  define({
    id: 'fileConfirmation',
    method: 'POST',
    path: '/api/v1/balance-confirmations/{id}/letter',
    summary: 'The same with the letter of the partner, which is filed with it',
    scope: 'claims:write',
    parts: BALANCE,
    query: {
      name: fileNameParameter,
      contested: {
        schema: decimalField.optional(),
        expected: '100.00',
        meaning: 'what the partner says that is open; without it the partner confirms',
      },
      note: textParameter('kept beside it'),
    },
    upload: { mediaTypes: ['application/octet-stream'], maxBytes: PAPER_BYTES },
    answer: confirmationSchema,
    example: CONFIRMATION_EXAMPLES.file,
    respond: async ({ path, query: { name, contested, note: said }, upload }, { answerConfirmation }) => {
      const place = { confirmation: path.id as string, ...(said !== undefined && { note: said }) };
      const paper = { name, upload };
      return contested === undefined
        ? shown(await answerConfirmation({ ...place, kind: 'confirmed' }, paper))
        : shown(await answerConfirmation({ ...place, kind: 'contested', amount: contested }, paper));
    },
  }),
  define({
    id: 'openConfirmationLetter',
    method: 'GET',
    path: '/api/v1/balance-confirmations/{id}/letters/{event}',
    summary: 'The bytes of a letter that was filed, to be saved and not to be shown',
    scope: 'claims:read',
    parts: { ...BALANCE, event: anyPart('confirmationEvent', 'the number of the answer among the events') },
    version: 'shown',
    files: ['application/octet-stream'],
    example: CONFIRMATION_EXAMPLES.letter,
    respond: async ({ path }, { openConfirmationPaper }): Promise<Result<Answer>> => {
      const event = /^\d{1,6}$/.test(path.event ?? '') ? Number(path.event) : 0;
      const found = await openConfirmationPaper({ confirmation: path.id as string, event });
      if (!found.ok) return found;
      const { content, name, sha256 } = found.value;
      const mediaType = 'application/octet-stream';
      return accept({ version: sha256, download: { content: Readable.from([content]), mediaType, name } });
    },
  }),
  define({
    id: 'assignConfirmation',
    method: 'POST',
    path: '/api/v1/balance-confirmations/{id}/assignment',
    summary: 'Say which person looks after a contested balance',
    scope: 'claims:write',
    parts: BALANCE,
    body: z.strictObject({ person: idField('person'), note: z.exactOptional(note) }),
    answer: confirmationSchema,
    example: CONFIRMATION_EXAMPLES.assignBalance,
    respond: async ({ path, body }, { answerConfirmation }) =>
      shown(await answerConfirmation({ confirmation: path.id as string, kind: 'assigned', ...body })),
  }),
  ...(['replied', 'resolved'] as const).map((kind) =>
    define({
      id: kind === 'replied' ? 'replyToConfirmation' : 'resolveConfirmation',
      method: 'POST',
      path: `/api/v1/balance-confirmations/{id}/${kind === 'replied' ? 'replies' : 'resolution'}`,
      summary:
        kind === 'replied'
          ? 'Write down what was said to a contested balance'
          : 'Say how a contested balance ended',
      scope: 'claims:write',
      parts: BALANCE,
      body: z.strictObject({ note }),
      answer: confirmationSchema,
      example: kind === 'replied' ? CONFIRMATION_EXAMPLES.replyBalance : CONFIRMATION_EXAMPLES.resolveBalance,
      respond: async ({ path, body }, { answerConfirmation }) =>
        shown(await answerConfirmation({ confirmation: path.id as string, kind, ...body })),
    }),
  ),
];

export const confirmationRoutes = [...disputes, ...balances];

function shown(done: Result<ShownConfirmation>): Result<Answer> {
  return done.ok ? accept({ value: confirmationJson(done.value) }) : done;
}

function stateOf(done: Result<ClaimState>): Result<Answer> {
  return done.ok ? accept({ value: claimStateJson(done.value) }) : done;
}
