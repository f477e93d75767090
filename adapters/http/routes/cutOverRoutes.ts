import { z } from 'zod';
import type { CutOverComparison } from '../../../app/cutOver/compareCutOver.ts';
import type { LoadedFile } from '../../../app/cutOver/loadCutOver.ts';
import type { NewCutOver } from '../../../app/cutOver/openCutOver.ts';
import type { CutOver, CutOverLoad, CutOverSignature } from '../../../app/ports/cutOverStore.ts';
import type { LocalDate } from '../../../core/calendar/localDate.ts';
import { LOAD_KINDS, type LoadKind } from '../../../core/cutOver/cutOverFields.ts';
import { type Result, refused } from '../../../core/refusal/refusals.ts';
import { compareTexts } from '../../../core/text/compareTexts.ts';
import { answerPage } from '../answerPage.ts';
import { cursorParameter, pageOf, readCursor, writeCursor } from '../cursor.ts';
import {
  comparedFigureSchema,
  comparedFiguresJson,
  comparisonSchema,
  comparisonTotalsJson,
  cutOverJson,
  cutOverSchema,
  loadedJson,
  loadedSchema,
  shownCutOverJson,
  shownCutOverSchema,
} from '../cutOverJson.ts';
import { dayField } from '../dayField.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { dayParameter, flagParameter, limitParameter } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { REFUSALS_MAX } from '../refusalJson.ts';
import { answer, route } from '../route.ts';
import { fileNameParameter, TABLE_UPLOAD } from '../tableUpload.ts';
import { CUT_OVER_EXAMPLES } from './cutOverExamples.ts';

/** A file of a cut-over as it was sent. */
export type SentLoad = {
  readonly cutOver: string;
  readonly kind: LoadKind;
  readonly path: string;
  readonly name: string;
};

export type CutOverUseCases = {
  readonly listCutOvers: () => Promise<Result<readonly CutOver[]>>;
  /** Refuses: cut-over-not-found. */
  readonly showCutOver: (
    code: string,
  ) => Promise<Result<{ readonly cutOver: CutOver; readonly loads: readonly CutOverLoad[] }>>;
  /** Refuses: those of openCutOver. */
  readonly openCutOver: (asked: NewCutOver) => Promise<Result<CutOver>>;
  /** Refuses: those of readCutOverFile and loadCutOver. */
  readonly loadCutOver: (file: SentLoad, how: { readonly preview: boolean }) => Promise<Result<LoadedFile>>;
  /** Refuses: those of compareCutOver. */
  readonly compareCutOver: (asked: {
    readonly cutOver: string;
    readonly effective?: LocalDate;
  }) => Promise<Result<CutOverComparison>>;
  /** Refuses: those of signCutOver. */
  readonly signCutOver: (signing: {
    readonly cutOver: string;
    readonly sha256: string;
    readonly note: string;
  }) => Promise<Result<CutOverSignature>>;
};

const define = route<CutOverUseCases>();

const CUT_OVER = { code: codePart('cutOver', 'cut-over-not-found', 'the code of a cut-over', 'code') };
const AGREEMENTS_MAX = 10_000;
const BODY_BYTES_MAX = 1024 * 1024;
const LOAD_QUERY = {
  kind: {
    schema: z.enum(LOAD_KINDS),
    expected: LOAD_KINDS.join(', '),
    meaning: 'balances, volume of the time before, or figures of the old system to compare with',
    isRequired: true,
  },
  name: fileNameParameter,
};
const effectiveParameter = dayParameter('facts up to this day; without it the business day, which is signed');

const openings = [
  define({
    id: 'listCutOvers',
    method: 'GET',
    path: '/api/v1/cut-overs',
    summary: 'Cut-overs by their codes: whose, since when, and whether they are signed',
    scope: 'cutover:read',
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(cutOverSchema),
    example: CUT_OVER_EXAMPLES.list,
    respond: async ({ query }, { listCutOvers }) => {
      const all = await listCutOvers();
      if (!all.ok) return all;
      const sorted = all.value.toSorted((a, b) => compareTexts(a.code, b.code));
      const page = async ({ after = '', limit }: { readonly after?: string; readonly limit: number }) => {
        const later = sorted.filter(({ code }) => compareTexts(code, after) > 0);
        return { rows: later.slice(0, limit), hasMore: later.length > limit };
      };
      return answerPage(query, JSON.stringify(['cutOvers']), page, ({ code }) => code, cutOverJson);
    },
  }),
  define({
    id: 'openCutOver',
    method: 'POST',
    path: '/api/v1/cut-overs',
    summary: 'Take agreements over at the end of a day: from now on they are computed and book nothing',
    scope: 'cutover:write',
    status: 201,
    maxBytes: BODY_BYTES_MAX,
    body: z.strictObject({
      code: plainText(200),
      company: codeField('company'),
      lastDay: dayField.describe('the last day of the time before'),
      agreements: z
        .exactOptional(z.array(codeField('agreement')).min(1).max(AGREEMENTS_MAX))
        .describe('all of the company that are in no cut-over where it is left out'),
    }),
    answer: cutOverSchema,
    example: CUT_OVER_EXAMPLES.open,
    respond: async ({ body }, { openCutOver }) => {
      const opened = await openCutOver(body);
      if (!opened.ok) return opened;
      const location = `/api/v1/cut-overs/${encodeURIComponent(opened.value.code)}`;
      return answer(cutOverJson(opened.value), { location });
    },
  }),
  define({
    id: 'getCutOver',
    method: 'GET',
    path: '/api/v1/cut-overs/{code}',
    summary: 'A cut-over, the files that were loaded into it, and who signed it',
    scope: 'cutover:read',
    parts: CUT_OVER,
    answer: shownCutOverSchema,
    example: CUT_OVER_EXAMPLES.get,
    respond: async ({ path }, { showCutOver }) => {
      const found = await showCutOver(path.code as string);
      return found.ok ? answer(shownCutOverJson(found.value.cutOver, found.value.loads)) : found;
    },
  }),
];

