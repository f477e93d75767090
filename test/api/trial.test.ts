import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { buildServer } from '../../adapters/http/server.ts';
import { DEMO_SCOPES } from '../../app/access/role.ts';
import type { NewCompany, Trial } from '../../app/ports/trial.ts';
import type { TenantId } from '../../app/ports.ts';
import { closeSandbox } from '../../app/trial/closeSandbox.ts';
import { letTrialPersonIn } from '../../app/trial/letTrialPersonIn.ts';
import { TRIAL_PEOPLE } from '../../app/trial/trialPeople.ts';
import { fromYearMonthDay } from '../../core/calendar/localDate.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { workings } from '../../main/api/workings.ts';
import { type ApiServer, apiServer, personWith } from '../support/api/apiServer.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { taken } from '../support/scenario.ts';

// A server that was begun to try out: who is let in without a password, and where; and that every other server knows nothing of it.

type Server = Awaited<ReturnType<typeof buildServer>>;

let database: TestDatabase;
let api: ApiServer;
let server: Server;
let sandbox: TenantId;
let real: TenantId;
/** Where the trial says that its sandbox is. */
let named: TenantId;
let resets = 0;

beforeAll(async () => {
  database = await testDatabase();
  api = await apiServer(database);
  real = await database.tenant('real');
  const businessDay = fromYearMonthDay(2026, 6, 30);
  const companies = [{ code: 'EU', name: 'EU', timeZone: 'UTC', businessDay }];
  const made = { id: randomUUID(), code: 'demo', name: 'Demo', companies };
  sandbox = await createTenant(database.ownerUrl, made);
  named = sandbox;
  for (const person of TRIAL_PEOPLE)
    taken(await letTrialPersonIn(api.ports, sandbox, person, `${person.login}@demo.example`));
  await personWith(api, real);
  const health = {
    isDatabaseUp: async () => true,
    look: async () => ({ causes: [], warnings: [], underWay: [] }),
  };
  server = await buildServer({
    routes: apiRoutes,
    workings: workings(api.ports, health, {
      trial: { ...trial, onReplaced: () => undefined, settled: async () => {} },
    }),
    isDatabaseUp: health.isDatabaseUp,
    webFolder: import.meta.dirname,
    version: '1.2.3',
    log: false,
  });
});
afterAll(async () => {
  await server.close();
  await api.server.close();
  await database.drop();
});

const trial: Trial = {
  sandbox: () => named,
  makeTenant: async ({ code, name, company, timeZone }: NewCompany) => {
    const companies = [{ code: company, name, timeZone }];
    return accept(await createTenant(database.ownerUrl, { id: randomUUID(), code, name, companies }));
  },
  beginReset: () => {
    resets += 1;
    return accept({ state: 'running', step: 'facts', done: 0 });
  },
  lastReset: () => undefined,
};

type Sent = { readonly body?: object; readonly cookie?: string; readonly headers?: Record<string, string> };

async function send(method: 'GET' | 'POST' | 'PUT', url: string, { body, cookie, headers }: Sent = {}) {
  const response = await server.inject({
    method,
    url: `/api/v1/${url}`,
    headers: {
      'x-openrebate': '1',
      ...(body && { 'content-type': 'application/json' }),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body && { payload: body }),
  });
  const [set] = [response.headers['set-cookie']].flat();
  const said = response.body === '' ? {} : response.json();
  return { status: response.statusCode, said, cookie: String(set ?? '').split(';')[0] ?? '' };
}

const become = (body: object, cookie?: string) =>
  send('POST', 'trial/sessions', { body, ...(cookie && { cookie }) });

const OWN = {
  name: 'Müller & Söhne',
  timeZone: 'Europe/Berlin',
  email: 'Ann@Own.example',
  password: 'four words of my own',
};

describe('the sandbox', () => {
  it('lets everybody in as anybody, with what that person may', async () => {
    const { said } = await send('GET', 'trial');
    expect(said).toMatchObject({ isTrial: true, hasOwn: false, sandbox: { tenant: 'demo' } });
    for (const { login, partners } of TRIAL_PEOPLE) {
      const { status, cookie } = await become({ person: login });
      expect([login, status]).toEqual([login, 200]);
      const session = (await send('GET', 'session', { cookie })).said;
      expect(session).toMatchObject({ tenant: { code: 'demo' }, person: { partners: partners ?? null } });
    }
    const { cookie } = await become({ person: 'guest' });
    const { scopes } = (await send('GET', 'session', { cookie })).said;
    expect(scopes).toEqual(expect.arrayContaining([...DEMO_SCOPES, 'payments:send', 'claims:approve']));
    for (const url of ['claims', 'settlements', 'cash-flow', 'persons'])
      expect([url, (await send('GET', url, { cookie })).status]).toEqual([url, 200]);
  });

  it('knows nobody else, and no page of another site lets anybody in', async () => {
    expect((await become({ person: 'nobody' })).said.code).toBe('person-not-found');
    expect((await become({ partner: 'NOBODY' })).said.code).toBe('partner-not-found');
    const foreign = { headers: { 'sec-fetch-site': 'cross-site' }, body: { person: 'guest' } };
    expect((await send('POST', 'trial/sessions', foreign)).said.code).toBe('request-not-from-page');
  });

  it('is none where a company stands on the real day, whatever the server says', async () => {
    named = real;
    expect((await become({ person: 'guest' })).said.code).toBe('tenant-not-sandbox');
    expect((await become({ partner: 'P' })).said.code).toBe('tenant-not-sandbox');
    expect((await send('GET', 'trial')).said.sandbox).toBeNull();
    named = sandbox;
  });
});

