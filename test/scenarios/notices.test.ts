import { randomBytes } from 'node:crypto';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpCarrier } from '../../adapters/mail/smtpCarrier.ts';
import { changePerson } from '../../app/access/changePerson.ts';
import { setRoles } from '../../app/access/setRoles.ts';
import { systemActor } from '../../app/actor.ts';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import { claimNext, work } from '../../app/jobs/workNext.ts';
import { tellDeeds } from '../../app/notices/tellDeeds.ts';
import type { Mail, MailDesk } from '../../app/ports/mails.ts';
import { reportFile } from '../../main/reportFile.ts';
import { atBrowser, personWith, signedIn } from '../support/api/apiServer.ts';
import { partnersClaim } from '../support/api/fundFixtures.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';
import { mailPeer } from '../support/mailPeer.ts';
import { taken } from '../support/scenario.ts';
import { testOutside } from '../support/testCourier.ts';

// Comments, what concerns people, and the mails about it: over the API, told from the audit trail, sent to a mail
// server of another project.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');
const { tenant, admin } = world;
const PORTAL = ['claims:read', 'claims:send', 'agreements:read', 'settlements:read'] as const;
const ben = await personWith(api, tenant, { scopes: [] });
const one = await personWith(api, tenant, { scopes: PORTAL, partners: ['ACME-P1'] });
const other = await personWith(api, tenant, { scopes: PORTAL, partners: ['ACME-P2'] });
for (const { id } of [one, other]) await signedIn(api, tenant, id);
await signedIn(api, tenant, ben.id, { roles: ['approver'] });
const benSession = atBrowser(tenant, ben.id);

