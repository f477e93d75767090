import { Readable } from 'node:stream';
import { z } from 'zod';
import { type ItemSelection, PAID_METHODS, type ShownItem } from '../../../app/payments/openItems.ts';
import type { ShownPayingAccount } from '../../../app/payments/payingAccounts.ts';
import type { PlannedRun, RunProposal } from '../../../app/payments/proposeRun.ts';
import type { SentPaymentFile, ShownRun } from '../../../app/payments/showRuns.ts';
import type { PaymentRun, PaymentRunFilter } from '../../../app/ports/paymentStore.ts';
import type { PaymentState } from '../../../core/payment/paymentState.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { ADVICE_MEDIA_TYPES, ADVICE_QUERY, type AdviceFile, answerAdvice } from '../adviceForm.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import {
  openItemJson,
  openItemSchema,
  payingAccountJson,
  payingAccountSchema,
  paymentJson,
  paymentStateSchema,
  plannedRunJson,
  plannedRunSchema,
  runJson,
  runSchema,
  runStateSchema,
  shownRunSchema,
} from '../paymentJson.ts';
import { answer, route } from '../route.ts';
import { saidText } from '../saidText.ts';
import { PAYMENT_EXAMPLES } from './paymentExamples.ts';

export type PaymentRunUseCases = {
  /** Refuses: those of the key ring. */
  readonly listPayingAccounts: () => Promise<Result<readonly ShownPayingAccount[]>>;
  /** Refuses: those of setPayingAccount. */
  readonly setPayingAccount: (
    parsed: unknown,
  ) => Promise<Result<{ readonly code: string; readonly version: number; readonly isChanged: boolean }>>;
  readonly listOpenItems: (selection: ItemSelection) => Promise<readonly ShownItem[]>;
  /** Refuses: those of planRun. */
  readonly previewRun: (proposal: RunProposal) => Promise<Result<PlannedRun>>;
  readonly proposeRun: (proposal: RunProposal) => Promise<Result<PlannedRun>>;
  readonly listPaymentRuns: (
    filter: PaymentRunFilter & { readonly payment?: string },
  ) => Promise<readonly PaymentRun[]>;
  /** Refuses: payment-run-not-found. */
  readonly showRun: (id: string) => Promise<Result<ShownRun>>;
  /** Refuses: those of approveRun. */
  readonly approveRun: (
    id: string,
  ) => Promise<
    Result<{ readonly id: string; readonly state: PaymentRun['state']; readonly missing: number }>
  >;
  /** Refuses: those of withdrawRun. */
  readonly withdrawRun: (
    id: string,
    reason: string,
  ) => Promise<Result<{ readonly id: string; readonly state: 'withdrawn' }>>;
  /** Refuses: those of sendRun. */
  readonly sendRun: (
    id: string,
  ) => Promise<Result<{ readonly id: string; readonly messageId: string; readonly sha256: string }>>;
  /** Refuses: payment-run-not-found, payment-not-sent. */
  readonly takePaymentFile: (id: string) => Promise<Result<SentPaymentFile>>;
  /** Refuses: payment-not-found, payment-not-sent, paper-sign-unknown, those of the key ring. */
  readonly remittanceAdvice: AdviceFile;
  /** Refuses: those of resolvePayment. */
  readonly resolvePayment: (resolution: {
    readonly id: string;
    readonly is: 'confirm' | 'reject';
    readonly reason: string;
  }) => Promise<Result<{ readonly id: string; readonly state: PaymentState }>>;
};

const define = route<PaymentRunUseCases>();

const RUN = { id: idPart('paymentRun', 'payment-run-not-found', 'the id of a payment run') };
const code = saidText(200);
const methods = z.array(z.enum(PAID_METHODS)).min(1).describe('ways of settling that are paid by transfer');

const dueUntil = z
  .exactOptional(dayField)
  .describe('what is due by the end of this day; without it all that is open');

const proposalBody = z.strictObject({
  account: codeField('payingAccount').describe('the account of ours that is paid from'),
  methods,
  dueUntil,
  executionDay: dayField.describe('the day on which the bank pays'),
  partners: z.exactOptional(z.array(code).min(1)).describe('only these; without it all'),
});

