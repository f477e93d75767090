import { z } from 'zod';
import type { DocumentPayments } from '../../../app/facts/readFacts.ts';
import type { FactTexts, FactWritten } from '../../../app/facts/writeFacts.ts';
import { formatDate, type LocalDate } from '../../../core/calendar/localDate.ts';
import { exactText } from '../../../core/explanation/operands.ts';
import type { Payment } from '../../../core/fact/payment.ts';
import { formatDecimal } from '../../../core/number/decimal.ts';
import { type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { BULK_STATUSES, bulkBody } from '../bulk.ts';
import { answerFacts, factsAnswer } from '../factWrite.ts';
import { dayParameter } from '../parameters.ts';
import { anyPart } from '../parts.ts';
import { dayText, decimalText, exactNumberText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { saidText } from '../saidText.ts';

export type PaymentUseCases = {
  /** Refuses: known-day-backwards; each item: those of parsePayment, line-identity-repeated. */
  readonly writePayments: (items: readonly FactTexts[]) => Promise<Result<readonly Result<FactWritten>[]>>;
  /** Refuses: payments-not-found. */
  readonly documentPayments: (document: {
    readonly source: string;
    readonly document: string;
    readonly known?: LocalDate;
  }) => Promise<Result<DocumentPayments>>;
};

const define = route<PaymentUseCases>();

const text = saidText(300);

/** The columns of a file of payments: what is wrong with a value is said item by item. */
const newPayment = z.strictObject({
  source: text,
  payment: text,
  paidOn: text.describe('YYYY-MM-DD'),
  documentSource: z.exactOptional(text),
  document: text,
  amount: text.describe('decimal text'),
  discount: z.exactOptional(text).describe('decimal text'),
  documentTotal: z.exactOptional(text).describe('decimal text'),
  currency: text,
});

const paymentSchema = z.strictObject({
  source: z.string(),
  payment: z.string(),
  paidOn: dayText,
  amount: decimalText,
  discount: decimalText.nullable(),
  documentTotal: decimalText.nullable(),
  currency: z.string(),
});

const paidSchema = z.strictObject({
  source: z.string(),
  document: z.string(),
  owed: exactNumberText.nullable().describe('null where its lines do not say it'),
  currency: z.string(),
  paidOn: dayText.nullable().describe('since when it is paid in full; null: it is not'),
  payments: z.array(paymentSchema).describe('the earliest first'),
});

const PAYMENT = {
  source: 'bank',
  payment: 'PAY-17',
  paidOn: '2026-04-10',
  document: 'SO-4711',
  amount: '980.00',
  discount: '20.00',
  currency: 'EUR',
};

const { document: _, ...SHOWN } = PAYMENT;
const CONTROL_CHARACTER = /[\p{Cc}\p{Cs}]/u;

export const paymentRoutes = [
  define({
    id: 'writePayments',
    method: 'POST',
    path: '/api/v1/payments/bulk',
    summary: 'Many payments at once; what is refused stands in quarantine, too',
    scope: 'facts:write',
    maxBytes: 2 * 1024 * 1024,
    body: bulkBody(newPayment),
    answer: factsAnswer,
    otherStatuses: BULK_STATUSES,
    example: {
      body: { items: [PAYMENT], allOrNothing: false },
      answer: {
        done: 1,
        refused: 0,
        items: [{ index: 0, status: 200, value: { disposition: 'accepted', revision: 1 } }],
      },
    },
    respond: ({ body, language }, { writePayments }) => answerFacts(body, language, writePayments),
  }),
  define({
    id: 'listPayments',
    method: 'GET',
    path: '/api/v1/documents/{source}/{document}/payments',
    summary: 'What was paid on a document, what is owed, and since when it is covered',
    scope: 'facts:read',
    parts: {
      source: anyPart('lineSource', 'the system that the lines of the document come from'),
      document: anyPart('lineDocument', 'the number of the document'),
    },
    query: { known: dayParameter('as it was known at the end of this day; without it now') },
    answer: paidSchema,
    example: {
      path: { source: 'erp', document: 'SO-4711' },
      answer: {
        source: 'erp',
        document: 'SO-4711',
        owed: '1000',
        currency: 'EUR',
        paidOn: '2026-04-10',
        payments: [{ ...SHOWN, documentTotal: null }],
      },
    },
    respond: async ({ path, query: { known } }, { documentPayments }) => {
      const { source = '', document = '' } = path;
      const named = { source, document };
      if (CONTROL_CHARACTER.test(source + document)) {
        return refused(refuse('payments-not-found', 'document', named));
      }
      const found = await documentPayments({ ...named, ...(known !== undefined && { known }) });
      if (!found.ok) return found;
      const { payments, owed, currency, paidOn } = found.value;
      return answer({
        ...named,
        owed: owed === undefined ? null : exactText(owed),
        currency,
        paidOn: paidOn === undefined ? null : formatDate(paidOn),
        payments: payments.map(paymentJson),
      });
    },
  }),
];

function paymentJson({ source, payment, paidOn, amount, discount, documentTotal, currency }: Payment) {
  return {
    source,
    payment,
    paidOn: formatDate(paidOn),
    amount: formatDecimal(amount),
    discount: discount === undefined ? null : formatDecimal(discount),
    documentTotal: documentTotal === undefined ? null : formatDecimal(documentTotal),
    currency,
  };
}
