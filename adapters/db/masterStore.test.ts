import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MasterRow, TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { addMaster, day } from '../../test/support/facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const ONE: MasterRow = { kind: 'partner', code: 'P1', name: 'Eins', attributes: { region: '华东', a: 'b' } };

const changes = (tenant: TenantId, rows: readonly MasterRow[]) =>
  database.store.inTenant(tenant, (tx) => tx.master.changes(rows));
const knownAt = (tenant: TenantId, batch: number) =>
  database.store.inTenant(tenant, (tx) => tx.master.knownAt(batch));

test('a repeated load changes nothing, whatever the order of the attributes', async () => {
  const tenant = await database.tenant();
  expect(await changes(tenant, [ONE])).toEqual([ONE]);
  await addMaster(database.store, tenant, [ONE]);
  expect(await changes(tenant, [{ ...ONE, attributes: { a: 'b', region: '华东' } }])).toEqual([]);
});

test('a version is of its kind, code and first day; each difference is one', async () => {
  const tenant = await database.tenant();
  await addMaster(database.store, tenant, [ONE, { ...ONE, validFrom: day('2020-01-01'), name: 'Neu' }]);
  const differing: MasterRow[] = [
    { ...ONE, name: 'eins' },
    { ...ONE, attributes: {} },
    { ...ONE, kind: 'product' },
    { ...ONE, code: 'p1' },
    { ...ONE, validFrom: day('2020-01-02') },
  ];
  expect(await changes(tenant, [...differing, ONE])).toEqual(differing);
});

test('as known at a batch: of each first day the last that was said', async () => {
  const tenant = await database.tenant();
  const from2020 = { ...ONE, validFrom: day('2020-01-01'), name: 'Zwanzig' };
  await addMaster(database.store, tenant, [ONE]);
  await addMaster(database.store, tenant, [from2020]);
  await addMaster(database.store, tenant, [{ ...ONE, name: 'Berichtigt', attributes: {} }]);
  expect((await knownAt(tenant, 0)).partners.size).toBe(0);
  const second = await knownAt(tenant, 2);
  expect(second.products.size).toBe(0);
  expect(second.partners.get('P1')).toStrictEqual({
    code: 'P1',
    versions: [
      { name: 'Eins', attributes: ONE.attributes },
      { validFrom: day('2020-01-01'), name: 'Zwanzig', attributes: ONE.attributes },
    ],
  });
  expect((await knownAt(tenant, 3)).partners.get('P1')?.versions.map(({ name }) => name)).toEqual([
    'Berichtigt',
    'Zwanzig',
  ]);
});

test('two loads of the same at once add it once', async () => {
  const tenant = await database.tenant();
  await Promise.all([1, 2, 3].map(() => addMaster(database.store, tenant, [ONE])));
  const [known] = [...(await knownAt(tenant, 3)).partners.values()];
  expect(known?.versions).toHaveLength(1);
  expect(await knownAt(tenant, 3)).toEqual(await knownAt(tenant, 1));
});
