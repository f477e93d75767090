import { z } from 'zod';
import type { VerifiedAudit } from '../../../app/audit/verifyAudit.ts';
import type { AuditFilter, ShownAudit } from '../../../app/ports/auditStore.ts';
import type { ChainHead } from '../../../core/audit/auditEntry.ts';
import { AUDIT_FAULTS } from '../../../core/audit/verifyChain.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import type { Download } from '../download.ts';
import { plainText } from '../jsonBody.ts';
import { code, dayParameter, limitParameter, textParameter, wholeNumber } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';

/** The formats of an export of the trail, and what each is called on its way. */
export const AUDIT_MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;
export type AuditExportFormat = keyof typeof AUDIT_MEDIA_TYPES;
const FORMATS = Object.keys(AUDIT_MEDIA_TYPES) as readonly AuditExportFormat[];

export type PackedMonth = {
  readonly company: string;
  readonly period: string;
  readonly seed: string;
  readonly size: number;
};

export type AuditUseCases = {
  /** Refuses: exports-busy, company-not-found. */
  readonly packAudit: (month: PackedMonth) => Promise<Result<Download>>;
  readonly listAudit: (filter: AuditFilter) => Promise<readonly ShownAudit[]>;
  readonly auditHead: () => Promise<ChainHead & { readonly waiting: number }>;
  readonly verifyAudit: (expected: string | undefined) => Promise<VerifiedAudit>;
  /** Refuses: exports-busy. */
  readonly exportAudit: (format: AuditExportFormat) => Promise<Result<Download>>;
  /** Refuses: audit-reason-missing, audit-entry-not-found. */
  readonly eraseAudit: (id: string, reason: string) => Promise<Result<{ readonly isChanged: boolean }>>;
};

const define = route<AuditUseCases>();

const needed = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^\P{Cc}+$/u)
    .normalize('NFC');

const hashText = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in hex');

const entrySchema = z.strictObject({
  id: z.string(),
  at: z.string().describe('UTC, to the microsecond'),
  actor: z.string().describe('person:…, service:… or system:…'),
  actorName: z.string().nullable(),
  action: z.string(),
  object: z.string(),
  batch: z.int().describe('the last batch that the deed saw or made'),
  body: z.unknown().describe('what changed; null where it was erased'),
  position: z.int().nullable().describe('in the chain; null while the entry waits for its link'),
  hash: hashText.nullable(),
});

const ENTRY = {
  id: '0199b5a0-7c00-7000-8000-00000000000e',
  at: '2026-11-29T08:00:00.000000Z',
  actor: 'person:0199b5a0-7c00-7000-8000-000000000001',
  actorName: 'Anna',
  action: 'key.revoke',
  object: '5b1e9c07d2a4',
  batch: 12,
  body: {},
  position: 41,
  hash: '0'.repeat(64),
};

const headFields = {
  position: z.int().describe('of the last link; 0 where there is none yet'),
  hash: hashText.describe('to be kept outside: all before it can be checked against it'),
  waiting: z.int().describe('entries that wait for their links'),
};

const HEAD = { position: 41, hash: '0'.repeat(64), waiting: 0 };

