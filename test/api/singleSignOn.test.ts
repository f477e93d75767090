import { generateKeyPairSync } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { personWith, signedIn } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { asRole } from '../support/asRole.ts';
import { browseTo, forger, oidcPeer } from '../support/oidcPeer.ts';
import { taken } from '../support/scenario.ts';

// Signing in at a real OpenID provider, and at one that lies; and every way around it that we could think of.

const { database, api } = await servedDatabase();
const tenant = await database.tenant('acme');
const other = await database.tenant('zeta');
const PAGE = 'http://localhost/sso';
const peer = await oidcPeer([PAGE]);
const liar = await forger();
afterAll(() => Promise.all([peer.close(), liar.close()]));
const PASSWORD = 'a lamp, a boat, 3 keys';

type Provider = { readonly issuer?: string; readonly clientId?: string; readonly role?: string | null };
async function setUp(at: string, { role = 'auditor', ...more }: Provider = {}) {
  // Past the guard of one place: here it is the answers that are tried.
  api.time.now = new Date(api.time.now.getTime() + 61_000);
  const { key } = await personWith(api, at);
  const seen = await api.call(key, { url: '/api/v1/sso-provider' });
  const { issuer, clientId, clientSecret } = peer;
  const wanted = { isOn: true, issuer, clientId, clientSecret, domains: ['acme.example'], role, ...more };
  const set = await api.call(key, {
    method: 'PUT',
    url: '/api/v1/sso-provider',
    headers: { 'if-match': String(seen.headers.etag) },
    payload: wanted,
  });
  expect(set.status).toBe(200);
  return set.body;
}
const begin = (code: string) =>
  api.call(undefined, {
    method: 'POST',
    url: '/api/v1/sign-in/sso/address',
    payload: { tenant: code, in: 'office' },
  });
const finish = (flow: string, address: string) =>
  api.call(undefined, { method: 'POST', url: '/api/v1/sign-in/sso', payload: { flow, address } });
const sessionIn = (headers: Readonly<Record<string, unknown>>) =>
  /^openrebate=([0-9a-f]{64});/.exec(String(headers['set-cookie']))?.[1] ?? '';
async function signOn(someone: Partial<typeof peer.someone> = {}) {
  const sub = someone.sub ?? `u-${Math.random()}`;
  peer.someone = { email: 'ann@acme.example', email_verified: true, name: 'Ann Lee', ...someone, sub };
  const { flow, address } = (await begin('acme')).body;
  return finish(flow, await browseTo(address, PAGE));
}

