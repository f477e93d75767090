import { z } from 'zod';
import type { LineExplanation } from '../../app/earnings/explainLine.ts';
import { BLOCKS, EXCLUSIONS } from '../../core/plan/matchLine.ts';
import { CHANGES } from '../../core/plan/nearestChange.ts';
import { changeText } from '../../core/wording/changeText.ts';
import { LANGUAGES, type Language } from '../../core/wording/language.ts';
import { matchText } from '../../core/wording/matchText.ts';
import { bothLanguages } from './plainTexts.ts';

const lineTermSchema = z.strictObject({
  agreement: z.string(),
  agreementName: bothLanguages,
  term: z.string(),
  state: z.enum(['counted', 'excluded', 'blocked']),
  reason: z.exactOptional(z.enum([...EXCLUSIONS, ...BLOCKS])),
  facts: z.record(z.string(), z.string()).describe('with which value the line met or missed the test'),
  text: z.string(),
  change: z.exactOptional(
    z
      .strictObject({
        kind: z.enum(CHANGES),
        facts: z.record(z.string(), z.string()),
        text: z.string(),
      })
      .describe('the nearest change that would lift the first test that failed'),
  ),
});

/** What a line is to each term of each agreement known now, and why. */
export const lineSchema = z.strictObject({
  source: z.string(),
  document: z.string(),
  line: z.string(),
  revision: z.int().min(1),
  language: z.enum(LANGUAGES),
  terms: z.array(lineTermSchema),
});

export type LineJson = z.infer<typeof lineSchema>;

export function lineJson({ line, terms }: LineExplanation, language: Language): LineJson {
  return {
    source: line.source,
    document: line.document,
    line: line.line,
    revision: line.revision,
    language,
    terms: terms.map(({ agreement, agreementName, term, match, change }) => ({
      agreement,
      agreementName,
      term,
      state: match.state,
      ...(match.state === 'counted' ? { facts: {} } : { reason: match.reason, facts: match.facts }),
      text: matchText(match, language),
      ...(change && { change: { ...change, text: changeText(change, language) } }),
    })),
  };
}
