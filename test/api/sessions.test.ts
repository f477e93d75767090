import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scopesOf } from '../../app/access/role.ts';
import { setRoles, type WantedRole } from '../../app/access/setRoles.ts';
import { type BoundDeed, withinGrant } from '../../app/access/withinGrant.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { personWith, signedIn } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { asRole } from '../support/asRole.ts';
import { taken } from '../support/scenario.ts';

// Who signs in at a browser, and every way around it that we could think of: over the real server and database.

const { database, api } = await servedDatabase();
const tenant = await database.tenant('acme');
const other = await database.tenant('zeta');
const admin = () => personWith(api, tenant);
const PASSWORD = 'a lamp, a boat, 3 keys';

let count = 0;
async function member(
  roles: readonly ('auditor' | 'analyst' | 'administrator')[] = ['auditor'],
  at = tenant,
) {
  count += 1;
  const email = `ann${count}@example.com`;
  const wanted = { email, name: 'Ann', roles: roles.map((role) => ({ role })), password: PASSWORD };
  return { email, ...taken(await createMember(api.ports, at, wanted, systemActor('cli'))) };
}

const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  api.call(undefined, { method: 'POST', url: '/api/v1/sign-in', payload: { email, password }, headers });
const secretOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
  /^openrebate=([0-9a-f]{64});/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
const me = (session: string) => api.call(session, { url: '/api/v1/me' });
const wait = (ms: number) => {
  api.time.now = new Date(api.time.now.getTime() + ms);
};
const HOUR = 3_600_000;

describe('a password', () => {
  it('opens a session that only the browser holds, and that says who it is', async () => {
    const { email, person } = await member();
    const answer = await signIn(email.toUpperCase());
    expect([answer.status, answer.body.state]).toEqual([200, 'signedIn']);
    expect(answer.headers['set-cookie']).toMatch(
      /^openrebate=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/,
    );
    const session = secretOf(answer);
    expect((await me(session)).body).toMatchObject({
      kind: 'person',
      id: person,
      tenant: { code: 'acme' },
      scopes: scopesOf('auditor'),
      roles: [{ role: 'auditor', companies: null, limit: null }],
    });
    const kept = await asRole<{ text: string }>(
      database.adminUrl,
      tenant,
      'SELECT s::text AS text FROM account_session s',
    );
    expect(JSON.stringify(kept)).not.toContain(session);
    const accounts = await asRole<{ text: string }>(
      database.adminUrl,
      tenant,
      'SELECT a::text AS text FROM account a',
    );
    expect(JSON.stringify(accounts)).not.toContain(PASSWORD);
  });

  it('that is wrong, and an address that nobody has, are answered alike and locked alike', async () => {
    const { email } = await member();
    const told = async (address: string, password: string) => {
      const { status, body, headers } = await signIn(address, password);
      return [status, body.code, body.title, body.errors, headers['set-cookie']];
    };
    const wrong = await told(email, 'not the password');
    expect(wrong[1]).toBe('sign-in-failed');
    expect(await told('nobody@example.com', PASSWORD)).toEqual(wrong);
    expect(await told('no address', PASSWORD)).toEqual(wrong);
    // Past the guard of one address from which there are many tries: here it is the account that is locked.
    const locks: unknown[] = [];
    for (const address of [email, 'nobody@example.com']) {
      for (let tries = 1; tries < 10; tries += 1) await told(address, 'wrong again');
      wait(61_000);
      locks.push(await told(address, PASSWORD));
    }
    expect(locks[0]).toEqual(locks[1]);
    expect((locks[0] as unknown[])[1]).toBe('too-many-requests');
    wait(16 * 60_000);
    expect((await signIn(email)).status).toBe(200);
  });

  it('is not found by many tries at once', async () => {
    const { email } = await member();
    wait(61_000);
    const tries = await Promise.all([
      ...Array.from({ length: 14 }, (_, one) => signIn(email, `guess number ${one}`)),
      signIn(email),
    ]);
    const codes = tries.map(({ status, body }) => (status === 200 ? 'in' : body.code));
    expect(codes.filter((code) => code === 'too-many-requests').length).toBeGreaterThanOrEqual(4);
    wait(16 * 60_000);
  });

  it('cannot be tried more than twenty times a minute from one place, at whichever addresses', async () => {
    wait(61_000);
    const codes: string[] = [];
    for (let one = 0; one < 22; one += 1) codes.push((await signIn(`some${one}@example.com`, 'x')).body.code);
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('sign-in-failed'));
    expect(codes.slice(20)).toEqual(Array(2).fill('too-many-requests'));
    wait(61_000);
  });

  it.each([
    ['short', 'password-too-short'],
    ['aaaaaaaaaaaaaaaa', 'password-too-common'],
    ['abcdefghijklmnop', 'password-too-common'],
    ['1234567890123456', 'password-too-common'],
    ['Password!2026!!!', 'password-too-common'],
    ['passwordpassword', 'password-too-common'],
    ['correct-horse-battery-staple', 'password-too-common'],
    ['four words of mine', undefined],
    ['a long walk along the river in the evening, with two dogs and a very old friend of mine', undefined],
    ['一二三四五六七八九十百千', undefined],
  ])('like %s is %s', async (password, code) => {
    const { email } = await member();
    const session = secretOf(await signIn(email));
    const change = await api.call(session, {
      method: 'PUT',
      url: '/api/v1/account/password',
      payload: { present: PASSWORD, password },
    });
    expect(change.body.code).toBe(code);
  });

  it('is changed by whoever knows it, and ends every other session', async () => {
    const { email } = await member();
    const [one, two] = [secretOf(await signIn(email)), secretOf(await signIn(email))];
    const change = (present: string) =>
      api.call(one, {
        method: 'PUT',
        url: '/api/v1/account/password',
        payload: { present, password: 'quite another one' },
      });
    expect((await change('wrong')).body.code).toBe('password-wrong');
    expect((await change(PASSWORD)).status).toBe(204);
    expect([(await me(one)).status, (await me(two)).body.code]).toEqual([200, 'session-ended']);
    expect((await signIn(email)).body.code).toBe('sign-in-failed');
    expect((await signIn(email, 'quite another one')).status).toBe(200);
  });
});

