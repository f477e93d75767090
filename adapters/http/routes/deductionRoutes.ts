import { z } from 'zod';
import { deductionJson } from '../../../app/deductions/deductionJson.ts';
import type { EndingPart, WriteOffOfDeduction } from '../../../app/deductions/endDeduction.ts';
import type { Registering, ShownDeduction } from '../../../app/deductions/registerDeduction.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { answerPage } from '../answerPage.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { decimalField } from '../decimalField.ts';
import { codeField, idField, plainText } from '../jsonBody.ts';
import { code, limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { type Answer, route } from '../route.ts';
import { DEDUCTION_EXAMPLES } from './deductionExamples.ts';

type WithoutActor<T> = T extends unknown ? Omit<T, 'actor'> : never;

/** Each refuses what the use case of its name does. */
export type DeductionUseCases = {
  readonly registerDeduction: (asked: WithoutActor<Registering>) => Promise<Result<ShownDeduction>>;
  readonly showDeduction: (id: string) => Promise<Result<ShownDeduction>>;
  readonly listDeductions: (filter: {
    readonly partner?: string;
    readonly limit: number;
    readonly after?: string;
  }) => Promise<{ readonly rows: readonly ShownDeduction[]; readonly hasMore: boolean }>;
  readonly endDeductionPart: (part: WithoutActor<EndingPart>) => Promise<Result<ShownDeduction>>;
  readonly writeOffDeduction: (asked: WithoutActor<WriteOffOfDeduction>) => Promise<Result<ShownDeduction>>;
};

const define = route<DeductionUseCases>();
const DEDUCTION = { id: idPart('deduction', 'deduction-not-found', 'the id of a deduction') };
const when = {
  day: z.exactOptional(dayField).describe('without it the business day'),
  note: z.exactOptional(plainText(1000)),
};

const accountSchema = z.strictObject({
  agreement: z.string(),
  term: z.string(),
  participant: z.string(),
  firstDay: dayText,
  lastDay: dayText,
});

const deductionSchema = z.strictObject({
  id: z.uuid(),
  company: z.string(),
  partner: z.string(),
  reference: z.string(),
  currency: z.string(),
  day: dayText,
  note: z.string().nullable(),
  deducted: decimalText.describe('what is open, matched, denied and written off together'),
  open: decimalText,
  matched: decimalText,
  denied: decimalText,
  writtenOff: decimalText,
  events: z.array(
    z.strictObject({
      event: z.int().min(1),
      kind: z.enum([
        'matched',
        'denied',
        'writtenOff',
        'writeOffAsked',
        'writeOffApproved',
        'writeOffRejected',
      ]),
      day: dayText,
      amount: decimalText,
      missing: z
        .array(z.string())
        .nullable()
        .describe('levels of approval that a write-off still needs; null of anything else'),
      claim: z.uuid().nullable(),
      settlement: z.uuid().nullable(),
      account: accountSchema.nullable(),
      actor: z.string(),
      at: z.iso.datetime(),
      note: z.string().nullable(),
    }),
  ),
});

export const deductionRoutes = [
  define({
    id: 'registerDeduction',
    method: 'POST',
    path: '/api/v1/deductions',
    summary: 'Register what a partner paid less; the same again changes nothing',
    scope: 'claims:write',
    status: 201,
    body: z.strictObject({
      company: codeField('company'),
      partner: codeField('partner'),
      reference: plainText(200).describe('what the partner calls it'),
      currency: plainText(3),
      amount: decimalField,
      ...when,
    }),
    answer: deductionSchema,
    example: DEDUCTION_EXAMPLES.register,
    respond: async ({ body }, { registerDeduction }) => {
      const done = await registerDeduction(body);
      if (!done.ok) return done;
      const location = `/api/v1/deductions/${done.value.deduction.id}`;
      return accept({ value: deductionJson(done.value), location });
    },
  }),
  define({
    id: 'listDeductions',
    method: 'GET',
    path: '/api/v1/deductions',
    summary: 'Deductions in the order in which they were registered, and what is open of them',
    scope: 'claims:read',
    query: { partner: code('of this partner', 'partner'), limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(deductionSchema),
    example: DEDUCTION_EXAMPLES.list,
    respond: ({ query }, { listDeductions }) => {
      const { partner } = query;
      const page = (asked: { readonly limit: number; readonly after?: string }) =>
        listDeductions({ ...asked, ...(partner && { partner }) });
      const selection = JSON.stringify(['deductions', partner ?? null]);
      return answerPage(query, selection, page, ({ deduction }) => deduction.id, deductionJson);
    },
  }),
  define({
    id: 'getDeduction',
    method: 'GET',
    path: '/api/v1/deductions/{id}',
    summary: 'A deduction, and what became of each part',
    scope: 'claims:read',
    parts: DEDUCTION,
    answer: deductionSchema,
    example: DEDUCTION_EXAMPLES.get,
    respond: async ({ path }, { showDeduction }) => shown(await showDeduction(path.id as string)),
  }),
  define({
    id: 'matchDeductionToClaim',
    method: 'POST',
    path: '/api/v1/deductions/{id}/claim-match',
    summary: 'A part of it is what the partner has claimed: the claim is received by so much',
    scope: 'claims:write',
    parts: DEDUCTION,
    body: z.strictObject({ amount: decimalField, claim: idField('claim'), ...when }),
    answer: deductionSchema,
    example: DEDUCTION_EXAMPLES.matchClaim,
    respond: async ({ path, body }, { endDeductionPart }) =>
      shown(await endDeductionPart({ deduction: path.id as string, end: 'matched', ...body })),
  }),
  define({
    id: 'matchDeductionToEarning',
    method: 'POST',
    path: '/api/v1/deductions/{id}/earning-match',
    summary: 'A part of it is what an account has earned and nobody has settled',
    scope: 'claims:write',
    parts: DEDUCTION,
    body: z.strictObject({
      amount: decimalField,
      account: z.strictObject({
        agreement: codeField('agreement'),
        term: plainText(200),
        participant: codeField('partner'),
        firstDay: dayField,
        lastDay: dayField,
      }),
      ...when,
    }),
    answer: deductionSchema,
    example: DEDUCTION_EXAMPLES.matchEarning,
    respond: async ({ path, body: { account, ...body } }, { endDeductionPart }) => {
      const { firstDay, lastDay, ...place } = account;
      const window = { from: firstDay, until: lastDay + 1 };
      const part = { ...body, end: 'matched' as const, account: { ...place, window } };
      return shown(await endDeductionPart({ deduction: path.id as string, ...part }));
    },
  }),
  define({
    id: 'matchDeductionToSettlement',
    method: 'POST',
    path: '/api/v1/deductions/{id}/settlement-match',
    summary: 'A part of it is what a document of ours owes: so much of the document is paid without money',
    scope: 'claims:write',
    parts: DEDUCTION,
    body: z.strictObject({ amount: decimalField, settlement: idField('settlement'), ...when }),
    answer: deductionSchema,
    example: DEDUCTION_EXAMPLES.matchSettlement,
    respond: async ({ path, body }, { endDeductionPart }) =>
      shown(await endDeductionPart({ deduction: path.id as string, end: 'matched', ...body })),
  }),
  define({
    id: 'denyDeduction',
    method: 'POST',
    path: '/api/v1/deductions/{id}/denial',
    summary: 'A part of it is nothing that we owe: the partner still has to pay it',
    scope: 'claims:write',
    parts: DEDUCTION,
    body: z.strictObject({ amount: decimalField, ...when }),
    answer: deductionSchema,
    example: DEDUCTION_EXAMPLES.deny,
    respond: async ({ path, body }, { endDeductionPart }) =>
      shown(await endDeductionPart({ deduction: path.id as string, end: 'denied', ...body })),
  }),
  define({
    id: 'askDeductionWriteOff',
    method: 'POST',
    path: '/api/v1/deductions/{id}/write-off',
    summary: 'Ask to give up a part of it; another person decides',
    scope: 'claims:write',
    parts: DEDUCTION,
    body: z.strictObject({ amount: decimalField, ...when }),
    answer: deductionSchema,
    example: DEDUCTION_EXAMPLES.askWriteOff,
    respond: async ({ path, body }, { writeOffDeduction }) =>
      shown(await writeOffDeduction({ deduction: path.id as string, step: 'ask', ...body })),
  }),
  define({
    id: 'decideDeductionWriteOff',
    method: 'POST',
    path: '/api/v1/deductions/{id}/write-off/decision',
    summary: 'Approve or reject what another person asked to give up',
    scope: 'claims:approve',
    parts: DEDUCTION,
    body: z.strictObject({ outcome: z.enum(['approved', 'rejected']), ...when }),
    answer: deductionSchema,
    example: DEDUCTION_EXAMPLES.decideWriteOff,
    respond: async ({ path, body: { outcome, ...body } }, { writeOffDeduction }) =>
      shown(await writeOffDeduction({ deduction: path.id as string, step: outcome, ...body })),
  }),
];

function shown(done: Result<ShownDeduction>): Result<Answer> {
  return done.ok ? accept({ value: deductionJson(done.value) }) : done;
}
