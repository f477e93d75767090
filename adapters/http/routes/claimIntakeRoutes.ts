import { Readable } from 'node:stream';
import { z } from 'zod';
import type { OpenedDocument } from '../../../app/agreements/attachDocument.ts';
import type { PassedDeadlines } from '../../../app/claims/claimDeadlines.ts';
import {
  acceptanceJson,
  passedDeadlinesJson,
  submittedClaimJson,
  unrecognisedJson,
} from '../../../app/claims/claimJson.ts';
import type { SubmittedClaims } from '../../../app/claims/submitClaims.ts';
import type { Accepting, UnrecognisedIncome } from '../../../app/claims/supplierIncome.ts';
import type { ClaimProof, SupplierAcceptance } from '../../../app/ports/claimStore.ts';
import type { LocalDate } from '../../../core/calendar/localDate.ts';
import { CLAIM_COLUMNS, type ClaimRow } from '../../../core/claim/claimFile.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import type { Language } from '../../../core/wording/language.ts';
import {
  acceptanceSchema,
  claimProofSchema,
  passedDeadlinesSchema,
  submittedClaimsSchema,
  unrecognisedSchema,
} from '../claimIntakeSchemas.ts';
import { dayField } from '../dayField.ts';
import { codeField, idField, plainText } from '../jsonBody.ts';
import { codePart, idPart } from '../parts.ts';
import { REFUSALS_MAX, refusalsJson } from '../refusalJson.ts';
import { type Answer, answer, route } from '../route.ts';
import { saidText } from '../saidText.ts';
import { fileNameParameter, TABLE_UPLOAD } from '../tableUpload.ts';
import type { Upload } from '../upload.ts';
import { CLAIM_INTAKE_EXAMPLES } from './claimIntakeExamples.ts';

/** Each refuses what the use case of its name does. */
export type ClaimIntakeUseCases = {
  readonly submitClaims: (
    rows: readonly ClaimRow[],
    how: { readonly isPreview: boolean },
  ) => Promise<Result<SubmittedClaims>>;
  readonly importClaims: (
    file: { readonly path: string; readonly name: string },
    how: { readonly isPreview: boolean },
  ) => Promise<Result<SubmittedClaims>>;
  readonly passDeadlines: (asked: {
    readonly day?: LocalDate;
    readonly isRecorded: boolean;
  }) => Promise<PassedDeadlines>;
  readonly proveClaim: (claim: string, name: string, upload: Upload) => Promise<Result<ClaimProof>>;
  readonly listProofs: (claim: string) => Promise<Result<readonly ClaimProof[]>>;
  readonly openProofOfClaim: (id: string) => Promise<Result<OpenedDocument>>;
  readonly recordAcceptance: (acceptance: Omit<Accepting, 'actor'>) => Promise<Result<SupplierAcceptance>>;
  readonly unrecognisedIncome: () => Promise<readonly UnrecognisedIncome[]>;
};

const define = route<ClaimIntakeUseCases>();

const CLAIM = { id: idPart('claim', 'claim-not-found', 'the id of a claim') };
const ROWS_MAX = 10_000;
const BODY_BYTES_MAX = 8 * 1024 * 1024;
const PROOF_BYTES = 10 * 1024 * 1024 + 1;
const text = saidText(200);

const FREE_COLUMNS = CLAIM_COLUMNS.filter((column) => column !== 'partner' && column !== 'agreement');
const rowsBody = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        partner: codeField('partner'),
        agreement: codeField('agreement'),
        ...Object.fromEntries(FREE_COLUMNS.map((column) => [column, z.exactOptional(text)])),
      }),
    )
    .min(1)
    .max(ROWS_MAX)
    .describe(
      'a row is a line, with the columns of a file; rows with one reference of a partner are one claim',
    ),
});

const submissions = [false, true].map((isPreview) =>
  define({
    id: isPreview ? 'previewClaims' : 'submitClaims',
    method: 'POST',
    path: isPreview ? '/api/v1/claims/preview' : '/api/v1/claims',
    summary: isPreview
      ? 'How claims of partners compare with what we find; nothing is written'
      : 'Take in claims of partners: held against earnings and sales, granted at once within the tolerance',
    scope: 'claims:write',
    isLong: true,
    isRead: isPreview,
    maxBytes: BODY_BYTES_MAX,
    body: rowsBody,
    answer: submittedClaimsSchema,
    example: isPreview ? CLAIM_INTAKE_EXAMPLES.preview : CLAIM_INTAKE_EXAMPLES.submit,
    respond: async ({ body, language }, { submitClaims }) => {
      const rows = body.rows.map((texts, index) => ({
        row: index + 1,
        texts: texts as Record<string, string>,
      }));
      return submitted(await submitClaims(rows, { isPreview }), language);
    },
  }),
);