describe('a session', () => {
  it('is never one that somebody else has chosen, and ends the one before', async () => {
    const { email } = await member();
    const planted = 'f'.repeat(64);
    const first = await signIn(email, PASSWORD, { cookie: `openrebate=${planted}` });
    expect(secretOf(first)).not.toBe(planted);
    expect((await me(planted)).body.code).toBe('session-ended');
    const second = await signIn(email, PASSWORD, { cookie: `openrebate=${secretOf(first)}` });
    expect([(await me(secretOf(first))).status, (await me(secretOf(second))).status]).toEqual([401, 200]);
  });

  it('ends when it lies idle, and after a week however busy', async () => {
    const { email } = await member();
    const idle = secretOf(await signIn(email));
    wait(13 * HOUR);
    const ended = await me(idle);
    expect([ended.status, ended.body.code]).toEqual([401, 'session-ended']);
    expect(ended.headers['set-cookie']).toBe('openrebate=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
    const busy = secretOf(await signIn(email));
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      wait(6 * HOUR);
      expect((await me(busy)).status).toBe(200);
    }
    wait(6 * HOUR);
    expect((await me(busy)).status).toBe(401);
  });

  it('is listed and ended, one’s own only', async () => {
    const [ann, bo] = [await member(), await member()];
    const [one, two, foreign] = [
      secretOf(await signIn(ann.email)),
      secretOf(await signIn(ann.email)),
      secretOf(await signIn(bo.email)),
    ];
    const list = async (session: string) => (await api.call(session, { url: '/api/v1/sessions' })).body.rows;
    const rows = await list(one);
    expect(rows.map(({ isThis }: { isThis: boolean }) => isThis).sort()).toEqual([false, true]);
    const end = (session: string, id: string) =>
      api.call(session, { method: 'DELETE', url: `/api/v1/sessions/${id}` });
    const [bos] = await list(foreign);
    expect((await end(one, bos.id)).body.code).toBe('session-not-found');
    expect((await end(one, randomUUID())).body.code).toBe('session-not-found');
    expect((await end(one, rows.find(({ isThis }: { isThis: boolean }) => !isThis).id)).status).toBe(204);
    expect([(await me(one)).status, (await me(two)).status, (await me(foreign)).status]).toEqual([
      200, 401, 200,
    ]);
    const three = secretOf(await signIn(ann.email));
    const others = await api.call(one, { method: 'DELETE', url: '/api/v1/sessions' });
    expect([others.body, (await me(three)).status]).toEqual([{ ended: 1 }, 401]);
    const out = await api.call(one, { method: 'DELETE', url: '/api/v1/session' });
    expect([out.status, String(out.headers['set-cookie'])]).toEqual([
      204,
      expect.stringContaining('Max-Age=0'),
    ]);
    expect((await me(one)).status).toBe(401);
  });

  it('loses what a role gave as soon as the role is taken', async () => {
    const { email, person } = await member();
    const session = secretOf(await signIn(email));
    const persons = () => api.call(session, { url: '/api/v1/persons' });
    expect((await persons()).status).toBe(200);
    const { key } = await admin();
    const roles = (names: string[]) =>
      api.call(key, {
        method: 'PUT',
        url: `/api/v1/persons/${person}/roles`,
        payload: { roles: names.map((role) => ({ role })) },
      });
    expect((await roles(['analyst'])).status).toBe(200);
    expect((await persons()).body.code).toBe('scope-missing');
    expect((await roles(['partnerUser'])).body.code).toBe('role-not-for-person');
    await api.call(key, {
      method: 'PUT',
      url: `/api/v1/persons/${person}`,
      headers: { 'if-match': '"1"' },
      payload: { name: 'Gone', partners: null, isActive: false },
    });
    expect((await persons()).body.code).toBe('tenant-not-chosen');
  });

  it('is no way to give oneself more', async () => {
    const { email, person } = await member(['administrator']);
    const session = secretOf(await signIn(email));
    const answer = await api.call(session, {
      method: 'PUT',
      url: `/api/v1/persons/${person}/roles`,
      payload: { roles: [{ role: 'administrator' }, { role: 'approver' }] },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'scope-not-own']);
    const key = await api.call(session, {
      method: 'POST',
      url: '/api/v1/keys',
      payload: {
        holder: { kind: 'person', id: person },
        label: 'x',
        scopes: ['payments:approve'],
        expiresAt: new Date(api.time.now.getTime() + HOUR).toISOString(),
      },
    });
    expect(key.body.code).toBe('scope-not-own');
  });
});

