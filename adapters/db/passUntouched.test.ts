import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantId } from '../../app/ports.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Reach } from '../../core/plan/reachOf.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import {
  AT,
  addAgreement,
  addMaster,
  aLine,
  day,
  decimal,
  importRows,
  rowsOf,
  TODAY,
  takeBatch,
} from '../../test/support/facts.ts';
import { gate } from '../../test/support/gate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const JANUARY = { from: day('2026-01-01'), until: day('2026-02-01') };
const REACH: Reach = { companies: ['AW'], sides: ['sale'], partners: ['P1'], days: JANUARY };
const inJanuary = (differs: Partial<Line> = {}) =>
  aLine({ company: 'AW', side: 'sale', partner: 'P1', dates: { invoice: JANUARY.from }, ...differs });

const last = (tenant: TenantId) => database.store.inTenant(tenant, (tx) => tx.batches.last());
const imported = (tenant: TenantId, ...lines: readonly Line[]) =>
  importRows(database.store, tenant, rowsOf(...lines));

/** An agreement that a run has seen with all that is known, and which lines it could look at. */
async function calculated(tenant: TenantId, reach = REACH): Promise<void> {
  const batch = await last(tenant);
  await database.store.inTenant(tenant, (tx) =>
    tx.runs.finish('A1', { batch, effective: TODAY, calculation: '1' }, AT, reach),
  );
}

/** What is due of A1 after all that became known, once the untouched was passed. */
async function isDue(tenant: TenantId, calculation = '1'): Promise<boolean> {
  const batch = await last(tenant);
  await database.store.inTenant(tenant, (tx) => tx.runs.passUntouched(batch, calculation));
  return (await database.store.inTenant(tenant, (tx) => tx.runs.due(batch, TODAY))).includes('A1');
}

type Then = (tenant: TenantId) => Promise<unknown>;
const cases: readonly (readonly [string, boolean, Then, Reach?])[] = [
  ['a line within', true, (tenant) => imported(tenant, inJanuary())],
  ['a line of another partner', false, (tenant) => imported(tenant, inJanuary({ partner: 'P2' }))],
  ['a line of another side', false, (tenant) => imported(tenant, inJanuary({ side: 'purchase' }))],
  ['a line of another company', false, (tenant) => imported(tenant, inJanuary({ company: 'NW' }))],
  ['the last day', true, (tenant) => imported(tenant, inJanuary({ dates: { invoice: JANUARY.until - 1 } }))],
  ['the day after', false, (tenant) => imported(tenant, inJanuary({ dates: { invoice: JANUARY.until } }))],
  [
    'the day before',
    false,
    (tenant) => imported(tenant, inJanuary({ dates: { invoice: JANUARY.from - 1 } })),
  ],
  [
    'what takes back, of any day',
    true,
    (tenant) => imported(tenant, inJanuary({ dates: { invoice: 1 }, netValue: decimal('-1') })),
  ],
  [
    'any partner where none is named',
    true,
    (tenant) => imported(tenant, inJanuary({ partner: 'P2' })),
    { companies: ['AW'], sides: ['sale'], days: JANUARY },
  ],
  [
    'any day where none is named',
    true,
    (tenant) => imported(tenant, inJanuary({ dates: {} })),
    { companies: ['AW'], sides: ['sale'], partners: ['P1'] },
  ],
  [
    'nothing within a reach of nobody',
    false,
    (tenant) => imported(tenant, inJanuary()),
    { ...REACH, partners: [] },
  ],
  ['master data', true, (tenant) => addMaster(database.store, tenant, [partner('P7')])],
  ['a document of ours', false, (tenant) => addMaster(database.store, tenant, [ownDocument('AW/CN-1')])],
  [
    'a document of ours beside other master data',
    true,
    (tenant) => addMaster(database.store, tenant, [ownDocument('AW/CN-1'), partner('P7')]),
  ],
  [
    'a bank account',
    false,
    (tenant) => database.store.inTenant(tenant, (tx) => takeBatch(tx, 'bankAccounts')),
  ],
  [
    'rules of payment',
    false,
    (tenant) => database.store.inTenant(tenant, (tx) => takeBatch(tx, 'paymentRules')),
  ],
  ['a payment', true, (tenant) => database.store.inTenant(tenant, (tx) => takeBatch(tx, 'payments'))],
  ['another agreement', false, (tenant) => addAgreement(database.store, tenant, 'A2')],
  ['a version of its own', true, (tenant) => addAgreement(database.store, tenant, 'A1')],
];
const ownDocument = (code: string) => ({ kind: 'ownDocument', code, name: code, attributes: {} }) as const;
const partner = (code: string) => ({ kind: 'partner' as const, code, name: code, attributes: {} });

