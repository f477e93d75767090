import { z } from 'zod';
import type { ConfirmedAlias } from '../../../app/intake/confirmAlias.ts';
import type { SavedMapping } from '../../../app/intake/saveMapping.ts';
import type { SuggestedAlias } from '../../../app/intake/suggestAliases.ts';
import { ALIAS_KINDS, type Alias } from '../../../app/ports/aliasStore.ts';
import type { Mapping } from '../../../app/ports/mappingStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import type { Json } from '../../../core/text/canonicalJson.ts';
import { plainText } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { answer, route } from '../route.ts';

export type SenderUseCases = {
  readonly suggestAliases: (limit: number) => Promise<readonly SuggestedAlias[]>;
  readonly listAliases: () => Promise<readonly (Alias & { readonly code: string })[]>;
  /** Refuses: alias-target-unknown, alias-hides-code, known-day-backwards. */
  readonly confirmAlias: (alias: Alias) => Promise<Result<ConfirmedAlias>>;
  readonly listMappings: () => Promise<readonly Mapping[]>;
  /** Refuses: mapping-not-found. */
  readonly findMapping: (name: string) => Promise<Result<Mapping>>;
  /** Refuses: mapping-name-invalid, source-invalid. */
  readonly saveMapping: (
    name: string,
    description: Json,
    columns: readonly string[] | undefined,
  ) => Promise<Result<SavedMapping>>;
};

const define = route<SenderUseCases>();
const NAME = { name: codePart('mapping', 'mapping-not-found', 'the name of a saved description', 'name') };

const aliasSchema = z.strictObject({
  kind: z.enum(ALIAS_KINDS),
  source: z.string(),
  received: z.string(),
  code: z.string(),
});
const mappingSchema = z.strictObject({
  name: z.string(),
  version: z.int(),
  actor: z.string(),
  recordedAt: z.string(),
  description: z.unknown().describe('as openrebate-lines/v1 has it'),
});
const DESCRIPTION = {
  format: 'openrebate-lines/v1',
  source: 'shop',
  file: 'shop.csv',
  identity: { by: 'occurrence', document: 'Invoice' },
  fields: {
    side: { constant: 'sale' },
    company: { constant: 'AW' },
    partner: { column: 'Customer' },
    product: { column: 'Item' },
    unit: { constant: 'EA' },
    currency: { constant: 'USD' },
  },
};
const MAPPING = {
  name: 'shop',
  version: 1,
  actor: 'person:0199b5a0-7c00-7000-8000-000000000001',
  recordedAt: '2026-11-29T08:00:00.000Z',
  description: DESCRIPTION,
};

export const senderRoutes = [
  define({
    id: 'suggestAliases',
    method: 'GET',
    path: '/api/v1/aliases/suggestions',
    summary: 'Names of partners and products that rows wait for, and which of ours each may stand for',
    scope: 'facts:read',
    query: { limit: limitParameter },
    answer: z.strictObject({
      rows: z.array(
        z.strictObject({
          kind: z.enum(ALIAS_KINDS),
          source: z.string(),
          received: z.string(),
          rows: z.int(),
          suggestions: z.array(
            z.strictObject({
              code: z.string(),
              name: z.string(),
              confidence: z.int().min(0).max(100).describe('in percent; only a person makes it a fact'),
              by: z.enum(['code', 'name']),
              because: z.string(),
            }),
          ),
        }),
      ),
    }),
    example: { answer: { rows: [] } },
    respond: async ({ query }, { suggestAliases }) => answer({ rows: await suggestAliases(query.limit) }),
  }),
  define({
    id: 'listAliases',
    method: 'GET',
    path: '/api/v1/aliases',
    summary: 'What senders call partners and products of ours, as somebody has confirmed it',
    scope: 'facts:read',
    answer: z.strictObject({ rows: z.array(aliasSchema) }),
    example: { answer: { rows: [] } },
    respond: async (_asked, { listAliases }) => answer({ rows: await listAliases() }),
  }),
  define({
    id: 'confirmAlias',
    method: 'PUT',
    path: '/api/v1/aliases',
    summary: 'Say what a source means by a name from now on; with null, nothing any more',
    scope: 'facts:write',
    body: z.strictObject({
      kind: z.enum(ALIAS_KINDS),
      source: plainText(200),
      received: plainText(200),
      code: plainText(200).nullable(),
    }),
    answer: z.strictObject({ isNew: z.boolean(), batch: z.int().nullable() }),
    example: {
      body: { kind: 'partner', source: 'shop', received: 'ACME', code: null },
      answer: { isNew: false, batch: null },
    },
    respond: async ({ body }, { confirmAlias }) => {
      const { code, ...said } = body;
      const done = await confirmAlias({ ...said, ...(code !== null && { code }) });
      return done.ok ? answer({ isNew: done.value.isNew, batch: done.value.batch ?? null }) : done;
    },
  }),
  define({
    id: 'listMappings',
    method: 'GET',
    path: '/api/v1/mappings',
    summary: 'Saved descriptions of other systems’ files, the last version of each',
    scope: 'facts:read',
    answer: z.strictObject({ rows: z.array(mappingSchema) }),
    example: { answer: { rows: [MAPPING] } },
    respond: async (_asked, { listMappings }) => answer({ rows: (await listMappings()).map(mappingJson) }),
  }),
  define({
    id: 'getMapping',
    method: 'GET',
    path: '/api/v1/mappings/{name}',
    summary: 'A saved description, its last version',
    scope: 'facts:read',
    parts: NAME,
    answer: mappingSchema,
    example: { path: { name: 'shop' }, answer: MAPPING },
    respond: async ({ path }, { findMapping }) => {
      const found = await findMapping(path.name as string);
      return found.ok ? answer(mappingJson(found.value)) : found;
    },
  }),
  define({
    id: 'saveMapping',
    method: 'POST',
    path: '/api/v1/mappings',
    summary: 'Save a description under a name; other content is a new version, the old ones stay',
    scope: 'facts:write',
    maxBytes: 1024 * 1024,
    body: z.strictObject({
      name: plainText(100),
      description: z.record(z.string(), z.unknown()),
      columns: z
        .exactOptional(z.array(z.string().max(300)).min(1).max(500))
        .describe('a header that it reads: files with the same columns find it'),
    }),
    answer: z.strictObject({ name: z.string(), version: z.int(), isNew: z.boolean() }),
    example: {
      body: { name: 'shop', description: DESCRIPTION, columns: ['Invoice', 'Customer', 'Item'] },
      answer: { name: 'shop', version: 1, isNew: true },
    },
    respond: async ({ body }, { saveMapping }) => {
      const saved = await saveMapping(body.name, body.description as Json, body.columns);
      return saved.ok ? answer(saved.value) : saved;
    },
  }),
];

function mappingJson({ name, version, actor, recordedAt, description }: Mapping) {
  return { name, version, actor, recordedAt: recordedAt.toISOString(), description };
}
