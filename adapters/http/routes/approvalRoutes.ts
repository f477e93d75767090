import { z } from 'zod';
import type { StoredRules } from '../../../app/ports/approvalRulesStore.ts';
import { APPROVAL_FORMAT, FOUR_EYES } from '../../../core/lifecycle/approvalRules.ts';
import { type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { anyPart } from '../parts.ts';
import { answer, route } from '../route.ts';

export type ApprovalUseCases = {
  readonly listApprovalRules: () => Promise<{
    readonly versions: readonly StoredRules[];
    readonly inForce?: number;
  }>;
  /** Refuses: person-needed, those of decodeApprovalRules. */
  readonly proposeApprovalRules: (parsed: unknown) => Promise<Result<{ readonly version: number }>>;
  /** Refuses: person-needed, approval-rules-not-found, approval-rules-stale, approver-is-author. */
  readonly confirmApprovalRules: (
    version: number,
  ) => Promise<Result<{ readonly version: number; readonly batch: number }>>;
};

const define = route<ApprovalUseCases>();
const version = z.int().min(1);
const rules = z.record(z.string(), z.unknown()).describe('rules of approval in their format');

const EXAMPLE_RULES = { format: APPROVAL_FORMAT, ...FOUR_EYES };

export const approvalRoutes = [
  define({
    id: 'listApprovalRules',
    method: 'GET',
    path: '/api/v1/approval-rules',
    summary: 'Who has to approve what: the rules in force, and every version of them',
    scope: 'agreements:read',
    answer: z.strictObject({
      inForce: z.int().min(0).describe('0: none of our own; one other person approves'),
      rules,
      versions: z.array(
        z.strictObject({
          version,
          author: z.string().describe('the id of a person'),
          at: z.string(),
          approver: z.string().nullable().describe('null: it waits for another person'),
          batch: z.int().min(1).nullable().describe('in force from this batch on'),
          rules,
        }),
      ),
    }),
    example: { answer: { inForce: 0, rules: EXAMPLE_RULES, versions: [] } },
    respond: async (_asked, { listApprovalRules }) => {
      const { versions, inForce } = await listApprovalRules();
      const stored = versions.find((entry) => entry.version === inForce);
      return answer({
        inForce: inForce ?? 0,
        rules: stored === undefined ? EXAMPLE_RULES : JSON.parse(stored.text),
        versions: versions.map((entry) => ({
          version: entry.version,
          author: entry.author,
          at: entry.at.toISOString(),
          approver: entry.confirmed?.approver ?? null,
          batch: entry.confirmed?.batch ?? null,
          rules: JSON.parse(entry.text),
        })),
      });
    },
  }),
  define({
    id: 'proposeApprovalRules',
    method: 'POST',
    path: '/api/v1/approval-rules',
    summary: 'Propose other rules; they are in force once another person has confirmed them. Only persons',
    scope: 'agreements:approve',
    status: 201,
    body: z.strictObject({ rules }),
    answer: z.strictObject({ version }),
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
    answer: z.strictObject({ version, batch: z.int().min(1) }),
    example: { path: { version: '1' }, refused: 'approver-is-author' },
    respond: async ({ path }, { confirmApprovalRules }) => {
      const text = path.version ?? '';
      if (!/^[1-9]\d{0,8}$/.test(text)) {
        return refused(refuse('approval-rules-not-found', 'version', { version: text }));
      }
      const done = await confirmApprovalRules(Number(text));
      return done.ok ? answer(done.value) : done;
    },
  }),
];