const peer = await mailPeer();
const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${peer.port}`, from: 'OpenRebate <r@acme.example>' });
afterAll(async () => {
  carrier.close();
  await peer.close();
});

const desk = (send: MailDesk['send'] = carrier.carry): MailDesk => ({
  send,
  emailOf: async (account) => (await api.ports.accounts.of({ account }, (tx) => tx.account()))?.email,
  random: randomBytes,
  reportFile,
  origin: 'https://rebates.example.com',
  addresses: () => ['https://bonus.acme.example'],
});

const get = async (key: string, url: string) => (await api.call(key, { url })).body;
const post = (key: string, url: string, payload: object) => api.call(key, { method: 'POST', url, payload });
const put = (key: string, url: string, payload: object) => api.call(key, { method: 'PUT', url, payload });
const COMMENTS = '/api/v1/comments/agreement/ACME-A';

async function tell(): Promise<void> {
  await linkAudit(api.ports, tenant);
  await tellDeeds(api.ports, tenant);
}

/** Looks for what is due, and does one job of mails; whether there was one. */
async function mailOnce(how: MailDesk = desk()): Promise<boolean> {
  await sweep(api.ports, tenant);
  for (;;) {
    const job = await claimNext(api.ports, tenant, { leaseMs: 1000 });
    if (job === undefined) return false;
    const isMails = job.kind === 'sendNotices';
    await work(api.ports, tenant, job, {
      ...{ leaseMs: 1000, isStopping: () => false, calculated: () => undefined },
      ...{ failed: () => undefined, desk: how, outside: testOutside(), errorOf: () => 'fault' as const },
    });
    if (isMails) return true;
  }
}

const received = async () =>
  Promise.all(peer.received.map(async (mail) => ({ ...mail, read: await PostalMime.parse(mail.raw) })));
const textsOf = async (key: string, language = 'en') =>
  (await api.call(key, { url: '/api/v1/notices', headers: { 'accept-language': language } })).body.rows.map(
    ({ text }: { text: string }) => text,
  );

beforeAll(async () => {
  await tell();
  for (const { key } of [admin, one, other])
    await put(key, '/api/v1/notices/choices', { language: 'en', mail: [] });
  for (const key of [admin.key, one.key, other.key, benSession]) await post(key, '/api/v1/notices/read', {});
  await world.one('DELETE FROM job WHERE tenant_id = TENANT RETURNING 1');
});
beforeEach(() => {
  peer.received.length = 0;
});

describe('a comment', () => {
  it('tells the colleague whom it names, once, and nobody else', async () => {
    const said = { text: '@Somebody please look.\nTier 2?', mentions: [ben.id] };
    const written = await post(admin.key, COMMENTS, said);
    expect([written.status, written.body.mentions.map(({ id }: { id: string }) => id)]).toEqual([
      201,
      [ben.id],
    ]);
    expect((await get(benSession, COMMENTS)).rows[0]).toMatchObject({ text: said.text });
    await tell();
    await tell();
    expect(await textsOf(benSession)).toEqual(['Somebody mentions you: agreement ACME-A']);
    expect(await textsOf(benSession, 'zh-CN')).toEqual(['Somebody 提到了您：返利协议 ACME-A']);
    expect(await textsOf(admin.key)).not.toContain('Somebody mentions you: agreement ACME-A');
    const { rows, unread } = await get(benSession, '/api/v1/notices');
    expect([unread, rows[0].address]).toEqual([1, '/agreements/ACME-A']);
    await put(benSession, `/api/v1/notices/${rows[0].id}/read`, { isRead: true });
    expect((await get(benSession, '/api/v1/notices')).unread).toBe(0);
    await put(benSession, `/api/v1/notices/${rows[0].id}/read`, { isRead: false });
    expect((await get(benSession, '/api/v1/notices')).unread).toBe(1);
  });

  it('names nobody of a partner, and nobody who may not see the place', async () => {
    const blind = await personWith(api, tenant, { scopes: ['facts:read'] });
    for (const { id } of [one, blind]) {
      const answer = await post(admin.key, COMMENTS, { text: 'x', mentions: [id] });
      expect([answer.status, answer.body.code]).toEqual([404, 'person-not-found']);
    }
    const named = (await get(admin.key, `${COMMENTS}/colleagues`)).rows.map(({ id }: { id: string }) => id);
    expect(named).toContain(ben.id);
    expect([named.includes(one.id), named.includes(blind.id)]).toEqual([false, false]);
    expect((await api.call(blind.key, { url: COMMENTS })).body.code).toBe('scope-missing');
    expect((await api.call(admin.key, { url: '/api/v1/comments/planet/ACME-A' })).body.code).toBe(
      'comment-place-not-found',
    );
  });

  it('is for us alone: no partner reads it by any way, and none of our calls behind their walls does', async () => {
    for (const url of [COMMENTS, `${COMMENTS}/colleagues`])
      expect((await api.call(one.key, { url })).body.code).toBe('partner-not-allowed');
    expect((await post(one.key, COMMENTS, { text: 'x', mentions: [] })).body.code).toBe(
      'partner-not-allowed',
    );
    const behind = api.ports.naming(['ACME-P1'], { kind: 'person', id: one.id });
    const place = { kind: 'agreement', id: 'ACME-A' } as const;
    const seen = await behind.inTenant(tenant, (tx) => tx.notices.comments(place, { limit: 10 }));
    const ours = await api.ports.store.inTenant(tenant, (tx) => tx.notices.comments(place, { limit: 10 }));
    expect([seen, ours.length > 0]).toEqual([[], true]);
    const portal = api.ports.portal.of(['ACME-P1'], { kind: 'person', id: one.id });
    await expect(portal.inTenant(tenant, (tx) => tx.notices.comments(place, { limit: 10 }))).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('what concerns a partner', () => {
  it('is told to persons of that partner, with no name of ours, and to nobody else', async () => {
    const { id } = await partnersClaim(world);
    const reference = await world.one(`SELECT reference FROM claim WHERE id = '${id}'`);
    const lines = [{ line: 1, accepted: '100.00', objected: [] }];
    const answer = await post(admin.key, `/api/v1/claims/${id}/answer`, { lines });
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    await tell();
    const rows = (await get(one.key, '/api/v1/notices')).rows;
    expect(rows[0]).toMatchObject({
      text: `Your claim ${reference} was decided`,
      address: `/portal/claims/${id}`,
      isRead: false,
    });
    expect(JSON.stringify(rows)).not.toMatch(/Somebody|ACME-P2/);
    expect(await textsOf(other.key)).not.toContain(rows[0].text);
    // Another one's notice is not there, whatever is tried.
    const tried = await put(other.key, `/api/v1/notices/${rows[0].id}/read`, { isRead: true });
    expect([tried.status, tried.body.code]).toEqual([404, 'notice-not-found']);
    const behind = api.ports.naming(['ACME-P1', 'ACME-P2'], { kind: 'person', id: other.id });
    const asked = { person: one.id, places: ['claim'], limit: 10 } as const;
    expect(await behind.inTenant(tenant, (tx) => tx.notices.list(asked))).toEqual([]);
  });

  it('is not shown and not mailed to who has lost the partner meanwhile', async () => {
    const before = (await get(one.key, '/api/v1/notices')).rows.length;
    expect(before).toBeGreaterThan(0);
    const move = async (partners: readonly string[]) => {
      const version = await world.one(`SELECT version FROM person WHERE id = '${one.id}'`);
      const change = { id: one.id, name: 'Somebody', partners, isActive: true, seen: version };
      taken(await changePerson(api.ports, tenant, change, systemActor('cli')));
    };
    await move(['ACME-P2']);
    expect(await get(one.key, '/api/v1/notices')).toEqual({ rows: [], unread: 0, next: null });
    await mailOnce();
    expect((await received()).filter(({ to }) => to.includes(`${one.id}@example.com`))).toEqual([]);
    await move(['ACME-P1']);
    expect((await get(one.key, '/api/v1/notices')).rows).toHaveLength(before);
  });
});

it.each([
  ['2026-11-30T05:59:00Z', 'Europe/Berlin', 'day', '2026-11-30T06:00:00.000Z'],
  ['2026-11-30T06:00:00Z', 'Europe/Berlin', 'day', '2026-12-01T06:00:00.000Z'],
  // The night in which clocks go forward, and the one in which they go back.
  ['2026-03-28T23:00:00Z', 'Europe/Berlin', 'day', '2026-03-29T05:00:00.000Z'],
  ['2026-10-24T22:30:00Z', 'Europe/Berlin', 'day', '2026-10-25T06:00:00.000Z'],
  ['2026-11-30T12:00:00Z', 'Asia/Kathmandu', 'day', '2026-12-01T01:15:00.000Z'],
  ['2026-11-30T05:00:00Z', 'Europe/Berlin', 'week', '2026-11-30T06:00:00.000Z'],
  ['2026-11-30T06:00:00Z', 'Europe/Berlin', 'week', '2026-12-07T06:00:00.000Z'],
  ['2026-12-01T12:00:00Z', 'Asia/Shanghai', 'month', '2026-12-31T23:00:00.000Z'],
  ['2026-01-31T12:00:00Z', 'UTC', 'month', '2026-02-01T07:00:00.000Z'],
] as const)('after %s, in %s, the next morning of a %s is %s', async (now, zone, of, morning) => {
  const next = await api.ports.store.inTenant(tenant, (tx) =>
    tx.notices.nextMorning(new Date(now), zone, of),
  );
  expect(next.toISOString()).toBe(morning);
});

describe('by mail', () => {
  const mention = async () => {
    await post(admin.key, COMMENTS, { text: 'x', mentions: [ben.id] });
    await tell();
  };
  const toBen = async () => (await received()).filter(({ to }) => to.includes(`${ben.id}@example.com`));

  it('goes out at once in the language of its reader, with the way there and out, and says nothing of what was said', async () => {
    await mailOnce();
    peer.received.length = 0;
    await put(benSession, '/api/v1/notices/choices', { language: 'zh-CN', mail: [] });
    await post(admin.key, COMMENTS, { text: 'the surcharge is 12 %', mentions: [ben.id] });
    await tell();
    await mailOnce();
    const [mail] = await toBen();
    expect(mail?.read.subject).toBe('ACME：Somebody 提到了您：返利协议 ACME-A');
    expect(mail?.read.text).toContain('https://rebates.example.com/agreements/ACME-A');
    expect(mail?.raw.toString()).toMatch(
      /List-Unsubscribe:\s+<https:\/\/rebates\.example\.com\/mail-stop#oru_acme_/,
    );
    expect(`${mail?.read.text}${mail?.read.html}`).not.toContain('surcharge');
  });

  it.each([
    ['before it was sent', 1, async () => Promise.reject(new Error('killed'))],
    [
      'after the server has it',
      2,
      async (mail: Mail) => {
        await carrier.carry(mail);
        throw new Error('killed');
      },
    ],
  ])('is one mail where the worker dies %s', async (_, arrived, dying) => {
    await mention();
    await mailOnce(desk(dying));
    await world.one(
      `UPDATE job SET due_at = now() WHERE tenant_id = TENANT AND kind = 'sendNotices' AND state = 'waiting' RETURNING 1`,
    );
    await mailOnce();
    expect(await mailOnce()).toBe(false);
    const mails = await toBen();
    // The same name each time: no program for mail shows it twice.
    expect([mails.length, new Set(mails.map(({ read }) => read.messageId)).size]).toEqual([arrived, 1]);
  });

  it('is one mail where two workers are at it', async () => {
    await mention();
    const slow = desk(async (mail) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await carrier.carry(mail);
    });
    const attempt = (job: unknown) => ({
      job,
      isStopping: () => false,
      progress: async () => undefined,
      desk: slow,
      outside: testOutside(),
    });
    const { sendNoticesJob } = await import('../../app/notices/sendNotices.ts');
    await Promise.all([1, 2].map((job) => sendNoticesJob(api.ports, tenant, attempt(job) as never)));
    expect(await toBen()).toHaveLength(1);
    await mailOnce();
  });

  it('waits for the morning where somebody wants it daily, all in one', async () => {
    await put(benSession, '/api/v1/notices/choices', {
      language: 'en',
      mail: [{ kind: 'mentioned', when: 'daily' }],
    });
    await mention();
    await mention();
    await mailOnce();
    expect(await toBen()).toEqual([]);
    api.time.now = new Date('2026-10-03T07:00:00Z');
    await mailOnce();
    const mails = await toBen();
    expect(mails.map(({ read }) => read.subject)).toEqual(['ACME: 2 things that concern you']);
  });

  it('waits while mails are paused, however long, and then goes out in one', async () => {
    const paused = (state: 'paused' | 'active', seen: string) =>
      api.call(admin.key, {
        ...{ method: 'PUT', url: '/api/v1/mailing', payload: { state } },
        headers: { 'if-match': seen },
      });
    await put(benSession, '/api/v1/notices/choices', { language: 'en', mail: [] });
    const { status, body, headers } = await paused('paused', '"0"');
    expect([status, body]).toEqual([200, { version: 1, state: 'paused', setAt: api.time.now.toISOString() }]);
    expect((await paused('active', '"0"')).body.code).toBe('version-differs');
    await mention();
    await mention();
    // A mail that was written down and lies for two days is no news any more; what waits is not written down.
    const now = api.time.now;
    const later = new Date(now.getTime() + 3 * 24 * 60 * 60 * 1000);
    for (const at of [now, later]) {
      api.time.now = at;
      await mailOnce();
    }
    expect(await toBen()).toEqual([]);
    api.time.now = now;
    expect((await paused('active', String(headers.etag))).status).toBe(200);
    api.time.now = later;
    await mailOnce();
    expect((await toBen()).map(({ read }) => read.subject)).toEqual(['ACME: 2 things that concern you']);
    api.time.now = now;
  });

  it('is to a partner a letter of the tenant, with its name and from its own address', async () => {
    await put(one.key, '/api/v1/notices/choices', { language: 'en', mail: [] });
    const { id } = await partnersClaim(world);
    await mailOnce();
    peer.received.length = 0;
    const { body: brand } = await api.call(admin.key, { url: '/api/v1/brand' });
    const name = { en: 'Acme Bonus', 'zh-CN': '艾克米返利' };
    const set = await api.call(admin.key, {
      ...{ method: 'PUT', url: '/api/v1/brand', payload: { name, accent: null, logo: null } },
      headers: { 'if-match': `"${brand.version}"` },
    });
    expect([set.status, set.body.code]).toEqual([200, undefined]);
    const lines = [{ line: 1, accepted: '100.00', objected: [] }];
    await post(admin.key, `/api/v1/claims/${id}/answer`, { lines });
    await tell();
    await mailOnce();
    const mail = (await received()).find(({ to }) => to.includes(`${one.id}@example.com`));
    expect(mail?.read.from).toEqual({ name: 'Acme Bonus', address: 'r@acme.example' });
    expect(mail?.read.text).toMatch(/^Acme Bonus\n/);
    expect(mail?.read.text).toContain(`https://bonus.acme.example/portal/claims/${id}`);
    expect(mail?.read.text).toContain('https://bonus.acme.example/portal/mail-stop#');
    expect(String(mail?.raw)).not.toMatch(/OpenRebate|rebates\.example\.com/);
  });

  it('is ended by the link of any mail, without signing in, and a made-up link ends nothing', async () => {
    await put(benSession, '/api/v1/notices/choices', {
      language: 'en',
      mail: [{ kind: 'mentioned', when: 'now' }],
    });
    await mention();
    await mailOnce();
    const [mail] = await toBen();
    const text = /mail-stop#(\S+)/.exec(mail?.read.text ?? '')?.[1] ?? '';
    const stop = (link: string) => post('', '/api/v1/notices/stop', { text: link });
    expect((await stop(`oru_acme_${'5e'.repeat(32)}`)).body.code).toBe('mail-link-invalid');
    expect((await get(benSession, '/api/v1/notices/choices')).mail[0].when).toBe('now');
    expect((await stop(text)).status).toBe(204);
    const { mail: chosen } = await get(benSession, '/api/v1/notices/choices');
    expect(new Set(chosen.map(({ when }: { when: string }) => when))).toEqual(new Set(['off']));
    peer.received.length = 0;
    await mention();
    await mailOnce();
    expect(await toBen()).toEqual([]);
  });

  it('says nothing to who may nothing any more', async () => {
    await put(benSession, '/api/v1/notices/choices', {
      language: 'en',
      mail: [{ kind: 'mentioned', when: 'now' }],
    });
    await mention();
    taken(await setRoles(api.ports, tenant, { person: ben.id, roles: [] }, systemActor('cli')));
    await mailOnce();
    expect(await toBen()).toEqual([]);
  });
});
