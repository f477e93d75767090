import { z } from 'zod';
import type { IssuedKey, WantedKey } from '../../../app/access/issueKey.ts';
import type { Page, Paged } from '../../../app/access/listAccess.ts';
import { SCOPES } from '../../../app/access/scope.ts';
import type { ShownCaller } from '../../../app/access/showCaller.ts';
import type { ApiKey } from '../../../app/ports/accessStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { keyJson, keySchema } from '../accessJson.ts';
import { answerPage } from '../answerPage.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { idField, plainText } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { grantJson, grantSchema } from '../roleJson.ts';
import { answer, route } from '../route.ts';

export type KeyUseCases = {
  readonly showCaller: () => Promise<ShownCaller>;
  readonly listKeys: (page: Page) => Promise<Paged<ApiKey>>;
  /** Refuses: holder-not-found, scope-not-for-holder, scope-not-own, key-expiry-invalid. */
  readonly issueKey: (wanted: WantedKey) => Promise<Result<IssuedKey>>;
  /** Refuses: key-not-found. */
  readonly revokeKey: (id: string) => Promise<Result<ApiKey>>;
};

const KEY = {
  id: '5b1e9c07d2a4',
  holder: { kind: 'person', id: '0199b5a0-7c00-7000-8000-000000000001' },
  label: 'laptop',
  scopes: ['agreements:read', 'earnings:read'],
  issuedAt: '2026-11-29T08:00:00.000Z',
  expiresAt: '2027-06-30T00:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
};

const holder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: idField('person') }),
  z.strictObject({ kind: z.literal('service'), id: idField('service') }),
]);

const define = route<KeyUseCases>();

export const keyRoutes = [
  define({
    id: 'whoAmI',
    method: 'GET',
    path: '/api/v1/me',
    summary: 'Who the key or the session is, where, and what it may',
    scope: 'any',
    isPortal: true,
    answer: z.strictObject({
      kind: z.enum(['person', 'service', 'system']),
      id: z.string(),
      name: z.string(),
      tenant: z.strictObject({ code: z.string(), name: z.string() }),
      scopes: z.array(z.enum(SCOPES)),
      roles: z.array(grantSchema).describe('of a person, whether a key or a session asks'),
      partners: z.array(z.string()).nullable(),
    }),
    example: {
      answer: {
        kind: 'person',
        id: KEY.holder.id,
        name: 'Ann Lee',
        tenant: { code: 'acme', name: 'Acme Trading' },
        scopes: ['earnings:read'],
        roles: [],
        partners: null,
      },
    },
    respond: async (_asked, { showCaller }) => answer(callerJson(await showCaller())),
  }),
  define({
    id: 'listKeys',
    method: 'GET',
    path: '/api/v1/keys',
    summary: 'Keys, never their secrets',
    scope: 'access:read',
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(keySchema),
    example: { answer: { rows: [KEY], next: null } },
    respond: ({ query }, { listKeys }) => answerPage(query, 'keys', listKeys, ({ id }) => id, keyJson),
  }),
  define({
    id: 'issueKey',
    method: 'POST',
    path: '/api/v1/keys',
    summary: 'Issue a key; its secret is shown this once',
    scope: 'access:write',
    status: 201,
    isSecret: true,
    body: z.strictObject({
      holder,
      label: plainText(100),
      scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
      expiresAt: z.iso.datetime().describe('at most 400 days ahead'),
    }),
    answer: z.strictObject({ key: keySchema, secret: z.string().describe('the whole key, to be kept') }),
    example: {
      body: {
        holder: KEY.holder,
        label: KEY.label,
        scopes: KEY.scopes,
        expiresAt: KEY.expiresAt,
      },
      answer: { key: KEY, secret: `ork_acme_5b1e9c07d2a4_${'0'.repeat(64)}` },
    },
    respond: async ({ body }, { issueKey }) => {
      const scopes = [...new Set(body.scopes)];
      const issued = await issueKey({ ...body, scopes, expiresAt: new Date(body.expiresAt) });
      if (!issued.ok) return issued;
      return answer({ key: keyJson(issued.value.key), secret: issued.value.text });
    },
  }),
  define({
    id: 'revokeKey',
    method: 'DELETE',
    path: '/api/v1/keys/{id}',
    summary: 'End a key at once',
    scope: 'access:write',
    parts: { id: codePart('key', 'key-not-found', 'the id of a key', 'id') },
    answer: keySchema,
    example: { path: { id: KEY.id }, answer: { ...KEY, revokedAt: '2026-11-30T08:00:00.000Z' } },
    respond: async ({ path }, { revokeKey }) => {
      const revoked = await revokeKey(path.id as string);
      return revoked.ok ? answer(keyJson(revoked.value)) : revoked;
    },
  }),
];

function callerJson({ caller, name, tenant, grants }: ShownCaller) {
  const { actor, scopes, partners } = caller;
  const roles = grants.map(grantJson);
  return {
    kind: actor.kind,
    id: actor.id,
    name,
    tenant,
    scopes: [...scopes],
    roles,
    partners: partners ?? null,
  };
}
