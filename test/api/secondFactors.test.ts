import { describe, expect, it } from 'vitest';
import type { Role } from '../../app/access/role.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { asRole } from '../support/asRole.ts';
import { codeAt } from '../support/codeAt.ts';
import { taken } from '../support/scenario.ts';

// What people have beside a password, and every way around it that we could think of. Passkeys are tried by a browser.

const { database, api } = await servedDatabase();
const tenant = await database.tenant('acme');
const other = await database.tenant('zeta');
const PASSWORD = 'a lamp, a boat, 3 keys';
const STEP = 30_000;
const wait = (ms: number) => {
  api.time.now = new Date(api.time.now.getTime() + ms);
};

let count = 0;
async function member(roles: readonly Role[] = ['administrator'], at = tenant) {
  count += 1;
  // Past the guard of one place: here it is the account that is tried.
  wait(61_000);
  const email = `ann${count}@example.com`;
  const wanted = { email, name: 'Ann', roles: roles.map((role) => ({ role })), password: PASSWORD };
  taken(await createMember(api.ports, at, wanted, systemActor('cli')));
  return email;
}
const sessionIn = (headers: Readonly<Record<string, unknown>>) =>
  /^openrebate=([0-9a-f]{64});/.exec(String(headers['set-cookie']))?.[1] ?? '';
const signIn = (email: string, password = PASSWORD) =>
  api.call(undefined, { method: 'POST', url: '/api/v1/sign-in', payload: { email, password } });
const showCode = (ticket: string, code: string) =>
  api.call(undefined, { method: 'POST', url: '/api/v1/sign-in/code', payload: { ticket, code } });
const post = (session: string, url: string, payload: object) =>
  api.call(session, { method: 'POST', url: `/api/v1/account/${url}`, payload });
const me = (session: string) => api.call(session, { url: '/api/v1/me' });

/** An account with codes by time: its key, the recovery codes, and the session in which it was set up. */
async function withTotp(roles?: readonly Role[]) {
  const email = await member(roles);
  const session = sessionIn((await signIn(email)).headers);
  const { key } = (await post(session, 'totp', { present: PASSWORD })).body;
  const confirmed = await api.call(session, {
    method: 'PUT',
    url: '/api/v1/account/totp',
    payload: { code: codeAt(key, api.time.now) },
  });
  expect(confirmed.status).toBe(200);
  return { email, session, key: key as string, codes: confirmed.body.recoveryCodes as string[] };
}
async function ticketOf(email: string): Promise<string> {
  const asked = await signIn(email);
  expect([asked.status, asked.body.state, asked.headers['set-cookie']]).toEqual([
    200,
    'secondFactor',
    undefined,
  ]);
  return asked.body.ticket;
}

