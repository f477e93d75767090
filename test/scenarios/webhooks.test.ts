import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { auditDeed } from '../../app/auditDeed.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import { claimNext, work } from '../../app/jobs/workNext.ts';
import { tellDeeds } from '../../app/notices/tellDeeds.ts';
import type { Courier } from '../../app/ports/courier.ts';
import { personWith } from '../support/api/apiServer.ts';
import { partnersClaim } from '../support/api/fundFixtures.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';
import { testDesk } from '../support/testDesk.ts';
import { testKeys } from '../support/testKeys.ts';
import { answered, type Received, webhookReceiver } from '../support/webhookReceiver.ts';

// Programs outside, told of what happens: over the API, from the audit trail, to a real server that answers as servers do.

const { database, api } = await servedDatabase();
// Signatures are of the hour in which they are checked.
api.time.now = new Date();
const world = await makeWorld(database, api, 'ACME');
const other = await makeWorld(database, api, 'OTHER');
const { tenant, admin } = world;
const receiver = await webhookReceiver();
const guide = readFileSync(new URL('../../docs/guides/webhooks.md', import.meta.url), 'utf8');
const program = /```js\n(.*?)```/s.exec(guide)?.[1] ?? '';

type Verify = (secret: string, headers: unknown, body: string) => unknown;
/** The code of the guide, as whoever follows it has it. */
let verify: Verify;
beforeAll(async () => {
  verify = (await import(`data:text/javascript,${encodeURIComponent(program)}`)).verify;
});
afterAll(() => receiver.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const pass = (ms: number) => {
  api.time.now = new Date(api.time.now.getTime() + ms);
};
const HOOKS = '/api/v1/webhooks';
let holder = { key: admin.key, at: api.time.now };
/** Keys of tests last a day, which some tests outlive. */
async function key(): Promise<string> {
  if (Math.abs(api.time.now.getTime() - holder.at.getTime()) > 12 * HOUR)
    holder = { key: (await personWith(api, tenant)).key, at: api.time.now };
  return holder.key;
}
const call = async (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  seen?: number,
) =>
  api.call(await key(), {
    ...{ method, url },
    ...(payload && { payload }),
    ...(seen !== undefined && { headers: { 'if-match': `"${seen}"` } }),
  });

async function hook(kinds: readonly string[], url = receiver.url) {
  const made = await call('POST', HOOKS, { name: 'ERP', url, kinds });
  expect(made.status).toBe(201);
  return made.body as { readonly secret: string; readonly webhook: { readonly id: string } };
}

/** An id that a short name can be read from. */
const idOf = (name: string) => `00000000-0000-4000-8000-${Buffer.from(name.padStart(6)).toString('hex')}`;
const nameOf = (id: string) =>
  id.startsWith('00000000-') ? Buffer.from(id.slice(24), 'hex').toString().trim() : id;

/** Writes a deed as it is written when it is done. */
const deed = (action: string, name: string, body: object = {}) => {
  const object = name.length <= 6 ? idOf(name) : name;
  pass(1);
  return database.store.inTenant(tenant, (tx) =>
    auditDeed(api.ports, tx, {
      actor: { kind: 'person', id: admin.id },
      action,
      object,
      body: body as never,
    }),
  );
};

async function tell(): Promise<void> {
  await linkAudit(api.ports, tenant);
  await tellDeeds(api.ports, tenant);
}

/** Lets a worker send what is due, each job once; whoever else has work has none here. */
async function send(courier: Courier = api.ports.courier): Promise<unknown[]> {
  const failures: unknown[] = [];
  await sweep(api.ports, tenant);
  await database.store.inTenant(tenant, async (tx) => {
    for (const { id, kind, requestedBy } of await tx.jobs.list({ limit: 100, states: ['waiting'] }))
      if (kind === 'sendWebhooks') await tx.jobs.retry(id, requestedBy);
  });
  for (;;) {
    const job = await claimNext(api.ports, tenant, { leaseMs: 5000 });
    if (job === undefined) return failures;
    await work(api.ports, tenant, job, {
      ...{ leaseMs: 5000, isStopping: () => false, calculated: () => undefined, desk: testDesk() },
      ...{ failed: (error) => failures.push(error), errorOf: () => 'fault' as const },
      outside: { keys: testKeys(1), courier },
    });
  }
}

const said = ({ body: { type, data } }: Received) => `${type} ${nameOf(data.object.id)}`;
const deliveries = async (id: string, query = '') =>
  (await call('GET', `${HOOKS}/${id}/deliveries${query}`)).body.rows as {
    readonly event: string;
    readonly type: string;
    readonly state: string;
    readonly attempts: number;
    readonly object: { readonly id: string };
    readonly last: { readonly outcome: string; readonly status: number | null; readonly said: string } | null;
  }[];

beforeEach(async () => {
  api.time.now = new Date();
  // What went before is told to nobody of the next test.
  await tell();
  for (const { id } of (await call('GET', HOOKS)).body.rows) await call('DELETE', `${HOOKS}/${id}`);
  receiver.answer = answered(204);
  receiver.received.length = 0;
});

describe('what is told', () => {
  it('a claim that is sent, signed, thin, with an address that shows it', async () => {
    const { secret, webhook } = await hook(['claim.sent']);
    const { id: claim } = await partnersClaim(world);
    await deed('claim.sent', claim);
    await tell();
    expect(await send()).toEqual([]);
    const [one] = receiver.received as [Received];
    expect(receiver.received).toHaveLength(1);
    expect(one.body).toEqual({
      ...{ id: expect.any(String), type: 'claim.sent', timestamp: expect.any(String) },
      data: {
        ...{ tenant: 'acme', sequence: expect.any(Number) },
        object: { kind: 'claim', id: claim, href: `/api/v1/claims/${claim}` },
      },
    });
    expect(one.headers['webhook-id']).toBe(one.body.id);
    expect(verify(secret, one.headers, one.text)).toEqual(one.body);
    const shown = await call('GET', one.body.data.object.href);
    expect([shown.status, shown.body.id]).toEqual([200, claim]);
    expect(await deliveries(webhook.id)).toMatchObject([
      { type: 'claim.sent', state: 'taken', attempts: 1, last: { outcome: 'taken', status: 204 } },
    ]);
  });

  it('what was not asked for is not told, nor what belongs to others', async () => {
    await hook(['month.closed']);
    await deed('claim.sent', 'c1');
    await database.store.inTenant(other.tenant, (tx) =>
      auditDeed(api.ports, tx, {
        ...{ actor: { kind: 'person', id: 'x' }, action: 'ledger.close', object: 'EU 2026-01', body: {} },
      }),
    );
    await linkAudit(api.ports, other.tenant);
    await tellDeeds(api.ports, other.tenant);
    await tell();
    await send();
    expect(receiver.received).toEqual([]);
  });

  it('each event once, however often it is looked for, and to each address', async () => {
    await hook(['claim.sent']);
    await hook(['claim.sent', 'claim.answered']);
    await deed('claim.sent', 'c1');
    await Promise.all([tell(), tell()]);
    await tell();
    await send();
    await send();
    expect(receiver.received.map(said)).toEqual(['claim.sent c1', 'claim.sent c1']);
    expect(new Set(receiver.received.map(({ body }) => body.id)).size).toBe(1);
  });

  it('what happened while no worker ran for days is told, not forgotten', async () => {
    await hook(['claim.sent']);
    await deed('claim.sent', 'old');
    pass(10 * 24 * HOUR);
    await tell();
    await send();
    expect(receiver.received.map(said)).toEqual(['claim.sent old']);
  });

  it('a test event is told at once, and is no event of the trail', async () => {
    const { webhook } = await hook(['month.closed']);
    const sent = await call('POST', `${HOOKS}/${webhook.id}/tests`);
    expect([sent.status, sent.body.state]).toEqual([202, 'waiting']);
    await send();
    expect(receiver.received.map(said)).toEqual([`webhook.test ${webhook.id}`]);
    await call('POST', `${HOOKS}/${webhook.id}/replays`, { since: '2026-01-01T00:00:00.000Z' });
    receiver.received.length = 0;
    await send();
    expect(receiver.received.map(({ body }) => body.type)).not.toContain('webhook.test');
  });
});

describe('order', () => {
  const story = async () => {
    for (const [action, object] of [
      ['claim.sent', 'a'],
      ['claim.sent', 'b'],
      ['claim.disputed', 'a'],
      ['claim.answered', 'b'],
      ['claim.agreed', 'a'],
    ] as const)
      await deed(action, object);
    await tell();
  };
  const KINDS = ['claim.sent', 'claim.answered', 'dispute.opened', 'dispute.resolved'];
  const of = (object: string) =>
    receiver.received.filter(({ body }) => body.data.object.id === idOf(object)).map(({ body }) => body.type);

  it('of one thing, the next waits until the one before was taken; another thing does not wait', async () => {
    await hook(KINDS);
    await story();
    // The first of a is refused twice.
    let refusals = 2;
    receiver.answer = (one, response) => {
      const isRefused = one.body.data.object.id === idOf('a') && refusals > 0;
      if (isRefused) refusals -= 1;
      response.writeHead(isRefused ? 500 : 204).end();
    };
    await send();
    expect(of('b')).toEqual(['claim.sent', 'claim.answered']);
    expect(of('a')).toEqual(['claim.sent']);
    pass(5000);
    await send();
    expect(of('a')).toEqual(['claim.sent', 'claim.sent']);
    pass(30_000);
    await send();
    expect(of('a')).toEqual(['claim.sent', 'claim.sent', 'claim.sent', 'dispute.opened', 'dispute.resolved']);
    const sequences = receiver.received
      .filter(({ body }) => body.data.object.id === idOf('a'))
      .map(({ body }) => body.data.sequence as number);
    expect(sequences.toSorted((one, two) => one - two)).toEqual(sequences);
  });

  it('two workers at once keep it, and send nothing twice', async () => {
    await hook(KINDS);
    for (let at = 0; at < 30; at += 1) {
      await deed('claim.sent', `c${at % 10}`);
      await deed('claim.answered', `c${at % 10}`);
    }
    await tell();
    receiver.answer = (_, response) => void setTimeout(() => response.writeHead(204).end(), 5);
    await Promise.all([send(), send(), send()]);
    expect(receiver.received).toHaveLength(60);
    expect(new Set(receiver.received.map(({ body }) => body.id)).size).toBe(60);
    for (let at = 0; at < 10; at += 1) {
      const own = receiver.received.filter(({ body }) => body.data.object.id === idOf(`c${at}`));
      const sequences = own.map(({ body }) => body.data.sequence as number);
      expect(sequences.toSorted((one, two) => one - two)).toEqual(sequences);
    }
  });
});

describe('whoever does not take it', () => {
  it('is tried again for three days, longer apart each time, then given up; later ones go on', async () => {
    const { webhook } = await hook(['claim.sent', 'claim.answered']);
    await deed('claim.sent', 'poison');
    await deed('claim.answered', 'poison');
    await tell();
    receiver.answer = (one, response) =>
      void response.writeHead(one.body.type === 'claim.sent' ? 400 : 204).end('no such claim');
    const began = api.time.now.getTime();
    for (let round = 0; round < 12; round += 1) {
      await send();
      pass(24 * HOUR);
      // Something else is taken meanwhile: the address is no address that takes nothing.
      await call('POST', `${HOOKS}/${webhook.id}/tests`);
    }
    expect(api.time.now.getTime() - began).toBeGreaterThan(3 * 24 * HOUR);
    expect(await deliveries(webhook.id, '?state=failed')).toMatchObject([
      { type: 'claim.sent', attempts: 11, last: { outcome: 'refused', status: 400, said: 'no such claim' } },
    ]);
    expect(receiver.received.map(said)).toContain('claim.answered poison');
    const [failed] = await deliveries(webhook.id, '?state=failed');
    receiver.answer = answered(204);
    expect((await call('POST', `${HOOKS}/${webhook.id}/deliveries/${failed?.event}/replays`)).status).toBe(
      202,
    );
    await send();
    const shown = (await call('GET', `${HOOKS}/${webhook.id}/deliveries/${failed?.event}`)).body;
    expect([shown.delivery.state, shown.attempts.length]).toEqual(['taken', 12]);
  });

  it('and is silent is left alone for longer each time, and asked with one event whether it is back', async () => {
    const { webhook } = await hook(['claim.sent']);
    for (let at = 0; at < 20; at += 1) await deed('claim.sent', `c${at}`);
    await tell();
    receiver.answer = () => undefined;
    await send();
    expect(receiver.received).toHaveLength(8);
    await send();
    expect(receiver.received).toHaveLength(8);
    pass(2000);
    await send();
    expect(receiver.received).toHaveLength(9);
    const [last] = await deliveries(webhook.id, '?state=waiting&limit=1');
    expect(last).toBeDefined();
    receiver.answer = answered(204);
    pass(10 * MINUTE);
    await send();
    expect((await deliveries(webhook.id)).every(({ state }) => state === 'taken')).toBe(true);
  });

  it('for five days is told no more, which administrators hear; what waits is told once somebody lets it go on', async () => {
    const { webhook } = await hook(['claim.sent', 'claim.answered']);
    await deed('claim.sent', 'c1');
    await tell();
    receiver.answer = answered(503);
    for (let day = 0; day < 5; day += 1) {
      await send();
      pass(24 * HOUR);
      await deed('claim.sent', `d${day}`);
      await tell();
    }
    await send();
    const stopped = await call('GET', `${HOOKS}/${webhook.id}`);
    expect([stopped.body.state, typeof stopped.body.failingSince]).toEqual(['stopped', 'string']);
    await tell();
    const { rows } = (await call('GET', '/api/v1/notices')).body;
    expect(rows[0]).toMatchObject({ kind: 'webhookStopped', address: `/settings/webhooks/${webhook.id}` });
    receiver.answer = answered(204);
    receiver.received.length = 0;
    await send();
    expect(receiver.received).toEqual([]);
    const again = {
      name: 'ERP',
      url: receiver.url,
      kinds: ['claim.sent', 'claim.answered'],
      state: 'active',
    };
    expect((await call('PUT', `${HOOKS}/${webhook.id}`, again, stopped.body.version)).status).toBe(200);
    pass(24 * HOUR);
    await send();
    expect(receiver.received.map(said)).toEqual(expect.arrayContaining(['claim.sent c1', 'claim.sent d4']));
  });

  it('and says that it is gone is told no more at once', async () => {
    const { webhook } = await hook(['claim.sent']);
    await deed('claim.sent', 'c1');
    await tell();
    receiver.answer = answered(410);
    await send();
    expect((await call('GET', `${HOOKS}/${webhook.id}`)).body.state).toBe('stopped');
  });

  it('and leads elsewhere is not followed', async () => {
    const { webhook } = await hook(['claim.sent']);
    await deed('claim.sent', 'c1');
    await tell();
    receiver.answer = answered(307, '', { location: 'http://169.254.169.254/' });
    await send();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries(webhook.id)).toMatchObject([
      { state: 'waiting', last: { outcome: 'redirected' } },
    ]);
  });

  it('a worker that dies while it sends lets another one send it again, under the same id', async () => {
    const { webhook } = await hook(['claim.sent']);
    await deed('claim.sent', 'c1');
    await tell();
    const { courier } = api.ports;
    const dying: Courier = {
      ...courier,
      send: async (parcel) => {
        await courier.send(parcel);
        throw new Error('killed');
      },
    };
    expect(await send(dying)).toHaveLength(1);
    expect(await deliveries(webhook.id)).toMatchObject([{ state: 'waiting', last: null }]);
    await send();
    expect(receiver.received).toHaveLength(1);
    pass(MINUTE);
    await send();
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ body }) => body.id)).size).toBe(1);
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
    expect(await deliveries(webhook.id)).toMatchObject([{ state: 'taken' }]);
  });
});

