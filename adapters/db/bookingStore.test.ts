import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewBooking, Run, TenantId } from '../../app/ports.ts';
import { asRole } from '../../test/support/asRole.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import {
  AT,
  aBooking,
  addAgreement,
  anAccount,
  calculateOnce,
  day,
  TODAY,
} from '../../test/support/facts.ts';
import { gate } from '../../test/support/gate.ts';
import { type OpenStore, openStore } from './store.ts';

/** More than any integer column holds. */
const VAST = 12_345_678_901_234_567_890_123_456_789n;

let database: TestDatabase;
let store: OpenStore;
const retries: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.appUrl, onRetry: (code) => retries.push(code) });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function withRun(): Promise<{ tenant: TenantId; run: Run }> {
  const tenant = await database.tenant();
  await addAgreement(store, tenant, 'A1');
  const seen = { batch: 1, effective: TODAY, calculation: '1' };
  const number = await store.inTenant(tenant, (tx) => tx.runs.finish('A1', seen, AT));
  return { tenant, run: { number, ...seen } };
}

const post = (tenant: TenantId, run: Run, ...bookings: NewBooking[]) =>
  store.inTenant(tenant, (tx) => tx.bookings.post(bookings, { run }, AT));
const balances = (tenant: TenantId) => store.inTenant(tenant, (tx) => tx.bookings.balances('A1'));

test('what is booked is the sum of the differences, account by account', async () => {
  const { tenant, run } = await withRun();
  expect(await balances(tenant)).toEqual([]);
  const other = { window: { from: day('1997-04-01'), until: day('1997-07-01') } };
  await post(tenant, run, aBooking(1, 100n), aBooking(1, 7n, other), aBooking(1, 5n, { currency: 'EUR' }));
  await post(tenant, run, aBooking(2, -130n), aBooking(1, VAST, { partner: 'P0' }));
  expect(await balances(tenant)).toEqual([
    { account: anAccount({ partner: 'P0' }), minor: VAST, lastNumber: 1 },
    { account: anAccount({ currency: 'EUR' }), minor: 5n, lastNumber: 1 },
    { account: anAccount(), minor: -30n, lastNumber: 2 },
    { account: anAccount(other), minor: 7n, lastNumber: 1 },
  ]);
  const booked = await store.inTenant(tenant, (tx) => tx.bookings.of(anAccount()));
  expect(booked).toEqual([
    { ...aBooking(1, 100n), run, bookedAt: AT },
    { ...aBooking(2, -130n), run, bookedAt: AT },
  ]);
  const vast = await store.inTenant(tenant, (tx) => tx.bookings.of(anAccount({ partner: 'P0' })));
  expect(vast).toEqual([{ ...aBooking(1, VAST, { partner: 'P0' }), run, bookedAt: AT }]);
});

test.each(['1.5', '1.0', 'NaN', 'Infinity', '-Infinity'])(
  'the database keeps no difference of %s',
  async (text) => {
    const { tenant, run } = await withRun();
    await post(tenant, run, aBooking(1, 1n));
    const columns = `tenant_id, partner_id, agreement_id, term, window_from, window_until, kind, currency,
      company`;
    const another = `INSERT INTO booking (${columns}, id, number, delta_minor, run_number, booked_at)
    SELECT ${columns}, gen_random_uuid(), 2, '${text}', run_number, booked_at FROM booking`;
    await expect(asRole(database.appUrl, tenant, another)).rejects.toThrow('booking_delta_whole');
    const cause = `INSERT INTO booking_cause (tenant_id, partner_id, booking_id, position, cause, minor)
    SELECT tenant_id, partner_id, id, 2, 'terms', '${text}' FROM booking`;
    await expect(asRole(database.appUrl, tenant, cause)).rejects.toThrow('booking_cause_whole');
  },
);

test('causes keep their order and add up to the difference, or nothing is booked', async () => {
  const { tenant, run } = await withRun();
  const causes = [
    { cause: 'lateLines' as const, minor: 150n },
    { cause: 'corrections' as const, minor: -30n },
    { cause: 'returns' as const, minor: -20n },
  ];
  await post(tenant, run, { ...aBooking(1, 100n), causes });
  const [booked] = await store.inTenant(tenant, (tx) => tx.bookings.of(anAccount()));
  expect(booked?.causes).toEqual(causes);
  const wrong = { ...aBooking(2, 100n), causes: causes.slice(1) };
  await expect(post(tenant, run, wrong)).rejects.toThrow('add up to -50, not 100');
  expect((await balances(tenant))[0]?.lastNumber).toBe(1);
});

