import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { atBrowser, personWith, signedIn } from '../support/api/apiServer.ts';
import { sentClaimTo } from '../support/api/claimFixtures.ts';
import { sentBalance } from '../support/api/confirmationFixtures.ts';
import { runIn, sentPayment } from '../support/api/paymentFixtures.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { issuedNote, proposedSettlement } from '../support/api/settlementFixtures.ts';
import { makeWorld } from '../support/api/world.ts';
import { day } from '../support/facts.ts';
import { owed } from '../support/payments.ts';

// A partner's person: what they see, and that the database itself gives them no more.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');

const earningsOf = (key: string) => api.call(key, { url: '/api/v1/earnings' });
const personOf = (...partners: string[]) =>
  personWith(api, world.tenant, { scopes: ['earnings:read'], partners });

it('they see the earnings of their partners, and totals of these only', async () => {
  const all = (await earningsOf(world.admin.key)).body;
  expect(all.rows.map(({ partner }: { partner: string }) => partner).sort()).toEqual(['ACME-P1', 'ACME-P2']);
  for (const partner of ['ACME-P1', 'ACME-P2']) {
    const { key } = await personOf(partner);
    const { status, body } = await earningsOf(key);
    expect([status, body.total]).toEqual([200, 1]);
    const own = all.rows.filter((row: { partner: string }) => row.partner === partner);
    expect(body.rows).toMatchObject(own);
    expect(body.totals).toMatchObject([{ rows: 1, amount: '400.00' }]);
    const other = all.rows.find((row: { partner: string }) => row.partner !== partner).id;
    const told = async (id: string) => {
      const answer = await api.call(key, { url: `/api/v1/earnings/${id}` });
      return JSON.stringify({ ...answer.body, status: answer.status, requestId: '' }).replaceAll(id, 'ID');
    };
    expect(await told(other)).toBe(await told(randomUUID()));
    expect(
      (await api.call(key, { url: `/api/v1/earnings?partner=ACME-P1&agreement=ACME-A` })).body.total,
    ).toBe(partner === 'ACME-P1' ? 1 : 0);
  }
  expect((await earningsOf((await personOf('ACME-P1', 'ACME-P2')).key)).body.total).toBe(2);
});

it('they read the documents that were issued to their partners, and of settlements nothing else', async () => {
  const { id } = await issuedNote(world);
  const proposed = await proposedSettlement(world);
  const own = (await personWith(api, world.tenant, { scopes: ['settlements:read'], partners: ['ACME-P1'] }))
    .key;
  const other = (await personWith(api, world.tenant, { scopes: ['settlements:read'], partners: ['ACME-P2'] }))
    .key;
  const ask = (key: string, url: string) => api.call(key, { url: `/api/v1/${url}` });
  expect((await ask(own, 'documents')).body.rows).toMatchObject([{ settlement: id, gross: '606.26' }]);
  expect((await ask(other, 'documents')).body.rows).toEqual([]);
  const json = await ask(own, `settlements/${id}/document?format=json`);
  expect([json.status, json.body.number]).toEqual([200, `CN-${id}`]);
  for (const format of ['pdf', 'ubl']) {
    for (const lang of ['en', 'zh-CN']) {
      const url = `settlements/${id}/document?format=${format}&lang=${lang}`;
      expect((await ask(own, url)).status).toBe(200);
    }
  }
  for (const [key, settlement] of [
    [other, id],
    [own, proposed.id],
    [world.admin.key, proposed.id],
  ] as const) {
    const { status, body } = await ask(key, `settlements/${settlement}/document`);
    expect([status, body.code]).toEqual([404, 'settlement-document-missing']);
  }
  expect((await ask(own, `settlements/${id}`)).body.code).toBe('partner-not-allowed');
});

