import type { LineExplanation, LineIdentity } from '../../../app/earnings/explainLine.ts';
import { type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { lineJson, lineSchema } from '../lineJson.ts';
import { languageParameter } from '../parameters.ts';
import { anyPart } from '../parts.ts';
import { answer, route } from '../route.ts';
import { LINE } from './earningExamples.ts';

export type LineUseCases = {
  /** Refuses: line-not-found. */
  readonly explainLine: (identity: LineIdentity) => Promise<Result<LineExplanation>>;
};

/** Facts hold no control characters; the database takes no text with a zero byte. */
const CONTROL_CHARACTER = /\p{Cc}/u;

const define = route<LineUseCases>();

export const lineRoutes = [
  define({
    id: 'explainLine',
    method: 'GET',
    path: '/api/v1/lines/{source}/{document}/{line}',
    summary: 'What a line is to each term of each agreement, and why it does not count',
    scope: 'facts:read',
    parts: {
      source: anyPart('lineSource', 'the system that the line comes from'),
      document: anyPart('lineDocument', 'the number of the document'),
      line: anyPart('lineNumber', 'the number of the line inside the document'),
    },
    query: { lang: languageParameter },
    answer: lineSchema,
    example: { path: { source: 'erp', document: 'SO-4711', line: '1' }, answer: LINE },
    respond: async ({ path, language }, { explainLine }) => {
      const { source = '', document = '', line = '' } = path;
      const identity = { source, document, line };
      if (Object.values(identity).some((part) => CONTROL_CHARACTER.test(part))) {
        return refused(refuse('line-not-found', 'line', identity));
      }
      const found = await explainLine(identity);
      return found.ok ? answer(lineJson(found.value, language)) : found;
    },
  }),
];