describe('codes by time', () => {
  it('are set up with the password and a first code, and asked for from then on', async () => {
    const { email, key } = await withTotp();
    wait(STEP);
    const ticket = await ticketOf(email);
    expect((await me(ticket)).body.code).toBe('session-ended');
    const shown = await showCode(ticket, codeAt(key, api.time.now));
    expect([shown.status, shown.body.state]).toEqual([200, 'signedIn']);
    const rows = (await api.call(sessionIn(shown.headers), { url: '/api/v1/sessions' })).body.rows;
    expect(rows[0]).toMatchObject({ isThis: true, method: 'totp', isStrong: true });
  });

  it('work once each, and not after an older or newer one than a step', async () => {
    const { email, key } = await withTotp();
    const at = (steps: number) => codeAt(key, new Date(api.time.now.getTime() + steps * STEP));
    const told = async (code: string) => (await showCode(await ticketOf(email), code)).body;
    // What confirmed it is used up.
    expect((await told(at(0))).code).toBe('code-wrong');
    wait(4 * STEP);
    expect([(await told(at(-2))).code, (await told(at(2))).code]).toEqual(['code-wrong', 'code-wrong']);
    expect((await told(at(0))).state).toBe('signedIn');
    expect([(await told(at(0))).code, (await told(at(-1))).code]).toEqual(['code-wrong', 'code-wrong']);
    expect((await told(at(1))).state).toBe('signedIn');
  });

  it('sign in once, however many come with one code at once', async () => {
    const { email, key } = await withTotp();
    wait(STEP);
    const tickets = [await ticketOf(email), await ticketOf(email)];
    const code = codeAt(key, api.time.now);
    const done = await Promise.all([...tickets, ...tickets].map((ticket) => showCode(ticket, code)));
    expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('are tried ten times an hour, with however many tickets and right passwords between', async () => {
    const { email, key } = await withTotp();
    wait(2 * STEP);
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await showCode(await ticketOf(email), '000000')).body.code).toBe('code-wrong');
    }
    wait(61_000);
    const locked = await showCode(await ticketOf(email), codeAt(key, api.time.now));
    expect(locked.body.code).toBe('too-many-requests');
    wait(3_600_000);
    expect((await showCode(await ticketOf(email), codeAt(key, api.time.now))).status).toBe(200);
  });

  it('need a ticket of this account that is not over, and the ticket works once', async () => {
    const { email, key } = await withTotp();
    const others = await withTotp();
    wait(2 * STEP);
    const ticket = await ticketOf(others.email);
    expect((await showCode(ticket, codeAt(key, api.time.now))).body.code).toBe('code-wrong');
    const old = await ticketOf(email);
    wait(10 * 60_000);
    expect((await showCode(old, codeAt(key, api.time.now))).body.code).toBe('ticket-invalid');
    const good = await ticketOf(email);
    expect((await showCode(good, codeAt(key, api.time.now))).status).toBe(200);
    wait(STEP);
    expect((await showCode(good, codeAt(key, api.time.now))).body.code).toBe('ticket-invalid');
    for (const none of ['', 'x', '0'.repeat(64)]) {
      const { status } = await showCode(none, '123456');
      expect(status).toBe(403);
    }
  });

  it('are changed by whoever knows the password only, and the key is sealed where it is kept', async () => {
    const { email, session, key } = await withTotp();
    expect((await post(session, 'totp', { present: PASSWORD })).body.code).toBe('totp-exists');
    expect((await post(session, 'totp/removal', { present: 'guess' })).body.code).toBe('password-wrong');
    const kept = await asRole(database.adminUrl, tenant, 'SELECT t::text FROM account_totp t');
    expect(JSON.stringify(kept)).not.toContain(key);
    expect((await post(session, 'totp/removal', { present: PASSWORD })).status).toBe(204);
    expect((await signIn(email)).body.state).toBe('signedIn');
    const factors = await api.call(session, { url: '/api/v1/account/factors' });
    expect(factors.body).toEqual({ hasTotp: false, passkeys: [], recoveryCodes: 0 });
  });

  it('do not count before they are confirmed', async () => {
    const email = await member();
    const session = sessionIn((await signIn(email)).headers);
    await post(session, 'totp', { present: PASSWORD });
    const wrong = await api.call(session, {
      method: 'PUT',
      url: '/api/v1/account/totp',
      payload: { code: '000000' },
    });
    expect(wrong.body.code).toBe('code-wrong');
    expect((await signIn(email)).body.state).toBe('signedIn');
  });

  it('are still asked for after a new password by mail', async () => {
    const { email, key } = await withTotp();
    const asked = { email, in: 'office' };
    await api.call(undefined, { method: 'POST', url: '/api/v1/password-reset', payload: asked });
    await api.postbox.settled();
    const [ticket] = api.postbox.sent
      .filter(({ to }) => to === email)
      .map(({ letter }) => letter.way?.address.split('#')[1]);
    const payload = { ticket, password: 'quite another one' };
    await api.call(undefined, { method: 'PUT', url: '/api/v1/password-reset', payload });
    wait(STEP);
    const again = await signIn(email, 'quite another one');
    expect(again.body.state).toBe('secondFactor');
    expect((await showCode(again.body.ticket, codeAt(key, api.time.now))).status).toBe(200);
  });
});