it('they read their agreement in plain words, and one of them accepts the version in force', async () => {
  const scopes = ['agreements:read', 'agreements:accept'] as const;
  const { key } = await personWith(api, world.tenant, { scopes, partners: ['ACME-P1'] });
  const url = '/api/v1/portal/agreements/ACME-A';
  const { body } = await api.call(key, { url: '/api/v1/portal/agreements' });
  expect(body.rows).toMatchObject([
    { agreement: 'ACME-A', version: 1, state: 'active', parties: [{ partner: 'ACME-P1', accepted: null }] },
  ]);
  const read = await api.call(key, { url: `${url}?lang=en` });
  const words: string[] = read.body.clauses.map(({ text }: { text: string }) => text);
  expect(words.join('\n')).toContain('ACME-CO');
  expect(words.some((text) => text.includes('ccru'))).toBe(false);
  const accept = (version: number, partner = 'ACME-P1', by = key) =>
    api.call(by, { method: 'POST', url: `${url}/acceptance`, payload: { partner, version } });
  expect((await accept(2)).body.code).toBe('version-differs');
  expect((await accept(1, 'ACME-P2')).body.code).toBe('agreement-not-found');
  expect((await accept(1, 'ACME-P1', world.admin.key)).body.code).toBe('person-of-partner-needed');
  const done = await accept(1);
  const said = { parties: [{ partner: 'ACME-P1', accepted: { by: 'Somebody' } }] };
  expect([done.status, done.body]).toMatchObject([200, said]);
  api.time.now = new Date(api.time.now.getTime() + 1000);
  expect((await accept(1)).body).toEqual(done.body);
  const { key: other } = await personWith(api, world.tenant, { scopes, partners: ['ACME-P2'] });
  expect((await api.call(other, { url })).body.parties).toEqual([
    { partner: 'ACME-P2', partnerName: 'ACME-P2', accepted: null },
  ]);
});

it('they read what was said to their claims by both sides, and take a file home to fill in', async () => {
  const scopes = ['claims:read', 'claims:send'] as const;
  const { key } = await personWith(api, world.tenant, { scopes, partners: ['ACME-P1'] });
  const { key: other } = await personWith(api, world.tenant, { scopes, partners: ['ACME-P2'] });
  const { id } = await sentClaimTo(world, 'ACME-P1');
  const { id: another } = await sentClaimTo(world, 'ACME-P1');
  const say = (by: string, text: string, claim = id) =>
    api.call(by, { method: 'POST', url: '/api/v1/claim-messages/comments', payload: { claim, text } });
  expect((await say(key, 'Which invoice?')).status).toBe(202);
  expect((await say(world.admin.key, 'The one of May.')).status).toBe(202);
  expect((await say(key, 'Something else', another)).status).toBe(202);
  const objection = { claim: id, reason: 'price', amount: '1.00', note: 'as agreed in May' };
  await api.call(key, { method: 'POST', url: '/api/v1/claim-messages/disputes', payload: objection });
  const said = async (by: string): Promise<{ text: string }[]> => {
    const { body } = await api.call(by, { url: `/api/v1/claim-messages?claim=${id}` });
    return body.rows.sort((a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1));
  };
  expect(await said(key)).toMatchObject([
    { kind: 'comment', text: 'The one of May.', isFromPartner: false },
    { kind: 'comment', text: 'Which invoice?', isFromPartner: true, disputed: null },
    { kind: 'dispute', text: 'as agreed in May', disputed: { reason: 'price', line: null, amount: '1.00' } },
  ]);
  expect(await said(other)).toEqual([]);
  const url = '/api/v1/claim-messages/claims/template?format=csv&partner=ACME-P1';
  const template = (await api.call(key, { url })).body as string;
  expect(template.split('\r\n').map((line) => line.split(',').length)).toEqual([21, 21, 1]);
  expect(template).toContain('R-1,ACME-P1,A-2026,EUR');
});

it('they ask for their own statement in each form, and of another partner for nothing', async () => {
  const { key } = await personOf('ACME-P1');
  const of = (partner: string, more = '') =>
    api.call(key, {
      url: `/api/v1/partners/${partner}/statement${more}?company=ACME-CO&from=2026-01-01&until=2026-12-31`,
    });
  const { status, body } = await of('ACME-P1');
  expect([status, body.partner, body.unexplained]).toEqual([200, 'ACME-P1', 0]);
  for (const partner of ['ACME-P2', 'NOBODY']) {
    for (const more of ['', '/file']) {
      const refused = await of(partner, more);
      expect([partner, refused.status, refused.body.code]).toEqual([partner, 404, 'partner-not-found']);
    }
  }
  const file = await of('ACME-P1', '/file');
  expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
});

