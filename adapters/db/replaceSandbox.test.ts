import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantId } from '../../app/ports.ts';
import { fromYearMonthDay } from '../../core/calendar/localDate.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { createTenant } from './createTenant.ts';
import { replaceSandbox } from './replaceSandbox.ts';

// One sandbox takes the place of another; a tenant on the real day is never touched by it, whoever asks.

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const businessDay = fromYearMonthDay(2026, 6, 30);

function sandbox(code: string): Promise<TenantId> {
  const companies = [{ code: 'EU', name: 'EU', timeZone: 'UTC', businessDay }];
  return createTenant(database.ownerUrl, { id: randomUUID(), code, name: code, companies });
}

async function mixed(): Promise<TenantId> {
  const id = await sandbox('mixed');
  const real = [{ code: 'REAL', name: 'Real', timeZone: 'UTC' }];
  return createTenant(database.ownerUrl, { id, code: 'mixed', name: 'mixed', companies: real });
}

const isSandbox = (tenant: TenantId) => database.store.inTenant(tenant, ({ access }) => access.isSandbox());

test('the fresh one has the code, and the old one is found by none that anybody knows', async () => {
  const [old, fresh] = [await sandbox('demo'), await sandbox('next')];
  expect(await replaceSandbox(database.ownerUrl, { old, fresh })).toBe(true);
  expect(await database.store.findTenant('demo')).toBe(fresh);
  expect(await database.store.findTenant('next')).toBeUndefined();
  expect(await database.store.findTenant(`demo-${old}`)).toBe(old);
});

test('a tenant on the real day is neither replaced nor put in a place', async () => {
  const [real, box, both] = [await database.tenant('real'), await sandbox('box'), await mixed()];
  expect([await isSandbox(real), await isSandbox(box), await isSandbox(both)]).toEqual([false, true, false]);
  for (const other of [real, both, randomUUID(), box]) {
    expect(await replaceSandbox(database.ownerUrl, { old: other, fresh: box })).toBe(false);
    expect(await replaceSandbox(database.ownerUrl, { old: box, fresh: other })).toBe(false);
  }
  expect(await database.store.findTenant('real')).toBe(real);
  expect(await database.store.findTenant('box')).toBe(box);
});

test('neither the application nor the portal renames a tenant, or makes a sandbox of one', async () => {
  const real = await database.tenant();
  for (const url of [database.appUrl, database.portalUrl]) {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (const what of [`code = 'taken'`, 'is_sandbox = true']) {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${real}'`);
      await expect(client.query(`UPDATE tenant SET ${what}`)).rejects.toMatchObject({ code: '42501' });
      await client.query('ROLLBACK');
    }
    await client.end();
  }
  // A day that somebody gives a company by hand makes no sandbox.
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  await client.query(`BEGIN; SET LOCAL app.tenant = '${real}'`);
  await client.query(`UPDATE company SET business_day = '2026-01-01'`);
  await client.query('COMMIT');
  await client.end();
  expect(await isSandbox(real)).toBe(false);
  const fresh = await sandbox('fresh');
  expect(await replaceSandbox(database.ownerUrl, { old: real, fresh })).toBe(false);
});
