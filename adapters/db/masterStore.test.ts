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
    { ...ONE, kind: 'category' },
    { ...ONE, kind: 'rate' },
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

test('each kind is known apart from the others, and from its batch on', async () => {
  const tenant = await database.tenant();
  const firstDay = { validFrom: day('2026-01-30') };
  await addMaster(database.store, tenant, [ONE, { ...ONE, kind: 'product', name: 'Ware' }]);
  await addMaster(database.store, tenant, [
    { kind: 'category', code: 'Tea', name: 'Tea', attributes: { parent: 'Drinks' } },
    { kind: 'rate', code: 'USD/EUR', name: 'USD/EUR', attributes: { closing: '0.920' }, ...firstDay },
  ]);
  const { categories: none, rates: noRates } = await knownAt(tenant, 1);
  expect([none.size, noRates.size]).toEqual([0, 0]);
  const { partners, products, categories, rates } = await knownAt(tenant, 2);
  expect([...partners.keys(), ...products.keys()]).toEqual(['P1', 'P1']);
  expect([...categories.values()]).toStrictEqual([
    { code: 'Tea', versions: [{ name: 'Tea', attributes: { parent: 'Drinks' } }] },
  ]);
  expect([...rates.values()]).toStrictEqual([
    { code: 'USD/EUR', versions: [{ ...firstDay, name: 'USD/EUR', attributes: { closing: '0.920' } }] },
  ]);
});

test('two loads of the same at once add it once', async () => {
  const tenant = await database.tenant();
  await Promise.all([1, 2, 3].map(() => addMaster(database.store, tenant, [ONE])));
  const [known] = [...(await knownAt(tenant, 3)).partners.values()];
  expect(known?.versions).toHaveLength(1);
  expect(await knownAt(tenant, 3)).toEqual(await knownAt(tenant, 1));
});