export const auditRoutes = [
  define({
    id: 'listAudit',
    method: 'GET',
    path: '/api/v1/audit',
    summary: 'Who did what to what, and what changed: the newest first',
    scope: 'audit:read',
    query: {
      actor: textParameter('only what this person, service or part did, such as person:0199…'),
      action: textParameter('only deeds of this kind, such as key.issue'),
      object: textParameter('only what was done to this id or code'),
      from: dayParameter('from this day on, in UTC'),
      until: dayParameter('until the end of this day, in UTC'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(entrySchema),
    example: { query: { from: '2026-01-01' }, answer: { rows: [ENTRY], next: null } },
    respond: async ({ query: { limit, cursor, ...asked } }, { listAudit }) => {
      const { actor, action, object, from, until } = asked;
      const filter = {
        ...(actor !== undefined && { actor }),
        ...(action !== undefined && { action }),
        ...(object !== undefined && { object }),
        ...(from !== undefined && { from: formatDate(from) }),
        ...(until !== undefined && { until: formatDate(until) }),
      };
      const selection = JSON.stringify(['audit', filter]);
      const place = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()]);
      const after = readCursor(cursor, selection, place);
      if (!after.ok) return after;
      const before = after.value && { before: { at: after.value[0], id: after.value[1] } };
      const found = await listAudit({ ...filter, ...before, limit: limit + 1 });
      const { rows, next } = cutPage(found, limit, selection, ({ entry: { at, id } }) => [at, id]);
      return answer({ rows: rows.map(shownJson), next });
    },
  }),
  define({
    id: 'auditHead',
    method: 'GET',
    path: '/api/v1/audit/head',
    summary: 'Where the chain of the audit trail ends, to be kept outside',
    scope: 'audit:read',
    answer: z.strictObject(headFields),
    example: { answer: HEAD },
    respond: async (_, { auditHead }) => answer(await auditHead()),
  }),
  define({
    id: 'verifyAudit',
    method: 'GET',
    path: '/api/v1/audit/verification',
    summary: 'Compute the chain of the audit trail again, and name every entry that is not what it was',
    scope: 'audit:read',
    query: {
      expect: {
        schema: hashText.optional(),
        expected: '[0-9a-f]{64}',
        meaning: 'a hash that was kept outside, which has to be one of the chain',
      },
    },
    answer: z.strictObject({
      ...headFields,
      anchoredAt: z.int().nullable().describe('the position of the hash that was expected'),
      findings: z.array(
        z.strictObject({
          fault: z.enum(AUDIT_FAULTS),
          position: z.int().nullable(),
          entry: z.string().nullable().describe('the id of the entry, where it can be told'),
        }),
      ),
      isCut: z.boolean().describe('there may be more findings'),
    }),
    example: { answer: { ...HEAD, anchoredAt: null, findings: [], isCut: false } },
    respond: async ({ query }, { verifyAudit }) => answer(verifiedJson(await verifyAudit(query.expect))),
  }),
  define({
    id: 'exportAudit',
    method: 'GET',
    path: '/api/v1/audit/export',
    summary: 'The whole chain as a file: ndjson to verify it by other means, csv to read it',
    scope: 'audit:read',
    query: {
      format: {
        schema: z.enum(FORMATS).default('ndjson'),
        expected: FORMATS.join(', '),
        meaning: 'ndjson or csv; without it ndjson',
      },
    },
    files: Object.values(AUDIT_MEDIA_TYPES),
    example: { query: { format: 'ndjson' } },
    respond: async ({ query }, { exportAudit }) => {
      const download = await exportAudit(query.format);
      return download.ok ? accept({ download: download.value }) : download;
    },
  }),
  define({
    id: 'packAudit',
    method: 'GET',
    path: '/api/v1/audit/package',
    summary:
      'A month of a company for an auditor, as a zip: population, sample with evidence, deeds, access, tie-out',
    scope: 'audit:read',
    query: {
      company: { ...code('which company of ours', 'company'), schema: needed(200), isRequired: true },
      period: {
        schema: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
        expected: 'YYYY-MM',
        meaning: 'which month',
        isRequired: true,
      },
      seed: {
        schema: needed(200),
        expected: '\\P{Cc}{1,200}',
        meaning: 'what the sample is drawn by; the auditor names it',
        isRequired: true,
      },
      size: wholeNumber({ min: 0, max: 1000, default: 25 }, 'how many transfers are drawn'),
    },
    files: ['application/zip'],
    example: { query: { company: 'EU', period: '2026-01', seed: 'auditor 2026' } },
    respond: async ({ query }, { packAudit }) => {
      const download = await packAudit(query);
      return download.ok ? accept({ download: download.value }) : download;
    },
  }),
  define({
    id: 'eraseAudit',
    method: 'POST',
    path: '/api/v1/audit/{id}/erasure',
    summary: 'Take the content of an entry away, with a reason that stays; the chain stays whole',
    scope: 'access:write',
    parts: { id: idPart('audit', 'audit-entry-not-found', 'the id of an audit entry') },
    body: z.strictObject({ reason: plainText(500) }),
    answer: z.strictObject({ isChanged: z.boolean() }),
    example: {
      path: { id: ENTRY.id },
      body: { reason: 'request of 12 November to be forgotten' },
      answer: { isChanged: true },
    },
    respond: async ({ path, body }, { eraseAudit }) => {
      const erased = await eraseAudit(path.id as string, body.reason);
      return erased.ok ? answer(erased.value) : erased;
    },
  }),
];

function shownJson({ entry, actorName, link }: ShownAudit) {
  const { tenant: _, content, ...facts } = entry;
  return {
    ...facts,
    actorName: actorName ?? null,
    body: content === undefined ? null : JSON.parse(content.body),
    position: link?.position ?? null,
    hash: link?.hash ?? null,
  };
}

function verifiedJson({ head, findings, waiting, isCut, anchoredAt }: VerifiedAudit) {
  return {
    ...head,
    waiting,
    anchoredAt: anchoredAt ?? null,
    findings: findings.map(({ fault, position = null, entry = null }) => ({ fault, position, entry })),
    isCut,
  };
}
