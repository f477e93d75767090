import { describe, expect, it } from 'vitest';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { atBrowser, personWith, serviceWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { issuedNote } from '../support/api/settlementFixtures.ts';
import { makeWorld } from '../support/api/world.ts';
import { chunk, png } from '../support/png.ts';
import { taken } from '../support/scenario.ts';

// What a tenant shows of itself, at which addresses, and that nothing of others comes by a Host that somebody made up.

const { database, api } = await servedDatabase();
const [acme, zeta] = [await database.tenant('acme'), await database.tenant('zeta')];
const AT_ACME = { host: 'partners.acme.example' };
const AT_ZETA = { host: 'rebates.zeta.example' };
api.tenantAddresses.push(
  { tenant: 'acme', origin: `http://${AT_ACME.host}` },
  { tenant: 'zeta', origin: `http://${AT_ZETA.host}` },
  { tenant: 'gone', origin: 'http://partners.gone.example' },
);
const PASSWORD = 'a lamp, a boat, 3 keys';
const NAME = { en: 'Acme partner portal', 'zh-CN': 'Acme 合作伙伴门户' };
const ACCENT = { light: '#7a1f5c', dark: '#e29acb' };
const admin = await personWith(api, acme);

const put = (url: string, payload: object, seen: number, key = admin.key) =>
  api.call(key, { method: 'PUT', url, headers: { 'if-match': `"${seen}"` }, payload });
const sent = (payload: Buffer) =>
  api.call(admin.key, {
    method: 'POST',
    url: '/api/v1/brand/logos',
    headers: { 'content-type': 'application/octet-stream' },
    payload,
  });
const member = (tenant: string, email: string, roles: readonly 'administrator'[] = ['administrator']) =>
  createMember(
    api.ports,
    tenant,
    { email, name: email, roles: roles.map((role) => ({ role })), password: PASSWORD },
    systemActor('cli'),
  ).then(taken);
async function signInAt(host: { readonly host: string } | undefined, email: string) {
  const done = await api.call(undefined, {
    method: 'POST',
    url: '/api/v1/sign-in',
    headers: { ...host },
    payload: { email, password: PASSWORD },
  });
  expect(done.status).toBe(200);
  return /^openrebate=([0-9a-f]{64});/.exec(String(done.headers['set-cookie']))?.[1] ?? '';
}

describe('a brand', () => {
  it('is said with what was seen, and a colour that cannot be read is refused with the nearest that can', async () => {
    const faint = await put('/api/v1/brand', { name: null, accent: { light: '#ffcc00' }, logo: null }, 0);
    expect(faint.body.errors).toMatchObject([{ code: 'accent-too-faint', at: 'accent.light' }]);
    const { nearest, contrast } = faint.body.errors[0].facts;
    expect(contrast).toBe('1.31');
    const near = await put('/api/v1/brand', { name: NAME, accent: { light: nearest }, logo: null }, 0);
    expect([near.status, near.body.accent.light]).toEqual([200, nearest]);
    const both = await put(
      '/api/v1/brand',
      { name: NAME, accent: { light: '#ffffff', dark: '#000000' }, logo: null },
      1,
    );
    expect(both.body.errors.map(({ at }: { at: string }) => at)).toEqual(['accent.light', 'accent.dark']);
    const stale = await put('/api/v1/brand', { name: NAME, accent: ACCENT, logo: null }, 0);
    expect(stale.body.code).toBe('version-differs');
    for (const light of ['red', '#FFF', 'url(x)', '#12345678', '#7a1f5c;background:red']) {
      const wrong = await put('/api/v1/brand', { name: NAME, accent: { light }, logo: null }, 1);
      expect(wrong.body.code).toBe('body-field-invalid');
    }
    const set = await put('/api/v1/brand', { name: NAME, accent: ACCENT, logo: null }, 1);
    expect(set.body).toEqual({ version: 2, name: NAME, accent: ACCENT, logo: null });
    const trail = await api.call(admin.key, { url: '/api/v1/audit?limit=3' });
    expect(JSON.stringify(trail.body)).toContain('brand.set');
  });

  it('is changed by who may change the company alone, and read by everybody of the tenant', async () => {
    const reader = await serviceWith(api, acme, ['earnings:read']);
    const refused = await put('/api/v1/brand', { name: NAME, accent: null, logo: null }, 2, reader.key);
    expect(refused.body.code).toBe('scope-missing');
    const partner = await personWith(api, acme, { partners: ['P1'], scopes: ['earnings:read'] });
    const seen = await api.call(partner.key, { url: '/api/v1/brand' });
    expect(seen.body).toMatchObject({ name: NAME, addresses: ['http://partners.acme.example'] });
    const stranger = await personWith(api, zeta);
    const none = await api.call(stranger.key, { url: '/api/v1/brand' });
    expect(none.body).toMatchObject({ version: 0, name: null, addresses: ['http://rebates.zeta.example'] });
  });
});

describe('a logo', () => {
  it('is a whole PNG, of which only what is drawn goes out, with a type that cannot be mistaken', async () => {
    const added = await sent(png(64, 32, [chunk('tEXt', Buffer.from('Comment\0made by Ann at home'))]));
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ width: 64, height: 32 });
    const { sha256 } = added.body;
    expect((await put('/api/v1/brand', { name: NAME, accent: ACCENT, logo: sha256 }, 2)).status).toBe(200);
    const shown = await api.server.inject({ url: '/api/v1/welcome/logo', headers: AT_ACME });
    expect([
      shown.statusCode,
      shown.headers['content-type'],
      shown.headers['x-content-type-options'],
    ]).toEqual([200, 'image/png', 'nosniff']);
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect(shown.rawPayload.includes('made by Ann')).toBe(false);
    expect(shown.rawPayload.equals(png(64, 32))).toBe(true);
    const own = await api.call(admin.key, { url: `/api/v1/brand/logos/${sha256}` });
    expect(own.status).toBe(200);
    const stranger = await personWith(api, zeta);
    const theirs = await api.call(stranger.key, { url: `/api/v1/brand/logos/${sha256}` });
    expect(theirs.body.code).toBe('logo-not-found');
    const taken2 = await api.call(stranger.key, {
      method: 'PUT',
      url: '/api/v1/brand',
      headers: { 'if-match': '"0"' },
      payload: { name: null, accent: null, logo: sha256 },
    });
    expect(taken2.body.code).toBe('logo-not-found');
  });

  const whole = png(64, 32);
  it.each<[string, Buffer, string]>([
    [
      'a drawing in SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'logo-not-png',
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'logo-not-png'],
    [
      'a PNG by its first bytes alone',
      Buffer.concat([whole.subarray(0, 8), Buffer.from('<script>')]),
      'logo-not-png',
    ],
    ['half a PNG', whole.subarray(0, whole.length - 12), 'logo-not-png'],
    ['one whose sum is wrong', flipped(whole, 30), 'logo-not-png'],
    ['one that says more pixels than it has', png(64, 32, [], 31), 'logo-not-png'],
    ['one that unpacks to more than it says', png(64, 32, [], 4000), 'logo-not-png'],
    ['one that is too wide', png(1025, 16), 'logo-size'],
    ['one that is too small', png(15, 16), 'logo-size'],
  ])('%s is none', async (_, bytes, code) => {
    expect((await sent(bytes)).body.code).toBe(code);
  });

  it('is small', async () => {
    expect((await sent(Buffer.alloc(200 * 1024 + 1))).body.code).toBe('body-too-large');
  });
});

