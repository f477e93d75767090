import { Readable } from 'node:stream';
import { z } from 'zod';
import type { AgreementAsOf, AgreementHistory } from '../../../app/agreements/agreementHistory.ts';
import type { AttachedDocument, OpenedDocument } from '../../../app/agreements/attachDocument.ts';
import type { ComparedTexts, TextName } from '../../../app/agreements/compareVersions.ts';
import type { AgreementEntry, AgreementFilter } from '../../../app/agreements/listAgreements.ts';
import type { OnlineAcceptance } from '../../../app/agreements/onlineAcceptances.ts';
import type { QualifyingList } from '../../../app/earnings/whoQualifies.ts';
import type { AgreementDocument } from '../../../app/ports/documentStore.ts';
import { DIRECTIONS, PROGRAMMES } from '../../../core/agreement/agreement.ts';
import type { LocalDate } from '../../../core/calendar/localDate.ts';
import type { Earning } from '../../../core/earning/earning.ts';
import { AGREEMENT_STATES } from '../../../core/lifecycle/agreementState.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { wordChanges } from '../../../core/wording/terms/wordChanges.ts';
import {
  agreementEntryJson,
  agreementEntrySchema,
  agreementJson,
  agreementSchema,
  deedJson,
  deedSchema,
  documentJson,
  documentSchema,
  onlineAcceptanceJson,
  onlineAcceptanceSchema,
  versionsJson,
  versionsSchema,
} from '../agreementJson.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { earnedJson, earnedSchema } from '../earnedJson.ts';
import { idField, plainText } from '../jsonBody.ts';
import {
  code,
  dayParameter,
  languageParameter,
  limitParameter,
  oneOfParameter,
  textParameter,
} from '../parameters.ts';
import { codePart, idPart } from '../parts.ts';
import { qualifyingJson, qualifyingSchema } from '../qualifyingJson.ts';
import { type Answer, answer, route } from '../route.ts';
import type { Upload } from '../upload.ts';
import { AGREEMENT_EXAMPLES } from './agreementExamples.ts';

export type AsOfDays = { readonly effective?: LocalDate; readonly known?: LocalDate };

export type AgreementUseCases = {
  readonly listAgreements: (
    page: AgreementFilter & { readonly after?: string; readonly limit: number },
  ) => Promise<readonly AgreementEntry[]>;
  /** Refuses: agreement-not-found. */
  readonly getAgreement: (code: string, days: AsOfDays) => Promise<Result<AgreementAsOf>>;
  /** Refuses: agreement-not-found. */
  readonly agreementHistory: (code: string) => Promise<Result<AgreementHistory>>;
  /** Refuses: agreement-not-found. */
  readonly onlineAcceptances: (code: string) => Promise<Result<readonly OnlineAcceptance[]>>;
  /** Refuses: agreement-version-not-found. */
  readonly compareVersions: (
    code: string,
    names: readonly [TextName, TextName],
  ) => Promise<Result<ComparedTexts>>;
  /** Refuses: agreement-not-found. */
  readonly earningsAsOf: (
    code: string,
    question: AsOfDays & { readonly partner?: string },
  ) => Promise<Result<readonly Earning[]>>;
  /** Refuses: agreement-not-found. */
  readonly whoQualifies: (
    code: string,
    question: { readonly effective?: LocalDate; readonly partner?: string },
  ) => Promise<Result<QualifyingList>>;
  /** Refuses: comment-invalid, agreement-not-found, proposal-not-found. */
  readonly commentAgreement: (comment: {
    readonly agreement: string;
    readonly text: string;
    readonly path?: string;
    readonly proposal?: string;
  }) => Promise<Result<{ readonly code: string; readonly number: number }>>;
  /** Refuses: what reading a document refuses, agreement-not-found, documents-too-many. */
  readonly attachDocument: (code: string, name: string, upload: Upload) => Promise<Result<AttachedDocument>>;
  /** Refuses: agreement-not-found. */
  readonly listDocuments: (code: string) => Promise<Result<readonly AgreementDocument[]>>;
  /** Refuses: document-not-found. */
  readonly openDocument: (id: string) => Promise<Result<OpenedDocument>>;
};

