import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';

// The one function that makes tenants for the application: what somebody could try with it.

let database: TestDatabase;
let own: TenantId;
let other: TenantId;
beforeAll(async () => {
  database = await testDatabase();
  [own, other] = await Promise.all([database.tenant(), database.tenant('taken')]);
});
afterAll(() => database.drop());

const CALL = 'SELECT make_sandbox($1, $2, $3, $4, $5, $6) AS made';

/** How the call ends, and whose wall stands afterwards. */
async function tried(tenant: string, values: readonly unknown[], role = database.appUrl) {
  const client = new Client({ connectionString: role });
  await client.connect();
  await client.query(`BEGIN; SET LOCAL app.tenant = '${tenant}'`);
  const ends = await client.query(CALL, [...values]).then(
    ({ rows }) => rows[0].made,
    (error) => error.code,
  );
  const [wall] = await client.query(`SELECT current_setting('app.tenant', true) AS tenant`).then(
    ({ rows }) => rows,
    () => [{ tenant: 'aborted' }],
  );
  const company = await client.query('SELECT code, business_day FROM company').then(
    ({ rows }) => rows.map(({ code }) => code),
    () => [],
  );
  await client.query('COMMIT');
  await client.end();
  return { ends, wall: wall.tenant, company };
}

const fresh = () => [randomUUID(), `box-${randomUUID()}`, 'Box', 'BOX', 'UTC', '2026-06-30'];

test('it makes a sandbox, and the wall of the maker stands again', async () => {
  expect(await tried(own, fresh())).toEqual({ ends: true, wall: own, company: ['AW', 'NW'] });
});

test.each([
  ['without a tenant', () => '', fresh, '42501'],
  ['for a tenant that does not exist', () => randomUUID(), fresh, '23503'],
  ['under the id of another tenant', () => own, () => [other, ...fresh().slice(1)], '23505'],
  [
    'under the code of another tenant',
    () => own,
    () => [randomUUID(), 'taken', ...fresh().slice(2)],
    '23505',
  ],
  ['on the real day', () => own, () => [...fresh().slice(0, 5), null], '42501'],
  ['with a code that is none', () => own, () => [randomUUID(), 'No Code', ...fresh().slice(2)], '23514'],
])('%s it makes nothing', async (_, tenant, values, code) => {
  expect(await tried(tenant(), values())).toEqual({ ends: code, wall: 'aborted', company: [] });
});

test.each([['the portal', () => database.portalUrl]])('%s may not call it', async (_, url) => {
  expect((await tried(own, fresh(), url())).ends).toBe('42501');
});

test('it leads past no wall by a search path or a temporary table of the caller', async () => {
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  await client.query(`BEGIN; SET LOCAL app.tenant = '${own}'`);
  await client.query(
    'CREATE TEMPORARY TABLE sandbox (tenant_id uuid); SET LOCAL search_path = pg_temp, public',
  );
  const { rows } = await client.query(CALL, fresh());
  const seen = await client.query('SELECT count(*)::int AS rows FROM pg_temp.sandbox');
  const kept = await client.query('SELECT count(*)::int AS rows FROM public.sandbox');
  await client.query('ROLLBACK');
  await client.end();
  expect([rows[0].made, seen.rows[0].rows, kept.rows[0].rows]).toEqual([true, 0, 2]);
});
