import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { firstAdministrator } from '../../app/access/firstAdministrator.ts';
import { SCOPES } from '../../app/access/scope.ts';
import { systemActor } from '../../app/actor.ts';
import { apiServer, personWith, serviceWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { asRole } from '../support/asRole.ts';
import { taken } from '../support/scenario.ts';

// Who comes in, as whom, and who decides about it: over the real server and database.

const { database, api } = await servedDatabase();
const tenant = await database.tenant('acme');
const admin = await personWith(api, tenant);

const me = (key: string | undefined) => api.call(key, { url: '/api/v1/me' });
const issue = (by: string, holder: { kind: string; id: string }, scopes: string[], days = 30) =>
  api.call(by, {
    method: 'POST',
    url: '/api/v1/keys',
    payload: {
      holder,
      label: 'x',
      scopes,
      expiresAt: new Date(api.time.now.getTime() + days * 86_400_000).toISOString(),
    },
  });

describe('our own people', () => {
  it('are known by name to whoever works with claims, and to nobody of a partner', async () => {
    const own = await personWith(api, tenant, { scopes: ['claims:read'] });
    const partners = await personWith(api, tenant, { scopes: ['claims:read'], partners: ['P1'] });
    const { status, body } = await api.call(own.key, { url: '/api/v1/colleagues' });
    const ids = body.rows.map(({ id }: { id: string }) => id);
    expect([status, ids.includes(own.id), ids.includes(partners.id)]).toEqual([200, true, false]);
    expect(body.rows[0]).toEqual({ id: expect.any(String), name: expect.any(String), isActive: true });
    expect((await api.call(partners.key, { url: '/api/v1/colleagues' })).status).toBe(403);
  });
});

describe('a key', () => {
  it('says who it is', async () => {
    const { key, id } = await personWith(api, tenant, { scopes: ['earnings:read'] });
    expect(key).toMatch(/^ork_acme_[0-9a-f]{12}_[0-9a-f]{64}$/);
    const { status, body } = await me(key);
    const held = { scopes: ['earnings:read'], roles: [], partners: null };
    const called = { name: 'Somebody', tenant: { code: 'acme', name: 'acme' } };
    expect([status, body]).toEqual([200, { kind: 'person', id, ...called, ...held }]);
  });

  it('that is wrong, foreign, half, revoked or expired is refused in the same words', async () => {
    const other = await database.tenant('zeta');
    const [right, foreign, revoked] = [
      (await personWith(api, tenant)).key,
      (await personWith(api, other)).key,
      (await personWith(api, tenant)).key,
    ];
    await api.call(admin.key, { method: 'DELETE', url: `/api/v1/keys/${revoked.split('_')[2]}` });
    const flipped = `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`;
    const wrong = [
      flipped,
      right.slice(0, -1),
      `${right}0`,
      right.replace('acme', 'zeta'),
      foreign.replace('zeta', 'acme'),
      right.replace('acme', 'nobody'),
      right.replace(/_[0-9a-f]{12}_/, '_000000000000_'),
      revoked,
      'ork_acme__',
      "ork_acme_'; DROP TABLE api_key; --_0",
    ];
    const told = await Promise.all(wrong.map(me));
    const { requestId: _, ...problem } = told[0]?.body ?? {};
    expect(problem).toMatchObject({ status: 401, code: 'key-invalid' });
    for (const { status, body, headers } of told) {
      expect([status, { ...body, requestId: 0 }]).toEqual([401, { ...problem, requestId: 0 }]);
      expect(headers['www-authenticate']).toBe('Bearer realm="openrebate"');
    }
    expect((await me(right)).status).toBe(200);
  });

  it('ends with its day, and with its holder', async () => {
    const leaving = await personWith(api, tenant);
    const change = (isActive: boolean, version: number) =>
      api.call(admin.key, {
        method: 'PUT',
        url: `/api/v1/persons/${leaving.id}`,
        headers: { 'if-match': `"${version}"` },
        payload: { name: 'Gone', partners: null, isActive },
      });
    expect((await change(false, 1)).status).toBe(200);
    expect((await me(leaving.key)).status).toBe(401);
    expect((await change(true, 2)).status).toBe(200);
    expect((await me(leaving.key)).status).toBe(200);
    const before = api.time.now;
    api.time.now = new Date(before.getTime() + 86_400_000);
    expect((await me(leaving.key)).status).toBe(401);
    api.time.now = before;
  });

  it('is kept as a hash, and said when it was last used', async () => {
    const { key } = await personWith(api, tenant);
    await me(key);
    const [id, secret] = key.split('_').slice(2);
    const rows = await asRole<{ text: string; last_used_at: Date }>(
      database.appUrl,
      tenant,
      `SELECT k::text AS text, last_used_at FROM api_key k WHERE id = '${id}'`,
    );
    expect(rows[0]?.text).not.toContain(secret);
    expect(rows[0]?.last_used_at).toEqual(api.time.now);
    const audit = await asRole<{ body: string }>(
      database.appUrl,
      tenant,
      `SELECT body::text AS body FROM audit WHERE object = '${id}'`,
    );
    expect(audit).toHaveLength(1);
    expect(JSON.stringify(audit)).not.toContain(secret);
  });
});

it('of many requests one asks for the tenant of their keys', async () => {
  const asked: string[] = [];
  const findTenant = (code: string) => {
    asked.push(code);
    return database.store.findTenant(code);
  };
  const other = await apiServer({ ...database, store: { ...database.store, findTenant } });
  const ask = async (key: string) => (await other.call(key, { url: '/api/v1/me' })).status;
  const nobodys = admin.key.replace('acme', 'nobody');
  const statuses = [await ask(admin.key), await ask(admin.key), await ask(nobodys), await ask(nobodys)];
  await other.server.close();
  expect(statuses).toEqual([200, 200, 401, 401]);
  expect(asked).toEqual(['acme', 'nobody', 'nobody']);
});

describe('issuing', () => {
  it('gives a person another key, which is the same pair of eyes', async () => {
    const { id } = await personWith(api, tenant, { scopes: ['earnings:read'] });
    const issued = await issue(admin.key, { kind: 'person', id }, ['agreements:approve']);
    expect(issued.status).toBe(201);
    expect((await me(issued.body.secret)).body).toMatchObject({ kind: 'person', id });
  });

  it.each<[string, string, string[], number, string]>([
    ['a program that approves', 'service', ['agreements:approve'], 30, 'scope-not-for-holder'],
    ['a partner who writes', 'partner', ['facts:write'], 30, 'scope-not-for-holder'],
    ['a key that ended before', 'person', ['facts:read'], -1, 'key-expiry-invalid'],
    ['a key for ever', 'person', ['facts:read'], 401, 'key-expiry-invalid'],
    ['a key for nobody', 'nobody', ['facts:read'], 30, 'holder-not-found'],
    ['a scope that is none', 'person', ['everything'], 30, 'body-field-invalid'],
    ['a key for nothing', 'person', [], 30, 'body-field-invalid'],
  ])('%s is refused', async (_, whose, scopes, days, code) => {
    const holders: Record<string, { kind: string; id: string }> = {
      service: { kind: 'service', id: (await serviceWith(api, tenant, ['facts:read'])).id },
      partner: { kind: 'person', id: (await personWith(api, tenant, { scopes: [], partners: ['P1'] })).id },
      person: { kind: 'person', id: (await personWith(api, tenant)).id },
      nobody: { kind: 'person', id: randomUUID() },
    };
    const refused = await issue(admin.key, holders[whose] as { kind: string; id: string }, scopes, days);
    expect(refused.body.code).toBe(code);
  });

  it('lets nobody give themselves more than they have', async () => {
    const { id, key } = await personWith(api, tenant, { scopes: ['access:write', 'facts:read'] });
    const own = { kind: 'person', id };
    expect((await issue(key, own, ['facts:read'])).status).toBe(201);
    const more = await issue(key, own, ['facts:read', 'agreements:approve']);
    expect([more.status, more.body.code]).toEqual([403, 'scope-not-own']);
  });

  it('needs the scope for it', async () => {
    const scopes = SCOPES.filter((scope) => scope !== 'access:write');
    const { id, key } = await personWith(api, tenant, { scopes });
    const refused = await issue(key, { kind: 'person', id }, ['facts:read']);
    expect([refused.status, refused.body.code]).toEqual([403, 'scope-missing']);
  });
});

describe('persons and services', () => {
  it('are created once, changed by who has read them, and listed page by page', async () => {
    const payload = { login: 'bo.chen', name: 'Bo Chen', partners: null };
    const created = await api.call(admin.key, { method: 'POST', url: '/api/v1/persons', payload });
    expect([created.status, created.headers.etag]).toEqual([201, '"1"']);
    const again = await api.call(admin.key, { method: 'POST', url: '/api/v1/persons', payload });
    expect([again.status, again.body.code]).toEqual([409, 'login-taken']);
    const change = (version: string, partners: string[] | null) =>
      api.call(admin.key, {
        method: 'PUT',
        url: `/api/v1/persons/${created.body.id}`,
        headers: { 'if-match': version },
        payload: { name: 'Bo', partners, isActive: true },
      });
    const ends = [await change('"2"', null), await change('"1"', ['P1']), await change('"1"', null)];
    expect(ends.map(({ status, body }) => body.code ?? status)).toEqual([
      'version-differs',
      'person-side-fixed',
      200,
    ]);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await api.call(admin.key, { url: `/api/v1/persons?limit=2&cursor=${cursor}` });
      seen.push(...page.body.rows.map(({ login }: { login: string }) => login));
      if (page.body.next === null) break;
      cursor = page.body.next;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toContain('bo.chen');
  });

  it('come in many at once', async () => {
    const item = (login: string) => ({ login, name: login, partners: null });
    const bulk = (items: unknown[], allOrNothing: boolean) =>
      api.call(admin.key, { method: 'POST', url: '/api/v1/persons/bulk', payload: { items, allOrNothing } });
    const undone = await bulk([item('m1'), item('m1')], true);
    expect([undone.status, undone.body.items.map((one: { status: number }) => one.status)]).toEqual([
      422,
      [424, 409],
    ]);
    const done = await bulk([item('m1'), item('m1'), item('m2')], false);
    expect([done.status, done.body.done, done.body.refused]).toEqual([207, 2, 1]);
  });

  it('are in the conflict matrix by all of their keys together', async () => {
    const { id } = await personWith(api, tenant, { scopes: ['agreements:write'] });
    await issue(admin.key, { kind: 'person', id }, ['agreements:approve', 'bank:write']);
    const { body } = await api.call(admin.key, { url: '/api/v1/duties' });
    const row = body.rows.find(({ person }: { person: string }) => person === id);
    expect(row).toMatchObject({
      duties: ['author', 'approver', 'payer'],
      conflicts: [
        ['author', 'approver'],
        ['author', 'payer'],
        ['approver', 'payer'],
      ],
    });
  });
});

describe('a partner’s person', () => {
  it('reaches only what is for partners', async () => {
    const { key } = await personWith(api, tenant, { scopes: ['earnings:read'], partners: ['P1'] });
    expect((await me(key)).body.partners).toEqual(['P1']);
    const answer = await api.call(key, { url: '/api/v1/persons' });
    expect([answer.status, answer.body.code]).toEqual([403, 'partner-not-allowed']);
  });
});

describe('a sandbox', () => {
  const make = (key: string, keyExpiresAt = '2026-12-31T00:00:00Z') =>
    api.call(key, {
      method: 'POST',
      url: '/api/v1/sandboxes',
      payload: {
        name: 'Try out',
        company: 'BOX',
        timeZone: 'Asia/Shanghai',
        businessDay: '2026-06-30',
        keyExpiresAt,
      },
    });

  it('comes by one call, with a key for everything, and stands on a day that moves', async () => {
    const made = await make(admin.key);
    expect([made.status, made.body.tenant]).toEqual([201, expect.stringMatching(/^sandbox-[0-9a-f]{12}$/)]);
    const { secret } = made.body;
    expect((await me(secret)).body.scopes).toEqual(SCOPES);
    const url = '/api/v1/companies/BOX';
    const before = await api.call(secret, { url });
    expect(before.body).toMatchObject({ today: '2026-06-30', isSandbox: true, timeZone: 'Asia/Shanghai' });
    const moved = await api.call(secret, {
      method: 'PUT',
      url: `${url}/business-day`,
      headers: { 'if-match': String(before.headers.etag) },
      payload: { day: '2026-12-31' },
    });
    expect(moved.body.today).toBe('2026-12-31');
    expect((await api.call(admin.key, { url })).status).toBe(404);
  });

  it.each(['2026-10-02T10:00:00Z', '2027-11-06T10:00:01Z'])('has no key until %s', async (keyExpiresAt) => {
    const { status, body } = await make(admin.key, keyExpiresAt);
    expect([status, body.code, body.at]).toEqual([400, 'key-expiry-invalid', 'keyExpiresAt']);
  });

  it('is one of fifty, also where many are asked for at once', async () => {
    const maker = await personWith(api, await database.tenant(), { scopes: ['access:write'] });
    const made = await Promise.all(Array.from({ length: 53 }, () => make(maker.key)));
    const codes = made.map(({ status, body }) => (status === 201 ? 'made' : body.code)).sort();
    expect(codes).toEqual([...Array(50).fill('made'), ...Array(3).fill('sandbox-too-many')]);
  });
});

it('a first administrator whose key is refused is nobody, and can be made again', async () => {
  const fresh = await database.tenant();
  const make = (lifeMs: number) => {
    const wanted = { login: 'first', name: 'First', expiresAt: new Date(api.time.now.getTime() + lifeMs) };
    return firstAdministrator(api.ports, fresh, wanted, systemActor('cli'));
  };
  expect(await make(0)).toMatchObject({ ok: false, refusals: [{ code: 'key-expiry-invalid' }] });
  expect((await make(1000)).ok).toBe(true);
});

it('the first administrator is made once, also by two at once', async () => {
  const fresh = await database.tenant();
  const make = (login: string) =>
    firstAdministrator(
      api.ports,
      fresh,
      { login, name: login, expiresAt: new Date(api.time.now.getTime() + 1000) },
      systemActor('cli'),
    );
  const made = await Promise.all([make('one'), make('two')]);
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  const key = taken(made.find(({ ok }) => ok) as (typeof made)[number]).text;
  expect((await me(key)).body.scopes).toContain('access:write');
  expect(await make('three')).toMatchObject({ ok: false, refusals: [{ code: 'administrator-exists' }] });
});
