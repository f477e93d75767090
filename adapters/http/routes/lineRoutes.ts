import type { LineExplanation, LineIdentity } from '../../../app/earnings/explainLine.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { LINE_PARTS, readLineIdentity } from '../lineIdentity.ts';
import { lineJson, lineSchema } from '../lineJson.ts';
import { languageParameter } from '../parameters.ts';
import { answer, route } from '../route.ts';
import { LINE } from './earningExamples.ts';

export type LineUseCases = {
  /** Refuses: line-not-found, line-corrected. */
  readonly explainLine: (identity: LineIdentity) => Promise<Result<LineExplanation>>;
};

const define = route<LineUseCases>();

export const lineRoutes = [
  define({
    id: 'explainLine',
    method: 'GET',
    path: '/api/v1/lines/{source}/{document}/{line}',
    summary: 'What a line is to each term of each agreement, and why it does not count',
    scope: 'facts:read',
    parts: LINE_PARTS,
    query: { lang: languageParameter },
    answer: lineSchema,
    example: { path: { source: 'erp', document: 'SO-4711', line: '1' }, answer: LINE },
    respond: async ({ path, language }, { explainLine }) => {
      const identity = readLineIdentity(path);
      if (!identity.ok) return identity;
      const found = await explainLine(identity.value);
      return found.ok ? answer(lineJson(found.value, language)) : found;
    },
  }),
];