describe('an address of a tenant', () => {
  it('shows its brand and contact to everybody, and the common one and unknown ones show nothing', async () => {
    const contact = {
      ...{ phone: '+49 30 1234567', email: 'rebates@acme.example' },
      ...{ hours: { en: '9 to 17', 'zh-CN': '9:00—17:00' }, note: { en: '', 'zh-CN': '' } },
    };
    expect((await put('/api/v1/contact', contact, 0)).body).toEqual({ version: 1, ...contact });
    const at = async (headers: object) =>
      (await api.server.inject({ url: '/api/v1/welcome', headers: { ...headers } })).json();
    expect(await at(AT_ACME)).toMatchObject({ tenant: 'acme', brand: { name: NAME }, contact });
    expect(await at({ host: 'PARTNERS.acme.example' })).toMatchObject({ tenant: 'acme' });
    expect(await at({})).toEqual({ tenant: null, name: null, brand: null, contact: null });
    expect(await at(AT_ZETA)).toMatchObject({ tenant: 'zeta', brand: null, contact: null });
    for (const host of [
      'evil.example',
      'acme.example',
      'partners.acme.example.evil.example',
      'partners.gone.example',
    ]) {
      expect([host, (await at({ host })).code]).toEqual([host, 'host-not-allowed']);
    }
    // A proxy is believed about who asks, and not about where.
    expect(await at({ 'x-forwarded-host': AT_ACME.host })).toMatchObject({ tenant: null });
  });

  it('lets a session work there alone, whoever names what Host', async () => {
    await member(acme, 'both@example.com');
    await member(zeta, 'both@example.com');
    const here = await signInAt(AT_ZETA, 'both@example.com');
    const view = (session: string, headers: object) =>
      api.call(session, { url: '/api/v1/session', headers: { ...headers } });
    const own = await view(here, AT_ZETA);
    expect([own.body.tenant.code, own.body.tenants.map(({ code }: { code: string }) => code)]).toEqual([
      'zeta',
      ['zeta'],
    ]);
    const turned = await api.call(here, {
      method: 'PUT',
      url: '/api/v1/session/tenant',
      headers: AT_ZETA,
      payload: { tenant: 'acme' },
    });
    expect(turned.body.code).toBe('tenant-not-yours');
    // The same secret, carried elsewhere by hand, is the same person: who may work in both works where the address says.
    expect((await view(here, AT_ACME)).body.tenant.code).toBe('acme');
    expect((await view(here, {})).body.tenants).toHaveLength(2);
  });

  it('answers nothing of others: no session, no key, no list', async () => {
    await member(zeta, 'only@example.com');
    const session = await signInAt(AT_ACME, 'only@example.com');
    const lost = await api.call(session, { url: '/api/v1/me', headers: AT_ACME });
    expect(lost.body.code).toBe('tenant-not-chosen');
    expect((await api.call(session, { url: '/api/v1/session', headers: AT_ACME })).body).toMatchObject({
      tenant: null,
      tenants: [],
    });
    const stranger = await personWith(api, zeta);
    for (const url of ['/api/v1/me', '/api/v1/companies', '/api/v1/brand', '/api/v1/contact']) {
      const refused = await api.call(stranger.key, { url, headers: AT_ACME });
      expect([url, refused.status, refused.body.code]).toEqual([url, 403, 'address-of-another-tenant']);
      expect((await api.call(stranger.key, { url, headers: AT_ZETA })).status).toBe(200);
    }
    const browser = atBrowser(zeta, stranger.id);
    expect((await api.call(browser, { url: '/api/v1/brand', headers: AT_ACME })).body.code).toBe(
      'tenant-not-chosen',
    );
  });

  it('is where letters to partners lead, under the name of the tenant; letters to our own people are ours', async () => {
    const invite = (email: string, partners: readonly string[] | null) =>
      api.call(admin.key, {
        method: 'POST',
        url: '/api/v1/invitations',
        payload: {
          ...{ email, name: 'Ann', partners },
          roles: [{ role: partners === null ? 'auditor' : 'partnerUser' }],
        },
      });
    expect((await invite('partner@example.com', ['P1'])).status).toBe(201);
    expect((await invite('own@example.com', null)).status).toBe(201);
    const ask = (headers: object) =>
      api.call(undefined, {
        method: 'POST',
        url: '/api/v1/password-reset',
        headers: { ...headers },
        payload: { email: 'both@example.com', in: 'portal' },
      });
    await ask(AT_ACME);
    await ask({});
    await api.postbox.settled();
    const letters = api.postbox.sent.map(({ letter }) => [
      letter.head?.name,
      letter.subject,
      letter.way?.address.split('#')[0],
    ]);
    expect(letters).toEqual([
      [NAME.en, `acme invites you to ${NAME.en}`, 'http://partners.acme.example/portal/invitation'],
      [undefined, 'acme invites you to OpenRebate', 'http://localhost:80/invitation'],
      [NAME.en, `A new password for ${NAME.en}`, 'http://partners.acme.example/portal/password'],
      [undefined, 'A new password for OpenRebate', 'http://localhost:80/portal/password'],
    ]);
  });
});

