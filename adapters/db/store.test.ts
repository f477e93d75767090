import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDate } from '../../core/calendar/localDate.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('a batch is taken', async () => {
  const tenant = await database.tenant('acme');
  expect(await database.store.findTenant('acme')).toBe(tenant);
  expect(await database.store.findTenant('other')).toBeUndefined();
  const day = parseDate('2026-01-31') as number;
  const number = await database.store.inTenant(tenant, (tx) => tx.batches.take('lines', day, new Date()));
  expect(number).toEqual({ ok: true, value: 1 });
  expect(await database.store.inTenant(tenant, (tx) => tx.batches.knownOn(day))).toBe(1);
  expect(await database.store.inTenant(tenant, (tx) => tx.company.all())).toHaveLength(2);
});