for (const [name, isTouched, then, reach] of cases) {
  test(`${name}: ${isTouched ? 'due' : 'not due'}`, async () => {
    const tenant = await database.tenant();
    await addAgreement(database.store, tenant, 'A1');
    await calculated(tenant, reach);
    expect(await isDue(tenant)).toBe(false);
    await then(tenant);
    expect(await isDue(tenant)).toBe(isTouched);
  });
}

test('a line that a correction takes away from a partner or a day touches who had it', async () => {
  const tenant = await database.tenant();
  await addAgreement(database.store, tenant, 'A1');
  await imported(tenant, inJanuary());
  await calculated(tenant);
  await imported(tenant, inJanuary({ partner: 'P2', dates: { invoice: JANUARY.until } }));
  expect(await isDue(tenant)).toBe(true);
});

test.each([
  ['its line', { document: 'CN-1' }, 'AW/CN-1', true],
  ['what takes it back', { document: 'B', returnOf: { document: 'CN-1', line: '1' } }, 'AW/CN-1', true],
  ['the line of another company', { document: 'CN-1' }, 'NW/CN-1', false],
])('a document of ours that is registered after %s is known', async (_, line, code, isTouched) => {
  const tenant = await database.tenant();
  await addAgreement(database.store, tenant, 'A1');
  await imported(tenant, inJanuary(line));
  await calculated(tenant);
  await addMaster(database.store, tenant, [ownDocument(code)]);
  expect(await isDue(tenant)).toBe(isTouched);
});

test('a line touches what takes it back, whosever that is', async () => {
  const tenant = await database.tenant();
  await addAgreement(database.store, tenant, 'A1');
  const returnOf = { document: 'SOLD', line: '1' };
  await imported(tenant, inJanuary({ document: 'BACK', dates: { invoice: JANUARY.until }, returnOf }));
  await calculated(tenant);
  await imported(tenant, inJanuary({ document: 'SOLD', partner: 'P2' }));
  expect(await isDue(tenant)).toBe(true);
});

test('a line touches what it corrects, along a chain', async () => {
  const tenant = await database.tenant();
  await addAgreement(database.store, tenant, 'A1');
  const later = { dates: { invoice: JANUARY.until }, partner: 'P2' };
  await imported(tenant, inJanuary({ document: 'SOLD' }), inJanuary({ ...later, document: 'OTHER' }));
  const corrected = async (document: string, by: string) => {
    await calculated(tenant);
    await imported(tenant, inJanuary({ ...later, document: by, correctionOf: { document, line: '1' } }));
    return isDue(tenant);
  };
  expect(await corrected('OTHER', 'OTHER-2')).toBe(false);
  expect(await corrected('SOLD', 'FIRST')).toBe(true);
  expect(await corrected('FIRST', 'SECOND')).toBe(true);
  expect(await corrected('SECOND', 'THIRD')).toBe(true);
  expect(await corrected('OTHER-2', 'OTHER-3')).toBe(false);
});

test('what was passed is looked at once: later facts alone make it due', async () => {
  const tenant = await database.tenant();
  await addAgreement(database.store, tenant, 'A1');
  await calculated(tenant);
  await imported(tenant, inJanuary({ document: 'D2', partner: 'P2' }));
  expect(await isDue(tenant)).toBe(false);
  expect(await database.store.inTenant(tenant, (tx) => tx.runs.passUntouched(2, '1'))).toBe(0);
  expect((await database.store.inTenant(tenant, (tx) => tx.runs.last('A1')))?.batch).toBe(1);
  expect(await database.store.inTenant(tenant, (tx) => tx.runs.lockDue(2, TODAY + 1, []))).toBe('A1');
  await imported(tenant, inJanuary({ document: 'D3' }));
  expect(await isDue(tenant)).toBe(true);
});

test('nothing is passed by a reach of before: without one, of another run, or of another calculation', async () => {
  const tenant = await database.tenant();
  await addAgreement(database.store, tenant, 'A1');
  expect(await isDue(tenant)).toBe(true);
  await calculated(tenant);
  await imported(tenant, inJanuary({ partner: 'P2' }));
  expect(await isDue(tenant, '2')).toBe(true);
  await database.store.inTenant(tenant, (tx) =>
    tx.runs.finish('A1', { batch: 1, effective: TODAY, calculation: '1' }, AT),
  );
  expect(await isDue(tenant)).toBe(true);
});

test('an agreement that a worker holds is left to it', async () => {
  const tenant = await database.tenant();
  await addAgreement(database.store, tenant, 'A1');
  await calculated(tenant);
  await imported(tenant, inJanuary({ partner: 'P2' }));
  const held = gate();
  const worker = database.store.inTenant(tenant, async (tx) => {
    await tx.runs.lock('A1');
    await held.wait('worker');
  });
  await held.arrived(1);
  expect(await isDue(tenant)).toBe(true);
  held.open();
  await worker;
  expect(await isDue(tenant)).toBe(false);
});
