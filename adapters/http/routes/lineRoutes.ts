import { z } from 'zod';
import type { LineExplanation, LineIdentity } from '../../../app/earnings/explainLine.ts';
import type { LinePageAsked } from '../../../app/facts/listLines.ts';
import type { ListedLine } from '../../../app/ports/linePage.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { SIDES, type Side } from '../../../core/fact/line.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { LINE_PARTS, readLineIdentity } from '../lineIdentity.ts';
import { lineJson, lineSchema } from '../lineJson.ts';
import { code, dayParameter, languageParameter, limitParameter, textParameter } from '../parameters.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { saidText } from '../saidText.ts';
import { word } from '../sentFile.ts';
import { LINE } from './earningExamples.ts';

export type LineUseCases = {
  readonly listLines: (asked: LinePageAsked) => Promise<readonly ListedLine[]>;
  readonly newestLineYear: (side: Side) => Promise<number | undefined>;
  /** Refuses: line-not-found, line-corrected. */
  readonly explainLine: (identity: LineIdentity) => Promise<Result<LineExplanation>>;
};

const define = route<LineUseCases>();

const listedLine = z.strictObject({
  ...{ source: z.string(), document: z.string(), line: z.string(), revision: z.int().min(1) },
  side: z.enum(SIDES),
  company: z.string(),
  partner: z.string(),
  partnerName: z.string(),
  product: z.string(),
  productName: z.string(),
  day: dayText.nullable().describe('of its invoice, else of the first other paper that it names'),
  quantity: decimalText.nullable().describe('the first quantity that it carries'),
  unit: z.string(),
  netValue: decimalText.nullable(),
  currency: z.string(),
  isReturn: z.boolean(),
  import: z.string().describe('the file or request that said this'),
});

const LISTED = {
  ...{ source: 'erp', document: 'SO-4711', line: '1', revision: 1, side: 'sale', company: 'EU' },
  ...{ partner: 'P1', partnerName: 'Müller Teehandel', product: 'A', productName: 'Assam 500 g' },
  ...{ day: '2026-03-04', quantity: '12', unit: 'EA', netValue: '118.80', currency: 'EUR', isReturn: false },
  import: '0199b5a0-7c00-7000-8000-000000000021',
};

const PART = saidText(300);

/** The place of the last row of a page. */
const PLACE = z.tuple([z.int(), PART, PART, PART]);

function listedJson({ day, quantity, netValue, batch: _, ...line }: ListedLine) {
  const said = { quantity: quantity ?? null, netValue: netValue ?? null };
  return { ...line, ...said, day: day === undefined ? null : formatDate(day) };
}

export const lineRoutes = [
  define({
    id: 'listLines',
    method: 'GET',
    path: '/api/v1/lines',
    summary: 'Lines as their last words stand, those that became known last first',
    scope: 'facts:read',
    query: {
      partner: code('only lines of this partner', 'partner'),
      product: textParameter('only lines of the product with this code'),
      company: code('only lines of this company of ours', 'company'),
      side: word(SIDES, 'only lines of this side'),
      document: textParameter('only lines of the document with this number'),
      import: code('only lines whose last word came with this import', 'import'),
      from: dayParameter('only lines of this day or later'),
      until: dayParameter('only lines of this day or before'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(listedLine),
    example: { query: { partner: 'P1' }, answer: { rows: [LISTED], next: null } },
    respond: async ({ query }, { listLines }) => {
      const { limit, cursor, ...search } = query;
      const selection = JSON.stringify(['lines', ...Object.values(search).map((one) => one ?? null)]);
      const place = readCursor(cursor, selection, PLACE);
      if (!place.ok) return place;
      if (search.import !== undefined && !z.uuid().safeParse(search.import).success) {
        return answer({ rows: [], next: null });
      }
      const wanted = Object.fromEntries(Object.entries(search).filter(([, one]) => one !== undefined));
      const found = await listLines({ ...wanted, ...afterOf(place.value), limit: limit + 1 });
      const at = ({ batch, source, document, line }: ListedLine) => [batch, source, document, line];
      const { rows, next } = cutPage(found, limit, selection, at);
      return answer({ rows: rows.map(listedJson), next });
    },
  }),
  define({
    id: 'newestLineYear',
    method: 'GET',
    path: '/api/v1/lines/newest-year',
    summary: 'Of which year the newest lines of a side are, up to today: what a first agreement is about',
    scope: 'facts:read',
    query: {
      side: {
        schema: z.enum(SIDES),
        expected: SIDES.join(', '),
        meaning: 'lines of this side',
        isRequired: true,
      },
    },
    answer: z.strictObject({ year: z.int().nullable().describe('null where there are no lines') }),
    example: { query: { side: 'sale' }, answer: { year: 2026 } },
    respond: async ({ query }, { newestLineYear }) =>
      answer({ year: (await newestLineYear(query.side)) ?? null }),
  }),
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

function afterOf(place: z.output<typeof PLACE> | undefined) {
  if (place === undefined) return {};
  const [batch, source, document, line] = place;
  return { after: { batch, source, document, line } };
}
