import { z } from 'zod';
import type { ShownItem } from '../../app/payments/openItems.ts';
import type { ShownPayingAccount } from '../../app/payments/payingAccounts.ts';
import type { LeftOut, PlannedRun } from '../../app/payments/proposeRun.ts';
import type { ShownPayment } from '../../app/payments/showRuns.ts';
import type { PaymentRun } from '../../app/ports/paymentStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { PAYMENT_STATES, RUN_STATES } from '../../core/payment/paymentState.ts';
import type { Language } from '../../core/wording/language.ts';
import { accountJson } from './bankJson.ts';
import { dayText, decimalText } from './plainTexts.ts';
import { refusalSchema, refusalsJson } from './refusalJson.ts';

const id = z.uuid();

export const payingAccountSchema = z.strictObject({
  code: z.string(),
  version: z.int().min(1),
  company: z.string(),
  currency: z.string(),
  holder: z.string(),
  iban: z.string().nullable().describe('by its end'),
  number: z.string().nullable().describe('by its end'),
  bankCode: z.string().nullable(),
  bic: z.string().nullable(),
  file: z.string().describe('which file its bank takes'),
});

export function payingAccountJson({ account, file, ...rest }: ShownPayingAccount) {
  return { ...rest, ...accountJson(account), file: file.is };
}

export const openItemSchema = z.strictObject({
  settlement: id,
  number: z.string().describe('of the document'),
  partner: z.string(),
  dueOn: dayText,
  method: z.string(),
  owed: decimalText,
  open: decimalText.describe('what no payment pays'),
  currency: z.string(),
});

export function openItemJson({ settlement, number, partner, minor, payable }: ShownItem) {
  const { currency, dueOn, method } = payable;
  return {
    ...{ settlement, number, partner, method, currency },
    dueOn: formatDate(dueOn),
    owed: moneyText({ minor: payable.minor, currency }),
    open: moneyText({ minor, currency }),
  };
}

const plannedPayment = z.strictObject({
  payment: id,
  partner: z.string(),
  amount: decimalText,
  remittance: z.string(),
});

const leftOutSchema = z.strictObject({ partner: z.string(), errors: z.array(refusalSchema) });

export const plannedRunSchema = z.strictObject({
  id: id.describe('of a preview it is of no use'),
  total: decimalText,
  currency: z.string(),
  approvals: z.int().describe('so many persons approve it'),
  payments: z.array(plannedPayment),
  leftOut: z.array(leftOutSchema).describe('partners that are not paid, and why'),
});

export function plannedRunJson({ run, instructions, leftOut }: PlannedRun, language: Language) {
  const { id: run_id, total, currency, approvals } = run;
  return {
    id: run_id,
    total: moneyText({ minor: total, currency }),
    ...{ currency, approvals },
    payments: instructions.map(({ id: payment, partner, minor, remittance }) => ({
      ...{ payment, partner, remittance },
      amount: moneyText({ minor, currency }),
    })),
    leftOut: leftOut.map(({ partner, refusals }: LeftOut) => ({
      partner,
      errors: refusalsJson(refusals, language),
    })),
  };
}

export const runStateSchema = z.enum(RUN_STATES);

export const runSchema = z.strictObject({
  id,
  state: runStateSchema,
  company: z.string(),
  account: z.string(),
  executionDay: dayText,
  total: decimalText,
  currency: z.string(),
  approvals: z.int(),
  author: z.string(),
  proposedAt: z.string(),
  approvers: z.array(z.string()),
  sender: z.string().nullable(),
  sentAt: z.string().nullable(),
  messageId: z.string().nullable().describe('what the bank knows the file by'),
  sha256: z.string().nullable().describe('of the file'),
});

export function runJson(run: PaymentRun) {
  const { id: run_id, state, company, account, currency, approvals, author, sent } = run;
  return {
    ...{ id: run_id, state, company, account, currency, approvals, author },
    executionDay: formatDate(run.executionDay),
    total: moneyText({ minor: run.total, currency }),
    proposedAt: run.at.toISOString(),
    approvers: run.approvers.map(({ person }) => person),
    sender: sent?.sender ?? null,
    sentAt: sent?.at.toISOString() ?? null,
    messageId: sent?.messageId ?? null,
    sha256: sent?.sha256 ?? null,
  };
}

export const paymentStateSchema = z.enum(PAYMENT_STATES);

export const shownRunSchema = runSchema.extend({
  payments: z.array(
    z.strictObject({
      id,
      partner: z.string(),
      endToEndId: z.string(),
      account: z.string().describe('by its end'),
      amount: decimalText,
      returned: decimalText,
      remittance: z.string(),
      state: paymentStateSchema,
      items: z.array(z.strictObject({ settlement: id, document: z.string(), amount: decimalText })),
      events: z.array(
        z.strictObject({
          state: paymentStateSchema,
          amount: decimalText,
          source: z.string(),
          reason: z.string(),
          actor: z.string(),
          at: z.string(),
        }),
      ),
    }),
  ),
});

export function paymentJson({ currency, minor, returned, items, events, ...payment }: ShownPayment) {
  const money = (amount: bigint) => moneyText({ minor: amount, currency });
  const { id: payment_id, partner, endToEndId, account, remittance, state } = payment;
  return {
    ...{ id: payment_id, partner, endToEndId, account, remittance, state },
    amount: money(minor),
    returned: money(returned),
    items: items.map(({ settlement, document, minor: own }) => ({
      settlement,
      document,
      amount: money(own),
    })),
    events: events.map(({ number: _, minor: own, at, ...event }) => ({
      ...event,
      amount: money(own),
      at: at.toISOString(),
    })),
  };
}