describe('recovery codes', () => {
  it('work once each, however they are typed, and are kept as hashes', async () => {
    const { email, codes } = await withTotp();
    expect(codes).toHaveLength(10);
    const [one = '', two = ''] = codes;
    const typed = ` ${one.replace('-', ' ').toUpperCase()} `;
    expect((await showCode(await ticketOf(email), typed)).status).toBe(200);
    expect((await showCode(await ticketOf(email), one)).body.code).toBe('code-wrong');
    const tickets = await Promise.all([1, 2, 3].map(() => ticketOf(email)));
    const done = await Promise.all(tickets.map((ticket) => showCode(ticket, two)));
    expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
    const kept = await asRole(database.adminUrl, tenant, 'SELECT c::text FROM account_recovery_code c');
    expect(JSON.stringify(kept)).not.toContain(two.slice(0, 5));
  });

  it('of somebody else, and those that were made anew, work no more', async () => {
    const [ann, bo] = [await withTotp(), await withTotp()];
    expect((await showCode(await ticketOf(ann.email), bo.codes[0] ?? '')).body.code).toBe('code-wrong');
    const renewed = await post(ann.session, 'recovery-codes', { present: PASSWORD });
    expect((await showCode(await ticketOf(ann.email), ann.codes[1] ?? '')).body.code).toBe('code-wrong');
    expect((await showCode(await ticketOf(ann.email), renewed.body.recoveryCodes[0])).status).toBe(200);
  });
});

describe('a tenant that asks for a second factor', () => {
  const policy = async (session: string, needsSecondFactor: boolean) => {
    const seen = await api.call(session, { url: '/api/v1/sign-in-policy' });
    return api.call(session, {
      method: 'PUT',
      url: '/api/v1/sign-in-policy',
      headers: { 'if-match': String(seen.headers.etag) },
      payload: { needsSecondFactor },
    });
  };

  it('opens nothing but the way to one, also to who is signed in, and stays open to keys', async () => {
    const admin = await withTotp();
    const bo = await member(['analyst']);
    const before = sessionIn((await signIn(bo)).headers);
    const { key } = await personWith(api, tenant);
    expect((await me(before)).status).toBe(200);
    expect((await policy(admin.session, true)).status).toBe(200);
    for (const url of ['/api/v1/me', '/api/v1/earnings', '/api/v1/persons', '/api/v1/roles']) {
      expect([url, (await api.call(before, { url })).body.code]).toEqual([url, 'second-factor-needed']);
    }
    const write = { method: 'POST' as const, url: '/api/v1/calculations', payload: {} };
    expect((await api.call(before, write)).body.code).toBe('second-factor-needed');
    const view = await api.call(before, { url: '/api/v1/session' });
    expect(view.body.needs).toBe('secondFactor');
    expect((await api.call(key, { url: '/api/v1/persons' })).status).toBe(200);
    const totp = (await post(before, 'totp', { present: PASSWORD })).body;
    const code = codeAt(totp.key, api.time.now);
    await api.call(before, { method: 'PUT', url: '/api/v1/account/totp', payload: { code } });
    expect((await me(before)).status).toBe(200);
    expect((await policy(admin.session, false)).status).toBe(200);
  });

  it('is not made by who has shown none, nor by who may not, nor for another tenant', async () => {
    const weak = sessionIn((await signIn(await member())).headers);
    expect((await policy(weak, true)).body.code).toBe('second-factor-needed');
    const analyst = await withTotp(['analyst']);
    expect((await policy(analyst.session, true)).body.code).toBe('scope-missing');
    const admin = await withTotp();
    await policy(admin.session, true);
    const elsewhere = sessionIn((await signIn(await member(['auditor'], other))).headers);
    expect((await me(elsewhere)).status).toBe(200);
    await policy(admin.session, false);
  });
});

it('passkeys of nobody, of elsewhere, and answers that nobody asked for are refused alike', async () => {
  const options = await api.call(undefined, { method: 'POST', url: '/api/v1/sign-in/passkey/options' });
  expect(options.body.options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  const show = (flow: string, response: object) =>
    api.call(undefined, { method: 'POST', url: '/api/v1/sign-in/passkey', payload: { flow, response } });
  const forged = { id: 'AQID', response: { userHandle: 'AQID' }, type: 'public-key' };
  for (const [flow, response] of [
    [options.body.flow, forged],
    [options.body.flow, forged],
    ['0'.repeat(64), forged],
    ['x', {}],
  ]) {
    expect((await show(flow, response)).body.code).toBe('passkey-refused');
  }
});