const files = [false, true].map((isPreview) =>
  define({
    id: isPreview ? 'previewClaimFile' : 'importClaims',
    method: 'POST',
    path: isPreview ? '/api/v1/claims/import/preview' : '/api/v1/claims/import',
    summary: isPreview ? 'The same of a file; nothing is written' : 'Take in claims of partners from a file',
    scope: 'claims:write',
    isRead: isPreview,
    query: { name: fileNameParameter },
    upload: TABLE_UPLOAD,
    answer: submittedClaimsSchema,
    example: isPreview ? CLAIM_INTAKE_EXAMPLES.previewFile : CLAIM_INTAKE_EXAMPLES.importFile,
    respond: async ({ query: { name }, upload, language }, { importClaims }) =>
      submitted(await importClaims({ path: upload.path, name }, { isPreview }), language),
  }),
);

const papers = [
  define({
    id: 'passClaimDeadlines',
    method: 'POST',
    path: '/api/v1/claims/deadlines',
    summary:
      'What the calendar decides: silence after the last day for an answer, and reminders that are due',
    scope: 'claims:write',
    isLong: true,
    body: z.strictObject({
      day: z.exactOptional(dayField).describe('without it the business day'),
      isRecorded: z.boolean().describe('also write down that the reminders went out'),
    }),
    answer: passedDeadlinesSchema,
    example: CLAIM_INTAKE_EXAMPLES.deadlines,
    respond: async ({ body }, { passDeadlines }) => answer(passedDeadlinesJson(await passDeadlines(body))),
  }),
  define({
    id: 'proveClaim',
    method: 'POST',
    path: '/api/v1/claims/{id}/proofs',
    summary: 'Attach a document that proves a claim; what it is, its content decides',
    scope: 'claims:write',
    parts: CLAIM,
    query: { name: fileNameParameter },
    upload: { mediaTypes: ['application/octet-stream'], maxBytes: PROOF_BYTES },
    status: 201,
    answer: claimProofSchema,
    example: CLAIM_INTAKE_EXAMPLES.prove,
    respond: async ({ path, query: { name }, upload }, { proveClaim }) => {
      const done = await proveClaim(path.id as string, name, upload);
      return done.ok ? answer(done.value, { location: `/api/v1/claim-proofs/${done.value.id}` }) : done;
    },
  }),
  define({
    id: 'listClaimProofs',
    method: 'GET',
    path: '/api/v1/claims/{id}/proofs',
    summary: 'The documents that prove a claim',
    scope: 'claims:read',
    parts: CLAIM,
    answer: z.strictObject({ proofs: z.array(claimProofSchema) }),
    example: CLAIM_INTAKE_EXAMPLES.proofs,
    respond: async ({ path }, { listProofs }) => {
      const found = await listProofs(path.id as string);
      return found.ok ? answer({ proofs: found.value }) : found;
    },
  }),
  define({
    id: 'openClaimProof',
    method: 'GET',
    path: '/api/v1/claim-proofs/{id}',
    summary: 'The bytes of a proof, as they came in, to be saved and not to be shown',
    scope: 'claims:read',
    parts: { id: idPart('claimProof', 'document-not-found', 'the id of a proof') },
    version: 'shown',
    files: ['application/octet-stream'],
    example: CLAIM_INTAKE_EXAMPLES.open,
    respond: async ({ path }, { openProofOfClaim }): Promise<Result<Answer>> => {
      const found = await openProofOfClaim(path.id as string);
      if (!found.ok) return found;
      const { content, name, sha256 } = found.value;
      const mediaType = 'application/octet-stream';
      return accept({ version: sha256, download: { content: Readable.from([content]), mediaType, name } });
    },
  }),
  define({
    id: 'recordAcceptance',
    method: 'POST',
    path: '/api/v1/agreements/{code}/acceptance',
    summary: 'Record that the supplier has accepted the version in force, by a document of the agreement',
    scope: 'claims:write',
    parts: { code: codePart('agreement', 'agreement-not-found', 'the code of an agreement', 'id') },
    body: z.strictObject({ acceptedOn: dayField, acceptedBy: plainText(200), document: idField('document') }),
    answer: acceptanceSchema,
    example: CLAIM_INTAKE_EXAMPLES.acceptance,
    respond: async ({ path, body }, { recordAcceptance }) => {
      const done = await recordAcceptance({ agreement: path.code as string, ...body });
      return done.ok ? answer(acceptanceJson(done.value)) : done;
    },
  }),
  define({
    id: 'listUnrecognisedIncome',
    method: 'GET',
    path: '/api/v1/claims/unrecognised',
    summary: 'What was earned from suppliers and is no income yet, and what is missing',
    scope: 'claims:read',
    answer: z.strictObject({ rows: z.array(unrecognisedSchema) }),
    example: CLAIM_INTAKE_EXAMPLES.unrecognised,
    respond: async (_, { unrecognisedIncome }) =>
      answer({ rows: (await unrecognisedIncome()).map(unrecognisedJson) }),
  }),
];

export const claimIntakeRoutes = [...submissions, ...files, ...papers];

function submitted(done: Result<SubmittedClaims>, language: Language): Result<Answer> {
  if (!done.ok) return done;
  const { claims, refusals, message = null } = done.value;
  return answer({
    claims: claims.map(submittedClaimJson),
    refused: refusals.length,
    refusals: refusalsJson(refusals.slice(0, REFUSALS_MAX), language),
    message,
  });
}
