import { z } from 'zod';
import { PAYMENT_FORMAT } from '../../../core/payment/paymentRules.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { anyPart } from '../parts.ts';
import { answer, route } from '../route.ts';
import { answerRules, confirmNamed, type ListedRules, rulesSchema, rulesVersion } from '../rulesJson.ts';

export type PaymentRuleUseCases = {
  readonly listPaymentRules: () => Promise<ListedRules>;
  /** Refuses: person-needed, those of decodePaymentRules. */
  readonly proposePaymentRules: (parsed: unknown) => Promise<Result<{ readonly version: number }>>;
  /** Refuses: person-needed, payment-rules-not-found, payment-rules-stale, approver-is-author. */
  readonly confirmPaymentRules: (
    version: number,
  ) => Promise<Result<{ readonly version: number; readonly batch: number }>>;
};

const define = route<PaymentRuleUseCases>();
const rules = z.record(z.string(), z.unknown()).describe('rules of payment in their format');

const EXAMPLE_RULES = {
  format: PAYMENT_FORMAT,
  coolingOffDays: 3,
  unknownAfterDays: 5,
  limits: [
    {
      currency: 'EUR',
      levels: [
        { upTo: '10000.00', approvals: 1 },
        { upTo: '250000.00', approvals: 2 },
      ],
    },
  ],
};

export const paymentRuleRoutes = [
  define({
    id: 'listPaymentRules',
    method: 'GET',
    path: '/api/v1/payment-rules',
    summary: 'What has to happen before money leaves: cooling-off, limits, approvals; every version',
    scope: 'bank:read',
    answer: rulesSchema(rules.nullable(), 'nothing is paid'),
    example: { answer: { inForce: 0, rules: null, versions: [] } },
    respond: async (_asked, { listPaymentRules }) => answerRules(await listPaymentRules(), null),
  }),
  define({
    id: 'proposePaymentRules',
    method: 'POST',
    path: '/api/v1/payment-rules',
    summary: 'Propose other rules of payment; another person confirms them. Only persons',
    scope: 'bank:approve',
    status: 201,
    body: z.strictObject({ rules }),
    answer: z.strictObject({ version: rulesVersion }),
    example: { body: { rules: EXAMPLE_RULES }, answer: { version: 1 } },
    respond: async ({ body }, { proposePaymentRules }) => {
      const done = await proposePaymentRules(body.rules);
      return done.ok ? answer(done.value) : done;
    },
  }),
  define({
    id: 'confirmPaymentRules',
    method: 'POST',
    path: '/api/v1/payment-rules/{version}/confirmation',
    summary: 'Put the rules of payment that were proposed last in force. Only persons, and not their author',
    scope: 'bank:approve',
    parts: { version: anyPart('paymentRules', 'the version that was proposed last') },
    answer: z.strictObject({ version: rulesVersion, batch: z.int().min(1) }),
    example: { path: { version: '1' }, refused: 'approver-is-author' },
    respond: ({ path }, { confirmPaymentRules }) =>
      confirmNamed(path.version ?? '', 'payment-rules-not-found', confirmPaymentRules),
  }),
];