describe('people', () => {
  it('pause and let go on: what happened meanwhile is told in its order', async () => {
    const { webhook } = await hook(['claim.sent', 'claim.answered']);
    const change = (state: string, version: number) =>
      call('PUT', `${HOOKS}/${webhook.id}`, body(state), version);
    const body = (state: string) => ({
      ...{ name: 'ERP 2', url: receiver.url, kinds: ['claim.sent', 'claim.answered'], state },
    });
    expect((await change('paused', 1)).body).toMatchObject({ state: 'paused', version: 2, name: 'ERP 2' });
    expect((await change('active', 1)).body.code).toBe('version-differs');
    await deed('claim.sent', 'c1');
    await deed('claim.answered', 'c1');
    await tell();
    await send();
    expect(receiver.received).toEqual([]);
    await change('active', 2);
    await send();
    expect(receiver.received.map(said)).toEqual(['claim.sent c1', 'claim.answered c1']);
  });

  it('change the secret: for a day both sign, then the new one alone', async () => {
    const { secret: old, webhook } = await hook(['claim.sent']);
    const rotated = await call('POST', `${HOOKS}/${webhook.id}/secrets`);
    expect(rotated.status).toBe(201);
    const { secret, bothUntil } = rotated.body;
    expect(new Date(bothUntil).getTime() - api.time.now.getTime()).toBe(24 * HOUR);
    expect((await call('GET', `${HOOKS}/${webhook.id}`)).body.bothUntil).toBe(bothUntil);
    await deed('claim.sent', 'c1');
    await tell();
    await send();
    const [both] = receiver.received as [Received];
    expect([old, secret].map((one) => verify(one, both.headers, both.text))).toEqual([both.body, both.body]);
    pass(24 * HOUR);
    await deed('claim.sent', 'c2');
    await tell();
    await send();
    const alone = receiver.received[1] as Received;
    expect(String(alone.headers['webhook-signature']).split(' ')).toHaveLength(1);
    expect((await call('GET', `${HOOKS}/${webhook.id}`)).body.bothUntil).toBeNull();
  });

  it('see no secret twice: not in lists, not in the trail, not where a call is sent again with another key', async () => {
    const { secret, webhook } = await hook(['claim.sent']);
    const texts = [
      JSON.stringify((await call('GET', HOOKS)).body),
      JSON.stringify((await call('GET', `${HOOKS}/${webhook.id}`)).body),
      JSON.stringify((await call('GET', `/api/v1/audit?object=${webhook.id}`)).body),
    ];
    for (const text of texts) expect(text).not.toContain(secret.slice(6, 20));
    expect(texts[2]).toContain('webhook.create');
  });

  it('send all since an instant, in order, also of before an address was there', async () => {
    pass(60 * 24 * HOUR);
    const since = api.time.now.toISOString();
    await deed('claim.sent', 'c1');
    await deed('claim.answered', 'c1');
    await deed('ledger.close', 'ACME-CO 2026-01');
    await tell();
    const { webhook } = await hook(['claim.sent', 'claim.answered']);
    const asked = await call('POST', `${HOOKS}/${webhook.id}/replays`, { since });
    expect([asked.status, asked.body]).toEqual([202, { events: 2 }]);
    await send();
    await call('POST', `${HOOKS}/${webhook.id}/replays`, { since });
    await send();
    const once = ['claim.sent c1', 'claim.answered c1'];
    expect(receiver.received.map(said)).toEqual([...once, ...once]);
    expect(new Set(receiver.received.map(({ body }) => body.id)).size).toBe(2);
  });

  it('end one: nothing is told any more, and it is not there', async () => {
    const { webhook } = await hook(['claim.sent']);
    await deed('claim.sent', 'c1');
    await tell();
    expect((await call('DELETE', `${HOOKS}/${webhook.id}`)).status).toBe(204);
    await send();
    expect(receiver.received).toEqual([]);
    for (const path of ['', '/deliveries']) {
      const shown = await call('GET', `${HOOKS}/${webhook.id}${path}`);
      expect([shown.status, shown.body.code]).toEqual([404, 'webhook-not-found']);
    }
  });

  it('who may only read changes nothing, and sends nothing', async () => {
    const { webhook } = await hook(['claim.sent']);
    const reader = await personWith(api, tenant, { scopes: ['company:read'] });
    const tried = await api.call(reader.key, { method: 'POST', url: `${HOOKS}/${webhook.id}/tests` });
    expect([tried.status, tried.body.code]).toEqual([403, 'scope-missing']);
    expect((await api.call(reader.key, { url: HOOKS })).body.rows).toHaveLength(1);
    expect((await api.call(other.admin.key, { url: `${HOOKS}/${webhook.id}` })).status).toBe(404);
  });

  it.each([
    ['https://127.0.0.2/', 'webhook-address-private'],
    ['https://169.254.169.254/latest', 'webhook-address-private'],
    ['https://[::1]/', 'webhook-address-private'],
    ['https://2130706434/', 'webhook-address-private'],
    ['http://erp.example.com/', 'webhook-address-not-https'],
    ['not an address', 'webhook-address-invalid'],
  ])('name no address such as %s', async (url, code) => {
    const tried = await call('POST', HOOKS, { name: 'X', url, kinds: ['claim.sent'] });
    expect([tried.status, tried.body.code]).toEqual([400, code]);
  });
});
