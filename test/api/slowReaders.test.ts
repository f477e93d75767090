import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';

const { database, api } = await servedDatabase();
const tenant = await database.tenant();
const { key } = await personWith(api, tenant);
await fill(20_000);
await api.server.listen({ host: '127.0.0.1', port: 0 });

/** More lines than buffers between the database and a reader hold, each with a long text. */
async function fill(lines: number): Promise<void> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(
    `INSERT INTO batch (tenant_id, number, kind, known_on, recorded_at) VALUES ($1, 1, 'lines', '2026-01-01', now())`,
    [tenant],
  );
  await client.query(`UPDATE counter SET last_number = 1 WHERE tenant_id = $1 AND series = 'batch'`, [
    tenant,
  ]);
  await client.query(
    `INSERT INTO line (tenant_id, partner_id, source, document, line, revision, batch, side, company, product,
       unit, currency, attributes, content_sha256, document_id, row_number)
     SELECT $1, 'P1', 'erp', 'D' || n, '1', 1, 1, 'sale', 'AW', 'A', 'EA', 'EUR',
       jsonb_build_object('note', repeat('x', 1000)), '\\x00', gen_random_uuid(), n
     FROM generate_series(1, $2::int) n`,
    [tenant, lines],
  );
  await client.end();
}

function ask(path: string): Promise<IncomingMessage> {
  const { port } = api.server.server.address() as AddressInfo;
  const headers = { authorization: `Bearer ${key}` };
  return new Promise((resolve, reject) =>
    get({ host: '127.0.0.1', port, path, headers, agent: false }, resolve).on('error', reject),
  );
}

test('five readers who take nothing keep other exports of their tenant waiting at most, and nobody else', async () => {
  const readers = await Promise.all(Array.from({ length: 5 }, () => ask('/api/v1/exports/lines')));
  const refused = readers.filter(({ statusCode }) => statusCode === 503);
  expect(readers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 503, 503, 503]);
  for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  const { body } = await api.call(key, { url: '/api/v1/exports/lines/manifest' });
  expect(body).toMatchObject({ status: 503, code: 'exports-busy' });
  const elsewhere = await personWith(api, await database.tenant());
  const free = await api.call(elsewhere.key, { url: '/api/v1/exports/lines/manifest' });
  expect([free.status, free.body.rows]).toEqual([200, 0]);
  const others = await Promise.all(
    Array.from({ length: 20 }, () => api.call(key, { url: '/api/v1/imports' })),
  );
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
  for (const reader of readers) reader.destroy();
  expect(await untilSealed()).toMatchObject({ rows: 20_000, batch: 1 });
});

/** A reader who has gone frees the place. */
async function untilSealed() {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const { status, body } = await api.call(key, { url: '/api/v1/exports/lines/manifest' });
    if (status === 200) return body;
    await sleep(50);
  }
  throw new Error('The places stay taken');
}