it('they read what was paid to them down to how it was earned, and of others nothing', async () => {
  const scopes = ['settlements:read', 'earnings:read'] as const;
  const { key } = await personWith(api, world.tenant, { scopes, partners: ['ACME-P1'] });
  const { key: other } = await personWith(api, world.tenant, { scopes, partners: ['ACME-P2'] });
  const ask = (by: string, url: string) => api.call(by, { url: `/api/v1/portal/${url}` });
  const { id: run } = await runIn('approved')(world);
  const proposed = await world.one(
    `SELECT id FROM payment_instruction WHERE tenant_id = TENANT AND run_id = '${run}'`,
  );
  // Of what is paid, one part was earned by the partner, and another one by somebody else.
  const { rows: earned } = (await earningsOf(world.admin.key)).body;
  for (const { partner: participant, window } of earned) {
    await owed(api.ports, world.tenant, {
      ...{ company: 'ACME-CO', partner: 'ACME-P1', agreement: 'ACME-A', number: randomUUID(), participant },
      ...{ netMinor: 1000n, taxMinor: 200n, dueOn: day('2026-08-31') },
      window: { from: day(window.firstDay), until: day(window.lastDay) + 1 },
    });
  }
  const { id } = await sentPayment(world);
  const { body } = await ask(key, 'payments');
  expect(body.rows.map((row: { id: string }) => row.id)).not.toContain(proposed);
  expect(body.rows[0]).toMatchObject({ id, partner: 'ACME-P1', state: 'announced', returned: '0.00' });
  const first = await ask(key, 'payments?limit=1');
  expect(first.body.rows).toEqual(body.rows.slice(0, 1));
  const read = await ask(key, `payments/${id}`);
  expect(read.status).toBe(200);
  const paid = read.body.documents.reduce((sum: number, one: { paid: string }) => sum + Number(one.paid), 0);
  expect(paid.toFixed(2)).toBe(read.body.amount);
  const parts = read.body.documents.flatMap((one: { parts: unknown[] }) => one.parts);
  const own = earned.find(({ partner }: { partner: string }) => partner === 'ACME-P1').id;
  expect(parts.map((part: { earning: string | null }) => part.earning).filter(Boolean)).toEqual([own]);
  expect(
    parts.filter((part: { agreementName: unknown }) => part.agreementName === null).length,
  ).toBeGreaterThan(0);
  expect(JSON.stringify(read.body)).not.toContain('ACME-P2');
  for (const format of ['pdf', 'xlsx', 'csv']) {
    expect((await ask(key, `payments/${id}/remittance-advice?format=${format}`)).status).toBe(200);
  }
  const told = async (by: string, url: string, named: string) => {
    const answer = await ask(by, url);
    return JSON.stringify({ ...answer.body, status: answer.status, requestId: '' }).replaceAll(named, 'ID');
  };
  expect((await ask(other, 'payments')).body.rows).toEqual([]);
  expect((await ask(other, 'payments?partner=ACME-P1')).body.rows).toEqual([]);
  for (const more of ['', '/remittance-advice']) {
    const missing = randomUUID();
    const nothing = await told(other, `payments/${missing}${more}`, missing);
    expect(nothing).toContain('payment-not-found');
    expect(await told(other, `payments/${id}${more}`, id)).toBe(nothing);
    // What has not left is a plan of ours.
    expect(await told(key, `payments/${proposed}${more}`, proposed)).toBe(nothing);
  }
  expect((await ask(key, 'companies')).body.rows).toEqual([
    { code: 'ACME-CO', name: expect.any(String), day: '2026-08-31' },
  ]);
  expect((await ask(other, 'companies?partner=ACME-P1')).body.rows).toEqual([]);
});

