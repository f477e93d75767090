import { z } from 'zod';
import type { CashFlow, CashQuestion } from '../../../app/cashFlow/cashFlow.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import type { Window } from '../../../core/calendar/window.ts';
import { CASH_GRAINS } from '../../../core/cashFlow/cashFlow.ts';
import { FLOW_STAGES } from '../../../core/cashFlow/expectedFlow.ts';
import { AGE_BUCKETS } from '../../../core/claim/ageing.ts';
import { moneyText } from '../../../core/money/money.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { code, dayParameter } from '../parameters.ts';
import { dayText, decimalText, windowSchema } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

export type CashFlowUseCases = {
  /** Refuses: company-not-found, partner-not-found. */
  readonly cashFlow: (question: CashQuestion) => Promise<Result<CashFlow>>;
};

const define = route<CashFlowUseCases>();

const of = { company: z.string(), currency: z.string() };
const sides = { receipts: decimalText, payments: decimalText };
const EXAMPLE_OF = { company: 'EU', currency: 'EUR' };
const WINDOW = { firstDay: '2026-03-01', lastDay: '2026-03-31' };

export const cashFlowRoutes = [
  define({
    id: 'cashFlow',
    method: 'GET',
    path: '/api/v1/cash-flow',
    summary:
      'Payments and receipts to come by week or month, ageing, and what is owed, seen from any day as known on any other',
    scope: 'earnings:read',
    query: {
      grain: {
        schema: z.enum(CASH_GRAINS).default('month'),
        expected: CASH_GRAINS.join(', '),
        meaning: 'by week, from Monday on, or by month; without it by month',
      },
      day: dayParameter('seen from this day; without it the business day'),
      known: dayParameter('as it was known at the end of this day; without it now'),
      company: code('only this company', 'company'),
      partner: code('only this partner', 'partner'),
    },
    answer: z.strictObject({
      day: dayText,
      batch: z.int(),
      buckets: z.array(
        z.strictObject({
          ...of,
          window: windowSchema.nullable().describe('null: due before the day'),
          ...sides,
        }),
      ),
      ageing: z.array(
        z.strictObject({ ...of, stage: z.enum(FLOW_STAGES), age: z.enum(AGE_BUCKETS), ...sides }),
      ),
      balances: z.array(
        z.strictObject({ ...of, account: z.string(), role: z.string(), amount: decimalText }),
      ),
      flows: z
        .array(
          z.strictObject({
            ...of,
            borneBy: z
              .string()
              .nullable()
              .describe('the company of ours in whose books it stands, where that is another one'),
            stage: z.enum(FLOW_STAGES),
            partner: z.string().nullable(),
            agreement: z.string().nullable(),
            term: z.string().nullable(),
            window: windowSchema.nullable(),
            amount: decimalText.describe('above zero: comes to us'),
            dueOn: dayText,
            isCashless: z.boolean().describe('settled in goods or by a deduction: in no bucket'),
            isSetOff: z.boolean().describe('paid ahead: it is less of what is paid on that day'),
          }),
        )
        .describe('every amount behind the buckets'),
    }),
    example: {
      query: { grain: 'month' },
      answer: {
        day: '2026-02-10',
        batch: 12,
        buckets: [{ ...EXAMPLE_OF, window: WINDOW, receipts: '0.00', payments: '248.27' }],
        ageing: [{ ...EXAMPLE_OF, stage: 'documented', age: 'notDue', receipts: '0.00', payments: '248.27' }],
        balances: [{ ...EXAMPLE_OF, account: '3071', role: 'partnerPayable', amount: '-248.27' }],
        flows: [
          {
            ...EXAMPLE_OF,
            borneBy: null,
            ...{ stage: 'documented', partner: 'P1', agreement: 'A-2026', term: 'volume' },
            window: { firstDay: '2026-01-01', lastDay: '2026-01-31' },
            ...{ amount: '-248.27', dueOn: '2026-03-02', isCashless: false, isSetOff: false },
          },
        ],
      },
    },
    respond: async ({ query: { grain, day, known, company, partner } }, { cashFlow }) => {
      const found = await cashFlow({
        grain,
        ...(day !== undefined && { day }),
        ...(known !== undefined && { known }),
        ...(company !== undefined && { company }),
        ...(partner !== undefined && { partner }),
      });
      return found.ok ? answer(cashFlowJson(found.value)) : found;
    },
  }),
];

export function cashFlowJson({ day, batch, buckets, ageing, balances, flows }: CashFlow) {
  return {
    day: formatDate(day),
    batch,
    buckets: buckets.map(({ window, ...bucket }) => ({
      ...sidesJson(bucket),
      window: window === undefined ? null : windowJson(window),
    })),
    ageing: ageing.map((aged) => ({ ...sidesJson(aged), stage: aged.stage, age: aged.age })),
    balances: balances.map(({ company, currency, account, role, minor }) => {
      return { company, currency, account, role, amount: moneyText({ minor, currency }) };
    }),
    flows: flows.map(({ minor, currency, subject, dueOn, partner, stage, ...flow }) => ({
      ...{ company: flow.company, borneBy: flow.borneBy ?? null, currency, stage },
      ...{ isCashless: flow.isCashless, isSetOff: flow.isSetOff ?? false },
      partner: partner ?? null,
      agreement: subject?.agreement ?? null,
      term: subject?.term ?? null,
      window: subject === undefined ? null : windowJson(subject.window),
      amount: moneyText({ minor, currency }),
      dueOn: formatDate(dueOn),
    })),
  };
}

type Sides = {
  readonly company: string;
  readonly currency: string;
  readonly receipts: bigint;
  readonly payments: bigint;
};

function sidesJson({ company, currency, receipts, payments }: Sides) {
  const shown = (minor: bigint) => moneyText({ minor, currency });
  return { company, currency, receipts: shown(receipts), payments: shown(payments) };
}

function windowJson({ from, until }: Window) {
  return { firstDay: formatDate(from), lastDay: formatDate(until - 1) };
}
