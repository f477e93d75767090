import { z } from 'zod';
import type { OwnCompany } from '../../../app/portal/listOwnCompanies.ts';
import type { ReadablePayment } from '../../../app/portal/ownPayments.ts';
import type { OwnPayment, OwnPaymentFilter, PaidPart } from '../../../app/ports/paymentStore.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { DOCUMENT_KINDS } from '../../../core/document/rebateDocument.ts';
import { moneyText } from '../../../core/money/money.ts';
import type { PaymentState } from '../../../core/payment/paymentState.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { ADVICE_MEDIA_TYPES, ADVICE_QUERY, type AdviceFile, answerAdvice } from '../adviceForm.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { code, limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { bothLanguages, dayText, decimalText, windowSchema } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { windowJson } from '../windowJson.ts';

/** Payments as the portal has them: those that have left for the caller's partners. */
export type OwnPaymentUseCases = {
  readonly listOwnPayments: (filter: OwnPaymentFilter) => Promise<readonly OwnPayment[]>;
  /** Refuses: payment-not-found. */
  readonly readOwnPayment: (id: string) => Promise<Result<ReadablePayment>>;
  readonly ownAdvice: AdviceFile;
  readonly listOwnCompanies: (partner?: string) => Promise<readonly OwnCompany[]>;
};

const define = route<OwnPaymentUseCases>();
const FOR_PARTNERS = { isPortal: true, isServedByUs: true } as const;
const PAYMENT = { id: idPart('payment', 'payment-not-found', 'the id of a payment') };

/** Where a payment stands for whoever gets it: what we know of our bank beside that is ours. */
const OWN_STATES = ['announced', 'paid', 'partlyReturned', 'returned', 'failed'] as const;

const ownPaymentSchema = z.strictObject({
  id: z.uuid(),
  partner: z.string(),
  company: z.string(),
  bankReference: z.string().describe('by which the bank names it'),
  executionDay: dayText,
  amount: decimalText,
  returned: decimalText.describe('what of it came back'),
  currency: z.string(),
  state: z.enum(OWN_STATES),
  documents: z
    .array(
      z.strictObject({
        settlement: z.uuid(),
        kind: z.enum(DOCUMENT_KINDS),
        number: z.string(),
        paid: decimalText,
        returned: decimalText,
      }),
    )
    .describe('what of which documents it pays; what is paid of all is the amount'),
});

const shownPaymentSchema = ownPaymentSchema.extend({
  companyName: z.string(),
  documents: z.array(
    ownPaymentSchema.shape.documents.element.extend({
      issuedOn: dayText,
      dueOn: dayText,
      gross: decimalText,
      withheld: decimalText.describe('tax that was kept back of it'),
      parts: z.array(
        z.strictObject({
          agreement: z.string(),
          agreementName: bothLanguages.nullable().describe('null: it was earned by somebody else'),
          term: z.string(),
          window: windowSchema,
          net: decimalText.describe('of the document, without tax'),
          earning: z.uuid().nullable().describe('how it was earned is asked for by this'),
        }),
      ),
    }),
  ),
  heard: z
    .array(z.strictObject({ state: z.enum(OWN_STATES), amount: decimalText, at: z.iso.datetime() }))
    .describe('what became of it, in the order of hearing'),
});

const DOCUMENT = {
  ...{ settlement: '0198c0de-0000-7000-8000-000000000003', kind: 'creditNote', number: 'CN-2026-000001' },
  ...{ paid: '1291.37', returned: '0.00' },
};
const EXAMPLE = {
  ...{ id: '0198c0de-0000-7000-8000-000000000002', partner: 'P1', company: 'NW' },
  ...{ bankReference: '0198C0DE00007000800000000002', executionDay: '2026-12-31', amount: '1291.37' },
  ...{ returned: '0.00', currency: 'EUR', state: 'announced', documents: [DOCUMENT] },
};
const PART = {
  ...{ agreement: 'A-2026', agreementName: { en: 'Volume bonus', 'zh-CN': '销量返利' }, term: 'bonus' },
  ...{ window: { firstDay: '2026-01-01', lastDay: '2026-12-31' }, net: '1085.18' },
  earning: '0198c0de-0000-7000-8000-000000000004',
};

export const ownPaymentRoutes = [
  define({
    ...FOR_PARTNERS,
    id: 'listOwnPayments',
    method: 'GET',
    path: '/api/v1/portal/payments',
    summary: 'Payments that have left for a partner, the latest first; partners see their own',
    scope: 'settlements:read',
    query: { partner: code('to this partner', 'partner'), limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(ownPaymentSchema),
    example: { query: { partner: 'P1', limit: '50' }, answer: { rows: [EXAMPLE], next: null } },
    respond: async ({ query: { partner, limit, cursor } }, { listOwnPayments }) => {
      const selection = JSON.stringify(['ownPayments', partner ?? null]);
      const before = readCursor(cursor, selection, z.tuple([dayField, z.uuid()]));
      if (!before.ok) return before;
      const [executionDay, id] = before.value ?? [];
      const found = await listOwnPayments({
        ...(partner && { partner }),
        ...(executionDay !== undefined && id !== undefined && { before: { executionDay, id } }),
        limit: limit + 1,
      });
      const { rows, next } = cutPage(found, limit, selection, (one) => [
        formatDate(one.executionDay),
        one.id,
      ]);
      return answer({ rows: rows.map(ownPaymentJson), next });
    },
  }),
  define({
    ...FOR_PARTNERS,
    id: 'readOwnPayment',
    method: 'GET',
    path: '/api/v1/portal/payments/{id}',
    summary: 'A payment down to what was earned, and what became of it, as its partner may read it',
    scope: 'settlements:read',
    parts: PAYMENT,
    answer: shownPaymentSchema,
    example: {
      path: { id: EXAMPLE.id },
      answer: {
        ...EXAMPLE,
        companyName: 'Nordwind GmbH',
        documents: [
          {
            ...DOCUMENT,
            ...{ issuedOn: '2026-12-10', dueOn: '2026-12-31', gross: '1291.37', withheld: '0.00' },
            parts: [PART],
          },
        ],
        heard: [],
      },
    },
    respond: async ({ path }, { readOwnPayment }) => {
      const found = await readOwnPayment(path.id as string);
      return found.ok ? answer(shownPaymentJson(found.value)) : found;
    },
  }),
  define({
    ...FOR_PARTNERS,
    id: 'getOwnRemittanceAdvice',
    method: 'GET',
    path: '/api/v1/portal/payments/{id}/remittance-advice',
    summary: 'Which documents a payment pays, as a file for its partner',
    scope: 'settlements:read',
    parts: PAYMENT,
    query: ADVICE_QUERY,
    files: Object.values(ADVICE_MEDIA_TYPES),
    example: { path: { id: EXAMPLE.id }, query: { format: 'pdf', lang: 'en' } },
    respond: (asked, { ownAdvice }) => answerAdvice(asked, ownAdvice),
  }),
  define({
    id: 'listOwnCompanies',
    isPortal: true,
    method: 'GET',
    path: '/api/v1/portal/companies',
    summary: 'Companies of ours that have documents or claims with a partner',
    scope: 'settlements:read',
    query: { partner: code('with this partner', 'partner') },
    answer: z.strictObject({
      rows: z.array(
        z.strictObject({
          ...{ code: z.string(), name: z.string() },
          day: dayText.describe('that it is for the company: a sandbox stands on a day of its own'),
        }),
      ),
    }),
    example: {
      query: { partner: 'P1' },
      answer: { rows: [{ code: 'NW', name: 'Nordwind GmbH', day: '2026-12-31' }] },
    },
    respond: async ({ query: { partner } }, { listOwnCompanies }) =>
      answer({
        rows: (await listOwnCompanies(partner)).map(({ day, ...company }) => ({
          ...company,
          day: formatDate(day),
        })),
      }),
  }),
];

/** No bank has spoken of it in time: for whoever waits for it that is still announced. */
const STATE_OF: Readonly<Record<PaymentState, (typeof OWN_STATES)[number]>> = {
  proposed: 'announced',
  approved: 'announced',
  sent: 'announced',
  unknown: 'announced',
  confirmed: 'paid',
  partlyReturned: 'partlyReturned',
  returned: 'returned',
  rejected: 'failed',
  withdrawn: 'failed',
};

function ownPaymentJson({ id, partner, company, currency, state, documents, ...payment }: OwnPayment) {
  const money = (minor: bigint) => moneyText({ minor, currency });
  return {
    ...{ id, partner, company, currency },
    bankReference: payment.endToEndId,
    executionDay: formatDate(payment.executionDay),
    amount: money(payment.minor),
    returned: money(payment.returned),
    state: STATE_OF[state],
    documents: documents.map(({ paid, returned, ...document }) => ({
      ...document,
      paid: money(paid),
      returned: money(returned),
    })),
  };
}

function shownPaymentJson({ payment, companyName, documents, heard }: ReadablePayment) {
  const { currency } = payment;
  const money = (minor: bigint) => moneyText({ minor, currency });
  const { documents: listed, ...rest } = ownPaymentJson(payment);
  return {
    ...rest,
    companyName,
    documents: listed.flatMap((one) => {
      const found = documents.find(({ settlement }) => settlement === one.settlement);
      if (found === undefined) return [];
      const { issuedOn, dueOn, grossMinor, withheldMinor, parts } = found;
      return {
        ...one,
        issuedOn: formatDate(issuedOn),
        dueOn: formatDate(dueOn),
        gross: money(grossMinor),
        withheld: money(withheldMinor),
        parts: parts.map(partJson),
      };
    }),
    heard: heard.map(({ state, minor, at }) => ({
      state: STATE_OF[state],
      amount: money(minor),
      at: at.toISOString(),
    })),
  };
}

function partJson({ agreement, term, window, minor, currency, earning }: PaidPart) {
  return {
    ...{ agreement, term },
    agreementName: earning?.agreementName ?? null,
    window: windowJson(window),
    net: moneyText({ minor, currency }),
    earning: earning?.id ?? null,
  };
}
