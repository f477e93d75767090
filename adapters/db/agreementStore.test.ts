import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantId } from '../../app/ports.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { accepted, addAgreement, takeBatch } from '../../test/support/facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const TEXT = readFileSync(new URL('../../demo/agreements/nw-quarter.json', import.meta.url), 'utf8');

function record(tenant: TenantId, text: string, id: string = randomUUID()): Promise<number> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return database.store.inTenant(tenant, async (tx) =>
    tx.agreements.record({ id, code: 'NW-QUARTER', text, sha256, batch: await takeBatch(tx, 'agreement') }),
  );
}

test('a text is kept as it is, and decoded when it is read', async () => {
  const tenant = await database.tenant();
  const id = randomUUID();
  expect(await record(tenant, TEXT, id)).toBe(1);
  const stored = await database.store.inTenant(tenant, (tx) => tx.agreements.knownAt('NW-QUARTER', 1));
  expect(stored).toEqual({
    id,
    code: 'NW-QUARTER',
    version: 1,
    batch: 1,
    sha256: createHash('sha256').update(TEXT).digest('hex'),
    text: TEXT,
    agreement: accepted(decodeAgreement(JSON.parse(TEXT))),
  });
});

test('the version in force is the last one known at the batch; the id stays that of the first', async () => {
  const tenant = await database.tenant();
  const id = randomUUID();
  await record(tenant, TEXT, id);
  await addAgreement(database.store, tenant, 'OTHER');
  expect(await record(tenant, TEXT.replace('"500"', '"600"'))).toBe(2);
  const at = (batch: number) =>
    database.store.inTenant(tenant, (tx) => tx.agreements.knownAt('NW-QUARTER', batch));
  expect(await at(0)).toBeUndefined();
  expect((await at(2))?.version).toBe(1);
  expect(await at(3)).toMatchObject({ id, version: 2, batch: 3 });
  const all = await database.store.inTenant(tenant, (tx) => tx.agreements.allKnownAt(2));
  expect(all.map(({ code, version }) => [code, version])).toEqual([
    ['NW-QUARTER', 1],
    ['OTHER', 1],
  ]);
});

test('a text that does not decode is a fault, and leaves nothing', async () => {
  const tenant = await database.tenant();
  await expect(record(tenant, '{}')).rejects.toThrow('agreement-field-missing');
  await expect(record(tenant, 'not json')).rejects.toThrow('JSON');
  expect(await database.store.inTenant(tenant, (tx) => tx.batches.last())).toBe(0);
});