it('they confirm or contest a balance of theirs, and read none of our notes to it', async () => {
  const { id } = await sentBalance(world);
  const { key } = await personWith(api, world.tenant, {
    scopes: ['claims:read', 'claims:send'],
    partners: ['ACME-P1'],
  });
  const { key: other } = await personWith(api, world.tenant, {
    scopes: ['claims:read', 'claims:send'],
    partners: ['ACME-P2'],
  });
  const answer = (by: string, contested: string | null) =>
    api.call(by, {
      method: 'POST',
      url: `/api/v1/balance-confirmations/${id}/own-answer`,
      payload: { contested, note: 'by our books' },
    });
  expect((await answer(other, null)).body.code).toBe('confirmation-not-found');
  expect((await answer(world.admin.key, null)).body.code).toBe('person-of-partner-needed');
  expect((await answer(key, '390.00')).body).toMatchObject({
    state: 'contested',
    events: [{ amount: '390.00' }],
  });
  const reply = { note: 'INTERNAL: they are late again' };
  const replied = await api.call(world.admin.key, {
    method: 'POST',
    url: `/api/v1/balance-confirmations/${id}/replies`,
    payload: reply,
  });
  expect(replied.status).toBe(200);
  const { body } = await api.call(key, { url: '/api/v1/balance-confirmations' });
  const own = body.rows.find((row: { id: string }) => row.id === id);
  expect(own.events).toHaveLength(1);
  expect(JSON.stringify(body)).not.toContain('INTERNAL');
  expect((await api.call(other, { url: '/api/v1/balance-confirmations' })).body.rows).toEqual([]);
});

it('an administrator of a partner invites, gives another role and shuts out, within the partner alone', async () => {
  const inside = { partners: ['ACME-P1'], scopes: [] as const };
  const admin = await personWith(api, world.tenant, inside);
  const colleague = await personWith(api, world.tenant, inside);
  const both = await personWith(api, world.tenant, { ...inside, partners: ['ACME-P1', 'ACME-P2'] });
  const stranger = await personWith(api, world.tenant, { ...inside, partners: ['ACME-P2'] });
  await signedIn(api, world.tenant, admin.id, { roles: ['partnerAdministrator'] });
  await signedIn(api, world.tenant, colleague.id, { roles: ['partnerUser'] });
  const by = (who: { id: string }, request: InjectOptions) =>
    api.call(atBrowser(world.tenant, who.id), request);
  const users = async () => (await by(admin, { url: '/api/v1/portal/users' })).body;
  const ids = (await users()).users.map(({ id }: { id: string }) => id);
  expect([ids.includes(admin.id), ids.includes(colleague.id)]).toEqual([true, true]);
  expect([ids.includes(both.id), ids.includes(stranger.id), ids.includes(world.admin.id)]).toEqual([
    false,
    false,
    false,
  ]);
  const change = (id: string, role: string, isActive: boolean) =>
    by(admin, { method: 'PUT', url: `/api/v1/portal/users/${id}`, payload: { role, isActive } });
  expect((await change(colleague.id, 'partnerAdministrator', true)).body).toMatchObject({
    role: 'partnerAdministrator',
  });
  expect((await change(colleague.id, 'partnerUser', false)).body).toMatchObject({
    role: 'partnerUser',
    isActive: false,
  });
  expect((await change(admin.id, 'partnerUser', false)).body.code).toBe('own-access-fixed');
  for (const other of [both, stranger, world.admin]) {
    expect((await change(other.id, 'partnerUser', false)).body.code).toBe('person-not-found');
  }
  const invite = (email: string, who = admin) =>
    by(who, {
      method: 'POST',
      url: '/api/v1/portal/users/invitations',
      payload: { email, name: 'Gil Hart', role: 'partnerUser' },
    });
  expect((await invite('gil@acme.example')).status).toBe(201);
  expect((await users()).invitations).toMatchObject([{ email: 'gil@acme.example', name: 'Gil Hart' }]);
  const ours = { email: 'one@of.ours', name: 'Ours', partners: null, roles: [{ role: 'auditor' }] };
  await api.call(world.admin.key, { method: 'POST', url: '/api/v1/invitations', payload: ours });
  expect((await invite('one@of.ours')).body.code).toBe('member-exists');
  await change(colleague.id, 'partnerUser', true);
  expect((await invite('x@acme.example', colleague)).body.code).toBe('scope-missing');
});

