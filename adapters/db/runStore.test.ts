import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { AT, addAgreement, TODAY, takeBatch } from '../../test/support/facts.ts';
import { gate } from '../../test/support/gate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function withAgreements(...codes: string[]): Promise<TenantId> {
  const tenant = await database.tenant();
  for (const code of codes) await addAgreement(database.store, tenant, code);
  return tenant;
}

const due = (tenant: TenantId, batch: number, effective = TODAY) =>
  database.store.inTenant(tenant, (tx) => tx.runs.lockDue(batch, effective, []));
const finish = (tenant: TenantId, code: string, batch: number, effective = TODAY) =>
  database.store.inTenant(tenant, (tx) => tx.runs.finish(code, { batch, effective, calculation: '1' }, AT));

test('an agreement is due until a run has seen the batch and the day', async () => {
  const tenant = await withAgreements('A1');
  expect(await due(tenant, 0)).toBeUndefined();
  expect(await due(tenant, 1)).toBe('A1');
  expect(await finish(tenant, 'A1', 1)).toBe(1);
  expect(await due(tenant, 1)).toBeUndefined();
  expect(await due(tenant, 1, TODAY - 1)).toBeUndefined();
  expect(await due(tenant, 1, TODAY + 1)).toBe('A1');
  expect(await due(tenant, 2)).toBe('A1');
  await database.store.inTenant(tenant, (tx) => takeBatch(tx, 'lines'));
  expect(await finish(tenant, 'A1', 2, TODAY + 1)).toBe(2);
  expect(await due(tenant, 2, TODAY + 1)).toBeUndefined();
  expect(await database.store.inTenant(tenant, (tx) => tx.runs.last('A1'))).toEqual({
    number: 2,
    batch: 2,
    effective: TODAY + 1,
    calculation: '1',
  });
});

test('two workers take two agreements; a third finds none though two are due', async () => {
  const tenant = await withAgreements('A1', 'A2');
  const held = gate();
  const hold = () =>
    database.store.inTenant(tenant, async (tx) => {
      const code = await tx.runs.lockDue(2, TODAY, []);
      await held.wait(code);
      return code;
    });
  const workers = [hold(), hold()];
  const codes = await held.arrived(2);
  expect(codes.sort()).toEqual(['A1', 'A2']);
  expect(await due(tenant, 2)).toBeUndefined();
  expect(await database.store.inTenant(tenant, (tx) => tx.runs.dueCount(2, TODAY))).toBe(2);
  held.open();
  await Promise.all(workers);
});

test('an agreement that is named is passed over', async () => {
  const tenant = await withAgreements('A1', 'A2');
  const passing = (...codes: string[]) =>
    database.store.inTenant(tenant, (tx) => tx.runs.lockDue(2, TODAY, codes));
  expect(await passing()).toBe('A1');
  expect(await passing('A1')).toBe('A2');
  expect(await passing('A1', 'A2', "a '{}")).toBeUndefined();
});

test('a worker that waits for a lock sees the run that the other one finished', async () => {
  const tenant = await withAgreements('A1');
  const held = gate();
  const first = database.store.inTenant(tenant, async (tx) => {
    await tx.runs.lock('A1');
    await held.wait('first');
    return tx.runs.finish('A1', { batch: 1, effective: TODAY, calculation: '1' }, AT);
  });
  await held.arrived(1);
  const second = database.store.inTenant(tenant, async (tx) => {
    await tx.runs.lock('A1');
    return tx.runs.last('A1');
  });
  held.open();
  expect(await first).toBe(1);
  expect((await second)?.number).toBe(1);
});

test('an agreement that nobody knows is a fault', async () => {
  const tenant = await withAgreements();
  await expect(finish(tenant, 'A1', 1)).rejects.toThrow('there is no agreement A1');
  await expect(database.store.inTenant(tenant, (tx) => tx.runs.lock('A1'))).rejects.toThrow('no agreement');
});
