import { describe, expect, it } from 'vitest';
import type { Role } from '../../app/access/role.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { asRole } from '../support/asRole.ts';
import { taken } from '../support/scenario.ts';

// Links that are written to people: what they open, once, and every way around that we could think of.

const { database, api } = await servedDatabase();
const tenant = await database.tenant('acme');
const other = await database.tenant('zeta');
let admin = await personWith(api, tenant);
let stranger = await personWith(api, other);
const PASSWORD = 'a lamp, a boat, 3 keys';
const HOUR = 3_600_000;
const wait = (ms: number) => {
  api.time.now = new Date(api.time.now.getTime() + ms);
};

type Invited = { readonly email: string; readonly roles?: readonly Role[]; readonly partners?: string[] };
const invite = ({ email, roles = ['auditor'], partners }: Invited, key = admin.key) =>
  api.call(key, {
    method: 'POST',
    url: '/api/v1/invitations',
    payload: { email, name: 'Ann', partners: partners ?? null, roles: roles.map((role) => ({ role })) },
  });
const secretOf = (address: string | undefined) => address?.split('#')[1] ?? '';
async function mailsTo(email: string) {
  await api.postbox.settled();
  return api.postbox.sent.filter(({ to }) => to === email);
}
const linkTo = async (email: string) => (await mailsTo(email)).at(-1)?.letter.way?.address;
const show = (invitation: string) =>
  api.call(undefined, { method: 'POST', url: '/api/v1/invitation', payload: { invitation } });
const acceptWith = (invitation: string, password?: string) =>
  api.call(undefined, {
    method: 'POST',
    url: '/api/v1/invitation/acceptance',
    payload: { invitation, ...(password && { password }) },
  });
const signIn = (email: string, password: string) =>
  api.call(undefined, { method: 'POST', url: '/api/v1/sign-in', payload: { email, password } });
const askReset = (email: string) =>
  api.call(undefined, { method: 'POST', url: '/api/v1/password-reset', payload: { email, in: 'office' } });
const reset = (ticket: string, password: string) =>
  api.call(undefined, { method: 'PUT', url: '/api/v1/password-reset', payload: { ticket, password } });
const sessionIn = (headers: Readonly<Record<string, unknown>>) =>
  /^openrebate=([0-9a-f]{64});/.exec(String(headers['set-cookie']))?.[1] ?? '';

let count = 0;
const fresh = () => {
  count += 1;
  // Each place is let in so often a minute; here it is the links that are tried.
  wait(61_000);
  return `ann${count}@example.com`;
};