const loads = [
  define({
    id: 'loadCutOver',
    method: 'POST',
    path: '/api/v1/cut-overs/{code}/loads',
    summary: 'Load a file into a cut-over, whole or not at all; it replaces the one of its kind before',
    scope: 'cutover:write',
    parts: CUT_OVER,
    query: LOAD_QUERY,
    upload: TABLE_UPLOAD,
    status: 201,
    answer: loadedSchema,
    example: CUT_OVER_EXAMPLES.load,
    respond: async ({ path, query, upload, language }, { loadCutOver }) => {
      const file = { cutOver: path.code as string, ...query, path: upload.path };
      const loaded = await loadCutOver(file, { preview: false });
      if (!loaded.ok) return refused(...loaded.refusals.slice(0, REFUSALS_MAX));
      return answer(loadedJson(loaded.value, language));
    },
  }),
  define({
    id: 'previewCutOverLoad',
    method: 'POST',
    path: '/api/v1/cut-overs/{code}/loads/preview',
    summary: 'What a file would come to, in sums and with the reasons against rows; nothing is written',
    scope: 'cutover:write',
    isRead: true,
    parts: CUT_OVER,
    query: LOAD_QUERY,
    upload: TABLE_UPLOAD,
    answer: loadedSchema,
    example: CUT_OVER_EXAMPLES.preview,
    respond: async ({ path, query, upload, language }, { loadCutOver }) => {
      const file = { cutOver: path.code as string, ...query, path: upload.path };
      const shown = await loadCutOver(file, { preview: true });
      return shown.ok ? answer(loadedJson(shown.value, language)) : shown;
    },
  }),
];

const parallelRun = [
  define({
    id: 'compareCutOver',
    method: 'GET',
    path: '/api/v1/cut-overs/{code}/comparison',
    summary: 'The parallel run: both sums and their difference by reason; its ETag is what a signature names',
    scope: 'cutover:read',
    isLong: true,
    parts: CUT_OVER,
    query: { effective: effectiveParameter },
    version: 'shown',
    answer: comparisonSchema,
    example: CUT_OVER_EXAMPLES.compare,
    respond: async ({ path, query: { effective } }, { compareCutOver }) => {
      const asked = { cutOver: path.code as string, ...(effective !== undefined && { effective }) };
      const compared = await compareCutOver(asked);
      if (!compared.ok) return compared;
      return answer(comparisonTotalsJson(compared.value), { version: compared.value.sha256 });
    },
  }),
  define({
    id: 'listComparedFigures',
    method: 'GET',
    path: '/api/v1/cut-overs/{code}/comparison/figures',
    summary: 'Ours beside the old system account by account; a cursor ends with the comparison it is of',
    scope: 'cutover:read',
    isLong: true,
    parts: CUT_OVER,
    query: {
      effective: effectiveParameter,
      all: flagParameter('accounts without a difference, too; without it false'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    version: 'shown',
    answer: pageOf(comparedFigureSchema),
    example: CUT_OVER_EXAMPLES.figures,
    respond: async ({ path, query: { effective, all, limit, cursor } }, { compareCutOver }) => {
      const asked = { cutOver: path.code as string, ...(effective !== undefined && { effective }) };
      const compared = await compareCutOver(asked);
      if (!compared.ok) return compared;
      const { sha256 } = compared.value;
      // Pages of two comparisons would show an account twice or never: a cursor is of one only.
      const selection = JSON.stringify(['figures', path.code, all, sha256]);
      const after = readCursor(cursor, selection, z.tuple([z.int().min(0)]));
      if (!after.ok) return after;
      const from = after.value?.[0] ?? 0;
      const figures = comparedFiguresJson(compared.value, all === 'true');
      const next = figures.length > from + limit ? writeCursor(selection, [from + limit]) : null;
      return answer({ rows: figures.slice(from, from + limit), next }, { version: sha256 });
    },
  }),
  define({
    id: 'signCutOver',
    method: 'POST',
    path: '/api/v1/cut-overs/{code}/signature',
    summary: 'Sign the comparison that was looked at: from now on it books. Only persons who loaded nothing',
    scope: 'agreements:approve',
    isLong: true,
    parts: CUT_OVER,
    version: 'needed',
    status: 201,
    body: z.strictObject({
      note: z
        .exactOptional(z.string().min(1).max(4000))
        .describe('why the differences that are left are accepted; needed where there are some'),
    }),
    answer: z.strictObject({
      code: z.string(),
      signedBy: z.string(),
      signedAt: z.iso.datetime(),
      batch: z.int().min(1),
    }),
    example: CUT_OVER_EXAMPLES.sign,
    respond: async ({ path, body: { note = '' }, seenVersion }, { signCutOver }) => {
      const cutOver = path.code as string;
      const signed = await signCutOver({ cutOver, sha256: seenVersion, note });
      if (!signed.ok) return signed;
      const { signedBy, signedAt, batch } = signed.value;
      return answer({ code: cutOver, signedBy, signedAt: signedAt.toISOString(), batch });
    },
  }),
];

export const cutOverRoutes = [...openings, ...loads, ...parallelRun];
