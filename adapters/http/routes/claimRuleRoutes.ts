import { claimRuleJson } from '../../../app/claims/claimJson.ts';
import type { ClaimRuleTexts } from '../../../app/claims/claimRules.ts';
import type { ClaimRule } from '../../../app/ports/claimStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { claimRuleBody, claimRuleSchema } from '../claimSchemas.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { codePart } from '../parts.ts';
import { answer, route } from '../route.ts';
import { CLAIM_EXAMPLES } from './claimExamples.ts';

export type ClaimRuleUseCases = {
  /** Refuses: line-company-unknown, claim-amount-invalid, claim-reminders-not-rising. */
  readonly setClaimRule: (rule: ClaimRuleTexts) => Promise<Result<ClaimRule>>;
  /** Refuses: claim-rule-not-found. */
  readonly getClaimRule: (asked: {
    readonly company: string;
    readonly currency: string;
  }) => Promise<Result<ClaimRule>>;
};

const define = route<ClaimRuleUseCases>();

export const claimRuleRoutes = [
  define({
    id: 'getClaimRule',
    method: 'GET',
    path: '/api/v1/claim-rules/{company}/{currency}',
    summary: 'What a company decides by itself about claims in a currency',
    scope: 'claims:read',
    parts: {
      company: codePart('company', 'claim-rule-not-found', 'the code of a company', 'company'),
      currency: codePart('currency', 'claim-rule-not-found', 'ISO 4217', 'currency'),
    },
    answer: claimRuleSchema,
    example: CLAIM_EXAMPLES.getRule,
    respond: async ({ path }, { getClaimRule }) => {
      const { company = '', currency = '' } = path;
      const found = await getClaimRule({ company, currency });
      return found.ok ? answer(claimRuleJson(found.value)) : found;
    },
  }),
  define({
    id: 'setClaimRule',
    method: 'POST',
    path: '/api/v1/claim-rules',
    summary:
      'Set tolerance, limit of write-offs, reminders and the time for an answer; the same again changes nothing',
    scope: 'claims:approve',
    body: claimRuleBody.extend({ company: codeField('company'), currency: plainText(3) }),
    answer: claimRuleSchema,
    example: CLAIM_EXAMPLES.setRule,
    respond: async ({ body }, { setClaimRule }) => {
      const set = await setClaimRule(body);
      return set.ok ? answer(claimRuleJson(set.value)) : set;
    },
  }),
];