describe('a provider', () => {
  it('is asked by code flow with PKCE, state and nonce, and its secret is sealed', async () => {
    await setUp(tenant);
    const { address } = (await begin('acme')).body;
    const { searchParams } = new URL(address);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: PAGE,
      scope: 'openid email profile',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect([name, (searchParams.get(name) ?? '').length >= 40]).toEqual([name, true]);
    }
    const kept = await asRole(database.adminUrl, tenant, 'SELECT p::text FROM sso_provider p');
    expect(JSON.stringify(kept)).not.toContain(Buffer.from(peer.clientSecret).toString('hex'));
    expect(JSON.stringify(kept)).not.toContain(peer.clientSecret);
  });

  it('lets in by rule who comes from a domain of it, with that role, in this tenant alone', async () => {
    await setUp(tenant);
    const done = await signOn({ sub: 'rule', email: 'rule@acme.example', name: 'Rule Book' });
    expect(done.status).toBe(200);
    const session = sessionIn(done.headers);
    const me = await api.call(session, { url: '/api/v1/me' });
    expect(me.body).toMatchObject({
      name: 'Rule Book',
      tenant: { code: 'acme' },
      roles: [{ role: 'auditor' }],
    });
    const again = await signOn({ sub: 'rule', email: 'other@acme.example' });
    const her = await api.call(sessionIn(again.headers), { url: '/api/v1/me' });
    expect(her.body.id).toBe(me.body.id);
    for (const [email, isVerified] of [
      ['eve@evil.example', true],
      ['eve@acme.example', false],
      ['eve@acme.example.evil.example', true],
      ['eve@sub.acme.example', true],
    ] as const) {
      const refused = await signOn({ email, email_verified: isVerified });
      expect([email, refused.body.code]).toEqual([email, 'sso-nobody']);
    }
  });

  it('links the person who has the address, as long as they are there, and no partner’s', async () => {
    await setUp(tenant, { role: null });
    const email = 'boss@acme.example';
    const wanted = { email, name: 'Boss', roles: [{ role: 'analyst' as const }], password: PASSWORD };
    const { person } = taken(await createMember(api.ports, tenant, wanted, systemActor('cli')));
    const done = await signOn({ sub: 'boss', email });
    const session = sessionIn(done.headers);
    expect((await api.call(session, { url: '/api/v1/me' })).body.id).toBe(person);
    expect((await signOn({ email: 'unknown@acme.example' })).body.code).toBe('sso-nobody');
    const partner = await personWith(api, tenant, { partners: ['P1'], scopes: ['earnings:read'] });
    await signedIn(api, tenant, partner.id, { email: 'partner@acme.example' });
    expect((await signOn({ email: 'partner@acme.example' })).body.code).toBe('sso-nobody');
    const { key } = await personWith(api, tenant);
    await api.call(key, {
      method: 'PUT',
      url: `/api/v1/persons/${person}`,
      headers: { 'if-match': '"1"' },
      payload: { name: 'Boss', partners: null, isActive: false },
    });
    expect((await api.call(session, { url: '/api/v1/me' })).body.code).toBe('tenant-not-chosen');
    expect((await signOn({ sub: 'boss', email })).body.code).toBe('sso-nobody');
  });

  it('opens neither another tenant of the account nor the account itself', async () => {
    const email = 'both@acme.example';
    const wanted = { email, name: 'Both', roles: [{ role: 'administrator' as const }], password: PASSWORD };
    taken(await createMember(api.ports, other, wanted, systemActor('cli')));
    await setUp(tenant);
    const session = sessionIn((await signOn({ sub: 'both', email })).headers);
    const view = await api.call(session, { url: '/api/v1/session' });
    expect(view.body.tenants.map(({ code }: { code: string }) => code)).toEqual(['acme']);
    const change = { method: 'PUT' as const, url: '/api/v1/session/tenant', payload: { tenant: 'zeta' } };
    expect((await api.call(session, change)).body.code).toBe('tenant-not-yours');
    const calls: readonly (readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string, object?])[] = [
      ['GET', '/api/v1/sessions'],
      ['DELETE', '/api/v1/sessions'],
      ['GET', '/api/v1/account/factors'],
      ['POST', '/api/v1/account/totp', { present: PASSWORD }],
      ['POST', '/api/v1/account/passkeys/options', { present: PASSWORD }],
      ['PUT', '/api/v1/account/password', { present: PASSWORD, password: 'quite another one' }],
    ];
    for (const [method, url, payload] of calls) {
      const answer = await api.call(session, { method, url, ...(payload && { payload }) });
      expect([url, answer.body.code]).toEqual([url, 'account-not-shown']);
    }
    const out = await api.call(session, { method: 'DELETE', url: '/api/v1/session' });
    expect(out.status).toBe(204);
    // Whoever signs in with the password afterwards does not land where the provider speaks.
    const own = await api.call(undefined, {
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email, password: PASSWORD },
    });
    expect(own.body.state).toBe('signedIn');
  });

  it('counts for its tenant only, and not when it is off', async () => {
    await setUp(tenant);
    expect((await begin('zeta')).body.code).toBe('sso-not-set-up');
    expect((await begin('nobody')).body.code).toBe('sso-not-set-up');
    expect((await begin("'; --")).body.code).toBe('sso-not-set-up');
    const { flow, address } = (await begin('acme')).body;
    const back = await browseTo(address, PAGE);
    const { key } = await personWith(api, tenant);
    const seen = await api.call(key, { url: '/api/v1/sso-provider' });
    const { version: _, ...kept } = seen.body;
    const put = (payload: object, etag: unknown) =>
      api.call(key, {
        method: 'PUT',
        url: '/api/v1/sso-provider',
        headers: { 'if-match': String(etag) },
        payload,
      });
    const off = await put({ ...kept, isOn: false }, seen.headers.etag);
    expect(off.status).toBe(200);
    expect((await finish(flow, back)).body.code).toBe('sso-not-set-up');
    // The secret of one provider is never sent to another.
    const moved = await put({ ...kept, issuer: 'https://evil.example' }, off.headers.etag);
    expect(moved.body.code).toBe('sso-secret-missing');
    const plain = await put({ ...kept, issuer: 'http://10.0.0.1' }, off.headers.etag);
    expect(plain.body.code).toBe('body-field-invalid');
  });
});

