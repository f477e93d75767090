import { z } from 'zod';
import type { TriedAgreement } from '../../../app/preview/tryAgreement.ts';
import { decodeAgreement } from '../../../core/agreement/decodeAgreement.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { saidJson, saidSchema, triedJson, triedSchema } from '../agreementTextJson.ts';
import { languageParameter } from '../parameters.ts';
import { textSchema } from '../proposalJson.ts';
import { answer, route } from '../route.ts';

export type AgreementTextUseCases = {
  /** Refuses: those of decodeAgreement. */
  readonly tryAgreement: (text: unknown) => Promise<Result<TriedAgreement>>;
  readonly listTemplates: () => Promise<readonly { readonly template: string; readonly text: unknown }[]>;
};

const define = route<AgreementTextUseCases>();

const TEXT_BYTES_MAX = 1024 ** 2;
const NOT_WHOLE = {
  body: { text: { format: 'openrebate/v1', id: 'A-2026' } },
  refused: 'agreement-field-missing',
} as const;

export const agreementTextRoutes = [
  define({
    id: 'listTemplates',
    method: 'GET',
    path: '/api/v1/agreement-templates',
    summary: 'Agreements to start from, one for each programme of the trade',
    scope: 'agreements:read',
    answer: z.strictObject({ rows: z.array(z.strictObject({ template: z.string(), text: textSchema })) }),
    example: { answer: { rows: [{ template: 'whole-volume', text: { format: 'openrebate/v1' } }] } },
    respond: async (_asked, { listTemplates }) => answer({ rows: await listTemplates() }),
  }),
  define({
    id: 'sayAgreement',
    method: 'POST',
    path: '/api/v1/agreement-texts/terms',
    summary:
      'What the text of an agreement says in plain language, what in it may not be meant, and what is missing',
    scope: 'agreements:read',
    isRead: true,
    maxBytes: TEXT_BYTES_MAX,
    query: { lang: languageParameter },
    body: z.strictObject({ text: textSchema }),
    answer: saidSchema,
    example: {
      body: NOT_WHOLE.body,
      answer: {
        terms: null,
        refusals: [
          {
            code: 'agreement-field-missing',
            at: 'name',
            facts: {},
            title: 'A field of the agreement is missing.',
            detail: 'Add the field.',
            texts: {
              en: { title: 'A field of the agreement is missing.', detail: 'Add the field.' },
              'zh-CN': { title: '协议缺少一个字段。', detail: '请补上该字段。' },
            },
          },
        ],
        findings: [],
      },
    },
    respond: async ({ body: { text }, language }) => answer(saidJson(decodeAgreement(text), language)),
  }),
  define({
    id: 'tryAgreement',
    method: 'POST',
    path: '/api/v1/agreement-texts/effect',
    summary:
      'Whom and what the text of an agreement catches, and what it would have paid, at once; nothing is kept',
    scope: 'agreements:read',
    isRead: true,
    maxBytes: TEXT_BYTES_MAX,
    query: { lang: languageParameter },
    body: z.strictObject({ text: textSchema }),
    answer: triedSchema,
    example: NOT_WHOLE,
    respond: async ({ body: { text }, language }, { tryAgreement }) => {
      const tried = await tryAgreement(text);
      return tried.ok ? answer(triedJson(tried.value, language)) : tried;
    },
  }),
];