export const paymentRunRoutes = [
  define({
    id: 'listPayingAccounts',
    method: 'GET',
    path: '/api/v1/paying-accounts',
    summary: 'The accounts of ours that are paid from, by their ends',
    scope: 'payments:read',
    answer: z.strictObject({ rows: z.array(payingAccountSchema) }),
    example: PAYMENT_EXAMPLES.accounts,
    respond: async (_asked, { listPayingAccounts }) => {
      const found = await listPayingAccounts();
      return found.ok ? answer({ rows: found.value.map(payingAccountJson) }) : found;
    },
  }),
  define({
    id: 'setPayingAccount',
    method: 'PUT',
    path: '/api/v1/paying-accounts',
    summary: 'Say from which account of ours is paid, and which file its bank takes',
    scope: 'payments:send',
    isSecret: true,
    body: z.strictObject({ account: z.record(z.string(), z.unknown()).describe('in its format') }),
    answer: z.strictObject({ code: z.string(), version: z.int().min(1), isChanged: z.boolean() }),
    example: PAYMENT_EXAMPLES.setAccount,
    respond: async ({ body }, { setPayingAccount }) => {
      const set = await setPayingAccount(body.account);
      return set.ok ? answer(set.value) : set;
    },
  }),
  define({
    id: 'listPaymentItems',
    method: 'POST',
    path: '/api/v1/payment-items/search',
    summary: 'What is open: what settlements owe, less what payments pay of them',
    scope: 'payments:read',
    isRead: true,
    body: z.strictObject({ company: code, currency: code, methods, dueUntil }),
    answer: z.strictObject({ rows: z.array(openItemSchema) }),
    example: PAYMENT_EXAMPLES.items,
    respond: async ({ body }, { listOpenItems }) =>
      answer({ rows: (await listOpenItems(body)).map(openItemJson) }),
  }),
  define({
    id: 'previewPaymentRun',
    method: 'POST',
    path: '/api/v1/payment-runs/preview',
    summary: 'What a run would pay, and whom it would leave out; nothing is written',
    scope: 'payments:read',
    isRead: true,
    body: proposalBody,
    answer: plannedRunSchema,
    example: PAYMENT_EXAMPLES.preview,
    respond: async ({ body, language }, { previewRun }) => {
      const planned = await previewRun(body);
      return planned.ok ? answer(plannedRunJson(planned.value, language)) : planned;
    },
  }),
  define({
    id: 'proposePaymentRun',
    method: 'POST',
    path: '/api/v1/payment-runs',
    summary: 'Propose to pay what is open, one transfer for each partner; no other run pays it from then on',
    scope: 'payments:write',
    status: 201,
    body: proposalBody,
    answer: plannedRunSchema,
    example: PAYMENT_EXAMPLES.propose,
    respond: async ({ body, language }, { proposeRun }) => {
      const planned = await proposeRun(body);
      if (!planned.ok) return planned;
      const location = `/api/v1/payment-runs/${planned.value.run.id}`;
      return answer(plannedRunJson(planned.value, language), { location });
    },
  }),
  define({
    id: 'listPaymentRuns',
    method: 'GET',
    path: '/api/v1/payment-runs',
    summary: 'Payment runs, the latest first',
    scope: 'payments:read',
    query: {
      state: {
        schema: runStateSchema.optional(),
        expected: runStateSchema.options.join(', '),
        meaning: 'only those in this state',
      },
      payment: {
        schema: z.uuid().optional(),
        expected: 'UUID',
        meaning: 'only the one that this payment is in',
      },
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(runSchema),
    example: PAYMENT_EXAMPLES.list,
    respond: async ({ query: { state, payment, limit, cursor } }, { listPaymentRuns }) => {
      const selection = `paymentRuns ${state ?? ''} ${payment ?? ''}`;
      const before = readCursor(cursor, selection, z.tuple([z.uuid()]));
      if (!before.ok) return before;
      const found = await listPaymentRuns({
        ...(state !== undefined && { state }),
        ...(payment !== undefined && { payment }),
        ...(before.value && { before: before.value[0] }),
        limit: limit + 1,
      });
      const { rows, next } = cutPage(found, limit, selection, ({ id }) => [id]);
      return answer({ rows: rows.map(runJson), next });
    },
  }),
  define({
    id: 'getPaymentRun',
    method: 'GET',
    path: '/api/v1/payment-runs/{id}',
    summary: 'A run down to what each payment pays, and what was heard of it',
    scope: 'payments:read',
    parts: RUN,
    answer: shownRunSchema,
    example: PAYMENT_EXAMPLES.get,
    respond: async ({ path }, { showRun }) => {
      const shown = await showRun(path.id as string);
      if (!shown.ok) return shown;
      return answer({ ...runJson(shown.value), payments: shown.value.payments.map(paymentJson) });
    },
  }),
  define({
    id: 'approvePaymentRun',
    method: 'POST',
    path: '/api/v1/payment-runs/{id}/approval',
    summary: 'One approval by one person, who has not proposed it. Only persons',
    scope: 'payments:approve',
    parts: RUN,
    answer: z.strictObject({ id: z.uuid(), state: runStateSchema, missing: z.int().min(0) }),
    example: PAYMENT_EXAMPLES.approve,
    respond: async ({ path }, { approveRun }) => {
      const done = await approveRun(path.id as string);
      return done.ok ? answer(done.value) : done;
    },
  }),
  define({
    id: 'withdrawPaymentRun',
    method: 'POST',
    path: '/api/v1/payment-runs/{id}/withdrawal',
    summary: 'Give a run up before it is sent: what it would have paid is open again',
    scope: 'payments:write',
    parts: RUN,
    body: z.strictObject({ reason: plainText(500) }),
    answer: z.strictObject({ id: z.uuid(), state: z.literal('withdrawn') }),
    example: PAYMENT_EXAMPLES.withdraw,
    respond: async ({ path, body }, { withdrawRun }) => {
      const done = await withdrawRun(path.id as string, body.reason);
      return done.ok ? answer(done.value) : done;
    },
  }),
  define({
    id: 'sendPaymentRun',
    method: 'POST',
    path: '/api/v1/payment-runs/{id}/sending',
    summary: 'Make the file of an approved run, once; not by whoever has proposed or approved it',
    scope: 'payments:send',
    parts: RUN,
    answer: z.strictObject({ id: z.uuid(), messageId: z.string(), sha256: z.string() }),
    example: PAYMENT_EXAMPLES.send,
    respond: async ({ path }, { sendRun }) => {
      const done = await sendRun(path.id as string);
      return done.ok ? answer(done.value) : done;
    },
  }),
  define({
    id: 'getPaymentFile',
    method: 'GET',
    path: '/api/v1/payment-runs/{id}/file',
    summary: 'The file that was made when the run was sent; who takes it stands in the audit trail',
    scope: 'payments:send',
    parts: RUN,
    files: ['application/xml', 'text/plain; charset=utf-8', 'text/csv; charset=utf-8'],
    example: PAYMENT_EXAMPLES.file,
    respond: async ({ path }, { takePaymentFile }) => {
      const file = await takePaymentFile(path.id as string);
      if (!file.ok) return file;
      const { text, mediaType, name } = file.value;
      return accept({ download: { content: Readable.from([Buffer.from(text)]), mediaType, name } });
    },
  }),
  define({
    id: 'getRemittanceAdvice',
    method: 'GET',
    path: '/api/v1/payments/{id}/remittance-advice',
    summary: 'Which documents a payment that was sent pays, as its partner is told',
    scope: 'payments:read',
    parts: { id: idPart('payment', 'payment-not-found', 'the id of a payment') },
    query: ADVICE_QUERY,
    files: Object.values(ADVICE_MEDIA_TYPES),
    example: PAYMENT_EXAMPLES.advice,
    respond: (asked, { remittanceAdvice }) => answerAdvice(asked, remittanceAdvice),
  }),
  define({
    id: 'resolvePayment',
    method: 'POST',
    path: '/api/v1/payments/{id}/resolution',
    summary: 'What a person has found out of a payment that no bank has spoken of. Only persons',
    scope: 'payments:approve',
    parts: { id: idPart('payment', 'payment-not-found', 'the id of a payment') },
    body: z.strictObject({ is: z.enum(['confirm', 'reject']), reason: plainText(500) }),
    answer: z.strictObject({ id: z.uuid(), state: paymentStateSchema }),
    example: PAYMENT_EXAMPLES.resolve,
    respond: async ({ path, body }, { resolvePayment }) => {
      const done = await resolvePayment({ id: path.id as string, ...body });
      return done.ok ? answer(done.value) : done;
    },
  }),
];
