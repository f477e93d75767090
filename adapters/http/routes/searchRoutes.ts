import { z } from 'zod';
import { FOUND_KINDS } from '../../../app/ports/searchStore.ts';
import type { FoundThing } from '../../../app/search/findThings.ts';

import { textParameter, wholeNumber } from '../parameters.ts';
import { bothLanguages } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

export type SearchUseCases = {
  readonly findThings: (asked: {
    readonly text: string;
    readonly limit: number;
  }) => Promise<readonly FoundThing[]>;
};

const define = route<SearchUseCases>();
const text = textParameter('a part of a number, code or name, in any case; without it nothing is found');

export const searchRoutes = [
  define({
    id: 'findThings',
    method: 'GET',
    path: '/api/v1/search',
    summary: 'What is called so, of every kind that the caller may read: what is called exactly so first',
    scope: 'any',
    query: {
      q: text,
      limit: wholeNumber({ min: 1, max: 50, default: 5 }, 'how many of each kind at most'),
    },
    answer: z.strictObject({
      rows: z.array(
        z.strictObject({
          kind: z.enum(FOUND_KINDS),
          id: z.string().describe('by which the API shows it; of a document of facts its source'),
          code: z.string().describe('the code, reference or number that people say; empty: none yet'),
          name: bothLanguages.describe('what it is called, or whom it is about'),
        }),
      ),
    }),
    example: {
      query: { q: 'volume' },
      answer: {
        rows: [
          {
            kind: 'agreement',
            id: 'A-001',
            code: 'A-001',
            name: { en: 'Volume bonus', 'zh-CN': '销量返利' },
          },
        ],
      },
    },
    respond: async ({ query: { q = '', limit } }, { findThings }) =>
      answer({ rows: q.trim() === '' ? [] : await findThings({ text: q, limit }) }),
  }),
];