describe('a company of one’s own', () => {
  let own: string;

  it('is begun once, beside the sandbox, and both are reached by the switch', async () => {
    const refused = async (change: object) =>
      (await send('POST', 'trial/companies', { body: { ...OWN, ...change } })).said.code;
    expect(await refused({ password: 'short' })).toBe('password-too-short');
    const begun = await send('POST', 'trial/companies', { body: OWN });
    expect(begun.status).toBe(200);
    own = begun.cookie;
    const session = (await send('GET', 'session', { cookie: own })).said;
    expect(session.tenant).toEqual({ code: 'own', name: OWN.name });
    expect(session.tenants.map(({ code }: { code: string }) => code)).toEqual(['demo', 'own']);
    const rows = (await send('GET', 'companies', { cookie: own })).said.rows;
    expect(rows).toEqual([expect.objectContaining({ code: 'MULLERSOHN', isSandbox: false })]);
    for (const tenant of ['demo', 'own']) {
      expect((await send('PUT', 'session/tenant', { cookie: own, body: { tenant } })).status).toBe(200);
      expect((await send('GET', 'session', { cookie: own })).said.tenant.code).toBe(tenant);
    }
    expect(await refused({ email: 'other@own.example' })).toBe('trial-company-exists');
    expect((await send('GET', 'trial')).said.hasOwn).toBe(true);
  });

  it('is closed to whoever has no password of it, and its second person to all but its administrators', async () => {
    const guest = (await become({ person: 'guest' })).cookie;
    const toOwn = await send('PUT', 'session/tenant', { cookie: guest, body: { tenant: 'own' } });
    expect(toOwn.said.code).toBe('tenant-not-yours');
    expect((await become({ person: 'ann@own.example' })).said.code).toBe('person-not-found');
    expect((await become({ person: 'second-person' })).said.code).toBe('session-needed');
    expect((await become({ person: 'second-person' }, guest)).said.code).toBe('person-not-found');
    const second = await become({ person: 'second-person' }, own);
    const session = (await send('GET', 'session', { cookie: second.cookie })).said;
    expect(session.tenant.code).toBe('own');
    expect(session.roles.map(({ role }: { role: string }) => role)).toEqual(['approver']);
    // From there nobody comes back without the password.
    expect((await become({ person: 'second-person' }, second.cookie)).said.code).toBe('session-needed');
  });

  it('is never made anew', async () => {
    const credentials = { email: OWN.email, password: OWN.password };
    const { cookie } = await send('POST', 'sign-in', { body: credentials });
    // Whoever comes back comes to their company, though the sandbox is the first by its code.
    expect((await send('GET', 'session', { cookie })).said.tenant.code).toBe('own');
    expect((await send('POST', 'trial/reset', { cookie })).said.code).toBe('tenant-not-sandbox');
    expect((await send('POST', 'trial/reset')).said.code).toBe('session-needed');
    const analyst = (await become({ person: 'anna' })).cookie;
    expect((await send('POST', 'trial/reset', { cookie: analyst })).said.code).toBe('scope-missing');
    expect(resets).toBe(0);
    const guest = (await become({ person: 'guest' })).cookie;
    expect((await send('POST', 'trial/reset', { cookie: guest })).status).toBe(202);
    expect(resets).toBe(1);
  });
});

it('a sandbox that is closed lets nobody in, by session, key or press', async () => {
  const { key } = await personWith(api, sandbox);
  const { cookie } = await become({ person: 'ben' });
  await closeSandbox(api.ports, sandbox);
  expect((await send('GET', 'session', { cookie })).said.tenant).toBeNull();
  expect((await api.call(key, { url: '/api/v1/companies' })).status).toBe(401);
  expect((await become({ person: 'guest' })).said.code).toBe('person-not-found');
});

it('a server that is run for a company has none of it', async () => {
  const { body } = await api.call(undefined, { url: '/api/v1/trial' });
  expect(body).toEqual({ isTrial: false, sandbox: null, hasOwn: false, reset: null });
  for (const url of ['/api/v1/trial/sessions', '/api/v1/trial/companies']) {
    const payload = url.endsWith('companies') ? OWN : { person: 'guest' };
    const answer = await api.call(undefined, { method: 'POST', url, payload });
    expect([url, answer.status, answer.body.code]).toEqual([url, 404, 'trial-not-here']);
  }
});
