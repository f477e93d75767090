import { z } from 'zod';
import { SCOPES } from '../../../app/access/scope.ts';
import type { PasswordChange } from '../../../app/accounts/changePassword.ts';
import type { SessionView } from '../../../app/accounts/sessions.ts';
import { callerOf, type Standing } from '../../../app/accounts/standing.ts';
import { type AccountSession, SIGN_IN_METHODS } from '../../../app/ports/accounts.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { codeField } from '../jsonBody.ts';
import { codePart } from '../parts.ts';
import { grantJson, grantSchema } from '../roleJson.ts';
import { answer, route } from '../route.ts';

export type SessionUseCases = {
  readonly showSession: () => Promise<SessionView>;
  readonly listSessions: () => Promise<readonly AccountSession[]>;
  /** Refuses: session-not-found. */
  readonly endSession: (id: string) => Promise<Result<undefined>>;
  readonly endOtherSessions: () => Promise<number>;
  /** Refuses: tenant-not-yours. */
  readonly switchTenant: (code: string) => Promise<Result<Standing>>;
  /** Refuses: password-wrong, too-many-requests, password-too-short, password-too-common. */
  readonly changePassword: (change: PasswordChange) => Promise<Result<undefined>>;
};

const password = z.string().min(1).max(200);

const tenantSchema = z.strictObject({ code: z.string(), name: z.string() });
const personSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  partners: z.array(z.string()).nullable().describe('as in GET /api/v1/persons/{id}'),
});
const instant = z.iso.datetime();

const sessionSchema = z.strictObject({
  id: z.uuid(),
  isThis: z.boolean().describe('the one that asks'),
  device: z.string().describe('what the browser calls itself'),
  method: z.enum(SIGN_IN_METHODS),
  isStrong: z.boolean().describe('a second factor was shown'),
  begunAt: instant,
  seenAt: instant.describe('to the minute'),
  expiresAt: instant,
});

const TENANT = { code: 'acme', name: 'Acme Trading' };
const SESSION = {
  id: '0199b5a0-7c00-7000-8000-000000000009',
  isThis: true,
  device: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  method: 'password',
  isStrong: false,
  begunAt: '2026-11-30T08:00:00.000Z',
  seenAt: '2026-11-30T08:00:00.000Z',
  expiresAt: '2026-12-07T08:00:00.000Z',
};
const VIEW = {
  email: 'ann.lee@acme.example',
  tenant: TENANT,
  person: { id: '0199b5a0-7c00-7000-8000-000000000001', name: 'Ann Lee', partners: null },
  roles: [{ role: 'auditor', companies: null, limit: null, grantedAt: '2026-11-30T08:00:00.000Z' }],
  scopes: ['earnings:read'],
  tenants: [TENANT],
  needs: null,
  session: SESSION,
};

const define = route<SessionUseCases>();
const OF_ACCOUNT = { isOfAccount: true, isPortal: true } as const;

