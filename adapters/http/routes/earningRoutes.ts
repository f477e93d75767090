import { Readable } from 'node:stream';
import { z } from 'zod';
import { earningPlace } from '../../../app/earnings/earningPlace.ts';
import type { EarningExplanation } from '../../../app/earnings/explainEarnings.ts';
import type { EarningList } from '../../../app/earnings/listEarnings.ts';
import type { EarningFilter, EarningPlace, EarningRow } from '../../../app/ports.ts';
import type { ProofPackage } from '../../../app/proofs/proofPackage.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../../core/text/canonicalJson.ts';
import { cursorParameter, readCursor, writeCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { earningJson, earningListJson, earningListSchema, earningSchema } from '../earningJson.ts';
import { explanationJson, explanationSchema } from '../explanationJson.ts';
import { code, flagParameter, languageParameter, limitParameter, wholeNumber } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';
import { EARNING, EARNING_LIST, EXPLANATION } from './earningExamples.ts';

export type EarningUseCases = {
  readonly listEarnings: (filter: EarningFilter) => Promise<EarningList>;
  /** Refuses: earning-not-found. */
  readonly getEarning: (id: string) => Promise<Result<EarningRow>>;
  /** Refuses: earning-not-found. */
  readonly explainEarning: (id: string) => Promise<Result<EarningExplanation>>;
  /** Refuses: earning-not-found, proof-not-for-partner, proof-partner-unknown. */
  readonly proofPackage: (id: string) => Promise<Result<ProofPackage>>;
};

const define = route<EarningUseCases>();

const ID = { id: idPart('earning', 'earning-not-found', 'the id of an earning, as the list has it') };

const LIST_PARAMETERS = {
  agreement: code('only earnings under the agreement with this code', 'agreement'),
  partner: code('only earnings of the partner with this code', 'partner'),
  incomplete: flagParameter('only amounts that lines are missing of'),
  limit: limitParameter,
  cursor: cursorParameter,
  lang: languageParameter,
};

const EXPLANATION_PARAMETERS = {
  lines: wholeNumber({ min: 0, max: 1000, default: 200 }, 'how many lines at most'),
  lineOffset: wholeNumber({ min: 0, max: 999_999_999, default: 0 }, 'how many lines are passed over'),
  lang: languageParameter,
};

export const earningRoutes = [
  define({
    id: 'listEarnings',
    isPortal: true,
    isServedByUs: true,
    method: 'GET',
    path: '/api/v1/earnings',
    summary: 'Who has earned what, under which agreement, at which tier: largest amount first',
    scope: 'earnings:read',
    query: LIST_PARAMETERS,
    answer: earningListSchema,
    example: { query: { agreement: 'A-2026', limit: '50' }, answer: EARNING_LIST },
    respond: async ({ query }, { listEarnings }) => {
      const { agreement, partner, incomplete, limit, cursor } = query;
      const selection = JSON.stringify(['earnings', agreement ?? null, partner ?? null, incomplete]);
      const after = readCursor(cursor, selection, placeSchema);
      if (!after.ok) return after;
      const list = await listEarnings({
        ...(agreement && { agreement }),
        ...(partner && { partner }),
        ...(incomplete === 'true' && { isIncomplete: true }),
        limit,
        ...(after.value && { after: after.value }),
      });
      const last = list.rows.at(-1);
      const next = list.hasMore && last ? writeCursor(selection, placeTexts(last)) : null;
      return answer(earningListJson(list, next));
    },
  }),
  define({
    id: 'getEarning',
    isPortal: true,
    isServedByUs: true,
    method: 'GET',
    path: '/api/v1/earnings/{id}',
    summary: 'One earning',
    scope: 'earnings:read',
    parts: ID,
    query: { lang: languageParameter },
    answer: earningSchema,
    example: { path: { id: EARNING.id }, answer: EARNING },
    respond: async ({ path }, { getEarning }) => {
      const found = await getEarning(path.id as string);
      return found.ok ? answer(earningJson(found.value)) : found;
    },
  }),
  define({
    id: 'explainEarning',
    isPortal: true,
    isServedByUs: true,
    method: 'GET',
    path: '/api/v1/earnings/{id}/explanation',
    summary: 'The amount worked out: steps, operands, the lines behind it and its bookings',
    scope: 'earnings:read',
    parts: ID,
    query: EXPLANATION_PARAMETERS,
    answer: explanationSchema,
    example: { path: { id: EARNING.id }, query: { lines: '200', lang: 'en' }, answer: EXPLANATION },
    respond: async ({ path, query, language }, { explainEarning }) => {
      const found = await explainEarning(path.id as string);
      return found.ok ? answer(explanationJson(found.value, language, query)) : found;
    },
  }),
  define({
    id: 'getEarningProof',
    isPortal: true,
    isServedByUs: true,
    method: 'GET',
    path: '/api/v1/earnings/{id}/proof',
    summary: 'A file by which its partner computes the amount again: own lines, terms, and others as figures',
    scope: 'earnings:read',
    parts: ID,
    files: ['application/json'],
    example: { path: { id: EARNING.id } },
    respond: async ({ path }, { proofPackage }) => {
      const made = await proofPackage(path.id as string);
      if (!made.ok) return made;
      const text = `${canonicalJson(made.value as unknown as Json)}\n`;
      const content = Readable.from([text]);
      return accept({ download: { content, mediaType: 'application/json', name: proofName(made.value) } });
    },
  }),
];

/** Told apart in a folder of many: by agreement and window. */
function proofName({ proof }: ProofPackage): string {
  const [first] = proof.earnings;
  const { id } = JSON.parse(proof.agreement.text) as { readonly id: string };
  const parts = [id, first?.firstDay, first?.lastDay].filter((part) => part !== undefined);
  return `proof-${parts.join('-').replaceAll(/[^\p{L}\p{N}-]+/gu, '_')}.json`;
}

/** What a cursor of the list holds; it comes back from outside, so it is checked. */
const placeSchema = z
  .tuple([
    z.string().regex(/^-?\d{1,40}$/),
    z.string().max(200),
    z.string().max(200),
    z.string().max(200),
    dayField,
    dayField,
    z.uuid(),
  ])
  .refine((values) => values.every((value) => typeof value !== 'string' || !value.includes('\0')))
  .transform(
    ([minor, partner, agreement, term, from, until, id]): EarningPlace => ({
      earnedMinor: BigInt(minor),
      partner,
      agreement,
      term,
      window: { from, until },
      id,
    }),
  );

function placeTexts(row: EarningRow): string[] {
  const { earnedMinor, partner, agreement, term, window, id } = earningPlace(row);
  return [
    earnedMinor.toString(),
    partner,
    agreement,
    term,
    formatDate(window.from),
    formatDate(window.until),
    id,
  ];
}
