import { z } from 'zod';
import type { TriedAgreement } from '../../app/preview/tryAgreement.ts';
import type { Agreement } from '../../core/agreement/agreement.ts';
import { lintAgreement } from '../../core/lint/lintAgreement.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { findingText } from '../../core/wording/findingText.ts';
import type { Language } from '../../core/wording/language.ts';
import { matchText } from '../../core/wording/matchText.ts';
import { agreementTerms } from '../../core/wording/terms/agreementTerms.ts';
import type { Clause } from '../../core/wording/terms/clause.ts';
import { effectJson, effectSchema } from './previewJson.ts';
import { REFUSALS_MAX, refusalSchema, refusalsJson } from './refusalJson.ts';

const count = z.int().min(0);

/** A heading or a sentence, with what belongs to it below. */
export const clauseSchema = z.strictObject({
  kind: z.enum(['heading', 'sentence']),
  text: z.string(),
  get parts(): z.ZodArray<typeof clauseSchema> {
    return z.array(clauseSchema);
  },
});

export const saidSchema = z.strictObject({
  terms: clauseSchema.nullable().describe('null while it is no whole agreement'),
  refusals: z.array(refusalSchema).describe('every reason against it, each at its place'),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['warning', 'notice']),
      at: z.string().describe('the place in the text'),
      text: z.string(),
    }),
  ),
});

const caughtSchema = z.strictObject({
  partners: count.describe('partners of master data that take part on a day of it'),
  products: count,
  lines: count.describe('lines that one of its terms counts'),
  seen: count.describe('of so many of its companies and sides'),
  missed: z
    .array(
      z.strictObject({
        lines: count,
        state: z.enum(['excluded', 'blocked']),
        reason: z.string(),
        text: z.string().describe('said of the first of them'),
      }),
    )
    .describe('why lines are not counted, the most frequent reasons first'),
});

export const triedSchema = z.strictObject({
  caught: caughtSchema,
  effect: effectSchema
    .nullable()
    .describe('null where there are too many lines to wait for: a preview works that out as a job'),
});

/** A text in plain language and what in it may not be meant; or why it is none yet, which is an answer, too. */
export function saidJson(decoded: Result<Agreement>, language: Language): z.input<typeof saidSchema> {
  if (!decoded.ok) {
    const refusals = decoded.refusals.slice(0, REFUSALS_MAX);
    return { terms: null, refusals: refusalsJson(refusals, language), findings: [] };
  }
  return {
    terms: clauseJson(agreementTerms(decoded.value, language)),
    refusals: [],
    findings: lintAgreement(decoded.value).map((found) => {
      const { code, severity, at } = found;
      return { code, severity, at, text: findingText(found, language) };
    }),
  };
}

function clauseJson({ kind, text, parts }: Clause): z.input<typeof clauseSchema> {
  return { kind, text, parts: parts.map(clauseJson) };
}

export function triedJson({ caught, effect }: TriedAgreement, language: Language) {
  return {
    caught: {
      ...caught,
      missed: caught.missed.map(({ lines, match }) => {
        const { state, reason } = match;
        return { lines, state, reason, text: matchText(match, language) };
      }),
    },
    effect: effect === undefined ? null : effectJson(effect),
  };
}