it('they see their own lines by product, document and day, and an amount worked out from these', async () => {
  const { key } = await personOf('ACME-P1');
  const lines = async (query: string) =>
    (await api.call(key, { url: `/api/v1/portal/lines?${query}` })).body.rows;
  const own = { document: 'ACME-D-ACME-P1', partner: 'ACME-P1', quantity: '1500', value: '20000.00' };
  expect(await lines('')).toMatchObject([{ ...own, day: '2026-03-10', productName: 'ACME' }]);
  expect(await lines('product=ACME-X&from=2026-03-10&until=2026-03-10')).toHaveLength(1);
  expect(await lines('until=2026-03-09')).toEqual([]);
  expect(await lines('document=ACME-D-ACME-P2')).toEqual([]);
  expect(await lines('partner=ACME-P2')).toEqual([]);
  const [{ id, own: standing, progress }] = (await earningsOf(key)).body.rows;
  expect(standing).toMatchObject({ isOver: false, isWithheld: false });
  // 2,500 units at the same price are 33,333.33: 3.5 % of it is 1,166.67, of which 400.00 are there.
  expect(progress.worth).toBe('766.67');
  const { body } = await api.call(key, { url: `/api/v1/earnings/${id}/explanation` });
  expect(body.explanation.steps.length).toBeGreaterThan(2);
  expect(body.lines).toMatchObject([{ document: 'ACME-D-ACME-P1', share: '400.00' }]);
});

it.each([
  'NOBODY',
  '{ACME-P1}',
  'ACME-P1,ACME-P2',
  '","ACME-P1',
  "'; SET LOCAL app.partners = '{ACME-P1}'; --",
  'ACME-P1\\',
  '*',
])('a partner called %s is nobody else', async (partner) => {
  const { status, body } = await earningsOf((await personOf(partner)).key);
  expect([status, body.rows]).toEqual([200, []]);
});

it('they lose sight of a partner as soon as that is changed', async () => {
  const { id, key } = await personOf('ACME-P1');
  await api.call(world.admin.key, {
    method: 'PUT',
    url: `/api/v1/persons/${id}`,
    headers: { 'if-match': '"1"' },
    payload: { name: 'Somebody', partners: ['ACME-P2'], isActive: true },
  });
  const { body } = await earningsOf(key);
  expect(body.rows.map(({ partner }: { partner: string }) => partner)).toEqual(['ACME-P2']);
});

it.each([
  ['nothing where no partner is set', "SET LOCAL app.partners = ''", 'SELECT id FROM earning', 0],
  ['no day where no partner is set', "SET LOCAL app.partners = ''", 'SELECT code FROM company', 0],
  ['no batch where no partner is set', '', 'SELECT last_number FROM counter', 0],
  ['only its own name', "SET LOCAL app.partners = '{ACME-P1}'", 'SELECT name FROM master_version', 1],
  ['no agreement without an earning', "SET LOCAL app.partners = '{X}'", 'SELECT code FROM agreement', 0],
  ['no run without an earning', "SET LOCAL app.partners = '{X}'", 'SELECT number FROM run', 0],
  [
    'no attribute of master data',
    "SET LOCAL app.partners = '{ACME-P1}'",
    'SELECT attributes FROM master_version',
    '42501',
  ],
  [
    'no text of an agreement',
    "SET LOCAL app.partners = '{ACME-P1}'",
    'SELECT text FROM agreement_version',
    '42501',
  ],
  ['no cost of a line', "SET LOCAL app.partners = '{ACME-P1}'", 'SELECT unit_cost FROM line', '42501'],
  ['no key', "SET LOCAL app.partners = '{ACME-P1}'", 'SELECT id FROM api_key', '42501'],
  ['no person', "SET LOCAL app.partners = '{ACME-P1}'", 'SELECT id FROM person', '42501'],
])('the role of the portal sees %s', async (_, setting, sql, expected) => {
  const client = new Client({ connectionString: database.portalUrl });
  await client.connect();
  await client.query(`BEGIN; SET LOCAL app.tenant = '${world.tenant}'; ${setting}`);
  const seen = await client.query(sql).then(
    ({ rows }) => rows.length,
    (error) => error.code,
  );
  await client.end();
  expect(seen).toBe(expected);
});
