import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { issuedNote, proposedSettlement } from '../support/api/settlementFixtures.ts';
import { makeWorld } from '../support/api/world.ts';

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
    expect(body.rows).toEqual(all.rows.filter((row: { partner: string }) => row.partner === partner));
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