describe('a page of another site', () => {
  it.each<[string, Record<string, string>]>([
    ['without our header', { 'x-openrebate': '' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from no origin', { origin: 'null' }],
    ['from another port', { origin: 'http://localhost:81' }],
    ['across sites', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['of a bookmark that writes', { 'sec-fetch-site': 'none' }],
  ])('%s changes nothing', async (_, headers) => {
    const { email } = await member(['analyst']);
    const session = secretOf(await signIn(email));
    const sent = { cookie: `openrebate=${session}`, host: 'localhost:80', 'x-openrebate': '1', ...headers };
    const write = { method: 'POST' as const, url: '/api/v1/persons', payload: {} };
    const withoutEmpty = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
    const out = { method: 'DELETE' as const, url: '/api/v1/session' };
    for (const request of [write, out]) {
      const response = await api.server.inject({
        ...request,
        headers: { ...withoutEmpty, 'idempotency-key': randomUUID() },
      });
      expect([response.statusCode, response.json().code]).toEqual([403, 'request-not-from-page']);
    }
    expect((await me(session)).status).toBe(200);
  });

  it('cannot sign anybody in, nor read', async () => {
    const { email } = await member();
    const response = await api.server.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email, password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    });
    expect(response.json().code).toBe('request-not-from-page');
    const session = secretOf(await signIn(email));
    const read = await api.server.inject({
      url: '/api/v1/persons',
      headers: { cookie: `openrebate=${session}`, 'sec-fetch-site': 'cross-site' },
    });
    expect(read.json().code).toBe('request-not-from-page');
  });

  it('is told from two cookies of one name, which are none', async () => {
    const { email } = await member();
    const session = secretOf(await signIn(email));
    const cookie = `openrebate=${'0'.repeat(64)}; openrebate=${session}`;
    const response = await api.server.inject({ url: '/api/v1/me', headers: { cookie } });
    expect(response.json().code).toBe('key-missing');
  });
});

describe('an account in two tenants', () => {
  it('works in one at a time, in those where it is a member, and sees nothing of the other', async () => {
    const ann = await member(['auditor']);
    const { id: person } = await personWith(api, other);
    const session = await signedIn(api, other, person, { roles: ['analyst'], email: ann.email });
    const view = async () => (await api.call(session, { url: '/api/v1/session' })).body;
    expect((await view()).tenants.map(({ code }: { code: string }) => code)).toEqual(['acme', 'zeta']);
    const work = (code: string) =>
      api.call(session, { method: 'PUT', url: '/api/v1/session/tenant', payload: { tenant: code } });
    expect((await work('acme')).body.tenant.code).toBe('acme');
    expect(await view()).toMatchObject({ tenant: { code: 'acme' }, person: { id: ann.person } });
    const keysHere = (await api.call(session, { url: `/api/v1/persons/${person}` })).body.code;
    expect(keysHere).toBe('person-not-found');
    expect((await work('zeta')).status).toBe(200);
    expect((await me(session)).body).toMatchObject({ id: person, tenant: { code: 'zeta' } });
    await database.tenant('third');
    for (const code of ['third', 'nobody', '../zeta', "'; --"]) {
      expect([code, (await work(code)).body.code]).toEqual([code, 'tenant-not-yours']);
    }
    expect((await me(session)).body.tenant.code).toBe('zeta');
  });
});

it('a key is no browser, and a browser no key', async () => {
  const byKey = await api.server.inject({
    url: '/api/v1/session',
    headers: { authorization: `Bearer ${(await admin()).key}` },
  });
  expect([byKey.statusCode, byKey.json().code]).toEqual([401, 'session-needed']);
  const { email } = await member();
  const session = secretOf(await signIn(email));
  const asKey = await api.server.inject({
    url: '/api/v1/me',
    headers: { authorization: `Bearer ${session}` },
  });
  expect(asKey.json().code).toBe('key-invalid');
});

describe('a grant', () => {
  const withinAs = async (grants: readonly WantedRole[], deed: BoundDeed) => {
    const { id } = await personWith(api, tenant);
    taken(await setRoles(api.ports, tenant, { person: id, roles: grants }, systemActor('cli')));
    const actor = { kind: 'person', id } as const;
    const reaches = await api.ports.store.inTenant(tenant, (tx) => withinGrant(tx, actor, deed));
    return reaches.ok ? 'reaches' : reaches.refusals[0]?.code;
  };
  const eur = (minor: bigint) => ({ minor, currency: 'EUR' });
  const approver = (more: Omit<WantedRole, 'role'> = {}) => ({ role: 'approver' as const, ...more });
  const asked = (company: string, amount: bigint, currency = 'EUR') =>
    ({ scope: 'settlements:approve', company, amount: { minor: amount, currency } }) as const;

  it.each<[string, readonly WantedRole[], BoundDeed, string]>([
    ['without a limit', [approver()], asked('AW', 10n ** 12n), 'reaches'],
    ['at its limit', [approver({ limit: eur(1000n) })], asked('AW', 1000n), 'reaches'],
    ['a cent above it', [approver({ limit: eur(1000n) })], asked('AW', 1001n), 'amount-above-limit'],
    [
      'a cent above it, taken back',
      [approver({ limit: eur(1000n) })],
      asked('AW', -1001n),
      'amount-above-limit',
    ],
    ['in another currency', [approver({ limit: eur(1000n) })], asked('AW', 1n, 'USD'), 'amount-above-limit'],
    ['of its company', [approver({ companies: ['AW'] })], asked('AW', 1n), 'reaches'],
    ['of another company', [approver({ companies: ['AW'] })], asked('NW', 1n), 'company-not-yours'],
    [
      'more here and less there',
      [approver({ companies: ['AW'], limit: eur(5n) }), approver({ companies: ['NW'], limit: eur(9n) })],
      asked('AW', 6n),
      'amount-above-limit',
    ],
    ['by a key alone', [], asked('AW', 10n ** 12n), 'reaches'],
    ['by a key, beside a role of something else', [{ role: 'analyst' }], asked('AW', 1n), 'reaches'],
  ])('%s', async (_, grants, deed, expected) => {
    expect(await withinAs(grants, deed)).toBe(expected);
  });
});
