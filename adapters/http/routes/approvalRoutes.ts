import { z } from 'zod';
import { APPROVAL_FORMAT, FOUR_EYES } from '../../../core/lifecycle/approvalRules.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { anyPart } from '../parts.ts';
import { answer, route } from '../route.ts';
import { answerRules, confirmNamed, type ListedRules, rulesSchema, rulesVersion } from '../rulesJson.ts';

export type ApprovalUseCases = {
  readonly listApprovalRules: () => Promise<ListedRules>;
  /** Refuses: person-needed, those of decodeApprovalRules. */
  readonly proposeApprovalRules: (parsed: unknown) => Promise<Result<{ readonly version: number }>>;
  /** Refuses: person-needed, approval-rules-not-found, approval-rules-stale, approver-is-author. */
  readonly confirmApprovalRules: (
    version: number,
  ) => Promise<Result<{ readonly version: number; readonly batch: number }>>;
};

const define = route<ApprovalUseCases>();
const rules = z.record(z.string(), z.unknown()).describe('rules of approval in their format');

const EXAMPLE_RULES = { format: APPROVAL_FORMAT, ...FOUR_EYES };

export const approvalRoutes = [
  define({
    id: 'listApprovalRules',
    method: 'GET',
    path: '/api/v1/approval-rules',
    summary: 'Who has to approve what: the rules in force, and every version of them',
    scope: 'agreements:read',
    answer: rulesSchema(rules, 'one other person approves'),
    example: { answer: { inForce: 0, rules: EXAMPLE_RULES, versions: [] } },
    respond: async (_asked, { listApprovalRules }) => answerRules(await listApprovalRules(), EXAMPLE_RULES),
  }),
  define({
    id: 'proposeApprovalRules',
    method: 'POST',
    path: '/api/v1/approval-rules',
    summary: 'Propose other rules; they are in force once another person has confirmed them. Only persons',
    scope: 'agreements:approve',
    status: 201,
    body: z.strictObject({ rules }),
    answer: z.strictObject({ version: rulesVersion }),
    example: { body: { rules: EXAMPLE_RULES }, answer: { version: 1 } },
    respond: async ({ body }, { proposeApprovalRules }) => {
      const done = await proposeApprovalRules(body.rules);
      return done.ok ? answer(done.value) : done;
    },
  }),
  define({
    id: 'confirmApprovalRules',
    method: 'POST',
    path: '/api/v1/approval-rules/{version}/confirmation',
    summary: 'Put the rules that were proposed last in force. Only persons, and not their author',
    scope: 'agreements:approve',
    parts: { version: anyPart('approvalRules', 'the version that was proposed last') },
    answer: z.strictObject({ version: rulesVersion, batch: z.int().min(1) }),
    example: { path: { version: '1' }, refused: 'approver-is-author' },
    respond: ({ path }, { confirmApprovalRules }) =>
      confirmNamed(path.version ?? '', 'approval-rules-not-found', confirmApprovalRules),
  }),
];