describe('a paper', () => {
  const paperOf = async (key: string, id: string) =>
    (
      await api.server.inject({
        url: `/api/v1/settlements/${id}/document?format=pdf`,
        headers: { authorization: `Bearer ${key}` },
      })
    ).rawPayload;
  const logoIn = (pdf: Buffer) => pdf.includes('/Subtype /Image');

  it('bears the brand of its issue for ever, for us and for its partner', async () => {
    const world = await makeWorld(database, api, 'PAPER');
    const { key } = world.admin;
    const brand = (payload: object, seen: number) =>
      api.call(key, { method: 'PUT', url: '/api/v1/brand', headers: { 'if-match': `"${seen}"` }, payload });
    const plain = await issuedNote(world);
    const before = await paperOf(key, plain.id);
    const logo = await api.call(key, {
      method: 'POST',
      url: '/api/v1/brand/logos',
      headers: { 'content-type': 'application/octet-stream' },
      payload: png(64, 32),
    });
    const said = await brand({ name: NAME, accent: ACCENT, logo: logo.body.sha256 }, 0);
    expect(said.status).toBe(200);
    const note = await issuedNote(world);
    const paper = await paperOf(key, note.id);
    expect([logoIn(before), logoIn(paper)]).toEqual([false, true]);
    // Neither the one before the first brand changes, nor the other one with the next.
    expect((await brand({ name: NAME, accent: null, logo: null }, 1)).status).toBe(200);
    expect((await paperOf(key, plain.id)).equals(before)).toBe(true);
    expect((await paperOf(key, note.id)).equals(paper)).toBe(true);
    const partner = await personWith(api, world.tenant, {
      partners: ['PAPER-P1'],
      scopes: ['settlements:read'],
    });
    expect((await paperOf(partner.key, note.id)).equals(paper)).toBe(true);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
