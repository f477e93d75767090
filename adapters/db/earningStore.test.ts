import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { earningPlace } from '../../app/earnings/earningPlace.ts';
import type { EarningFilter, Run, TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { AT, addAgreement, addMaster, anEarning, day, TODAY } from '../../test/support/facts.ts';

let database: TestDatabase;
let tenant: TenantId;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await database.tenant();
  for (const code of ['A1', 'A2']) await addAgreement(database.store, tenant, code);
});
afterAll(() => database.drop());

async function run(code: string): Promise<Run> {
  const seen = { batch: 2, effective: TODAY, calculation: '1' };
  const number = await database.store.inTenant(tenant, (tx) => tx.runs.finish(code, seen, AT));
  return { number, ...seen };
}

const list = (filter: Partial<EarningFilter> = {}) =>
  database.store.inTenant(tenant, (tx) => tx.earnings.list({ limit: 100, ...filter }));
const replace = (code: string, rows: readonly ReturnType<typeof anEarning>[]) =>
  database.store.inTenant(tenant, (tx) => tx.earnings.replace(code, rows));

test('an earning comes back as it went in, with the last known name of the partner', async () => {
  const row = {
    ...anEarning(await run('A1'), -9_007_199_254_740_993n),
    progress: { z: ['1', null, { deep: true }], a: '华东' },
    blockedLines: 3,
    tier: 0,
  };
  await replace('A1', [row]);
  const get = () => database.store.inTenant(tenant, (tx) => tx.earnings.get(row.id));
  expect(await get()).toEqual({ ...row, partnerName: 'P1' });
  expect(Object.keys((await get())?.progress as object)).toEqual(['z', 'a']);
  const partner = { kind: 'partner', code: 'P1', attributes: {} } as const;
  await addMaster(database.store, tenant, [
    { ...partner, name: 'Old' },
    { ...partner, name: 'New', validFrom: day('2020-01-01') },
  ]);
  expect((await get())?.partnerName).toBe('New');
  expect(await database.store.inTenant(tenant, (tx) => tx.earnings.get(randomUUID()))).toBeUndefined();
});

test('a thousand earnings at once come back as one does', async () => {
  const first = await run('A1');
  const rows = Array.from({ length: 1001 }, (_, at) => ({
    ...anEarning(first, BigInt(at), { partner: `P${at}` }),
    progress: { said: 'a\\b "c"\td\n华东', at: String(at) },
  }));
  await replace('A1', rows);
  const { rows: found, total } = await list({ limit: 2 });
  expect(total).toBe(1001);
  expect(found.map(({ partnerName: _, ...row }) => row)).toEqual([rows[1000], rows[999]]);
  await replace('A1', []);
});

test('a run takes the place of the earlier one of its agreement, and of no other', async () => {
  await replace('A1', [anEarning(await run('A1'), 1n), anEarning(await run('A1'), 2n, { partner: 'P2' })]);
  await replace('A2', [anEarning(await run('A2'), 3n, { agreement: 'A2' })]);
  await replace('A1', [anEarning(await run('A1'), 4n)]);
  const { rows, total } = await list();
  expect(total).toBe(2);
  expect(rows.map(({ account, earnedMinor }) => [account.agreement, earnedMinor])).toEqual([
    ['A1', 4n],
    ['A2', 3n],
  ]);
  const foreign = anEarning(await run('A1'), 5n, { agreement: 'A2' });
  await expect(replace('A1', [foreign])).rejects.toThrow('another agreement');
});

test('only amounts that lines are missing of, and what they add up to', async () => {
  const first = await run('A1');
  const missing = { ...anEarning(first, 7n, { partner: 'P2' }), blockedLines: 1 };
  await replace('A1', [anEarning(first, 9n), missing]);
  const { rows, total, totals } = await list({ agreement: 'A1', isIncomplete: true });
  expect([rows.map(({ id }) => id), total, totals[0]?.earnedMinor]).toEqual([[missing.id], 1, 7n]);
  expect((await list({ agreement: 'A1', isIncomplete: false })).total).toBe(2);
  await replace('A1', []);
});

test('largest first, then partner, agreement, term and window; filters, pages and totals', async () => {
  const first = await run('A1');
  const second = await run('A2');
  const next = { from: day('1997-04-01'), until: day('1997-07-01') };
  await replace('A1', [
    anEarning(first, 5n, { term: 'b' }),
    anEarning(first, 5n, { term: 'a', window: next }),
    anEarning(first, 5n, { term: 'a' }),
    anEarning(first, 900n, { partner: 'Z' }),
    anEarning(first, 5n, { partner: 'a' }),
  ]);
  await replace('A2', [anEarning(second, 5n, { agreement: 'A2', term: 'a', currency: 'EUR' })]);
  const named = ({ rows }: Awaited<ReturnType<typeof list>>) =>
    rows.map(({ account: { partner, agreement, term, window } }) => {
      return `${partner} ${agreement} ${term}${window.from === next.from ? ' next' : ''}`;
    });
  const order = ['Z A1 volume', 'P1 A1 a', 'P1 A1 a next', 'P1 A1 b', 'P1 A2 a', 'a A1 volume'];
  expect(named(await list())).toEqual(order);
  const all = await list();
  expect(all.hasMore).toBe(false);
  for (const [index, row] of all.rows.entries()) {
    const page = await list({ limit: 2, after: earningPlace(row) });
    expect(named(page)).toEqual(order.slice(index + 1, index + 3));
    expect([page.hasMore, page.total]).toEqual([index + 3 < order.length, 6]);
  }
  expect(named(await list({ agreement: 'A2' }))).toEqual(['P1 A2 a']);
  expect(named(await list({ partner: 'Z' }))).toEqual(['Z A1 volume']);
  expect((await list({ agreement: 'A1', partner: 'P1' })).total).toBe(3);
  expect((await list({ agreement: 'A3' })).total).toBe(0);
  // No fact has more than a hundred digits before the point, and a price times a quantity twice as many.
  const largest = -(10n ** 250n);
  await replace('A2', [
    anEarning(second, largest, { agreement: 'A2', term: 'a' }),
    anEarning(second, largest, { agreement: 'A2', term: 'b' }),
    { ...anEarning(second, 7n, { agreement: 'A2', term: 'c' }), direction: 'neither' },
  ]);
  const vast = await list({ agreement: 'A2' });
  expect(vast.rows.map(({ earnedMinor }) => earnedMinor)).toEqual([7n, largest, largest]);
  expect((await list({ agreement: 'A2', limit: 1 })).totals).toEqual([
    { direction: 'customerRebate', currency: 'USD', earnedMinor: 2n * largest, rows: 2 },
    { direction: 'neither', currency: 'USD', earnedMinor: 7n, rows: 1 },
  ]);
});
