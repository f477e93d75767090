import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Sending, SentMessage } from '../../../app/claims/sendMessage.ts';
import type { ClaimMessagePage } from '../../../app/claims/showMessages.ts';
import type { ClaimMessage, ClaimMessageFilter } from '../../../app/ports/claimMessageStore.ts';
import { claimCells, type RowRepair } from '../../../core/claim/claimMessage.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { answerPage } from '../answerPage.ts';
import { claimMessageJson, shownMessageJson } from '../claimMessageJson.ts';
import {
  claimMessageSchema,
  disputeMessageBody,
  repairMessageBody,
  sentMessageSchema,
  sentRowsField,
  shownMessageSchema,
} from '../claimMessageSchemas.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { codeField, idField, plainText } from '../jsonBody.ts';
import { code, flagParameter, limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { type Answer, answer, route } from '../route.ts';
import { fileNameParameter, TABLE_UPLOAD } from '../tableUpload.ts';
import type { Upload } from '../upload.ts';
import { CLAIM_MESSAGE_EXAMPLES } from './claimMessageExamples.ts';

type WithoutSender<T> = T extends unknown ? Omit<T, 'actor' | 'asksToTake'> : never;

/** Each refuses what the use case of its name does. */
export type ClaimMessageUseCases = {
  readonly sendMessage: (said: WithoutSender<Sending>) => Promise<Result<SentMessage>>;
  readonly sendClaimFile: (
    partner: string,
    file: { readonly path: string; readonly name: string },
  ) => Promise<Result<SentMessage>>;
  readonly sendProof: (claim: string, name: string, upload: Upload) => Promise<Result<SentMessage>>;
  readonly claimTemplate: (partner: string, format: 'csv' | 'xlsx') => Promise<Uint8Array>;
  readonly listMessages: (filter: ClaimMessageFilter) => Promise<ClaimMessagePage>;
  readonly showMessage: (id: string) => Promise<Result<ClaimMessage>>;
  readonly repairMessage: (message: string, rows: readonly RowRepair[]) => Promise<Result<SentMessage>>;
  readonly dismissMessage: (message: string, reason: string) => Promise<Result<ClaimMessage>>;
};

const define = route<ClaimMessageUseCases>();

const MESSAGE = { id: idPart('claimMessage', 'claim-message-not-found', 'the id of a message') };
const BODY_BYTES_MAX = 8 * 1024 * 1024;
const PROOF_BYTES = 10 * 1024 * 1024 + 1;
const TAKEN_LATER = 'what becomes of it, the message shows';
const claimParameter = {
  schema: z.uuid(),
  expected: 'UUID',
  meaning: 'the claim that it proves',
  isRequired: true,
  idOf: 'claim',
};

const sends = { method: 'POST', scope: 'claims:send', isPortal: true, status: 202 } as const;

const sending = [
  define({
    ...sends,
    id: 'sendClaims',
    path: '/api/v1/claim-messages/claims',
    summary: `Send claims of a partner; ${TAKEN_LATER}`,
    maxBytes: BODY_BYTES_MAX,
    body: z.strictObject({ partner: codeField('partner'), rows: sentRowsField }),
    answer: sentMessageSchema,
    example: CLAIM_MESSAGE_EXAMPLES.claims,
    respond: async ({ body: { partner, rows } }, { sendMessage }) =>
      sent(
        await sendMessage({
          kind: 'claims',
          partner,
          rows: rows.map((texts, index) => ({ row: index + 1, texts: { ...claimCells(texts), partner } })),
        }),
      ),
  }),
  define({
    ...sends,
    id: 'sendClaimFile',
    path: '/api/v1/claim-messages/claims/file',
    summary: `Send claims of a partner as a file; ${TAKEN_LATER}`,
    query: {
      partner: { ...code('whose claims they are', 'partner'), isRequired: true },
      name: fileNameParameter,
    },
    upload: TABLE_UPLOAD,
    answer: sentMessageSchema,
    example: CLAIM_MESSAGE_EXAMPLES.file,
    respond: async ({ query: { partner = '', name }, upload }, { sendClaimFile }) =>
      sent(await sendClaimFile(partner, { path: upload.path, name })),
  }),
  define({
    ...sends,
    id: 'sendClaimComment',
    path: '/api/v1/claim-messages/comments',
    summary: 'Say something to a claim; both sides read it',
    body: z.strictObject({ claim: idField('claim'), text: plainText(4000) }),
    answer: sentMessageSchema,
    example: CLAIM_MESSAGE_EXAMPLES.comment,
    respond: async ({ body }, { sendMessage }) => sent(await sendMessage({ kind: 'comment', ...body })),
  }),
  define({
    ...sends,
    id: 'sendClaimDispute',
    path: '/api/v1/claim-messages/disputes',
    summary: `Object to what became of a part of a claim; ${TAKEN_LATER}`,
    body: disputeMessageBody,
    answer: sentMessageSchema,
    example: CLAIM_MESSAGE_EXAMPLES.dispute,
    respond: async ({ body }, { sendMessage }) => sent(await sendMessage({ kind: 'dispute', ...body })),
  }),
  define({
    ...sends,
    id: 'sendClaimProof',
    path: '/api/v1/claim-messages/proofs',
    summary: 'Send a document that proves a claim; what it is, its content decides',
    query: { claim: claimParameter, name: fileNameParameter },
    upload: { mediaTypes: ['application/octet-stream'], maxBytes: PROOF_BYTES },
    answer: sentMessageSchema,
    example: CLAIM_MESSAGE_EXAMPLES.proof,
    respond: async ({ query: { claim, name }, upload }, { sendProof }) =>
      sent(await sendProof(claim, name, upload)),
  }),
];

/** The forms in which the columns of a file of claims are given out. */
const TEMPLATE_MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const quarantine = [
  define({
    id: 'getClaimTemplate',
    method: 'GET',
    path: '/api/v1/claim-messages/claims/template',
    summary: 'A file to fill in: the columns of claims, with a row as an example',
    scope: 'claims:read',
    isPortal: true,
    query: {
      partner: code('whose claims they are to be', 'partner'),
      format: {
        schema: z.enum(['csv', 'xlsx']).default('xlsx'),
        expected: 'csv, xlsx',
        meaning: 'a workbook, or text',
      },
    },
    files: Object.values(TEMPLATE_MEDIA_TYPES),
    example: CLAIM_MESSAGE_EXAMPLES.template,
    respond: async ({ query: { partner = '', format } }, { claimTemplate }) => {
      const content = Readable.from([await claimTemplate(partner, format)]);
      return accept({
        download: { content, mediaType: TEMPLATE_MEDIA_TYPES[format], name: `claims.${format}` },
      });
    },
  }),
  define({
    id: 'listClaimMessages',
    method: 'GET',
    path: '/api/v1/claim-messages',
    summary: 'What was sent about claims and what became of it; or only that of which rows wait',
    scope: 'claims:read',
    isPortal: true,
    query: {
      partner: code('of this partner', 'partner'),
      claim: { schema: z.uuid().optional(), expected: 'UUID', meaning: 'what was said to it', idOf: 'claim' },
      waiting: flagParameter('only messages with rows that wait to be repaired'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(claimMessageSchema),
    example: CLAIM_MESSAGE_EXAMPLES.list,
    respond: ({ query, language }, { listMessages }) => {
      const { partner, claim, waiting } = query;
      const filter = {
        isQuarantined: waiting === 'true',
        ...(partner && { partner }),
        ...(claim && { claim }),
      };
      const selection = JSON.stringify(['claimMessages', filter]);
      return answerPage(
        query,
        selection,
        (page) => listMessages({ ...filter, ...page }),
        ({ id }) => id,
        (message) => claimMessageJson(message, language),
      );
    },
  }),
  define({
    id: 'getClaimMessage',
    method: 'GET',
    path: '/api/v1/claim-messages/{id}',
    summary: 'A message with its rows, why some of them wait, and what would do',
    scope: 'claims:read',
    isPortal: true,
    parts: MESSAGE,
    answer: shownMessageSchema,
    example: CLAIM_MESSAGE_EXAMPLES.get,
    respond: async ({ path, language }, { showMessage }) => {
      const found = await showMessage(path.id as string);
      return found.ok ? answer(shownMessageJson(found.value, language)) : found;
    },
  }),
  define({
    ...sends,
    id: 'repairClaimMessage',
    path: '/api/v1/claim-messages/{id}/repair',
    summary: 'Send the rows that wait once more, with what was repaired in them',
    parts: MESSAGE,
    maxBytes: BODY_BYTES_MAX,
    body: repairMessageBody,
    answer: sentMessageSchema,
    example: CLAIM_MESSAGE_EXAMPLES.repair,
    respond: async ({ path, body: { rows } }, { repairMessage }) =>
      sent(
        await repairMessage(
          path.id as string,
          rows.map(({ row, set }) => ({ row, set: claimCells(set) })),
        ),
      ),
  }),
  define({
    id: 'dismissClaimMessage',
    method: 'POST',
    path: '/api/v1/claim-messages/{id}/dismissal',
    summary: 'The rows that wait stay out, for a reason that the sender reads',
    scope: 'claims:write',
    parts: MESSAGE,
    body: z.strictObject({ reason: plainText(1000) }),
    answer: claimMessageSchema,
    example: CLAIM_MESSAGE_EXAMPLES.dismiss,
    respond: async ({ path, body: { reason }, language }, { dismissMessage }) => {
      const done = await dismissMessage(path.id as string, reason);
      return done.ok ? answer(claimMessageJson(done.value, language)) : done;
    },
  }),
];

export const claimMessageRoutes = [...sending, ...quarantine];

function sent(done: Result<SentMessage>): Result<Answer> {
  if (!done.ok) return done;
  const { id } = done.value;
  return answer({ id }, { location: `/api/v1/claim-messages/${id}` });
}