describe('an answer', () => {
  it('counts once, in the browser that asked, with the state that it was given', async () => {
    await setUp(tenant);
    const [one, two] = [(await begin('acme')).body, (await begin('acme')).body];
    peer.someone = { sub: 'once', email: 'once@acme.example', email_verified: true };
    const back = await browseTo(one.address, PAGE);
    expect((await finish(two.flow, back)).body.code).toBe('sso-refused');
    expect((await finish('0'.repeat(64), back)).body.code).toBe('sso-refused');
    expect((await finish(one.flow, back)).status).toBe(200);
    expect((await finish(one.flow, back)).body.code).toBe('sso-refused');
    const three = (await begin('acme')).body;
    const fresh = await browseTo(three.address, PAGE);
    const forged = fresh.replace(/state=[^&]+/, 'state=forged');
    expect((await finish(three.flow, forged)).body.code).toBe('sso-refused');
  });

  it('is none after ten minutes, nor an error, nor nothing', async () => {
    await setUp(tenant);
    for (const change of [
      (back: string) => back.replace(/code=[^&]+/, 'error=access_denied'),
      () => PAGE,
      () => 'no address',
      (back: string) => back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'),
    ]) {
      const { flow, address } = (await begin('acme')).body;
      const back = await browseTo(address, PAGE);
      expect((await finish(flow, change(back))).body.code).toBe('sso-refused');
    }
    const { flow, address } = (await begin('acme')).body;
    const back = await browseTo(address, PAGE);
    api.time.now = new Date(api.time.now.getTime() + 10 * 60_000);
    expect((await finish(flow, back)).body.code).toBe('sso-refused');
  });

  it.each<[string, (right: Record<string, unknown>) => Record<string, unknown>]>([
    ['with another nonce', (right) => ({ ...right, nonce: 'another' })],
    ['without nonce', ({ nonce: _, ...right }) => right],
    ['for another audience', (right) => ({ ...right, aud: 'somebody' })],
    ['of another issuer', (right) => ({ ...right, iss: 'https://evil.example' })],
    ['that is over', (right) => ({ ...right, exp: Number(right.iat) - 600 })],
    ['without subject', ({ sub: _, ...right }) => right],
  ])('%s is refused', async (_, change) => {
    await setUp(tenant, { issuer: liar.issuer });
    const { flow, address } = (await begin('acme')).body;
    const { searchParams } = new URL(address);
    const iat = Math.floor(Date.now() / 1000);
    const right = {
      ...{ sub: 'x', aud: peer.clientId, nonce: searchParams.get('nonce'), iat, exp: iat + 60 },
      ...{ email: 'liar@acme.example', email_verified: true },
    };
    const back = `${PAGE}?code=x&state=${searchParams.get('state')}`;
    liar.claims = change(right);
    expect((await finish(flow, back)).body.code).toBe('sso-refused');
  });

  it('signed by another key is refused, and the right one is taken', async () => {
    await setUp(tenant, { issuer: liar.issuer });
    const told = async () => {
      const { flow, address } = (await begin('acme')).body;
      const { searchParams } = new URL(address);
      const iat = Math.floor(Date.now() / 1000);
      liar.claims = {
        ...{ sub: 'x', aud: peer.clientId, nonce: searchParams.get('nonce'), iat, exp: iat + 60 },
        ...{ email: 'liar@acme.example', email_verified: true },
      };
      return finish(flow, `${PAGE}?code=x&state=${searchParams.get('state')}`);
    };
    const right = liar.key;
    liar.key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect((await told()).body.code).toBe('sso-refused');
    liar.key = right;
    expect((await told()).status).toBe(200);
  });

  it('of a provider that does not answer is said as such', async () => {
    await setUp(tenant, { issuer: 'http://127.0.0.1:1' });
    expect((await begin('acme')).body.code).toBe('sso-not-answering');
  });
});