export const sessionRoutes = [
  define({
    ...OF_ACCOUNT,
    id: 'showSession',
    method: 'GET',
    path: '/api/v1/session',
    summary: 'Who is signed in, where they work and may work, and what they may there',
    scope: 'session',
    answer: z.strictObject({
      email: z.string(),
      tenant: tenantSchema.nullable().describe('where the session works; null: nowhere'),
      person: personSchema.nullable().describe('who the account is there'),
      roles: z.array(grantSchema),
      scopes: z.array(z.enum(SCOPES)),
      tenants: z.array(tenantSchema).describe('where it may work'),
      needs: z
        .literal('secondFactor')
        .nullable()
        .describe('what has to be set up before anything else of the tenant is open; null: nothing'),
      session: sessionSchema,
    }),
    example: { answer: VIEW },
    respond: async (_asked, { showSession }) => answer(viewJson(await showSession())),
  }),
  define({
    ...OF_ACCOUNT,
    id: 'signOut',
    method: 'DELETE',
    path: '/api/v1/session',
    summary: 'Sign out',
    scope: 'session',
    status: 204,
    example: {},
    respond: async ({ caller }, { endSession }) => {
      await endSession(caller.session?.id ?? '');
      return accept({ session: 'ended' });
    },
  }),
  define({
    ...OF_ACCOUNT,
    id: 'switchTenant',
    method: 'PUT',
    path: '/api/v1/session/tenant',
    summary: 'Work in another tenant of the account',
    scope: 'session',
    body: z.strictObject({ tenant: codeField('tenant') }),
    answer: z.strictObject({ tenant: tenantSchema }),
    example: { body: { tenant: TENANT.code }, answer: { tenant: TENANT } },
    respond: async ({ body }, { switchTenant }) => {
      const standing = await switchTenant(body.tenant);
      return standing.ok ? answer({ tenant: tenantJson(standing.value) }) : standing;
    },
  }),
  define({
    ...OF_ACCOUNT,
    id: 'listSessions',
    method: 'GET',
    path: '/api/v1/sessions',
    summary: 'Where the account is signed in, the latest first',
    scope: 'account',
    answer: z.strictObject({ rows: z.array(sessionSchema) }),
    example: { answer: { rows: [SESSION] } },
    respond: async ({ caller }, { listSessions }) => {
      const sessions = await listSessions();
      return answer({ rows: sessions.map((one) => sessionJson(one, caller.session?.id)) });
    },
  }),
  define({
    ...OF_ACCOUNT,
    id: 'endSession',
    method: 'DELETE',
    path: '/api/v1/sessions/{id}',
    summary: 'End a session of the account at once',
    scope: 'account',
    parts: { id: codePart('session', 'session-not-found', 'the id of a session', 'id') },
    status: 204,
    example: { path: { id: SESSION.id } },
    respond: async ({ path }, { endSession }) => {
      const ended = await endSession(path.id as string);
      return ended.ok ? accept({}) : ended;
    },
  }),
  define({
    ...OF_ACCOUNT,
    id: 'endOtherSessions',
    method: 'DELETE',
    path: '/api/v1/sessions',
    summary: 'End every session of the account but this one',
    scope: 'account',
    answer: z.strictObject({ ended: z.int() }),
    example: { answer: { ended: 2 } },
    respond: async (_asked, { endOtherSessions }) => answer({ ended: await endOtherSessions() }),
  }),
  define({
    ...OF_ACCOUNT,
    id: 'changePassword',
    method: 'PUT',
    path: '/api/v1/account/password',
    summary: 'Take another password; every other session of the account ends',
    scope: 'account',
    status: 204,
    body: z.strictObject({ present: password, password }),
    example: {
      body: { present: 'four words of your own', password: 'four other words now' },
      refused: 'password-wrong',
    },
    respond: async ({ body, language }, { changePassword }) => {
      const changed = await changePassword({ ...body, language });
      return changed.ok ? accept({}) : changed;
    },
  }),
];

function tenantJson({ code, name }: Pick<Standing, 'code' | 'name'>) {
  return { code, name };
}

function viewJson({ email, session, standings }: SessionView) {
  const standing = standings.find(({ tenant }) => tenant === session.tenant);
  const caller = standing && callerOf(standing, session);
  return {
    email,
    tenant: standing ? tenantJson(standing) : null,
    person: standing ? personJson(standing.person) : null,
    roles: standing?.grants.map(grantJson) ?? [],
    scopes: [...(caller?.scopes ?? [])],
    needs: caller?.lacksFactor ? 'secondFactor' : null,
    tenants: standings.map(tenantJson),
    session: sessionJson(session, session.id),
  };
}

function personJson({ id, name, partners }: Standing['person']) {
  return { id, name, partners: partners ?? null };
}

function sessionJson(
  { id, device, method, isStrong, begunAt, seenAt, expiresAt }: AccountSession,
  own?: string,
) {
  return {
    ...{ id, isThis: id === own, device, method, isStrong },
    begunAt: begunAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