test('a thousand bookings at once go in as one does, twice in one transaction', async () => {
  const { tenant, run } = await withRun();
  const many = (number: number) =>
    Array.from({ length: 1001 }, (_, at) => aBooking(number, BigInt(at + 1), { partner: `P${at}\\t"\t` }));
  await store.inTenant(tenant, async (tx) => {
    await tx.bookings.post(many(1), { run }, AT);
    await tx.bookings.post(many(2), { run }, AT);
  });
  const found = await balances(tenant);
  expect(found).toHaveLength(1001);
  expect(found.reduce((sum, { minor }) => sum + minor, 0n)).toBe(2n * 501_501n);
  expect(new Set(found.map(({ lastNumber }) => lastNumber))).toEqual(new Set([2]));
  const [booked] = await store.inTenant(tenant, (tx) => tx.bookings.of(anAccount({ partner: 'P7\\t"\t' })));
  expect(booked?.causes).toEqual([{ cause: 'onTimeLines', minor: 8n }]);
});

test('a number that leaves a gap is a fault, and so is a difference of nothing', async () => {
  const { tenant, run } = await withRun();
  await expect(post(tenant, run, aBooking(2, 100n))).rejects.toThrow('leave a gap');
  await expect(post(tenant, run, aBooking(1, 0n))).rejects.toThrow('booking_moves_something');
  await expect(post(tenant, run, aBooking(1, 1n, { agreement: 'A2' }))).rejects.toThrow('leave a gap');
  expect(await balances(tenant)).toEqual([]);
});

test('a number that is taken is taken: the transaction is repeated until it gives up', async () => {
  const { tenant, run } = await withRun();
  await post(tenant, run, aBooking(1, 100n));
  retries.length = 0;
  await expect(post(tenant, run, aBooking(1, 40n))).rejects.toThrow('booking_number_once');
  expect(retries).toHaveLength(9);
  expect((await balances(tenant))[0]?.minor).toBe(100n);
});

test('the end of an endless validity', async () => {
  const { tenant, run } = await withRun();
  const endless = { window: { from: day('0001-01-01'), until: day('9999-12-31') + 1 } };
  await post(tenant, run, aBooking(1, 100n, endless));
  expect((await balances(tenant))[0]?.account).toEqual(anAccount(endless));
});

/** Books up to the target, as a calculation does. */
async function bookUpTo(tenant: TenantId, target: bigint, pause: () => Promise<void>): Promise<bigint> {
  return store.inTenant(tenant, async (tx) => {
    const [balance] = await tx.bookings.balances('A1');
    const delta = target - (balance?.minor ?? 0n);
    await pause();
    if (delta === 0n) return 0n;
    const seen = { batch: 1, effective: TODAY, calculation: '1' };
    const run = { number: await tx.runs.finish('A1', seen, AT), ...seen };
    await tx.bookings.post([aBooking((balance?.lastNumber ?? 0) + 1, delta)], { run }, AT);
    return delta;
  });
}

test('two at once on an account that does not exist yet: the second fails on the key and books nothing', async () => {
  const { tenant } = await withRun();
  retries.length = 0;
  const held = gate();
  let waits = 0;
  const once = () => {
    waits += 1;
    return waits > 2 ? Promise.resolve() : held.wait('read');
  };
  const both = Promise.all([bookUpTo(tenant, 100n, once), bookUpTo(tenant, 100n, once)]);
  // Both have read "nothing booked" before either writes.
  await held.arrived(2);
  held.open();
  expect((await both).sort()).toEqual([0n, 100n]);
  expect(retries).toEqual(['booking_number_once']);
  expect(await balances(tenant)).toEqual([{ account: anAccount(), minor: 100n, lastNumber: 1 }]);
});

test('two at once on an account that exists: the second waits for the row and books nothing', async () => {
  const { tenant, run } = await withRun();
  await post(tenant, run, aBooking(1, 40n));
  retries.length = 0;
  const none = () => Promise.resolve();
  const booked = await Promise.all([1, 2, 3, 4].map(() => bookUpTo(tenant, 100n, none)));
  expect(booked.sort()).toEqual([0n, 0n, 0n, 60n]);
  expect(retries).toEqual([]);
  expect((await balances(tenant))[0]).toMatchObject({ minor: 100n, lastNumber: 2 });
});

test('earnings, run and booking of one transaction stand or fall together', async () => {
  const { tenant } = await withRun();
  const broken = store.inTenant(tenant, async (tx) => {
    await calculateOnce(tx, {}, 100n);
    throw new Error('power cut');
  });
  await expect(broken).rejects.toThrow('power cut');
  expect(await balances(tenant)).toEqual([]);
  expect((await store.inTenant(tenant, (tx) => tx.runs.last('A1')))?.number).toBe(1);
  expect((await store.inTenant(tenant, (tx) => tx.earnings.list({ limit: 9 }))).total).toBe(0);
});