const define = route<AgreementUseCases>();

const CODE = { code: codePart('agreement', 'agreement-not-found', 'the id of an agreement', 'id') };
const DOCUMENT = { id: idPart('document', 'document-not-found', 'the id of a document') };
const DOCUMENT_BYTES = 10 * 1024 ** 2;
const DAYS = {
  effective: dayParameter('facts up to this day; without it the business day'),
  known: dayParameter('as it was known at the end of this day; without it now'),
};

const reads = [
  define({
    id: 'listAgreements',
    method: 'GET',
    path: '/api/v1/agreements',
    summary: 'Agreements by their ids: where each stands, and what is under way',
    scope: 'agreements:read',
    query: {
      search: textParameter('a part of the id or of a name'),
      state: oneOfParameter(AGREEMENT_STATES, 'only agreements in this state'),
      direction: oneOfParameter(DIRECTIONS, 'only agreements of this direction'),
      programme: oneOfParameter(PROGRAMMES, 'only agreements of this programme'),
      open: oneOfParameter(['draft', 'inReview'], 'only those with a proposal in this state'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(agreementEntrySchema),
    example: AGREEMENT_EXAMPLES.list,
    respond: async ({ query: { limit, cursor, ...wanted } }, { listAgreements }) => {
      const { search, state, direction, programme, open } = wanted;
      const asked = [search, state, direction, programme, open].map((one) => one ?? null);
      const selection = JSON.stringify(['agreements', ...asked]);
      const after = readCursor(cursor, selection, z.tuple([z.string().max(200)]));
      if (!after.ok) return after;
      const found = await listAgreements({
        ...(search && { search }),
        ...(state && { states: [state] }),
        ...(direction && { direction }),
        ...(programme && { programme }),
        ...(open && { open }),
        ...(after.value && { after: after.value[0] }),
        limit: limit + 1,
      });
      const { rows, next } = cutPage(found, limit, selection, ({ code }) => [code]);
      return answer({ rows: rows.map(agreementEntryJson), next });
    },
  }),
  define({
    id: 'getAgreement',
    method: 'GET',
    path: '/api/v1/agreements/{code}',
    summary: 'The text in force, seen from any day of either axis of time; its ETag is its version',
    scope: 'agreements:read',
    parts: CODE,
    query: DAYS,
    version: 'shown',
    answer: agreementSchema,
    example: AGREEMENT_EXAMPLES.get,
    respond: async ({ path, query }, { getAgreement }) => {
      const found = await getAgreement(path.code as string, daysOf(query));
      if (!found.ok) return found;
      const { stored, state } = found.value;
      return answer(agreementJson(found.value), { version: `${stored.version}.${state}` });
    },
  }),
  define({
    id: 'listVersions',
    method: 'GET',
    path: '/api/v1/agreements/{code}/versions',
    summary: 'The versions of an agreement, the proposals that led to them, and what followed from it',
    scope: 'agreements:read',
    parts: CODE,
    answer: versionsSchema,
    example: AGREEMENT_EXAMPLES.versions,
    respond: async ({ path }, { agreementHistory }) => {
      const found = await agreementHistory(path.code as string);
      return found.ok ? answer(versionsJson(found.value)) : found;
    },
  }),
  define({
    id: 'listOnlineAcceptances',
    method: 'GET',
    path: '/api/v1/agreements/{code}/online-acceptances',
    summary: 'Who of which partner has accepted which version in the portal, and when, in order',
    scope: 'agreements:read',
    parts: CODE,
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(onlineAcceptanceSchema),
    example: AGREEMENT_EXAMPLES.onlineAcceptances,
    respond: async ({ path, query: { limit, cursor } }, { onlineAcceptances }) => {
      const selection = JSON.stringify(['onlineAcceptances', path.code]);
      const passed = readCursor(cursor, selection, z.tuple([z.int().min(0)]));
      if (!passed.ok) return passed;
      const found = await onlineAcceptances(path.code as string);
      if (!found.ok) return found;
      // Acceptances are only ever added behind the others: a place in their order stays what it was.
      const places = found.value.map((one, index) => ({ ...one, place: index + 1 }));
      const later = places.filter(({ place }) => place > (passed.value?.[0] ?? 0));
      const { rows, next } = cutPage(later, limit, selection, ({ place }) => [place]);
      return answer({ rows: rows.map(onlineAcceptanceJson), next });
    },
  }),
  define({
    id: 'listDeeds',
    method: 'GET',
    path: '/api/v1/agreements/{code}/history',
    summary: 'Who did what to an agreement, when and why; comments among it',
    scope: 'agreements:read',
    parts: CODE,
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(deedSchema),
    example: AGREEMENT_EXAMPLES.deeds,
    respond: async ({ path, query: { limit, cursor } }, { agreementHistory }) => {
      const selection = JSON.stringify(['deeds', path.code]);
      const after = readCursor(cursor, selection, z.tuple([z.int().min(0)]));
      if (!after.ok) return after;
      const found = await agreementHistory(path.code as string);
      if (!found.ok) return found;
      const later = found.value.deeds.filter(({ number }) => number > (after.value?.[0] ?? 0));
      const { rows, next } = cutPage(later, limit, selection, ({ number }) => [number]);
      return answer({ rows: rows.map(deedJson), next });
    },
  }),
  define({
    id: 'compareVersions',
    method: 'GET',
    path: '/api/v1/agreements/{code}/differences',
    summary: 'What differs between two texts of its history: field by field, and in words',
    scope: 'agreements:read',
    parts: CODE,
    query: {
      from: textNameParameter('the text before'),
      to: textNameParameter('the text after'),
      lang: languageParameter,
    },
    answer: z.strictObject({
      changes: z.array(
        z.strictObject({
          path: z.string(),
          kind: z.enum(['added', 'removed', 'changed', 'moved']),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
      words: z
        .array(
          z.strictObject({
            heading: z.string(),
            removed: z.array(z.string()),
            added: z.array(z.string()),
          }),
        )
        .describe('the same in plain language; empty where one of them is no whole agreement yet'),
    }),
    example: AGREEMENT_EXAMPLES.differences,
    respond: async ({ path, query, language }, { compareVersions }) => {
      const found = await compareVersions(path.code as string, [query.from, query.to]);
      if (!found.ok) return found;
      const { before, after, changes } = found.value;
      return answer({
        changes: changes.map((change) => ({
          path: change.path,
          kind: change.kind,
          before: change.before ?? null,
          after: change.after ?? null,
        })),
        words: wordChanges(before, after, language),
      });
    },
  }),
  define({
    id: 'earningsAsOf',
    method: 'GET',
    path: '/api/v1/agreements/{code}/earnings',
    summary: 'What was owed on a day, as known on another; worked out anew, nothing is booked',
    scope: 'earnings:read',
    parts: CODE,
    query: { ...DAYS, partner: code('only this partner', 'partner') },
    answer: earnedSchema,
    example: AGREEMENT_EXAMPLES.earnings,
    respond: async ({ path, query }, { earningsAsOf }) => {
      const { partner } = query;
      const question = { ...daysOf(query), ...(partner !== undefined && { partner }) };
      const found = await earningsAsOf(path.code as string, question);
      return found.ok ? answer(earnedJson(found.value)) : found;
    },
  }),
  define({
    id: 'whoQualifies',
    method: 'GET',
    path: '/api/v1/agreements/{code}/qualifying',
    summary: 'Where every partner stands: eligible, not yet, not enrolled, blocked, deadline missed; and why',
    scope: 'earnings:read',
    parts: CODE,
    query: {
      effective: dayParameter('facts up to this day; without it the business day'),
      partner: code('only this partner', 'partner'),
      lang: languageParameter,
    },
    answer: qualifyingSchema,
    example: AGREEMENT_EXAMPLES.qualifying,
    respond: async ({ path, query: { effective, partner }, language }, { whoQualifies }) => {
      const question = {
        ...(effective !== undefined && { effective }),
        ...(partner !== undefined && { partner }),
      };
      const found = await whoQualifies(path.code as string, question);
      return found.ok ? answer(qualifyingJson(found.value, language)) : found;
    },
  }),
];

const additions = [
  define({
    id: 'commentAgreement',
    method: 'POST',
    path: '/api/v1/agreements/{code}/comments',
    summary: 'Say something of an agreement, or of one place in it; a comment is never changed',
    scope: 'agreements:write',
    parts: CODE,
    status: 201,
    body: z.strictObject({
      text: z.string().min(1).max(16_000),
      path: z.exactOptional(plainText(500)).describe('the place in its text'),
      proposal: z.exactOptional(idField('proposal')),
    }),
    answer: z.strictObject({ number: z.int().min(1) }),
    example: AGREEMENT_EXAMPLES.comment,
    respond: async ({ path, body: { text, path: place, proposal } }, { commentAgreement }) => {
      const said = await commentAgreement({
        agreement: path.code as string,
        text,
        ...(place !== undefined && { path: place }),
        ...(proposal !== undefined && { proposal }),
      });
      return said.ok ? answer({ number: said.value.number }) : said;
    },
  }),
  define({
    id: 'listDocuments',
    method: 'GET',
    path: '/api/v1/agreements/{code}/documents',
    summary: 'What is attached to an agreement',
    scope: 'agreements:read',
    parts: CODE,
    answer: z.strictObject({ rows: z.array(documentSchema) }),
    example: AGREEMENT_EXAMPLES.documents,
    respond: async ({ path }, { listDocuments }) => {
      const found = await listDocuments(path.code as string);
      return found.ok ? answer({ rows: found.value.map(documentJson) }) : found;
    },
  }),
  define({
    id: 'attachDocument',
    method: 'POST',
    path: '/api/v1/agreements/{code}/documents',
    summary: 'Attach a document; what it is, its content decides',
    scope: 'agreements:write',
    parts: CODE,
    query: {
      name: {
        schema: z.string().min(1).max(500),
        expected: '1…500',
        meaning: 'what the file is called; cleaned before it is kept',
        isRequired: true,
      },
    },
    upload: { mediaTypes: ['application/octet-stream'], maxBytes: DOCUMENT_BYTES },
    status: 201,
    answer: documentSchema.pick({ id: true, name: true, mediaType: true, sha256: true }),
    example: AGREEMENT_EXAMPLES.attach,
    respond: async ({ path, query, upload }, { attachDocument }) => {
      const done = await attachDocument(path.code as string, query.name, upload);
      if (!done.ok) return done;
      const { id, name, mediaType, sha256 } = done.value;
      const location = `/api/v1/agreement-documents/${id}`;
      return answer({ id, name, mediaType, sha256 }, { location });
    },
  }),
  define({
    id: 'openDocument',
    method: 'GET',
    path: '/api/v1/agreement-documents/{id}',
    summary: 'The bytes of a document, as they came in, to be saved and not to be shown',
    scope: 'agreements:read',
    parts: DOCUMENT,
    version: 'shown',
    files: ['application/octet-stream'],
    example: AGREEMENT_EXAMPLES.open,
    respond: async ({ path }, { openDocument }): Promise<Result<Answer>> => {
      const found = await openDocument(path.id as string);
      if (!found.ok) return found;
      const { content, name, sha256 } = found.value;
      // Whatever it is: a browser saves bytes of this type, and never shows them as a page of ours.
      const mediaType = 'application/octet-stream';
      return accept({ version: sha256, download: { content: Readable.from([content]), mediaType, name } });
    },
  }),
];

export const agreementRoutes = [...reads, ...additions];

/** `3` is a version, `<proposal>:2` a revision. */
function textNameParameter(meaning: string) {
  const schema = z
    .string()
    .regex(/^(?:\d{1,9}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,9})$/)
    .transform((text): TextName => {
      const [first = '', revision] = text.split(':');
      if (revision === undefined) return { version: Number(first) };
      return { proposal: first, revision: Number(revision) };
    });
  return { schema, expected: '3, <proposal>:2', meaning, isRequired: true };
}

function daysOf({
  effective,
  known,
}: {
  effective?: LocalDate | undefined;
  known?: LocalDate | undefined;
}): AsOfDays {
  return {
    ...(effective !== undefined && { effective }),
    ...(known !== undefined && { known }),
  };
}