describe('an invitation', () => {
  it('lets whoever has the link in, with the roles that were said, and works once', async () => {
    const email = fresh();
    const invited = await invite({ email: email.toUpperCase(), roles: ['auditor', 'analyst'] });
    expect([invited.status, invited.body.state, invited.body.email]).toEqual([201, 'waiting', email]);
    const link = await linkTo(email);
    expect(link).toMatch(/^http:\/\/localhost:80\/invitation#ori_acme_[0-9a-f]{64}$/);
    const shown = await show(secretOf(link));
    expect(shown.body).toMatchObject({ tenant: 'acme', email, name: 'Ann', hasPassword: false });
    expect((await acceptWith(secretOf(link))).body.code).toBe('password-too-short');
    expect((await acceptWith(secretOf(link), 'passwordpassword')).body.code).toBe('password-too-common');
    const accepted = await acceptWith(secretOf(link), PASSWORD);
    expect([accepted.status, accepted.body.state]).toEqual([200, 'signedIn']);
    const me = await api.call(sessionIn(accepted.headers), { url: '/api/v1/me' });
    expect(me.body.roles.map(({ role }: { role: string }) => role).sort()).toEqual(['analyst', 'auditor']);
    expect((await acceptWith(secretOf(link), 'quite another one')).body.code).toBe('invitation-invalid');
    expect((await show(secretOf(link))).body.code).toBe('invitation-invalid');
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    const [row] = (await api.call(admin.key, { url: '/api/v1/invitations' })).body.rows;
    expect(row).toMatchObject({ email, state: 'accepted', person: me.body.id });
  });

  it('is kept as a hash', async () => {
    const email = fresh();
    await invite({ email });
    const kept = await asRole(database.adminUrl, tenant, 'SELECT i::text FROM invitation i');
    expect(JSON.stringify(kept)).not.toContain(secretOf(await linkTo(email)).split('_')[2]);
  });

  it('of a partner leads to the portal, and no role of ours goes with it', async () => {
    const email = fresh();
    expect((await invite({ email, partners: ['P1'] })).body.code).toBe('role-not-for-person');
    expect((await invite({ email, roles: ['partnerUser'] })).body.code).toBe('role-not-for-person');
    expect((await invite({ email, partners: ['P1'], roles: ['partnerUser'] })).status).toBe(201);
    const link = await linkTo(email);
    expect(link).toContain('/portal/invitation#');
    const accepted = await acceptWith(secretOf(link), PASSWORD);
    const view = await api.call(sessionIn(accepted.headers), { url: '/api/v1/session' });
    expect(view.body.person.partners).toEqual(['P1']);
  });

  it('is over after a week, when it is taken back, and when another one is written', async () => {
    const email = fresh();
    const first = await invite({ email });
    const old = secretOf(await linkTo(email));
    // The list is in the order of time.
    wait(1);
    await invite({ email });
    expect((await show(old)).body.code).toBe('invitation-invalid');
    const again = await api.call(admin.key, {
      method: 'POST',
      url: `/api/v1/invitations/${first.body.id}/mail`,
      payload: {},
    });
    expect(again.body.code).toBe('invitation-not-found');
    const second = secretOf(await linkTo(email));
    wait(1);
    const [{ id }] = (await api.call(admin.key, { url: '/api/v1/invitations' })).body.rows;
    const written = await api.call(admin.key, {
      method: 'POST',
      url: `/api/v1/invitations/${id}/mail`,
      payload: { language: 'zh-CN' },
    });
    expect(written.status).toBe(201);
    expect((await show(second)).body.code).toBe('invitation-invalid');
    expect((await mailsTo(email)).at(-1)?.letter.subject).toContain('邀请');
    const third = secretOf(await linkTo(email));
    wait(7 * 24 * HOUR - 1000);
    // Keys of tests last for a day.
    [admin, stranger] = [await personWith(api, tenant), await personWith(api, other)];
    expect((await show(third)).status).toBe(200);
    wait(1000);
    expect((await acceptWith(third, PASSWORD)).body.code).toBe('invitation-invalid');
    await invite({ email });
    const fourth = secretOf(await linkTo(email));
    const [open] = (await api.call(admin.key, { url: '/api/v1/invitations' })).body.rows;
    const revoke = { method: 'DELETE' as const, url: `/api/v1/invitations/${open.id}` };
    expect((await api.call(stranger.key, revoke)).body.code).toBe('invitation-not-found');
    expect((await api.call(admin.key, revoke)).status).toBe(204);
    expect((await acceptWith(fourth, PASSWORD)).body.code).toBe('invitation-invalid');
  });

  it('is none when whoever has invited is gone', async () => {
    const email = fresh();
    const gone = await personWith(api, tenant);
    await invite({ email }, gone.key);
    await api.call(admin.key, {
      method: 'PUT',
      url: `/api/v1/persons/${gone.id}`,
      headers: { 'if-match': '"1"' },
      payload: { name: 'Gone', partners: null, isActive: false },
    });
    expect((await acceptWith(secretOf(await linkTo(email)), PASSWORD)).body.code).toBe('invitation-invalid');
  });

  it('of another tenant, cut, or changed is none', async () => {
    const email = fresh();
    await invite({ email });
    const link = secretOf(await linkTo(email));
    for (const wrong of [
      link.replace('acme', 'zeta'),
      link.slice(0, -1),
      link.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')),
      `${link} `,
      '',
      "ori_acme_'; --",
    ]) {
      expect([wrong, (await show(wrong)).body.code]).toEqual([wrong, 'invitation-invalid']);
    }
  });

  it('lets in whom it is for and nobody twice, however many come at once', async () => {
    const email = fresh();
    await invite({ email });
    const link = secretOf(await linkTo(email));
    const done = await Promise.all([1, 2, 3, 4].map(() => acceptWith(link, PASSWORD)));
    expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('does not change the password of who has one, and does not sign them in', async () => {
    const email = fresh();
    await invite({ email, roles: ['auditor'] }, stranger.key);
    await acceptWith(secretOf(await linkTo(email)), PASSWORD);
    await invite({ email });
    const link = secretOf(await linkTo(email));
    expect((await show(link)).body.hasPassword).toBe(true);
    const accepted = await acceptWith(link, 'a password of somebody else');
    expect([accepted.body.state, accepted.headers['set-cookie']]).toEqual(['accepted', undefined]);
    const session = sessionIn((await signIn(email, PASSWORD)).headers);
    const view = await api.call(session, { url: '/api/v1/session' });
    expect(view.body.tenants.map(({ code }: { code: string }) => code)).toEqual(['acme', 'zeta']);
    await invite({ email });
    expect((await acceptWith(secretOf(await linkTo(email)))).body.code).toBe('member-exists');
  });

  it('is no way into a person who is there already', async () => {
    const [email, boss] = [fresh(), `boss-${count}`];
    const member = { email: `${boss}@acme.example`, name: 'Boss', roles: [], password: PASSWORD };
    taken(await createMember(api.ports, tenant, member, systemActor('cli')));
    await invite({ email: `${boss}@evil.example` });
    const accepted = await acceptWith(secretOf(await linkTo(`${boss}@evil.example`)), PASSWORD);
    const me = await api.call(sessionIn(accepted.headers), { url: '/api/v1/me' });
    expect([accepted.status, me.body.name, email]).toEqual([200, 'Ann', email]);
  });

  it('is not written by who may not, and not shown to another tenant', async () => {
    const email = fresh();
    const reader = await personWith(api, tenant, { scopes: ['access:read'] });
    expect((await invite({ email }, reader.key)).body.code).toBe('scope-missing');
    await invite({ email });
    const theirs = await api.call(stranger.key, { url: '/api/v1/invitations?limit=200' });
    expect(JSON.stringify(theirs.body)).not.toContain(email);
  });

  it('is written once, however often it is sent', async () => {
    const email = fresh();
    const request = {
      method: 'POST' as const,
      url: '/api/v1/invitations',
      headers: { 'idempotency-key': `once-${count}` },
      payload: { email, name: 'Ann', partners: null, roles: [{ role: 'auditor' }] },
    };
    await api.call(admin.key, request);
    await api.call(admin.key, request);
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe('a new password by mail', () => {
  async function member() {
    const email = fresh();
    const wanted = { email, name: 'Ann', roles: [{ role: 'auditor' as const }], password: PASSWORD };
    taken(await createMember(api.ports, tenant, wanted, systemActor('cli')));
    return email;
  }

  it('is set by the link, once, and ends every session', async () => {
    const email = await member();
    const session = sessionIn((await signIn(email, PASSWORD)).headers);
    expect((await askReset(email.toUpperCase())).body).toEqual({ state: 'asked' });
    const link = await linkTo(email);
    expect(link).toMatch(/^http:\/\/localhost:80\/password#[0-9a-f]{64}$/);
    expect((await reset(secretOf(link), 'short')).body.code).toBe('password-too-short');
    expect((await reset(secretOf(link), 'quite another one')).status).toBe(204);
    expect((await reset(secretOf(link), 'a third one of mine')).body.code).toBe('reset-invalid');
    expect((await api.call(session, { url: '/api/v1/me' })).body.code).toBe('session-ended');
    expect((await signIn(email, PASSWORD)).body.code).toBe('sign-in-failed');
    expect((await signIn(email, 'quite another one')).status).toBe(200);
    expect((await mailsTo(email)).at(-1)?.letter.subject).toBe('Your password of OpenRebate was changed');
  });

  it('is answered alike where there is no account, and nothing is written there', async () => {
    const email = await member();
    const told = async (address: string) => {
      const { status, body, headers } = await askReset(address);
      return [status, body, headers['set-cookie'], headers['content-length']];
    };
    const known = await told(email);
    for (const address of ['nobody@example.com', 'no address', `${'x'.repeat(200)}@example.com`]) {
      expect([address, await told(address)]).toEqual([address, known]);
    }
    expect(await mailsTo('nobody@example.com')).toEqual([]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('is over after an hour, with the next password, and is written three times an hour at most', async () => {
    const email = await member();
    await askReset(email);
    const first = secretOf(await linkTo(email));
    wait(HOUR);
    expect((await reset(first, 'quite another one')).body.code).toBe('reset-invalid');
    wait(1);
    for (let asked = 0; asked < 6; asked += 1) await askReset(email);
    expect(await mailsTo(email)).toHaveLength(4);
    const links = (await mailsTo(email)).map(({ letter }) => secretOf(letter.way?.address));
    expect((await reset(links[3] as string, 'quite another one')).status).toBe(204);
    expect((await reset(links[2] as string, 'a third one of mine')).body.code).toBe('reset-invalid');
  });

  it('is set once, however many come at once', async () => {
    const email = await member();
    await askReset(email);
    const link = secretOf(await linkTo(email));
    const done = await Promise.all([1, 2, 3, 4].map((one) => reset(link, `quite another one ${one}`)));
    expect(done.map(({ status }) => status).sort()).toEqual([204, 403, 403, 403]);
  });

  it('is not asked for more than twenty times a minute from one place', async () => {
    fresh();
    const codes: number[] = [];
    for (let one = 0; one < 22; one += 1) codes.push((await askReset(`some${one}@example.com`)).status);
    expect(codes).toEqual([...Array(20).fill(202), 429, 429]);
  });

  it('is no invitation, and an invitation no such link', async () => {
    const email = await member();
    await askReset(email);
    const link = secretOf(await linkTo(email));
    expect((await show(link)).body.code).toBe('invitation-invalid');
    expect((await reset('0'.repeat(64), PASSWORD)).body.code).toBe('reset-invalid');
    expect((await api.call(link, { url: '/api/v1/me' })).body.code).toBe('session-ended');
  });
});
