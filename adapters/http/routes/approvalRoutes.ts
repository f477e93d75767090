import { z } from 'zod';
import type { ApprovalTrial, TriedApproval } from '../../../app/agreements/tryApprovalRules.ts';
import { DIRECTIONS, PROGRAMMES } from '../../../core/agreement/agreement.ts';
import { APPROVAL_FORMAT, APPROVED, FOUR_EYES } from '../../../core/lifecycle/approvalRules.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { decimalField } from '../decimalField.ts';
import { codeField } from '../jsonBody.ts';
import { anyPart } from '../parts.ts';
import { bothLanguages } from '../plainTexts.ts';
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
  /** Refuses: those of decodeApprovalRules. */
  readonly tryApprovalRules: (trial: ApprovalTrial) => Promise<Result<TriedApproval>>;
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
  define({
    id: 'tryApprovalRules',
    method: 'POST',
    path: '/api/v1/approval-rules/trial',
    isRead: true,
    summary: 'Who would have to approve something, by the rules in force or by others; nothing is kept',
    scope: 'agreements:read',
    body: z.strictObject({
      rules: z.exactOptional(rules).describe('left out: those in force'),
      subject: z.enum(APPROVED),
      direction: z.enum(DIRECTIONS),
      programme: z.enum(PROGRAMMES),
      partner: z.exactOptional(codeField('partner')).describe('left out: anybody may take part'),
      amount: decimalField,
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
    answer: z.strictObject({
      rules: z.array(z.string()).describe('the ids of the rules that apply'),
      levels: z
        .array(
          z.strictObject({
            id: z.string(),
            name: bothLanguages,
            approvers: z.array(z.string()).nullable().describe('ids of persons; null: anyone but an author'),
          }),
        )
        .describe('in the order in which they are given'),
    }),
    example: {
      body: {
        ...{ subject: 'agreement', direction: 'customerRebate', programme: 'volume' },
        ...{ amount: '50000.00', currency: 'EUR' },
      },
      answer: {
        rules: ['everything'],
        levels: [{ id: 'secondPerson', name: { en: 'A second person', 'zh-CN': '第二人' }, approvers: null }],
      },
    },
    respond: async ({ body: { rules: parsed, ...asked } }, { tryApprovalRules }) => {
      const tried = await tryApprovalRules({ ...asked, ...(parsed !== undefined && { parsed }) });
      if (!tried.ok) return tried;
      const levels = tried.value.levels.map(({ id, name, approvers }) => ({
        ...{ id, name },
        approvers: approvers === 'anyone' ? null : [...approvers],
      }));
      return answer({ rules: [...tried.value.rules], levels });
    },
  }),
];
